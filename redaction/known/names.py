"""Finding the parties' names in a text, whatever form they take."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redaction.findings import Finding
from redaction.known.name_forms import NEAR_LENGTH, NameForms
from redaction.known.ordinary import is_likelier_a_word
from redaction.known.spelling import NearWords
from redaction.lexicon import Lexicon
from redaction.named.announcing import COLLAR
from redaction.named.cues import RANKS
from redaction.parties import Party
from redaction.words import Word

_LONGEST = 6
_MOST_LETTERS = 24
_BETWEEN = re.compile(r"[ \t,.'\-_/&()+]{0,3}(?:\r?\n)?[ \t'\-]{0,3}")
_LEET = (str.maketrans("013457$@", "oieastsa"), str.maketrans("013457$@", "oleastsa"))


@dataclass(frozen=True, slots=True)
class _Hit:
    """One word, or several, that spell a form of somebody's name."""

    first: int
    last: int
    parties: frozenset[int]
    certainty: float
    reason: str
    weak: bool
    alone: bool = True


class KnownNames:
    """All forms of all parties' names, looked up word by word."""

    def __init__(self, parties: Sequence[Party], lexicon: Lexicon) -> None:
        """Derive the forms and index those of four letters or more by spelling."""
        self._forms = NameForms.of(parties)
        self._officers = frozenset(index for index, party in enumerate(parties) if party.role == "officer")
        self._lexicon = lexicon
        self._near = NearWords(form for form in self._forms.full if " " not in form and len(form) >= NEAR_LENGTH)
        self._inside = [form for form in self._forms.full if " " not in form and len(form) >= NEAR_LENGTH]
        self._starts = {form.split(" ")[0] for form in self._forms.full if " " in form}

    def find(self, words: Sequence[Word]) -> Iterator[Finding]:
        """Give each mention; one that may be an ordinary word has a certainty under a half."""
        hits = list(self._hits(words))
        at = 0
        while at < len(hits):
            group, parties = [hits[at]], hits[at].parties
            while (
                at + 1 < len(hits)
                and parties & hits[at + 1].parties
                and _adjoin(words, group[-1].last, hits[at + 1].first)
            ):
                at += 1
                parties &= hits[at].parties
                group.append(hits[at])
            at += 1
            if len(group) > 1 or group[0].alone:
                yield self._mention(words, group, self._likeliest(words, group, parties))

    def _likeliest(self, words: Sequence[Word], group: list[_Hit], parties: frozenset[int]) -> frozenset[int]:
        """Leave officers out where a bare forename is somebody else's too: officers go by rank, number or surname."""
        first, last = group[0].first, group[-1].last
        if last > first or _has_rank(words, first):
            return parties
        low = words[first].low
        shared = {index for forms in (self._forms.forenames, self._forms.pet) for index in forms.get(low, ())}
        return parties - (self._officers & shared) or parties

    def _mention(self, words: Sequence[Word], group: list[_Hit], parties: frozenset[int]) -> Finding:
        letters = set().union(*(self._forms.letters[party] for party in parties))
        first, last = _with_initials(words, group[0].first, group[-1].last, letters)
        widened = (first, last) != (group[0].first, group[-1].last)
        weak = all(hit.weak for hit in group) and len(group) == 1 and not widened
        surest = max(group, key=lambda hit: hit.certainty)
        return Finding(
            words[first].start, words[last].end, "name", "known",
            0.3 if weak else surest.certainty,
            "may be an ordinary word here" if weak else surest.reason,
            parties=tuple(sorted(parties)),
        )  # fmt: skip

    def _hits(self, words: Sequence[Word]) -> Iterator[_Hit]:
        at = 0
        while at < len(words):
            hit = (
                self._phrase(words, at)
                or self._word(words, at)
                or self._broken(words, at)
                or self._spelt_out(words, at)
            )
            if hit:
                yield hit
            at = hit.last + 1 if hit else at + 1

    def _phrase(self, words: Sequence[Word], at: int) -> _Hit | None:
        """Match a form of several words, the longest first."""
        if words[at].low not in self._starts:
            return None
        end = at
        while end + 1 < len(words) and end - at < _LONGEST and _BETWEEN.fullmatch(words[end + 1].gap):
            end += 1
        for last in range(end, at, -1):
            parties = self._forms.full.get(" ".join(word.low for word in words[at : last + 1]))
            if parties:
                return _Hit(at, last, frozenset(parties), 0.99, "a party's name", False)
        return None

    def _word(self, words: Sequence[Word], at: int) -> _Hit | None:
        """Match one word: as it is, with a lost apostrophe, as a pet form, misspelt, or inside a handle."""
        word = words[at]
        if word.low in self._forms.full:
            return _Hit(
                at,
                at,
                frozenset(self._forms.full[word.low]),
                0.99,
                "a party's name",
                is_likelier_a_word(words, at, self._lexicon),
            )
        stem = word.low[:-1] if word.low.endswith("s") else ""
        if stem in self._forms.full and self._may_lack_apostrophe(word, stem):
            return _Hit(
                at,
                at,
                frozenset(self._forms.full[stem]),
                0.9,
                "a party's name",
                is_likelier_a_word(words, at, self._lexicon),
            )
        return self._initialled(word, at) or self._pet(words, at) or self._misspelt(words, at) or self._handle(word, at)

    def _may_lack_apostrophe(self, word: Word, stem: str) -> bool:
        """Say whether a name with an s is a possessive rather than a word, as Bulls or Does may be."""
        if not self._lexicon.is_plain(word.low):
            return True
        rare = stem not in self._lexicon.everyday and word.low not in self._lexicon.protected
        return word.capital and (rare or not word.opens)

    def _initialled(self, word: Word, at: int) -> _Hit | None:
        parties = self._forms.initials.get(word.low)
        if not parties or not word.upper or self._lexicon.is_plain(word.low):
            return None
        return _Hit(at, at, frozenset(parties), 0.8, "a party's initials", False)

    def _pet(self, words: Sequence[Word], at: int) -> _Hit | None:
        word = words[at]
        low = word.low if word.low in self._forms.pet else word.low.removesuffix("s")
        parties = self._forms.pet.get(low)
        if (
            not parties
            or (not word.capital and self._lexicon.is_plain(word.low))
            or (word.low in self._lexicon.protected)
        ):
            return None
        if self._lexicon.is_plain(word.low) and (word.opens or is_likelier_a_word(words, at, self._lexicon)):
            return None
        return _Hit(at, at, frozenset(parties), 0.8, "a short form of a party's forename", False)

    def _misspelt(self, words: Sequence[Word], at: int) -> _Hit | None:
        word = words[at]
        plain = self._lexicon.is_plain(word.low)
        if len(word.low) < NEAR_LENGTH - 1 or (plain and (not word.capital or word.low in self._lexicon.protected)):
            return None
        near = self._near.near(word.low) or self._near.near(word.low.removesuffix("s"))
        parties = frozenset(party for form in near for party in self._forms.full[form])
        if not parties:
            return None
        another = word.capital and not plain and self._lexicon.is_name(word.low)
        return _Hit(
            at, at, parties, 0.7, "one letter away from a party's name", plain and word.opens, alone=not another
        )

    def _handle(self, word: Word, at: int) -> _Hit | None:
        """Match a name run together with other letters or digits, or written with digits for letters."""
        low = word.low
        if len(low) < NEAR_LENGTH or self._lexicon.is_plain(low):
            return None
        digits = not low.isalpha()
        for table in _LEET if digits and not low.isdigit() else ():
            spelt = self._forms.full.get(low.translate(table))
            if spelt:
                return _Hit(at, at, frozenset(spelt), 0.8, "a party's name, digits for letters", False)
        if len(low) < 6 or (low.isalpha() and self._lexicon.is_name(low)):
            return None
        held = [form for form in self._inside if form in low and (digits or len(form) > NEAR_LENGTH)]
        parties = frozenset(party for form in held for party in self._forms.full[form])
        return _Hit(at, at, parties, 0.8, "a party's name inside a longer word", False) if parties else None

    def _broken(self, words: Sequence[Word], at: int) -> _Hit | None:
        """Match a name broken over two lines."""
        if at + 1 == len(words) or "\n" not in words[at + 1].gap or words[at + 1].gap.strip() not in ("", "-"):
            return None
        low = words[at].low + words[at + 1].low
        parties = frozenset(self._forms.full.get(low, ()) if len(low) >= NEAR_LENGTH else ())
        both_words = {words[at].low, words[at + 1].low} <= self._lexicon.ordinary
        if not parties or (both_words and (words[at].opens or not words[at].capital)):
            return None
        return _Hit(at, at + 1, frozenset(parties), 0.8, "a party's name over two lines", False)

    def _spelt_out(self, words: Sequence[Word], at: int) -> _Hit | None:
        """Match letters with dots or spaces between them: M.A.H., H u g h e s."""
        letters = "".join(word.low for word in _single_letters(words, at))
        for length in range(len(letters), 1, -1):
            parties = self._forms.full.get(letters[:length], set()) if length > 2 else set()
            dotted = all("." in word.gap for word in words[at + 1 : at + length])
            if words[at].capital and (dotted or length > 2):
                parties = parties or self._forms.initials.get(letters[:length], set())
            if parties:
                reason = "a party's name or initials, letter by letter"
                return _Hit(at, at + length - 1, frozenset(parties), 0.8, reason, False)
        return None


def _adjoin(words: Sequence[Word], left: int, right: int) -> bool:
    """Say whether two hits make one mention: side by side, or with one capitalised middle name or initial between."""
    if right - left == 1:
        return _BETWEEN.fullmatch(words[right].gap) is not None and "&" not in words[right].gap
    middle = words[left + 1]
    return right - left == 2 and middle.capital and middle.gap == " " and words[right].gap in (" ", ". ")


def _has_rank(words: Sequence[Word], at: int) -> bool:
    """Say whether a rank or a collar number stands beside a word."""
    beside = [words[at - 1]] if at and len(words[at].gap) < 3 else []
    beside += [word for word in words[at + 1 : at + 2] if len(word.gap) < 3]
    return any(word.low in RANKS or COLLAR.fullmatch(word.text) for word in beside)


def _single_letters(words: Sequence[Word], at: int) -> list[Word]:
    """Give the words of one letter that stand side by side from here on."""
    found: list[Word] = []
    for word in words[at : at + _MOST_LETTERS]:
        if len(word.low) > 1 or not word.low.isalpha() or (found and len(word.gap) > 2):
            break
        found.append(word)
    return found


def _with_initials(words: Sequence[Word], first: int, last: int, letters: set[str]) -> tuple[int, int]:
    """Widen a mention over the initials of its person that stand before or after: M. A. Hughes; Hughes, MA."""
    while first and _is_initial(words[first - 1], letters) and words[first].gap in (" ", ".", ". "):
        first -= 1
    while (
        last + 1 < len(words) and _is_initial(words[last + 1], letters) and words[last + 1].gap in (" ", ", ", ".", ",")
    ):
        last += 1
    return first, last


def _is_initial(word: Word, letters: set[str]) -> bool:
    return (
        len(word.low) < 4
        and word.text.isupper()
        and word.low not in ("i", "ip", "ap", "v")
        and set(word.low) <= letters
    )
