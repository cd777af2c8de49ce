"""The annual report: a year of one panel's meetings about one force, with how every round's cases were chosen.

What was found comes first, then what was done about it, and the method stands once, at the end.
"""

from scrutiny_app.domain import figures_words as words
from scrutiny_app.domain.annual_told import Told, told_parts
from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.figures_method import whole_method
from scrutiny_app.domain.figures_paper import counts_chart, parts
from scrutiny_app.domain.papers import Heading, Paper, Part, Shown
from scrutiny_app.domain.report_tables import Table


def annual_paper(
    over: OverRounds, every: OverRounds | None = None, agreed: Shown | None = None, told: Told | None = None
) -> Paper:
    """Lay out the annual report; `agreed` tabulates how far private grades agreed, `told` is all beside the figures."""
    body: list[Part] = [*parts(over, every)]
    if over.random:
        body.insert(2, counts_chart(over))
    body += [*(told_parts(over, told) if told else ()), *whole_method(over, agreed)]
    return Paper(
        name=f"annual-{over.last.isoformat()}",
        title=f"Annual report, {words.period(over)}",
        under=f"{over.panel}. {over.force}.",
        opening=(INTRODUCTION, words.summary(over)),
        parts=tuple(body),
        shows=(*words.shows(over), *((("As on", told.today.isoformat()),) if told else ())),
        tiles=words.headline(over),
    )


def registrar_paper(over: OverRounds, trail: tuple[str, ...] = ()) -> Paper:
    """Lay out the registrar's report: whether the rounds were drawn and kept as they should be, and nothing graded."""
    return Paper(
        name=f"registrar-{over.last.isoformat()}",
        title=f"The registrar’s report, {words.period(over)}",
        under=f"{over.panel}. {over.force}.",
        opening=(REGISTRAR, *trail),
        parts=(
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


INTRODUCTION = (
    "An independent panel reads out-of-court disposals after they were given, with names and other identifiers taken "
    "out, and says of each whether it was appropriate. It looks back for learning, and grades decisions, never people."
)
REGISTRAR = (
    "What became of each round's frame and draw, and what each can be checked by. It tells of no grade, no officer "
    "and no member."
).replace("round's", "round’s")
