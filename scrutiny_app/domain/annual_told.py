"""What an annual report tells beside its figures: meetings, what was asked and done, what is taught, how long it took.

Nobody is named, and of cases and letters too few to hide one another no days are given: the panel reads this too.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.figures_tables import day
from scrutiny_app.domain.following import ActionKind
from scrutiny_app.domain.papers import Heading, Part, Shown, Words, many
from scrutiny_app.domain.report_tables import Cell, Table
from scrutiny_app.domain.timeliness import Pace, Step
from scrutiny_app.domain.timeliness_paper import METHOD
from scrutiny_app.domain.timeliness_paper import table as times
from scrutiny_app.domain.tracker_paper import AGAIN, NOT_RELEASED, Tracked, Turn, stands
from scrutiny_app.domain.what_came import Came, what_came

LEAST_TIMED = 10  # cases or letters; of fewer, days would tell when one of them was
NOT_RECORDED = "Not recorded"


@dataclass(frozen=True)
class MeetingHeld:
    """One meeting: of which round, when and how it was held, and how many of the panel's graders came, where kept."""

    round_title: str
    on: date
    how: str
    seated: int
    came: int | None
    apologies: int | None


@dataclass(frozen=True)
class Graded:
    """By how many members a round's cases were graded: the fewest and the most that one case was."""

    round_title: str
    cases: int
    fewest: int
    most: int


@dataclass(frozen=True)
class Taught:
    """A learning point with how many findings of the year bear it out; no words where they were not released."""

    theme: str
    title: str
    good: str
    policy: str
    findings: int
    rounds: int


@dataclass(frozen=True)
class Told:
    """All of it, as it stands on one day; `reckoned_on` is when the force's side last reckoned the days, if it did."""

    today: date
    came: tuple[Came, ...] = ()
    tracked: tuple[Tracked, ...] = ()
    meetings: tuple[MeetingHeld, ...] = ()
    cancelled: int = 0
    graded: tuple[Graded, ...] = ()
    quorum: tuple[str, ...] = ()
    taught: tuple[Taught, ...] = ()
    paces: tuple[Pace, ...] = ()
    reckoned_on: date | None = None


def told_parts(over: OverRounds, told: Told) -> Iterator[Part]:
    """Give the parts of an annual report that stand between its figures and its method."""
    yield from _meetings(told)
    yield from _said(over, told)
    yield Heading("Learning points of the year")
    if told.taught:
        yield Words((TAUGHT,))
        yield _taught(told)
    else:
        yield Words((NOTHING_TAUGHT,))
    yield from _times(told)


def withheld(one: Pace) -> Pace:
    """Give a pace without its days where they could tell of one case or letter; actions are the panel's own."""
    if one.step is Step.CLOSED or one.begun >= LEAST_TIMED:
        return one
    return replace(one, quartiles=(None, None, None), longest=None)


def _meetings(told: Told) -> Iterator[Part]:
    yield Heading("Meetings held")
    rows: list[tuple[Cell, ...]] = []
    bare: list[tuple[Cell, ...]] = []
    for one in told.meetings:
        known = [NOT_RECORDED if count is None else count for count in (one.came, one.apologies)]
        rows.append((one.round_title, day(one.on), one.how, one.seated, *known))
        bare.append((one.round_title, one.on, one.how, one.seated, one.came, one.apologies))
    if rows:
        header = ("Round", "Held on", "How", "Members of the panel", "Came", "Sent apologies")
        title = "Meetings and who came"
        yield Shown("held", Table(title, header, tuple(rows), (3, 4, 5)), Table(title, header, tuple(bare), (3, 4, 5)))
    else:
        yield Words(("No meeting of these rounds is on record here.",))
    if told.cancelled:
        yield Words((f"{many(told.cancelled, 'meeting was', 'meetings were')} planned and cancelled.",))
    if told.graded:
        yield Words((QUORUM.format("; ".join(told.quorum)),))
        graded = tuple((one.round_title, one.cases, one.fewest, one.most) for one in told.graded)
        heads = ("Round", "Cases found on", "Fewest grades on a case", "Most grades on a case")
        yield Shown("graded", Table("Grades behind the findings", heads, graded, (1, 2, 3)))


def _said(over: OverRounds, told: Told) -> Iterator[Part]:
    yield Heading("You said, we did")
    yield Words((CAME,))
    yield what_came([one.report.title for one in over.held], told.came, told.today)
    rows = tuple(
        (
            one.number,
            one.came.round_title,
            AGAIN[turn.again] + (turn.asked or NOT_RELEASED),
            turn.response or (NOT_RELEASED if turn.answered_on else "Not answered yet"),
            stands(one, told.today) if turn is one.turns[-1] else _asked_again(turn),
        )
        for one in sorted(told.tracked, key=lambda one: one.number)
        if one.kind is ActionKind.TASK
        for turn in one.turns
    )
    if rows:
        header = ("Action", "Round", "You said", "We did", "How it stands")
        yield Shown("said", Table("What was asked, and what the force did", header, rows, (0,)))


def _asked_again(turn: Turn) -> str:
    return f"Closed on {day(turn.closed_on)}, opened again" if turn.closed_on else "Sent back"


def _taught(told: Told) -> Shown:
    rows = tuple(
        (one.title or NOT_RELEASED, one.good or NOT_RELEASED, one.policy or "–", one.theme, one.findings, one.rounds)
        for one in told.taught
    )
    header = ("Learning point", "What good looks like", "Policy", "Theme", "Findings", "Rounds")
    return Shown("taught", Table("What is taught", header, rows, (4, 5)))


def _times(told: Told) -> Iterator[Part]:
    yield Heading("How long it took")
    if told.reckoned_on is None:
        yield Words((NOT_RECKONED,))
        return
    yield Words((RECKONED.format(day(told.reckoned_on)),))
    yield times(told.paces, LEAST_TIMED)
    yield Words(METHOD, points=True)


CAME = (
    "The panel and the force set actions on what was found. Somebody of the force answers each by a day, and the chair "
    "or the registrar closes it, never its owner. They stand as on the day of this report, in words that were released "
    "to the panel. What was passed on of one case, or is a record to be corrected, is counted and not told."
)
QUORUM = (
    "No finding can be signed without a quorum. This panel’s, as it stands today: {}. Members grade alone before the "
    "meeting: a case may have more grades than members came, and fewer where one has a conflict."
)
TAUGHT = (
    "What the force teaches from findings of these rounds. The panel’s side reads the words of those that were printed "
    "in a public report."
)
NOTHING_TAUGHT = "No learning point has been gathered from findings of these rounds."
NOT_RECKONED = (
    "Not reckoned yet: only the force’s side knows when a case was disposed of and a letter read. It is reckoned "
    "whenever the lead or the registrar opens this report."
)
RECKONED = (
    f"Days from step to step, as reckoned on {{}}. Of fewer than {LEAST_TIMED} cases or letters no days are given, "
    "since they could tell of one."
)
