"""A funnel as SVG text: sides as marks by their number of cases, within exact limits that narrow as cases grow.

Shapes and names tell what lies outside, so that colour alone never does; a table of the same numbers stands beside it.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from math import ceil
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from scrutiny_app.domain.funnels import ROOM, Lies, Mark, Plot

WIDTH, HEIGHT = 900, 460
LEFT, RIGHT, TOP, BOTTOM = 84, 24, 44, 56  # the plot's distance from the edges
INK, GROUND, PALE, LINE, BAND = "#0b0c0c", "#ffffff", "#c5ccd6", "#1d3557", "#eaf0f8"
COLOURS = {
    Lies.WITHIN: "#5b6b80",
    Lies.ABOVE: "#b3261e",
    Lies.BELOW: "#0f7a52",
}
SMALL = 60  # cases; a scale up to so many begins at nought
CLEAR = 12  # pixels that a name may be off its mark without a line
FAR = (0, 12, -12, 22, -22, 36, -36, 54, -54, 72, -72, 96, -96, 120, -120)  # pixels, tried in turn

_Box = tuple[float, float, float, float]  # left, right, top, bottom


def draw_funnel(plot: Plot, font: str = "sans-serif") -> str:
    """Draw a funnel in which some side has a place; the same funnel gives the same bytes."""
    name = "funnel-" + sha256(f"{plot.title}|{plot.description}".encode()).hexdigest()[:8]
    chart = Element("svg", xmlns="http://www.w3.org/2000/svg", role="img", viewBox=f"0 0 {WIDTH} {HEIGHT}")
    chart.set("aria-labelledby", f"{name}-title {name}-description")
    for key, value in {"font-family": font, "font-size": "15", "fill": INK}.items():
        chart.set(key, value)
    _add(chart, "title", id=f"{name}-title").text = plot.title
    _add(chart, "desc", id=f"{name}-description").text = plot.description
    _add(chart, "rect", width=WIDTH, height=HEIGHT, fill=GROUND)
    axes = _Axes(plot)
    _limits(chart, plot, axes)
    _scales(chart, axes)
    for mark in sorted(plot.marks, key=lambda one: one.lies is not Lies.WITHIN):
        _mark(chart, mark, axes)
    _names(chart, plot, axes)
    _legend(chart, plot)
    return ElementTree.tostring(chart, encoding="unicode")


class _Axes:
    """Where a number of cases and a share lie on the picture."""

    def __init__(self, plot: Plot) -> None:
        shown = plot.marks
        fewest, most = min(one.graded[0] for one in shown), max(one.graded[1] for one in shown) * ROOM
        # A funnel is read by place and not by length, so that its scale need not begin at nought; but where all are
        # small, it does, because there the limits narrow fastest.
        begin = 0.6 * fewest if fewest > 0.3 * most and most > SMALL else 0.0
        self.step = _step(most - begin, 8)
        self.first = self.step * int(begin / self.step)
        self.most = ceil(most)
        usual = next(high for n, _, high in plot.limits if n >= fewest)
        # All of a small funnel is shown, for a limit that is cut off would be read as lower than it is.
        top = max(*(_ends(mark)[1] for mark in shown), usual, 1.0 if most <= SMALL else 0.05)
        self.rise = next(one for one in (0.01, 0.02, 0.05, 0.1, 0.2, 0.25) if top / one <= 6)
        self.top = min(1.0, self.rise * ceil(top * 1.05 / self.rise))

    def x(self, cases: float) -> float:
        """Place a number of cases."""
        return LEFT + (WIDTH - LEFT - RIGHT) * (cases - self.first) / (self.most - self.first)

    def y(self, share: float) -> float:
        """Place a share; one beyond the top is put at the top."""
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - min(share, self.top) / self.top)


def _limits(chart: Element, plot: Plot, axes: _Axes) -> None:
    """Draw the area within the limits, and the share of all, as a band where it is a range."""
    above = [(axes.x(n), axes.y(high)) for n, _, high in plot.limits if axes.first <= n <= axes.most]
    below = [(axes.x(n), axes.y(low)) for n, low, _ in plot.limits if axes.first <= n <= axes.most]
    _add(chart, "polygon", points=_points([*above, *reversed(below)]), fill=BAND)
    for edge in (above, below):
        _add(
            chart, "polyline", points=_points(edge), fill="none", stroke=LINE, stroke_width=1.5, stroke_dasharray="6 4"
        )
    low, high = axes.y(plot.share[0]), axes.y(plot.share[1])
    if low - high > 1:
        _add(chart, "rect", x=LEFT, y=high, width=WIDTH - LEFT - RIGHT, height=low - high, fill=PALE)
    for y in dict.fromkeys((low, high)):
        _line(chart, LEFT, y, WIDTH - RIGHT, y, stroke=LINE, width=2)


def _scales(chart: Element, axes: _Axes) -> None:
    share = 0.0
    while share <= axes.top + 1e-9:
        y = axes.y(share)
        _line(chart, LEFT - 5, y, LEFT, y)
        _text(chart, LEFT - 9, y + 5, f"{share:.0%}", anchor="end")
        share += axes.rise
    for cases in range(axes.first, int(axes.most) + 1, axes.step):
        x = axes.x(cases)
        _line(chart, x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 5)
        _text(chart, x, HEIGHT - BOTTOM + 22, f"{cases:,}", anchor="middle")
    _line(chart, LEFT, TOP, LEFT, HEIGHT - BOTTOM)
    _line(chart, LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM)
    _text(chart, (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, "Cases graded", anchor="middle")
    middle = (TOP + HEIGHT - BOTTOM) / 2
    share_of = _add(chart, "text", x=20, y=middle, text_anchor="middle", transform=f"rotate(-90 20 {middle:.0f})")
    share_of.text = "Share found inappropriate"


def _mark(chart: Element, mark: Mark, axes: _Axes) -> None:
    low, high = _ends(mark)
    colour = COLOURS[mark.lies]
    x, y = _middle(mark, axes)
    drawn = _add(chart, "g", fill=colour, stroke=colour)
    _add(drawn, "title").text = f"{mark.name}: {mark.said.lower()}"
    if not mark.known:
        _line(drawn, x, axes.y(low), x, axes.y(high), stroke=colour, width=1.5)
        _line(drawn, axes.x(mark.graded[0]), y, axes.x(mark.graded[1]), y, stroke=colour, width=1.5)
    if mark.lies is Lies.ABOVE:
        _add(drawn, "polygon", points=_points([(x, y - 8), (x + 7.5, y + 6), (x - 7.5, y + 6)]))
    elif mark.lies is Lies.BELOW:
        _add(drawn, "polygon", points=_points([(x, y + 8), (x + 7.5, y - 6), (x - 7.5, y - 6)]))
    else:
        _add(drawn, "circle", cx=x, cy=y, r=4.5, fill_opacity=0.75, stroke=GROUND, stroke_width=1)


def _names(chart: Element, plot: Plot, axes: _Axes) -> None:
    """Write names where none covers a mark or another name; a line leads to one far off.

    Few sides are all named, and of many only those outside.
    """
    shown = [(mark, *_middle(mark, axes)) for mark in plot.marks]
    taken = [(x - 8, x + 8, y - 8, y + 8) for _, x, y in shown]
    taken.append(_name_line(chart, plot, axes, taken))
    for mark, x, y in sorted(shown, key=lambda one: (-one[2], one[0].name)):
        if mark.lies is Lies.WITHIN and not plot.names_all:
            continue
        wide = 8.2 * len(mark.name)
        every = [_box(x, y, wide, far, right) for far in FAR for right in (True, False)]
        box = next((one for one in every if _is_free(one, taken)), every[0])
        taken.append(box)
        left, _, top, foot = box
        if abs((top + foot) / 2 - y) > CLEAR:
            _line(chart, x, y, max(left, min(x, left + wide)), (top + foot) / 2, stroke=COLOURS[mark.lies])
        weight = "normal" if mark.lies is Lies.WITHIN else "bold"
        at, anchor = (left, "start") if left > x else (left + wide, "end")
        _text(chart, at, foot - 4, mark.name, anchor=anchor, weight=weight, halo=True)


def _name_line(chart: Element, plot: Plot, axes: _Axes, taken: Iterable[_Box]) -> _Box:
    """Write on the line of the mean what it is, at its left end or its right, above it or below."""
    wide, high, low = 8.2 * len(plot.usual), axes.y(plot.share[1]), axes.y(plot.share[0])
    rows = [(high - 19, high - 1), (low + 1, low + 19)]
    ends = (LEFT + 4, WIDTH - RIGHT - wide - 2)
    every = [(left, left + wide, top, foot) for left in ends for top, foot in rows]
    box = next((one for one in every if _is_free(one, taken)), every[0])
    _text(chart, box[0], box[3] - 4, plot.usual, weight="bold", halo=True)
    return box


def _box(x: float, y: float, wide: float, far: int, right: bool) -> _Box:
    left = x + 12 if right else x - 12 - wide
    return left, left + wide, y + far - 9, y + far + 9


def _is_free(box: _Box, taken: Iterable[_Box]) -> bool:
    left, end, top, foot = box
    inside = left > LEFT and end < WIDTH - 2 and top > TOP - 8 and foot < HEIGHT - BOTTOM
    return inside and not any(left < e and l < end and top < f and t < foot for l, e, t, f in taken)  # noqa: E741


def _legend(chart: Element, plot: Plot) -> None:
    x = float(LEFT)
    said = {mark.lies: mark.said for mark in plot.marks}
    for flag in (lies for lies in COLOURS if lies in said):
        words = said[flag]
        key = _add(chart, "g", fill=COLOURS[flag], stroke=COLOURS[flag])
        if flag is Lies.ABOVE:
            _add(key, "polygon", points=_points([(x + 8, 12), (x + 15, 25), (x + 1, 25)]))
        elif flag is Lies.BELOW:
            _add(key, "polygon", points=_points([(x + 8, 27), (x + 15, 14), (x + 1, 14)]))
        else:
            _add(key, "circle", cx=x + 8, cy=20, r=4.5)
        _text(chart, x + 22, 25, words)
        x += 44 + 7.4 * len(words)
    for words, width, dashes in (("The mean", 2.0, "none"), ("Limits of chance", 1.5, "6 4")):
        ends = {"x1": x, "y1": 20, "x2": x + 24, "y2": 20}
        _add(chart, "line", **ends, stroke=LINE, stroke_width=width, stroke_dasharray=dashes)
        _text(chart, x + 30, 25, words)
        x += 52 + 7.4 * len(words)


def _ends(mark: Mark) -> tuple[float, float]:
    """Give the least and the most that a side's share can be."""
    return mark.found[0] / mark.graded[1], min(1.0, mark.found[1] / max(mark.graded[0], 1))


def _middle(mark: Mark, axes: _Axes) -> tuple[float, float]:
    low, high = _ends(mark)
    return axes.x((mark.graded[0] + mark.graded[1]) / 2), axes.y((low + high) / 2)


def _step(most: float, lines: int) -> int:
    """Give a round step that divides up to so many cases into few enough lines."""
    steps: Iterator[int] = (round_ * 10**power for power in range(8) for round_ in (1, 2, 5))
    return next(step for step in steps if most / step <= lines)


def _points(places: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_figure(x)},{_figure(y)}" for x, y in places)


def _line(parent: Element, x1: float, y1: float, x2: float, y2: float, *, stroke: str = INK, width: float = 1) -> None:
    _add(parent, "line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=width)


def _text(
    parent: Element,
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    weight: str = "normal",
    halo: bool = False,
) -> None:
    white = {"stroke": GROUND, "stroke_width": 4, "paint_order": "stroke"} if halo else {}
    _add(parent, "text", x=x, y=y, text_anchor=anchor, font_weight=weight, **white).text = words


def _add(parent: Element, tag: str, **attributes: object) -> Element:
    """Add an element; underscores in attributes' names stand for hyphens."""
    return SubElement(parent, tag, {key.replace("_", "-"): _figure(value) for key, value in attributes.items()})


def _figure(value: object) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
