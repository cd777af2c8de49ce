"""A funnel as SVG text: forces as marks by their number of cases, within exact limits that narrow as cases grow.

Shapes and names tell what lies outside, so that colour alone never does; a table of the same numbers stands beside it.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from math import ceil
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from scrutiny_app.domain.national_funnels import FLAG_TITLES, ROOM, Flag, Funnel, Point

WIDTH, HEIGHT = 900, 460
LEFT, RIGHT, TOP, BOTTOM = 62, 24, 44, 56  # the plot's distance from the edges
INK, GROUND, PALE, LINE, BAND = "#0b0c0c", "#ffffff", "#c5ccd6", "#1d3557", "#eaf0f8"
MARKS = {
    Flag.WITHIN: "#5b6b80",
    Flag.ABOVE: "#b3261e",
    Flag.BELOW: "#0f7a52",
}
CLEAR = 12  # pixels that a name may be off its mark without a line
FAR = (0, 12, -12, 22, -22, 36, -36, 54, -54, 72, -72, 96, -96, 120, -120)  # pixels, tried in turn

_Box = tuple[float, float, float, float]  # left, right, top, bottom


def funnel_chart(funnel: Funnel) -> str:
    """Draw a funnel of which some force has a place; the same funnel gives the same bytes."""
    name = "funnel-" + sha256(funnel.title.encode()).hexdigest()[:8]
    chart = Element("svg", xmlns="http://www.w3.org/2000/svg", role="img", viewBox=f"0 0 {WIDTH} {HEIGHT}")
    chart.set("aria-labelledby", f"{name}-title {name}-description")
    for key, value in {"font-family": "sans-serif", "font-size": "15", "fill": INK}.items():
        chart.set(key, value)
    _add(chart, "title", id=f"{name}-title").text = f"{funnel.title}: share found inappropriate, by force"
    _add(chart, "desc", id=f"{name}-description").text = description(funnel)
    _add(chart, "rect", width=WIDTH, height=HEIGHT, fill=GROUND)
    axes = _Axes(funnel)
    _limits(chart, funnel, axes)
    _scales(chart, axes)
    for point in sorted(funnel.drawn, key=lambda one: one.flag in (Flag.ABOVE, Flag.BELOW)):
        _mark(chart, point, axes)
    _names(chart, funnel.drawn, axes)
    _legend(chart, funnel)
    return ElementTree.tostring(chart, encoding="unicode")


def description(funnel: Funnel) -> str:
    """Say in words what the chart shows."""
    said = [f"{len(funnel.drawn)} forces by number of graded cases and share found inappropriate."]
    for flag in (Flag.ABOVE, Flag.BELOW):
        names = [point.force for point in funnel.drawn if point.flag is flag]
        if names:
            said.append(f"{FLAG_TITLES[flag]}: {', '.join(names)}.")
    return " ".join(said) if len(said) > 1 else f"{said[0]} All lie within the limits."


class _Axes:
    """Where a number of cases and a share lie on the picture."""

    def __init__(self, funnel: Funnel) -> None:
        shown = funnel.drawn
        fewest, most = min(one.graded.low for one in shown), max(one.graded.high for one in shown) * ROOM
        # A funnel is read by place and not by length, so that its scale need not begin at nought.
        begin = 0.6 * fewest if fewest > 0.3 * most else 0.0
        self.step = _step(most - begin, 8)
        self.first = self.step * int(begin / self.step)
        self.most = ceil(most)
        usual = next(high for n, _, high in funnel.limits if n >= fewest)
        top = max(*(_ends(point)[1] for point in shown), usual, 0.05)
        self.rise = next(one for one in (0.01, 0.02, 0.05, 0.1, 0.2, 0.25) if top / one <= 6)
        self.top = min(1.0, self.rise * ceil(top * 1.05 / self.rise))

    def x(self, cases: float) -> float:
        """Place a number of cases."""
        return LEFT + (WIDTH - LEFT - RIGHT) * (cases - self.first) / (self.most - self.first)

    def y(self, share: float) -> float:
        """Place a share; one beyond the top is put at the top."""
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - min(share, self.top) / self.top)


def _limits(chart: Element, funnel: Funnel, axes: _Axes) -> None:
    """Draw the area within the limits, and the share of all, as a band where it is a range."""
    above = [(axes.x(n), axes.y(high)) for n, _, high in funnel.limits if axes.first <= n <= axes.most]
    below = [(axes.x(n), axes.y(low)) for n, low, _ in funnel.limits if axes.first <= n <= axes.most]
    _add(chart, "polygon", points=_points([*above, *reversed(below)]), fill=BAND)
    for edge in (above, below):
        _add(
            chart, "polyline", points=_points(edge), fill="none", stroke=LINE, stroke_width=1.5, stroke_dasharray="6 4"
        )
    low, high = axes.y(funnel.share.low), axes.y(funnel.share.high)
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


def _mark(chart: Element, point: Point, axes: _Axes) -> None:
    low, high = _ends(point)
    colour = MARKS[point.flag]
    x, y = _middle(point, axes)
    mark = _add(chart, "g", fill=colour, stroke=colour)
    _add(mark, "title").text = f"{point.force}: {FLAG_TITLES[point.flag].lower()}"
    if not (point.found.known and point.graded.known):
        _line(mark, x, axes.y(low), x, axes.y(high), stroke=colour, width=1.5)
        _line(mark, axes.x(point.graded.low), y, axes.x(point.graded.high), y, stroke=colour, width=1.5)
    if point.flag is Flag.ABOVE:
        _add(mark, "polygon", points=_points([(x, y - 8), (x + 7.5, y + 6), (x - 7.5, y + 6)]))
    elif point.flag is Flag.BELOW:
        _add(mark, "polygon", points=_points([(x, y + 8), (x + 7.5, y - 6), (x - 7.5, y - 6)]))
    else:
        _add(mark, "circle", cx=x, cy=y, r=4.5, fill_opacity=0.75, stroke=GROUND, stroke_width=1)


def _names(chart: Element, points: Sequence[Point], axes: _Axes) -> None:
    """Write the names of what lies outside, where none covers a mark or another name; a line leads to one far off."""
    shown = [(point, *_middle(point, axes)) for point in points]
    taken = [(x - 8, x + 8, y - 8, y + 8) for _, x, y in shown]
    for point, x, y in sorted(shown, key=lambda one: (-one[2], one[0].force)):
        if point.flag not in (Flag.ABOVE, Flag.BELOW):
            continue
        wide = 8.2 * len(point.force)
        every = [_box(x, y, wide, far, right) for far in FAR for right in (True, False)]
        box = next((one for one in every if _is_free(one, taken)), every[0])
        taken.append(box)
        left, _, top, foot = box
        if abs((top + foot) / 2 - y) > CLEAR:
            _line(chart, x, y, max(left, min(x, left + wide)), (top + foot) / 2, stroke=MARKS[point.flag])
        _text(chart, left, foot - 4, point.force, weight="bold", halo=True)


def _box(x: float, y: float, wide: float, far: int, right: bool) -> _Box:
    left = x + 12 if right else x - 12 - wide
    return left, left + wide, y + far - 9, y + far + 9


def _is_free(box: _Box, taken: Iterable[_Box]) -> bool:
    left, end, top, foot = box
    inside = left > LEFT and end < WIDTH - 2 and top > TOP - 8 and foot < HEIGHT - BOTTOM
    return inside and not any(left < e and l < end and top < f and t < foot for l, e, t, f in taken)  # noqa: E741


def _legend(chart: Element, funnel: Funnel) -> None:
    x = float(LEFT)
    seen = [flag for flag in MARKS if any(point.flag is flag for point in funnel.points)]
    entries = [*((FLAG_TITLES[flag], flag) for flag in seen)]
    for words, flag in entries:
        key = _add(chart, "g", fill=MARKS[flag], stroke=MARKS[flag])
        if flag is Flag.ABOVE:
            _add(key, "polygon", points=_points([(x + 8, 12), (x + 15, 25), (x + 1, 25)]))
        elif flag is Flag.BELOW:
            _add(key, "polygon", points=_points([(x + 8, 27), (x + 15, 14), (x + 1, 14)]))
        else:
            _add(key, "circle", cx=x + 8, cy=20, r=4.5)
        _text(chart, x + 22, 25, words)
        x += 44 + 7.4 * len(words)


def _ends(point: Point) -> tuple[float, float]:
    """Give the least and the most that a force's share can be."""
    return point.found.low / point.graded.high, min(1.0, point.found.high / max(point.graded.low, 1))


def _middle(point: Point, axes: _Axes) -> tuple[float, float]:
    low, high = _ends(point)
    return axes.x((point.graded.low + point.graded.high) / 2), axes.y((low + high) / 2)


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
