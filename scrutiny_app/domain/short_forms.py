"""Reading headings in short forms: contractions, beginnings of words, letters with strokes, initials, and questions.

What is read so is never sure. A short form that may stand for several words is tried as each of them, and counts only
where all that fit a known heading mean the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from scrutiny_app.domain.cases import Field, Kind

_STROKES = re.compile(r"\b[A-Za-z](?: ?/ ?[A-Za-z])+\b")  # D/V, M / F
_CONTRACTED = re.compile(r"(?<=[A-Za-z])['’](?!s\b)(?=[A-Za-z])")  # Dec'n
_FIRST_NAME = re.compile(
    r"(?<![A-Za-z\d])(?:1st|first)[ _]?(?:names?|nm)(?![A-Za-z])", re.IGNORECASE
)  # and no person's
_PART_ALONE = re.compile(r"(?<=[a-z] )(?:first|last)$", re.IGNORECASE)  # "Victim Last"
_ORDINAL = re.compile(r"(?<![A-Za-z\d])([123])(?:st|nd|rd)(?![A-Za-z])", re.IGNORECASE)
_CLEAR_UP = re.compile(r"\bc(?:leared|lear)?[ /-]up\b", re.IGNORECASE)  # of a crime, by a disposal
_UNIT = (
    r"y/?n|yes/no|m/f|hrs?|hours|mins|days|£|gbp|%|text|free text|code|tick|d{1,2}\W.{0,12}|"
    r"(?:sur|last |family |first |fore)names? first|"
    r"if (?:any|known|applicable)|optional|mandatory|required|drop ?down|select|choose|[\d/,; -]+"
)
_NOTE = re.compile(rf"\s*[(\[](?:{_UNIT})[)\]]\s*(?=\?*\s*$)", re.IGNORECASE)  # (1/2), (Y/N), (dd/mm/yyyy)
_ONE_OR_NONE = re.compile(r"(?<=\w)\s+1/0\s*$")
_QUESTION = re.compile(r"\?\s*$|[\s(\[]y/?n[)\]]?\s*$", re.IGNORECASE)
_WHOLE = frozenset({"count", "number", "loc", "agreed", "arr", "int"})  # short for nothing: no county, no aggrieved
_SHORTEST, _SHORTEST_WHOLE = 3, 4
_LEAST_SHARE = 0.3  # of a word's letters
_MOST_WAYS = 8  # of one short form
_MOST_READINGS = 200
_NOT_ASKED = frozenset({Kind.PERSON, Kind.PEOPLE, Kind.DATE, Kind.REFERENCE})
_FEWEST_INITIALS, _MOST_INITIALS = 3, 5


def is_question(heading: str) -> bool:
    """Say whether a heading asks something, so that what stands below it is an answer: "Agreed?", "Weapon Y/N"."""
    return _QUESTION.search(heading) is not None


def may_answer(field: Field) -> bool:
    """Say whether a field can hold the answer to a question: a name, a day or a number cannot."""
    return field.kind not in _NOT_ASKED


def written_out(heading: str) -> str:
    """Give a heading without signs of shortening, and without a note in brackets of how it is filled in."""
    heading = _NOTE.sub("", heading) or heading
    heading = _ONE_OR_NONE.sub("", heading) or heading
    heading = _CLEAR_UP.sub("clearup", heading)
    heading = _PART_ALONE.sub(lambda match: "forename" if match[0].casefold() == "first" else "surname", heading)
    heading = _STROKES.sub(lambda match: match[0].replace("/", "").replace(" ", ""), heading)
    heading = _ORDINAL.sub(r"\1", _FIRST_NAME.sub("forename", heading))
    return _CONTRACTED.sub("", heading)


def readings(pieces: Sequence[str], words: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield what the words of a heading may stand for, each short one as any known word that it may shorten."""
    known = frozenset(words)
    ways = [(piece, *_longer(piece, known)) for piece in pieces]
    for count, reading in enumerate(product(*ways)):
        if count >= _MOST_READINGS:
            return
        if reading != tuple(pieces):
            yield reading


@lru_cache(maxsize=4096)
def _longer(piece: str, words: frozenset[str]) -> tuple[str, ...]:
    if len(piece) < _SHORTEST or not piece.isalpha() or piece in _WHOLE:
        return ()
    found = sorted(word for word in words if len(word) >= _SHORTEST_WHOLE and shortens(piece, word))
    return tuple(found) if len(found) <= _MOST_WAYS else ()


def shortens(piece: str, word: str) -> bool:
    """Say whether a piece is the beginning of a word, or has its first and last letter and others between in order."""
    if len(word) <= len(piece) or len(piece) < _LEAST_SHARE * len(word):
        return False
    if word.startswith(piece):
        return True
    letters = iter(word[1:])
    return piece[0] == word[0] and piece[-1] == word[-1] and all(letter in letters for letter in piece[1:])


def initials(heading: str) -> str:
    """Give the letters of a heading that is nothing but initials, in small letters; empty where it is a word."""
    letters = "".join(filter(str.isalpha, heading))
    plain = letters == heading.strip(" ?.") and sum(map(str.isupper, letters)) >= _FEWEST_INITIALS - 1
    return letters.casefold() if plain and _FEWEST_INITIALS <= len(letters) <= _MOST_INITIALS else ""


def initials_of(phrase: str) -> str:
    """Give the initials of a phrase of several words."""
    words = phrase.casefold().split()
    return "".join(word[0] for word in words) if _FEWEST_INITIALS <= len(words) <= _MOST_INITIALS else ""
