"""A verification pack checked with no database: whoever made it is trusted neither in what it says nor as a zip."""

import io
import re
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.exchange_records import OF_FORCE, OUTSIDE, PartyRecord
from scrutiny_app.domain.framing import digest
from scrutiny_app.domain.reperforming import BY_WEIGHTS, FRAME_NAME, Claim, Terms, differences
from scrutiny_app.files.attachments_zip import BROKEN
from scrutiny_app.files.verification import (
    ALLOCATION,
    CORRECTED,
    DICE,
    EXCLUSIONS,
    EXPECTED,
    FACTS,
    NAMES,
    PAGE,
    PARTY,
    PLAN,
    SCRIPT,
    SEED,
    STANDS,
    SUMS,
    WEIGHT,
    is_void,
    text,
)

MEGABYTE = 2**20
MOST_DIRECTORY = 64 * 1024
MOST_UNPACKED = 1024 * MEGABYTE  # twice four million lines, with all reserves named
MOST_SMALL = MEGABYTE
LARGE = frozenset({FRAME_NAME, EXCLUSIONS, EXPECTED})
WEIGHTS_NOTE = "Note: places were shared by the weights in plan.tsv. The certificate lists them: compare them too."
_SUM = re.compile(r"([0-9a-f]{64}) [ *]([A-Za-z0-9.-]{1,40})")
_COUNT = re.compile("0|[1-9][0-9]{0,14}")


class UnusablePack(Refused):
    """A file that is no verification pack, or that is laid out as none ever was."""


@dataclass(frozen=True)
class Checked:
    """What checking a pack came to; neither notes nor a void make it differ."""

    draw_id: str
    frame_digest: str
    digits: str
    void: bool
    differences: list[str]
    notes: list[str]

    @property
    def agrees(self) -> bool:
        """Say whether the pack holds the draw that its frame, terms and dice make."""
        return not self.differences


def check_pack(file: BinaryIO) -> Checked:
    """Draw again from a pack and compare; raises UnusablePack where it cannot be read."""
    files = _unpack(file)
    found, terms, dice = _of_sums(files), _terms(files), _values(DICE, files[DICE])
    counts = {stratum: cases for stratum, (cases, _) in _shares(files).items()}
    claim = Claim(
        terms=terms,
        frame=io.BytesIO(files[FRAME_NAME]),
        exclusions=files[EXCLUSIONS],
        seed=_text(SEED, files[SEED]).removesuffix("\n"),
        counts=counts,
        expected=io.BytesIO(files[EXPECTED]),
        how=dice.get("how", ""),
        parties=_parties(files),
    )
    if _number(PLAN, _values(PLAN, files[PLAN]).get("cases", "")) != sum(counts.values()):
        found.append("The plan's number of cases is not what the strata add up to.")
    return Checked(
        draw_id=terms.draw_id,
        frame_digest=terms.frame_digest,
        digits=terms.digits,
        void=is_void(dice.get("standing", STANDS)),
        differences=found + differences(claim),
        notes=([WEIGHTS_NOTE] if terms.rule == BY_WEIGHTS else []) + _notes(files),
    )


def _unpack(file: BinaryIO) -> dict[str, bytes]:
    _check_directory(file)
    try:
        with zipfile.ZipFile(file) as package:
            entries = package.infolist()
            _check_entries(entries)
            return {entry.filename: package.read(entry) for entry in entries}
    except BROKEN:
        raise UnusablePack("The file is damaged, or is not a zip. Ask for the pack again.") from None


def _check_directory(file: BinaryIO) -> None:
    """Refuse a zip whose list of files is longer than a pack's, before it is read."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - 65_557))
    end = file.read()
    at = end.rfind(b"PK\x05\x06")
    if at < 0 or len(end) < at + 22:
        raise UnusablePack("The file is damaged, or is not a zip. Ask for the pack again.")
    if int.from_bytes(end[at + 12 : at + 16], "little") > MOST_DIRECTORY:
        raise UnusablePack("The zip holds other files than a verification pack's. Ask for the pack again.")


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if sorted(entry.orig_filename for entry in entries) != list(NAMES):
        raise UnusablePack("The zip does not hold just the files of a verification pack. Ask for the pack again.")
    for entry in entries:
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if entry.flag_bits & 1 or (kind and kind != stat.S_IFREG):
            raise UnusablePack("The zip holds a link or a locked file, as no verification pack does. Ask for it again.")
        if entry.file_size > MOST_SMALL and entry.filename not in LARGE:
            raise UnusablePack(f"{entry.filename} is far larger than it could be. Ask for the pack again.")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise UnusablePack("The zip would unpack to more than can be checked here. Unpack it and run verify.sh.")


def _of_sums(files: dict[str, bytes]) -> list[str]:
    sums = {}
    for line in _lines(SUMS, files[SUMS]):
        if not (match := _SUM.fullmatch(line)):
            return [f"{SUMS} is not a list of digests and names."]
        sums[match[2]] = match[1]
    found = [f"{SUMS} does not list {name}." for name in FACTS if name not in sums]
    wrong = [name for name in sorted(sums) if name not in files or digest(files[name]) != sums[name]]
    return found + [f"{name} is not the file that {SUMS} lists, or is not there." for name in wrong]


def _terms(files: dict[str, bytes]) -> Terms:
    plan = _values(PLAN, files[PLAN])
    try:
        return Terms(
            draw_id=_word(PLAN, plan["draw_id"]),
            frame_digest=_word(PLAN, plan["frame_digest"]),
            exclusions_digest=_word(PLAN, plan["exclusions_digest"]),
            digits=_digits(_values(DICE, files[DICE])["digits"]),
            size=_number(PLAN, plan["size"]),
            floor=_number(PLAN, plan["floor"]),
            cap=None if plan["cap"] == "none" else _number(PLAN, plan["cap"]),
            reserves=None if plan["reserves"] == "all" else _number(PLAN, plan["reserves"]),
            rule=plan["rule"],
            weights=_weights(files),
            allocation={stratum: places for stratum, (_, places) in _shares(files).items()},
        )
    except KeyError as missing:
        raise UnusablePack(f"The pack does not say its {missing.args[0]}. Ask for it again.") from None


def _shares(files: dict[str, bytes]) -> dict[str, tuple[int, int]]:
    rows = [line.split("\t") for line in _lines(ALLOCATION, files[ALLOCATION])]
    strata = [row[0] for row in rows]
    if any(len(row) != 3 for row in rows) or strata != sorted(set(strata)):
        raise UnusablePack(f"{ALLOCATION} is not a line for each stratum, in byte order. Ask for the pack again.")
    return {stratum: (_number(ALLOCATION, cases), _number(ALLOCATION, places)) for stratum, cases, places in rows}


def _weights(files: dict[str, bytes]) -> dict[str, int]:
    rows = [line.split("\t") for line in _lines(PLAN, files[PLAN]) if line.startswith(f"{WEIGHT}\t")]
    if any(len(row) != 3 for row in rows) or len({row[1] for row in rows}) < len(rows):
        raise UnusablePack(f"{PLAN} has a weight that is not a stratum's and a number. Ask for the pack again.")
    return {stratum: _number(PLAN, weight) for _, stratum, weight in rows}


def _parties(files: dict[str, bytes]) -> list[PartyRecord]:
    """Read who rolled apart, and what each gave; commitments that were corrected are only counted as rows."""
    rows = [line.split("\t") for line in _lines(DICE, files[DICE])]
    if any(len(row) != 3 for row in rows if row[0] == CORRECTED):
        raise UnusablePack(f"{DICE} has a correction that is not a party's and a commitment. Ask for the pack again.")
    parties = []
    for row in (row for row in rows if row[0] == PARTY):
        if len(row) != 6 or row[2] not in (OUTSIDE, OF_FORCE):
            raise UnusablePack(f"{DICE} has a party that is not laid out as a party is. Ask for the pack again.")
        _, name, whose, commitment, nonce, digits = row
        parties.append(PartyRecord(_word(DICE, name), whose == OF_FORCE, commitment, nonce, digits))
    return parties


def _values(name: str, file: bytes) -> dict[str, str]:
    return {key: value for key, _, value in (line.partition("\t") for line in _lines(name, file))}


def _lines(name: str, file: bytes) -> Iterator[str]:
    return iter(_text(name, file).removesuffix("\n").split("\n")) if file else iter(())


def _text(name: str, file: bytes) -> str:
    try:
        return file.decode()
    except UnicodeDecodeError:
        raise UnusablePack(f"{name} is not UTF-8. Ask for the pack again.") from None


def _word(name: str, value: str) -> str:
    """Give a value that will be shown; refuses what could write to a terminal more than it says."""
    if len(value) > 64 or not value.isprintable():
        raise UnusablePack(f"{name} has a value that cannot be one of a draw's. Ask for the pack again.")
    return value


def _digits(value: str) -> str:
    if len(value) > 400 or not value.isprintable():
        raise UnusablePack(f"{DICE} has digits that cannot be a draw's. Ask for the pack again.")
    return value


def _number(name: str, value: str) -> int:
    if not _COUNT.fullmatch(value):
        raise UnusablePack(f"{name} has a word where a number belongs. Ask for the pack again.")
    return int(value)


def _notes(files: dict[str, bytes]) -> list[str]:
    ours = (SCRIPT, PAGE)
    return [
        f"Note: {name} is not the one that this version of Scrutiny writes. Read it before you trust what it says."
        for name in ours
        if files[name] != text(name)
    ]
