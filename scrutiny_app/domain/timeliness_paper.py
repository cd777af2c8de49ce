"""Timeliness as a paper: medians and quartiles in days, each with how many cases, letters or actions it rests on."""

from collections.abc import Collection
from datetime import date

from scrutiny_app.domain import figures_words
from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.figures_method import whole_method
from scrutiny_app.domain.papers import Heading, Paper, Shown, Words, many
from scrutiny_app.domain.report_tables import Cell, Table
from scrutiny_app.domain.timeliness import STEP_TITLES, Pace, Span, Step, pace

HEADER = (
    "Step",
    "Counted",
    "Begun",
    "Done",
    "A quarter within",
    "Half within",
    "Three quarters within",
    "Longest still open",
)
COUNTED = {Step.PANEL: "Cases", Step.FEEDBACK: "Cases", Step.ACKNOWLEDGED: "Letters", Step.CLOSED: "Actions"}
NOT_YET, TOO_FEW = "Not yet", "Too few"
Rows = tuple[tuple[Cell, ...], ...]


def timeliness_paper(over: OverRounds, spans: Collection[Span], today: date) -> Paper:
    """Lay out how long each step takes, for the cases of a year's rounds."""
    paces = [pace(step, spans, today) for step in Step]
    return Paper(
        name=f"timeliness-{over.last.isoformat()}",
        title=f"Timeliness, {figures_words.period(over)}",
        under=f"{over.panel}. {over.force}.",
        opening=(_summary(paces),),
        parts=(
            Heading("Days from step to step"),
            table(paces),
            Heading("How it is reckoned"),
            Words(METHOD, points=True),
            *whole_method(over),
        ),
        shows=(*figures_words.shows(over), ("Reckoned on", today.isoformat())),
    )


def table(paces: Collection[Pace], least: int = 0) -> Shown:
    """Tabulate how long each step takes; of fewer cases or letters than the `least` no days are given."""
    few = {one.step for one in paces if one.step is not Step.CLOSED and one.begun < least}
    words: Rows = tuple(
        (*_begun(one), *((TOO_FEW,) * 4 if one.step in few else (*_days(one), _longest(one)))) for one in paces
    )
    bare: Rows = tuple((*_begun(one), *one.quartiles, one.longest) for one in paces)
    title = "Timeliness, in days"
    numeric = tuple(range(2, 8))
    return Shown("timeliness", Table(title, HEADER, words, numeric), Table(title, HEADER, bare, numeric))


def _begun(one: Pace) -> tuple[Cell, ...]:
    return STEP_TITLES[one.step], COUNTED[one.step], one.begun, one.done


def _days(one: Pace) -> tuple[str, ...]:
    return tuple(("–" if not one.begun else NOT_YET) if days is None else f"{days:,} days" for days in one.quartiles)


def _longest(one: Pace) -> str:
    return "None open" if one.longest is None else f"{one.longest:,} days"


def _of(one: Pace) -> str:
    return many(one.begun, COUNTED[one.step].lower().removesuffix("s"))


def _summary(paces: Collection[Pace]) -> str:
    said = [
        f"{STEP_TITLES[one.step].lower()}, {one.quartiles[1]:,} days ({one.done:,} of {_of(one)} done)"
        for one in paces
        if one.quartiles[1] is not None
    ]
    if not said:
        return "No step is half done yet, so there is no median to give."
    return f"Half took no longer than: {'; '.join(said)}."


METHOD = (
    "Every case of these rounds is counted, random or targeted: these are times and not findings.",
    "A case that still waits counts as having waited so long, so that a slow step does not look quick. “Not yet” means "
    "that too few are done to say.",
    "The panel’s finding is the day on which it was first signed. Feedback is sent when a case’s first letter goes "
    "out, on the portal or handed over as a document. From then on letters are counted and not cases: each waits to be "
    "acknowledged, one handed over until the day on which the lead kept that it was read.",
    "An action counts from the day on which it was set until its closing, and as open again where it was reopened.",
    "A letter held or ended, because its addressee left or is long absent, is in no step of feedback.",
)
