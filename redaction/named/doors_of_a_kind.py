"""Units, rooms and moorings, once one of them is known or two are told: Unit 1 Sew What; berths 4 and 5."""

from collections.abc import Iterator, Sequence

from redaction.clock import CLOCK_OR_YEAR
from redaction.findings import Finding
from redaction.index import Index
from redaction.named.doors import DOOR
from redaction.named.doors_asked import row_of_doors
from redaction.words import Word

_SURE = 0.6
_KINDS = {
    "unit": "unit", "units": "unit", "room": "room", "rooms": "room", "flat": "flat", "flats": "flat",
    "berth": "berth", "berths": "berth", "mooring": "berth", "moorings": "berth", "plot": "plot", "plots": "plot",
    "pitch": "pitch", "pitches": "pitch", "caravan": "caravan", "caravans": "caravan", "chalet": "chalet",
    "chalets": "chalet", "arch": "arch", "arches": "arch", "stall": "stall", "stalls": "stall",
}  # fmt: skip
_NAMES = frozenset(_KINDS)
_ALONE = frozenset("berth plot caravan chalet".split())  # two of them with numbers are enough
_ESTATES = frozenset("estate trading traders works industrial arcade shops bakery warehouse workshop tenants".split())
_WORK = frozenset("interview custody court consulting interviewing meeting control incident police response".split())
_FEWEST = 2


def doors_of_a_kind(words: Sequence[Word], index: Index, found: Sequence[Finding]) -> Iterator[Finding]:
    """Give each such door with its kind; `found` are the sure findings of the same text."""
    told = [at for at in index.after(_NAMES) if _is_one(words, at)]
    if len(told) < _FEWEST:
        return
    known = {each.start for each in found if each.kind in ("address", "street")}
    numbers: dict[str, set[str]] = {}
    sure = set[str]()
    for at in told:
        kind = _KINDS[words[at - 1].low]
        numbers.setdefault(kind, set()).add(words[at].low)
        if words[at].start in known or words[at - 1].start in known:
            sure.add(kind)
    trades = not index.lows.isdisjoint(_ESTATES)
    sure |= {
        kind
        for kind, many in numbers.items()
        if len(many) >= _FEWEST and (kind in _ALONE or (kind == "unit" and trades))
    }
    for at in told:
        if _KINDS[words[at - 1].low] in sure:
            for door in row_of_doors(words, at):
                whole = door == at and not words[at - 1].low.endswith("s")
                start = words[at - 1].start if whole else words[door].start
                reason = "one of several units or rooms"
                yield Finding(start, words[door].end, "address", "named", _SURE, reason, key=words[door].low)


def _is_one(words: Sequence[Word], at: int) -> bool:
    """Say whether a number follows its kind and is no room of the police or a court."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if word.gap != " " or not DOOR.fullmatch(word.low) or CLOCK_OR_YEAR.fullmatch(word.low):
        return False
    decimal = after is not None and after.gap in (".", ":", "/", "-")
    return not decimal and not (at > 1 and words[at - 2].low in _WORK)
