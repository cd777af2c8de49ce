"""Headings of the last day of an offence, as beside "Committed from": the first is loaded, and this fills nothing."""

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.likeness import pieces_of, tokens
from scrutiny_app.domain.synonyms import PHRASES

LAST_DAY = "it is the last day of the offence, of which the first is loaded: leave it out"
_ENDS = frozenset("end ended ends to until till finish finished latest".split())
_OFFENCES = frozenset("offence offences occurrence occurred incident crime committed".split())
_DAYS = frozenset("date time dates".split())


def is_last_day(heading: str) -> bool:
    """Say whether a heading is of the last day of an offence: "OCC_END_DT", "Offence Committed To"."""
    if fold(heading) in PHRASES or _ENDS.isdisjoint(pieces_of(heading)):
        return False
    rest = tokens(heading) - _ENDS - _DAYS
    return bool(rest) and rest <= _OFFENCES
