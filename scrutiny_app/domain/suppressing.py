"""Small numbers in what is published: which counts to hide, and the attack that tries to win them back.

A count of one to four people may tell somebody who they are. Hiding it is not enough where totals stand beside it, so
other counts are hidden with it until an attack on everything that is printed, by linear programming over whole
numbers, leaves each hidden count the whole range that it was hidden for. The attacker knows every printed count of
this and of earlier publications, and every relation between counts: totals, and what cannot be more than what.

Some counts are printed whatever they are, such as a round's headline. Those alone may bound a hidden count; then
nothing that is printed beside them may bound it further.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from scrutiny_app.domain.besieging import Impossible, Name, Programme, Range, Relation

LEAST = 5  # the smallest count that is printed; 5 or 10
ALL = "all"  # in a cell's name: the total over that part of it

Publication = Mapping[Name, int | None]  # counts by their cells' names, None where hidden


def crossed(names: Collection[Name]) -> list[Relation]:
    """Relate the cells of one table to its totals: where a name says `all`, it is the sum of those that differ there.

    A cell that is not named counts nothing.
    """
    found = []
    for total in names:
        for place in (place for place, part in enumerate(total) if part == ALL):
            parts = [one for one in names if one[place] != ALL and _without(one, place) == _without(total, place)]
            if parts:
                found.append(Relation({total: -1, **dict.fromkeys(parts, 1)}))
    return found


def attack(
    publications: Iterable[Publication],
    relations: Collection[Relation],
    wanted: Collection[Name] | None = None,
    enough: Range | None = None,
) -> dict[Name, Range]:
    """Give the feasible range of each hidden cell, from all that was ever printed of them and their relations.

    Cells of the same name are the same count, so that what any publication prints is known. `wanted` names the cells
    to attack; all hidden ones unless told. One that can be all of `enough` is not followed any further. Raises
    Impossible where what was printed contradicts itself.
    """
    cells = _merged(publications)
    programme = Programme(cells, tuple(relations))
    programme.check()
    hidden = [name for name, count in cells.items() if count is None]
    return programme.ranges(hidden if wanted is None else wanted, enough)


def suppress(
    counts: Mapping[Name, int],
    relations: Collection[Relation],
    *,
    always: Collection[Name] = (),
    least: int = LEAST,
    earlier: Collection[Publication] = (),
    hide: Collection[Name] = (),
) -> dict[Name, int | Range]:
    """Give each count, or where it is hidden the range that an attacker is left with."""
    hidden = to_hide(counts, relations, always=always, least=least, earlier=earlier, hide=hide)
    return with_ranges(counts, hidden, relations, earlier)


def to_hide(
    counts: Mapping[Name, int],
    relations: Collection[Relation],
    *,
    always: Collection[Name] = (),
    least: int = LEAST,
    earlier: Collection[Publication] = (),
    hide: Collection[Name] = (),
    guard: Collection[Name] = (),
    before: Collection[Relation] = (),
) -> set[Name]:
    """Choose the counts to hide.

    Counts of 1 to `least` - 1 are hidden, but for those that are `always` printed, and others with them until every
    hidden one is as unknown as it should be; those to `hide` are hidden whatever they are. What `earlier` publications
    printed is known and cannot be hidden again. Cells to `guard` are not printed here, but must stay as unknown too.
    What `before` relates, where it is told, was known before this told what it is of; that much must be left too.
    """
    if least < 2 or any(count < 0 for count in counts.values()):
        raise ValueError("counts are nought or more, and the smallest that is printed is two or more")
    printed_before = {name for one in earlier for name, count in one.items() if count is not None}
    given = {name: counts[name] for name in counts if name in printed_before or name in always}
    small = {name for name, count in counts.items() if 0 < count < least}
    free = [name for name in counts if (name in small or name in hide) and name not in given]
    bare = Programme({**_merged(earlier), **given}, tuple(relations))
    alone = [bare, Programme(bare.cells, tuple(before))] if before else [bare]
    return {name for name in _hidden([*free, *guard], counts, bare, alone, least) if name in counts}


def with_ranges(
    counts: Mapping[Name, int],
    hidden: Collection[Name],
    relations: Collection[Relation],
    earlier: Collection[Publication] = (),
) -> dict[Name, int | Range]:
    """Give each count, or where it is hidden the range that an attacker is left with."""
    printed = {name: None if name in hidden else count for name, count in counts.items()}
    ranges = attack([printed, *earlier], relations, hidden) if hidden else {}
    return {name: ranges.get(name, count) for name, count in counts.items()}


def wanted_range(alone: Range, least: int = LEAST) -> Range:
    """Say what a hidden count must be left: 1 to `least` - 1, or all that is left by what is always printed `alone`."""
    return alone if alone.high < least - 1 else Range(max(alone.low, 1), least - 1)


def _hidden(
    first: Collection[Name], counts: Mapping[Name, int], bare: Programme, alone: Collection[Programme], least: int
) -> Iterator[Name]:
    """Yield the counts to hide: for each end of what one must be left, those that must move with it to reach there.

    `bare` holds what is known whatever is hidden. A table in which counts have moved is a witness: as all that moved
    is hidden, nobody can rule it out, and other counts may have reached their ends in it too.
    """
    waiting = list(first)
    seen = {name: {counts[name]} if name in counts else set() for name in (*counts, *first)}
    hidden = dict.fromkeys(waiting)
    for name, left in _left(waiting, counts, bare, least).items():
        seen[name] |= {left.low, int(min(left.high, least))}
    while waiting:
        name = waiting.pop(0)
        yield name
        for end in _ends(name, seen[name], alone, least):
            if seen[name] and min(seen[name]) <= end <= max(seen[name]):
                continue
            witness = bare.nearest(name, end, counts, cheap=hidden)
            if witness is not None and name not in counts:
                seen[name].add(end)
            for other, count in (witness or {}).items():
                seen[other].add(count)
                if count != counts[other] and other not in hidden:
                    hidden[other] = None
                    waiting.append(other)


def _left(hidden: Collection[Name], counts: Mapping[Name, int], bare: Programme, least: int) -> dict[Name, Range]:
    """Give what is left of the counts that are hidden where no others are."""
    printed = {name: count for name, count in counts.items() if name not in hidden}
    return Programme({**bare.cells, **printed}, bare.relations).ranges(hidden, Range(0, least - 1))


def _ends(name: Name, seen: Collection[int], alone: Collection[Programme], least: int) -> list[int]:
    """Give the counts that a hidden one must be able to be."""
    if seen and min(seen) <= 1 and max(seen) >= least - 1:
        return []
    wanted = [wanted_range(one.ranges([name], Range(0, least - 1))[name], least) for one in alone]
    return list(dict.fromkeys(end for one in wanted for end in (one.low, int(one.high))))


def _merged(publications: Iterable[Publication]) -> dict[Name, int | None]:
    cells: dict[Name, int | None] = {}
    for publication in publications:
        for name, count in publication.items():
            before = cells.get(name)
            if None not in (before, count) and before != count:
                raise Impossible(f"{' '.join(name)} was printed as two different counts")
            cells[name] = before if count is None else count
    return cells


def _without(name: Name, place: int) -> Name:
    return name[:place] + name[place + 1 :]
