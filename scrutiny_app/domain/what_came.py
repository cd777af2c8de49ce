"""What came of a year's findings: the actions that were set for the force, and how each stands."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from scrutiny_app.domain.following import ActionState, is_overdue
from scrutiny_app.domain.papers import Shown
from scrutiny_app.domain.report_tables import Cell, Table

HEADER = ("Round", "Actions set", "Closed", "Answered, not closed", "Open", "Of them overdue")


@dataclass(frozen=True)
class Came:
    """One action of a round, and how it stands."""

    round_title: str
    state: ActionState
    due_on: date


def what_came(titles: Collection[str], actions: Collection[Came], today: date) -> Shown:
    """Tabulate the actions of each round by how they stand; a round without any has its line too."""
    lines = {title: [one for one in actions if one.round_title == title] for title in titles}
    rows = [(title, *_counts(theirs, today)) for title, theirs in lines.items()]
    table = Table("Actions", HEADER, (*rows, ("All", *_counts(actions, today))), tuple(range(1, len(HEADER))))
    return Shown("actions", table)


def _counts(actions: Collection[Came], today: date) -> tuple[Cell, ...]:
    states = Counter(one.state for one in actions)
    late = sum(is_overdue(one.state, one.due_on, today) for one in actions)
    known = (states[state] for state in (ActionState.CLOSED, ActionState.ANSWERED, ActionState.OPEN))
    return (len(actions), *known, late)
