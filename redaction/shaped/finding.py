"""Trying every shape on a text.

Most shapes hold a digit, and most of a narrative holds none: those shapes are tried only on the strips of a text
that stand about its digits. Shapes that need a word before them are tried only after that word.
"""

import re
from collections.abc import Iterable, Iterator

from redaction.clock import CLOCK
from redaction.findings import Finding
from redaction.named.windows import hinted, within
from redaction.shaped import (
    codes,
    devices,
    doors,
    money,
    numbered,
    online,
    people,
    places,
    police,
    references,
    rides,
    signing,
    spoken,
    telephones,
    vehicles,
)
from redaction.shaped.shape import DATE, MONTH, Cue, Shape
from redaction.shaped.strips import Strips

WITHOUT_DIGITS = (*online.WITHOUT_DIGITS, *places.WITHOUT_DIGITS, *doors.WITHOUT_DIGITS, *spoken.WITHOUT_DIGITS)
NUMBERS = (*money.NUMBERS, *devices.NUMBERS, *telephones.WITH_DIGITS, *references.LAST)
WITH_DIGITS = (
    *NUMBERS,
    *people.WITH_DIGITS,
    *places.WITH_DIGITS,
    *rides.WITH_DIGITS,
    *doors.WITH_DIGITS,
    *vehicles.WITH_DIGITS,
    *devices.WITH_DIGITS,
    *money.WITH_DIGITS,
    *police.WITH_DIGITS,
    *numbered.WITH_DIGITS,
    *codes.WITH_DIGITS,
    *references.WITH_DIGITS,
    *online.WITH_DIGITS,
)
CUES: tuple[Cue, ...] = (
    *telephones.CUES,
    *places.CUES,
    *rides.CUES,
    *doors.CUES,
    *vehicles.CUES,
    *people.CUES,
    *money.CUES,
    *devices.CUES,
    *online.CUES,
    *police.CUES,
    *numbered.CUES,
    *codes.CUES,
    *references.CUES,
)
_BY_WORD: dict[str, list[Cue]] = {}
for _each in CUES:
    for _word in _each.words:
        _BY_WORD.setdefault(_word, []).append(_each)
_WORD = re.compile(r"(?<![a-z\d])[a-z3]+(?:[./][a-z]\b){0,3}")
_AND_ANOTHER = re.compile(r" ?(?:[,/&;+]|and\b|or\b|to\b|-) ?(?:and )?", re.IGNORECASE)
_FOREIGN = re.compile(r"[^\W\x00-\x7f]")
_BETWEEN_LETTERS = re.compile(r"[\W_]+")
_IN_BRACKETS = re.compile(rf" ?\(\W{{0,2}}(?P<v>{DATE})\W{{0,2}}\)", re.IGNORECASE)
_BIRTH_YEAR = r"(?:19[2-9]\d|200\d|201[0-4]|'?(?:[3-9]\d|0\d))"
# Right after who is masked, in figures, of a year in which people at large were born.
_BIRTH_AFTER = re.compile(
    r"(?:\)?,? (?:- )?|: (?=[\d/.\-]{6,10}[,;\n])|\. (?=[\d/.\-]{6,10}[.;\n])|(?=/)|\t)"
    r"(?:\(? ?(?:dob|born|b)\b[.:]? ?|\(?(?:dob|b)(?=\d)|/ ?| ?[(\[] ?)?"
    rf"(?P<v>(?:0?[1-9]|[12]\d|3[01])(?P<s>[-/.])(?:0?[1-9]|1[0-2])(?P=s){_BIRTH_YEAR})(?![\d/*:\-]|\.\d| ?\d\d:)",
    re.IGNORECASE,
)
# A child's, of a year too near to tell a birth by itself: only where children are spoken of just before.
_CHILDS_BIRTH = re.compile(
    r",? [(\[]?(?P<v>(?:0?[1-9]|[12]\d|3[01])(?P<s>[-/.])(?:0?[1-9]|1[0-2])(?P=s)(?:20)?(?:1\d|2[0-2]))"
    r"(?=[,;)\]\n]|\.(?!\d)|(?: and| &| \+) [A-Z]|$)"
)
_CHILDREN = re.compile(
    r"\b(?:child(?:ren)?|kids?|siblings?|sons?|daughters?|brothers?|sisters?|twins|pupils?|bairns|youths?|juveniles?|girls?|boys?|students?|teenagers?)\b",
    re.IGNORECASE,
)
_CHILDREN_REACH = 120
# The line of its own in which somebody signs with a number, be it a year's too.
_NUMBER_ENDS = re.compile(r",? (?P<v>[1-9]\d{2,4})(?=[ \t]{0,4}(?:\n|$))")
_BIRTH_IN_WORDS = re.compile(
    rf",? \(?(?P<v>\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? (?:19[2-9]\d|200\d|201[0-4]))(?!\d)", re.IGNORECASE
)
# The same behind what else is told of somebody: Wenna ZORBIK, female, Brazilian, 13 Oct 1996.
_BIRTH_DESCRIBED = re.compile(
    r",? [(\[]?(?:(?:male|female|m|f|ic ?\d|white|black|mixed|adult|juv|juvenile|youth|student|unemployed|nfa"
    r"|[a-z]{3,9}(?:ish|ese|an)(?:/[a-z]{4,12})?|(?:aged |age )?\d{1,2}(?: ?(?:yrs|years|yo))?)[,;/]? ){1,3}"
    rf"(?P<v>\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? (?:19[2-9]\d|200\d|201[0-4])(?!\d)"
    rf"|(?:0?[1-9]|[12]\d|3[01])(?P<s>[-/.])(?:0?[1-9]|1[0-2])(?P=s){_BIRTH_YEAR}(?![\d/*:\-]|\.\d| ?\d\d:))",
    re.IGNORECASE,
)
_BIRTH_APART = re.compile(
    r",? (?P<v>(?:0?[1-9]|[12]\d|3[01]) (?:0?[1-9]|1[0-2]) (?:19[2-9]\d|200\d|201[0-4]|0\d|[3-9]\d))(?=[,;|)\n]| {2}|$)"
)
# A box of a table that holds nothing but dates of years in which people at large were born.
_BIRTHS_IN_A_BOX = re.compile(
    r"(?<=\|)[ \t]{0,4}(?P<v>(?:19[2-9]\d|200\d|201[0-4])-\d\d-\d\d"
    rf"|\d{{1,2}}([-/.])\d{{1,2}}\2{_BIRTH_YEAR}(?:[;,] ?\d{{1,2}}\2\d{{1,2}}\2{_BIRTH_YEAR}){{0,4}})"
    r"(?=[ \t]{0,4}(?:\||\n|$))"
)
_MASKED = 0.5
_NUMBER_IN_BRACKETS = re.compile(
    r" ?\((?:[A-Za-z][A-Za-z &\-]{1,24}, )?(?P<v>#?[A-Z]{0,2}(?!20[0-4]\d\)|199\d\)|1[01]\d\))\d{3,6}[A-Z]{0,2})\)"
)
_DOOR_AFTER = re.compile(r",? \(?(?:no|nr|number)\.? ?(?P<v>\d{1,3}[a-z]?)(?=[),;\n]|\.(?!\d)|$)", re.IGNORECASE)
_NUMBER_AFTER = re.compile(
    r"(?:,? | ?[/–-] ?)(?P<v>[A-Z]{1,2}\d{3,5}|\d{5,6}|\d{3,4}[A-Z]{1,2}|(?!19|20)(?:2[4-9]|[3-9]\d)\d{2}"
    r"|\d\d[6-9]\d)(?![\w/*\-]|[.,:]\d)(?! ?(?:hrs|pounds))"
)
# Three figures after a name only where they end what is said of it; letters with a gap only behind a rank.
_SHORT_AFTER = re.compile(r",? (?P<v>[1-9]\d{2})(?=[;)\n]|\.(?:\s|$)|$)")
_FORCE_AFTER = re.compile(r",? (?P<v>(?!(?:[AP]M|ON|AT|IN|P[CS]|D[CSI]) )[A-Z]{2,3} \d{2,5})(?![\w/*\-]|[.,]\d)(?!:\d)")
_RANK = re.compile(r"\b(?:PC|DC|PS|DS|DI|PCSO|SGT|Sgt|Insp|INSP|Constable|Sergeant|Officer|OIC)\b")
_RANK_REACH = 16
_NUMBER_BEFORE = re.compile(rf"(?<![^\s(])(?P<v>(?!1[5-9]|20|{CLOCK})\d{{4}})\)? $")
_FIGURE = re.compile(r"\d")
_BEFORE_REACH = 8
_AFTER_REACH = 40  # letters, within which the first figure of anything after a name stands
_AFTER_NAMES = (
    (_IN_BRACKETS, "birth", "a date in brackets after a name"),
    (_NUMBER_IN_BRACKETS, "collar", "a number in brackets after a name"),
    (_DOOR_AFTER, "address", "the number of a door after a name"),
    (_NUMBER_AFTER, "collar", "a number after a name"),
    (_FORCE_AFTER, "collar", "a force's letters and a number after a name"),
)
_AFTER_MASKED_NAMES = (
    (_BIRTH_AFTER, "birth", "a date long ago after a name"),
    (_BIRTH_IN_WORDS, "birth", "a date long ago after a name"),
    (_BIRTH_DESCRIBED, "birth", "a date long ago after a name"),
    (_BIRTH_APART, "birth", "a date long ago after a name"),
    (_SHORT_AFTER, "collar", "a number after a name"),
)
_MOST_LISTED = 20


def find_shaped(text: str) -> Iterator[Finding]:
    """Give everything in a folded text that has the shape of an identifier; overlapping ones are left to be merged."""
    low, foreign = text.lower(), not text.isascii() and _FOREIGN.search(text) is not None
    for shape in WITHOUT_DIGITS:
        if _holds(low, shape.needs):
            yield from _found(shape, every(shape, text, low, foreign=foreign))
    strips = Strips(text)
    strip_low = strips.text.lower()
    for shape in WITH_DIGITS:
        if shape.least > strips.longest:
            continue
        if _holds(strips.outlines[shape.outline], shape.like) and _holds(strip_low, shape.needs):
            yield from map(strips.placed, _found(shape, every(shape, strips.text, strip_low, foreign=foreign)))
    if strips.mistyped:
        for shape in NUMBERS:
            yield from map(strips.placed, _found(shape, shape.pattern.finditer(strips.mistyped)))
    yield from _after_cues(text, low)
    yield from doors.find_listed_doors(text)
    yield from signing.find_signatures(text)
    for found in _BIRTHS_IN_A_BOX.finditer(text) if "|" in text else ():
        start, end = found.span("v")
        yield Finding(start, end, "birth", "shaped", 0.9, "a date long ago in a box of its own", key=found["v"].lower())


def _after_cues(text: str, low: str) -> Iterator[Finding]:
    """Give what stands after a word that announces it."""
    for word in _WORD.finditer(low):
        for cue in _BY_WORD.get(word[0], ()):
            found = cue.shape.pattern.match(text, word.end())
            if found:
                yield from _found(cue.shape, (found,))
                yield from _more(cue, text, found.end())


def _more(cue: Cue, text: str, place: int) -> Iterator[Finding]:
    """Give the rest of a list: `refs 2600123456, 2600123457 and 2600123458`."""
    for _ in range(_MOST_LISTED if cue.more else 0):
        between = _AND_ANOTHER.match(text, place)
        found = cue.more.match(text, between.end()) if between and cue.more else None
        if not found:
            return
        yield from _found(cue.shape, (found,))
        place = found.end()


def _holds(text: str, needed: tuple[str, ...]) -> bool:
    for each in needed:  # quicker than `any`, and asked of every shape
        if each in text:
            return True
    return not needed


def every(shape: Shape, text: str, low: str, *, foreign: bool) -> Iterator[re.Match[str]]:
    """Give where a shape's pattern matches; `low` has small letters only, a `foreign` text not only plain ones."""
    pattern = shape.pattern if foreign else shape.quick
    if not shape.hint:
        return pattern.finditer(text)
    return within(pattern, text, hinted(low, shape.hint, shape.reach))


def _found(shape: Shape, matches: Iterable[re.Match[str]]) -> Iterator[Finding]:
    for found in matches:
        value = found[shape.group]
        if shape.check is None or shape.check(value):
            start, end = found.span(shape.group)
            key = _BETWEEN_LETTERS.sub("", value).lower()
            yield Finding(start, end, shape.kind, "shaped", shape.certainty, shape.reason, key=key)


def find_births_beside(text: str, people: Iterable[Finding]) -> Iterator[Finding]:
    """Give each date, and each number that an officer may wear, in brackets right after somebody's name."""
    for first, last, masked in dict.fromkeys((each.start, each.end, each.certainty >= _MASKED) for each in people):
        if not _FIGURE.search(text, max(0, first - _BEFORE_REACH), last + _AFTER_REACH):
            continue
        for pattern, kind, reason in (*_AFTER_NAMES, *(_AFTER_MASKED_NAMES if masked else ())):
            found = pattern.match(text, last)
            if found and (pattern is not _FORCE_AFTER or _has_rank(text, first, last)):
                start, end = found.span("v")
                yield Finding(start, end, kind, "shaped", 0.9, reason, key=found["v"].lower())
        yield from _by_what_is_before(text, first, last) if masked else ()
        before = _NUMBER_BEFORE.search(text, max(0, first - _BEFORE_REACH), first) if masked else None
        if before:
            yield Finding(*before.span("v"), "collar", "shaped", 0.9, "a number before a name", key=before["v"])


def _by_what_is_before(text: str, first: int, last: int) -> Iterator[Finding]:
    """Give the birth after a child's name, and the number after a name that begins its line and ends with it."""
    born = _CHILDS_BIRTH.match(text, last)
    if born and _CHILDREN.search(text, max(0, first - _CHILDREN_REACH), first):
        yield Finding(*born.span("v"), "birth", "shaped", 0.9, "a date after a child's name", key=born["v"])
    signed = _NUMBER_ENDS.match(text, last)
    if signed and text[first - 1 : first] == "\n" and " " in text[first:last]:
        yield Finding(*signed.span("v"), "collar", "shaped", 0.9, "a number that signs", key=signed["v"])


def _has_rank(text: str, first: int, last: int) -> bool:
    return _RANK.search(text, max(0, first - _RANK_REACH), last) is not None
