"""A paper: headings, sentences, tables and charts in order, from which a page, a document and a workbook are laid out.

Whoever makes a paper writes no markup, and whoever lays one out reckons nothing: so that every form says the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.funnels import Plot
from scrutiny_app.domain.report_tables import Table


@dataclass(frozen=True)
class Heading:
    """The heading of a part."""

    words: str


@dataclass(frozen=True)
class Words:
    """Sentences: a paragraph each, or the points of a list."""

    sentences: tuple[str, ...]
    points: bool = False


@dataclass(frozen=True)
class Shown:
    """A table by the name that its file has; `figures` is the same in bare numbers."""

    name: str
    table: Table
    figures: Table | None = None

    @property
    def bare(self) -> Table:
        """Give the table as a workbook holds it."""
        return self.figures or self.table


class ChartKind(StrEnum):
    """How a chart is drawn: bars of counts, shares within their ranges, or a funnel."""

    BARS = "bars"
    RANGES = "ranges"
    FUNNEL = "funnel"


@dataclass(frozen=True)
class Share:
    """One row of a chart of shares: each from 0 to 1, and the counts that it comes from."""

    label: str
    share: float
    low: float
    high: float
    counts: str


@dataclass(frozen=True)
class Chart:
    """A chart: its title, what it shows in words, and rows of counts by series, or of shares, or a funnel's plot."""

    kind: ChartKind
    title: str
    description: str
    series: tuple[str, ...] = ()
    counts: tuple[tuple[str, tuple[int, ...]], ...] = ()
    shares: tuple[Share, ...] = ()
    plot: Plot | None = None


Part = Heading | Words | Shown | Chart


@dataclass(frozen=True)
class Paper:
    """A paper; `name` is its file's, `shows` says what was asked for, and `tiles` are its few foremost figures."""

    name: str
    title: str
    under: str
    opening: tuple[str, ...]
    parts: tuple[Part, ...]
    shows: tuple[tuple[str, str], ...] = ()
    tiles: tuple[tuple[str, str], ...] = ()

    @property
    def tables(self) -> dict[str, Shown]:
        """Give the tables by name, in order."""
        return {part.name: part for part in self.parts if isinstance(part, Shown)}


def many(count: int, one: str, more: str = "") -> str:
    """Write a count with its word, such as "1 case" or "1,200 cases"."""
    return f"{count:,} {one if count == 1 else more or f'{one}s'}"


def listed(names: Sequence[str], most: int = 8) -> str:
    """Write names one after the other, and how many more there are."""
    shown = list(names[:most]) + ([f"{len(names) - most} more"] if len(names) > most else [])
    return ", ".join(shown[:-1]) + f" and {shown[-1]}" if len(shown) > 1 else "".join(shown)
