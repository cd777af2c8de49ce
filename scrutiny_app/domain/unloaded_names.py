"""Telling that names of people in the cases are in a column that is not loaded: the redaction does not know them."""

import re
from collections.abc import Collection, Iterator

from scrutiny_app.domain.cases import Kind
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.clear_names import holds_names
from scrutiny_app.domain.joined_cells import text_shown
from scrutiny_app.domain.likeness import tokens
from scrutiny_app.domain.looking import Look
from scrutiny_app.domain.naming import is_nobody
from scrutiny_app.domain.uses import Mapping, described
from scrutiny_app.domain.written_cells import unwritten

_MASKED = frozenset({"offender", "victim", "witness", "parent", "guardian"})  # an officer's name may stay unknown
_BEGINS = re.compile(r"(?:vict|susp|offend|witn|harmed|injured|participant|nominal)", re.IGNORECASE)  # some word
_OF_PEOPLE = frozenset({Kind.PERSON, Kind.PEOPLE})
_WORDS = re.compile(r"[^\W\d_]{2,}")


def names_unloaded(mapping: Mapping, look: Look) -> Iterator[str]:
    """Say in a sentence of each column of victims', offenders' or witnesses' names in how many rows none is loaded."""
    columns = look.cases.columns
    named = [at for at, column in enumerate(columns) if _is_named(column.heading, mapping)]
    for at, column in enumerate(columns):
        if mapping.uses.get(fold(column.heading)) or not (_is_of_masked(column.heading) and holds_names(column)):
            continue
        rows = sum(not _words(row, [at]) <= _words(row, named) for row in look.cases.first)
        if rows:
            yield (
                f"“{column.heading[:60]}” names people in {rows:,} row{'s' * (rows != 1)} who are not loaded, so "
                "nothing masks their names. Go back to the columns and say whose they are, unless they are of no case."
            )


def _is_of_masked(heading: str) -> bool:
    """Say whether a heading speaks of somebody whose name is to be masked."""
    return not tokens(heading).isdisjoint(_MASKED) or any(map(_BEGINS.match, _WORDS.findall(heading)))


def _is_named(heading: str, mapping: Mapping) -> bool:
    fields = (described(use.field) for use in mapping.uses.get(fold(heading), ()))
    return any(field is not None and field.kind in _OF_PEOPLE for field in fields)


def _words(row: Collection[object], places: Collection[int]) -> set[str]:
    texts = [text_shown(unwritten(cell)) or "" for at, cell in enumerate(row) if at in places]
    return {word.casefold() for text in texts if not is_nobody(text) for word in _WORDS.findall(text)}
