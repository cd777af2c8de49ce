"""Figures over rounds as a paper, and the annual report, which tells the same with how every case was chosen."""

from collections.abc import Iterator

from scrutiny_app.domain import figures_tables as tables
from scrutiny_app.domain import figures_words as words
from scrutiny_app.domain.agreeing import RESULT_TITLES, Result
from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.figures_examples import examples
from scrutiny_app.domain.figures_funnel import funnel_chart
from scrutiny_app.domain.figures_method import whole_method
from scrutiny_app.domain.papers import Chart, ChartKind, Heading, Paper, Part, Share, Shown, Words


def rounds_paper(over: OverRounds, every: OverRounds | None = None, agreed: Shown | None = None) -> Paper:
    """Lay out a year of meetings; `every` holds the earlier ones that a rolling year reaches back to."""
    return Paper(
        name=f"figures-{over.last.isoformat()}",
        title=f"Figures over rounds, {words.period(over)}",
        under=f"{over.panel}. {over.force}.",
        opening=(words.summary(over),),
        parts=(*parts(over, every), *whole_method(over, agreed)),
        shows=words.shows(over),
        tiles=words.headline(over),
    )


def parts(over: OverRounds, every: OverRounds | None = None) -> Iterator[Part]:
    """Give what the figures over rounds consist of."""
    if over.random:
        yield Heading("What the panel found")
        yield tables.results(over)
        yield Heading("Meeting by meeting")
        yield _trend(over)
        yield tables.meetings(over, every)
    if over.funnel:
        yield Heading("More than chance?")
        yield funnel_chart(over)
        yield tables.funnel(over)
    if shown := words.what_it_shows(over):
        yield Heading("What the numbers can and cannot show")
        yield Words(shown, points=True)
    if over.random:
        yield Heading("What the panel observed")
        yield tables.themes(over)
        if (said := examples(over)).table.rows:
            yield Words((IN_ITS_WORDS,))
            yield said
    if over.targeted:
        yield Heading("Targeted rounds")
        yield tables.targeted(over)


IN_ITS_WORDS = (
    "Examples are the panel’s own words on redacted cases: at most two a theme, the newest first, and long ones cut."
)


def counts_chart(over: OverRounds) -> Chart:
    """Draw each random round's grades as a bar."""
    rows = tuple((one.report.title, tuple(line.cases for line in one.report.grades)) for one in over.random)
    series = tuple(RESULT_TITLES[result] for result in tables.GRADES)
    described = "One bar a round, as long as its graded cases are many. The table below holds the same numbers."
    return Chart(ChartKind.BARS, "Grades by round", described, series, rows)


def _trend(over: OverRounds) -> Chart:
    """Draw the share of inappropriate cases by meeting within its range, or the counts where a range is missing."""
    lines = [(one, one.line(Result.INAPPROPRIATE)) for one in over.random]
    shares = tuple(
        Share(tables.signed(one), known.share, known.low, known.high, line.counts)
        for one, line in lines
        if (known := line.estimate)
    )
    if not shares:
        return counts_chart(over)
    described = "One row a round, oldest first: the share of all eligible cases, as a dot, within its range of 95%."
    return Chart(ChartKind.RANGES, "Inappropriate cases by round", described, shares=shares)
