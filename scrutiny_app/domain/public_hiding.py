"""What of a public report's counts may be printed: hidden where small, attacked, and as full as can be."""

from collections.abc import Collection, Iterable

from scrutiny_app.domain.besieging import Name, Range
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.public_attack import hide_small, laid_bare, ranges_left
from scrutiny_app.domain.public_forms import FORMS, stands, worth
from scrutiny_app.domain.public_report import BREAKDOWN, Printing, table_of, to_print
from scrutiny_app.domain.suppressing import Publication
from scrutiny_app.domain.told_rounds import ToldRound


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
    forms = FORMS if BREAKDOWN in tables else FORMS[:1]
    return fullest_of((to_print(told, tables, form, least) for form in forms), earlier, least)


def fullest_of(printings: Iterable[Printing], earlier: Collection[Publication], least: int) -> dict[Name, int | Range]:
    """Give each count of that printing which tells most of those that stand the attack; GivesAway where none does."""
    waiting: list[tuple[tuple[int, int], Printing, Publication | None]] = []
    for printing in printings:
        at_best = {name: _at_best(printing, name, least) for name in printing.counts}
        waiting.append((worth(at_best), printing, None))
        if stands(at_best):
            printed = _hidden(printing, earlier, least)
            waiting[-1] = worth(printed), printing, printed
            if stands(printed):
                break
    safe, bare = _safest(waiting, earlier, least)
    if safe is None:
        raise GivesAway(table_of(name) for name in bare)
    printing, printed = safe
    return ranges_left(printing.counts, printed, earlier)


def _safest(
    waiting: list[tuple[tuple[int, int], Printing, Publication | None]], earlier: Collection[Publication], least: int
) -> tuple[tuple[Printing, Publication] | None, list[Name]]:
    """Find the form that tells most of those that stand the attack, each tried only where it could tell more yet."""
    best: tuple[tuple[int, int], Printing, Publication] | None = None
    bare: list[Name] = []
    while waiting and (best is None or max(one[0] for one in waiting) > best[0]):
        place = max(range(len(waiting)), key=lambda one: waiting[one][0])
        _, printing, printed = waiting[place]
        if printed is None:
            printed = _hidden(printing, earlier, least)
            waiting[place] = worth(printed), printing, printed
            continue
        del waiting[place]
        attacked, bare = _guarded(printing, printed, earlier, least)
        if not bare and (best is None or worth(attacked) > best[0]):
            best = worth(attacked), printing, attacked
    return (best[1], best[2]) if best else None, bare


def _at_best(printing: Printing, name: Name, least: int) -> int | None:
    """Give a count as it is printed where nothing is hidden but small numbers."""
    count = printing.counts[name]
    return None if 0 < count < least and name not in printing.always else count


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
