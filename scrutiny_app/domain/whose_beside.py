"""Whose a heading is as those beside it tell: "Vict B Name" beside "Vict A Name", "Their gender" after a name."""

import re
from collections.abc import Iterator, Sequence

from scrutiny_app.domain.common_headings import in_common_words
from scrutiny_app.domain.likeness import PEOPLE, tokens
from scrutiny_app.domain.nearest_phrases import nearest_phrase
from scrutiny_app.domain.whose import else_in, names_another

_LETTERED = re.compile(
    r"(?P<who>victim|vict|vic|vctm|ip|injured party|aggrieved|agg|aggd|complainant|comp)"
    r"(?P<gap>[\s_.-]*)(?P<letter>(?-i:[ABC]))(?=$|[\s_.:-]|(?-i:[A-Z][a-z]))",
    re.IGNORECASE,
)
_THEIR = re.compile(r"(?:their|his|her|his/her|his or her)\b(?!\s+own\b)\s+(?=\w)", re.IGNORECASE)
_CHILD = re.compile(r"(?:child|young person)(?:['’]?s)?\s+(?=\w)", re.IGNORECASE)
_SOMEBODY = re.compile(r"\b(?:by|from|name|person|who|whom|contact|informant|caller|third party)\b", re.IGNORECASE)
_NAMES = ("offender_name", "victim_1_name", "victim_2_name", "victim_3_name")
_FEWEST = 2  # letters that one word has


def told_by_headings_beside(headings: Sequence[str]) -> list[str]:
    """Give headings with "their" or a child's as whoever they are of."""
    return _childs(list(_theirs(headings)))


def _childs(headings: list[str]) -> list[str]:
    """Write "Child Admits" as the offender's where "Child's Name" alone names the offender."""
    near = {heading: nearest_phrase(heading) for heading in headings}
    named = [heading for heading, one in near.items() if one and one[0].use.field == "offender_name"]
    if not named or not all(map(_CHILD.match, named)):
        return headings
    return [_CHILD.sub("Offender ", heading, count=1) if near[heading] is None else heading for heading in headings]


def numbered_by_letters(headings: Sequence[str]) -> list[str]:
    """Write "Vict A" and "Vict B" as victims 1 and 2: a letter alone is none, for it may be short for anything."""
    letters: dict[str, set[str]] = {}
    for heading in headings:
        if match := _LETTERED.match(heading):
            letters.setdefault(match["who"].casefold(), set()).add(match["letter"])
    counted = {who for who, found in letters.items() if len(found) >= _FEWEST and "A" in found}

    def number(match: re.Match[str]) -> str:
        who = match["who"]
        return f"Victim {'ABC'.index(match['letter']) + 1}" if who.casefold() in counted else match[0]

    return [_LETTERED.sub(number, heading, count=1) if _LETTERED.match(heading) else heading for heading in headings]


def _theirs(headings: Sequence[str]) -> Iterator[str]:
    """Write "Their gender" as that of whom the last heading of somebody names; of anybody else it stays nobody's."""
    whose = ""
    for heading in headings:
        match = _THEIR.match(heading)
        if match is None:
            whose = _named(heading, whose)
            yield heading
            continue
        own = heading[match.end() :]
        yield f"{whose} {own}" if whose and not names_another(own) and "offender" not in tokens(own) else heading


def _named(heading: str, before: str) -> str:
    """Say whom a heading names: nobody whom a field is kept of where it is of somebody else or names two."""
    near = nearest_phrase(in_common_words(heading))
    field = near[0].use.field if near else ""
    if field in _NAMES:
        return "Offender" if field == "offender_name" else f"Victim {field[7]}"
    people = tokens(heading) & PEOPLE - {"decision", "authorising"}
    if people == {"offender"} and before == "Offender":  # "Is the suspect under 18?"
        return before
    is_other = field.endswith(("_name", "witnesses", "third_parties")) or _SOMEBODY.search(heading) is not None
    return "" if people or else_in(heading) or is_other else before
