"""Headings of a block that another system begins in its own way: "Person Responsible DOB", "Clearance Remarks".

The first words say of whom or of what the block is, the rest what is kept of it; both have a word of the schema's.
What is read so is never sure, and only where all of a heading is known: a word too many may be of somebody else.
"""

import re

from scrutiny_app.domain.block_words import (
    AREAS,
    CONDITIONS,
    DISPOSAL,
    FLAGS,
    OF_CONDITIONS,
    OF_DISPOSAL,
    PARTS,
    SAME_REST,
    SINGLY,
    SOMEBODY,
    WHY,
)
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.heading_words import SHORT
from scrutiny_app.domain.in_any_order import said_in_any_order
from scrutiny_app.domain.likeness import PEOPLE, pieces_of, tokens
from scrutiny_app.domain.nearest_phrases import nearest_phrase
from scrutiny_app.domain.synonyms import PHRASES

_TABLE = re.compile(r"^['\"]?(?P<table>[\w ]*\w)['\"]?\[(?P<column>[^\[\]]+)\]$")  # as business reports export them
_ESCAPED = re.compile(r"_x00[0-9a-f]{2}_", re.IGNORECASE)  # a space in the inner names of lists
_WHOSE = tuple(
    (who, re.compile(rf"(?:the )?(?:{called})s?(?P<number> [1-3])?(?: s)?(?: (?P<rest>.+))?"))
    for who, called in SOMEBODY.items()
)
_SOMEBODY = {who: re.compile(rf"\b(?:{called})(?: s)?\b") for who, called in SOMEBODY.items()}
_ANYBODY = "|".join(SOMEBODY.values())
_SECTION = re.compile(
    rf"^(?P<who>(?:{_ANYBODY}|officer)(?: [1-3])?) (?:details?|info|information|particulars|section) (?=\w)"
)
_OF_SOMEBODY = re.compile(rf"(?P<rest>.+?)(?: of| for)?(?: the)? (?P<who>{_ANYBODY})")
_OF_SEVERAL = re.compile(r"\b(?:primary|main|preferred|current|latest|last known|known)\b ?| (?:primary|preferred)$")
_NUMBERED, _FIRST = "Victim", " 1"
_SAME_WORDS = 100.0
_DISPOSAL, _CONDITIONS = (re.compile(rf"(?:{block})(?: (?P<rest>.+))?") for block in (DISPOSAL, CONDITIONS))
_AROUND_FLAG = re.compile(
    r"(?:(?:keywords?|qualifiers?|markers?|flags?|tags?|crime flag|case flag|indicator|is|any|involves|involving|"
    r"was) )?(?P<what>.+?)"
    r"(?: (?:keyword|qualifier|tag|tick|tick box|tickbox|checkbox|check box|factor|aggravated|motivated|linked|case|"
    r"involved|issue|concerned|enabled|element|related|marker|flag|ind|indicator|present))?"
)
_AREA, _WHY = re.compile(AREAS), re.compile(WHY)
_PLAIN = frozenset({"suspect", "victim", "date", "name", "decision", "disposal", "description", "conditions", ""})
_SPELT = {short: said for short, said in SHORT.items() if said in _PLAIN} | {"sus": "suspect", "outcm": "outcome"}


def in_words_of_blocks(heading: str) -> str:
    """Give the schema's words for a heading of another system's block; nothing where not all of it is known."""
    said = " ".join(word for piece in pieces_of(heading.replace("&", " and ")) if (word := _SPELT.get(piece, piece)))
    in_section, said = said, _SECTION.sub(r"\g<who> ", said)
    told = SINGLY.get(said) or _area_or_why(said) or _flag(said) or _of_somebody(said) or _of_things(said)
    told = told or (said if said != in_section and fold(said) in PHRASES else "")
    loosely = "" if told else _somebody_last(said) or said_in_any_order(frozenset(_with_roles(said).split()))
    near = nearest_phrase(heading) if told or loosely else None
    is_read = near is not None and near[0].use == PHRASES[fold(told or loosely)].use
    is_enough = near is not None and (near[0].sure or near[1] >= _SAME_WORDS or bool(loosely))
    return "" if is_read and is_enough else told or loosely


def out_of_table(heading: str) -> str:
    """Give a heading without the signs that a report or a list puts around its own names."""
    heading = " ".join(_ESCAPED.sub(" ", heading).split())
    match = _TABLE.match(heading)
    if match is None:
        return heading
    own, table = match["column"].strip(), match["table"].rstrip("s")
    whole = f"{table} {own}"
    is_said = fold(whole) in PHRASES or in_words_of_blocks(whole) or _names_somebody_alone(table, own)
    return own if not is_said and nearest_phrase(own) else whole


def _names_somebody_alone(table: str, own: str) -> bool:
    return not tokens(table).isdisjoint(PEOPLE) and tokens(own).isdisjoint(PEOPLE)


def _area_or_why(said: str) -> str:
    """Read areas, and why nobody was charged."""
    if _AREA.fullmatch(said):
        return "Area"
    return "Rationale" if _WHY.fullmatch(said) else ""


def _flag(said: str) -> str:
    match = _AROUND_FLAG.fullmatch(said)
    return FLAGS.get(match["what"], "") if match and match["what"] != said else ""


def _of_somebody(said: str) -> str:
    for who, called in _WHOSE:
        match = called.fullmatch(said)
        if match is None or (match["number"] and who != _NUMBERED):
            continue
        number, rest = match["number"] or "", match["rest"] or "name"
        rest = _OF_SEVERAL.sub("", rest) or rest
        rest = SAME_REST.get(rest, rest)
        known = PARTS.get(who, {}).get(rest) if number in ("", _FIRST) else None
        meant = known or f"{who}{number} {rest}"
        if fold(meant) in PHRASES:
            return meant
    return ""


def _somebody_last(said: str) -> str:
    """Read whose it is where that is said last: "Surname of person responsible"."""
    match = _OF_SOMEBODY.fullmatch(said)
    return _of_somebody(f"{match['who']} {match['rest']}") if match else ""


def _with_roles(said: str) -> str:
    """Give one word for each person: nobody of whom two things could be said is called by a word of the table."""
    for who, called in _SOMEBODY.items():
        said = called.sub(who.casefold().replace(" ", "_"), said)
    return said


def _of_things(said: str) -> str:
    """Read what is said of a disposal or of its conditions."""
    disposal, conditions = _DISPOSAL.fullmatch(said), _CONDITIONS.fullmatch(said)
    told = OF_DISPOSAL.get(disposal["rest"] or "", "") if disposal else ""
    return told or (OF_CONDITIONS.get(conditions["rest"] or "", "") if conditions else "")
