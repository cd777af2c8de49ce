"""Rejecting a row whose victim's name may be an organisation's, where nobody has seen it before it would be loaded.

A file of a known layout is read without a page to confirm; and a rejected row says of such a name what else is to mend.
"""

from collections.abc import Callable, Iterator, Sequence

from scrutiny_app.domain.batches import FoundCase
from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Cell, class_of
from scrutiny_app.domain.faults import ADVICE, Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.known_names import KnownNames
from scrutiny_app.domain.looking import SheetLook
from scrutiny_app.domain.name_evidence import names_to_judge
from scrutiny_app.domain.no_victim import NAMES as VICTIMS
from scrutiny_app.domain.several_people import is_place
from scrutiny_app.domain.trial import RIGHTLY
from scrutiny_app.domain.uses import Mapping, Part, Use, placed

_FAULT = Fault.PERHAPS_ORGANISATION


def organised_names(sheet: SheetLook, mapping: Mapping, load: Callable[[], KnownNames]) -> tuple[str, ...]:
    """Give the victims' names that may be organisations', of those that a person's could be written otherwise.

    The lists of names are loaded only where there is a name to hold against them.
    """
    judged = [
        (name, may_be)
        for name, may_be in names_to_judge(sheet, mapping)
        if "," not in name or is_place(name.partition(",")[2].strip())
    ]
    known = load() if judged else None
    return tuple(dict.fromkeys(name for name, may_be in judged if known and may_be(name, known)))


class OrganisedNames:
    """Rejects the rows with such names, unless a person has confirmed them."""

    def __init__(self, names: Sequence[str], mapping: Mapping, headings: Sequence[str], *, confirmed: bool) -> None:
        self._names, self._confirmed = frozenset(names), confirmed
        columns = placed(mapping.uses, headings) if names else {}
        self._places = [(name, at) for name in VICTIMS for at, use in columns.get(name, ()) if use.part is Part.WHOLE]

    def seen_in(
        self, number: int, row: Sequence[Cell], checked: FoundCase | list[Problem]
    ) -> FoundCase | list[Problem]:
        """Give what becomes of a row: rejected for such a name, or for what it is rejected for already and that too."""
        wrong = [*self._wrong_with(number, row)]
        if not wrong or (isinstance(checked, list) and not _is_to_mend(checked)):
            return checked
        if isinstance(checked, list):
            return [*checked, *wrong]
        return checked if self._confirmed else wrong

    def _wrong_with(self, number: int, row: Sequence[Cell]) -> Iterator[Problem]:
        for name, at in self._places:
            cell = row[at] if at < len(row) else None
            if isinstance(cell, str) and " ".join(cell.split()) in self._names:
                yield Problem(number, COLUMN[name].heading, _FAULT, class_of(cell), ADVICE[_FAULT])


class SaidOrganisations:
    """Ends the names that a person has said to be organisations' with a comma, as a file would write them."""

    def __init__(
        self, names: Sequence[str], uses: dict[str, tuple[Use, ...]], headings: Sequence[str], fields: Sequence[str]
    ) -> None:
        self._names = frozenset(names)
        columns = placed(uses, headings) if names else {}
        self._places = [at for name in fields for at, use in columns.get(name, ()) if use.part is Part.WHOLE]

    def ended(self, row: list[Cell]) -> list[Cell]:
        """Give a row with such names ended."""
        if not self._places:
            return row
        row = [*row]
        for at in self._places:
            cell = row[at] if at < len(row) else None
            if isinstance(cell, str) and " ".join(cell.split()) in self._names:
                row[at] = f"{cell.rstrip()},"
        return row


NOTHING_SAID = SaidOrganisations((), {}, (), ())


def _is_to_mend(problems: Sequence[Problem]) -> bool:
    return not any(problem.code in RIGHTLY or problem.code == Fault.TOTALS for problem in problems)
