"""What anybody knows of the counts of public reports without being told: how all that were printed hang together.

A report that prints results by disposal and by age, each alone, still has the crossed cells beneath them, of which
another publication may tell: they are taken in wherever anything else tells of such cells.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations

from scrutiny_app.domain.besieging import Name, Relation
from scrutiny_app.domain.national_cells import HEADLINE, THEME, relations
from scrutiny_app.domain.national_return import COUNTED
from scrutiny_app.domain.public_cells import JOIN, state_of
from scrutiny_app.domain.suppressing import ALL, Publication

Lines = Collection[Name]  # places in a table: of each its disposal and age group


def facts(publications: Iterable[Publication], listed: Collection[Publication] | None = None) -> list[Relation]:
    """State all that anybody knows of counts that were printed or hidden: totals, sums over rounds, and changes.

    A line has a case where a publication lists it; where the `listed` ones are told, one of those must.
    """
    sure = None if listed is None else {name[:3] for one in listed for name in one}
    scopes: dict[str, dict[Name, None]] = {}
    for name in (name for one in publications for name in one):
        scopes.setdefault(name[0], {})[name[1:]] = None
    perhaps = _perhaps(scopes)
    known = {place: _with_every_code(ours, perhaps.get(place, ())) for place, ours in scopes.items()}
    found = [one for place, ours in scopes.items() for one in _inside(place, ours, perhaps.get(place, ()), sure)]
    for place in scopes:
        if JOIN in place:
            keys = place.split(JOIN)
            for name in known[place]:
                parts = {(key, *name): 1.0 for key in keys if _may_count(known.get(key), name)}
                found.append(Relation({(place, *name): -1, **parts}))
    return [*found, *_changes(scopes)]


def is_crossed(name: Name) -> bool:
    """Say whether a cell, or its line, is of one disposal and one age group."""
    return name[0] != THEME and ALL not in name[:2]


def _lines(names: Collection[Name]) -> dict[Name, None]:
    return dict.fromkeys(name[:2] for name in names if name[0] != THEME)


def _perhaps(scopes: Mapping[str, Collection[Name]]) -> dict[str, Lines]:
    """Give the lines that each scope may have beside those that its tables tell of.

    They are the crossed ones beneath totals by disposal and by age; and of a round that has no table, those of the
    tables that it is pooled in.
    """
    lines = {place: [line for line in _lines(ours) if line != HEADLINE] for place, ours in scopes.items()}
    crossing = any(is_crossed(line) for ours in lines.values() for line in ours)
    found: dict[str, Lines] = {place: _beneath(ours) if crossing else () for place, ours in lines.items()}
    for place in (place for place, ours in lines.items() if not ours):
        above = [other for other in scopes if other != place and place in other.split(JOIN)]
        found[place] = list(dict.fromkeys(line for other in above for line in (*lines[other], *found[other])))
    return found


def _beneath(lines: Lines) -> Lines:
    """Give the crossed lines that may lie beneath totals by disposal and by age, where no table tells of them."""
    if any(map(is_crossed, lines)):
        return ()
    disposals, ages = ([line[part] for line in lines if line[part] != ALL] for part in (0, 1))
    return [(disposal, age) for disposal in disposals for age in ages]


def _with_every_code(names: Collection[Name], perhaps: Lines) -> list[Name]:
    """Give the names of a scope, and of each line what was not printed of it too: it can be reckoned from rounds."""
    lines = [line for line in (*_lines(names), *perhaps) if line != HEADLINE]
    return list(dict.fromkeys([*names, *((*line, code) for line in lines for code in COUNTED)]))


def _inside(place: str, names: Collection[Name], perhaps: Lines, sure: Collection[Name] | None) -> Iterator[Relation]:
    here = None if sure is None else {name[1:] for name in sure if name[0] == place}
    for one in relations(names, perhaps, here):
        yield Relation({(place, *name): weight for name, weight in one.weights.items()}, one.low, one.high)


def _may_count(listed: Collection[Name] | None, name: Name) -> bool:
    """Say whether a round may have cases of a cell: what its own published table does not list, it has none of."""
    if listed is None or name in listed or name[0] == THEME:
        return True
    return not any(one[:2] != HEADLINE and one[0] != THEME for one in listed)


def _changes(scopes: Mapping[str, Collection[Name]]) -> Iterator[Relation]:
    """Relate the states of one round to each other: no more cases changed than findings were superseded."""
    states = sorted({state_of(key) for place in scopes for key in place.split(JOIN)})
    for one, other in combinations(states, 2):
        if one.round_id != other.round_id:
            continue
        most = max(1, abs(one.superseded - other.superseded))
        told = [names for place, names in scopes.items() if {one.key, other.key} & set(place.split(JOIN))]
        for name in sorted({name for names in told for name in names}):
            yield Relation({(one.key, *name): 1, (other.key, *name): -1}, -most, most)
