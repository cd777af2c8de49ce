"""The annual report: a year of one panel's meetings about one force, with how every round's cases were chosen."""

from collections import Counter
from collections.abc import Callable

from scrutiny_app.domain import figures_words as words
from scrutiny_app.domain.figures import Held, OverRounds
from scrutiny_app.domain.figures_paper import counts_chart, parts
from scrutiny_app.domain.figures_tables import day
from scrutiny_app.domain.framing import EXCLUSION_TITLES, ExclusionReason
from scrutiny_app.domain.papers import Heading, Paper, Part, Shown, Words
from scrutiny_app.domain.report_tables import Cell, Table

COLUMNS: tuple[tuple[str, Callable[[Held], int]], ...] = (
    ("Eligible", lambda one: one.report.method.eligible),
    ("Left out", lambda one: sum(one.report.method.exclusions.values())),
    ("Drawn", lambda one: one.report.method.drawn),
    ("Void draws", lambda one: one.report.method.undone.voids),
    ("Replaced", lambda one: one.report.method.undone.replacements),
    ("Left empty", lambda one: one.report.method.undone.left_empty),
    ("Superseded", lambda one: one.report.superseded),
)
MORE: tuple[tuple[str, Callable[[Held], int]], ...] = (
    ("Begun again", lambda one: one.report.method.undone.begun_again),
    ("Numbers named from outside", lambda one: one.report.method.check.named),
    ("Of which absent", lambda one: one.report.method.check.absent),
)


def annual_paper(
    over: OverRounds, every: OverRounds | None = None, agreed: Shown | None = None, came: Shown | None = None
) -> Paper:
    """Lay out the annual report; `agreed` tabulates how far private grades agreed, `came` what came of the findings."""
    body: list[Part] = [*parts(over, every)]
    if over.random:
        body.insert(2, counts_chart(over))
    if agreed and agreed.table.rows:
        body += [Heading("How far the members agreed"), Words((AGREEMENT,)), agreed]
    if came:
        body += [Heading("What came of the findings"), Words((CAME,)), came]
    body += [Heading("How the cases were chosen"), Words((CHOSEN,)), choosing(over), exclusions(over)]
    body += [Heading("For whoever checks"), Words((CHECKED,)), digests(over)]
    return Paper(
        name=f"annual-{over.last.isoformat()}",
        title=f"Annual report, {words.period(over)}",
        under=f"{over.panel}. {over.force}.",
        opening=(INTRODUCTION, words.summary(over)),
        parts=tuple(body),
        shows=words.shows(over),
        tiles=words.headline(over),
    )


def registrar_paper(over: OverRounds, trail: tuple[str, ...] = ()) -> Paper:
    """Lay out the registrar's report: whether the rounds were drawn and kept as they should be, and nothing graded."""
    return Paper(
        name=f"registrar-{over.last.isoformat()}",
        title=f"The registrar’s report, {words.period(over)}",
        under=f"{over.panel}. {over.force}.",
        opening=(REGISTRAR, *trail),
        parts=(
            Heading("How the cases were chosen"),
            Words((CHOSEN,)),
            choosing(over),
            exclusions(over),
            Heading("Held against what comes from outside"),
            outside(over),
            Heading("Digests"),
            Words((CHECKED,)),
            digests(over),
            Heading("Limits"),
            Words((LISTS, *words.limits(over)), points=True),
        ),
        shows=words.shows(over),
    )


def choosing(over: OverRounds) -> Shown:
    """Tabulate how each round's cases were chosen, random and targeted, and what was undone."""
    rows = [_row(one, COLUMNS) for one in over.held]
    bare = [_row(one, (*COLUMNS, *MORE)) for one in over.held]
    table = Table(
        "Frames and draws",
        ("Round", "Kind", *(title for title, _ in COLUMNS)),
        (*rows, _sums(over, COLUMNS)),
        tuple(range(2, 9)),
    )
    heads = ("Round", "Kind", *(title for title, _ in (*COLUMNS, *MORE)))
    figures = Table(table.title, heads, (*bare, _sums(over, (*COLUMNS, *MORE))), tuple(range(2, 12)))
    return Shown("choosing", table, figures, (3.4, 1.9, 1.8, 1.5, 1.5, 1.5, 1.9, 1.6, 2.3))


def exclusions(over: OverRounds) -> Shown:
    """Tabulate why cases were left out of the frames."""
    counts: Counter[str] = Counter()
    for one in over.held:
        counts.update(one.report.method.exclusions)
    rows = tuple((EXCLUSION_TITLES[ExclusionReason(why)], cases) for why, cases in sorted(counts.items()))
    table = Table("Left out of the frames", ("Reason", "Cases"), (*rows, ("All", counts.total())), (1,))
    return Shown("exclusions", table, widths=(12, 3))


def outside(over: OverRounds) -> Shown:
    """Tabulate what each frame was held against: the force's own totals, and numbers from outside."""
    rows = tuple(
        (
            one.report.title,
            one.report.method.totals.words if one.report.method.totals else "No totals were entered",
            one.report.method.check.words,
        )
        for one in over.held
    )
    table = Table("Checks of the frames", ("Round", "The force’s own totals", "Numbers named from outside"), rows)
    return Shown("outside", table, widths=(4, 6.3, 6.3))


def digests(over: OverRounds) -> Shown:
    """Tabulate what each draw can be performed again by, and where the trail stood."""
    rows = tuple(
        (one.report.method.draw_id, day(one.on), one.report.method.frame_digest, one.report.entries, one.report.head)
        for one in over.held
    )
    header = ("Draw", "Signed", "Digest of the frame (SHA-256)", "Entries", "Head of the trail (SHA-256)")
    return Shown("digests", Table("Draws and the trail", header, rows, (3,)), widths=(2.4, 1.6, 5.6, 1.4, 5.6))


def _row(one: Held, columns: tuple[tuple[str, Callable[[Held], int]], ...]) -> tuple[Cell, ...]:
    return (one.report.title, "Targeted" if one.targeted else "Random", *(count(one) for _, count in columns))


def _sums(over: OverRounds, columns: tuple[tuple[str, Callable[[Held], int]], ...]) -> tuple[Cell, ...]:
    return ("All", "–", *(sum(count(one) for one in over.held) for _, count in columns))


INTRODUCTION = (
    "An independent panel reads out-of-court disposals after they were given, with names and other identifiers taken "
    "out, and says of each whether it was appropriate. It looks back for learning, and grades decisions, never people."
)
CAME = (
    "The panel and the force set actions on what was found. Somebody of the force answers each by a day, and the "
    "chair or the registrar closes it, never its owner. They are counted as they stand on the day of this report."
)
REGISTRAR = (
    "What became of each round's frame and draw, and what each can be checked by. It tells of no grade, no officer "
    "and no member."
).replace("round's", "round’s")
CHOSEN = (
    "Each list of eligible cases was frozen and its digest kept before any dice were thrown in public; the dice alone "
    "decided which cases were drawn. Targeted rounds were chosen on purpose."
)
CHECKED = (
    "Anybody who holds a frame’s file can perform its draw again from the digest and the dice. The trail’s head is "
    "that of the moment at which a round’s last finding was signed."
)
LISTS = "A fair draw from an incomplete list proves nothing: eligible cases are those that the force’s extract held."
AGREEMENT = (
    "Members graded privately before they spoke. Where nearly all grades are the same, alpha collapses although "
    "members agree, so that percent agreement and AC1 stand beside it."
)
