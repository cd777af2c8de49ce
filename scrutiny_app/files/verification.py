"""The verification pack: everything by which somebody who distrusts us can draw again, in one zip."""

import io
import stat
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scrutiny_app.domain.exchange_records import PartyRecord
from scrutiny_app.domain.framing import digest
from scrutiny_app.domain.reperforming import FRAME_NAME, Terms, row
from scrutiny_app.domain.sampling import Drawn

README, SCRIPT, PAGE, SUMS = "README.txt", "verify.sh", "verify.html", "SHA256SUMS"
COMMIT_PAGE = "commit.html"  # by which a party of dice from afar makes its commitment
PLAN, ALLOCATION, DICE, SEED = "plan.tsv", "allocation.tsv", "dice.tsv", "seed.txt"
EXCLUSIONS, EXPECTED = "exclusions.tsv", "expected.tsv"
STANDS, VOID = "stands", "VOID: two people agreed to it, and its sample stands for nothing"
WEIGHT, PARTY, CORRECTED = "weight", "party", "corrected"  # the rows of plan and dice that there are several of
FACTS = (ALLOCATION, DICE, EXCLUSIONS, EXPECTED, FRAME_NAME, PLAN, SEED)
NAMES = tuple(sorted((*FACTS, README, SCRIPT, PAGE, SUMS)))

_TEXTS = Path(__file__).parent / "verification"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_README_VOID = """
THIS DRAW IS VOID. Two people agreed to void it, and its sample stands for nothing. The pack shows how it was drawn; the
certificate and the report say so too, and which draw came after it.
"""


@dataclass(frozen=True)
class Record:
    """A draw as it was kept: `dice` says who rolled and witnessed, in order, and `drawn` what was told to have come.

    `parties` are those of dice from afar, in the order of their names.
    """

    terms: Terms
    counts: Mapping[str, int]
    frame: bytes
    exclusions: bytes
    dice: Mapping[str, str]
    drawn: Iterable[Drawn]
    parties: Sequence[PartyRecord] = ()


def verification_pack(record: Record) -> bytes:
    """Write the pack: the same bytes for the same record, on any machine."""
    files = _facts(record) | {
        README: _readme(record),
        SCRIPT: text(SCRIPT),
        PAGE: text(PAGE),
    }
    files[SUMS] = "".join(f"{digest(files[name])}  {name}\n" for name in sorted(files)).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name in sorted(files):
            package.writestr(_entry(name), files[name])
    return packed.getvalue()


def text(name: str) -> bytes:
    """Give one of the pack's texts that are the same for every draw."""
    return (_TEXTS / name).read_bytes()


def is_void(standing: str) -> bool:
    """Say whether a pack's `standing` is that of a draw that was voided."""
    return standing.startswith("VOID")


def _readme(record: Record) -> bytes:
    standing = _README_VOID if is_void(record.dice.get("standing", STANDS)) else ""
    return text(README).decode().format_map({**vars(record.terms), "standing": standing}).encode()


def _facts(record: Record) -> dict[str, bytes]:
    terms = record.terms
    plan = {
        "draw_id": terms.draw_id,
        "frame_digest": terms.frame_digest,
        "exclusions_digest": terms.exclusions_digest,
        "cases": sum(record.counts.values()),
        "size": terms.size,
        "floor": terms.floor,
        "cap": "none" if terms.cap is None else terms.cap,
        "reserves": "all" if terms.reserves is None else terms.reserves,
        "rule": terms.rule,
    }
    shares = ((name, record.counts[name], terms.allocation.get(name, 0)) for name in sorted(record.counts))
    return {
        PLAN: _rows([*plan.items(), *((WEIGHT, *one) for one in sorted(terms.weights.items()))]),
        ALLOCATION: _rows(shares),
        DICE: _rows(_dice(record)),
        SEED: terms.seed.encode(),
        FRAME_NAME: record.frame,
        EXCLUSIONS: record.exclusions,
        EXPECTED: b"".join(map(row, record.drawn)),
    }


def _dice(record: Record) -> Iterator[tuple[object, ...]]:
    yield "digits", record.terms.digits
    yield from ((name, _one_line(value)) for name, value in record.dice.items())
    for one in record.parties:
        yield PARTY, one.name, one.whose, one.commitment, one.nonce, one.digits
        yield from ((CORRECTED, one.name, before) for before in one.corrected)


def _rows(rows: Iterable[tuple[object, ...]]) -> bytes:
    return "".join("\t".join(map(str, one)) + "\n" for one in rows).encode()


def _one_line(value: str) -> str:
    return " ".join(value.split())


def _entry(name: str) -> zipfile.ZipInfo:
    # Stored as they are: what deflate makes of them differs from one machine's library to another's.
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = 3
    entry.external_attr = (stat.S_IFREG | (0o755 if name == SCRIPT else 0o644)) << 16
    return entry
