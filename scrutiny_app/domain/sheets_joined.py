"""What of a file's sheets with the same headings a person must confirm, and what is kept of it with the layout."""

from scrutiny_app.domain.looking import Look
from scrutiny_app.domain.sheets_read import SheetsRead
from scrutiny_app.domain.sheets_sought import are_same, is_set_aside
from scrutiny_app.domain.uses import Mapping


def sheets_read(seen: Look) -> SheetsRead:
    """Say how sheets with the same headings are read; nothing, where there is one alone."""
    if seen.together:
        return SheetsRead.TOGETHER
    headings = [column.heading for column in seen.cases.columns]
    others = (one for one in seen.offered if not one.is_read and are_same(one.headings, headings))
    return SheetsRead.APART if any(not is_set_aside(one.name) for one in others) else SheetsRead.UNSAID


def leaves_sheets_open(mapping: Mapping, seen: Look) -> bool:
    """Say whether somebody must choose among sheets with the same headings: nobody has, or one alone was chosen."""
    return sheets_read(seen) not in (SheetsRead.UNSAID, mapping.sheets) or sheets_read(seen) is SheetsRead.APART
