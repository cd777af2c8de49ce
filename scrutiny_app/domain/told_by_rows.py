"""What other columns say in each row of a word that is not known: the offence beside its group, a victim who is named.

A code for a group of offences stands beside offences of that group alone. What answers whether the victim was asked,
and stands in all the rows that name no victim and in no other, says that there is none.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from scrutiny_app.domain.cases import COLUMN, Field
from scrutiny_app.domain.cells import Cell, fold
from scrutiny_app.domain.joined_cells import text_shown
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.naming import is_nobody
from scrutiny_app.domain.no_victim import FACT, FACT_CODE, NAMES, is_no_victim
from scrutiny_app.domain.offence_words import is_wider_group
from scrutiny_app.domain.uses import Mapping, word_key
from scrutiny_app.domain.word_questions import Told
from scrutiny_app.domain.written_cells import unwritten

_GROUP, _TITLE = COLUMN["offence_group"], "offence_title"
_NO_VICTIM = {FACT: FACT_CODE, "victim_agreed": ""}
_OTHERS = ("oth", "misc", "mixed", "various")  # what is of no group this month may be of another the next
_OF_VICTIM = re.compile(
    r"\b(?:vic(?:tim)?s?\d?|v[123]?|ips?|inj(?:ured)?|agg(?:rieved)?|complainant|losers?|organi[sz]ations?|orgs?|business|"
    r"company|firm|store|shop)\b",
    re.IGNORECASE,
)
_FEWEST = 2  # rows without a victim
_SHOWN = 2  # offences
Meaning = Callable[[Field, str], str | None]


def told_by_rows(
    field: Field, column: ColumnLook, sheet: SheetLook, mapping: Mapping, meaning: Meaning
) -> dict[str, Told]:
    """Give by their keys what the rows say of the words of a column; `meaning` gives what a wording surely means."""
    if column not in sheet.columns:
        return {}
    at, is_whole = sheet.columns.index(column), len(sheet.first) >= sheet.rows
    if field == _GROUP and (title := _places(sheet, mapping, _TITLE)) not in ([], [at]):
        return dict(_by_offences(_beside(sheet, at, title), sheet.columns[title[0]].heading, meaning, is_whole))
    names = [place for name in NAMES for place in _places(sheet, mapping, name)]
    if field.name in _NO_VICTIM and names:
        beside = _beside(sheet, at, [*names, *_of_victims_unread(sheet, mapping)])
        return dict(_without_victim(beside, _NO_VICTIM[field.name], is_whole))
    return {}


def _places(sheet: SheetLook, mapping: Mapping, name: str) -> list[int]:
    return [
        at
        for at, column in enumerate(sheet.columns)
        if any(use.field == name for use in mapping.uses.get(fold(column.heading), ()))
    ]


def _of_victims_unread(sheet: SheetLook, mapping: Mapping) -> Iterator[int]:
    """Yield the columns of victims and organisations that are not loaded: somebody may be named there all the same."""
    for at, column in enumerate(sheet.columns):
        if not mapping.uses.get(fold(column.heading)) and _OF_VICTIM.search(column.heading.replace("_", " ")):
            yield at


def _beside(sheet: SheetLook, at: int, others: list[int]) -> dict[str, Counter[str]]:
    """Count what stands beside each word of a column, by the words' keys."""
    found: dict[str, Counter[str]] = {}
    for row in sheet.first:
        cells: list[Cell] = [unwritten(row[place]) if place < len(row) else None for place in (at, *others)]
        word, *beside = (" ".join((text_shown(cell) or "").split()) for cell in cells)
        text = next(filter(_is_named, beside), "") if len(others) > 1 else beside[0]
        found.setdefault(word_key(word), Counter())[text] += 1
    return found


def _by_offences(
    beside: dict[str, Counter[str]], heading: str, meaning: Meaning, is_whole: bool
) -> Iterator[tuple[str, Told]]:
    for key, offences in beside.items():
        groups = {meaning(_GROUP, offence) for offence in offences if offence}
        known = groups - {None}
        if not key or len(known) != 1:
            continue
        is_sure = is_whole and groups == known and not key.startswith(_OTHERS) and not is_wider_group(key)
        told = ", ".join(offence for offence, _ in offences.most_common(_SHOWN) if offence)
        more = " and others" if len(offences) > _SHOWN else ""
        yield key, Told(f"Beside it in “{heading[:60]}”: {told}{more}.", told, known.pop(), is_sure, by_rows=True)


def _without_victim(beside: dict[str, Counter[str]], code: str, is_whole: bool) -> Iterator[tuple[str, Told]]:
    """Tell of the one word that stands in all the rows that name nobody, and in none that names somebody."""
    named = {key: sum(count for name, count in names.items() if _is_named(name)) for key, names in beside.items()}
    without = [key for key, names in beside.items() if key and named[key] < names.total()]
    if len(without) == 1 and not named[without[0]] and any(named.values()):
        rows = beside[without[0]].total()
        sentence = f"No victim is named in any of its {rows:,} row{'s' * (rows != 1)}, and one is in all others."
        yield without[0], Told(sentence, "no victim is named", code, is_whole and rows >= _FEWEST, by_rows=True)


def _is_named(name: str) -> bool:
    return bool(name) and not is_nobody(name) and not is_no_victim(name)
