"""A public report as a paper, from its content alone: what its page says, for a document and a workbook."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from scrutiny_app.domain import public_tables as tables
from scrutiny_app.domain.agreeing import GRADED_RESULTS
from scrutiny_app.domain.papers import Chart, ChartKind, Heading, Paper, Part, Share, Shown, Words
from scrutiny_app.domain.public_lines import LINE_TITLES, LineKind
from scrutiny_app.domain.public_method import limits, method
from scrutiny_app.domain.public_report import digest_of
from scrutiny_app.domain.report_tables import Cell, Table

Content = Mapping[str, Any]
SAID_ALONE = (LineKind.REMARK, LineKind.GOOD_PRACTICE, LineKind.LEARNING)
ABOUT = (
    "An independent panel reads closed cases that were dealt with out of court, with everything that identifies "
    "anybody taken out. It says of each whether the decision was appropriate. It looks back so that the force learns; "
    "it cannot reopen a case."
)
NOT_CHANCE = (
    "These cases were not left to chance. Their counts say what the panel saw in them, and nothing of other cases."
)
SEALS = (
    "The list of eligible cases was frozen and its seal (a digest) taken before anybody rolled the dice that drew from "
    "it, so that nobody could choose the cases. The record of every step (the trail) is kept so that each entry seals "
    "those before it: nothing in it can be changed unseen. A seal is a long number that changes whenever a single "
    "letter of what it is made from does."
)
NOT_SHOWN = "Not shown: with so few cases, every number in this table could help somebody to recognise a person."
NO_ANSWER = "The force has not answered yet."


def public_paper(content: Content) -> Paper:
    """Lay out a public report."""
    licence = content["licence"]
    return Paper(
        name="report",
        title=content["title"],
        under=f"{content['force']}. Cases finalised {tables.period_words(content)}.",
        opening=(*tables.summary(content), ABOUT, *lines_of(content, LineKind.INTRODUCTION)),
        parts=(
            *(one for part in content["parts"] for one in _part(content, part)),
            *_said(content),
            Heading("How the cases were chosen"),
            *(_method(one) for part in content["parts"] for one in part["rounds"]),
            Words((SEALS,)),
            Heading("What the numbers cannot show"),
            Words(tuple(limits(content)), points=True),
            Heading("The data, and its licence"),
            Words(
                (
                    f"The publisher states: this report and its data may be used under the {licence['name']}, "
                    f"{licence['address']}. Its data stand beside its page, as CSV and JSON.",
                    f"Version {content['version']}. Digest of this report (SHA-256): {digest_of(content)}",
                )
            ),
        ),
        shows=(("Force", content["force"]), ("Version", str(content["version"])), ("Digest", digest_of(content))),
    )


def tables_of(part: Content) -> tuple[list[Table], list[str]]:
    """Give a part's tables beside its results, and the titles of those in which every number is hidden."""
    made = [one for one in (tables.rounds(part), *tables.breakdown(part), tables.themes(part)) if one.rows]
    hidden = [one.title for one in made if tables.tells_nothing(one)]
    return [one for one in made if one.title not in hidden], hidden


def charts(part: Content) -> list[Chart]:
    """Give a part's charts: of its results where none is hidden, and of its shares where there are any."""
    title = tables.PART_TITLES[part["selection"]]
    rows = [(one["title"], one["results"]) for one in part["rounds"]]
    rows = [("All rounds", part["results"]), *rows] if len(rows) > 1 else rows
    grades = [one.value for one in GRADED_RESULTS]
    known = [(label, tuple(counts[one] for one in grades)) for label, counts in rows]
    known = [(label, counts) for label, counts in known if all(isinstance(count, int) for count in counts)]
    found = []
    if known:
        said = "; ".join(f"{label}: {', '.join(map(str, counts))}" for label, counts in known)
        series = tuple(tables.SHORT[one] for one in grades)
        described = f"{', '.join(series)}. {said}."
        found.append(Chart(ChartKind.BARS, f"{title}: results", described, series, tuple(known)))
    if part["shares"]:
        shown = tuple(_share(one) for one in part["shares"] if one["result"] in grades)
        said = "; ".join(f"{one.label} {one.share:.0%}, {one.low:.0%} to {one.high:.0%}, {one.counts}" for one in shown)
        found.append(Chart(ChartKind.RANGES, "Share of all eligible cases, with its range", f"{said}.", shares=shown))
    return found


def lines_of(content: Content, kind: LineKind) -> list[str]:
    """Give the lines of one kind."""
    return [one["text"] for one in content["lines"] if one["kind"] == kind]


def replies(content: Content) -> Iterator[tuple[str, list[str]]]:
    """Put under each request the replies that answer it."""
    done = [one for one in content["lines"] if one["kind"] == LineKind.DID]
    for request in lines_of(content, LineKind.SAID):
        yield request, [one["text"] for one in done if one.get("answers") == request]


def _part(content: Content, part: Content) -> Iterator[Part]:
    yield Heading(f"What the panel found: {tables.PART_TITLES[part['selection']].lower()}")
    if part["selection"] != "random":
        yield Words((NOT_CHANCE,))
    yield _shown(content, part, tables.results(part))
    yield from charts(part)
    told, hidden = tables_of(part)
    yield from (_shown(content, part, one) for one in told)
    yield from (Words((f"{title}. {NOT_SHOWN}",)) for title in hidden)


def _said(content: Content) -> Iterator[Part]:
    for kind in SAID_ALONE:
        if said := lines_of(content, kind):
            yield Heading(LINE_TITLES[kind])
            yield Words(tuple(said), points=True)
    if asked := list(replies(content)):
        yield Heading("You said, we did")
        rows = tuple((request, " ".join(done) or NO_ANSWER) for request, done in asked)
        yield Shown("replies", Table("You said, we did", ("You said", "We did"), rows))


def _method(one: Content) -> Shown:
    table = method(one)
    return Shown(f"method-{one['round']}", table, replace(table, title=f"Method of round {one['round']}"))


def _shown(content: Content, part: Content, table: Table) -> Shown:
    """Name a table apart from that of the other part, where cases drawn and cases chosen stand in one report."""
    several = len(content["parts"]) > 1
    apart = f"{table.title}, {'drawn' if part['selection'] == 'random' else 'chosen'}" if several else table.title
    bare = tuple(tuple(map(_number, row)) for row in table.rows)
    return Shown(f"{part['selection']}-{table.title}", table, replace(table, title=apart, rows=bare))


def _number(cell: Cell) -> Cell:
    """Give a count as a workbook holds it; a hidden one stays a word."""
    plain = str(cell).replace(",", "")
    return int(plain) if plain.isdigit() else cell


def _share(one: Content) -> Share:
    counts = f"{one['cases']} of {one['of']}"
    return Share(tables.SHORT[one["result"]], one["share"], one["low"], one["high"], counts)
