"""Finding towns by the list, where they are written with a capital."""

from collections.abc import Iterator

from redaction.findings import Finding
from redaction.lexicon import Lexicon
from redaction.words import Word

_LONGEST = 4
_GAPS = (" ", "-", "'")


class NamedTowns:
    """Finds towns among the words of one text after another."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Index the towns by their first word."""
        self._lexicon = lexicon
        self._starts = {town.replace("'", " ").split()[0] for town in lexicon.towns}
        self._towns = {town.replace("'", " ") for town in lexicon.towns}

    def find(self, words: list[Word]) -> Iterator[Finding]:
        """Give each town; one that is also an everyday word does not count where it opens a sentence."""
        for at, word in enumerate(words):
            if word.capital and word.low in self._starts:
                last = self._last(words, at)
                if last is not None and not (last == at and word.opens and self._lexicon.is_plain(word.low)):
                    key = " ".join(word.low for word in words[at : last + 1])
                    yield Finding(word.start, words[last].end, "town", "named", 0.8, "a town by the list", key=key)

    def _last(self, words: list[Word], at: int) -> int | None:
        for last in range(min(at + _LONGEST, len(words)) - 1, at - 1, -1):
            run = words[at : last + 1]
            if all(word.gap in _GAPS for word in run[1:]) and " ".join(word.low for word in run) in self._towns:
                return last
        return None
