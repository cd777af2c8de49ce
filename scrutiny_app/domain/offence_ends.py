"""Headings of the first and the last day of an offence: the first is loaded, and the last fills nothing."""

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.likeness import pieces_of, tokens
from scrutiny_app.domain.synonyms import PHRASES

LAST_DAY = "it is the last day of the offence, of which the first is loaded: leave it out"
_ENDS = frozenset("end ended ends to until till finish finished latest".split())
_FIRSTS, _LASTS = frozenset("first earliest".split()), frozenset("last latest".split())  # of the days it may have been
_DONE = frozenset("committed occurred happened".split())  # a "last offence" is one of several, and no last day
_OFFENCES = frozenset("offence offences occurrence occurred incident crime committed".split())
_DAYS = frozenset("date time dates".split())
_AROUND = frozenset("the it was were is may might could can have has been be on at in of which when day".split())


def is_last_day(heading: str) -> bool:
    """Say whether a heading is of the last day of an offence: "OCC_END_DT", "Offence Committed To"."""
    if fold(heading) in PHRASES:
        return False
    if _is_one_of_days(heading, _LASTS):
        return True
    if _ENDS.isdisjoint(pieces_of(heading)):
        return False
    rest = tokens(heading) - _ENDS - _DAYS
    return bool(rest) and rest <= _OFFENCES


def is_first_day(heading: str) -> bool:
    """Say whether a heading is of the first day of an offence: "Date First Committed", "Earliest Date Committed"."""
    return fold(heading) not in PHRASES and _is_one_of_days(heading, _FIRSTS)


def _is_one_of_days(heading: str, which: frozenset[str]) -> bool:
    words = frozenset(pieces_of(heading))
    rest = words - which - _DAYS - _AROUND - _DONE
    return not words.isdisjoint(which) and not words.isdisjoint(_DONE) and rest <= _OFFENCES
