"""What the panel said of each theme: a few short examples in its own words, which are of redacted cases.

A case is told by its offence group and its disposal, never by its reference; good practice stands beside faults.
"""

from collections.abc import Iterator
from textwrap import shorten

from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.grading import THEME_TITLES, Theme
from scrutiny_app.domain.papers import Shown
from scrutiny_app.domain.report_tables import Cell, Table, kind_of
from scrutiny_app.domain.reporting import Reviewed

MOST = 2  # examples of one theme, the newest first
LONGEST = 240  # characters


def examples(over: OverRounds) -> Shown:
    """Tabulate short examples of each theme that random rounds observed, the most frequent theme first."""
    themes = [*(one.title for one in over.themes), THEME_TITLES[Theme.GOOD_PRACTICE]]
    rows = tuple(row for theme in themes for row in _of(over, theme))
    header = ("Theme", "Round", "Case", "In the panel’s words")
    return Shown("examples", Table("What the panel said, by theme", header, rows))


def shortened(words: str) -> str:
    """Give the panel's words, cut after a word where they are long."""
    return shorten(words, LONGEST, placeholder=" …")


def _of(over: OverRounds, theme: str) -> list[tuple[Cell, ...]]:
    found: dict[str, tuple[Cell, ...]] = {}  # by words, since what is said twice is one example
    for held in reversed(over.random):
        for case in held.report.listed:
            for words in _words(case, theme):
                found.setdefault(words, (theme, held.report.title, ": ".join(reversed(kind_of(case))), words))
    return list(found.values())[:MOST]


def _words(case: Reviewed, theme: str) -> Iterator[str]:
    """Give what was said of a theme: the observation's own words, or else the remarks on the case."""
    for seen in case.observations:
        if theme == THEME_TITLES[seen.theme]:
            # The words of a force's own theme say what the theme is, and not what was seen.
            own = seen.text if seen.local_id is None else ""
            if words := shortened(own or case.remarks):
                yield words
