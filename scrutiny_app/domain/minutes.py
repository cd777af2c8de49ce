"""The minutes of a round's meetings, told from what was recorded: no word is added, and no name stands by a grade.

Pages and documents lay out the same parts. The same state gives the same parts.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from scrutiny_app.domain.agreeing import (
    ESCALATION_TITLES,
    REACHED_TITLES,
    RESULT_TITLES,
    Escalation,
    Reached,
    Result,
    in_words,
)
from scrutiny_app.domain.grading import SEVERITY_TITLES, THEME_TITLES, Observation, Severity
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.meetings import MANNER_TITLES, Manner
from scrutiny_app.domain.minutes_state import Approved

NOT_RECORDED = "Not recorded"
STRUCK = "A note was struck out."
NOTED = "Noted at the meeting before: "
CANNOT_REOPEN = "The panel looks back at decisions already made, for learning. It cannot reopen a case."
NO_DISSENT = "Where no dissent stands beside a finding, none was written down."
LIMITS = (
    "The panel read what was on record at the time of each decision, without names and other identifiers.",
    "A fair draw from an incomplete list proves nothing: eligible cases are those that the force’s extract held.",
    "Minutes tell of single cases. What the findings say of all eligible ones, and how surely, is in the report.",
)


WHAT = ("What", "Recorded")
CHECKS = ("Nobody need read this to understand the minutes: with it the draw and the trail can be checked.",)
FOR_CHECKS = ("Way of drawing", "Draw", "Dice", "Places left empty")

When = Callable[[datetime], str]  # writes a moment in words


@dataclass(frozen=True)
class Attended:
    """One person of the panel, whom they speak for, and whether they came, in words."""

    name: str
    body: str
    state: str


@dataclass(frozen=True)
class Held:
    """One meeting: when and how it was held, who took the chair, and who came."""

    starts_at: datetime
    manner: Manner
    place: str
    chaired_by: str
    ended_at: datetime | None
    people: tuple[Attended, ...]
    acted: tuple[str, ...] = ()  # who revealed, or signed
    passed: tuple[tuple[datetime, str], ...] = ()  # who took the chair and when, where it changed hands
    put_right: tuple[tuple[datetime, str], ...] = ()  # attendance changed after the meeting ended: when, and how


@dataclass(frozen=True)
class Found:
    """One signed finding, how it was reached, and what it took the place of, if anything."""

    reference: str
    result: Result
    reached: Reached | None
    votes: str
    observations: tuple[Observation, ...]
    remarks: str
    dissent: str
    stands: bool = True
    reason: str = ""
    carried: bool = False
    about: str = ""  # the offence and the disposal
    superseded_by: Result | None = None  # what stands in its place, where it does not stand


@dataclass(frozen=True)
class Minutes:
    """Everything that the minutes say; what a reader's conflict keeps from them is only counted, in `hidden`."""

    title: str
    panel: str
    force: str
    quorum: str
    held: tuple[Held, ...]
    declared: tuple[tuple[str, int], ...]
    found: tuple[Found, ...]
    unsigned: tuple[str, ...]
    escalated: tuple[tuple[str, Escalation, str], ...]
    notes: tuple[tuple[str, str], ...]
    draw: tuple[tuple[str, str], ...]
    digest: str  # of the frame
    hidden: int
    head: str
    entries: int
    arisen: tuple[str, ...] = ()
    approved: Approved | None = None  # without it, a draft
    corrections: tuple[tuple[datetime, str], ...] = ()


@dataclass(frozen=True)
class Table:
    """Rows under a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Part:
    """One part of the minutes: its heading, its paragraphs, and its table, if it has one."""

    heading: str
    words: tuple[str, ...] = ()
    table: Table | None = None


def parts(minutes: Minutes, when: When) -> Iterator[Part]:
    """Give the parts in the order in which they are read; `when` writes a moment in words."""
    if minutes.corrections:
        words = tuple(f"{when(at)}: {text}" for at, text in minutes.corrections)
        yield Part("Corrections, made after the approval", words)
    for number, held in enumerate(minutes.held, 1):
        yield _meeting(held, number if len(minutes.held) > 1 else None, when)
    yield _quorum(minutes)
    yield _declared(minutes)
    if minutes.arisen:
        yield Part("What earlier rounds had left open when the meeting began", minutes.arisen)
    matters = [one for one in minutes.found if one.carried]
    if matters:
        yield _findings("Matters arising: cases of earlier rounds", matters)
    yield _findings("Findings", [one for one in minutes.found if not one.carried], minutes.unsigned)
    if any(one.reason for one in minutes.found):
        yield _superseded(minutes)
    yield _escalated(minutes)
    yield Part("Notes", tuple(f"{of}: {text}" if of else text for of, text in minutes.notes) or ("None.",))
    yield Part("Limits", LIMITS)
    yield Part("The draw", (), Table(WHAT, tuple(one for one in minutes.draw if one[0] not in FOR_CHECKS)))
    yield Part("For whoever checks", CHECKS, Table(WHAT, _checks(minutes)))


def _meeting(held: Held, number: int | None, when: When) -> Part:
    where = f"{MANNER_TITLES[held.manner]}, {held.place}" if held.place else MANNER_TITLES[held.manner]
    ended = f" Ended {when(held.ended_at)}." if held.ended_at else ""
    changed = (f"Attendance corrected on {when(at)}: {how}" for at, how in held.put_right)
    words = (f"Due to begin {when(held.starts_at)}.{ended} {where}.", _chaired(held, when), *changed)
    rows = tuple((one.name, one.body, one.state) for one in held.people)
    return Part(f"Meeting {number}" if number else "The meeting", words, Table(("Name", "For", "Attendance"), rows))


def _chaired(held: Held, when: When) -> str:
    """Say who was in the chair, and from when where it changed hands; never more than was recorded."""
    if not held.passed:
        shown = f"{in_words(held.acted)}, as the grades revealed or the findings signed show" if held.acted else ""
        return f"In the chair: {held.chaired_by or shown or NOT_RECORDED.lower()}."
    names = {name for _, name in held.passed}
    said = "; ".join(name if at <= held.starts_at else f"{name} from {_at(held, at, when)}" for at, name in held.passed)
    others = [name for name in held.acted if name not in names]
    also = f" Grades were also revealed or findings signed by {in_words(others)}." if others else ""
    return f"In the chair: {said}.{also}"


def _at(held: Held, at: datetime, when: When) -> str:
    """Give a moment as the clock shows it, with its day where that is not the meeting's own."""
    begun, at_home = (one.astimezone(LONDON) for one in (held.starts_at, at))
    return f"{at_home:%H:%M}" if begun.date() == at_home.date() else when(at)


def _quorum(minutes: Minutes) -> Part:
    words = [minutes.quorum, "It is a quorum of grades: no finding was signed without these grades on its case."]
    if any(all(one.state == NOT_RECORDED for one in held.people) for held in minutes.held):
        words.append("Who came was not recorded, so nothing here says who was present when a finding was agreed.")
    return Part("Quorum", tuple(words))


def _declared(minutes: Minutes) -> Part:
    said = [
        f"Case {reference}: {_people(count)} stepped back and took no part." for reference, count in minutes.declared
    ]
    if minutes.hidden:
        cases = "1 case is" if minutes.hidden == 1 else f"{minutes.hidden} cases are"
        said.append(f"{cases} left out of this copy, because its reader stepped back.")
    return Part("Declarations of interest", tuple(said) or ("None was declared.",))


def _findings(heading: str, found: list[Found], unsigned: tuple[str, ...] = ()) -> Part:
    rows = tuple((_case(one), _result(one), _reached(one), _said(one)) for one in found)
    left = (f"Not signed yet: {in_words(unsigned)}.",) if unsigned else ()
    if not rows:
        return Part(heading, ("No finding has been signed.", *left))
    unwritten = () if all(one.dissent for one in found) else (NO_DISSENT,)
    return Part(
        heading, (CANNOT_REOPEN, *unwritten, *left), Table(("Case", "Finding", "How it was reached", "Said"), rows)
    )


def _case(one: Found) -> str:
    return "\n".join(filter(None, (one.reference, one.about)))


def _result(one: Found) -> str:
    by = f" by “{RESULT_TITLES[one.superseded_by]}”" if one.superseded_by else ""
    return RESULT_TITLES[one.result] + ("" if one.stands else f" (superseded since{by})")


def _reached(one: Found) -> str:
    if one.reached is None:
        return NOT_RECORDED
    return REACHED_TITLES[one.reached] + (f": {one.votes}" if one.votes else "")


def _said(one: Found) -> str:
    seen = "; ".join(_observed(each) for each in one.observations)
    dissent = f"Dissent, in the dissenter’s own words: “{one.dissent}”" if one.dissent else ""
    said = [f"Observed: {seen}" if seen else "", one.remarks, dissent]
    return "\n".join(filter(None, said)) or "Nothing more was recorded."


def _observed(one: Observation) -> str:
    words = THEME_TITLES[one.theme]
    return words if one.severity is Severity.GOOD else f"{words} ({SEVERITY_TITLES[one.severity].lower()})"


def _superseded(minutes: Minutes) -> Part:
    rows = tuple((one.reference, _result(one), one.reason) for one in minutes.found if one.reason)
    words = ("Each took the place of a signed finding, for the reason given and with a second person’s agreement.",)
    return Part("Findings that superseded another", words, Table(("Case", "New finding", "Reason"), rows))


def _escalated(minutes: Minutes) -> Part:
    rows = tuple((reference, ESCALATION_TITLES[route], note) for reference, route, note in minutes.escalated)
    if not rows:
        return Part("Passed on, apart from the grade", ("Nothing was passed on.",))
    return Part("Passed on, apart from the grade", (), Table(("Case", "To", "For"), rows))


def _checks(minutes: Minutes) -> tuple[tuple[str, str], ...]:
    return (
        *(one for one in minutes.draw if one[0] in FOR_CHECKS),
        ("Digest of the frame (SHA-256)", minutes.digest),
        ("Entries on the trail at the last deed told here", str(minutes.entries)),
        ("Head of the trail (SHA-256)", minutes.head),
    )


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"
