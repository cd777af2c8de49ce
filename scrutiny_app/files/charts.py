"""Charts as SVG text: white ground, patterns and direct labels, so that colour alone never tells.

They hold presentation attributes only, because the pages' content policy forbids styles, and the same input always
gives the same bytes. Every chart stands beside a table of the same numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from textwrap import wrap
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

WIDTH = 720
GUTTER = 190  # where the rows' labels stand
SPARE = 150  # right of the longest bar, for counts too small to write inside it
BAR, GAP, SIZE = 28, 14, 15  # heights of a bar, of the space between bars, and of the text
LEADING = 16  # from one line of a label to the next
INK, GROUND = "#0b0c0c", "#ffffff"

# Fill and pattern of each series in turn; the first three are the grades' own.
FILLS = (
    ("#0f7a52", None),
    ("#f2c94c", "dots"),
    ("#b3261e", "hatch"),
    ("#54319f", "lines"),
    ("#106165", "bars"),
    ("#8a8f98", "grid"),
)


@dataclass(frozen=True)
class Interval:
    """A share between 0 and 1 with its interval, and the counts that it comes from, such as "14 of 21"."""

    label: str
    share: float
    low: float
    high: float
    counts: str


def stacked_bars(
    title: str,
    description: str,
    series: Sequence[str],
    rows: Sequence[tuple[str, Sequence[int]]],
    *,
    font: str = "sans-serif",
) -> str:
    """Draw counts as one bar a row, a segment a series; raise ValueError where rows and series do not match."""
    if len(series) > len(FILLS) or any(len(counts) != len(series) or min(counts) < 0 for _, counts in rows):
        raise ValueError(f"Each row needs {len(series)} counts of 0 or more, and at most {len(FILLS)} series fit")
    legend = _legend_rows(series)
    top, step = 16 + 26 * len(legend), _step([label for label, _ in rows])
    chart, name = _chart(title, description, top + len(rows) * step + 6, font)
    _patterns(chart, name, len(series))
    for line, entries in enumerate(legend):
        for place, x in entries:
            _swatch(chart, x, 10 + 26 * line, _fill(name, place))
            _text(chart, x + 24, 23 + 26 * line, series[place])

    spare = max(SPARE, *(10 + sum(31 + _wide(str(count)) for count in counts if count) for _, counts in rows), 0)
    scale = (WIDTH - GUTTER - spare) / max(1, *(sum(counts) for _, counts in rows), 1)
    for line, (label, counts) in enumerate(rows):
        _stack(chart, name, top + line * step + (step - BAR - GAP) / 2, label, counts, scale)
    return _written(chart)


def intervals(title: str, description: str, rows: Sequence[Interval], *, font: str = "sans-serif") -> str:
    """Draw shares as dots with whiskers on a scale from 0% to 100%, the share and its counts beside each."""
    step = _step([row.label for row in rows])
    bottom = 12 + len(rows) * step
    chart, _ = _chart(title, description, bottom + 34, font)
    left, right = GUTTER + 10, WIDTH - max(SPARE + 30, *(72 + _wide(f"({row.counts})") for row in rows), 0)
    for tick in (0, 25, 50, 75, 100):
        x = left + (right - left) * tick / 100
        _line(chart, x, 8, x, bottom, stroke="#c5ccd6")
        _text(chart, x, bottom + 20, f"{tick}%", anchor="middle")
    for line, row in enumerate(rows):
        if not 0 <= row.low <= row.share <= row.high <= 1:
            raise ValueError(f"{row.label}: a share lies within its interval, and both within 0 and 1")
        y = 12 + line * step + (step - GAP) / 2
        low, middle, high = (left + (right - left) * share for share in (row.low, row.share, row.high))
        _label(chart, y, row.label)
        _whiskers(chart, low, high, y)
        _add(chart, "circle", cx=middle, cy=y, r=7, fill=GROUND, stroke=INK, stroke_width=3)
        _text(chart, right + 22, y + 5, f"{row.share:.0%}", weight="bold")
        _text(chart, right + 72, y + 5, f"({row.counts})")
    return _written(chart)


def _whiskers(chart: Element, low: float, high: float, y: float) -> None:
    _line(chart, low, y, high, y, width="3")
    for end in (low, high):
        _line(chart, end, y - 7, end, y + 7, width="3")


def _stack(chart: Element, name: str, y: float, label: str, counts: Sequence[int], scale: float) -> None:
    """Draw one row; a count too wide for its segment is written right of the bar beside its swatch."""
    _label(chart, y + BAR / 2, label)
    x: float = GUTTER
    beside: list[int] = []
    for place, count in enumerate(counts):
        width = count * scale
        if not count:
            continue
        _box(chart, x, y, width, BAR, _fill(name, place))
        if width < _wide(str(count)) + 12:
            beside.append(place)
        else:
            _count(chart, x + width / 2, y, count)
        x += width
    if not sum(counts):
        _line(chart, GUTTER, y, GUTTER, y + BAR)
        _text(chart, x + 10, y + BAR / 2 + 5, "0", weight="bold")
    x += 10
    for place in beside:
        _swatch(chart, x, y + 6, _fill(name, place))
        _text(chart, x + 21, y + BAR / 2 + 5, str(counts[place]), weight="bold")
        x += 21 + _wide(str(counts[place])) + 10


def _count(chart: Element, middle: float, y: float, count: int) -> None:
    """Write a count inside its segment, on a white plate that keeps it clear of the pattern."""
    width = _wide(str(count)) + 6
    _add(chart, "rect", x=middle - width / 2, y=y + 4, width=width, height=BAR - 8, fill=GROUND)
    _text(chart, middle, y + BAR / 2 + 5, str(count), anchor="middle", weight="bold")


def _legend_rows(series: Sequence[str]) -> list[list[tuple[int, float]]]:
    """Place the legend's entries from the gutter on, as (series, x), in as many lines as they need."""
    lines: list[list[tuple[int, float]]] = [[]]
    x: float = GUTTER
    for place, words in enumerate(series):
        width = 24 + _wide(words) + 18
        if x + width > WIDTH and lines[-1]:
            lines.append([])
            x = GUTTER
        lines[-1].append((place, x))
        x += width
    return lines


def _chart(title: str, description: str, height: float, font: str) -> tuple[Element, str]:
    """Begin a chart with its title, description and ground; return it with the name that its ids begin with."""
    name = "chart-" + sha256(f"{title}|{description}".encode()).hexdigest()[:8]
    chart = Element("svg", xmlns="http://www.w3.org/2000/svg", role="img")
    chart.set("aria-labelledby", f"{name}-title {name}-description")
    chart.set("viewBox", f"0 0 {WIDTH} {_figure(height)}")
    for key, value in {"width": WIDTH, "height": height, "font_family": font, "font_size": SIZE, "fill": INK}.items():
        chart.set(key.replace("_", "-"), _figure(value))
    _add(chart, "title", id=f"{name}-title").text = title
    _add(chart, "desc", id=f"{name}-description").text = description
    _add(chart, "rect", width=WIDTH, height=height, fill=GROUND)
    return chart, name


# What each pattern draws over its fill, in a square of 8 by 8.
_PATTERNS: dict[str, tuple[str, dict[str, object]]] = {
    "dots": ("circle", {"cx": 4, "cy": 4, "r": 1.6, "fill": INK}),
    "hatch": ("path", {"d": "M-2 2 2-2M0 8 8 0M6 10 10 6", "stroke": GROUND, "stroke_width": 2.5}),
    "lines": ("path", {"d": "M0 4H8", "stroke": GROUND, "stroke_width": 2.5}),
    "bars": ("path", {"d": "M4 0V8", "stroke": GROUND, "stroke_width": 2.5}),
    "grid": ("path", {"d": "M0 4H8M4 0V8", "stroke": GROUND, "stroke_width": 1.5}),
}


def _patterns(chart: Element, name: str, count: int) -> None:
    definitions = SubElement(chart, "defs")
    for fill, pattern in FILLS[:count]:
        if pattern:
            square = _add(definitions, "pattern", id=f"{name}-{pattern}", width=8, height=8)
            square.set("patternUnits", "userSpaceOnUse")
            _add(square, "rect", width=8, height=8, fill=fill)
            shape, drawn = _PATTERNS[pattern]
            _add(square, shape, **drawn)


def _fill(name: str, place: int) -> str:
    fill, pattern = FILLS[place]
    return f"url(#{name}-{pattern})" if pattern else fill


def _wide(words: str) -> float:
    """Return about how wide words are in pixels, rather too wide than too narrow."""
    return len(words) * SIZE * 0.6


def _label(chart: Element, middle: float, words: str) -> None:
    """Write a row's label left of its bar, on as many lines as it needs."""
    lines = _lines(words)
    for line, part in enumerate(lines):
        _text(chart, GUTTER - 10, middle + 5 + (line - (len(lines) - 1) / 2) * LEADING, part, anchor="end")


def _lines(words: str) -> list[str]:
    return wrap(words, int((GUTTER - 14) / (SIZE * 0.55)))


def _step(labels: Sequence[str]) -> int:
    """Return the height from one row to the next that leaves room for the longest label."""
    return max(BAR + GAP, *(LEADING * len(_lines(label)) + 6 for label in labels), 0)


def _swatch(chart: Element, x: float, y: float, fill: str) -> None:
    _box(chart, x, y, 16, 16, fill)


def _box(chart: Element, x: float, y: float, width: float, height: float, fill: str) -> None:
    _add(chart, "rect", x=x, y=y, width=width, height=height, fill=fill, stroke=INK)


def _line(chart: Element, x1: float, y1: float, x2: float, y2: float, *, stroke: str = INK, width: str = "1") -> None:
    _add(chart, "line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=width)


def _text(chart: Element, x: float, y: float, words: str, *, anchor: str = "start", weight: str = "normal") -> None:
    _add(chart, "text", x=x, y=y, text_anchor=anchor, font_weight=weight).text = words


def _add(parent: Element, tag: str, **attributes: object) -> Element:
    """Add an element; underscores in attributes' names stand for hyphens."""
    return SubElement(parent, tag, {key.replace("_", "-"): _figure(value) for key, value in attributes.items()})


def _figure(value: object) -> str:
    """Write a value with at most two decimals, so that the same chart is the same bytes everywhere."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _written(chart: Element) -> str:
    return ElementTree.tostring(chart, encoding="unicode")
