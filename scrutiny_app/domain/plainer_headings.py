"""What a heading says beside its neighbours: without the record's name that begins many, and with the role of its own.

"OCC START DATE/TIME" among other columns of OCC is a start date. A short form that stands before a date of birth or a
sex is the offender's, for nothing is kept of an officer's: so "OFFR_NM" beside "OFFR_DOB" is the offender's name.
"""

import re
from collections import Counter
from collections.abc import Sequence

from scrutiny_app.domain.likeness import PEOPLE, tokens

_FIRST = re.compile(r"([A-Za-z]{2,20}|[A-Za-z]{1,3}\d)([\s_.:-]+)(?=[A-Za-z])")
_LAST_DAY = re.compile(r"(?:end|to|until|last)\b", re.IGNORECASE)  # of what is recorded, and not of the case
_DAY_AND_TIME = re.compile(r"\bdate ?(?:/|&|and|_|-)? ?time\b", re.IGNORECASE)
_OF_RECORDS = frozenset(
    "occ occurrence case cases crime incident inc investigation inv record rec rpt event enquiry log tbl dw src "
    "oocd oocr ooc crm rms sys system source db athena niche connect nec cris bi data".split()
)
_FEWEST = 3  # headings that a name of the record begins
_NOT_OF_OFFICERS = frozenset("birth sex ethnicity age".split())
_OF_OFFENDERS = frozenset("offdr offndr ofndr ofdr".split())
_OF_EITHER = frozenset("offr offcr ofcr ofr".split())  # an offender, or an officer
_OF_OFFENCES_TOO = "off"
_OF_PEOPLE = frozenset("surname forename name birth sex ethnicity age address postcode telephone mobile mail".split())


def with_roles(headings: Sequence[str]) -> list[str]:
    """Give headings with a short form of somebody written out, where its neighbours tell who that is."""
    firsts = [_first(heading) for heading in headings]
    offenders = _OF_OFFENDERS | {
        first
        for heading, first in zip(headings, firsts, strict=True)
        if first in _OF_EITHER | {_OF_OFFENCES_TOO} and not tokens(heading).isdisjoint(_NOT_OF_OFFICERS)
    }
    return [
        f"Offender{heading[len(first) :]}" if first in offenders and _may_be_persons(heading, first) else heading
        for heading, first in zip(headings, firsts, strict=True)
    ]


def _may_be_persons(heading: str, first: str) -> bool:
    """Say whether a heading is not rather of the offence: "OFF_SEX" is of a person, and "OFF_DT" is none of theirs."""
    return first != _OF_OFFENCES_TOO or not tokens(heading).isdisjoint(_OF_PEOPLE)


def plainer(headings: Sequence[str]) -> list[str]:
    """Give headings without the record's name that begins several of them, and a "date/time" as a date."""
    firsts = [_first(heading) for heading in headings]
    counts = Counter(firsts)
    shared = {first for first in firsts if counts[first] >= _FEWEST and _names_a_record(first)}
    return [_day(_without(heading, first, shared)) for heading, first in zip(headings, firsts, strict=True)]


def _first(heading: str) -> str:
    """Give the first word of several, in small letters; empty where a heading is one word."""
    match = _FIRST.match(heading)
    return match[1].casefold() if match else ""


def _names_a_record(first: str) -> bool:
    return first in _OF_RECORDS or (len(first) <= _FEWEST and any(map(str.isdigit, first)))


def _without(heading: str, first: str, shared: set[str]) -> str:
    match = _FIRST.match(heading)
    if match is None or first not in shared or _LAST_DAY.match(heading, match.end()):
        return heading
    return heading[match.end() :]


def _day(heading: str) -> str:
    return _DAY_AND_TIME.sub("date", heading) if PEOPLE.isdisjoint(tokens(heading)) else heading
