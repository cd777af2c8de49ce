"""The forms in which a known address may be written: whole, by part, with each way of shortening its kind of street."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from redaction.known.name_parts import WORD
from redaction.known.ordinary import is_common
from redaction.lexicon import STREET_TYPES, Lexicon

POSTCODE = re.compile(r"[a-z]{1,2}\d[a-z\d]? {0,2}\d[a-z]{2}")
_BUILDINGS = {
    "tower": ("twr",), "point": ("pt",), "house": ("hse",), "building": ("bldg",), "apartments": ("apts",),
    "lodge": ("ldg",), "mansions": ("mans",), "heights": ("hts",), "cottage": ("cott",), "farm": ("fm",),
}  # fmt: skip
_TYPE_OF = {short: (full, *shorts) for full, shorts in (STREET_TYPES | _BUILDINGS).items() for short in (full, *shorts)}
_WELSH = frozenset("heol ffordd stryd lon maes clos rhodfa".split())
_FLATS = ("flat", "apartment", "apt")
_NUMBER = re.compile(r"(?:no\.? ?)?\d{1,5} ?[a-z]?(?:[-/]\d{1,5}[a-z]?)?,? (?=[^\W\d])")
_DWELLING = re.compile(
    r"(?P<kind>flat|unit|apartment|apt|room|plot|bungalow|suite|house) (?P<number>\d{1,4} ?[a-z]?|[a-z])\b,? ?"
)
AFTER_A_PLACE = "@"
_MOST_RUNS = 64
_SHORTEST_NAME = 4


class Spelling(NamedTuple):
    """One form, run together; `thing` is the same for all spellings of one thing.

    A form that is `capital` counts only with a capital, a `doubtful` one is raised as a doubt.
    """

    key: str
    kind: str
    thing: str
    capital: bool = False
    doubtful: bool = False


class _Part(NamedTuple):
    kind: str
    keys: list[str]


class Address:
    """The addresses of one party, whose parts may be given together or apart."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Begin with nothing."""
        self._lexicon = lexicon
        self._outward: dict[str, None] = {}

    def spellings(self, folded: str) -> Iterator[Spelling]:
        """Give the forms of a folded address, which may hold its town and postcode after commas."""
        lines = re.split(r"[,;\n]+", folded)
        pieces = _numbers_joined([piece.strip() for line in lines for piece in _around_postcode(line)])
        parts = [self._part(piece) for piece in pieces if WORD.search(piece)]
        for kind, keys in parts:
            if kind == "postcode":
                self._outward[keys[0][:-3]] = None
            for key in keys:
                if len(key) > 2:
                    yield Spelling(key, kind, keys[0], kind in ("town", "place") and self._lexicon.is_plain(key))
        for piece in pieces:
            yield from self._street(piece)
            yield from self._dwelling(piece)
        yield from (Spelling(key, "address", "address") for key in _runs(parts))

    def outward_codes(self) -> Iterator[Spelling]:
        """Give each first half of a postcode: by itself a doubt, and marked as it counts after a street or town."""
        for code in self._outward:
            yield Spelling(AFTER_A_PLACE + code, "postcode", code)
            yield Spelling(code, "postcode", code, doubtful=True)

    def _part(self, text: str) -> _Part:
        """Tell what one part of an address is."""
        words = WORD.findall(text)
        whole = "".join(words)
        if POSTCODE.fullmatch(text):
            return _Part("postcode", [whole])
        if " ".join(words) in self._lexicon.towns:
            return _Part("town", [whole])
        if _DWELLING.match(text) or _NUMBER.match(text):
            return _Part("address", _spellings(words))
        street = words[-1] in _TYPE_OF or (words[0] in _WELSH and len(words) > 1)
        return _Part("street" if street else "place", _spellings(words))

    def _dwelling(self, text: str) -> Iterator[Spelling]:
        """Give a flat's or room's number with its word, and the building with or without it."""
        dwelling = _DWELLING.match(text)
        if not dwelling:
            return
        number = "".join(WORD.findall(dwelling["number"]))
        kinds = _FLATS if dwelling["kind"] in _FLATS else (dwelling["kind"],)
        numbered = [kind + number for kind in kinds]
        yield from (Spelling(key, "address", numbered[0]) for key in numbered)
        rest = text[dwelling.end() :]
        words = WORD.findall(rest)
        keys = _spellings(words) if words else []
        if len(words) > 1 and not words[0][0].isdigit():
            yield from (Spelling(key, "street", keys[0]) for key in keys)
            yield from (Spelling(start + key, "address", keys[0]) for key in keys for start in (number, *numbered))
        elif words:
            yield from (Spelling(key, "address", keys[0]) for key in keys)
            yield from self._street(rest)

    def _street(self, text: str) -> Iterator[Spelling]:
        """Give the street without its house number, and its name alone or with that number."""
        number = _NUMBER.match(text)
        words = WORD.findall(text[number.end() :] if number else text)
        if not words or not (number or words[-1] in _TYPE_OF or words[0] in _WELSH):
            if words[:1] == ["the"] and len(words) > 2:
                yield Spelling("".join(words[1:]), "place", "".join(words), capital=True)
            return
        keys = _spellings(words)
        thing = keys[0]
        if len(words) > 1:
            yield from (Spelling(key, "street", thing) for key in keys)
        name = "".join(words[1:] if words[0] in _WELSH else words[:-1] if words[-1] in _TYPE_OF else words)
        if len(name) >= _SHORTEST_NAME and number:
            house = "".join(WORD.findall(number[0].removeprefix("no")))
            yield Spelling(house + name, "address", thing, capital=is_common(name, self._lexicon))
        if len(name) > _SHORTEST_NAME and name not in self._lexicon.protected and name not in self._lexicon.everyday:
            yield Spelling(name, "street", thing, capital=True)


def _around_postcode(line: str) -> tuple[str, ...]:
    found = POSTCODE.search(line)
    return (line[: found.start()], found[0], line[found.end() :]) if found else (line,)


def _numbers_joined(pieces: list[str]) -> list[str]:
    """Put a house number that stands by itself before what follows it: 14, Acacia Avenue."""
    joined: list[str] = []
    for piece in filter(None, pieces):
        if joined and re.fullmatch(r"\d{1,5} ?[a-z]?", joined[-1]) and not POSTCODE.fullmatch(piece):
            joined[-1] += " " + piece
        else:
            joined.append(piece)
    return joined


def _spellings(words: list[str]) -> list[str]:
    """Give an address line run together, with each way of writing its kind of street and a leading Saint."""
    stem, last = "".join(words[:-1]), words[-1]
    kinds = dict.fromkeys((last, *_TYPE_OF.get(last, ())))
    saint = ["saint" + stem[2:] + last] if words[0] == "st" and len(words) > 2 else []
    return [stem + kind for kind in kinds] + saint


def _runs(parts: list[_Part]) -> Iterator[str]:
    """Give every run of two or more parts, one after another."""
    for first in range(len(parts)):
        runs = parts[first].keys
        for part in parts[first + 1 :]:
            runs = [run + key for run in runs for key in part.keys][:_MOST_RUNS]
            yield from runs
