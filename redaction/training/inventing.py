"""Inventing documents in many manners of writing, from lines with gaps."""

import random
from collections.abc import Iterator
from pathlib import Path

from redaction.lexicon import Lexicon
from redaction.training.documents import Document
from redaction.training.gaps import Gaps, Writing
from redaction.training.names import Names

_FOLDER = Path(__file__).parent / "manners"
_NAMELESS = "nameless"
_BETWEEN = {"lists": ("\n",), "mail": ("\n", "\n\n", " "), "web": ("\n", " ")}


def manners() -> dict[str, list[str]]:
    """Read the lines with gaps, by manner."""
    return {path.stem: list(lines_of(path)) for path in sorted(_FOLDER.glob("*.txt"))}


def lines_of(path: Path) -> Iterator[str]:
    """Read the lines of one file, leaving out what is said about them."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.replace("\\n", "\n").replace("\\t", "\t")


def invent(count: int, lexicon: Lexicon, seed: int) -> Iterator[Document]:
    """Invent documents, the manners in turn, some lines without any name among them."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    gaps = Gaps(Names(lexicon, chance), chance)
    lines = manners()
    nameless = lines.pop(_NAMELESS)
    named = sorted(lines)
    for number in range(count):
        manner = named[number % len(named)]
        cast, writing = gaps.cast(), Writing()
        between = chance.choice(_BETWEEN.get(manner, (" ", " ", "\n", "\n\n")))
        for _ in range(chance.randint(3, 16)):
            plain = chance.random() < 0.3
            gaps.fill(chance.choice(nameless if plain else lines[manner]), cast, writing)
            writing.add(between)
        yield Document(manner, writing.text, tuple(writing.mentions))
