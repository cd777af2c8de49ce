"""The word lists: which words are names, which are ordinary, which must stay."""

import gzip
from collections.abc import Callable, Set
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Protocol

from redaction.slips import Slips

_SHORTEST_ADDED = 5
_LONGEST_SPELT = 24  # longer than any word of the lists that a slip is looked for in
FOLDER = Path(__file__).parent / "lexicons"
PARTICLES = frozenset(
    (
        "de da do dos das del della di du d la le van von vom zu der den ter ten bin binti ibn bint al el ul ap ab "
        "ferch st y e dla"
    ).split()
)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Sets of folded, lower-case words; towns are phrases: only to itself, and read anew where it is sent."""

    forenames: Set[str]
    surnames: Set[str]
    ordinary: Set[str]
    protected: Set[str]
    brands: Set[str]
    everyday: Set[str]
    verbs: Set[str]
    person_verbs: Set[str]
    names_first: Set[str]
    familiar: Set[str]
    towns: Set[str]
    villages: Set[str] = frozenset()
    welsh: Set[str] = frozenset()  # of its sentences and of policy, which are protected too
    uncommon: Set[str] = frozenset()  # rarer English, which counts as such in small letters only

    def __reduce__(self) -> tuple[Callable[[], "Lexicon"], tuple[()]]:
        """Send another process no words: it reads the lists itself, once."""
        return load, ()

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

    def is_familiar(self, word: str) -> bool:
        """Say whether a word is a familiar forename, or one with the s or the o that speech adds: joshs, deano."""
        if word in self.familiar:
            return True
        if len(word) < _SHORTEST_ADDED or word[-1] not in "so" or word in self.ordinary or word in self.protected:
            return False
        bare = word.removesuffix("s").removesuffix("o")
        return bare in self.familiar or (bare in self.names_first and bare in self.forenames)

    def is_rare(self, word: "Capital") -> bool:
        """Say whether a word is no everyday English, or with its capital is a name far oftener than the word."""
        return not self.is_plain(word.low) or (word.low in self.names_first and word.text[0].isupper())

    def is_misspelt(self, word: str) -> bool:
        """Say whether a word is one slip of the keys away from everyday English."""
        if len(word) > _LONGEST_SPELT:
            return False
        slips = self._slips.mended(word)
        return not (self.ordinary.isdisjoint(slips) and self.protected.isdisjoint(slips))

    @cached_property
    def familiar_words(self) -> frozenset[str]:
        """The familiar forenames that are everyday words too and end as speech makes them: les, milo."""
        return frozenset(word for word in self.familiar if word in self.ordinary and word[-1] in "so")

    @cached_property
    def _slips(self) -> Slips:
        return Slips({*self.ordinary, *self.protected})


class Capital(Protocol):
    """What a word must tell to be judged by its capital."""

    @property
    def low(self) -> str:
        """The word in small letters."""

    @property
    def text(self) -> str:
        """The word as it is written."""


@cache
def load() -> Lexicon:
    """Read the lists, once a process."""
    return Lexicon(
        forenames=_packed("forenames", _plain("more_forenames")),
        surnames=_packed("surnames"),
        ordinary=_packed("words"),
        protected=_plain("protected") | _plain("welsh") | _plain("brands"),
        brands=_plain("brands"),
        everyday=_plain("everyday"),
        verbs=_plain("verbs"),
        person_verbs=_plain("person_verbs"),
        names_first=_plain("names_first") - _plain("everyday"),
        familiar=_packed("familiar"),
        towns=frozenset(
            town.strip().replace("-", " ") for line in lines("towns") for town in line.split(";") if town.strip()
        ),
        villages=frozenset(_unpacked("villages").split("\n")),
        welsh=_plain("welsh"),
        uncommon=_packed("uncommon"),
    )


def _packed(name: str, more: frozenset[str] = frozenset()) -> Set[str]:
    """Read a long list as keys: Python passes over these as it looks for circles, in 8 ms, and through sets in 20."""
    return dict.fromkeys((*_unpacked(name).split(), *more)).keys()


def _unpacked(name: str) -> str:
    return gzip.decompress((FOLDER / f"{name}.txt.gz").read_bytes()).decode()


def _plain(name: str) -> frozenset[str]:
    return frozenset(word for line in lines(name) for word in line.split())


def lines(name: str) -> list[str]:
    """Read the lines of one plain list, in lower case, its remarks left out."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").lower()
    return [line for line in text.splitlines() if not line.startswith("#")]


def words_of(name: str, kind: str) -> frozenset[str]:
    """Give the words of one kind in a plain list, each of whose lines begins with its kind and a colon."""
    told = (line.partition(":") for line in lines(name))
    return frozenset(word for named, _, words in told if named == kind for word in words.split())


STREET_TYPES: dict[str, tuple[str, ...]] = {
    full.strip(): tuple(shorts.split()) for full, _, shorts in (line.partition(":") for line in lines("street_types"))
}
