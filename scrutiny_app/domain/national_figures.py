"""The national picture's tables in figures, for a workbook: the fewest and the most of each count, and its sources."""

from scrutiny_app.domain.collating import National, Part
from scrutiny_app.domain.grading import THEME_TITLES, Theme
from scrutiny_app.domain.national_return import COUNTED, counted_title, line_title
from scrutiny_app.domain.national_tables import places, with_nation
from scrutiny_app.domain.national_words import LIMITS, METHOD
from scrutiny_app.domain.report_tables import Cell, Table


def forces_in_figures(part: Part) -> Table:
    """Tabulate the forces in figures, for a workbook: the fewest and the most of each count."""
    header = ["Force", "Returns", "Cases in the frames", "Cases read"]
    for code in COUNTED:
        header += [f"{counted_title(code)}: fewest", f"{counted_title(code)}: most"]
    header += ["Estimated share inappropriate", "Low", "High", "From returns"]
    rows: list[tuple[Cell, ...]] = []
    for name, pool in with_nation(part):
        ends = [int(end) for code in COUNTED for end in pool.count(code)]
        one = pool.estimate
        guess = (one.share, one.low, one.high, one.returns) if one else (None, None, None, 0)
        rows.append((name, pool.returns, pool.frame, pool.sample, *ends, *guess))
    return Table("Forces", tuple(header), tuple(rows), tuple(range(1, len(header))))


def breakdown_in_figures(part: Part) -> Table:
    """Tabulate every force's counts by disposal and age group in figures, for a workbook."""
    header = ["Force", "Disposal", "Age group"]
    for code in COUNTED:
        header += [f"{counted_title(code)}: fewest", f"{counted_title(code)}: most"]
    rows: list[tuple[Cell, ...]] = []
    for name, pool in with_nation(part):
        for place in places(pool):
            ends = [int(end) for code in COUNTED for end in pool.count(code, place)]
            rows.append((name, line_title(place[0], "disposal"), line_title(place[1], "age_group"), *ends))
    return Table("By disposal and age", tuple(header), tuple(rows), tuple(range(3, len(header))))


def themes_in_figures(part: Part) -> Table:
    """Tabulate themes by force in figures, for a workbook."""
    header = ("Force", "Theme", "Cases: fewest", "Cases: most", "Serious: fewest", "Serious: most")
    rows: list[tuple[Cell, ...]] = []
    for name, pool in with_nation(part):
        for theme in (one for one in Theme if one in pool.themes):
            ends = [int(end) for count in pool.themes[theme] for end in count]
            rows.append((name, THEME_TITLES[theme], *ends))
    return Table("Themes", header, tuple(rows), (2, 3, 4, 5))


def sources(national: National) -> Table:
    """List the returns."""
    header = ("Force", "From", "To", "Signed", "Form", "Selection", "Frame", "Sample", "Draw", "Digest of the frame")
    rows = tuple(
        (
            one.force,
            one.period.from_.isoformat(),
            one.period.to.isoformat(),
            one.signed_on.isoformat(),
            one.form.capitalize(),
            one.selection.capitalize(),
            one.frame,
            one.sample,
            one.method.draw_id,
            one.method.frame_digest,
        )
        for one in national.returns
    )
    return Table("Returns", header, rows, (6, 7))


def method() -> Table:
    """State how the picture was made, and what it cannot show."""
    said = [("How it was made", one) for one in METHOD] + [("What it cannot show", one) for one in LIMITS]
    return Table("Method", ("What", "Words"), tuple(said))
