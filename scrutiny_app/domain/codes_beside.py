"""Holding what a word for the disposal seems to mean against the outcome codes beside it in a file's first rows.

Neither is ever derived from the other: a suggestion that most codes beside it speak against is no more made.
"""

from collections import Counter
from collections.abc import Sequence

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Cell, fold
from scrutiny_app.domain.contradictions import COUNTED_AS, outcome_code
from scrutiny_app.domain.joined_cells import text_shown
from scrutiny_app.domain.looking import SheetLook
from scrutiny_app.domain.uses import Mapping, word_key
from scrutiny_app.domain.wording import meaning, outcome_known
from scrutiny_app.domain.written_cells import unwritten

Word = tuple[str, int, str | None]


def held_against_codes(words: Sequence[Word], sheet: SheetLook, at: int, mapping: Mapping) -> tuple[Word, ...]:
    """Withdraw what the disposals' words of the column in that place may mean where the codes beside say otherwise."""
    codes = _codes_beside(sheet, at, mapping)
    return tuple(
        (word, count, None if meant and _is_denied(meant, codes.get(word_key(word), Counter())) else meant)
        for word, count, meant in words
    )


def _codes_beside(sheet: SheetLook, at: int, mapping: Mapping) -> dict[str, Counter[str]]:
    """Count the outcome codes beside each word, as far as they are known."""
    beside = next((place for place, column in enumerate(sheet.columns) if _holds_codes(column.heading, mapping)), None)
    constant = mapping.constants.get("outcome_code")
    found: dict[str, Counter[str]] = {}
    for row in sheet.first:
        code = constant or (_code(_text(row, beside), mapping) if beside is not None else None)
        if code:
            found.setdefault(word_key(_text(row, at)), Counter())[code] += 1
    return found


def _holds_codes(heading: str, mapping: Mapping) -> bool:
    return any(use.field == "outcome_code" for use in mapping.uses.get(fold(heading), ()))


def _text(row: Sequence[object], at: int) -> str:
    cell: Cell = unwritten(row[at]) if at < len(row) else None
    return text_shown(cell) or ""


def _code(text: str, mapping: Mapping) -> str | None:
    said = mapping.words.get("outcome_code", {}).get(word_key(text))
    if said is not None:
        return said
    return outcome_code(text) if outcome_known(text) else meaning(COLUMN["outcome_code"], text)


def _is_denied(disposal: str, codes: Counter[str]) -> bool:
    """Say whether most of the codes beside a word, of those that count disposals, count others than this one."""
    counting = {code: count for code, count in codes.items() if code in COUNTED_AS}
    against = sum(count for code, count in counting.items() if disposal not in COUNTED_AS[code])
    return 2 * against > sum(counting.values())
