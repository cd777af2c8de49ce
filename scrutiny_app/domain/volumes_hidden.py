"""Volumes for publication: the same tables with small numbers hidden, attacked together with all made before.

Years may begin in January or in April, and a year still running grows: so columns are spans of whole months, and the
attacker knows that each is the sum of the stretches that all spans together are cut into. Each table is of one facet:
crossed with another, nearly everything would be hidden.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import inf
from typing import Any

from scrutiny_app.domain.besieging import Name, Range, Relation
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.national_return import LEAST_RATED
from scrutiny_app.domain.suppressing import ALL, LEAST, Publication, attack, to_hide, wanted_range
from scrutiny_app.domain.volumes import By, Counted, Year, place, year_of

NONE = ""  # the code of what is not recorded
MONTHS = 12


@dataclass(frozen=True, order=True)
class Span:
    """Whole months from one to another, both counted from year nought."""

    first: int
    last: int

    @property
    def key(self) -> str:
        """Write it as a cell's name does."""
        return f"{self.first}-{self.last}"


class GivesAway(Refused):
    """Tables from which, with those made before, somebody could work out what is hidden."""

    def __init__(self) -> None:
        super().__init__(
            "Hidden numbers could be worked out from these tables and those that were made before, so none were made. "
            "Publish those made before, or wait until another month is loaded."
        )


def to_publish(
    counted: Iterable[Counted], year: Year, loaded: date, earlier: Collection[Mapping[str, Any]]
) -> dict[str, Any]:
    """Make the content of tables for publication; raise Refused where no month is whole, or they give something away.

    `earlier` is the content of all that was made before for this force.
    """
    whole = [one for one in counted if month_of(one.month) < month_of(loaded)]
    if not whole:
        raise Refused("No month is whole yet: tables for publication tell months that are over and loaded.")
    spans = spans_of(whole, year, loaded)
    codes = {by: _codes(by, whole, earlier) for by in By}
    counts = _counts(whole, codes, spans.values())
    before = [printed_in(one, codes) for one in earlier]
    same = [one for one in before if all(count in (None, counts_of(whole, name)) for name, count in one.items())]
    # What was made before records were corrected is of other counts; what it hid stays hidden.
    hide = {name for one in before for name, count in one.items() if count is None and name in counts}
    hide -= {name for one in same for name, count in one.items() if count is not None}
    always = [name for name in counts if name[:2] == (ALL, ALL) and counts[name] >= LEAST_RATED]
    known = relations([counts, *same], codes, counts)
    printed = _hidden(counts, known, always, same, hide)
    return {
        "year": year.value,
        "hidden_below": LEAST,
        "spans": [[words, span.first, span.last] for words, span in spans.items()],
        "tables": {by.value: [[code, *_row(printed, by, code, spans)] for code in codes[by]] for by in By},
        "totals": _row(printed, ALL, ALL, spans),
    }


def laid_bare(
    printed: Publication, always: Collection[Name], earlier: Collection[Publication], known: Collection[Relation]
) -> list[Name]:
    """Name the hidden counts that all that is printed leaves less than they should be left."""
    whole, enough = Range(1, LEAST - 1), Range(0, LEAST - 1)
    hidden = dict.fromkeys(name for one in (printed, *earlier) for name, count in one.items() if count is None)
    shown = {name for one in (printed, *earlier) for name, count in one.items() if count is not None}
    left = attack([printed, *earlier], known, [name for name in hidden if name not in shown], enough)
    weak = [name for name, one in left.items() if one.low < LEAST and not one.covers(whole)]
    alone = attack([{name: printed[name] for name in always}, *earlier], known, weak, enough)
    return [name for name in weak if not left[name].covers(wanted_range(alone[name]))]


def relations(
    publications: Collection[Publication], codes: Mapping[By, Sequence[str]], counts: Mapping[Name, int]
) -> list[Relation]:
    """State what anybody knows of such tables: their sums, over rows and over time, and that a row has a case."""
    spans = {_span(name[2]) for one in publications for name in one}
    widest = max((_span(name[2]) for name in counts), key=lambda one: one.last - one.first).key
    pieces = _cut(spans)
    rows: list[Name] = [(by.value, code) for by in By for code in codes[by]]
    found = []
    for span in sorted(spans | {*pieces}):
        for by in By:
            ours: dict[Name, float] = {(by.value, code, span.key): 1 for code in codes[by]}
            found.append(Relation({(ALL, ALL, span.key): -1, **ours}))
    for span in sorted(spans):
        parts = [one for one in pieces if span.first <= one.first and one.last <= span.last]
        if parts != [span]:
            found += [Relation({(*row, span.key): -1, **{(*row, one.key): 1 for one in parts}}) for row in rows]
            found.append(Relation({(ALL, ALL, span.key): -1, **{(ALL, ALL, one.key): 1 for one in parts}}))
    return [*found, *(Relation({(*row, widest): 1}, 1, inf) for row in rows if counts[*row, widest])]


def spans_of(counted: Collection[Counted], year: Year, loaded: date) -> dict[str, Span]:
    """Give the columns of tables by their titles: each year, as far as its months are whole, and all of them."""
    months = sorted({month_of(one.month) for one in counted})
    first, last = months[0], min(months[-1], month_of(loaded) - 1)
    names = {month: year_of(_day(month), year) for month in range(first, last + 1)}
    found = {}
    for name in dict.fromkeys(names.values()):
        ours = [month for month in names if names[month] == name]
        words = name if len(ours) == MONTHS else f"{name} (part: {month_words(ours[0])} to {month_words(ours[-1])})"
        found[words] = Span(ours[0], ours[-1])
    return found | ({"All": Span(first, last)} if len(found) > 1 else {})


def month_of(day: date) -> int:
    """Count the months from year nought."""
    return day.year * MONTHS + day.month - 1


def _codes(by: By, counted: Collection[Counted], earlier: Collection[Mapping[str, Any]]) -> list[str]:
    """Give the rows of a table: what occurs, and what was told before, though a correction has emptied it."""
    told = {row[0] for one in earlier for row in one["tables"][by.value]}
    return sorted(told | {one.facets[by] or NONE for one in counted}, key=lambda code: place(by, code or None))


def counts_of(counted: Iterable[Counted], name: Name) -> int:
    """Count what a cell's name says."""
    by, code, key = name
    span = _span(key)
    ours = (one for one in counted if span.first <= month_of(one.month) <= span.last)
    return sum(one.cases for one in ours if by == ALL or (one.facets[By(by)] or NONE) == code)


def _counts(counted: Sequence[Counted], codes: Mapping[By, Sequence[str]], spans: Iterable[Span]) -> dict[Name, int]:
    found: Counter[Name] = Counter()
    within = list(spans)
    for one in counted:
        for span in (span for span in within if span.first <= month_of(one.month) <= span.last):
            found[ALL, ALL, span.key] += one.cases
            for by in By:
                found[by.value, one.facets[by] or NONE, span.key] += one.cases
    rows = [(ALL, ALL), *((by.value, code) for by in By for code in codes[by])]
    return {(*row, span.key): found[*row, span.key] for row in rows for span in within}


def printed_in(content: Mapping[str, Any], codes: Mapping[By, Sequence[str]]) -> dict[Name, int | None]:
    """Give what tables printed, None where it was hidden; a row that they did not have, they had no case of."""
    spans = [Span(first, last) for _, first, last in content["spans"]]
    rows = {(ALL, ALL): content["totals"]}
    for by in By:
        rows |= {(by.value, code): [0] * len(spans) for code in codes[by]}
        rows |= {(by.value, code): counts for code, *counts in content["tables"][by.value]}
    told = ((row, span, count) for row, counts in rows.items() for span, count in zip(spans, counts, strict=True))
    return {(*row, span.key): count for row, span, count in told}


def _hidden(
    counts: Mapping[Name, int],
    known: Collection[Relation],
    always: Collection[Name],
    earlier: Collection[Publication],
    hide: Collection[Name],
) -> Publication:
    """Hide small counts, and more for the sake of what the attack wins, until it wins nothing; raise GivesAway."""
    guard: dict[Name, None] = {}
    while True:
        apart = [name for name in guard if name not in counts]
        hidden = to_hide(counts, known, always=always, earlier=earlier, hide={*hide, *guard}, guard=apart)
        printed = {name: None if name in hidden else count for name, count in counts.items()}
        bare = laid_bare(printed, always, earlier, known)
        if not bare:
            return printed
        if guard.keys() >= set(bare):
            raise GivesAway
        guard |= dict.fromkeys(bare)


def _row(printed: Publication, by: str, code: str, spans: Mapping[str, Span]) -> list[int | None]:
    return [printed[by, code, span.key] for span in spans.values()]


def _cut(spans: Collection[Span]) -> list[Span]:
    """Cut time wherever one of the spans begins or ends, within all of them."""
    cuts = sorted({one.first for one in spans} | {one.last + 1 for one in spans})
    return [Span(first, after - 1) for first, after in pairwise(cuts)]


def _span(key: str) -> Span:
    first, _, last = key.partition("-")
    return Span(int(first), int(last))


def _day(month: int) -> date:
    return date(month // MONTHS, month % MONTHS + 1, 1)


def month_words(month: int) -> str:
    """Name a month that was counted from year nought."""
    return f"{_day(month):%B %Y}"
