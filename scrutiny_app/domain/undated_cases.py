"""Telling that nobody can say whether cases without a day of disposal are open, or only lack the day.

Where a file says of no case whether it is closed, nor when or by whom it was decided, such a row is left out as if
there were nothing to do, although it has its disposal and its outcome code.
"""

from collections.abc import Iterator, Sequence

from scrutiny_app.domain.importing import DECIDERS, HOW_ENDED
from scrutiny_app.domain.joined_cells import text_shown
from scrutiny_app.domain.looking import Look
from scrutiny_app.domain.no_disposal import ended_otherwise, not_given
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.domain.ticks import is_blank
from scrutiny_app.domain.uses import Mapping, placed
from scrutiny_app.domain.written_cells import unwritten

_DAY = "disposal_date"
_SAYS_OPEN = frozenset({"status", *DECIDERS})


def undated_cases(mapping: Mapping, look: Look) -> Iterator[str]:
    """Say in a sentence in how many rows a disposal and an outcome code stand without a day, and nothing says why."""
    places = placed(mapping.uses, told_apart([column.heading for column in look.cases.columns]))
    at = {name: [place for place, _ in places.get(name, ())] for name in (_DAY, *HOW_ENDED)}
    ended = [at[name] for name in HOW_ENDED]
    if not all(at.values()) or ended[0] == ended[1] or not _SAYS_OPEN.isdisjoint(places):
        return
    undated = (row for row in look.cases.first if not _texts(row, at[_DAY]))
    rows = sum(all(_is_end(_texts(row, own)) for own in ended) for row in undated)
    if rows:
        yield (
            f"{rows:,} row{'s have' if rows != 1 else ' has'} a disposal and an outcome code and no disposal date, and "
            "would be left out as not finalised: nothing is loaded that says which cases are still open, or who "
            "decided them and when. Go back to the columns if one of them says so, or fill in dates that are missing."
        )


def _texts(row: Sequence[object], places: Sequence[int]) -> list[str]:
    cells = [unwritten(row[at]) for at in places if at < len(row)]
    return [text_shown(cell) or "" for cell in cells if not is_blank(cell)]


def _is_end(texts: Sequence[str]) -> bool:
    return bool(texts) and not any(ended_otherwise(text) or not_given(text) for text in texts)
