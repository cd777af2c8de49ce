"""What may be meant by a word that is one slip of the keys away from one of many, told by few tries.

What stands before a slip must be how one of the many begins, and what stands after it how one ends: most places of a
rare name are neither, and no letter need be tried there.
"""

from bisect import bisect_left
from collections.abc import Iterable
from string import ascii_lowercase


class Slips:
    """The beginnings and the ends of the words that may be meant."""

    def __init__(self, words: Iterable[str]) -> None:
        """Put the words in order, from their first letters and from their last."""
        self._begins = tuple(sorted(words))
        self._ends = tuple(sorted(word[::-1] for word in self._begins))

    def mended(self, word: str) -> list[str]:
        """Leave out, exchange, change and add a letter at each place where that may give one of the words."""
        begun, ended = _shared(self._begins, word), _shared(self._ends, word[::-1])
        mended: list[str] = []
        for place in range(max(0, len(word) - ended - 2), begun + 1):
            head, tail, rest = word[:place], word[place:], word[place + 1 :]
            if tail:
                mended.append(head + rest)
                mended.append(head + rest[:1] + tail[0] + rest[1:])
                mended += [head + letter + rest for letter in ascii_lowercase]
            mended += [head + letter + tail for letter in ascii_lowercase]
        return mended


def _shared(ordered: tuple[str, ...], word: str) -> int:
    """Give how many letters a word begins with as one of some words in order does, at most."""
    at = bisect_left(ordered, word)
    return max((_alike(word, near) for near in ordered[max(0, at - 1) : at + 1]), default=0)


def _alike(one: str, other: str) -> int:
    """Give how many letters two words begin with alike."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)
