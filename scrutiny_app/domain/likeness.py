"""How alike two headings are, by their words: near in spelling, and never of another person, number or kind of thing.

"Victim 2 DOB" and "Victim 1 DOB" differ in one character and mean two people; so headings are compared only where they
speak of the same persons, carry the same numbers, and ask for the same kind of thing (a date, a code, a name).
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from rapidfuzz import fuzz, process

from scrutiny_app.domain.heading_words import SAME, SHORT
from scrutiny_app.domain.short_forms import shortens, written_out
from scrutiny_app.domain.synonyms import PARTY_PHRASES, PHRASES, Phrase

LIKE_FROM = 80.0  # out of 100; measured on the held-out headings of the tests

PEOPLE = frozenset(
    "offender victim witness officer supervisor decision authorising parent guardian adult interpreter yjs".split()
)
_KINDS = frozenset(
    "date code name surname forename birth address telephone mobile mail number reference rank sex ethnicity flag age "
    "group description time status due contact postcode street town type matrix score initial final rationale comment "
    "views account title station vehicle observed previous current city county locality house flat road building "
    "premises residence alias nickname notes start end from to until line count sequence".split()
)
_SPLIT = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])|[\W_]+")
_INITIAL_NAME = re.compile(r"(?<!['’])\b([fs])[/. ]{1,2}names?\b", re.IGNORECASE)  # F/name
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){1,4}[A-Za-z]\b")  # D.O.B
FILLERS = frozenset("the of a an in for by s is was y n and or on at please case police dd mm yyyy yy ddmmyyyy".split())
_INITIALS = {"f": "forename", "s": "surname"}
_MISSPELT_FROM = 82.0
_REST_FROM = 70.0  # of the words that do not say what kind of thing is meant
_SHORTEST_MISSPELT = 4
_CONDITIONS = frozenset({"condition", "conditions"})
_SHORTEST_RUN, _SHORTEST_IN_RUN = 7, 3


def pieces_of(heading: str) -> list[str]:
    """Give the words of a heading, parted where capitals and figures part them, and where known words run together."""
    return [word for piece in _pieces(heading) for word in _run_apart(piece)]


def _pieces(heading: str) -> list[str]:
    heading = _INITIAL_NAME.sub(lambda match: _INITIALS[match[1].casefold()], heading)
    heading = (
        _DOTTED.sub(lambda match: match[0].replace(".", ""), written_out(heading))
        .replace("DoB", "DOB")
        .replace("OoC", "OOC")
    )
    return [piece.casefold() for piece in _SPLIT.split(heading.replace("#", " number ")) if piece]


def _known_words(phrases: Iterable[Phrase]) -> frozenset[str]:
    return frozenset(piece for phrase in phrases for piece in _pieces(phrase.words)) | SHORT.keys() | SAME.keys()


@cache
def _known() -> frozenset[str]:
    """Gather the words that are known, when they are first asked for: a file whose headings are known never asks."""
    return _known_words((*PHRASES.values(), *PARTY_PHRASES.values())) | FILLERS | PEOPLE | _KINDS


@cache
def _spelt_out() -> frozenset[str]:
    return words_of((*SHORT, *SAME))


@cache
def _long_known() -> list[str]:
    return sorted(word for word in _known() if len(word) >= _SHORTEST_MISSPELT)


@cache
def _run_apart(piece: str) -> tuple[str, ...]:
    """Part words that run together, where known words make up all of them in one way: "victimonedob"."""
    if len(piece) < _SHORTEST_RUN or not piece.isalpha() or piece in _known():
        return (piece,)
    ways = [way for way in _ways_apart(piece) if len(way) > 1]
    fewest = min(map(len, ways), default=0)
    best = [way for way in ways if len(way) == fewest]
    return best[0] if len(best) == 1 else (piece,)


def _ways_apart(text: str) -> Iterator[tuple[str, ...]]:
    if not text:
        yield ()
    for end in range(_SHORTEST_IN_RUN, len(text) + 1):
        if text[:end] in _known():
            yield from ((text[:end], *rest) for rest in _ways_apart(text[end:]))


@cache
def _spelt(word: str) -> str:
    """Give the known word that a misspelt one is near to, or the word itself."""
    if word in _known() or len(word) < _SHORTEST_MISSPELT:
        return word
    near = process.extractOne(word, _long_known(), scorer=fuzz.ratio, score_cutoff=_MISSPELT_FROM)
    return near[0] if near and near[0][0] == word[0] else word


@cache
def tokens(heading: str) -> frozenset[str]:
    """Give the words that matter of a heading, in one spelling and with one word for each kind of person."""
    return words_of(map(_spelt, pieces_of(heading)))


def says_known_words_alone(heading: str) -> bool:
    """Say whether each word of a heading is known, if misspelt: one that is not may say whose it is."""
    return tokens(heading) <= _known() | _spelt_out()


def words_of(pieces: Iterable[str]) -> frozenset[str]:
    """Give the words that matter among those of a heading, short forms written out."""
    words: list[str] = []
    for piece in pieces:
        words += SHORT.get(piece, piece).split()
    singular = (SAME.get(word, word) for word in words)
    found = frozenset(word for word in singular if word and word not in FILLERS)
    return found or frozenset(words)


def comparable(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two headings speak of the same persons, numbers and kinds of thing."""
    return all(
        {word for word in one if belongs(word)} == {word for word in other if belongs(word)}
        for belongs in (PEOPLE.__contains__, _KINDS.__contains__, str.isdigit)
    )


def likeness(one: str, other: str) -> float:
    """Measure how alike two headings are, from 0 to 100; 0 where they must not be taken for one another."""
    return alike(tokens(one), tokens(other))


def likeness_of_folded(one: str, other: str) -> float:
    """Measure the same of headings that are known by their letters and digits alone, without parting their words."""
    return alike(*(words_of(map(_spelt, _pieces(heading))) for heading in (one, other)))


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Measure how alike two headings are by their words that matter."""
    if not one or not other or not comparable(one, other):
        return 0.0
    if len(one) == len(other) == 1 and min(one)[0] != min(other)[0]:  # VNAME is nobody's "names"
        return 0.0
    if "convictions" in one ^ other and not _CONDITIONS.isdisjoint(
        one ^ other
    ):  # two things, though nearly spelt alike
        return 0.0
    said = _KINDS | PEOPLE if "reference" in one else _KINDS  # what a number is of is told by the rest alone
    if _ratio(one - said, other - said) < _REST_FROM:
        return 0.0
    if not _differ_little(one, other):
        return 0.0
    return _ratio(one, other)


def _differ_little(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether the words that two headings do not share are alike: "crime key" and "knife crime" differ in theirs.

    A word that is not known and that one has alone is no little thing where they share only whose it is.
    """
    left, right = one - other, other - one
    if not left or not right:
        return (left | right) <= _known() or bool(one & other - PEOPLE - _KINDS)
    if len(left) == len(right) == 1 and (shortens(*left, *right) or shortens(*right, *left)):
        return True
    return _ratio(left, right) >= _REST_FROM


def _ratio(one: frozenset[str], other: frozenset[str]) -> float:
    return fuzz.ratio(" ".join(sorted(one)), " ".join(sorted(other)))
