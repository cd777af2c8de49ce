"""Inventing what people are called without a name: initials, names online without a mark, everyday words."""

import random

from redaction.training.names import Names

_LETTERS = "ABCDEFGHIJKLMNOPRSTUVWYZ"
_AROUND = (
    "x",
    "xo",
    "its",
    "the",
    "real",
    "lil",
    "big",
    "ldn",
    "uk",
    "official",
    "backup",
    "plays",
    "07",
    "09",
    "2",
    "99",
)
_LEET = str.maketrans("aeio", "4310")


class Callings:
    """Draws what people are called by a given chance."""

    def __init__(self, names: Names, chance: random.Random) -> None:
        """Take where names and words are drawn from."""
        self._names = names
        self._chance = chance

    def initials(self) -> str:
        """Draw two letters, or three."""
        return "".join(self._chance.choice(_LETTERS) for _ in range(self._chance.choice((2, 2, 2, 3))))

    def online(self) -> str:
        """Draw a name online that bears no mark of one."""
        pick, names = self._chance.choice, self._names
        lead = pick((names.first(), names.first()[:4], names.word(), names.ordinary("noun"), names.nickname()))
        tail = pick(
            (names.word(), names.ordinary("noun"), pick(_AROUND), pick(_AROUND), names.last(), names.first()[0])
        )
        parts = [lead, tail] if self._chance.random() < 0.75 else [pick(_AROUND), lead, tail]
        joined = pick((".", "_", "_", "__", ".", "")).join(part.replace(" ", "") for part in parts)
        written = joined if self._chance.random() < 0.15 else joined.lower()
        if self._chance.random() < 0.15:
            written = written.translate(_LEET)
        return written + pick(("", "", "", str(self._chance.randint(1, 99)), f"0{self._chance.randint(1, 9)}"))

    def nickname(self) -> str:
        """Draw an everyday word, or two, that somebody goes by."""
        pick, names = self._chance.choice, self._names
        word = pick((names.word(), names.ordinary("Noun"), names.ordinary("Noun"), names.nickname()))
        return pick((word, word, word, word, f"{pick(('Big', 'Little', 'Young', 'Mad', 'Old', 'DJ', 'Lil'))} {word}"))
