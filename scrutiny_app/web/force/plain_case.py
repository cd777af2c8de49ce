"""A case that was read, as a few lines of plain words: one sees at a glance whether all is where it should be."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from scrutiny_app.domain.cases import COLUMN, NARRATIVES, Kind
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.reading_back import ReadField
from scrutiny_app.domain.uses import JOINING, word_key
from scrutiny_app.web.force.cases import shown

_WORDS = 5  # of a narrative
_LINES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("Case", (("case_number", ""), ("crime_number", "crime"), ("area", ""))),
    (
        "Offence",
        (
            ("offence_title", ""),
            ("offence_group", ""),
            ("offence_code", "code"),
            ("class_of_trial", ""),
            ("offence_date", "on"),
            ("reported_date", "reported"),
        ),
    ),
    (
        "Outcome",
        (
            ("disposal", ""),
            ("outcome_code", "outcome"),
            ("tier", ""),
            ("decision_date", "decided"),
            ("disposal_date", "given"),
            ("status", ""),
        ),
    ),
    (
        "Offender",
        (
            ("offender_name", ""),
            ("offender_born", "born"),
            ("offender_age", "aged, at the offence,"),
            ("offender_age_at_disposal", "aged, at the disposal,"),
            ("youth", "youth:"),
            ("sex", ""),
            ("ethnicity", ""),
            ("offender_address", "of"),
            ("offender_contact", ""),
            ("offender_vehicle", "vehicle"),
        ),
    ),
    *(
        (
            f"Victim {n}",
            (
                (f"victim_{n}_name", ""),
                (f"victim_{n}_born", "born"),
                (f"victim_{n}_address", "of"),
                (f"victim_{n}_contact", ""),
            ),
        )
        for n in (1, 2, 3)
    ),
    ("Others", (("witnesses", "witnesses"), ("third_parties", "others"))),
    ("Officer", (("officer_name", ""), ("officer_number", ""))),
    ("Supervisor", (("supervisor_name", ""), ("supervisor_number", ""))),
    ("Decided by", (("decision_maker_rank", ""), ("decision_maker_name", ""), ("decision_maker_number", ""))),
    ("Authorised by", (("authorising_rank", ""), ("authorising_name", ""))),
)
_IN_LINES = frozenset(name for _, parts in _LINES for name, _ in parts) | {"force"}


Words = Mapping[str, Mapping[str, str]]  # by field, what a file's words were said to mean


@dataclass(frozen=True)
class Line:
    """One line: what it is about, and its parts in words."""

    about: str
    parts: tuple[str, ...]


def plain_lines(fields: Sequence[ReadField], words: Words, doubted: Collection[str]) -> list[Line]:
    """Put what was read into lines; what a person had to say stands in brackets: the file's word, and its heading."""
    return [line for line in _Reading(fields, words, frozenset(map(fold, doubted))).lines() if line.parts]


class _Reading:
    def __init__(self, fields: Sequence[ReadField], words: Words, doubted: frozenset[str]) -> None:
        self._read = {field.name: field for field in fields}
        self._words, self._doubted = words, doubted
        self._told = set[str]()  # the headings of doubt that were named: each is, once
        self._shown = set[tuple[tuple[str, ...], str]]()  # the cells whose own words were

    def lines(self) -> Iterator[Line]:
        for about, parts in _LINES:
            said = (self._said(self._read[name], before) for name, before in parts if name in self._read)
            yield Line(about, tuple(filter(None, said)))
        rest = [field for name, field in self._read.items() if name not in _IN_LINES]
        yield from self._rest([field for field in rest if field.name not in NARRATIVES])
        for field in rest:
            if field.name in NARRATIVES and field.value is not None:
                *first, last = map(_begun, _pieces(field))
                yield Line(COLUMN[field.name].heading, (*first, last + self._source(field)))
        yield from self._missing()

    def _rest(self, fields: list[ReadField]) -> Iterator[Line]:
        flags = [field for field in fields if COLUMN[field.name].kind is Kind.YES_NO]
        for title, is_so in (("Yes to", True), ("No to", False)):
            yield Line(title, tuple(_named(field) + self._source(field) for field in flags if field.value is is_so))
        others = (self._said(field, f"{_named(field)}:") for field in fields if field not in flags)
        yield Line("Also", tuple(filter(None, others)))

    def _missing(self) -> Iterator[Line]:
        fields = [field for field in self._read.values() if field.headings]
        yield Line("Not recorded", tuple(_named(one) for one in fields if one.value is None and not one.is_unreadable))
        yield Line("Cannot be read", tuple(_named(one) + self._source(one) for one in fields if one.is_unreadable))

    def _said(self, field: ReadField, before: str) -> str:
        if field.value is None or field.is_unreadable:
            return ""
        return f"{before} {in_words(field)}".strip() + self._source(field)

    def _source(self, field: ReadField) -> str:
        fresh = [heading for heading in field.headings if fold(heading) in self._doubted - self._told]
        self._told.update(map(fold, fresh))
        under = ", ".join(f"“{heading}”" for heading in fresh)
        is_meant = word_key(field.stands) in self._words.get(field.name, {}) and not isinstance(field.value, bool)
        cell = (field.headings, field.stands)
        stands = (_begun(field.stands) if field.stands.strip() else "a blank cell") if is_meant else ""
        if stands:  # one cell may say two things: it is shown once
            stands = "" if cell in self._shown else stands
            self._shown.add(cell)
        said = ": ".join(filter(None, (under, stands)))
        return f" ({said})" if said else ""


def in_words(field: ReadField) -> str:
    """Write a value as it is shown."""
    value: Any = field.value.isoformat() if isinstance(field.value, date) else field.value
    return str(shown(COLUMN[field.name], value))


def _named(field: ReadField) -> str:
    return COLUMN[field.name].heading.lower()


def _pieces(field: ReadField) -> list[str]:
    """Give what each of several columns says of a narrative, so that one that does not belong there is seen."""
    return str(field.value).split(JOINING[Kind.TEXT]) if len(field.headings) > 1 else [str(field.value)]


def _begun(text: str) -> str:
    words = text.split()
    return f"“{' '.join(words[:_WORDS])}{'…' if len(words) > _WORDS else ''}”"
