"""Looking at a file: what its columns are headed and hold, before anything is loaded."""

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.conditions_each_row import CaseLines, said_of_lines
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.heading_rows import NoHeadings
from scrutiny_app.domain.lines_read import LinesSeen
from scrutiny_app.domain.lines_recognised import lines_of
from scrutiny_app.domain.looking import ConditionsSeen, Look, Looker, SheetLook
from scrutiny_app.domain.mended import is_own_sheet
from scrutiny_app.domain.numbered_pairs import known_pair, numbering_pair
from scrutiny_app.domain.paired_columns import Pair, known_pairs, pairs_in
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.domain.sheet_keys import numbering
from scrutiny_app.domain.sheets_sought import NOTHING_SOUGHT, Sought
from scrutiny_app.domain.words_beside import words_beside
from scrutiny_app.files.reading_choosing import Found, find_sheets
from scrutiny_app.files.reading_codes import code_lists
from scrutiny_app.files.reading_conditions import Beside, Conditions
from scrutiny_app.files.reading_headings import Headed, shown
from scrutiny_app.files.reading_joins import join_of
from scrutiny_app.files.reading_lines import joined_lines
from scrutiny_app.files.reading_paired import paired
from scrutiny_app.files.reading_top import POINT_THERE, headless, top_of
from scrutiny_app.files.reading_unread import CaseNumbers, about_cases
from scrutiny_app.files.tables import MOST_ROWS, Opened

EVERY = 5000  # rows between one word on how far it has come and the next
FIRST = 500  # rows that tell whether two columns say something together
ALWAYS = 20  # rows from which there are samples however few are asked for


def look_at(opened: Opened, rows: int | None, said: Callable[[float], None], sought: Sought = NOTHING_SOUGHT) -> Look:
    """Look at a file's sheets, at all of their rows or at so many; `sought` tells which are known or wanted.

    Where all rows are wanted and no headings are found, the first rows alone are given: somebody may point at them.
    """
    try:
        found = find_sheets(opened, sought)
    except NoHeadings as none:
        if rows is not None:
            raise Refused(f"{none.message} {POINT_THERE}") from None
        if found_none := headless(opened):
            return found_none
        raise
    pairs = known_pairs(found.cases.headings, sought.known)
    if not pairs and rows is None and not sought.knows_all(found.cases.headings):
        pairs = pairs_in(_look(found.cases, FIRST, lambda share: None))
    numbered_by = _numbered_by(found.cases, sought, rows)
    found = replace(found, cases=paired(found.cases, pairs, numbered_by))
    conditions, seen = _conditions(found.conditions, found.cases)
    unread = (*found.unread, *([found.conditions.sheet] if found.conditions and not seen else []))
    numbers = CaseNumbers() if unread and rows is None else None
    beside = Beside(conditions, seen, found.cases, None) if conditions and seen else None
    lines = None if numbered_by else _lines(found.cases, sought)
    cases = _look(found.cases, rows, said, numbers, beside, lines)
    parties = _look(found.parties, rows, lambda share: None) if found.parties else None
    if cases.rows == 0:
        raise Refused("The file has headings but no rows. Export it again from the records system.")
    about = about_cases(unread, numbers, found.cases.headings) if numbers else []
    told = {one.sheet for one in about}
    unsaid = [one for one in unread if one.name not in told and not is_own_sheet(one.name, found.cases.headings)]
    codes = code_lists(unsaid) if rows is None else ()
    left_out = _left_out(opened, [sheet.name for sheet in unsaid], {one.sheet for one in codes})
    return Look(
        cases,
        parties,
        left_out=(*left_out, *_hidden(found.cases)),
        conditions=seen,
        about_cases=tuple(one.in_words() for one in about),
        people_by=_people_by(found, rows),
        together=found.together,
        offered=found.offered,
        pairs=tuple(pairs),
        numbered_by=numbered_by,
        top=top_of(opened, cases.name) if rows is None else (),
        lines=lines,
        codes=codes,
    )


def _numbered_by(cases: Headed, sought: Sought, rows: int | None) -> Pair | None:
    """Give the two columns that are the case number together: as a layout knows them, or as all rows show."""
    headings = told_apart(cases.headings)
    if known := known_pair(headings, sought.known):
        return known
    if rows is not None or sought.knows_all(cases.headings):
        return None
    return numbering_pair(headings, _below(cases, quickly=True))


def _lines(cases: Headed, sought: Sought) -> LinesSeen | None:
    """Say how several lines are read as one case: as a layout knows it, or as the first rows show."""
    layout = sought.known_of(cases.headings)
    return lines_of(told_apart(cases.headings), _below(cases, quickly=True), layout.lines if layout else None)


def _conditions(one: Headed | None, cases: Headed) -> tuple[Conditions | None, ConditionsSeen | None]:
    """Read the sheet of conditions, and say how it is joined to the cases, if it is."""
    by = join_of(one, numbering(told_apart(one.headings), cases.headings), cases) if one else None
    if one is None or by is None:
        return None, None
    conditions = Conditions(one, by[0])
    return conditions, conditions.seen(cases, by[1])


def _people_by(found: Found, rows: int | None) -> tuple[str, str] | None:
    """Give the headings, on the sheet of people and on that of the cases, by which the people are joined to them."""
    one, cases = found.parties, found.cases
    if one is None or rows is not None:
        return None
    by = join_of(one, numbering(told_apart(one.headings), cases.headings), cases)
    return (told_apart(one.headings)[by[0]], told_apart(cases.headings)[by[1]]) if by else None


def _hidden(one: Headed) -> Iterator[str]:
    notes = [*one.sheet.aside(one.cells), *one.sheet.notes]
    yield from (
        f"The column “{note.column}” is hidden, and is not read." for note in notes if note.code == Fault.HIDDEN_COLUMN
    )
    for code, what in ((Fault.HIDDEN_ROW, "hidden row"), (Fault.COMMENT, "comment")):
        if count := sum(note.code == code for note in notes):
            yield f"{count:,} {what}{'s are' if count > 1 else ' is'} not read."


def _look(
    one: Headed,
    rows: int | None,
    said: Callable[[float], None],
    numbers: CaseNumbers | None = None,
    beside: Beside | None = None,
    lines: LinesSeen | None = None,
) -> SheetLook:
    headings = [*one.headings, *(beside.headings if beside else ())]
    looker = Looker(one.sheet.name, one.row, headings, from_1904=one.sheet.from_1904)
    quickly = rows is not None  # merged cells are known only once the whole sheet has gone by
    below = _cases_below(one, quickly, lines)
    for number, row in enumerate(islice(below, max(rows, ALWAYS) if rows is not None else None), 1):
        if numbers is not None:
            numbers.see(row)
        looker.see(beside.row(row) if beside else row)
        if number % EVERY == 0:
            said(one.sheet.share())
        if number > MOST_ROWS:
            raise Refused(f"The file has more than {MOST_ROWS:,} rows. Import it in parts.")
    look = replace(looker.look(), pointed=one.pointed)
    if quickly:
        return look
    words = [column.words for column in look.columns[: len(one.headings)]]
    return replace(look, beside=words_beside(told_apart(one.headings), words, _below(one, quickly=True), look.rows))


def _cases_below(one: Headed, quickly: bool, lines: LinesSeen | None) -> Iterator[list[Cell]]:
    """Yield a row a case, where several lines are read as one."""
    rows = _below(one, quickly)
    read = said_of_lines(lines, joined=True)
    if read is None:
        return rows
    by = CaseLines(read, one.headings, from_1904=one.sheet.from_1904)
    return (row for _, row in joined_lines(one, enumerate(rows, 1), by))


def _below(one: Headed, quickly: bool) -> Iterator[list[Cell]]:
    width = len(one.headings)
    for number, cells in one.sheet.rows(0 if quickly else one.row):
        if number > one.row:
            row = shown(one.sheet, cells)[:width]
            yield [*row, *[""] * (width - len(row))]


def _left_out(opened: Opened, unread: Sequence[str], listing: Container[str] = ()) -> Iterator[str]:
    for name in opened.hidden:
        yield f"The sheet “{name}” is hidden, and is not read."
    for name in unread:
        if name in listing:
            yield f"The sheet “{name}” lists codes: what it says of one is shown where that is asked about."
        else:
            yield f"The sheet “{name}” is not read."
