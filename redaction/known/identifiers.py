"""The forms of the parties' other identifiers and of the case's references, as letters and digits run together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redaction.known.forms import WORD
from redaction.lexicon import Lexicon
from redaction.normalising import fold
from redaction.parties import Party

POSTCODE = re.compile(r"[a-z]{1,2}\d[a-z\d]? {0,2}\d[a-z]{2}")
_MARK = re.compile(r"(?=.*\d)(?=.*[a-z])[a-z\d]{2,4}[ -]?[a-z\d]{1,4}")
_PHONE = re.compile(r"[+(\d][\d\s().+\-]{7,20}")
_NUMBERED = re.compile(r"(?:(?:no\.? ?)?\d{1,5} ?[a-z]?(?:-\d{1,5})?),? (?=[^\W\d])")
STREET_TYPES: dict[str, tuple[str, ...]] = {
    "street": ("st", "str"), "road": ("rd",), "avenue": ("ave", "av"), "close": ("cl", "clo"), "lane": ("ln", "la"), "drive": ("dr", "drv"),
    "crescent": ("cres", "cresc", "cr"), "gardens": ("gdns", "gdn"), "garden": ("gdn",), "grove": ("gr", "grv", "gro"), "place": ("pl",),
    "terrace": ("terr", "ter", "tce"), "court": ("ct", "crt"), "square": ("sq",), "walk": ("wk", "wlk"), "way": ("wy",), "park": ("pk",),
    "hill": ("hl",), "mews": ("mws",), "rise": (), "row": (), "view": ("vw",), "parade": ("pde",), "green": ("grn",), "villas": (), "heol": (),
    "yard": (), "wharf": (), "quay": (), "embankment": (), "broadway": (), "boulevard": ("blvd",), "circus": (), "croft": (), "dale": (), "vale": (),
    "fold": (), "bank": (), "gate": (), "meadow": (), "meadows": (), "mount": (), "path": (), "estate": ("est",), "buildings": ("bldgs",), "cottages": ("cotts",),
}  # fmt: skip
_TYPE_OF = {short: (full, *shorts) for full, shorts in STREET_TYPES.items() for short in (full, *shorts)}


@dataclass(frozen=True, slots=True)
class Form:
    """What a run of letters and digits gives away; `capital` means that it must be written with a capital to count."""

    kind: str
    party: int | None
    thing: str
    capital: bool = False


def forms_of(parties: Sequence[Party], references: Sequence[str], lexicon: Lexicon) -> dict[str, list[Form]]:
    """Map each derivable form to what it gives away; raises ValueError when a reference is empty."""
    forms: dict[str, list[Form]] = {}
    for index, party in enumerate(parties):
        for key, form in _of_party(index, party, lexicon):
            forms.setdefault(key, []).append(form)
    for reference in references:
        keys = _reference(reference)
        if not keys:
            raise ValueError("A reference must hold at least one letter or digit.")
        for key in keys:
            forms.setdefault(key, []).append(Form("reference", None, keys[0]))
    return forms


def _of_party(index: int, party: Party, lexicon: Lexicon) -> Iterator[tuple[str, Form]]:
    for identifier in party.identifiers:
        words = WORD.findall(fold(identifier))
        if not words:
            raise ValueError("An identifier must hold at least one letter or digit.")
        yield from _of_identifier(index, fold(identifier).strip(), words, lexicon)


def _of_identifier(index: int, folded: str, words: list[str], lexicon: Lexicon) -> Iterator[tuple[str, Form]]:
    """Tell by its shape what an identifier is, and give its forms."""
    whole = "".join(words)
    if "@" in folded:
        yield whole, Form("email" if "." in folded.partition("@")[2] else "handle", index, whole)
        local = "".join(WORD.findall(folded.partition("@")[0]))
        if len(local) > 4:
            yield local, Form("handle", index, local)
    elif _PHONE.fullmatch(folded) and 9 <= sum(c.isdigit() for c in folded) <= 15:
        yield from ((key, Form("phone", index, whole)) for key in _phone(whole))
    elif POSTCODE.fullmatch(folded):
        yield whole, Form("postcode", index, whole)
    elif whole.isdigit():
        kind = "collar" if len(whole) < 7 else "number"
        if len(whole) > 2:
            yield whole, Form(kind, index, whole)
            yield whole.lstrip("0") if len(whole.lstrip("0")) > 2 else whole, Form(kind, index, whole)
    elif _MARK.fullmatch(folded) and len(words) < 3:
        yield whole, Form("vehicle", index, whole)
    else:
        yield from _address(index, folded, lexicon)


def _phone(digits: str) -> tuple[str, ...]:
    """Give a number's forms with and without its country code."""
    national = re.sub(r"^(?:00440?|440?|0)", "", digits)
    return digits, "0" + national, "44" + national, "0044" + national, "440" + national, "00440" + national


def _reference(reference: str) -> list[str]:
    """Give a reference whole, and without the words before its first digit (`Crime No. 21000570103`)."""
    words = WORD.findall(fold(reference))
    bare = [word for word in words if any(c.isdigit() for c in word)]
    return list(
        dict.fromkeys(key for key in ("".join(words), "".join(bare)) if len(key) > 2 or (key == "".join(words) and key))
    )


def _address(index: int, folded: str, lexicon: Lexicon) -> Iterator[tuple[str, Form]]:
    """Give an address whole and by part, and any run of its parts."""
    parts: list[tuple[str, list[str]]] = []
    for piece in re.split(r"[,;\n]+", folded):
        postcode = POSTCODE.search(piece)
        for text in (piece[: postcode.start()] if postcode else piece, postcode[0] if postcode else ""):
            if WORD.search(text):
                parts.append(_part(text.strip(), lexicon))
    for kind, spellings in parts:
        yield from (
            (key, Form(kind, index, spellings[0], capital)) for key, capital in _wanted(kind, spellings, lexicon)
        )
    for text in re.split(r"[,;\n]+", folded):
        yield from _street(index, text.strip(), lexicon)
    for first in range(len(parts)):
        for last in range(first + 1, len(parts)):
            for key in _runs([spellings for _, spellings in parts[first : last + 1]]):
                yield key, Form("address", index, "address")
    for kind, spellings in parts:
        if kind == "postcode":
            for other, names in parts:
                if other in ("address", "street"):
                    yield from ((name + spellings[0][:-3], Form("address", index, "address")) for name in names)


def _part(text: str, lexicon: Lexicon) -> tuple[str, list[str]]:
    words = WORD.findall(text)
    whole = "".join(words)
    if POSTCODE.fullmatch(text):
        return "postcode", [whole]
    if " ".join(words) in lexicon.towns:
        return "town", [whole]
    spellings = _spellings(words)
    if re.match(r"(?:flat|unit|apartment|apt|room) ", text) or _NUMBERED.match(text):
        return "address", spellings
    return ("street" if words[-1] in _TYPE_OF else "place"), spellings


def _spellings(words: list[str]) -> list[str]:
    """Give an address line run together, with each way of writing its kind of street."""
    stem, last = "".join(words[:-1]), words[-1]
    swapped = ["saint" + stem[2:]] if words[0] == "st" and len(words) > 2 else []
    return [stem + kind for kind in dict.fromkeys((last, *_TYPE_OF.get(last, ())))] + [s + last for s in swapped]


def _wanted(kind: str, spellings: list[str], lexicon: Lexicon) -> Iterator[tuple[str, bool]]:
    for key in spellings:
        if len(key) > 2:
            yield key, kind in ("town", "place") and lexicon.is_plain(key)


def _street(index: int, text: str, lexicon: Lexicon) -> Iterator[tuple[str, Form]]:
    """Give the street without its house number, and its name alone where that is a rare word."""
    number = _NUMBERED.match(text)
    words = WORD.findall(text[number.end() :] if number else text)
    if len(words) < 2 or words[-1] not in _TYPE_OF:
        return
    full = _TYPE_OF[words[-1]][0]
    thing = "".join(words[:-1]) + full
    yield from ((key, Form("street", index, thing)) for key in _spellings(words))
    name = "".join(words[:-1])
    if len(name) > 4 and not lexicon.is_plain(name):
        yield name, Form("street", index, thing, capital=True)


def _runs(parts: list[list[str]]) -> list[str]:
    runs = [""]
    for spellings in parts:
        runs = [run + spelling for run in runs for spelling in spellings][:64]
    return runs
