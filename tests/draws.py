"""Small draws of every kind, made from a seeded generator: what each way of drawing must agree on."""

import io
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from scrutiny_app.domain.allocation import DEFAULT_FLOOR, allocate
from scrutiny_app.domain.committing import commitment
from scrutiny_app.domain.exchange_records import PartyRecord
from scrutiny_app.domain.framing import FrameLine, count_by_stratum, digest, exclusions_file, frame_file, read_frame
from scrutiny_app.domain.reperforming import BY_WEIGHTS, Terms, draw_list, row
from scrutiny_app.domain.sampling import Drawn, Plan, draw, normalise_dice
from scrutiny_app.files.verification import STANDS, VOID, Record, verification_pack

NONCE = "0123456789abcdef" * 2
# Beyond the first plane UTF-16 sorts otherwise than bytes do; the rest is what a shell or a pattern would trip on.
CASES = (
    "17*{:05}*26",
    "CASE-{:04}",
    "é{}",
    "\uffe5 {}",
    "\U0001f600{}",
    "-n {}",
    "%s\\{}'\"",
    "$(x)  {}",
    "`{}` & ;*?[a]",
)
STRATA = (
    "CR",
    "CC",
    "YC",
    "Community resolution",
    'C\'C "x"',
    "Ürün",
    "\uffe5",
    "\U0001f600",
    "*",
    "a\\b",
    "-e",
    " b ",
)


@dataclass(frozen=True)
class Vector:
    """One draw to be made: a frame file and its terms."""

    frame: bytes
    draw_id: str
    digits: str
    size: int
    floor: int
    reserves: int | None

    def drawn(self) -> list[Drawn]:
        """Draw as the domain does."""
        terms = {"draw_id": self.draw_id, "digits": self.digits, "size": self.size}
        return list(draw_list(io.BytesIO(self.frame), floor=self.floor, reserves=self.reserves, **terms))

    @property
    def expected(self) -> bytes:
        """Give the lines that every way of drawing must print."""
        return b"".join(map(row, self.drawn()))

    @property
    def counts(self) -> dict[str, int]:
        """Count the cases of each stratum."""
        return count_by_stratum(read_frame(self.frame))

    @property
    def exclusions(self) -> bytes:
        """Give an exclusions file that lists nobody."""
        return exclusions_file([], NONCE)

    @property
    def terms(self) -> Terms:
        """Give the draw's terms."""
        return Terms(
            draw_id=self.draw_id,
            frame_digest=digest(self.frame),
            exclusions_digest=digest(self.exclusions),
            digits=normalise_dice(self.digits),
            size=self.size,
            floor=self.floor,
            reserves=self.reserves,
            allocation=allocate(self.counts, self.size, self.floor),
        )

    def record(self) -> Record:
        """Give the draw as it would be kept."""
        return Record(self.terms, self.counts, self.frame, self.exclusions, {"rolled_by": "A, B"}, self.drawn())

    def pack(self) -> bytes:
        """Give the draw's verification pack."""
        return verification_pack(self.record())


def capped(cap: int) -> bytes:
    """Give the pack of a draw in which no stratum has more places than a cap, and some would have had."""
    lines = [FrameLine(f"A{number:03}", "abcdefg"[number % 31 % 7]) for number in range(300)]
    vector = replace(KNOWN, frame=frame_file(lines), size=40, reserves=0)
    shares = allocate(vector.counts, vector.size, vector.floor, cap)
    terms = replace(vector.terms, cap=cap, allocation=shares)
    drawn = draw(lines, terms.seed, Plan(shares, 0)).drawn
    return verification_pack(replace(vector.record(), terms=terms, drawn=drawn))


def weighed(allocation: Mapping[str, int] | None = None) -> bytes:
    """Give the pack of a draw whose places were shared by weights, or moved from where those put them."""
    lines = [FrameLine(f"A{number:03}", "abc"[number % 3]) for number in range(90)]
    vector = replace(KNOWN, frame=frame_file(lines), size=20, reserves=1)
    weights = {"a": 30_000_000, "b": 75_000_001, "c": 29}
    shares = allocation or allocate(vector.counts, vector.size, vector.floor, weights=weights)
    terms = replace(vector.terms, rule=BY_WEIGHTS, weights=weights, allocation=shares)
    drawn = draw(lines, terms.seed, Plan(shares, 1)).drawn
    return verification_pack(replace(vector.record(), terms=terms, drawn=drawn))


ROLLED_APART = (
    ("Bench of magistrates", False, "0123456789abcdef" * 2, "8392017465"),
    ("Northmoor Police", True, "fedcba9876543210" * 2, "1122334455"),
    ("Émile Chapelle", False, "0f1e2d3c4b5a6978" * 3, "50218990317"),
)


def apart() -> Record:
    """Give a draw whose dice came from three parties apart, of whom the last corrected its commitment."""
    parties = [
        PartyRecord(name, of_force, commitment(nonce, digits), nonce, digits)
        for name, of_force, nonce, digits in ROLLED_APART
    ]
    parties[-1] = replace(parties[-1], corrected=("ab" * 32,))
    vector = replace(KNOWN, digits="".join(one.digits or "" for one in parties))
    dice = {"standing": STANDS, "how": "commit_reveal", "rolled_by": ", ".join(one.name for one in parties)}
    return replace(vector.record(), dice=dice, parties=parties)


def voided() -> bytes:
    """Give the pack of the known draw, had it been voided."""
    return verification_pack(replace(KNOWN.record(), dice={"standing": VOID}))


KNOWN = Vector(
    frame=frame_file(
        FrameLine(f"CASE-{one:04}", (["CR"] * 6 + ["CC"] * 3 + ["YC"])[one % 10]) for one in range(1, 101)
    ),
    draw_id="DRAW-2026-Q3",
    digits="83920 17465 50218 99031",
    size=12,
    floor=DEFAULT_FLOOR,
    reserves=3,
)


def vectors(count: int, first: int = 0) -> Iterator[Vector]:
    """Make draws, the same for the same numbers."""
    for number in range(first, first + count):
        yield _vector(random.Random(f"draw {number}"))


def _vector(chance: random.Random) -> Vector:
    strata = chance.sample(STRATA, chance.choice((1, 2, 3, len(STRATA))))
    weights = [
        chance.choice((1, 1, 1, 5, 40)) for _ in strata
    ]  # alike, so that shares tie; or far apart, so that some run out
    lines = {
        (number := chance.choice(CASES).format(one)): FrameLine(number, chance.choices(strata, weights)[0])
        for one in range(chance.choice((1, 7, 30, 120)))
    }
    frame = frame_file(lines.values())
    counts = count_by_stratum(read_frame(frame))
    floor = chance.choice((0, 1, 2, 5))
    least = max(1, sum(min(floor, count) for count in counts.values()))
    return Vector(
        frame=frame,
        draw_id=f"Draw-{chance.randrange(10**6)}",
        digits="0123" + "".join(chance.choices("0123456789", k=chance.randrange(16, 40))),
        size=chance.choice((least, len(lines), chance.randint(least, len(lines)))),
        floor=floor,
        reserves=chance.choice((None, 0, 2)),
    )
