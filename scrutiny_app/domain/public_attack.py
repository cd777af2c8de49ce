"""Hiding a public report's small counts, and attacking it together with all publications before it."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from scrutiny_app.domain.besieging import Name, Range, Relation
from scrutiny_app.domain.public_knowledge import facts
from scrutiny_app.domain.suppressing import Publication, attack, to_hide, wanted_range, with_ranges


def hide_small(
    counts: Mapping[Name, int],
    *,
    always: Collection[Name],
    earlier: Collection[Publication],
    certificates: Publication,
    least: int,
    guard: Collection[Name] = (),
) -> Publication:
    """Give each count, None where it is to be hidden, for one more publication.

    What `earlier` ones hid stays hidden. The draws' certificates are public as well: whoever holds them learns no more.
    What follows from earlier ones and from what is `always` printed is known to all and printed. Cells to `guard` are
    not printed here, and may not be won from it.
    """
    known, before = facts([counts, *earlier]), facts([counts, *earlier], earlier)
    always = {*always, *_known_already(counts, always, earlier, before, least)}
    hide = {name for one in earlier for name, count in one.items() if count is None and name in counts} - always
    hide -= {name for one in earlier for name, count in one.items() if count is not None}
    given: dict[str, Any] = {"always": always, "least": least, "guard": guard, "before": before}
    if certificates:
        hide |= to_hide(counts, known, earlier=[*earlier, certificates], hide=hide, **given)
    hidden = to_hide(counts, known, earlier=earlier, hide=hide, **given)
    return {name: None if name in hidden else count for name, count in counts.items()}


def ranges_left(
    counts: Mapping[Name, int], printed: Publication, earlier: Collection[Publication]
) -> dict[Name, int | Range]:
    """Give each count, or where it is hidden the range that all publications leave of it."""
    hidden = {name for name, count in printed.items() if count is None}
    return with_ranges(counts, hidden, facts([counts, *earlier]), earlier)


def _known_already(
    counts: Mapping[Name, int],
    always: Collection[Name],
    earlier: Collection[Publication],
    known: Collection[Relation],
    least: int,
) -> list[Name]:
    if not earlier:
        return []
    small = [name for name, count in counts.items() if 0 < count < least and name not in always]
    found = attack([{name: counts[name] for name in always}, *earlier], known, small)
    return [name for name, left in found.items() if left.low == left.high]


def laid_bare(
    printed: Publication,
    *,
    small: Collection[Name],
    always: Collection[Name],
    earlier: Collection[Publication],
    certificates: Publication,
    least: int,
    silent: Collection[Name] = (),
) -> list[Name]:
    """Attack what would be printed together with all that was, and name each hidden cell without its whole range.

    A cell that this publication hides must keep 1 to `least` - 1, or what is always printed leaves of it; one that an
    earlier publication hid must keep what it had of that. Whoever holds the draws' certificates as well may learn what
    they tell, and no more of any cell that is `small` in truth.
    """
    known, before = facts([printed, *earlier]), facts([printed, *earlier], earlier)
    first = [{name: printed[name] for name in always}, *earlier]
    ours = [*(name for name, count in printed.items() if count is None), *silent]
    told = [name for name in ours if name in set(small)] if certificates else []
    return list(
        dict.fromkeys(
            [
                *_narrowed(ours, [printed, *earlier], first, known, before, least),
                *_narrowed(told, [printed, *earlier, certificates], [*first, certificates], known, before, least),
                *_narrowed_since(printed, earlier, known, before, least),
            ]
        )
    )


def _narrowed(
    names: Collection[Name],
    everything: Collection[Publication],
    first: Collection[Publication],
    known: Collection[Relation],
    before: Collection[Relation],
    least: int,
) -> Iterator[Name]:
    """Name what is left less than is wanted of it, whether or not the lines that are listed count as known before."""
    whole, enough = Range(1, least - 1), Range(0, least - 1)
    now = attack(everything, known, names, enough)
    # What can be seen to be large is no small number, however narrow its range.
    weak = [name for name in names if now[name].low < least and not now[name].covers(whole)]
    alone, unlisted = attack(first, known, weak, enough), attack(first, before, weak, enough)
    for name in weak:
        wanted = wanted_range(alone[name], least), _overlap(unlisted[name], now[name], whole)
        if not all(map(now[name].covers, wanted)):
            yield name


def _narrowed_since(
    printed: Publication,
    earlier: Collection[Publication],
    known: Collection[Relation],
    before: Collection[Relation],
    least: int,
) -> Iterator[Name]:
    """Name what this publication does not print and an earlier one hid, where this one's lines or counts narrow it."""
    shown = {name for one in (printed, *earlier) for name, count in one.items() if count is not None}
    hidden = dict.fromkeys(name for one in earlier for name, count in one.items() if count is None)
    theirs, whole = [name for name in hidden if name not in shown and name not in printed], Range(1, least - 1)
    now = attack([printed, *earlier], known, theirs, Range(0, least - 1))
    weak = [name for name in theirs if not now[name].covers(whole)]
    had = attack(earlier, before, weak, Range(0, least - 1))
    return (name for name in weak if not now[name].covers(_overlap(had[name], now[name], whole)))


def _overlap(before: Range, now: Range, whole: Range) -> Range:
    """Give what an earlier publication left of the range that its cell was hidden for."""
    left = Range(max(before.low, whole.low), min(before.high, whole.high))
    return left if left.low <= left.high else now
