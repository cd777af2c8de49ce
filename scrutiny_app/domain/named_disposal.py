"""Which one disposal the words about a file name: its own name, those of its sheets, its titles and its headings.

"CR_log.xlsx" with "COMMUNITY RESOLUTIONS - JUNE" above the headings names one. It is only offered first: rows
of another may stand in any file. "CR level" over cells of which half are blank names only what the others have.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scrutiny_app.domain.likeness import tokens
from scrutiny_app.domain.looking import Look
from scrutiny_app.domain.vocabulary import KEYWORDS
from scrutiny_app.domain.wording import code_of_disposal


@dataclass(frozen=True)
class NamedDisposal:
    """The disposal that is named, the outcome code that counts it alone, if one does, and the words that name it."""

    disposal: str
    outcome_code: str | None
    words: str
    is_file_name: bool = False


def named_disposal(look: Look, file_name: str) -> NamedDisposal | None:
    """Give the one disposal that is named anywhere about the rows; None where none is, or several are."""
    found = {code: text for text in reversed(list(_texts(look, file_name))) for code in _named_in(text)}
    if len(found) != 1:
        return None
    ((code, text),) = found.items()
    return NamedDisposal(code, code_of_disposal(code), text, text == file_name)


def _texts(look: Look, file_name: str) -> Iterator[str]:
    for row in look.top:
        if row.number < look.cases.heading_row:
            yield from row.cells
    yield file_name
    yield from look.together or (look.cases.name,)
    named = (column.heading for column in look.cases.columns if 2 * column.filled > look.cases.rows)
    yield from (heading for heading in named if "reference" not in tokens(heading))  # "CR No" is a crime's number


def _named_in(text: str) -> Iterator[str]:
    plain = text.replace("_", " ").replace(".", " ")
    return (code for pattern, code in KEYWORDS["disposal"] if pattern.search(plain))
