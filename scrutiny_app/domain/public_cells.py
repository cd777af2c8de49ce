"""The counts of public reports as an attacker sees them: all publications at once, and how their counts hang together.

A cell's name begins with its scope: a round in one state, or several rounds pooled. A round whose finding is superseded
is in another state, and its counts there differ from those before by as many cases as were superseded, at most.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from scrutiny_app.domain.besieging import Name, Range, Relation
from scrutiny_app.domain.grading import Severity
from scrutiny_app.domain.national_forms import HEADLINE, THEME, relations
from scrutiny_app.domain.national_return import COUNTED, LEAST_RATED, TOTAL, Known, Return
from scrutiny_app.domain.suppressing import Publication, attack, suppress, wanted_range

SERIOUS = Severity.SERIOUS.value
_JOIN = "+"


class State(NamedTuple):
    """A round as its findings stood: its id, the trail's length at the last signature, and how many were superseded."""

    round_id: int
    entries: int
    superseded: int

    @property
    def key(self) -> str:
        """Write it as a cell's name does."""
        return f"{self.round_id}@{self.entries}@{self.superseded}"


def state_of(key: str) -> State:
    """Read a round's state from a cell's name."""
    return State(*map(int, key.split("@")))


def scope(states: Iterable[State]) -> str:
    """Name one round, or several pooled."""
    return _JOIN.join(sorted(one.key for one in states))


def states_in(names: Iterable[Name]) -> set[State]:
    """Give every round that cells are of, in each of its states."""
    return {state_of(key) for name in {name[0] for name in names} for key in name.split(_JOIN)}


def within(place: str, counts: Mapping[Name, Any]) -> dict[Name, Any]:
    """Put a scope before the names of one table's counts."""
    return {(place, *name): count for name, count in counts.items()}


def pooled(rounds: Iterable[Mapping[Name, int]]) -> dict[Name, int]:
    """Add the counts of several rounds."""
    found: dict[Name, int] = {}
    for counts in rounds:
        for name, count in counts.items():
            found[name] = found.get(name, 0) + count
    return found


def printed_whatever(counts: Mapping[Name, int]) -> set[Name]:
    """Name what is always printed of one round: its size and, of ten cases or more, its headline."""
    if counts[*HEADLINE, TOTAL] < LEAST_RATED:
        return {(*HEADLINE, TOTAL)}
    return {(*HEADLINE, code) for code in COUNTED}


def publication_of(content: Mapping[str, Any]) -> dict[Name, int | None]:
    """Give the counts that a report's content prints, None where they are hidden."""
    found: dict[Name, int | None] = {}
    for name, count in _told(content):
        found[name] = count if isinstance(count, int) else None
    return found


def publication_of_return(made: Return) -> dict[Name, int | None]:
    """Give the counts that a public national return prints, None where they are hidden."""
    lines = [(HEADLINE, made.results), *(((one.disposal, one.age_group), one.counts) for one in made.breakdown)]
    told: dict[Name, Known] = {(*place, code): counts.of(code) for place, counts in lines for code in COUNTED}
    for one in made.themes:
        told |= {(THEME, one.theme, TOTAL): one.cases, (THEME, one.theme, SERIOUS): one.serious}
    return {name: count if isinstance(count, int) else None for name, count in told.items()}


def facts(publications: Iterable[Publication]) -> list[Relation]:
    """State all that anybody knows of counts that were printed or hidden: totals, sums over rounds, and changes."""
    names = list(dict.fromkeys(name for one in publications for name in one))
    scopes = {place: {name[1:] for name in names if name[0] == place} for place in dict.fromkeys(n[0] for n in names)}
    found = [one for place, ours in scopes.items() for one in _inside(place, ours)]
    for place in scopes:
        if _JOIN in place:
            keys = place.split(_JOIN)
            for name in scopes[place]:
                parts = {(key, *name): 1.0 for key in keys if _may_count(scopes.get(key), name)}
                found.append(Relation({(place, *name): -1, **parts}))
    return [*found, *_changes(scopes)]


def hide_small(
    counts: Mapping[Name, int],
    *,
    always: Collection[Name],
    earlier: Collection[Publication],
    certificates: Publication,
    least: int,
) -> dict[Name, int | Range]:
    """Give each count, or the range that is left of it where it is hidden, for one more publication.

    What `earlier` ones hid stays hidden. The draws' certificates are public as well: whoever holds them learns no more.
    """
    known = facts([counts, *earlier])
    hide = {name for one in earlier for name, count in one.items() if count is None and name in counts}
    hide -= {name for one in earlier for name, count in one.items() if count is not None} | set(always)
    beside = suppress(counts, known, always=always, least=least, earlier=[*earlier, certificates], hide=hide)
    hide |= {name for name, count in beside.items() if not isinstance(count, int)}
    return suppress(counts, known, always=always, least=least, earlier=earlier, hide=hide)


def laid_bare(
    printed: Publication,
    *,
    small: Collection[Name],
    always: Collection[Name],
    earlier: Collection[Publication],
    certificates: Publication,
    least: int,
) -> list[Name]:
    """Attack what would be printed together with all that was, and name each hidden cell without its whole range.

    A cell that this publication hides must keep 1 to `least` - 1, or what is always printed leaves of it; one that an
    earlier publication hid must keep what it had of that. Whoever holds the draws' certificates as well may learn what
    they tell, and no more of any cell that is `small` in truth.
    """
    known = facts([printed, *earlier])
    first = {name: printed[name] for name in always}
    ours = [name for name, count in printed.items() if count is None]
    told = [name for name in ours if name in set(small)]
    return list(
        dict.fromkeys(
            [
                *_narrowed(ours, [printed, *earlier], [first], known, least),
                *_narrowed(told, [printed, *earlier, certificates], [first, certificates], known, least),
                *_narrowed_since(printed, earlier, known, least),
            ]
        )
    )


def _narrowed(
    names: Collection[Name],
    everything: Collection[Publication],
    first: Collection[Publication],
    known: Collection[Relation],
    least: int,
) -> Iterator[Name]:
    now = attack(everything, known, names)
    # What can be seen to be large is no small number, however narrow its range.
    weak = [name for name in names if now[name].low < least and not now[name].covers(Range(1, least - 1))]
    alone = attack(first, known, weak)
    return (name for name in weak if not now[name].covers(wanted_range(alone[name], least)))


def _narrowed_since(
    printed: Publication, earlier: Collection[Publication], known: Collection[Relation], least: int
) -> Iterator[Name]:
    shown = {name for one in (printed, *earlier) for name, count in one.items() if count is not None}
    hidden = dict.fromkeys(name for one in earlier for name, count in one.items() if count is None)
    theirs, whole = [name for name in hidden if name not in shown and name not in printed], Range(1, least - 1)
    now = attack([printed, *earlier], known, theirs)
    weak = [name for name in theirs if not now[name].covers(whole)]
    had = attack(earlier, known, weak)
    return (name for name in weak if not now[name].covers(_overlap(had[name], now[name], whole)))


def _overlap(before: Range, now: Range, whole: Range) -> Range:
    """Give what an earlier publication left of the range that its cell was hidden for."""
    left = Range(max(before.low, whole.low), min(before.high, whole.high))
    return left if left.low <= left.high else now


def _inside(place: str, names: Collection[Name]) -> Iterator[Relation]:
    for one in relations(names):
        yield Relation({(place, *name): weight for name, weight in one.weights.items()}, one.low, one.high)


def _may_count(listed: Collection[Name] | None, name: Name) -> bool:
    """Say whether a round may have cases of a cell: what its own published table does not list, it has none of."""
    if listed is None or name in listed or name[0] == THEME:
        return True
    return not any(one[:2] != HEADLINE and one[0] != THEME for one in listed)


def _changes(scopes: Mapping[str, Collection[Name]]) -> Iterator[Relation]:
    """Relate the states of one round to each other: no more cases changed than findings were superseded."""
    states = sorted({state_of(key) for place in scopes for key in place.split(_JOIN)})
    for one, other in combinations(states, 2):
        if one.round_id != other.round_id:
            continue
        most = max(1, abs(one.superseded - other.superseded))
        told = [names for place, names in scopes.items() if {one.key, other.key} & set(place.split(_JOIN))]
        for name in sorted({name for names in told for name in names}):
            yield Relation({(one.key, *name): 1, (other.key, *name): -1}, -most, most)


def _told(content: Mapping[str, Any]) -> Iterator[tuple[Name, Known]]:
    for part in content["parts"]:
        states = [State(one["round"], one["trail_entries"], one["superseded"]) for one in part["rounds"]]
        for state, one in zip(states, part["rounds"], strict=True):
            yield from (((state.key, *HEADLINE, code), count) for code, count in one["results"].items())
        every = scope(states)
        yield from (((every, *HEADLINE, code), count) for code, count in part["results"].items())
        for line in part["breakdown"]:
            place = (every, line["disposal"], line["age_group"])
            yield from (((*place, code), count) for code, count in line["counts"].items())
        for one in part["themes"]:
            yield (every, THEME, one["theme"], TOTAL), one["cases"]
            yield (every, THEME, one["theme"], SERIOUS), one["serious"]
