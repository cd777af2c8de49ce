"""An attack on public reports that uses nothing of the product's own: one unknown a round and kind of case."""

from collections.abc import Collection, Mapping, Sequence
from itertools import product

import numpy as np
from scipy.optimize import linprog

from scrutiny_app.domain.agreeing import GRADED_RESULTS, Result
from scrutiny_app.domain.besieging import Name, Range
from scrutiny_app.domain.national_cells import THEME
from scrutiny_app.domain.national_return import GRADED, TOTAL
from scrutiny_app.domain.public_forms import FORMS
from scrutiny_app.domain.public_report import to_print
from scrutiny_app.domain.suppressing import ALL
from scrutiny_app.domain.told_rounds import ToldRound

LEAST, SLACK = 5, 1e-6
CODES = {one.value: {one} for one in Result} | {GRADED: set(GRADED_RESULTS), TOTAL: set(Result)}
Known = Mapping[Name, int | None]


def printed(shown: Mapping[Name, int | Range]) -> dict[Name, int | None]:
    """Give the counts as a reader has them, None where they are hidden."""
    return {name: count if isinstance(count, int) else None for name, count in shown.items()}


def always_of(told: Sequence[ToldRound]) -> dict[Name, int]:
    """Give what is printed of rounds whatever it is."""
    printing = to_print(told, (), FORMS[0], LEAST)
    return {name: printing.counts[name] for name in printing.always}


def attacked_by_cases(
    publications: Collection[Known],
    names: Collection[Name],
    kinds: Collection[tuple[str, ...]],
    listed: Collection[Name] = (),
) -> dict[Name, tuple[float, float]]:
    """Give what each count can be for whoever reckons with single cases, as far as from 1 to 4.

    `listed` are the totals of lines that tables have: each has a case at least.
    """
    known = {n: count for one in publications for n, count in one.items() if count is not None and n[1] != THEME}
    keys = sorted({key for name in (*known, *names) for key in name[0].split("+")})
    unknown = list(product(keys, kinds, Result))

    def row(name: Name) -> np.ndarray:
        scope, disposal, age, code = name
        keys_here = scope.split("+")
        met = [
            key in keys_here and disposal in (ALL, kind[0]) and age in (ALL, kind[1]) and result in CODES[code]
            for key, kind, result in unknown
        ]
        return np.array(met, dtype=float)

    matrix, sums = np.array([row(name) for name in known]), list(known.values())
    least_of_lines = -np.array([row(name) for name in listed]) if listed else None
    aims = np.array([row(name) for name in names])
    least, most = np.full(len(names), np.inf), np.full(len(names), -np.inf)
    for place, aim in enumerate(aims):
        for sign in (1, -1):
            if (least[place] > 1 + SLACK) if sign == 1 else (most[place] < LEAST - 1 - SLACK):
                found = linprog(sign * aim, least_of_lines, [-1] * len(listed) or None, matrix, sums)
                assert found.status == 0
                reached = aims @ found.x  # what else was seen to be possible
                least, most = np.minimum(least, reached), np.maximum(most, reached)
    return {name: (least[place], most[place]) for place, name in enumerate(names)}


def assert_nothing_is_won(newest: Known, earlier: Sequence[Known], always: Known) -> None:
    """Each hidden number keeps 1 to 4, or of that what was known of it before or is printed whatever it is."""
    publications = [newest, *earlier]
    shown = {name for one in publications for name, count in one.items() if count is not None}
    hidden = list(dict.fromkeys(name for one in publications for name in one if name not in shown and name[1] != THEME))
    lines = {name[1:3] for one in publications for name in one if name[1] != THEME}
    kinds = list(product(*({line[place] for line in lines if line[place] != ALL} or {ALL} for place in (0, 1))))
    none = [_not_listed(one, kinds) for one in publications]
    now = attacked_by_cases([*publications, *none], hidden, kinds, _listed(publications))
    weak = [name for name, (low, high) in now.items() if low > 1 + SLACK or high < LEAST - 1 - SLACK]
    before = attacked_by_cases([always, *earlier, *none], weak, kinds, _listed(earlier)) if weak else {}
    for name, (low, high) in before.items():
        if low > LEAST - 1 + SLACK:
            continue  # which nobody took for a small number before either
        assert now[name][0] <= max(1, low) + SLACK, name
        assert now[name][1] >= min(LEAST - 1, high) - SLACK, name


def _listed(publications: Collection[Known]) -> list[Name]:
    """Give the totals of the lines that tables have."""
    tables = (name for one in publications for name in one if name[1] != THEME and name[1:3] != (ALL, ALL))
    return list(dict.fromkeys((name[0], name[1], name[2], TOTAL) for name in tables))


def _not_listed(publication: Known, kinds: Collection[tuple[str, ...]]) -> Known:
    """Give the lines that a table has not, of which there are no cases."""
    tables: dict[str, set[tuple[str, ...]]] = {}
    for name in publication:
        if name[1] != THEME and name[1:3] != (ALL, ALL):
            tables.setdefault(name[0], set()).add(name[1:3])
    found: dict[Name, int | None] = {}
    for scope, lines in tables.items():
        for kind in kinds:
            crossed = any(ALL not in line for line in lines)
            places = [kind] if crossed else [(kind[0], ALL), (ALL, kind[1])]
            found |= {(scope, *place, TOTAL): 0 for place in places if place not in lines}
    return found
