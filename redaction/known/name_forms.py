"""The forms in which a known person's name may be written, each as the folded words that make it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from redaction.known.name_parts import MAC, WORD, aliases_of, names_of, parted, parts, written_out
from redaction.lexicon import PARTICLES, Lexicon
from redaction.nicknames import nicknames, shortenings
from redaction.parties import Party

NEAR_LENGTH = 4
Forms = dict[str, frozenset[int]]


@dataclass
class NameForms:
    """Every form of every party's name, each with the parties who bear it.

    `full` are names and what is made by joining them, `names` the single words of four letters or more among them
    that may be misspelt or stand inside a longer word, `pet` short forms, `coined` those that nobody need have used.
    """

    full: Forms = field(default_factory=dict)
    forenames: Forms = field(default_factory=dict)
    names: Forms = field(default_factory=dict)
    pet: Forms = field(default_factory=dict)
    coined: Forms = field(default_factory=dict)
    initials: Forms = field(default_factory=dict)
    letters: dict[int, frozenset[str]] = field(default_factory=dict)
    runs: dict[int, frozenset[str]] = field(default_factory=dict)
    prefixes: dict[int, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, parties: Sequence[Party], lexicon: Lexicon) -> "NameForms":
        """Derive the forms of all parties."""
        forms = cls()
        for index, party in enumerate(parties):
            forms._add(index, party, lexicon)
        return forms

    def called(self, form: str) -> frozenset[int] | None:
        """Give the parties who are called by a form that nobody need have coined."""
        return self.full.get(form) or self.pet.get(form)

    def _add(self, index: int, party: Party, lexicon: Lexicon) -> None:
        fields = list(dict.fromkeys(names_of(spelt) for spelt in _spelt(party)))
        aliases = dict.fromkeys(aliases_of(party))
        given = dict.fromkeys(form for first, _ in fields for form in parts(first))
        called = dict.fromkeys((*given, *(alias for alias in aliases if " " not in alias)))
        whole = dict.fromkeys((*given, *aliases, *(form for _, last in fields for form in parts(last))))
        cut = {form for name in called for form in shortenings(name)}
        real = {form for form in cut if form in lexicon.forenames and form not in lexicon.protected}
        short = real.union(*(nicknames(name) for name in called))
        _enter(self.full, index, whole)
        _enter(self.forenames, index, called)
        _enter(self.pet, index, short)
        _enter(self.coined, index, cut - short)
        _enter(self.names, index, (form for form in (*whole, *short) if " " not in form and len(form) >= NEAR_LENGTH))
        for first, last in (parted(*names) for names in fields):
            pieces = ["".join(WORD.findall(piece)) for piece in first.split()]
            _enter(
                self.full, index, _joined(dict.fromkeys((*pieces, *WORD.findall(first))), last, short | _begun(pieces))
            )
            _enter(self.full, index, _run_together(WORD.findall(first)))
            _enter(self.initials, index, _initials(first, last) if first and last else ())
        words = [word for first, last in fields for word in WORD.findall(f"{first} {last}")]
        self.letters[index] = frozenset(word[0] for word in words)
        self.runs[index] = frozenset(run for first, last in fields for run in _runs(first, last))
        self.prefixes[index] = frozenset(
            word for word in words if len(word) < 3 or word in PARTICLES or word in ("mac", "fitz")
        )


def _enter(forms: Forms, index: int, found: Iterable[str]) -> None:
    entered = dict.fromkeys(found, frozenset((index,)))
    for form in entered.keys() & forms.keys():
        entered[form] |= forms[form]
    forms.update(entered)


def _spelt(party: Party) -> Iterator[tuple[str, str]]:
    """Give a party's names as they are and, where they have umlauts, with those written out."""
    yield party.forenames, party.surname
    if not (party.forenames + party.surname).isascii():
        yield written_out(party.forenames), written_out(party.surname)


def _run_together(words: Sequence[str]) -> Iterator[str]:
    """Give two or more forenames, or parts of double ones, without what parts them: maryjane, janebo, pierreli."""
    for first in range(len(words)):
        for after in range(first + 2, len(words) + 1):
            joined = "".join(words[first:after])
            if len(joined) > NEAR_LENGTH:
                yield joined


def _begun(names: Iterable[str]) -> set[str]:
    """Give the beginnings by which long names go in handles."""
    return {name[:length] for name in names for length in (4, 5) if len(name) > length}


def _joined(first: Iterable[str], last: str, short: Iterable[str]) -> Iterator[str]:
    """Give forename and surname run together, as in handles: margarethughes, hughesm, mhughes, mahughes, maggieh."""
    words, given = WORD.findall(last), [name for name in first if name]
    if not given or not words:
        return
    letters = "".join(name[0] for name in given)
    for surname in {"".join(words), "".join(word for word in words if word not in PARTICLES)} - {""}:
        for name in dict.fromkeys((*given, "".join(given), *short)):
            yield from (name + surname, surname + name)
            if len(name) > 3:
                yield from (name + surname[0], surname[0] + name)
        if len(surname) > 2:
            yield from (start + surname for start in (letters, letters[0]))
            yield from (surname + end for end in (letters, letters[0]))


def _initials(first: str, last: str) -> Iterator[str]:
    """Give MAH and MH for Margaret Ann Hughes, MAHJ for a double-barrelled Hughes-Jones, and what _cut_down gives."""
    pieces = [WORD.findall(piece) for piece in re.split(r"[ \-]+", last)]
    final = [words[0][0] for words in pieces if words and "".join(words) not in PARTICLES] or [last[0]]
    cut = set(_cut_down(last))
    for start in _runs(first, ""):
        yield from (start + end for end in {final[0], final[-1], "".join(final), *cut})
    yield from (end for end in cut if len(end) > 2)


def _cut_down(last: str) -> Iterator[str]:
    """Give McA for McAllister, O'N for O'Neill and vdB for van der Berg."""
    if prefixed := MAC.match(last):
        yield last[: prefixed.end() + 1]
    if len(words := WORD.findall(last)) > 1:
        yield "".join(word[0] for word in words)


def _runs(first: str, last: str) -> set[str]:
    """Give the first letters of the forenames, and of the surname's parts, as they are set side by side."""
    every = [word[0] for word in WORD.findall(first)]
    spaced = [words[0][0] for piece in first.split() if (words := WORD.findall(piece))]
    given = {"".join(letters[:length]) for letters in (every, spaced) for length in range(1, len(letters) + 1)}
    return given | {"".join(word[0] for word in WORD.findall(last))} - {""}
