"""A file's first cases as a person reads them before it is confirmed: what stands there, and what it is read as."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.mapping import CONSTANTS
from scrutiny_app.domain.reading_back import FirstCase, ReadField
from scrutiny_app.domain.trial import reason_left_out
from scrutiny_app.web.force.plain_case import Line, Words, in_words, plain_lines

_LENGTH = re.compile(r"text, \d+ characters?")
LONGEST = 160  # characters of a narrative


@dataclass(frozen=True)
class ShownCase:
    """One case: its number, lines of plain words, people, and what is wrong.

    Its rows are (field, read as, in the file, its heading).
    """

    title: str
    lines: list[Line]
    rows: list[tuple[str, str, str, str]]
    people: list[tuple[str, str]]
    problems: list[str]
    is_left_out: bool  # rightly


def first_case(one: FirstCase, words: Words | None = None, doubted: Collection[str] = ()) -> ShownCase:
    """Put one of the first cases into words; `doubted` are the headings that somebody had to say the meaning of."""
    number = next((str(field.value) for field in one.fields if field.name == "case_number" and field.value), "")
    stands = {COLUMN[field.name].heading: field.stands for field in one.fields if field.stands}
    reason = reason_left_out(one.problems)
    problems = [
        f"{problem.column}: {_found(problem.found, stands.get(problem.column, ''))}. {problem.advice}"
        for problem in ([reason] if reason else one.problems)
    ]
    fate = "left out" if reason else "rejected"
    lines = [*plain_lines(one.fields, words or {}, doubted), *_people(one)]
    return ShownCase(
        number, lines, [_row(field, fate) for field in one.fields], list(one.people), problems, reason is not None
    )


def _people(one: FirstCase) -> Iterator[Line]:
    """Tell how many people of which roles were found in a case's own rows, or on the sheet of people."""
    if one.people:
        roles = Counter(role for role, _ in one.people)
        counted = tuple(f"{count} × {role.lower()}" if count > 1 else role.lower() for role, count in roles.items())
        yield Line(f"People ({len(one.people)})", counted)


def _found(found: str, stands: str) -> str:
    """Show what stands there, on this page alone, where the problem only says how long a text it is."""
    return f"“{_short(stands)}”" if stands and _LENGTH.fullmatch(found) else found


def _row(field: ReadField, fate: str) -> tuple[str, str, str, str]:
    about = COLUMN[field.name]
    if field.is_unreadable:
        read = f"Cannot be read: its row is {fate}"
    else:
        read = "Nothing recorded" if field.value is None else _short(in_words(field))
    if field.headings:
        return about.heading, read, _short(field.stands) or "Empty", ", ".join(field.headings)
    under = "The same in every row" if field.name in CONSTANTS else "Worked out from other columns"
    return about.heading, read, "No cell", under


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
