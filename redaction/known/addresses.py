"""The forms in which a known address may be written: whole, by part, with each way of shortening its kind of street."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from redaction.known.name_forms import WORD
from redaction.lexicon import STREET_TYPES, Lexicon

POSTCODE = re.compile(r"[a-z]{1,2}\d[a-z\d]? {0,2}\d[a-z]{2}")
_TYPE_OF = {short: (full, *shorts) for full, shorts in STREET_TYPES.items() for short in (full, *shorts)}
_NUMBER = re.compile(r"(?:no\.? ?)?\d{1,5} ?[a-z]?(?:-\d{1,5})?,? (?=[^\W\d])")
_DWELLING = re.compile(r"(?:flat|unit|apartment|apt|room) ")
_MOST_RUNS = 64


class Spelling(NamedTuple):
    """One form, run together; `thing` is the same for all spellings of one thing."""

    key: str
    kind: str
    thing: str
    capital: bool = False


class _Part(NamedTuple):
    kind: str
    keys: list[str]


def address_spellings(folded: str, lexicon: Lexicon) -> Iterator[Spelling]:
    """Give the forms of a folded address, which may hold its town and postcode after commas."""
    pieces = [piece.strip() for line in re.split(r"[,;\n]+", folded) for piece in _around_postcode(line)]
    parts = [_part(piece, lexicon) for piece in pieces if WORD.search(piece)]
    for kind, keys in parts:
        for key in keys:
            if len(key) > 2:
                yield Spelling(key, kind, keys[0], kind in ("town", "place") and lexicon.is_plain(key))
    for piece in pieces:
        yield from _street(piece, lexicon)
    yield from (Spelling(key, "address", "address") for key in (*_runs(parts), *_with_outward_code(parts)))


def _around_postcode(line: str) -> tuple[str, ...]:
    found = POSTCODE.search(line)
    return (line[: found.start()], found[0], line[found.end() :]) if found else (line,)


def _part(text: str, lexicon: Lexicon) -> _Part:
    """Tell what one part of an address is."""
    words = WORD.findall(text)
    whole = "".join(words)
    if POSTCODE.fullmatch(text):
        return _Part("postcode", [whole])
    if " ".join(words) in lexicon.towns:
        return _Part("town", [whole])
    if _DWELLING.match(text) or _NUMBER.match(text):
        return _Part("address", _spellings(words))
    return _Part("street" if words[-1] in _TYPE_OF else "place", _spellings(words))


def _spellings(words: list[str]) -> list[str]:
    """Give an address line run together, with each way of writing its kind of street and a leading Saint."""
    stem, last = "".join(words[:-1]), words[-1]
    kinds = dict.fromkeys((last, *_TYPE_OF.get(last, ())))
    saint = ["saint" + stem[2:] + last] if words[0] == "st" and len(words) > 2 else []
    return [stem + kind for kind in kinds] + saint


def _street(text: str, lexicon: Lexicon) -> Iterator[Spelling]:
    """Give the street without its house number, and its name alone where that is no policy word."""
    number = _NUMBER.match(text)
    words = WORD.findall(text[number.end() :] if number else text)
    if len(words) < 2 or words[-1] not in _TYPE_OF:
        return
    name = "".join(words[:-1])
    thing = name + _TYPE_OF[words[-1]][0]
    yield from (Spelling(key, "street", thing) for key in _spellings(words))
    if len(name) > 4 and name not in lexicon.protected and name not in lexicon.everyday:
        yield Spelling(name, "street", thing, capital=True)


def _runs(parts: list[_Part]) -> Iterator[str]:
    """Give every run of two or more parts, one after another."""
    for first in range(len(parts)):
        runs = parts[first].keys
        for part in parts[first + 1 :]:
            runs = [run + key for run in runs for key in part.keys][:_MOST_RUNS]
            yield from runs


def _with_outward_code(parts: list[_Part]) -> Iterator[str]:
    """Give a street or address with the first half of the postcode."""
    outward = [part.keys[0][:-3] for part in parts if part.kind == "postcode"]
    yield from (
        key + code for part in parts if part.kind in ("address", "street") for key in part.keys for code in outward
    )
