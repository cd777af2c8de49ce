"""How many cases of the frame each reviewed case stands for, and what strata come to in figures.

A ticket looked at in a stratum of N cases stands for N / m of them, where m counts those looked at: the n that stand
and the ones found ineligible before them. Without replacements m is n, and the weight is N / n. The eligible are a
domain of the frame (Cochran 1977, 2.11 and 2.12): nobody knows how many more ineligible cases the frame holds, so a
stratum's eligible cases are estimated as N n / m, not taken as N, nor as N less the ones that happened to be found.
The share within a stratum needs no such care: its first eligible tickets are a simple random sample of the eligible.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.replacing import Sample, T


class StratumUnseen(Refused):
    """A stratum of which nothing is known, so that nothing can be said of the whole."""


@dataclass(frozen=True)
class Weighed:
    """One stratum's account: its cases in the frame, the tickets looked at, and how many of those stand."""

    cases: int
    looked_at: int
    standing: int

    def __post_init__(self) -> None:
        """Refuse an account that no draw could give."""
        if not 0 <= self.standing <= self.looked_at <= self.cases:
            raise ValueError("no more can stand than were looked at, nor be looked at than there are")

    @property
    def weight(self) -> Fraction:
        """Give how many cases of the frame each that stands stands for, exactly."""
        if not self.looked_at:
            raise StratumUnseen("A stratum of which no case was drawn has no weight.")
        return Fraction(self.cases, self.looked_at)

    @property
    def eligible(self) -> int:
        """Estimate the stratum's eligible cases, N n / m to the nearest whole, halves up.

        It never falls below those that stand, nor rises above all but those found ineligible: m is at most N.
        """
        return (2 * self.cases * self.standing + self.looked_at) // (2 * self.looked_at) if self.looked_at else 0


def weigh(sample: Sample[T]) -> dict[str, Weighed]:
    """Give the account of each stratum of a sample; refuses one that was voided."""
    if sample.voided:
        raise StratumUnseen("This draw was voided, so no figure rests on it. Use the draw that followed.")
    return {
        name: Weighed(line.cases, line.looked_at, len(line.standing)) for name, line in sorted(sample.lines.items())
    }


def weights_of(sample: Sample[T]) -> dict[T, Fraction]:
    """Give the weight of every case that stands; together they add up to the eligible cases as estimated."""
    accounts = weigh(sample)
    return {one: accounts[name].weight for name, line in sample.lines.items() for one in line.standing}


def for_figures(
    accounts: Mapping[str, Weighed], reviewed: Mapping[str, int], found: Mapping[str, int]
) -> list[tuple[int, int, int]]:
    """Give (N eligible, n reviewed, k found) of each stratum, as `statistics.stratified` and its like take them.

    A stratum of which every ticket was found ineligible is left out; refuses one that may hold cases and had none
    reviewed, naming it, because nothing could be said of the whole.
    """
    strata = []
    for name, account in sorted(accounts.items()):
        if not reviewed.get(name, 0) and (account.standing or account.looked_at < account.cases):
            raise StratumUnseen(
                f"No case of stratum {name} was reviewed, so nothing can be said of all cases together."
            )
        if account.standing:
            strata.append((account.eligible, reviewed[name], found.get(name, 0)))
    return strata
