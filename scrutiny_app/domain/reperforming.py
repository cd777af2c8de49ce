"""A draw re-performed from its frame and its public terms alone.

It is also told as a few lines of shell, for somebody who trusts neither us nor our programs.
"""

import shlex
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import BinaryIO

from scrutiny_app.domain.allocation import allocate
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.framing import digest
from scrutiny_app.domain.sampling import Drawn, Plan, check_draw_id, draw_frame, normalise_dice, seed
from scrutiny_app.domain.surveying import Survey, blocks_of, survey

FRAME_NAME = "frame.tsv"
PROPORTIONAL = "proportional"  # the one rule whose shares follow from the terms alone
MOST_SHOWN = 10  # differences of one kind; more would bury what they have in common

# Plain POSIX sh, with sha256sum and sort; strata may hold spaces and quotes, so each stands quoted.
_SCRIPT = """\
# 1. The frame is the one whose digest was published before the dice were rolled.
echo '{digest}  {frame}' | sha256sum -c - >&2 || exit 1

# 2. Every case's ticket: the SHA-256 of the key and its number. The key is the SHA-256 of the seed.
seed='{seed}'
key=$(printf %s "$seed" | sha256sum); key=${{key%% *}}
tab=$(printf '\\t')
while IFS="$tab" read -r number stratum; do
  ticket=$(printf %s "$key$number" | sha256sum)
  printf '%s\\t%s\\t%s\\n' "$stratum" "${{ticket%% *}}" "$number"
done < {frame} | LC_ALL=C sort > tickets.tsv

# 3. The lowest tickets of each stratum are drawn.
draw() {{
  left=$2
  while IFS="$tab" read -r stratum ticket number; do
    if [ "$stratum" = "$1" ] && [ "$left" -gt 0 ]; then
      left=$((left - 1)); printf '%s\\t%s\\t%s\\n' "$stratum" "$number" "$ticket"
    fi
  done < tickets.tsv
}}
{draws}
"""


@dataclass(frozen=True)
class Terms:
    """All that decides a draw besides its frame; `rule` is how places were shared, `reserves` None for all."""

    draw_id: str
    frame_digest: str
    exclusions_digest: str
    digits: str
    size: int
    floor: int
    allocation: Mapping[str, int]
    cap: int | None = None
    reserves: int | None = None
    rule: str = PROPORTIONAL

    @property
    def seed(self) -> str:
        """Give the seed that these terms make; refuses a draw id or digits that cannot serve."""
        return seed(self.draw_id, self.frame_digest, self.digits)


@dataclass(frozen=True)
class Claim:
    """A draw as somebody says that it went: `counts` by stratum and `expected`, the lines that it should print."""

    terms: Terms
    frame: BinaryIO
    exclusions: bytes
    seed: str
    counts: Mapping[str, int]
    expected: Iterable[bytes]


def draw_list(
    frame: BinaryIO, *, draw_id: str, digits: str, size: int, floor: int, reserves: int | None
) -> Iterator[Drawn]:
    """Draw from any list that is laid out as a frame is, sharing places in proportion; refuses before the first case.

    Memory does not grow with the list unless all reserves are asked for.
    """
    check_draw_id(draw_id)
    dice = normalise_dice(digits)
    surveyed = survey(frame)
    shares = allocate(surveyed.counts, size, floor)
    frame.seek(0)
    return draw_frame(blocks_of(frame), seed(draw_id, surveyed.digest, dice), Plan(shares, reserves))


def row(one: Drawn) -> bytes:
    """Write one case drawn as a `stratum, position, pick|reserve, case number, ticket` line, tabs between."""
    return "\t".join((one.stratum, str(one.position), one.kind, one.case_number, one.ticket)).encode() + b"\n"


def differences(claim: Claim) -> list[str]:
    """Say in sentences where a draw is not what its frame and its terms make it; none where it agrees."""
    found = _of_exclusions(claim) + _of_seed(claim)
    try:
        surveyed = survey(claim.frame)
    except Refused as refusal:
        return [*found, refusal.message]
    found += _of_allocation(claim, surveyed)
    if surveyed.digest != claim.terms.frame_digest:
        found.append(
            f"It is another frame: its digest is {surveyed.digest} and the plan says {claim.terms.frame_digest}."
        )
    return found or _of_cases(claim)


def _of_exclusions(claim: Claim) -> list[str]:
    if digest(claim.exclusions) == claim.terms.exclusions_digest:
        return []
    return ["The exclusions are not those whose digest the plan gives."]


def _of_seed(claim: Claim) -> list[str]:
    try:
        right = claim.terms.seed
    except (Refused, ValueError) as refusal:
        return [f"The seed cannot be made from the plan and the dice. {refusal}"]
    found = []
    if claim.terms.digits != normalise_dice(claim.terms.digits):
        found.append("The digits are not in groups of five with single spaces between.")
    if claim.seed != right:
        found.append("The seed is not the draw id, the frame's digest and the digits with bars (|) between.")
    return found


def _of_allocation(claim: Claim, surveyed: Survey) -> list[str]:
    terms = claim.terms
    if dict(claim.counts) != surveyed.counts:
        return ["The cases of each stratum are not as many as the allocation says."]
    if terms.rule == PROPORTIONAL:
        try:
            right = allocate(surveyed.counts, terms.size, terms.floor, terms.cap)
        except (Refused, ValueError) as refusal:
            return [f"No sample can be shared out so. {refusal}"]
        if right == dict(terms.allocation):
            return []
        wrong = sorted(name for name in right if right[name] != terms.allocation.get(name))
        return [f"The places of {name} are not {right[name]}, its share in proportion." for name in wrong[:MOST_SHOWN]]
    return _of_bounds(terms, surveyed)


def _of_bounds(terms: Terms, surveyed: Survey) -> list[str]:
    """Check what can be checked of shares that were set by another rule: their sum, the floor and the cap."""
    found = []
    if sum(terms.allocation.values()) != terms.size:
        found.append("The places of all strata do not add up to the size of the sample.")
    for stratum, count in surveyed.counts.items():
        most = count if terms.cap is None else min(count, terms.cap)
        if not min(terms.floor, count) <= terms.allocation.get(stratum, 0) <= most:
            found.append(f"The places of {stratum} are below the floor, or above the cap or its cases.")
    return found[:MOST_SHOWN]


def _of_cases(claim: Claim) -> list[str]:
    claim.frame.seek(0)
    plan = Plan(claim.terms.allocation, claim.terms.reserves)
    drawn = draw_frame(blocks_of(claim.frame), claim.seed, plan)
    pairs = enumerate(zip_longest(drawn, claim.expected), start=1)
    wrong = (_line(number, one) for number, (one, line) in pairs if one is None or row(one) != line)
    found = list(islice(wrong, MOST_SHOWN))
    rest = sum(1 for _ in wrong)
    return [*found, *([f"So do {rest} more lines."] if rest else [])]


def _line(number: int, one: Drawn | None) -> str:
    if one is None:
        return f"Line {number} of the expected cases differs: the draw ends before it."
    return (
        f"Line {number} of the expected cases differs: "
        f"the draw gives {one.kind} {one.position} of {one.stratum}, {one.case_number}."
    )


def script(frame_digest: str, seed: str, allocation: Mapping[str, int]) -> str:
    """Write the lines of shell that draw again from `frame.tsv`; they print `stratum, case number, ticket` lines."""
    draws = "\n".join(f"draw {shlex.quote(stratum)} {size}" for stratum, size in sorted(allocation.items()))
    return _SCRIPT.format(digest=frame_digest, frame=FRAME_NAME, seed=seed, draws=draws)
