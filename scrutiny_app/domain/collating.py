"""Collating: any number of national returns put together into one picture of many forces.

Random and targeted samples are never pooled. A hidden count counts as the range that it was printed as, so that sums
are ranges too. Returns that are duplicates of one another, or that contradict one another, are told of and left to
whoever sent them: no figure is made of a guess at which was meant. The order in which they come changes nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from unicodedata import normalize

from scrutiny_app.domain.national_return import (
    COUNTED,
    GRADED,
    LEAST_RATED,
    STEPS,
    Counts,
    Known,
    Return,
    high,
    low,
    to_bytes,
)
from scrutiny_app.domain.national_sums import (
    Averaged,
    Between,
    Guess,
    Typical,
    agreement_over,
    estimate_over,
    typical_over,
)
from scrutiny_app.domain.suppressing import ALL

MEASURE = "inappropriate"  # what forces are held side by side for, of all graded
SELECTIONS = ("random", "targeted")
Place = tuple[str, str]  # a disposal and an age group, `all` for a total
Counted = dict[str, Between]


@dataclass(frozen=True)
class Clash:
    """Files that cannot all be used, and why."""

    files: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Pool:
    """Some returns of one selection put together: counts by place and result, themes, and figures over returns."""

    returns: int
    frame: int
    sample: int
    public: int
    lines: Mapping[Place, Counted]
    themes: Mapping[str, tuple[Between, Between]]
    estimate: Guess | None
    agreement: Averaged
    timeliness: Mapping[str, Typical]

    def count(self, code: str, place: Place = (ALL, ALL)) -> Between:
        """Give the count of a result at a place; none where nothing is listed there."""
        return self.lines.get(place, {}).get(code, Between(0, 0))


@dataclass(frozen=True)
class Part:
    """All returns of one selection: the nation, each force, and each financial year; `exact` is of the exact ones."""

    selection: str
    nation: Pool
    exact: Pool
    forces: Mapping[str, Pool]
    years: Mapping[str, Pool]


@dataclass(frozen=True)
class National:
    """The national picture."""

    returns: tuple[Return, ...]
    left_out: tuple[tuple[str, str], ...] = field(default=())

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Give what there is of random and of targeted samples, apart."""
        found = [(one, [r for r in self.returns if r.selection == one]) for one in SELECTIONS]
        return tuple(_part(selection, ours) for selection, ours in found if ours)

    @property
    def forces(self) -> list[str]:
        """Name the forces, in the order of the alphabet."""
        return sorted({one.force for one in self.returns})

    @property
    def period(self) -> tuple[date, date]:
        """Give the first and the last day that any return is of."""
        return min(one.period.from_ for one in self.returns), max(one.period.to for one in self.returns)


def collate(returns: Iterable[Return], left_out: Iterable[tuple[str, str]] = ()) -> National:
    """Put returns together, which must not clash; `left_out` names files that are not among them, and why."""
    ordered = sorted(returns, key=lambda one: (one.force, one.period.from_, one.method.draw_id, to_bytes(one)))
    if not ordered:
        raise ValueError("there is no return to collate")
    return National(tuple(ordered), tuple(sorted(left_out)))


def clashes(named: Mapping[str, Return]) -> list[Clash]:
    """Find the returns, by their files' names, that cannot all be used."""
    return sorted({*_twice(named), *_forces_of_one_frame(named), *_spellings(named)}, key=lambda one: one.files)


def _twice(named: Mapping[str, Return]) -> Iterator[Clash]:
    for files in _grouped(named, lambda one: (one.force.casefold(), one.method.draw_id)).values():
        if len(files) < 2:
            continue
        ours = [named[file] for file in files]
        if all(one == ours[0] for one in ours):
            yield Clash(files, "are the same return: keep one of them")
        elif len({one.form for one in ours}) > 1:
            yield Clash(files, "are of one draw, one of them public and one restricted: keep the restricted one")
        else:
            yield Clash(files, "are of one draw and contradict each other: ask the force which is right")


def _forces_of_one_frame(named: Mapping[str, Return]) -> Iterator[Clash]:
    for files in _grouped(named, lambda one: one.method.frame_digest).values():
        if len({named[file].force.casefold() for file in files}) > 1:
            yield Clash(files, "have one frame and name different forces: ask both which is right")


def _spellings(named: Mapping[str, Return]) -> Iterator[Clash]:
    for files in _grouped(named, lambda one: _spelt(one.force)).values():
        spelt: dict[str, str] = {}
        for file in files:
            spelt.setdefault(named[file].force, file)
        if len(spelt) > 1:
            yield Clash(tuple(sorted(spelt.values())), "spell one force's name in different ways: spell it alike")


def _spelt(name: str) -> str:
    return " ".join(normalize("NFKC", name).casefold().split())


def _grouped(named: Mapping[str, Return], key: Callable[[Return], Hashable]) -> dict[Hashable, tuple[str, ...]]:
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for file, one in named.items():
        groups[key(one)].append(file)
    return {group: tuple(sorted(files)) for group, files in groups.items()}


def _part(selection: str, returns: Sequence[Return]) -> Part:
    listed = dict.fromkeys((line.disposal, line.age_group) for one in returns for line in one.breakdown)
    forces = {force: _pool(ours, listed) for force, ours in _by(returns, lambda one: one.force)}
    years = {year: _pool(ours, listed) for year, ours in _by(returns, lambda one: financial_year(one.period.to))}
    exact = [one for one in returns if one.form == "restricted"]
    nation = _pool(returns, listed)
    return Part(selection, nation, nation if len(exact) == len(returns) else _pool(exact, listed), forces, years)


def _by(returns: Sequence[Return], key: Callable[[Return], str]) -> list[tuple[str, list[Return]]]:
    groups: dict[str, list[Return]] = defaultdict(list)
    for one in returns:
        groups[key(one)].append(one)
    return sorted(groups.items())


def financial_year(day: date) -> str:
    """Name the year from April to March that a day is in, such as "2026/27"."""
    first = day.year - (day.month < 4)
    return f"{first}/{(first + 1) % 100:02}"


def _pool(returns: Collection[Return], listed: Collection[Place]) -> Pool:
    sums: dict[tuple[str, str], list[list[int]]] = {}
    themes: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for one in returns:
        _add(sums, (ALL, ALL), one.results)
        for line in one.breakdown:
            _add(sums, (line.disposal, line.age_group), line.counts)
        if one.form == "public" and all(ALL in (line.disposal, line.age_group) for line in one.breakdown):
            _add_untold(sums, listed, one)
        for theme in one.themes:
            ours = themes[theme.theme]
            for place, count in enumerate((theme.cases, theme.serious)):
                ours[2 * place] += low(count)
                ours[2 * place + 1] += high(count)
    return Pool(
        returns=len(returns),
        frame=sum(one.frame for one in returns),
        sample=sum(one.sample for one in returns),
        public=sum(one.form == "public" for one in returns),
        lines={place: {c: Between(*s) for c, s in zip(COUNTED, ours, strict=True)} for place, ours in sums.items()},
        themes={theme: (Between(*ours[:2]), Between(*ours[2:])) for theme, ours in themes.items()},
        estimate=estimate_over(returns, MEASURE),
        agreement=agreement_over(returns),
        timeliness={step: typical_over(returns, step) for step in STEPS},
    )


def _add(sums: dict[Place, list[list[int]]], place: Place, counts: Counts) -> None:
    ours = sums.setdefault(place, [[0, 0] for _ in COUNTED])
    for pair, code in zip(ours, COUNTED, strict=True):
        count: Known = getattr(counts, code)
        if isinstance(count, int):
            pair[0] += count
            pair[1] += count
        else:
            pair[0] += count[0]
            pair[1] += count[1]


def _add_untold(sums: dict[Place, list[list[int]]], listed: Iterable[Place], one: Return) -> None:
    """Add what each line may be that a public return does not tell: none, or as many as the totals that it does."""
    lines = {(line.disposal, line.age_group): line.counts for line in one.breakdown}
    for disposal, age in listed:
        if lines and ALL in (disposal, age):
            continue  # it tells each total that has a case
        totals = [lines.get((disposal, ALL)), lines.get((ALL, age))] if lines else [one.results]
        most = [min(high(total.of(code)) if total else 0 for total in totals) for code in COUNTED]
        for pair, count in zip(sums.setdefault((disposal, age), [[0, 0] for _ in COUNTED]), most, strict=True):
            pair[1] += count


def share_of(pool: Pool, place: Place = (ALL, ALL)) -> Between | None:
    """Give the least and the most that the measure's share of the graded can be, from 0 to 1; None of none graded."""
    found, graded = pool.count(MEASURE, place), pool.count(GRADED, place)
    if not graded.high:
        return None
    # Graded cases that may be more are of other grades where the share is least, and there are none where it is most.
    return Between(found.low / graded.high, min(1.0, found.high / graded.low) if graded.low else 1.0)


def usual_share(part: Part, place: Place = (ALL, ALL)) -> Between | None:
    """Give the share that forces are held against: of all returns, or of the exact ones where others hide counts."""
    known = share_of(part.nation, place)
    if known and not known.known and part.exact.count(GRADED, place).low >= LEAST_RATED:
        return share_of(part.exact, place)
    return known
