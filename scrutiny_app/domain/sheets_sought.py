"""Which of a workbook's sheets hold its cases: as somebody has chosen, as a layout knows them, or as they look.

Several sheets with the same headings, one a month or one an area, are read as one list of cases once that is confirmed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Cell, fold
from scrutiny_app.domain.lines_read import LinesRead
from scrutiny_app.domain.pointed_headings import Pointed
from scrutiny_app.domain.questioning import words_of
from scrutiny_app.domain.synonyms import PHRASES
from scrutiny_app.domain.uses import NEVER_LOADED
from scrutiny_app.domain.wording import meaning

_AS_CASES = 0.6  # of the headings, that are those of the cases too
_FEWEST_SAME = 3  # such headings
_KNOWN_FROM = 0.9  # of a sheet's headings, that a layout knows
_ENDED = frozenset({"disposal", "outcome_code", "disposal_date"})
_ENDED_WORDS = frozenset({"disposal", "disposals", "outcome", "outcomes", "resolution"})
_WORTH = 4  # known headings, that a sign of how cases ended counts for
_LONGEST_TRIED = 60  # characters of a column's longest words
_SET_ASIDE = re.compile(
    r"\b(?:withdrawn|archived?|old|deleted?|templates?|examples?|samples?|pending|copy|backup|tests?|drafts?|reject(?:s|ed)?|"
    r"void|cancelled|dummy|blank|charged|nfa|duplicates?|ineligible|not (?:finalised|eligible|oo?cr))\b"
)


def _keys(headings: Iterable[str]) -> set[str]:
    return {key for heading in headings if (key := fold(heading))} - NEVER_LOADED


@dataclass(frozen=True)
class LayoutSought:
    """The headings of the cases that a layout knows, folded, and whether it reads one of such sheets alone.

    `rows` are those that the headings take up, where somebody had to point at them, and `lines` those of one case.
    """

    headings: tuple[str, ...]
    apart: bool = False
    rows: int = 0
    lines: LinesRead | None = None

    def is_of(self, headings: Sequence[str]) -> bool:
        """Say whether a sheet has those headings and no others."""
        return _keys(headings) == set(self.headings)


@dataclass(frozen=True)
class Sought:
    """The sheets and the headings that somebody has chosen, if anybody has, and the layouts that are known."""

    sheets: tuple[str, ...] = ()
    layouts: tuple[LayoutSought, ...] = ()
    pointed: Pointed | None = None

    def known_of(self, headings: Sequence[str]) -> LayoutSought | None:
        """Give the first layout that knows nearly all of a sheet's headings, and most of whose own the sheet has."""
        own = _keys(headings)
        for one in self.layouts:
            both = len(own & set(one.headings))
            if both >= _KNOWN_FROM * len(own) and 2 * both > len(one.headings):
                return one
        return None

    def knows_all(self, headings: Sequence[str]) -> bool:
        """Say whether a layout has every heading of a sheet, but for our own of what is to be mended."""
        return (one := self.known_of(headings)) is not None and _keys(headings) <= set(one.headings)

    @property
    def known(self) -> frozenset[str]:
        """Give every heading that a layout knows."""
        return frozenset(heading for one in self.layouts for heading in one.headings)


NOTHING_SOUGHT = Sought()


@dataclass(frozen=True)
class SheetOffered:
    """A sheet that could hold the cases: its headings, and whether it is read as such."""

    name: str
    headings: tuple[str, ...]
    is_read: bool


def are_same(headings: Sequence[str], of_cases: Sequence[str]) -> bool:
    """Say whether most headings are those of the cases, in whatever order: then it is another sheet of cases."""
    own, theirs = ({key for one in some if (key := fold(one))} for some in (headings, of_cases))
    return len(own & theirs) >= max(_FEWEST_SAME, _AS_CASES * max(len(own), len(theirs)))


def is_set_aside(name: str) -> bool:
    """Say whether a sheet's name says that its rows are not to be read: "Withdrawn", "Template"."""
    return _SET_ASIDE.search(" ".join(name.replace("_", " ").casefold().split())) is not None


def likeness_to_cases(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    """Say how much a sheet is like one of finalised cases: by the headings that are known, and by how rows ended."""
    plain = [heading.rpartition(": ")[2] for heading in headings]
    known = {key for some in (headings, plain) for one in some if (key := fold(one)) in PHRASES}
    if any(PHRASES[key].use.field in _ENDED for key in known) or _holds_disposals(rows):
        return len(known) + 2 * _WORTH
    words = {word for heading in plain for word in words_of(heading)}
    return len(known) + (0 if words.isdisjoint(_ENDED_WORDS) else _WORTH)


def _holds_disposals(rows: Iterable[Sequence[Cell]]) -> bool:
    """Say whether a column of the first rows holds words for disposals and hardly anything else."""
    words: dict[int, set[str]] = {}
    for row in rows:
        for at, cell in enumerate(row):
            if isinstance(cell, str) and any(map(str.isalpha, cell)):
                words.setdefault(at, set()).add(cell)
    few = (some for some in words.values() if max(map(len, some)) <= _LONGEST_TRIED)
    return any(2 * sum(bool(meaning(COLUMN["disposal"], word)) for word in some) > len(some) for some in few)
