"""Finding words that are one slip of the keyboard away: a letter lost, doubled, changed, or two changed places."""

from collections.abc import Iterable


class NearWords:
    """A set of words that can be asked for those within one edit (Damerau-Levenshtein) of another."""

    def __init__(self, words: Iterable[str]) -> None:
        """Index each word under itself and under itself with any one letter left out."""
        self._index: dict[str, set[str]] = {}
        self._begun: set[str] = set()
        self._ended: set[str] = set()
        self._longest = 0
        for word in words:
            self._longest = max(self._longest, len(word))
            self._begun.add(word[:2])
            self._ended.add(word[-2:])
            for key in _shortened(word):
                self._index.setdefault(key, set()).add(word)

    def near(self, word: str) -> list[str]:
        """Give the indexed words within one edit of a word, sorted."""
        if len(word) > self._longest + 1:
            return []
        # One slip touches the first two letters or the last two, never both, of five or more.
        if len(word) > 4 and word[:2] not in self._begun and word[-2:] not in self._ended:
            return []
        found: set[str] = set()
        for key in _shortened(word):
            found |= self._index.get(key, set())
        return sorted(other for other in found if within_one_edit(word, other))


def within_one_edit(first: str, second: str) -> bool:
    """Say whether one insertion, loss, change or swap of neighbours turns one word into the other."""
    if first == second:
        return True
    start = next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
    a, b = first[start:], second[start:]
    swapped = len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]


def _shortened(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
