"""Finding words that are one slip of the keyboard away: a letter lost, doubled, changed, or two changed places."""

from collections.abc import Iterable


class NearWords:
    """A set of words that can be asked for those within one edit (Damerau-Levenshtein) of another."""

    def __init__(self, words: Iterable[str]) -> None:
        """Index each word under its first two letters and last two, and a short one under its first and last too."""
        self._begun: dict[str, list[str]] = {}
        self._ended: dict[str, list[str]] = {}
        for word in words:
            for length in (1, 2) if len(word) < 6 else (2,):
                self._begun.setdefault(word[:length], []).append(word)
                self._ended.setdefault(word[-length:], []).append(word)

    def near(self, word: str) -> list[str]:
        """Give the indexed words within one edit of a word of three letters or more, sorted."""
        # One slip touches the first letter or the last, never both; of five letters or more the first two or the last.
        length = 2 if len(word) > 4 else 1
        begun, ended = self._begun.get(word[:length]), self._ended.get(word[-length:])
        if not begun and not ended:
            return []
        return sorted(other for other in {*(begun or ()), *(ended or ())} if within_one_edit(word, other))


def within_one_edit(first: str, second: str) -> bool:
    """Say whether one insertion, loss, change or swap of neighbours turns one word into the other."""
    if first == second or abs(len(first) - len(second)) > 1:
        return first == second
    start, shorter = 0, min(len(first), len(second))
    while start < shorter and first[start] == second[start]:
        start += 1
    a, b = first[start:], second[start:]
    swapped = len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]
