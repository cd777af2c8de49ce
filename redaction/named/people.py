"""Finding people whom the case's fields do not give: by the words before them, by lists of names, by their capitals."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.lexicon import PARTICLES, Lexicon
from redaction.named import cues
from redaction.named.announcing import Cue, cue_before
from redaction.parties import Party
from redaction.words import Word

_JOINED = frozenset(" -'")
_LONGEST = 5
_SMALL_PARTICLES = PARTICLES - set(
    "st del do la le al das den ten van".split()
)  # the others are words or shorthand too
_SHORT_FORMS = frozenset("rui dara cara octavia athena nino roma".split())  # names too, when not in capitals
_RANK_PREFIXES = frozenset("tad")  # T/Sgt, A/Insp, D/Supt


class NamedPeople:
    """Finds third parties in one case."""

    def __init__(self, parties: Sequence[Party], lexicon: Lexicon) -> None:
        """Remember who may be an owner of relatives: `IP's mum` is the first victim's."""
        self._lexicon = lexicon
        self._owners: dict[str, int] = {}
        for index, party in enumerate(parties):
            self._owners.setdefault(party.role, index)

    def find(self, words: Sequence[Word], known: set[int]) -> Iterator[Finding]:
        """Give each person met; `known` holds where the parties' mentions begin."""
        at = 0
        while at < len(words):
            cue = cue_before(words, at, known, self._lexicon)
            last = self._run(words, at, cue)
            if last is None:
                at += 1
                continue
            yield self._finding(words, at, last, cue)
            at = last + 1

    def _run(self, words: Sequence[Word], at: int, cue: Cue | None) -> int | None:
        """Give the last word of the name that begins here, if one does."""
        if not self._may_begin(words[at], cue):
            return None
        last = at
        while last + 1 < len(words) and last - at < _LONGEST and self._continues(words, last):
            last += 1
        while last > at and words[last].low in PARTICLES:
            last -= 1
        return last if self._is_believed(words, at, last, cue) else None

    def _may_begin(self, word: Word, cue: Cue | None) -> bool:
        """Say whether a name may begin with a word; a policy word may only as a surname after a strong cue."""
        low, strong = word.low, cue is not None and cue.strong
        if low == "s" or not word.text.isalpha() or (len(low) == 1 and (not strong or low in _RANK_PREFIXES)):
            return False
        if not word.capital:
            rare = low in self._lexicon.forenames and not self._lexicon.is_plain(low)
            return strong and (rare or low in _SMALL_PARTICLES)
        if low in self._lexicon.protected and not (low in _SHORT_FORMS and word.text.istitle()):
            return strong and (self._lexicon.is_name(low) or low in PARTICLES) and low not in cues.RANKS
        return True

    def _continues(self, words: Sequence[Word], last: int) -> bool:
        """Say whether a name goes on with the next word."""
        word, following = words[last], words[last + 1]
        if not self._is_joined(word, following):
            return False
        low = following.low
        if low in PARTICLES:
            after = words[last + 2] if last + 2 < len(words) else None
            return bool(after and after.capital and after.gap in (" ", "'")) and (
                low in _SMALL_PARTICLES or following.capital
            )
        if not following.capital or not following.text.isalpha() or low == "s":
            return False
        return following.gap in ("-", "'") or self._may_follow(word, following)

    def _is_joined(self, word: Word, following: Word) -> bool:
        if following.gap in _JOINED:
            return True
        if following.gap in (". ", "."):
            return len(word.text) == 1 or word.low in PARTICLES
        return following.gap == "\n" and following.capital and self._lexicon.is_name(following.low)

    def _may_follow(self, word: Word, following: Word) -> bool:
        """Say whether a capitalised word is the next part of a name rather than the next word of a heading."""
        lexicon, low = self._lexicon, following.low
        if low in lexicon.protected:
            after_forename = word.low in lexicon.forenames and not (word.opens and lexicon.is_plain(word.low))
            return low in lexicon.surnames and (after_forename or (following.upper and not word.upper))
        return not lexicon.is_plain(word.low) or following.upper or not lexicon.is_plain(low) or lexicon.is_name(low)

    def _is_believed(self, words: Sequence[Word], at: int, last: int, cue: Cue | None) -> bool:
        """Decide whether a run of capitals is a person."""
        run, lexicon = words[at : last + 1], self._lexicon
        rare = [word for word in run if word.capital and len(word.low) > 1 and not lexicon.is_plain(word.low)]
        if cue and cue.strong:
            return bool(rare) or not run[0].opens
        if any(lexicon.is_name(word.low) for word in rare) or (cue and (rare or any(word.upper for word in run))):
            return True
        if len(run) > 1 and ((run[0].low in lexicon.forenames and len(run[1].low) > 1) or len(rare) > 1):
            return True
        if cue and len(run) == 1:
            return lexicon.is_name(run[0].low)
        unexplained = (
            (not run[0].opens or self._does_something(words, last)) and run[0].text.istitle() and len(run[0].low) > 2
        )
        return unexplained and (bool(rare) or self._is_lonely_forename(words, at))

    def _does_something(self, words: Sequence[Word], last: int) -> bool:
        """Say whether what follows a sentence's first word tells of a person: a verb, or words in brackets."""
        after = words[last + 1] if last + 1 < len(words) else None
        return bool(after and ((after.gap == " " and after.low in self._lexicon.verbs) or after.gap == " ("))

    def _is_lonely_forename(self, words: Sequence[Word], at: int) -> bool:
        """Say whether a forename that is also a word stands in mid-sentence with no other capital beside it."""
        after = words[at + 1] if at + 1 < len(words) else None
        alone = not words[at - 1].capital and not (after and after.capital and after.gap == " ")
        return alone and words[at].low in self._lexicon.forenames

    def _finding(self, words: Sequence[Word], at: int, last: int, cue: Cue | None) -> Finding:
        key = " ".join(word.low for word in words[at : last + 1])
        start, end = words[at].start, words[last].end
        if cue is None:
            listed = any(self._lexicon.is_name(word.low) for word in words[at : last + 1])
            reason, certainty = ("a name by the lists", 0.85) if listed else ("capitals that nothing explains", 0.6)
            return Finding(start, end, "name", "named", certainty, reason, key=key)
        owner = self._owners.get(cue.owner)
        if cue.kin and owner is not None:
            return Finding(start, end, "name", "named", cue.certainty, cue.reason, key, (owner,), cue.kin)
        return Finding(
            start, end, "name", "named", cue.certainty, cue.reason, key, label="Officer" if cue.officer else ""
        )
