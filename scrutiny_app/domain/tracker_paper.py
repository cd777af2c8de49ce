"""The action tracker as a paper: each action of a year's rounds with how it stands, and the method of those rounds."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from scrutiny_app.domain import figures_words
from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.figures_method import whole_method
from scrutiny_app.domain.figures_tables import day
from scrutiny_app.domain.following import ACTION_TITLES, STATE_TITLES, ActionKind, ActionStep, is_overdue
from scrutiny_app.domain.papers import Heading, Paper, Part, Shown, Words, many
from scrutiny_app.domain.report_tables import Cell, Table
from scrutiny_app.domain.what_came import Came, what_came

HEADER = ("Number", "Round", "Kind", "Owner", "Due", "How it stands")
TURNS = ("Number", "What is asked", "The force’s response", "Answered", "Proof", "Closed")
NOT_RELEASED = "Not released yet"
AGAIN: dict[ActionStep | None, str] = {
    None: "",
    ActionStep.RETURNED: "Sent back: ",
    ActionStep.REOPENED: "Opened again: ",
}


@dataclass(frozen=True)
class Turn:
    """What was asked once, and what came of it, in those words that the panel may read.

    `proof` is what it can read, `proof_waits` some that it cannot read yet; `again` is the step that began it.
    """

    asked: str
    response: str
    answered_on: date | None = None
    closed_on: date | None = None
    proof: bool = False
    proof_waits: bool = False
    again: ActionStep | None = None


@dataclass(frozen=True)
class Tracked:
    """One action: its number, what it is, who owns it by role, and its turns: another each time it is asked again."""

    number: int
    kind: ActionKind
    owner: str
    turns: tuple[Turn, ...]
    came: Came
    sent_back: bool = False


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
            one.owner,
            day(one.came.due_on),
            stands(one, today),
        )
        for one in tracked
    )
    turns = tuple(turn_row(one, turn) for one in tracked for turn in one.turns)
    table = Table("Actions one by one", HEADER, rows, (0,))
    words = Table("What was asked and answered, in order", TURNS, turns, (0,))
    return Heading("Each action"), Words((WORDS,)), Shown("tracker", table), Shown("requests", words)


def turn_row(one: Tracked, turn: Turn) -> tuple[Cell, ...]:
    """Tell one turn of an action: what was asked, what came of it, and when."""
    return (
        one.number,
        AGAIN[turn.again] + (turn.asked or NOT_RELEASED),
        turn.response or (NOT_RELEASED if turn.answered_on else "–"),
        day(turn.answered_on) if turn.answered_on else "–",
        "Yes" if turn.proof else NOT_RELEASED if turn.proof_waits else "No",
        day(turn.closed_on) if turn.closed_on else "–",
    )


def stands(one: Tracked, today: date) -> str:
    """Say how an action stands."""
    told = "Overdue" if is_overdue(one.came.state, one.came.due_on, today) else STATE_TITLES[one.came.state]
    return f"{told}, sent back" if one.sent_back else told


WORDS = (
    "The chair or the registrar closes an action, never its owner. What is asked and the response stand here in the "
    "words that the panel may read; the force’s others are released to it first, and so is proof. An action that "
    "was sent back or opened again has a line for each time that it was asked, in order. What was passed on is closed "
    "on proof alone. Owners are told by role: nobody is named."
)
