"""The forms of the parties' other identifiers and of the case's references, as letters and digits run together."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from redaction.known.addresses import POSTCODE, Address, Spelling
from redaction.known.name_parts import WORD
from redaction.known.phones import phone_keys
from redaction.lexicon import Lexicon
from redaction.normalising import fold
from redaction.parties import Party

_MARK = re.compile(r"(?=.*\d)(?=.*[a-z])[a-z\d]{2,4}[ -]?[a-z\d]{1,4}")
_OF_A_FORCE = re.compile(r"[a-z]{1,4}[ -]?(?P<figures>\d{4,6})")  # an officer's number after the letters of the force
_PHONE = re.compile(r"[+(\d][\d\s().+\-/]{7,22}(?:(?:ext|x)\.? ?\d{1,5})?")
_EXTENSION = re.compile(r"(?:ext|x)\.? ?\d{1,5}$")
_NO_ADDRESS = frozenset("nfa nofixedabode nofixedaddress notknown unknown refused withheld none nk tbc".split())
_SHORTEST = 3
_LONGEST_COLLAR = 6
_AS_DIGITS = str.maketrans("oilszb", "011528")


class Form(NamedTuple):
    """What a run of letters and digits gives away, and of which party."""

    spelling: Spelling
    party: int | None


def as_digits(lows: Collection[str]) -> list[str]:
    """Write runs with digits for the letters that look like them, so that either is found for the other."""
    return "\n".join(lows).translate(_AS_DIGITS).split("\n") if lows else []


def forms_of(parties: Sequence[Party], references: Sequence[str], lexicon: Lexicon) -> dict[str, list[Form]]:
    """Map each derivable form to what it gives away; raises ValueError when an identifier or reference is empty."""
    every = [
        Form(told, index) for index, party in enumerate(parties) for told in dict.fromkeys(_of_party(party, lexicon))
    ]
    every += [Form(told, None) for reference in references for told in dict.fromkeys(_reference(fold(reference)))]
    forms: dict[str, list[Form]] = {}
    for form, key in zip(every, as_digits([form.spelling.key for form in every]), strict=True):
        forms.setdefault(key, []).append(form)
    return forms


def _of_party(party: Party, lexicon: Lexicon) -> Iterator[Spelling]:
    """Give the forms of one party's identifiers; parts of one address may have been given apart."""
    address = Address(lexicon)
    for identifier in party.identifiers:
        folded = fold(identifier).strip()
        worn = _OF_A_FORCE.fullmatch(folded) if party.role == "officer" else None
        if worn:
            whole = "".join(_words(folded))
            yield from (Spelling(key, "collar", whole) for key in (whole, worn["figures"]))
        else:
            yield from _identifier(folded, address)
    yield from address.outward_codes()


def _identifier(folded: str, address: Address) -> Iterator[Spelling]:
    """Tell by its shape what an identifier is, and give its forms."""
    words = _words(folded)
    whole = "".join(words)
    if whole in _NO_ADDRESS:
        return
    if "@" in folded:
        yield from _online(folded, whole)
    elif _PHONE.fullmatch(folded) and 9 <= sum(c.isdigit() for c in _EXTENSION.sub("", folded)) <= 15:
        digits = "".join(WORD.findall(_EXTENSION.sub("", folded)))
        yield from (Spelling(key, "phone", digits) for key in dict.fromkeys(phone_keys(digits)))
    elif POSTCODE.fullmatch(folded):
        yield from address.spellings(folded)
    elif whole.isdigit():
        kind = "collar" if len(whole) <= _LONGEST_COLLAR else "number"
        yield from (Spelling(key, kind, whole) for key in {whole, whole.lstrip("0")} if len(key) >= _SHORTEST)
    elif _MARK.fullmatch(folded) and len(words) < 3:
        yield Spelling(whole, "vehicle", whole)
    else:
        yield from address.spellings(folded)


def _words(folded: str) -> list[str]:
    words = WORD.findall(folded)
    if not words:
        raise ValueError("An identifier or reference must hold at least one letter or digit.")
    return words


def _online(folded: str, whole: str) -> Iterator[Spelling]:
    """Give an e-mail address or handle, and the name before its @."""
    name, _, site = folded.partition("@")
    yield Spelling(whole, "email" if "." in site else "handle", whole)
    local = "".join(WORD.findall(name))
    if len(local) > _SHORTEST:
        yield Spelling(local, "handle", local)


def _reference(folded: str) -> Iterator[Spelling]:
    """Give a reference whole, and without the words before its first digit (`Crime No. 21000570103`)."""
    words = _words(folded)
    whole = "".join(words)
    yield Spelling(whole, "reference", whole)
    bare = "".join(word for word in words if any(c.isdigit() for c in word))
    if bare != whole and len(bare) >= _SHORTEST:
        yield Spelling(bare, "reference", whole)
