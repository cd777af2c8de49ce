"""The meetings of a panel as a funnel: each round's inappropriate cases against exact limits by how many it graded."""

from math import ceil

from scrutiny_app.domain.figures import OverRounds, Place
from scrutiny_app.domain.funnels import ROOM, Lies, Mark, Plot, limits_by_size
from scrutiny_app.domain.papers import Chart, ChartKind

MOST_NAMED = 6  # of more rounds only those outside are named, so that names stay readable
TITLE = "Inappropriate cases against the limits of chance"
DESCRIBED = (
    "Each round is a mark, or several with equal counts: how many of its cases were graded, and the share of them that "
    "was inappropriate. The line is the mean: the share of all rounds together, {found} of {graded}. The band around "
    "it, within dashed limits, is where chance alone leaves all but one round of that size in a thousand on each side."
)


def funnel_chart(over: OverRounds) -> Chart:
    """Draw the random rounds that have a place in the funnel; there must be two or more."""
    places = over.funnel
    found, graded = sum(one.found for one in places), sum(one.graded for one in places)
    share = found / graded
    limits = tuple(limits_by_size(ceil(max(one.graded for one in places) * ROOM), share, share))
    usual = f"All rounds together: {found:,} of {graded:,}"
    described = f"{DESCRIBED.format(found=f'{found:,}', graded=f'{graded:,}')} {_outside(places)}"
    together: dict[tuple[int, int], list[Place]] = {}
    for one in places:
        together.setdefault((one.found, one.graded), []).append(one)
    marks = tuple(_mark(ours) for ours in together.values())
    plot = Plot(TITLE, described, (share, share), marks, limits, names_all=len(places) <= MOST_NAMED, usual=usual)
    return Chart(ChartKind.FUNNEL, TITLE, described, plot=plot)


def _mark(places: list[Place]) -> Mark:
    """Mark where one round lies, or several with the same counts, which would hide one another."""
    place, others = places[0], len(places) - 1
    lies = Lies.ABOVE if place.found > place.most else Lies.BELOW if place.found < place.fewest else Lies.WITHIN
    title = place.held.report.title + (f" and {others} more, each" if others else "")
    name = f"{title} ({place.found} of {place.graded})"
    return Mark(name, (place.found,) * 2, (place.graded,) * 2, lies, place.flag)


def _outside(places: tuple[Place, ...]) -> str:
    """Say in words which rounds lie outside."""
    titles = [one.held.report.title for one in places if not one.fewest <= one.found <= one.most]
    return f"Outside the limits: {', '.join(titles)}." if titles else "All lie within the limits."
