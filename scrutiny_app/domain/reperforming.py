"""A draw re-performed from its frame and its public terms alone.

It is also told as a few lines of shell, for somebody who trusts neither us nor our programs.
"""

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, zip_longest
from typing import BinaryIO

from scrutiny_app.domain.allocation import allocate
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.exchange_records import PartyRecord, faults_of
from scrutiny_app.domain.framing import UnusableFrame, digest
from scrutiny_app.domain.sampling import Drawn, Plan, check_draw_id, draw_frame, normalise_dice, seed
from scrutiny_app.domain.surveying import Survey, blocks_of, survey, whole_lines

FRAME_NAME = "frame.tsv"
PROPORTIONAL, BY_WEIGHTS = "proportional", "weights"  # what the places of the strata are in proportion to
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
    """All that decides a draw besides its frame; `weights` are the strata's by that rule, `reserves` None for all."""

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
    weights: Mapping[str, int] = field(default_factory=dict)

    @property
    def seed(self) -> str:
        """Give the seed that these terms make; refuses a draw id or digits that cannot serve."""
        return seed(self.draw_id, self.frame_digest, self.digits)


@dataclass(frozen=True)
class Claim:
    """A draw as somebody says that it went: `counts` by stratum and `expected`, the lines that it should print.

    `how` is how the digits came (`DiceBy`), and `parties` those that rolled them apart.
    """

    terms: Terms
    frame: BinaryIO
    exclusions: bytes
    seed: str
    counts: Mapping[str, int]
    expected: Iterable[bytes]
    how: str = ""
    parties: Sequence[PartyRecord] = ()


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


def refuse_loose_spaces(frame: BinaryIO) -> None:
    """Refuse a list in which a case number begins or ends with white space, naming the line.

    Nobody sees such a space, and the ticket is of the number with it: two people could draw differently.
    """
    frame.seek(0)
    before = 0
    for block in whole_lines(blocks_of(frame)):
        # Known from the bytes as a whole, which is many times quicker than line by line.
        if block[:1] == b" " or b" \t" in block or b"\n " in block or not block.isascii():
            _name_the_loose_space(block.split(b"\n"), before)
        before += block.count(b"\n")


def _name_the_loose_space(lines: Iterable[bytes], before: int) -> None:
    for at, line in enumerate(lines, start=before + 1):
        number = line.partition(b"\t")[0].decode(errors="replace")
        if number.strip() and number != number.strip():
            raise UnusableFrame(f"Line {at} of the frame has white space before or after its case number. Remove it.")


def row(one: Drawn) -> bytes:
    """Write one case drawn as a `stratum, position, pick|reserve, case number, ticket` line, tabs between."""
    return "\t".join((one.stratum, str(one.position), one.kind, one.case_number, one.ticket)).encode() + b"\n"


def differences(claim: Claim) -> list[str]:
    """Say in sentences where a draw is not what its frame and its terms make it; none where it agrees."""
    found = _of_exclusions(claim) + _of_seed(claim) + faults_of(claim.parties, claim.terms.digits, claim.how)
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
    by_weights = terms.rule == BY_WEIGHTS
    if not by_weights and terms.rule != PROPORTIONAL:
        return ["The plan names no rule by which places could be reckoned."]
    if by_weights and terms.weights.keys() != surveyed.counts.keys():
        return ["The plan does not give each stratum the weight by which places were shared."]
    try:
        weights = terms.weights if by_weights else None
        right = allocate(surveyed.counts, terms.size, terms.floor, terms.cap, weights=weights)
    except (Refused, ValueError) as refusal:
        return [f"No sample can be shared out so. {refusal}"]
    wrong = [name for name in sorted(right) if right[name] != terms.allocation.get(name)]
    share = "by its weight" if by_weights else "in proportion"
    return [f"The places of {name} are not {right[name]}, its share {share}." for name in wrong[:MOST_SHOWN]]


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
