"""The national picture's funnels, drawn as any funnel is: a force is a mark, and only those outside are named."""

from scrutiny_app.domain.funnels import Lies, Mark, Plot
from scrutiny_app.domain.national_funnels import FLAG_TITLES, Flag, Funnel, Point
from scrutiny_app.files.funnel_chart import draw_funnel

LIES = {Flag.WITHIN: Lies.WITHIN, Flag.ABOVE: Lies.ABOVE, Flag.BELOW: Lies.BELOW}


def funnel_chart(funnel: Funnel) -> str:
    """Draw a funnel of which some force has a place; the same funnel gives the same bytes."""
    title = f"{funnel.title}: share found inappropriate, by force"
    marks = tuple(_mark(point) for point in funnel.drawn)
    return draw_funnel(
        Plot(
            title,
            description(funnel),
            (funnel.share.low, funnel.share.high),
            marks,
            funnel.limits,
            names_all=False,
            usual="All forces together",
        )
    )


def description(funnel: Funnel) -> str:
    """Say in words what the chart shows."""
    said = [f"{len(funnel.drawn)} forces by number of graded cases and share found inappropriate."]
    for flag in (Flag.ABOVE, Flag.BELOW):
        names = [point.force for point in funnel.drawn if point.flag is flag]
        if names:
            said.append(f"{FLAG_TITLES[flag]}: {', '.join(names)}.")
    return " ".join(said) if len(said) > 1 else f"{said[0]} All lie within the limits."


def _mark(point: Point) -> Mark:
    found, graded = (point.found.low, point.found.high), (point.graded.low, point.graded.high)
    return Mark(point.force, found, graded, LIES[point.flag], FLAG_TITLES[point.flag])
