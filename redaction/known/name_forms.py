"""The forms in which a known person's name may be written, each as the folded words that make it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import permutations

from redaction.known.nicknames import nicknames, shortenings
from redaction.lexicon import PARTICLES
from redaction.normalising import fold
from redaction.parties import Party

WORD = re.compile(r"[^\W_]+")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe", "å": "aa", "Å": "Aa"}
)
NEAR_LENGTH = 4


@dataclass
class NameForms:
    """Every form of every party's name: full forms, pet forms and initials, each with the parties who bear it."""

    full: dict[str, set[int]] = field(default_factory=dict)
    forenames: dict[str, set[int]] = field(default_factory=dict)
    pet: dict[str, set[int]] = field(default_factory=dict)
    initials: dict[str, set[int]] = field(default_factory=dict)
    letters: dict[int, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, parties: Sequence[Party]) -> "NameForms":
        """Derive the forms of all parties."""
        forms = cls()
        for index, party in enumerate(parties):
            forms._add(index, party)
        return forms

    def _add(self, index: int, party: Party) -> None:
        first = list(_parts(party.forenames))
        last = list(_parts(party.surname))
        for phrase in (*first, *last, *_aliases(party)):
            self.full.setdefault(phrase, set()).add(index)
        for phrase in _joined(party):
            self.full.setdefault(phrase, set()).add(index)
        for phrase in (*first, *(alias for alias in _aliases(party) if " " not in alias)):
            self.forenames.setdefault(phrase, set()).add(index)
            for short in nicknames(phrase) | shortenings(phrase):
                self.pet.setdefault(short, set()).add(index)
        self.letters[index] = {phrase[0] for phrase in first}
        for written in _initials(party):
            self.initials.setdefault(written, set()).add(index)


def _parts(name: str) -> Iterator[str]:
    """Give the forms of each part of a forename or surname and of the whole, as space-joined folded words."""
    for spelt in {name, name.translate(_UMLAUTS)}:
        folded = fold(spelt)
        words = WORD.findall(folded)
        if len(words) > 1:
            yield " ".join(words)
            yield "".join(words)
        for piece in re.split(r"[\s\-]+", folded):
            yield from _piece(WORD.findall(piece))


def _piece(words: list[str]) -> Iterator[str]:
    """Give the forms of one unhyphenated part: O'Neill is also O Neill and Neill; McKay also Mackay and Mc Kay."""
    whole = "".join(words)
    if len(whole) < 2 or whole in PARTICLES:
        return
    yield whole
    if len(words) > 1:
        yield " ".join(words)
        yield from (word for word in words if len(word) > 3)
    prefix = re.match(r"ma?c(?=[a-z]{4})", whole)
    if prefix:
        rest = whole[prefix.end() :]
        yield from (start + between + rest for start in ("mc", "mac") for between in ("", " "))


def _aliases(party: Party) -> Iterator[str]:
    for alias in party.aliases:
        words = WORD.findall(fold(alias))
        if words:
            yield " ".join(words)
            yield "".join(words)
        if len(words) > 1:
            yield from (word for word in words if len(word) > 2 and word not in PARTICLES)


def _joined(party: Party) -> Iterator[str]:
    """Give forename and surname run together, as in handles: margarethughes, hughesm, mhughes."""
    first, last = WORD.findall(fold(party.forenames)), "".join(WORD.findall(fold(party.surname)))
    if first and last:
        for one, other in permutations((first[0], last)):
            yield one + other
        if len(last) > 2:
            yield first[0][0] + last
            yield last + first[0][0]


def _initials(party: Party) -> Iterator[str]:
    """Give MAH and MH for Margaret Ann Hughes, and MAHJ for a double-barrelled Hughes-Jones."""
    first = [word[0] for word in WORD.findall(fold(party.forenames))]
    last = [word[0] for word in re.findall(r"[^\W_]+(?:'[^\W_]+)?", fold(party.surname)) if word not in PARTICLES]
    if first and last:
        yield from {"".join(first) + last[0], first[0] + last[0], "".join(first + last), first[0] + "".join(last)}
