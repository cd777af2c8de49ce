"""What of a public report's counts may be printed: hidden where small, attacked, and as full as can be."""

from collections.abc import Collection, Iterable

from scrutiny_app.domain.besieging import Name, Range
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.public_attack import hide_small, laid_bare, ranges_left
from scrutiny_app.domain.public_forms import FORMS, stands, worth
from scrutiny_app.domain.public_report import BREAKDOWN, Printing, ToldRound, table_of, to_print
from scrutiny_app.domain.suppressing import Publication


class GivesAway(Refused):
    """A table from which, with what was published before, somebody could work out what is hidden."""

    def __init__(self, tables: Iterable[str]) -> None:
        named = ", ".join(f"“{one}”" for one in dict.fromkeys(tables))
        super().__init__(
            f"Hidden numbers in {named} could be worked out from this report and what was published before. "
            "Prepare it without that table, or of other rounds; nothing was kept."
        )


def fullest(
    told: Collection[ToldRound], tables: Collection[str], earlier: Collection[Publication], least: int
) -> dict[Name, int | Range]:
    """Give each count as it may be printed, with the table of disposals and ages in the form that tells most.

    Raises GivesAway where hidden numbers could be worked out in every form.
    """
    tried: list[tuple[Printing, Publication]] = []
    for form in FORMS if BREAKDOWN in tables else FORMS[:1]:
        printing = to_print(told, tables, form, least)
        tried.append((printing, _hidden(printing, earlier, least)))
        if stands(tried[-1][1]):
            break
    safe: list[tuple[Printing, Publication]] = []
    bare: list[Name] = []
    for printing, printed in sorted(tried, key=lambda one: worth(one[1]), reverse=True):
        if safe and max(worth(one) for _, one in safe) >= worth(printed):
            break
        attacked, bare = _guarded(printing, printed, earlier, least)
        safe += [] if bare else [(printing, attacked)]
    if not safe:
        raise GivesAway(table_of(name) for name in bare)
    printing, printed = max(safe, key=lambda one: worth(one[1]))
    return ranges_left(printing.counts, printed, earlier)


def given_away(printed: Publication, printing: Printing, earlier: Collection[Publication], least: int) -> list[Name]:
    """Name the hidden numbers that could be worked out from what would be printed and what was before."""
    return laid_bare(
        printed,
        small=[name for name, count in (printing.counts | printing.silent).items() if 0 < count < least],
        always=printing.always,
        earlier=earlier,
        certificates=printing.certificates,
        least=least,
        silent=printing.silent,
    )


def _guarded(
    printing: Printing, printed: Publication, earlier: Collection[Publication], least: int
) -> tuple[Publication, list[Name]]:
    """Hide more for the sake of what the attack wins, until it wins nothing or there is no more to hide."""
    guard: dict[Name, None] = {}
    while bare := given_away(printed, printing, earlier, least):
        guard |= dict.fromkeys(bare)
        again = _hidden(printing, earlier, least, guard)
        if again == printed:
            return printed, bare
        printed = again
    return printed, []


def _hidden(
    printing: Printing, earlier: Collection[Publication], least: int, guard: Collection[Name] = ()
) -> Publication:
    return hide_small(
        printing.counts,
        always=printing.always,
        earlier=earlier,
        certificates=printing.certificates,
        least=least,
        guard=[name for name in guard if name not in printing.counts],
    )
