"""The registrar's report: whether the rounds were drawn and kept as they should be, and nothing graded.

It begins with what it is, for whom, and what to do with it, and then with what asks for an answer.
"""

from collections.abc import Iterator

from scrutiny_app.domain import figures_words as words
from scrutiny_app.domain.figures import Held, OverRounds
from scrutiny_app.domain.figures_method import whole_method
from scrutiny_app.domain.papers import Heading, Paper, Shown, Words, many
from scrutiny_app.domain.report_tables import Table


def registrar_paper(over: OverRounds) -> Paper:
    """Lay out the registrar's report."""
    asks = tuple(f"{one.report.title}: {'; '.join(found)}." for one in over.held if (found := list(_asks(one))))
    return Paper(
        name=f"registrar-{over.last.isoformat()}",
        title=f"The registrar’s report, {words.period(over)}",
        under=f"{over.panel}. {over.force}.",
        opening=(INTRODUCTION, FOR_WHOM),
        parts=(
            Heading("What to do with it"),
            Words(TO_DO, points=True),
            Heading("What asks for an answer"),
            Words(asks or (NOTHING_ASKS,), points=bool(asks)),
            Heading("Held against what comes from outside"),
            outside(over),
            *whole_method(over),
        ),
        shows=words.shows(over),
    )


def outside(over: OverRounds) -> Shown:
    """Tabulate what each frame was held against: the force's own totals, and numbers from outside."""
    rows = tuple(
        (
            one.report.title,
            one.report.method.totals.words if one.report.method.totals else "No totals were entered",
            one.report.method.check.words,
        )
        for one in over.held
    )
    table = Table("Checks of the frames", ("Round", "The force’s own totals", "Numbers named from outside"), rows)
    return Shown("outside", table)


def _asks(one: Held) -> Iterator[str]:
    """Name what of a round somebody should be asked about, or be able to explain."""
    method, undone = one.report.method, one.report.method.undone
    if method.totals is None:
        yield "the force’s own totals were not entered, so nothing shows that its list was whole"
    elif method.totals.differing:
        totals = many(len(method.totals.totals), "total")
        yield f"{method.totals.differing:,} of {totals} of the force’s own not as held here"
    if method.check.absent:
        yield f"{many(method.check.absent, 'number')} named from outside absent from the list"
    if method.check.unanswered:
        yield f"{many(method.check.unanswered, 'number')} named from outside not answered yet"
    if undone.voids or undone.begun_again:
        yield f"{many(undone.voids, 'draw')} made void, {undone.begun_again:,} begun again before any dice"
    if undone.replacements or undone.left_empty:
        yield f"{many(undone.replacements, 'case')} replaced, {many(undone.left_empty, 'place')} left empty"
    if one.report.superseded:
        yield f"{many(one.report.superseded, 'signed finding')} superseded since"


INTRODUCTION = (
    "What became of each round’s list of eligible cases and of its draw, and what each can be checked by. It tells of "
    "no grade, no officer and no member."
)
FOR_WHOM = (
    "It is for the force crime registrar, and for whoever audits the panel’s work: an inspectorate, an internal "
    "auditor, the commissioner’s office. Findings are worth no more than the list and the draw that they rest on."
)
TO_DO = (
    "Ask about what stands under “What asks for an answer”: each draw made void, each case replaced and each finding "
    "superseded has a reason and a second person on the trail.",
    "Hold the number of eligible cases against the force’s own count of disposals for the same days, and name case "
    "numbers from court lists or complaints that should be among them.",
    "Perform one draw again: its verification pack needs only the list, the dice and a program for SHA-256, and must "
    "give the same cases.",
    "Compare the digests and the trail’s heads below with those in the minutes and certificates that were printed at "
    "the time: any that differ mean that something was changed afterwards.",
)
NOTHING_ASKS = (
    "Nothing: the force’s own totals agree, no number from outside is absent or unanswered, and nothing was undone."
)
