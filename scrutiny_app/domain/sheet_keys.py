"""Which columns of another sheet may name the case of a row: by its number, its crime's, or any other reference."""

import re
from collections.abc import Collection, Sequence

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.questioning import words_of
from scrutiny_app.domain.synonyms import PARTY_PHRASES, PHRASES

_REFERENCES = ("case_number", "crime_number")
_NUMBERS = frozenset("ref reference no number num id uid urn key".split())  # the last words of a heading that numbers
_PROGRAMS_KEY = re.compile(r"(?:key|\b[ps]k|row ?id)$", re.IGNORECASE)
_LINKS = frozenset("belongsto linkedto linksto relatesto relatedto parentrecord parentcase ofcase forcase".split())
_OF_PEOPLE = frozenset("pnc cro nominal pncid croid nomid identifier key".split())  # their own numbers
_IN_LETTERS = re.compile(r"[a-z](?:in|rn)")  # RIN, NRN, PIN: whatever identifies or numbers a record


def numbering(headings: Sequence[str], of_cases: Collection[str] = ()) -> list[int]:
    """List the columns, from 0, that may name a case, the likeliest first; `of_cases` are the cases' own headings.

    Those come first that are known to number a case, then those of a crime, then those whose heading the cases have
    too, then any other that numbers something.
    """
    theirs = set(map(fold, of_cases)) - {""}
    ranked = [(_rank(heading, theirs), at) for at, heading in enumerate(headings) if heading]
    return [at for rank, at in sorted(pair for pair in ranked if pair[0] is not None)]


def names_cases(headings: Sequence[str], of_cases: Collection[str] = ()) -> bool:
    """Say whether a heading is known to number a case or a crime, or numbers something and is one of the cases' too."""
    theirs = set(map(fold, of_cases)) - {""}
    return any(_is_known(one) or (fold(one) in theirs and numbers_something(one)) for one in headings if one)


def _rank(heading: str, theirs: set[str]) -> int | None:
    found = PHRASES.get(fold(heading))
    if found is not None and found.use.field in _REFERENCES:
        return _REFERENCES.index(found.use.field)
    if _is_known(heading):
        return len(_REFERENCES)
    if not numbers_something(heading):
        return None
    return len(_REFERENCES) + (1 if fold(heading) in theirs else 2)


def _is_known(heading: str) -> bool:
    key = fold(heading)
    return any(one is not None and one.use.field in _REFERENCES for one in (PHRASES.get(key), PARTY_PHRASES.get(key)))


def numbers_something(heading: str) -> bool:
    """Say whether a heading ends as that of a number or a reference does, or says what a row belongs to."""
    words = words_of(heading)
    return bool(words) and (words[-1] in _NUMBERS or "".join(words) in _LINKS)


def is_programs_key(heading: str) -> bool:
    """Say whether a heading is of a key by which a program joins its tables: what people refer to is none."""
    return _PROGRAMS_KEY.search(heading) is not None


def numbers_people(heading: str) -> bool:
    """Say whether a heading may be that of somebody's own number, in full or as systems shorten it: NRN, RIN, PIN."""
    words = words_of(heading)
    is_theirs = bool(words) and (words[-1] in _OF_PEOPLE or _IN_LETTERS.fullmatch(words[-1]) is not None)
    return numbers_something(heading) or is_theirs
