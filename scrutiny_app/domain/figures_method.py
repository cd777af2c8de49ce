"""How the rounds of a paper were drawn and kept: who was eligible, each draw, what was undone, and the trail's head.

Every paper over rounds ends with the same account, so that none of its numbers is read without it.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from scrutiny_app.domain import figures_words as words
from scrutiny_app.domain.agreement import MEANINGS, Agreement
from scrutiny_app.domain.figures import Held, OverRounds
from scrutiny_app.domain.figures_tables import agreement, day
from scrutiny_app.domain.framing import EXCLUSION_TITLES, ExclusionReason
from scrutiny_app.domain.papers import Heading, Part, Shown, Words
from scrutiny_app.domain.report_agreement import LEAST_CASES
from scrutiny_app.domain.report_tables import Cell, Table, shared_words

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


def method_parts(over: OverRounds, agreed: Shown | None = None) -> Iterator[Part]:
    """Give what a paper states of its method, but for its limits; `agreed` is made of the reports unless given."""
    told = agreed or agreement(_agreed(over))
    yield Heading("How far the members agreed")
    if told.table.rows:
        yield Words((AGREEMENT,))
        yield told
        yield Words(MEANINGS, points=True)
    else:
        yield Words((NOT_AGREED,))
    yield Heading("How the cases were chosen")
    yield Words((CHOSEN, LISTS))
    yield from (eligible(over), choosing(over))
    left_out = any(sum(one.report.method.exclusions.values()) for one in over.held)
    yield exclusions(over) if left_out else NONE_LEFT_OUT


def checking_parts(over: OverRounds) -> Iterator[Part]:
    """Give what each draw can be checked by."""
    yield Heading("For whoever checks")
    yield Words((CHECKED,))
    yield from (certificates(over), digests(over))


def whole_method(over: OverRounds, agreed: Shown | None = None) -> tuple[Part, ...]:
    """Give the method with the limits: all that a paper states of it, in one place."""
    limits = (Heading("Limits"), Words(words.limits(over), points=True))
    return (*method_parts(over, agreed), *limits, *checking_parts(over))


def eligible(over: OverRounds) -> Shown:
    """Tabulate which cases were eligible for each round, and how its sample was shared out."""
    rows = tuple(
        (
            one.report.title,
            f"{day(one.report.method.period_from)} to {day(one.report.method.period_to)}",
            "; ".join(f"{what}: {how}" for what, how in one.report.method.filters.items()) or "All",
            shared_words(one.report.method),
        )
        for one in over.held
    )
    table = Table("Who was eligible", ("Round", "Cases finalised", "Which of them", "Shared out by"), rows)
    return Shown("eligible", table)


def choosing(over: OverRounds) -> Shown:
    """Tabulate how each round's cases were chosen, random and targeted, and what was undone."""
    every = (*COLUMNS, *MORE)
    title, head = "Frames and draws", ("Round", "Kind")
    table = Table(title, (*head, *(name for name, _ in COLUMNS)), _rows(over, COLUMNS), tuple(range(2, 9)))
    figures = Table(title, (*head, *(name for name, _ in every)), _rows(over, every), tuple(range(2, 12)))
    return Shown("choosing", table, figures)


def exclusions(over: OverRounds) -> Shown:
    """Tabulate why cases were left out of the frames."""
    counts: Counter[str] = Counter()
    for one in over.held:
        counts.update(one.report.method.exclusions)
    rows = tuple((EXCLUSION_TITLES[ExclusionReason(why)], cases) for why, cases in sorted(counts.items()))
    table = Table("Left out of the frames", ("Reason", "Cases"), (*rows, ("All", counts.total())), (1,))
    return Shown("exclusions", table)


def certificates(over: OverRounds) -> Shown:
    """Tabulate what each draw's certificate says of how it was made."""
    rows = tuple((one.report.method.draw_id, one.report.method.algorithm, one.report.method.dice) for one in over.held)
    return Shown("certificates", Table("Draw certificates", ("Draw", "Way of drawing", "Dice"), rows))


def digests(over: OverRounds) -> Shown:
    """Tabulate what each draw can be performed again by, and where the trail stood."""
    told = [(one.report.method, one) for one in over.held]
    rows = tuple((how.draw_id, day(one.on), how.frame_digest, one.report.entries, one.report.head) for how, one in told)
    bare = tuple((how.draw_id, one.on, how.frame_digest, one.report.entries, one.report.head) for how, one in told)
    header = ("Draw", "Signed", "Digest of the frame (SHA-256)", "Entries", "Head of the trail (SHA-256)")
    title = "Draws and the trail"
    return Shown("digests", Table(title, header, rows, (3,)), Table(title, header, bare, (3,)))


def _agreed(over: OverRounds) -> Iterator[tuple[Held, Agreement]]:
    for one in over.held:
        if one.report.agreed and one.report.agreed.cases >= LEAST_CASES:
            yield one, one.report.agreed


def _rows(over: OverRounds, columns: tuple[tuple[str, Callable[[Held], int]], ...]) -> tuple[tuple[Cell, ...], ...]:
    rows: list[tuple[Cell, ...]] = [
        (one.report.title, "Targeted" if one.targeted else "Random", *(count(one) for _, count in columns))
        for one in over.held
    ]
    return (*rows, ("All", "–", *(sum(count(one) for one in over.held) for _, count in columns)))


CHOSEN = (
    "Each list of eligible cases was frozen and its digest kept before any dice were thrown in public; the dice alone "
    "decided which cases were drawn. Targeted rounds were chosen on purpose."
)
CHECKED = (
    "Anybody who holds a frame’s file can perform its draw again from the digest and the dice. The trail’s head is "
    "that of the moment at which a round’s last finding was signed."
)
LISTS = "A fair draw from an incomplete list proves nothing: eligible cases are those that the force’s extract held."
AGREEMENT = "Members graded alone and were shown no one else’s grade before they spoke. These figures tell how alike."
NOT_AGREED = (
    "Not given: it needs a round of ten cases or more that two members or more graded before discussion. A figure for "
    "fewer would tell their grades."
)
NONE_LEFT_OUT = Words(("No case that the filters found was left out of a frame.",))
