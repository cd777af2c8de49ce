"""Knowing what reports put under their last case: a row of totals, or a line such as "Report generated on".

Only what could be no case is one: it has no case number, no day and no word of its own. All else is checked as a case.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from scrutiny_app.domain.cases import COLUMNS
from scrutiny_app.domain.cell_words import MERGED_CELL
from scrutiny_app.domain.cells import FORMULA_CELL, Cell
from scrutiny_app.domain.ticks import answers_of

_TOTAL = re.compile(
    r"(?:(?:grand|sub|over ?all|report|page|sheet|running)[ -]?)?totals?(?: (?:number |no\.? )?(?:of )?"
    r"(?:rows?|records?|cases?|count|disposals?|outcomes?|investigations?|crimes?|offences?|occurrences?|referrals?|"
    r"entries|offenders?|people|persons?|nominals?|participants?|resolutions?|cautions?|clearances?|detections?|"
    r"forms?|results?|items?|lines?))?(?: (?:listed|shown|found|returned|reported|recorded|extracted|exported|"
    r"(?:in|on|for) (?:the |this )?(?:list|report|table|extract|export|file|period|month|quarter|year)))?"
    r"(?: ?[:=])?(?: ?[\d,]{1,9})?[.,]?"
    r"|(?:(?:year|month|week|quarter)[ -]to[ -]date|ytd|cyfanswm)(?: totals?)?(?: ?[:=])?(?: ?[\d,]{1,9})?,?"
    r"|(?:(?:row|record|case) )?(?:count|sum)(?: ?[:=])?(?: ?[\d,]{1,9})?,?"
    r"|(?:number|no\.?) of (?:rows|records|cases)(?: ?[:=])?(?: ?[\d,]{1,9})?,?",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"\bend of (?:report|file|data|extract|list)|\b(?:generated|printed|produced|exported|extracted|report run|run) "
    r"(?:on|by|at|from|date|:|\d)|\b(?:report|data|run|print) ?(?:date|time|source|as at)\b|"
    r"^(?:source|notes?|key|filters?(?: applied)?|parameters|criteria|caveats?)\s*:|\bplease note\b|"
    r"\bofficial(?:[ -]+sensitive)?\b|\brestricted\b|\bconfidential\b|\bpage \d+ of \d+|"
    r"\bdata (?:correct )?as at\b|©|[*=_-]{3,}|\breport (?:filters?|parameters?)\b|^run (?:by|at|on)\b|"
    r"\b(?:cynhyrchwyd|argraffwyd|allforiwyd|paratowyd) (?:gan|ar|o)\b|"
    r"\bdiwedd (?:yr )?adroddiad\b|^nodiadau\b|^ffynhonnell\b|^\* ",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"[^\W\d_][^\d]{1,38}(?: (?:19|20)\d\d|[ '’-]\d\d?)?|(?:19|20)\d\d|"
    r"(?:q|qtr|quarter) ?[1-4](?:\W{0,3}\d\d(?:\d\d)?){0,2}|(?:w/?[ce]|wk|week)\b.{1,30}|\d{1,2}/(?:19|20)\d\d",
    re.IGNORECASE,
)  # "May", "May 2026", "Week 3"
_NARROWEST = 4  # columns, below which a text alone is nothing unusual
_HEADING = "a heading over the rows below it"
_REFERENCES = ("case_number", "crime_number")
_SENTENCE = 5  # words: no case or crime number has so many
_NUMBER = re.compile(r"-?[\d,]{1,12}(?:\.\d+)?%?")
_BLANKS = frozenset({"", "-", "–", "—"})
_SAME_IN_ALL = frozenset({"force", "disposal", "outcome_code", "offence_group"})  # what a layout may add to any row
_NO = {field.name: answers[1] for field in COLUMNS if (answers := answers_of(field))}  # a layout may make a blank that
_FIRST_YEAR = 1960  # of a day that may be meant; Excel's numbers below some 22,000 are days before it
_MOST_IN_FOOTER = 2  # cells
_FEWEST = 2  # numbers, where no word says that they are totals


def column_of_totals(cells: Mapping[str, Cell]) -> str | None:
    """Name the column by which a row, its cells by field, is known to be one of totals; None where it may be a case."""
    filled = {name: cell for name, cell in cells.items() if not _is_blank(cell) and _NO.get(name) != cell}
    if (footer := _column_of_footer(filled)) is not None:
        return footer
    word = next((name for name, cell in filled.items() if _is_total(cell)), None)
    if word is not None:
        others = (cell for name, cell in filled.items() if name != word and name not in _SAME_IN_ALL)
        return word if all(map(_may_be_total, others)) else None
    numbers = [name for name, cell in filled.items() if _is_number(cell)]
    alone = "case_number" not in filled and len(numbers) == len(filled) >= _FEWEST
    return numbers[0] if alone and not any("date" in name or "born" in name for name in numbers) else None


def said_of_row(cells: Mapping[str, Cell]) -> str:
    """Say what a row is that was found to be no case: a footer, one of totals, or a heading over others."""
    filled = {name: cell for name, cell in cells.items() if not _is_blank(cell) and _NO.get(name) != cell}
    is_footer = _column_of_footer(filled) is not None and not any(map(_is_total, filled.values()))
    is_heading = len(filled) == 1 and not is_footer and not any(map(_is_total, filled.values()))
    what = "a footer under the cases" if is_footer else _HEADING if is_heading else "a row of totals"
    return f"what looks like {what}; not loaded"


def _column_of_footer(filled: Mapping[str, Cell]) -> str | None:
    """Name the column of a footer: words that say so in a row that holds nothing else, or a day or number at most."""
    own = {name: cell for name, cell in filled.items() if name not in _SAME_IN_ALL}
    texts = [(name, cell) for name, cell in own.items() if isinstance(cell, str) and not _is_number(cell)]
    if len({text for _, text in texts}) != 1 or len(set(own.values())) > _MOST_IN_FOOTER:  # a cell may fill two fields
        return None
    name, text = texts[0]
    is_sentence = name in _REFERENCES and len(text.split()) >= _SENTENCE
    return name if is_sentence or _FOOTER.search(text.strip()) else None


def is_below_cases(row: Sequence[Cell]) -> bool:
    """Say of a file's last row, as it stands there, whether it is one of totals or a footer, and no case."""
    filled = [cell for cell in row if not _is_blank(cell)]
    texts = [cell for cell in filled if isinstance(cell, str) and not _is_number(cell)]
    others_may_be = all(_may_be_total(cell) for cell in filled if cell not in texts)
    if len(texts) == 1 and _is_total(texts[0]):
        return others_may_be
    if _are_counts(filled, len(row)):
        return True
    if is_sentence_alone(row):
        return True
    return bool(texts) and len(filled) <= _MOST_IN_FOOTER and _FOOTER.search(texts[0].strip()) is not None


def is_sentence_alone(row: Sequence[Cell]) -> bool:
    """Say whether a row holds nothing but one sentence, such as a note on the data."""
    filled = [cell for cell in row if not _is_blank(cell)]
    alone = filled[0] if len(filled) == 1 and len(row) >= _NARROWEST else None
    return isinstance(alone, str) and len(alone.split()) >= _SENTENCE


def _are_counts(filled: Sequence[Cell], width: int) -> bool:
    """Say whether a row begins with a total and its number, and says little else: "TOTAL", 36, "CR", 19."""
    begins = len(filled) >= _FEWEST and _is_total(filled[0]) and _is_number(filled[1])
    return begins and len(filled) * 2 <= width and not any(isinstance(cell, date | datetime) for cell in filled)


def is_section(row: Sequence[Cell]) -> bool:
    """Say whether a row is a heading over the rows below it, such as "FEBRUARY": one text, or one cell over all."""
    if len(row) >= _NARROWEST and row.count(MERGED_CELL) >= _NARROWEST:
        return all(cell == MERGED_CELL or cell is None or cell == "" for cell in row)
    alone: Cell = None
    for cell in row:
        if cell is None or cell == "":
            continue
        if alone is not None or not isinstance(cell, str):
            return False
        alone = cell
    return len(row) >= _NARROWEST and isinstance(alone, str) and _SECTION.fullmatch(" ".join(alone.split())) is not None


def place_below_cases(row: Sequence[Cell]) -> int | None:
    """Find the cell, from 0, by which a row as it stands is seen to be no case; None where it may be one."""
    if not (is_below_cases(row) or is_section(row)):
        return None
    return next(
        at
        for at, cell in enumerate(row)
        if cell == MERGED_CELL or (isinstance(cell, str) and not (_is_blank(cell) or _is_number(cell)))
    )


def _is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and cell.strip() in _BLANKS)


def _is_total(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return False
    text = " ".join(cell.split())
    return _TOTAL.fullmatch(text) is not None or (" / " in text and all(map(_TOTAL.fullmatch, text.split(" / "))))


def _is_number(cell: Cell) -> bool:
    if isinstance(cell, str):
        return _NUMBER.fullmatch(cell.strip()) is not None
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _may_be_total(cell: Cell) -> bool:
    """Say whether a cell can stand beside the word: a number, a sum, or a count that its layout reads as a day."""
    if isinstance(cell, date | datetime):
        return cell.year < _FIRST_YEAR
    return _is_number(cell) or _is_total(cell) or cell == FORMULA_CELL
