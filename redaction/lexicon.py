"""The word lists: which words are names, which are ordinary, which must stay."""

import gzip
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicons"
PARTICLES = frozenset(
    "de da do dos das del della di du la le van von der den ter ten bin binti ibn bint al el ul ap ab ferch st".split()
)


@dataclass(frozen=True)
class Lexicon:
    """Sets of folded, lower-case words; towns are phrases."""

    forenames: frozenset[str]
    surnames: frozenset[str]
    ordinary: frozenset[str]
    protected: frozenset[str]
    everyday: frozenset[str]
    verbs: frozenset[str]
    towns: frozenset[str]

    def is_name(self, word: str) -> bool:
        """Say whether a folded word is somebody's name somewhere."""
        return word in self.forenames or word in self.surnames

    def is_plain(self, word: str) -> bool:
        """Say whether a folded word is everyday English or policy, its plural or possessive included."""
        return (
            word in self.ordinary
            or word in self.protected
            or (word.endswith("s") and (word[:-1] in self.ordinary or word[:-1] in self.protected))
        )


@cache
def load() -> Lexicon:
    """Read the lists, once a process."""
    return Lexicon(
        forenames=_packed("forenames"),
        surnames=_packed("surnames"),
        ordinary=_packed("words"),
        protected=_plain("protected"),
        everyday=_plain("everyday"),
        verbs=_plain("verbs"),
        towns=frozenset(
            town.strip().replace("-", " ") for line in lines("towns") for town in line.split(";") if town.strip()
        ),
    )


def _packed(name: str) -> frozenset[str]:
    return frozenset(gzip.decompress((FOLDER / f"{name}.txt.gz").read_bytes()).decode().split())


def _plain(name: str) -> frozenset[str]:
    return frozenset(word for line in lines(name) for word in line.split())


def lines(name: str) -> list[str]:
    """Read the lines of one plain list, in lower case, its remarks left out."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").lower()
    return [line for line in text.splitlines() if not line.startswith("#")]


STREET_TYPES: dict[str, tuple[str, ...]] = {
    full.strip(): tuple(shorts.split()) for full, _, shorts in (line.partition(":") for line in lines("street_types"))
}
