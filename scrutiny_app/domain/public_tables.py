"""A public report's sentences and tables, from its content alone: the same on its page and in its files."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from scrutiny_app.domain.agreeing import GRADED_RESULTS, RESULT_TITLES, Result
from scrutiny_app.domain.grading import THEME_TITLES, Theme
from scrutiny_app.domain.national_return import COUNTED, GRADED, TOTAL, line_title
from scrutiny_app.domain.public_report import BREAKDOWN, TABLES, THEMES
from scrutiny_app.domain.report_tables import Cell, Table
from scrutiny_app.domain.reporting import SOUND_TITLE
from scrutiny_app.domain.suppressing import ALL

Content = Mapping[str, Any]
HIDDEN = "hidden"
PART_TITLES = {"random": "Cases drawn at random", "targeted": "Cases chosen for a theme, not at random"}
SHORT = {code: RESULT_TITLES[Result(code)].partition(":")[0] for code in (one.value for one in Result)}
SHORT |= {GRADED: "Graded", TOTAL: "Cases"}
_PLACES = {"disposal": "Disposal", "age_group": "Age"}
_COLUMNS = (TOTAL, *(one.value for one in GRADED_RESULTS), Result.NOT_AGREED.value, Result.MORE_INFORMATION.value)


def words(count: int | Sequence[int]) -> str:
    """Write a count, or that it is hidden; the data files say what a hidden one may be."""
    return f"{count:,}" if isinstance(count, int) else HIDDEN


def period(content: Content) -> tuple[date, date]:
    """Give the first and the last day on which a case of the report was finalised."""
    every = [one["period"] for part in content["parts"] for one in part["rounds"]]
    return (
        date.fromisoformat(min(one["from"] for one in every)),
        date.fromisoformat(max(one["to"] for one in every)),
    )


def period_words(content: Content) -> str:
    """Write the period in words."""
    first, last = period(content)
    return f"{day_words(first)} to {day_words(last)}"


def summary(content: Content) -> list[str]:
    """Say in a sentence or two a part what was found."""
    return [sentence for part in content["parts"] for sentence in _summary(part)]


def results(part: Content) -> Table:
    """Tabulate the results of a part's rounds together, each share with its counts and range."""
    shares = {one["result"]: _share_words(one) for one in part["shares"]}
    header = ("Result", "Cases", "Share of all eligible cases, and range") if shares else ("Result", "Cases")
    rows: list[tuple[Cell, ...]] = [
        (RESULT_TITLES[one], words(part["results"][one.value]), shares.get(one.value, "")) for one in GRADED_RESULTS
    ]
    if "sound" in shares:
        sound = next(one for one in part["shares"] if one["result"] == "sound")
        rows.append((SOUND_TITLE, words(sound["cases"]), shares["sound"]))
    rows.append(("All graded", words(part["results"][GRADED]), ""))
    rest = [one for one in Result if one not in GRADED_RESULTS]
    rows += [(RESULT_TITLES[one], words(part["results"][one.value]), "Counted apart") for one in rest]
    rows.append(("All cases", words(part["results"][TOTAL]), ""))
    return Table("Results", header, tuple(row if shares else row[:2] for row in rows), (1,))


def rounds(part: Content) -> Table:
    """Tabulate a part's rounds, one a row."""
    rows = tuple(
        (one["title"], f"{one['frame']:,}", *(words(one["results"][code]) for code in _COLUMNS))
        for one in part["rounds"]
    )
    header = ("Round", "Eligible", *(SHORT[code] for code in _COLUMNS))
    return Table("Round by round", header, rows, tuple(range(1, len(header))))


def breakdown(part: Content) -> list[Table]:
    """Tabulate a part's results by disposal and age group, crossed or each alone, where it has them."""
    lines = part[BREAKDOWN]
    if any(ALL not in (one["disposal"], one["age_group"]) for one in lines):
        return [_breakdown(TABLES[BREAKDOWN], lines, ("disposal", "age_group"))]
    by_disposal = [one for one in lines if one["disposal"] != ALL]
    by_age = [one for one in lines if one["disposal"] == ALL]
    return [
        _breakdown("Results by disposal", by_disposal, ("disposal",)),
        _breakdown("Results by age group", by_age, ("age_group",)),
    ]


def _breakdown(title: str, lines: Sequence[Content], places: Sequence[str]) -> Table:
    codes = [code for code in _COLUMNS if lines and code in lines[0]["counts"]]
    rows = tuple(
        (*(_place(one, place) for place in places), *(words(one["counts"][code]) for code in codes)) for one in lines
    )
    header = (*(_PLACES[place] for place in places), *(SHORT[code] for code in codes))
    return Table(title, header, rows, tuple(range(len(places), len(header))))


def _place(line: Content, place: str) -> str:
    return f"All {_PLACES[place].lower()}s" if line[place] == ALL else line_title(line[place], place)


def themes(part: Content) -> Table:
    """Tabulate in how many cases each theme was observed, the most frequent first; themes never seen are left out."""
    seen = [one for one in part[THEMES] if one["cases"] != 0]
    order = sorted(seen, key=lambda one: (-_most(one["cases"]), list(Theme).index(Theme(one["theme"]))))
    rows = tuple((THEME_TITLES[Theme(one["theme"])], words(one["cases"]), words(one["serious"])) for one in order)
    return Table(TABLES[THEMES], ("Theme", "Cases", "Of them serious"), rows, (1, 2))


def tells_nothing(table: Table) -> bool:
    """Say whether every number of a table but its noughts is hidden, so that a sentence serves better."""
    numbers = {row[column] for row in table.rows for column in table.numeric}
    return numbers <= {HIDDEN, "0"}


def flat_rows(content: Content) -> Iterator[tuple[Cell, ...]]:
    """Give every count and share as a row of data, in the columns of FLAT_HEADER."""
    for part in content["parts"]:
        for one in part["rounds"]:
            yield from _flat((part["selection"], one["title"], "Results", "All", "All"), one["results"])
            yield from _shares_flat((part["selection"], one["title"]), one["shares"])
        yield from _flat((part["selection"], "All rounds", "Results", "All", "All"), part["results"])
        yield from _shares_flat((part["selection"], "All rounds"), part["shares"])
        for line in part[BREAKDOWN]:
            place = (line_title(line["disposal"], "disposal"), line_title(line["age_group"], "age_group"))
            yield from _flat((part["selection"], "All rounds", TABLES[BREAKDOWN], *place), line["counts"])
        for one in part[THEMES]:
            head = (part["selection"], "All rounds", TABLES[THEMES], "All", "All", THEME_TITLES[Theme(one["theme"])])
            yield (*head, *_ends(one["cases"]), *_NO_SHARE)
            yield (*head[:-1], f"{head[-1]}: serious", *_ends(one["serious"]), *_NO_SHARE)


_COUNTED = ("Selection", "Round", "Table", "Disposal", "Age group", "Counted", "Fewest", "Most")
FLAT_HEADER = (*_COUNTED, "Of", "Share", "Low", "High")
_NO_SHARE: tuple[Cell, ...] = (None,) * 4
_SHARE_TITLES = {**SHORT, "sound": SOUND_TITLE}


def day_words(day: date) -> str:
    """Write a day as 3 June 2026."""
    return f"{day.day} {day:%B %Y}"


def _flat(place: tuple[Cell, ...], counts: Mapping[str, Any]) -> Iterator[tuple[Cell, ...]]:
    yield from ((*place, SHORT[code], *_ends(counts[code]), *_NO_SHARE) for code in COUNTED if code in counts)


def _ends(count: int | Sequence[int]) -> tuple[int, int]:
    return (count, count) if isinstance(count, int) else (count[0], count[1])


def _most(count: int | Sequence[int]) -> int:
    return _ends(count)[1]


def _shares_flat(place: tuple[Cell, ...], shares: Sequence[Content]) -> Iterator[tuple[Cell, ...]]:
    """Give shares as rows: of each its cases, the cases graded, the share, and its range, from 0 to 1."""
    for one in shares:
        head = (*place, "Share of all eligible cases", "All", "All", _SHARE_TITLES[one["result"]])
        yield (*head, one["cases"], one["cases"], one["of"], one["share"], one["low"], one["high"])


def _summary(part: Content) -> Iterator[str]:
    many, frame = len(part["rounds"]), sum(one["frame"] for one in part["rounds"])
    drawn = "drew at random" if part["selection"] == "random" else "chose for a theme, and not at random,"
    when = "In one round" if many == 1 else f"In {many} rounds"
    yield f"{when} the panel {drawn} {words(part['results'][TOTAL])} of {frame:,} eligible cases and read each one."
    counts = [part["results"][one.value] for one in GRADED_RESULTS]
    if any(not isinstance(count, int) for count in counts):
        yield "So few cases were read that their results are hidden."
        return
    graded = part["results"][GRADED]
    yield (
        f"Of {words(graded)} that it graded, it found {counts[0]} appropriate, {counts[1]} appropriate with "
        f"observations, and {counts[2]} inappropriate."
    )
    for one in part["shares"]:
        if one["result"] == "sound":
            yield (
                f"Of all {frame:,} eligible cases, between {one['low']:.0%} and {one['high']:.0%} were very likely "
                "dealt with appropriately, with or without observations: "
                f"{one['cases']:,} of the {one['of']:,} graded were."
            )


def _share_words(one: Content) -> str:
    return f"{one['share']:.0%} ({one['low']:.0%} to {one['high']:.0%}), from {one['cases']:,} of {one['of']:,}"
