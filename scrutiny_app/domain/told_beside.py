"""What a column may fill as only the other columns of its sheet can tell; a person is asked all the same."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.choice_words import means, means_each
from scrutiny_app.domain.likeness import tokens
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.outcome_columns import are_outcomes
from scrutiny_app.domain.reasons import BEFORE, TAKEN, Ground, Reason, by_values, left_out, perhaps
from scrutiny_app.domain.styling import is_dated, style_of
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.told_by_values import are_offence_codes
from scrutiny_app.domain.uses import Part, Use
from scrutiny_app.domain.wording import meaning, outcome_known

_EXTENDS = by_values("its values are the crime number with more after it, and all different")
_CODES = by_values("its values are codes of offences")
_OUTCOMES = by_values("its values are codes of outcomes")
_IMPLIED = by_values("its words only imply the outcome codes, which another column has")
_OFFENCES = by_values("its values look like offences, and their groups")
_WORDINGS = by_values("its values look like offences, and another column has their groups")
_COARSER = "its groups hold several of ours, and “{}” says which: not loaded"
_WHEN = perhaps("its days lie before those of the disposal: perhaps when it happened")
_BOTH = by_values("its words say the outcome code and the disposal")
_TOO_LATE = left_out("its dates lie years after all others: not when conditions fall due")
_WHICH_SCORE = left_out("it does not say whether the score is the initial or the final one: say which, if you know")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|(?<=[/. -])\d\d$")
_OF_GROUPS = re.compile(r"group|grp|class of|family", re.IGNORECASE)
_PLACES = perhaps("its few places stand in many rows, and nothing else is of an address: perhaps the area")
_OF_PLACES = frozenset({"locality", "location"})
_LATE = 2  # years after the others
_TWO_FIGURES = 99
_MOSTLY = 0.8
_FEWEST = 5  # rows

Found = list[Suggestion]


def told_beside(found: Sequence[Suggestion], sheet: SheetLook) -> Found:
    """Correct and add to what columns are suggested for by what the others hold."""
    steps: tuple[Callable[[Found, SheetLook], Found], ...] = (
        _numbered_by_more,
        _with_codes,
        _with_outcomes,
        _with_title,
        _by_titles,
        _with_disposal,
        _when_it_happened,
        _not_too_late,
        _of_one_score,
        _where_of_places,
    )
    found = list(found)
    for step in steps:
        found = step(found, sheet)
    return found


def _place(found: Found, name: str) -> int | None:
    return next((at for at, one in enumerate(found) if one.fills(name)), None)


def _numbered_by_more(found: Found, sheet: SheetLook) -> Found:
    """Take for the case number what extends the crime number, as "26/123/S1" does; a sure heading stands."""
    crime, case = _place(found, "crime_number"), _place(found, "case_number")
    if crime is None or (case is not None and (found[case].sure or _extends(sheet, case, crime))):
        return found
    for at, one in enumerate(found):
        if at not in (crime, case) and not one.sure and not one.uses and _extends(sheet, at, crime):
            found[at] = replace(one, uses=(Use("case_number"),), reason=_EXTENDS)
            if case is not None:
                found[case] = replace(found[case], uses=(), reason=TAKEN)
            break
    return found


def _extends(sheet: SheetLook, at: int, other: int) -> bool:
    pairs = [
        (str(row[at]), str(row[other])) for row in sheet.first if max(at, other) < len(row) and row[at] and row[other]
    ]
    longer = sum(len(one) > len(whole) and one.startswith(whole) for one, whole in pairs)
    words = sheet.columns[at].words
    is_once = words is None or len(words) >= _MOSTLY * sheet.columns[at].filled
    return len(pairs) >= _FEWEST and longer >= _MOSTLY * len(pairs) and is_once


def _with_codes(found: Found, sheet: SheetLook) -> Found:
    if _place(found, "offence_code") is None:
        free = (at for at, one in enumerate(found) if not one.uses and are_offence_codes(sheet.columns[at]))
        if (at := next(free, None)) is not None:
            found[at] = replace(found[at], uses=(Use("offence_code"),), reason=_CODES, sure=False)
    return found


def _with_outcomes(found: Found, sheet: SheetLook) -> Found:
    """Take nothing but codes of outcomes for them, whatever their heading, before words that only imply them."""
    held = _place(found, "outcome_code")
    if held is not None and (found[held].sure or found[held].reason == BEFORE or _says_codes(sheet.columns[held])):
        return found
    free = (at for at, one in enumerate(found) if not one.uses and not one.sure and are_outcomes(sheet.columns[at]))
    if (at := next(free, None)) is None:
        return found
    found[at] = replace(found[at], uses=(Use("outcome_code"),), reason=_OUTCOMES, sure=False)
    if held is not None:
        others = tuple(use for use in found[held].uses if use.field != "outcome_code")
        implied = () if others or _place(found, "disposal") is not None else (Use("disposal"),)
        found[held] = replace(found[held], uses=others or implied, reason=_IMPLIED, sure=False)
    return found


def _says_codes(column: ColumnLook) -> bool:
    """Say whether any of a column's words has an outcome's number in it."""
    return any(outcome_known(word) for word, _ in column.words or ())


def _with_title(found: Found, sheet: SheetLook) -> Found:
    """Take the wordings that tell the groups of offences for the offences too, where no column has them."""
    group = _place(found, "offence_group")
    if group is None or found[group].reason.ground is not Ground.WORDS or _place(found, "offence_title") is not None:
        return found
    if (named := _named_group(found, sheet)) is not None and _OF_GROUPS.search(found[group].heading) is None:
        found[named] = replace(found[named], uses=(Use("offence_group"),), reason=found[group].reason)
        found[group] = replace(found[group], uses=(Use("offence_title"),), reason=_WORDINGS, sure=False)
        return found
    if not found[group].sure and _are_wordings(sheet.columns[group]):
        found[group] = replace(
            found[group], uses=(Use("offence_title"), *found[group].uses), reason=_OFFENCES, sure=False
        )
    return found


def _named_group(found: Found, sheet: SheetLook) -> int | None:
    """Find the free column whose heading speaks of groups, and whose words are those of offences."""
    free = (at for at, one in enumerate(found) if not one.uses and not one.sure and _OF_GROUPS.search(one.heading))
    return next((at for at in free if means(COLUMN["offence_group"], sheet.columns[at])), None)


def _by_titles(found: Found, sheet: SheetLook) -> Found:
    """Let the offences tell their groups where the column of groups is coarser: one of its words is of several."""
    group, title = _place(found, "offence_group"), _place(found, "offence_title")
    if group is None or title is None or not found[title].fills_only("offence_title"):
        return found
    if found[group].reason == BEFORE or not found[group].fills_only("offence_group"):
        return found
    if means_each(COLUMN["offence_group"], sheet.columns[title]) and _is_coarser(sheet, group, title):
        reason = Reason(Ground.ASIDE, _COARSER.format(found[title].heading[:60]))
        found[group] = replace(found[group], uses=(), reason=reason, sure=False)
        uses = (*found[title].uses, Use("offence_group"))
        found[title] = replace(found[title], uses=uses, reason=_OFFENCES, sure=False)
    return found


def _is_coarser(sheet: SheetLook, group: int, title: int) -> bool:
    """Say whether a word that no one group is meant by stands beside offences of several groups."""
    beside: dict[str, set[str]] = {}
    for row in sheet.first:
        if max(group, title) < len(row) and isinstance(row[group], str) and isinstance(row[title], str):
            beside.setdefault(row[group].strip(), set()).add(meaning(COLUMN["offence_group"], row[title]) or "")
    unknown = {
        word: told - {""} for word, told in beside.items() if word and meaning(COLUMN["offence_group"], word) is None
    }
    return any(len(told) > 1 for told in unknown.values())


def _are_wordings(column: ColumnLook) -> bool:
    """Say whether a column's words are of offences and not of their groups, by its heading and by most of them."""
    words = [word for word, _ in column.words or ()]
    groups = sum(
        choice.title.casefold() == word.casefold() for word in words for choice in COLUMN["offence_group"].choices
    )
    return len(words) > 1 and 2 * groups < len(words) and _OF_GROUPS.search(column.heading) is None


def _with_disposal(found: Found, sheet: SheetLook) -> Found:
    """Take the words beside outcome codes, as in "8 - Community resolution", for the disposals."""
    code = _place(found, "outcome_code")
    if code is None or found[code].reason == BEFORE or _place(found, "disposal") is not None:
        return found
    if _names_disposals(sheet.columns[code]):
        found[code] = replace(found[code], uses=(*found[code].uses, Use("disposal")), reason=_BOTH, sure=False)
    return found


def _names_disposals(column: ColumnLook) -> bool:
    words = [word for word, _ in column.words or () if sum(map(str.isalpha, word)) > 1]
    named = [(word, 1) for word in words]
    known = sum(means_each(COLUMN["disposal"], replace(column, words=(pair,))) for pair in named)
    return bool(words) and known >= _MOSTLY * len(words) / 2


def _when_it_happened(found: Found, sheet: SheetLook) -> Found:
    """Take a lone "When" for the day of the offence, where another column has that of the disposal."""
    at = next((at for at, one in enumerate(found) if one.heading.strip(" ?").casefold() == "when"), None)
    if at is None or found[at].uses or not is_dated(sheet.columns[at]):
        return found
    if _place(found, "offence_date") is None and _place(found, "disposal_date") is not None:
        style, _ = style_of(COLUMN["offence_date"], Part.WHOLE, sheet.columns[at])
        found[at] = replace(found[at], uses=(Use("offence_date", style=style),), reason=_WHEN, sure=False)
    return found


def _not_too_late(found: Found, sheet: SheetLook) -> Found:
    """Leave out as the day when conditions fall due what lies years after every other date: it is kept for a review."""
    due = _place(found, "conditions_due")
    if due is None or found[due].reason == BEFORE:
        return found
    others = [
        year
        for at, column in enumerate(sheet.columns)
        if at != due and is_dated(column) and found[at].uses and (year := _year(column))
    ]
    own = _year(sheet.columns[due])
    if own and others and own >= max(others) + _LATE:
        found[due] = replace(found[due], uses=(), reason=_TOO_LATE, sure=False)
    return found


def _year(column: ColumnLook) -> int | None:
    """Give the earliest year among a column's samples; one of two figures is of this century."""
    years = [int(match[0]) for sample in column.samples if (match := _YEAR.search(sample.split("T")[0]))]
    return min((year if year > _TWO_FIGURES else 2000 + year for year in years), default=None)


def _of_one_score(found: Found, sheet: SheetLook) -> Found:
    """Ask which score a lone "Gravity" is: the initial one and the final one are held apart."""
    at = _place(found, "gravity_initial")
    if at is None or found[at].reason == BEFORE or found[at].sure or _place(found, "gravity_final") is not None:
        return found
    if re.search(r"start|init|first|raw|begin", sheet.columns[at].heading, re.IGNORECASE):
        return found
    found[at] = replace(found[at], uses=(), reason=_WHICH_SCORE)
    return found


def _where_of_places(found: Found, sheet: SheetLook) -> Found:
    """Take a "Locality" of few places for the area, where no other column is of the offender's address."""
    homes = [at for at, one in enumerate(found) if one.fills("offender_address")]
    if len(homes) != 1 or _place(found, "area") is not None:
        return found
    (at,) = homes
    column, is_open = sheet.columns[at], not found[at].sure and found[at].reason != BEFORE
    few = column.words is not None and 2 * len(column.words) <= column.filled
    if (
        is_open
        and few
        and tokens(column.heading) <= _OF_PLACES
        and not any(re.search(r"\d", one) for one in column.samples)
    ):
        found[at] = replace(found[at], uses=(Use("area"),), reason=_PLACES, sure=False)
    return found
