"""Deciding whether a run of capitals is a person: by lists, by rarity, by what stands before and after."""

from collections import Counter
from collections.abc import Sequence

from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.named.announcing import Cue
from redaction.words import Word

_SHORTEST_OPENING = 5
_TOLD = 0.9  # as sure as a word for a person makes one of the name after it
_ARTICLES = frozenset("the a an this that these those his her their our my your its any some each every no".split())
_COURSES = frozenset("session sessions course workshop workshops programme module intervention".split())
_DOERS = ("er", "or", "ee")
_DEEDS = ("ed", "ing")
_BEHIND_NAME = frozenset((" (", ": ", ", ", " - ", " = "))


def _is_abbreviation(run: Sequence[Word]) -> bool:
    """Say whether a run is one short word in capitals, which in a list may be HGV or AGM as well."""
    return len(run) == 1 and run[0].upper and len(run[0].low) < _SHORTEST_OPENING


def is_a_part(low: str, lexicon: Lexicon) -> bool:
    """Say whether a word tells what somebody is or does: Caller, Licensee, Tenants."""
    one = low.removesuffix("s")
    does = one.endswith(_DOERS) and not lexicon.ordinary.isdisjoint((one[:-2], one[:-1], one[:-3]))
    return one in cues.ROLES or does


class Belief:
    """Judges runs of words in one text."""

    def __init__(self, words: Sequence[Word], lexicon: Lexicon, *, quiet: bool) -> None:
        """Keep the text's words, and which of them it also writes in small letters."""
        self._words = words
        self._lexicon = lexicon
        self.quiet = quiet
        self._small = {word.low for word in words if not word.capital and not word.upper}
        capitals = Counter(word.low for word in words if word.capital and word.text.istitle())
        inner = {word.low for word in words if word.capital and not word.opens}
        repeated = {low for low, count in capitals.items() if count > 1 and low in inner} - self._small
        self._repeated = {low for low in repeated if lexicon.is_name(low) or not is_a_part(low, lexicon)}

    def holds(self, at: int, last: int, cue: Cue | None, *, initials: bool) -> bool:
        """Decide whether a run of words is a person."""
        run, lexicon = self._words[at : last + 1], self._lexicon
        if at > 1 and self._words[at - 1].low == "x" and self._words[at - 2].low.isdigit() and not cue:
            return False  # so many of a make: 2 x Chanel
        if not run[0].capital and not run[0].upper:
            return self._is_small_name(run, cue)
        rare = [word for word in run if word.capital and len(word.low) > 1 and lexicon.is_rare(word)]
        if initials or (cue and cue.strong):
            return bool(rare) or not run[0].opens or lexicon.is_name(run[0].low)
        if any(lexicon.is_name(word.low) for word in rare):
            return True
        if cue and len(run) == 1 and run[0].upper and run[0].plain and run[0].low.endswith(_DEEDS):
            return False
        if cue and (rare or any(word.upper for word in run)) and not (cue.company and _is_abbreviation(run)):
            return True
        if len(run) > 1 and (self._is_forename_first(run) or len(rare) > 1):
            return True
        if self._signs(at, last) or self._is_quoted(at, last) or self._is_explained_after(at, last):
            return True
        if cue:
            return (
                lexicon.is_name(run[0].low)
                or self._is_told_apart(at, last, cue)
                or (cue.company and not run[0].opens and run[0].low not in cues.ROLES)
                or self._is_unexplained(at, last)
            )
        return self._is_unexplained(at, last)

    def _is_told_apart(self, at: int, last: int, cue: Cue) -> bool:
        """Say whether one capital in mid-sentence stands right after a word for a person: a girl Saffron."""
        word, words = self._words[at], self._words
        after = words[last + 1] if last + 1 < len(words) else None
        alone = last == at and not (after is not None and after.capital and after.gap == " ")
        told = cue.certainty >= _TOLD and words[at - 1].text.islower() and words[at].gap == " "
        return alone and told and word.text.istitle() and len(word.low) > 2 and not word.opens

    def _signs(self, at: int, last: int) -> bool:
        """Say whether a name stands in a line by itself, as under a letter."""
        words = self._words
        after = words[last + 1] if last + 1 < len(words) else None
        if after is not None and after.low.strip("x") == "" and after.gap == " ":
            after = words[last + 2] if last + 2 < len(words) else None
        kissed = words[at].opens and last + 1 < len(words) and after is not words[last + 1]
        dashed = at > 0 and words[at].gap.strip() in ("-", "--") and last == at
        alone = at > 0 and ("\n" in words[at].gap or kissed or dashed) and (after is None or "\n" in after.gap)
        return alone and self._lexicon.is_name(words[at].low) and last - at < 3

    def _is_quoted(self, at: int, last: int) -> bool:
        """Say whether quotation marks stand round a name and nothing else, where nobody is quoted speaking."""
        words = self._words
        if (
            at == 0
            or last + 1 >= len(words)
            or not all(word.text.istitle() or len(word.low) > 2 for word in words[at : last + 1])
        ):
            return False
        mark, before = words[at].gap[-1:], words[at - 1].low
        alone = mark in ("'", '"') and words[last + 1].gap[:1] == mark
        told = (
            words[at].low in self._small
            or words[at].low in cues.ANSWERS
            or before in cues.SPEECH
            or before in cues.READING
        )
        return alone and not told

    def _is_explained_after(self, at: int, last: int) -> bool:
        """Say whether a capital is told to be somebody by what follows: Bunny = Kelsey, Tank (real name."""
        words = self._words
        if last + 2 >= len(words):
            return False
        after, beyond = words[last + 1], words[last + 2]
        equals = after.gap in (" = ", "= ", "=") and after.capital and after.low not in self._lexicon.protected
        alias = after.low in ("aka", "alias") or (after.low in ("real", "true") and beyond.low == "name")
        return len(words[at].low) > 2 and (equals or (alias and len(after.gap) < 3))

    def _is_small_name(self, run: Sequence[Word], cue: Cue | None) -> bool:
        """Believe small letters after a strong cue, or a familiar forename."""
        return bool(cue and cue.strong) or len(run) > 1 or self.quiet or self._lexicon.is_familiar(run[0].low)

    def _is_forename_first(self, run: Sequence[Word]) -> bool:
        return run[0].low in self._lexicon.forenames and len(run[1].low) > 1

    def _is_unexplained(self, at: int, last: int) -> bool:
        """Believe a capital that neither a sentence's beginning nor an everyday word explains."""
        first = self._words[at]
        if first.upper:
            return self._is_unexplained_in_capitals(at)
        if not first.text.istitle() or len(first.low) < 3:
            return False
        if first.opens:
            return self._acts(at, last)
        after = self._words[last + 1] if last + 1 < len(self._words) else None
        if after is not None and after.gap == ", " and after.low in ("who", "whose"):
            return True
        rare = any(self._lexicon.is_rare(word) for word in self._words[at : last + 1])
        return (rare and not self._is_taught(at, last)) or self._is_alone(at, last)

    def _is_taught(self, at: int, last: int) -> bool:
        """Say whether an unlisted word is a course's by the word after it: a Stepwise session."""
        after = self._words[last + 1] if last + 1 < len(self._words) else None
        return at == last and after is not None and after.gap == " " and after.low in _COURSES

    def _is_unexplained_in_capitals(self, at: int) -> bool:
        """Believe a rare word of five letters or more that is all capitals and no slip of an everyday word."""
        low = self._words[at].low
        before, after = self._words[at - 1] if at else None, self._words[at + 1] if at + 1 < len(self._words) else None
        placed = before is not None and before.low in cues.BESIDE_PEOPLE and self._words[at].gap == " "
        acts = after is not None and after.gap == " " and after.low in self._lexicon.person_verbs
        listed = self._lexicon.is_plain(low) or low in self._lexicon.uncommon or low[:-1] in self._lexicon.uncommon
        if len(low) < _SHORTEST_OPENING or listed:
            return acts and len(low) < _SHORTEST_OPENING - 1 and after is not None and after.low == after.text
        return placed or acts or not self._lexicon.is_misspelt(low)

    def _acts(self, at: int, last: int) -> bool:
        """Say whether a sentence's first word is a person by what follows: a deed, brackets, a comma."""
        first, lexicon = self._words[at], self._lexicon
        after = self._words[last + 1] if last + 1 < len(self._words) else None
        if after is None:
            return False
        does = after.gap in (" ", "'") and (after.low in lexicon.verbs or after.low in lexicon.person_verbs)
        if lexicon.is_rare(first):
            thing = first.low in self._small and not lexicon.is_name(first.low)
            long = len(first.low) >= _SHORTEST_OPENING and after.gap == " " and not after.capital and not thing
            return does or after.gap in _BEHIND_NAME or (long and not lexicon.is_misspelt(first.low))
        if first.low == "will" and after.gap == ", ":
            return True
        if (
            first.low in lexicon.forenames
            and after.gap == ", "
            and after.low.endswith("ing")
            and first.low in lexicon.everyday
        ):
            return True
        person = (after.gap == " " and after.low in lexicon.person_verbs) or after.low in ("who", "whose")
        if first.low in self._repeated and (does or person or after.gap in (", ", "! ", "? ")):
            return True
        if not lexicon.is_name(first.low):
            return False
        return person or (does and first.low not in lexicon.everyday and first.low not in self._small)

    def _is_alone(self, at: int, last: int) -> bool:
        """Say whether an everyday word stands capitalised in mid-sentence as only a name does."""
        words, lexicon, low = self._words, self._lexicon, self._words[at].low
        before, after = words[at - 1], words[last + 1] if last + 1 < len(words) else None
        beside = before.capital or (after is not None and after.capital and after.gap == " ")
        if last == at + 1 and low in cues.EPITHETS and lexicon.is_name(words[last].low):
            return True
        if last > at or beside or (low in self._small and low not in lexicon.everyday):
            return False
        if low in lexicon.forenames and low in lexicon.everyday:
            return True
        beside_people = before.low in cues.BESIDE_PEOPLE or (before.low in cues.LINKING and low in lexicon.surnames)
        placed = (beside_people and len(words[at].gap) < 3) or (low in self._repeated and before.low not in _ARTICLES)
        acting = (
            after is not None and after.gap in (" ", "'") and (after.low in lexicon.person_verbs or after.low == "s")
        )
        return placed or (acting and low in lexicon.surnames)
