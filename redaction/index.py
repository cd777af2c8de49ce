"""Where the words of a text stand, by what they are, so that a rule reads only those that it may be about."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from redaction.words import Word


class Index:
    """The places of a text's words, counted from nought; each kind is gathered when it is first asked for."""

    def __init__(self, words: Sequence[Word]) -> None:
        """Put the words under their small letters."""
        self._words = words
        places: dict[str, list[int]] = {}
        for at, word in enumerate(words):
            if word.low in places:
                places[word.low].append(at)
            else:
                places[word.low] = [at]
        self._places = places
        self.lows = frozenset(places)

    def of(self, lows: frozenset[str]) -> list[int]:
        """Give the places of all words that, in small letters, are among some."""
        return sorted([at for low in self.lows & lows for at in self._places[low]])

    def after(self, lows: frozenset[str]) -> list[int]:
        """Give the places right after such words."""
        last = len(self._words) - 1
        return [at + 1 for at in self.of(lows) if at < last]

    def behind(self, *gaps: str) -> list[int]:
        """Give the places of the words before which one of some gaps, other than a space, stands."""
        return sorted([at for gap in gaps for at in self.gaps.get(gap, ())])

    def starting(self, starts: Iterable[int]) -> list[int]:
        """Give the places of the words that start at some letters of the text."""
        return sorted([self.starts[start] for start in starts if start in self.starts])

    def ending(self, ends: Iterable[int]) -> list[int]:
        """Give the places of the words that end at some letters of the text."""
        return sorted([self.ends[end] for end in ends if end in self.ends])

    @cached_property
    def starts(self) -> dict[int, int]:
        """The place of the word that starts at each letter."""
        return {word.start: at for at, word in enumerate(self._words)}

    @cached_property
    def ends(self) -> dict[int, int]:
        """The place of the word that ends before each letter."""
        return {word.end: at for at, word in enumerate(self._words)}

    @cached_property
    def gaps(self) -> dict[str, list[int]]:
        """The places of the words behind each gap that is no space."""
        gaps: dict[str, list[int]] = {}
        for at, word in enumerate(self._words):
            if word.gap != " ":
                gaps.setdefault(word.gap, []).append(at)
        return gaps

    @cached_property
    def lines(self) -> list[int]:
        """The first words of the lines."""
        begun = {at for gap, places in self.gaps.items() if "\n" in gap for at in places}
        return sorted(begun | {0}) if self._words else []

    @cached_property
    def raised(self) -> list[int]:
        """The words that begin with a capital."""
        return [at for at, word in enumerate(self._words) if word.text[0].isupper()]

    @cached_property
    def unusual(self) -> list[int]:
        """All words but those of everyday English in small letters."""
        return [at for at, word in enumerate(self._words) if word.text is not word.low]

    @cached_property
    def letters(self) -> list[int]:
        """The words of one letter or figure."""
        return [at for at, word in enumerate(self._words) if len(word.text) == 1]

    @cached_property
    def figures(self) -> list[int]:
        """The words that begin with a figure."""
        return [at for at, word in enumerate(self._words) if word.text[0].isdigit()]


def together(*places: Iterable[int]) -> list[int]:
    """Give places of several kinds in order, each once."""
    return sorted({at for each in places for at in each})
