"""The select that asks how a column's dates or names are written, and what each answer would come to."""

from collections.abc import Iterator

from scrutiny_app.domain.cases import Kind
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.styles import DATE_STYLES, NAME_STYLES
from scrutiny_app.domain.styling import counted_days, would_reject

STYLES = {Kind.DATE: DATE_STYLES, Kind.PERSON: NAME_STYLES, Kind.PEOPLE: NAME_STYLES}
HOW = {Kind.DATE: "How are the dates in “{}” written?", Kind.PERSON: "How are the names in “{}” written?"}
HOW[Kind.PEOPLE] = HOW[Kind.PERSON]
UNSAID = "select"  # where a column's values do not say; "" is an answer


def styles_offered(look: ColumnLook, kind: Kind) -> Iterator[tuple[str, str]]:
    """Offer each way of writing; where some of a column's dates would be refused by it, with how many."""
    for style, words in STYLES[kind].items():
        lost = would_reject(look, style) if kind is Kind.DATE else 0
        yield style, f"{words} (rejects {lost:,} row{'s' * (lost != 1)})" if lost else words


def both_days(look: ColumnLook, *, from_1904: bool = False) -> str:
    """Say which day a column's number is by either way of counting, so that it can be compared.

    A file that itself counts from 1904 has one way.
    """
    if (found := counted_days(look)) is None:
        return ""
    sample, usual, old_mac = found
    if from_1904:
        return (
            f"{sample} is {old_mac:%d/%m/%Y}, for this workbook counts its days from 1904. "
            "Compare with that case in the records system."
        )
    return (
        f"{sample} is {usual:%d/%m/%Y} by Excel’s numbers, and {old_mac:%d/%m/%Y} by those of an old Mac. "
        "Compare with that case in the records system."
    )
