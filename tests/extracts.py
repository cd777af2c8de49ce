"""Extracts in CSV whose rows are good save for what a test changes."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from scrutiny_app.domain.cases import FIELDS, Field, Kind, title_of
from tests.making import record


def extract(*rows: dict[str, Any], extra: Sequence[str] = ()) -> bytes:
    """Write rows (what each has that differs from a good one) as an extract in CSV."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([*(field.heading for field in FIELDS), *extra])
    for number, changes in enumerate(rows, 1):
        whole = record(case_number=f"NM/{number}/26") | changes
        writer.writerow([*(as_written(field, whole[field.name]) for field in FIELDS), *("x" for _ in extra)])
    return text.getvalue().encode()


def as_written(field: Field, value: Any) -> Any:
    """Give a record's value as a force would type it."""
    if field.kind is Kind.CHOICE and value is not None:
        return title_of(field.name, value) if value in {choice.code for choice in field.choices} else value
    if field.kind is Kind.PEOPLE:
        return "; ".join(value or ())
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return "" if value is None else value


def renamed(data: bytes, **headings: str) -> bytes:
    """Give an extract other headings, each by the name of its field; "" leaves a field's column without a heading."""
    first, _, rest = data.decode().partition("\r\n")
    written = next(csv.reader([first]))
    new = {field.heading: headings.get(field.name, field.heading) for field in FIELDS}
    text = io.StringIO(newline="")
    csv.writer(text).writerow(new.get(heading, heading) for heading in written)
    return (text.getvalue() + rest).encode()
