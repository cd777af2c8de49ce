"""Tables of volumes that were made for publication, laid out: a hidden count is marked as official statistics do."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from scrutiny_app.domain.volumes import BY_TITLES, YEAR_TITLES, By, Year, title
from scrutiny_app.domain.volumes_hidden import NONE, month_words

HIDDEN = "[c]"  # confidential, in the Government Analysis Function's shorthand
FLAT_HEADER = ("Counted by", "What", "When", "Disposals")
Rows = list[list[str | int]]


def published_tables(content: Mapping[str, Any]) -> Iterator[tuple[str, list[str], Rows]]:
    """Give each table: what its rows are, its header, and its rows with the sum last."""
    columns = [words for words, _, _ in content["spans"]]
    for by in By:
        words = BY_TITLES[by]
        told = [
            [title(by, None if code == NONE else code), *map(_shown, counts)]
            for code, *counts in content["tables"][by.value]
        ]
        yield words, [words, *columns], [*told, ["All", *map(_shown, content["totals"])]]


def flat_rows(content: Mapping[str, Any]) -> list[tuple[str | int, ...]]:
    """Give every count as a row of its own: which table, which row, which column."""
    return [
        (words, str(name), column, count)
        for words, header, rows in published_tables(content)
        for name, *counts in rows
        for column, count in zip(header[1:], counts, strict=True)
    ]


def published_notes(force: str, content: Mapping[str, Any], made_on: date) -> tuple[str, ...]:
    """Say what the tables are of and by which rules numbers are hidden, for whoever reads them without this product."""
    least, year = content["hidden_below"], YEAR_TITLES[Year(content["year"])]
    return (
        f"{force}: out-of-court disposals that are finalised, by month of disposal. Years run from "
        f"{year}; only whole months are counted. Made on {made_on.day} {made_on:%B %Y}.",
        "One disposal given to one person counts once: an offence with two offenders counts twice.",
        f"Counts of 1 to {least - 1} could point to a person and are hidden, shown as {HIDDEN}. Others are hidden with "
        f"them, so that no hidden count can be worked out from sums: a count shown as {HIDDEN} need not be small. A "
        "nought is printed.",
        "Sums of all disposals of ten or more are always printed.",
        "Before these tables were made, everything hidden in them was attacked by linear programming, together with "
        f"all tables made for publication before: each hidden count can still be any number from 1 to {least - 1}, as "
        "far as the sums that are always printed let it.",
        "There is no table of one thing crossed with another, and no percentage: nearly every count would be hidden.",
        "The disposal is what was done, and the outcome code is the Home Office’s number for how the crime was "
        "recorded. They are recorded apart and need not agree. A child was under 18 on the day of the offence.",
        "Records are corrected, so later tables may differ. These are not the Home Office’s statistics, which count "
        "crimes and not people.",
    )


def about(content: Mapping[str, Any], made_on: date) -> str:
    """Say in a few words what tables are of, and when they were made."""
    last = max(last for _, _, last in content["spans"])
    year, on = YEAR_TITLES[Year(content["year"])], f"{made_on.day} {made_on:%B %Y}"
    return f"{year}, up to {month_words(last)}, made on {on}"


def _shown(count: int | None) -> str | int:
    return HIDDEN if count is None else count
