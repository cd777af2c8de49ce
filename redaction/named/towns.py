"""Finding towns by the lists; where the name is an everyday word or somebody's, by the words about it as well."""

from collections.abc import Iterator

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.words import Word

_LONGEST = 4
_STREETS = frozenset(("street",))  # in small letters it is one: nfa on the words in street
_GAPS = (" ", "-", "'")
_TOLD = frozenset("in near around from leaving into outside over at across".split())
_SURELY = frozenset("in from near around".split())
_AFTER = frozenset(
    "and or but with w on at in for to from by when where who he she they i we is was has had area way town since till "
    "then again because cos so after before all that which as til until now last this".split()
)


class NamedTowns:
    """Finds towns among the words of one text after another."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Index the towns by their first word."""
        self._lexicon = lexicon
        self._towns = {town.replace("'", " ") for town in lexicon.towns}
        self._villages = lexicon.villages - self._towns
        self._starts = frozenset(town.split()[0] for town in self._towns | self._villages)

    def find(self, words: list[Word], index: Index, *, quiet: bool) -> Iterator[Finding]:
        """Give each town that its letters or the words about it tell to be one."""
        after = 0
        for at in index.of(self._starts):
            last = self._last(words, at) if at >= after else None
            certainty = self._certainty(words, at, last, quiet=quiet) if last is not None else 0.0
            if last is None or not certainty:
                continue
            key = " ".join(word.low for word in words[at : last + 1])
            yield Finding(words[at].start, words[last].end, "town", "named", certainty, "a town by the list", key=key)
            after = last + 1

    def _last(self, words: list[Word], at: int) -> int | None:
        for last in range(min(at + _LONGEST, len(words)) - 1, at - 1, -1):
            run = words[at : last + 1]
            name = " ".join(word.low for word in run)
            listed = name in self._towns or name in self._villages
            if listed and all(word.gap in _GAPS for word in run[1:]):
                return last
        return None

    def _certainty(self, words: list[Word], at: int, last: int, *, quiet: bool) -> float:
        """Say how surely a town's name means the town here; one that is also a word or a name needs its neighbours."""
        word, lexicon = words[at], self._lexicon
        low = " ".join(each.low for each in words[at : last + 1])
        plain = all(each.plain for each in words[at : last + 1])
        told = _is_told(words, at, last)
        if word.capital or word.upper:
            if low in self._towns and word.capital:
                return 0.0 if last == at and word.opens and plain and not _has_police(words, last) else 0.8
            if not plain and not (last == at and lexicon.is_name(low)):
                return 0.7 if word.capital else 0.0
            return 0.7 if told and low not in lexicon.protected else 0.0
        if not quiet or low in _STREETS:
            return 0.0
        if not plain:
            return 0.7 if told or low in self._towns or not lexicon.is_name(low) else 0.0
        return (0.6 if told and at and words[at - 1].low in _SURELY else 0.3) if told else 0.0


def _has_police(words: list[Word], last: int) -> bool:
    """Say whether a police station or court of a town comes next: Bath police office."""
    after = [word.low for word in words[last + 1 : last + 4] if word.gap in (" ", "'")]
    stationed = after[:1] == ["police"] and after[1:2] in (["station"], ["office"], ["stn"])
    return stationed or (after[:1] == ["magistrates"] and "court" in after)


def _is_told(words: list[Word], at: int, last: int) -> bool:
    """Say whether a place is told by the word before, and no everyday word goes on with it: in Sale, from Deal."""
    before, after = words[at - 1] if at else None, words[last + 1] if last + 1 < len(words) else None
    if before is None or before.low not in _TOLD or words[at].gap != " ":
        return False
    return after is None or after.gap != " " or after.low in _AFTER
