"""Finding the numbers that officers wear, beside their ranks and names: PC 4312, PC Nwosu 4312, DS al-Amin (771)."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.lexicon import PARTICLES, Lexicon
from redaction.named.announcing import COLLAR
from redaction.named.cues import RANKS
from redaction.words import Word

_MOST_NAMES = 4
_AFTER_RANK = (" ", "", ": ", "/")
_AFTER_NAME = (" ", ", ", " (", "/")


def find_officer_numbers(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Finding]:
    """Give each number that follows a rank, at once or after a name."""
    for at, word in enumerate(words):
        if word.low in RANKS:
            number = _number_after(words, at) or _small_after(words, at, lexicon)
            if number:
                yield Finding(
                    number.start, number.end, "collar", "shaped", 0.9, "a number beside a rank", key=number.low
                )


def _small_after(words: Sequence[Word], rank: int, lexicon: Lexicon) -> Word | None:
    """Give the number after a name in small letters that is no everyday word: pc danby 1204."""
    if rank + 2 >= len(words) or not words[rank].text.islower() or not words[rank + 1].text.islower():
        return None
    name, number = words[rank + 1], words[rank + 2]
    told = COLLAR.fullmatch(number.text) and len(number.text) > 2 and number.gap == " " and name.gap == " "
    return number if told and not lexicon.is_plain(name.low) else None


def _number_after(words: Sequence[Word], rank: int) -> Word | None:
    for at in range(rank + 1, min(rank + 2 + _MOST_NAMES, len(words))):
        word = words[at]
        if COLLAR.fullmatch(word.text):
            return word if word.gap in (_AFTER_RANK if at == rank + 1 else _AFTER_NAME) else None
        if not (word.capital or word.upper or word.low in PARTICLES) or word.gap not in (" ", "-", "'"):
            return None
    return None
