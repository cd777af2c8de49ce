"""Telling of what no case can do without in how many rows nothing stands, before anything else is asked."""

from collections.abc import Iterator

from scrutiny_app.domain.cases import FIELDS
from scrutiny_app.domain.looking import Look
from scrutiny_app.domain.rows_left_out import rows_left_out
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.domain.uses import Mapping, placed

_FEW = 10  # one row in so many that is blank speaks of a wrong column: fewer are told when the rows are tried
_NEEDED = tuple(field for field in FIELDS if field.required and field.name != "disposal_date")  # not finalised without


def needed_blanks(look: Look, mapping: Mapping) -> Iterator[str]:
    """Say in a sentence of each column that alone fills what is needed in how many rows it is blank."""
    columns, rows = look.cases.columns, look.cases.rows
    places = placed(mapping.uses, told_apart([column.heading for column in columns]))
    needed, out = dict[int, list[str]](), rows_left_out(look, mapping)
    for field in _NEEDED:
        at = [place for place, _ in places.get(field.name, ())]
        if len(at) == 1:
            needed.setdefault(at[0], []).append(f"its {field.heading.lower()}")
    for place, missing in needed.items():
        blank = rows - columns[place].filled
        if rows <= _FEW * (blank - out.blanks(place)) and blank < rows:
            yield (
                f"Nothing stands under “{columns[place].heading[:60]}” in {blank:,} of {rows:,} rows. Without "
                f"{' and '.join(missing)} no case is loaded: such rows are rejected, unless they go on with the case "
                "above or are rightly left out."
            )
