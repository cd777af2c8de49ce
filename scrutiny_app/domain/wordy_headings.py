"""Cutting a heading that is a sentence down to what it names: "Date Crime Outcome Was Finalised (Current Hierarchy)".

Reports for managers are headed so. One cut is made after another until what is left is known; where none helps, the
heading stands as it is. What is read so is never sure.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from scrutiny_app.domain.cases import FLAGS, Kind
from scrutiny_app.domain.likeness import tokens
from scrutiny_app.domain.nearest_phrases import is_age, nearest_phrase
from scrutiny_app.domain.offence_ends import is_last_day
from scrutiny_app.domain.uses import described
from scrutiny_app.domain.whose import names_another

_BRACKETS = re.compile(r"\s*\((?![^()]*(?:name|start|end|from|to|initial|final)\b)[^()]*\)\s*$", re.IGNORECASE)
_ABOUT_THE_COLUMN = re.compile(
    r"\b(?:free[ -]?text|(?:full )?text of(?: the)?|geographic(?:al)?|current(?:ly)?|unique|details of(?: the)?)\b\s*"
    r"|\s+\b(?:full|descriptions?|desc|indicator|narrative)$",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"\s+(?:or|and/or)\s+(?:\w+ name|\w+)\b", re.IGNORECASE)  # of a flag: Used or Possessed
_DATE_OF_SENTENCE = re.compile(
    r"^(?:the )?(?:dates?|day)(?: and time)?(?: on which| when)? (?:the |this )?(?P<what>.+?) "
    r"(?:was|were|is|are|has been|had been)(?: last| first)? (?P<done>\w+)\b.*$",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(r"\b(?:given|made|provided|supplied|stated|expressed|offered) (?:by|from)\b", re.IGNORECASE)
_LAST_ONE = re.compile(r"\b(?:last|final|latest)\s+(?=(?:condition|intervention|action|task|requirement)s?\b)", re.I)
_TO_WHAT = re.compile(
    r"\s+(?:attached|made|given|set|imposed|applied|relating|linked|about|to|with)(?: (?:to|about|with|for))?"
    r" (?:the |this )?(?:disposal|outcome|decision|resolution|oocr?d?)\??$",
    re.IGNORECASE,
)


_OFFENDER = re.compile(
    r"^(?:offender|suspect|subject|accused|defendant|perpetrator|client|nominal|person|participant|service user)"
    r"(?:['’]?s)?[\s_.-]+",
    re.IGNORECASE,
)
_EITHER = frozenset({*FLAGS, "youth"})  # of which two words, or two people, are no two things
_OFFENDERS_OWN = frozenset("sex ethnicity admission previous_outcomes youth suspect_account".split())


def _as_date(heading: str) -> str:
    match = _DATE_OF_SENTENCE.match(heading)
    return f"Date {match['what']} {match['done']}" if match else heading


_CUTS: tuple[Callable[[str], str], ...] = (
    lambda heading: _BRACKETS.sub("", heading),
    lambda heading: _LAST_ONE.sub("", heading),
    _as_date,
    lambda heading: _BY_WHOM.sub("of", heading),
    lambda heading: _ABOUT_THE_COLUMN.sub("", heading),
    lambda heading: _OTHERWISE.sub("", heading),
    lambda heading: _TO_WHAT.sub("", heading),
    lambda heading: _ABOUT_THE_COLUMN.sub("", heading),
)


@lru_cache(maxsize=4096)
def cut_down(heading: str) -> str:
    """Give the part of a heading that is known; the whole of it where it is known, or no part is."""
    if nearest_phrase(heading) or is_last_day(heading) or is_age(heading):
        return heading
    shorter = heading
    for cut in _CUTS:
        before, shorter = shorter, " ".join(cut(shorter).split())
        if shorter != before and _names_field(shorter, heading):
            return shorter
    return _of_offender(heading)


def _names_field(shorter: str, heading: str) -> bool:
    """Say whether what is left is known, and neither a person nor of one only because of what has been cut away."""
    near = nearest_phrase(shorter)
    field = described(near[0].use.field) if near else None
    if field is None or (field.kind is Kind.PERSON and "name" not in tokens(heading)):
        return False
    return field.name in _EITHER or not (_says_in_brackets_of_another(heading) or _OTHERWISE.search(heading))


def _says_in_brackets_of_another(heading: str) -> bool:
    match = _BRACKETS.search(heading)
    return match is not None and names_another(match[0])


def _of_offender(heading: str) -> str:
    """Give what only an offender has without the word that says whose it is: "Client Gender" is the sex."""
    own = _OFFENDER.sub("", _ABOUT_THE_COLUMN.sub("", heading))
    near = nearest_phrase(own) if own != heading else None
    return own if near and near[0].use.field in _OFFENDERS_OWN else heading
