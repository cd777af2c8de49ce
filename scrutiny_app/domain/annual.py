"""The annual report: a year of one panel's meetings about one force, with how every round's cases were chosen.

What was found comes first, then what was done about it, and the method stands once, at the end.
"""

from scrutiny_app.domain import figures_words as words
from scrutiny_app.domain.annual_told import Told, told_parts
from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.figures_method import whole_method
from scrutiny_app.domain.figures_paper import counts_chart, parts
from scrutiny_app.domain.papers import Paper, Part, Shown


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


INTRODUCTION = (
    "An independent panel reads out-of-court disposals after they were given, with names and other identifiers taken "
    "out, and says of each whether it was appropriate. It looks back for learning, and grades decisions, never people."
)
