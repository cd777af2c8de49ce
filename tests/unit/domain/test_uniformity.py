"""Every case, and every pair of cases, is as likely to be drawn as any other.

Both tests are of a simple random draw of n of N, repeated R times, at 99.9 %. A draw that favours some cases fails
the first. One that favours some company, such as every tenth case, passes the first and only the second finds it out.
The seeds are fixed, so a test passes always or never.
"""

import hashlib
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from scipy.stats import chi2

from scrutiny_app.domain.framing import FrameLine
from scrutiny_app.domain.sampling import Plan, draw, ticket

N, SIZE, SEEDS = 120, 12, 5000
FRAME = [FrameLine(f"CASE-{number:03}", "CR") for number in range(N)]

Drawer = Callable[[int], list[int]]
Inclusions = npt.NDArray[np.int64]


def by_ticket(seed_number: int) -> list[int]:
    drawn = draw(FRAME, f"DRAW|{seed_number}", Plan({"CR": SIZE}, reserves=0))
    return [int(one.case_number.removeprefix("CASE-")) for one in drawn.drawn]


def by_ticket_mod_16(seed_number: int) -> list[int]:
    return sorted(range(N), key=lambda case: int(ticket(f"DRAW|{seed_number}", FRAME[case].case_number), 16) % 16)[
        :SIZE
    ]


def by_every_tenth_case(seed_number: int) -> list[int]:
    return list(range(seed_number % 10, N, 10))


def in_runs_of_neighbours(seed_number: int) -> list[int]:
    start = int(hashlib.sha256(str(seed_number).encode()).hexdigest(), 16) % N
    return [(start + step) % N for step in range(SIZE)]


def inclusions(drawer: Drawer, seeds: int = SEEDS) -> Inclusions:
    """Give a row a seed and a column a case: 1 where the case was drawn."""
    drawn = np.zeros((seeds, N), dtype=np.int64)
    for seed_number in range(seeds):
        drawn[seed_number, drawer(seed_number)] = 1
    return drawn


def favours_cases(drawn: Inclusions) -> bool:
    """Say whether some cases come up more than chance allows: a chi-squared on N - 1 degrees of freedom."""
    rate, seeds = SIZE / N, len(drawn)
    excess = drawn.sum(axis=0) - seeds * rate
    spread = (excess**2).sum() / (seeds * rate * (1 - rate)) * (N - 1) / N
    return bool(spread > chi2.ppf(0.999, N - 1))


def favours_pairs(drawn: Inclusions) -> bool:
    """Say whether some pairs come up together more than their cases' own counts explain, on N(N - 3)/2 degrees.

    The pair counts vary in two independent parts: what follows from the counts of single cases, taken away here, and
    the rest, whose variance in each direction is that of p2 - p2^2 less twice (p3 - p2^2) plus (p4 - p2^2), where pk
    is the chance that k given cases are all drawn.
    """
    chance = np.cumprod([(SIZE - step) / (N - step) for step in range(4)])
    together = drawn.T @ drawn
    singles = together.diagonal() * (SIZE - 1.0)
    pairs = together[np.triu_indices(N, k=1)] - len(drawn) * chance[1]
    explained = ((singles - singles.mean()) ** 2).sum() / (N - 2)
    variance = len(drawn) * (chance[1] - 2 * chance[2] + chance[3])
    return bool(((pairs**2).sum() - explained) / variance > chi2.ppf(0.999, N * (N - 3) / 2))


def test_tickets_favour_no_case_and_no_pair():
    drawn = inclusions(by_ticket)
    assert not favours_cases(drawn)
    assert not favours_pairs(drawn)


def test_a_ticket_cut_to_sixteen_values_is_found_to_favour_cases():
    assert favours_cases(inclusions(by_ticket_mod_16, seeds=500))


def test_every_tenth_case_passes_for_cases_and_is_found_out_by_its_pairs():
    drawn = inclusions(by_every_tenth_case)
    assert not favours_cases(drawn)
    assert favours_pairs(drawn)


def test_a_run_of_neighbours_is_found_out_by_its_pairs():
    assert favours_pairs(inclusions(in_runs_of_neighbours, seeds=500))


def test_a_generator_known_to_be_fair_passes_both():
    generator = np.random.default_rng(7)
    drawn = inclusions(lambda _: list(generator.choice(N, SIZE, replace=False)))
    assert not favours_cases(drawn)
    assert not favours_pairs(drawn)
