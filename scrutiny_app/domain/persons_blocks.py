"""Beginnings that a file alone uses for somebody: "S/O Name", "S/O Ethnicity", "S/O Response" are of one person.

What stands behind them tells of whom: an ethnicity, an admission and earlier disposals are kept of offenders, views and
being consulted of victims. Nothing is told where another column names that person, or two beginnings would.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from scrutiny_app.domain.common_headings import in_common_words
from scrutiny_app.domain.likeness import PEOPLE, tokens
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.nearest_phrases import nearest_phrase
from scrutiny_app.domain.own_beginnings import NO_OFFENDERS, is_without_figures
from scrutiny_app.domain.whose import ELSE

_BEGINS = re.compile(r"([A-Za-z][A-Za-z/.&]{0,11})(?:['’]s)?(?:[\s_:-]+)(\S.*)")
_NAMES = {"Offender": "offender_name", "Victim": "victim_1_name"}
_KEPT_OF = {
    "Offender": frozenset(
        "sex ethnicity offender_age offender_age_at_disposal youth admission previous_outcomes suspect_account".split()
    ),
    "Victim": frozenset({"victim_consulted", "victim_agreed", "victim_views"}),
}
_FEWEST = 2

Block = Mapping[int, str]


def persons_blocks(headings: Sequence[str], columns: Sequence[ColumnLook]) -> Block:
    """Give, by their places, the headings of such blocks, written out as the offender's and the victim's."""
    return {at: said for who in _NAMES for at, said in _block_of(who, headings, columns).items()}


def _block_of(who: str, headings: Sequence[str], columns: Sequence[ColumnLook]) -> Block:
    """Give the headings of the one block that can only be that person's."""
    if any(who.casefold() in tokens(heading) or _field(heading) == _NAMES[who] for heading in headings):
        return {}
    blocks: dict[str, dict[int, str]] = defaultdict(dict)
    for at, heading in enumerate(headings):
        match = _BEGINS.fullmatch(heading.strip())
        if match and _may_be_somebody(begins := match[1].casefold()):
            blocks[begins][at] = f"{who} {match[2]}"
    found = [block for block in blocks.values() if _is_theirs(block, who, columns)]
    return {at: said for at, said in found[0].items() if _field(said)} if len(found) == 1 else {}


def _may_be_somebody(begins: str) -> bool:
    return begins not in NO_OFFENDERS | ELSE and PEOPLE.isdisjoint(tokens(begins))


def _is_theirs(block: Block, who: str, columns: Sequence[ColumnLook]) -> bool:
    fields = {_field(said): at for at, said in block.items()}
    other = "Victim" if who == "Offender" else "Offender"
    is_others = any(_field(said.replace(who, other, 1)) in _KEPT_OF[other] for said in block.values())
    is_named = _NAMES[who] in fields and is_without_figures(columns[fields[_NAMES[who]]])
    return is_named and len(fields.keys() & _KEPT_OF[who]) >= _FEWEST and not is_others


def _field(heading: str) -> str:
    near = nearest_phrase(heading) or nearest_phrase(in_common_words(heading))
    return near[0].use.field if near else ""
