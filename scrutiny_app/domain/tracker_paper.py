"""The action tracker as a paper: each action of a year's rounds with how it stands, and the method of those rounds."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from scrutiny_app.domain import figures_words
from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.figures_method import whole_method
from scrutiny_app.domain.figures_tables import day
from scrutiny_app.domain.following import ACTION_TITLES, STATE_TITLES, ActionKind, is_overdue
from scrutiny_app.domain.papers import Heading, Paper, Part, Shown, Words, many
from scrutiny_app.domain.report_tables import Table
from scrutiny_app.domain.what_came import Came, what_came

HEADER = ("Number", "Round", "Kind", "What is asked", "The force’s response", "Due", "How it stands")
NOT_RELEASED = "Not released yet"


@dataclass(frozen=True)
class Tracked:
    """One action: its number, what it is, and those of its words that the panel may read."""

    number: int
    kind: ActionKind
    asked: str
    response: str
    came: Came


def tracker_paper(over: OverRounds, tracked: Collection[Tracked], today: date) -> Paper:
    """Lay out the actions that were set on a year's rounds, those still to be done first."""
    counts = what_came([one.report.title for one in over.held], [one.came for one in tracked], today)
    late = sum(is_overdue(one.came.state, one.came.due_on, today) for one in tracked)
    return Paper(
        name=f"actions-{over.last.isoformat()}",
        title=f"Action tracker, {figures_words.period(over)}",
        under=f"{over.panel}. {over.force}.",
        opening=(f"{many(len(tracked), 'action')} set on these rounds; {late:,} overdue on {day(today)}.",),
        parts=(
            Heading("How the actions stand"),
            counts,
            *(_each(tracked, today) if tracked else ()),
            *whole_method(over),
        ),
        shows=(*figures_words.shows(over), ("As on", today.isoformat())),
    )


def _each(tracked: Collection[Tracked], today: date) -> tuple[Part, ...]:
    rows = tuple(
        (
            one.number,
            one.came.round_title,
            ACTION_TITLES[one.kind],
            one.asked or NOT_RELEASED,
            one.response or "–",
            day(one.came.due_on),
            _stands(one.came, today),
        )
        for one in tracked
    )
    table = Table("Actions one by one", HEADER, rows, (0,))
    shown = Shown("tracker", table)
    return Heading("Each action"), Words((WORDS,)), shown


def _stands(one: Came, today: date) -> str:
    return "Overdue" if is_overdue(one.state, one.due_on, today) else STATE_TITLES[one.state]


WORDS = (
    "The chair or the registrar closes an action, never its owner. What is asked and the response stand here in the "
    "words that the panel may read; the force’s others are released to it first. Nobody is named."
)
