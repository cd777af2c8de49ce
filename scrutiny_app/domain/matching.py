"""Suggesting which field each column fills: by its heading, other words for it, likeness, the look of its values.

Only what cannot be mistaken is `sure`; everything else waits for a person to say yes.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from scrutiny_app.domain.ages_beside import aged_beside
from scrutiny_app.domain.bearing_out import borne_out
from scrutiny_app.domain.by_headings import by_heading
from scrutiny_app.domain.cells import fold, is_of_staff
from scrutiny_app.domain.common_headings import in_common_words
from scrutiny_app.domain.days_by_heading import day_of, is_day_of_else, may_hold_days
from scrutiny_app.domain.days_in_order import decided_before_given, held_in_order, told_by_deed
from scrutiny_app.domain.days_of_conditions import due_beside, due_by_their_own_name, due_though_not_kept
from scrutiny_app.domain.drifting import drift
from scrutiny_app.domain.forms_own import forms_own
from scrutiny_app.domain.headings_contradicted import contradicted
from scrutiny_app.domain.key_columns import (
    crimes_apart,
    free,
    joined_by,
    joined_by_conditions,
    joined_to_cases,
    numbered,
    numbered_by_codes,
    other_reference,
    same_as_theirs,
    sole_reference,
)
from scrutiny_app.domain.kinds_aside import aside_of_kinds, told_by_kinds
from scrutiny_app.domain.levels_of_offences import levels_in_order
from scrutiny_app.domain.looking import ColumnLook, Look, SheetLook
from scrutiny_app.domain.nearest_phrases import is_age, is_age_of_else, is_authorisers_number, nearest_phrase
from scrutiny_app.domain.numbered_pairs import numbered_by_two
from scrutiny_app.domain.objects_aside import aside_of_objects
from scrutiny_app.domain.offence_ends import LAST_DAY, is_last_day
from scrutiny_app.domain.own_beginnings import in_own_block, offenders_own, with_owners
from scrutiny_app.domain.people_each_row import one_person_a_row
from scrutiny_app.domain.people_groups import grouped
from scrutiny_app.domain.perhaps_lost import looking_missed
from scrutiny_app.domain.persons_blocks import persons_blocks
from scrutiny_app.domain.plainer_headings import plainer, with_roles
from scrutiny_app.domain.questioning import is_of_keeping
from scrutiny_app.domain.reasons import (
    AGE_AT_ELSE,
    AGE_OF_ELSE,
    AUTHORISERS_NUMBER,
    BEFORE,
    EMPTY,
    LIKE,
    OF_KEEPING,
    UNKNOWN,
    Doubt,
    Doubted,
    Reason,
    left_out,
    perhaps,
    unread,
)
from scrutiny_app.domain.run_together import parted_by_neighbours
from scrutiny_app.domain.same_headings import plain_headings
from scrutiny_app.domain.settling import settled
from scrutiny_app.domain.styling import is_dated, may_be_dated, style_of
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.synonyms import UNWANTED
from scrutiny_app.domain.told_beside import told_beside
from scrutiny_app.domain.told_by_neighbours import told_by_neighbours
from scrutiny_app.domain.told_by_order import told_by_order
from scrutiny_app.domain.told_by_values import holds_outcomes, told_by_values
from scrutiny_app.domain.told_by_words import by_look, by_words
from scrutiny_app.domain.told_of_people import told_of_people
from scrutiny_app.domain.two_languages import in_english_alone
from scrutiny_app.domain.uses import NEVER_LOADED, Mapping, Use, described
from scrutiny_app.domain.whose_beside import numbered_by_letters, told_by_headings_beside
from scrutiny_app.domain.whose_forces import of_forces

_OF_PROGRAM = re.compile(r"(?:^|[\W_]|(?<=[a-z]))(?:[GU]U|gu|uu|Gu|Uu)(?:ID|id)$")
_PROGRAMS_OWN = left_out(
    "a program’s own number, which nobody else uses: leave it out unless nothing else numbers the cases"
)
_NOT_NUMBERS = Doubt("its values look like names, not numbers", Doubted.CONTRADICTED)

__all__ = ["Suggestion", "suggest", "suggest_parties"]


def suggest(look: Look, force: str, before: Mapping | None = None) -> list[Suggestion]:
    """Suggest a use for each column of the cases, in the file's order; `before` is the layout it comes closest to."""
    uses = before.uses if before else {}
    of_groups = grouped(look.cases)
    by_heading = _by_headings(look, uses)
    coded = any(holds_outcomes(one, column) for one, column in by_heading)
    found = [
        of_groups[at]
        if at in of_groups and one.reason != BEFORE
        else borne_out(
            contradicted(one, column) or told_by_values(one, column, codes_beside=coded), column, look, force
        )
        for at, (one, column) in enumerate(by_heading)
    ]
    found = forms_own(found)
    found = [_as_before(one, renamed) for one in found] if (renamed := _renamed(look.cases, before)) else found
    found = aside_of_kinds(aside_of_objects(found, look.cases), look.cases)
    found = crimes_apart(joined_by(found, look), look.cases)
    found = of_forces(found, look.cases, force)
    taken = {use.field for one in found for use in one.uses}
    found = [
        by_look(one, column, force, taken, rows=look.cases.rows) if one.reason == UNKNOWN else one
        for one, column in zip(found, look.cases.columns, strict=True)
    ]
    found = decided_before_given(found)
    found = other_reference(found, list(by_words(settled(found, look.cases), look.cases, look.codes)), look.cases)
    found = joined_by_conditions(found, look)
    found = levels_in_order(told_beside(numbered_by_codes(found, look.cases), look.cases), look.cases)
    found = told_by_order(found, look.cases)
    found = told_by_kinds(due_beside(told_by_neighbours(found, look.cases), look.cases), look.cases)
    found = due_though_not_kept(due_by_their_own_name(found, look.cases), look.cases)
    found = aged_beside(held_in_order(told_by_deed(found, look.cases), look.cases), look.cases)
    found = looking_missed(found, look)
    found = one_person_a_row(sole_reference(numbered_by_two(found, look), look.cases), look.cases)
    return list(map(_folded, found, look.cases.columns))


def _by_headings(look: Look, uses: dict[str, tuple[Use, ...]]) -> list[tuple[Suggestion, ColumnLook]]:
    """Suggest for each column of the cases by its heading, and for two together what they are."""
    found = [one for one, _ in _of_columns(look.cases, uses, parties=False)]
    return list(zip(numbered_by_two(found, look), look.cases.columns, strict=True))


def _folded(one: Suggestion, column: ColumnLook) -> Suggestion:
    """Ask nothing of an empty column that no heading speaks for."""
    return replace(one, sure=True) if one.reason == EMPTY and not one.uses and not column.filled else one


def _renamed(sheet: SheetLook, before: Mapping | None) -> dict[str, tuple[str, tuple[Use, ...]]]:
    """Give, by the headings that seem to be renamed, what they were and what they were confirmed to fill."""
    pairs = drift(before, [column.heading for column in sheet.columns]).renamed if before else ()
    return {fold(new): (old, before.uses.get(fold(old), ())) for old, new in pairs} if before else {}


def _as_before(one: Suggestion, renamed: dict[str, tuple[str, tuple[Use, ...]]]) -> Suggestion:
    old, uses = renamed.get(fold(one.heading), ("", ()))
    if one.sure or not uses:
        return one
    reason = perhaps(f"it seems to be “{old[:60]}” by another name, which was confirmed before")
    return replace(one, uses=uses, reason=reason)


def suggest_parties(look: Look, known: Mapping | None = None) -> list[Suggestion]:
    """Suggest a use for each column of the sheet of people, by the `known` layout first; none without such a sheet."""
    if look.parties is None:
        return []
    uses = known.parties if known else {}
    found = [one for one, _ in _of_columns(look.parties, uses, parties=True)]
    found = told_of_people(settled(aside_of_kinds(found, look.parties, parties=True), look.parties), look.parties)
    found = told_by_kinds(found, look.parties, parties=True)
    found = numbered(
        found, same_as_theirs(look.parties, look.cases, free(found)), perhaps("the sheet of cases has it too")
    )
    return joined_to_cases(found, look)


def _of_columns(
    sheet: SheetLook, before: dict[str, tuple[Use, ...]], *, parties: bool
) -> Iterator[tuple[Suggestion, ColumnLook]]:
    """Suggest for each column by its heading: what stands over several columns says the same of each of them."""
    plain = plain_headings([column.heading for column in sheet.columns])
    english = in_english_alone(plain if parties else numbered_by_letters(plain))
    owned = english if parties else with_owners(told_by_headings_beside(english), sheet.columns)
    own = {} if parties else {**persons_blocks(owned, sheet.columns), **offenders_own(owned, sheet.columns)}
    parted = parted_by_neighbours([own.get(at, heading) for at, heading in enumerate(owned)])
    ran_together = set(parted) - set(english)
    told = with_roles(list(map(in_common_words, parted)))
    everything = zip(sheet.columns, plain, told, plainer(told), strict=True)
    for at, (column, as_written, heading, plainer_one) in enumerate(everything):
        known = heading == column.heading or fold(column.heading) in before
        ran = heading in ran_together and not known
        one = _suggestion(column if known else replace(column, heading=heading), {} if ran else before, parties=parties)
        one = one if known or heading == as_written else replace(one, sure=False)
        one = replace(one, reason=one.reason.as_likeness()) if ran else one
        if plainer_one != heading and not one.sure and (not one.uses or one.is_contradicted):
            one = replace(_suggestion(replace(column, heading=plainer_one), {}, parties=parties), sure=False)
        one = in_own_block(one, column.heading) if at in own and not known else one
        yield replace(one, heading=column.heading), column


def _suggestion(column: ColumnLook, before: dict[str, tuple[Use, ...]], *, parties: bool) -> Suggestion:
    key = fold(column.heading)
    if not key:
        return Suggestion(column.heading, (), left_out("it has no heading: not loaded"), True)
    if key in NEVER_LOADED:
        return Suggestion(column.heading, (), left_out("it tells what to mend: not loaded"), True)
    if key in before:
        return Suggestion(column.heading, before[key], BEFORE, True)
    if not parties and (of_else := _of_else(column.heading)):
        return of_else
    if not parties and is_authorisers_number(column.heading) and _are_staff_numbers(column):
        return Suggestion(column.heading, (), AUTHORISERS_NUMBER)
    use, reason, sure = by_heading(column.heading, parties=parties)
    sure = sure and not is_day_of_else(column, use, parties)
    if use is None and parties and (near := nearest_phrase(column.heading)) and near[0].use == Use("case_number"):
        use, reason, sure = near[0].use, LIKE, False
    if not sure and not parties and may_hold_days(column, use) and (day := day_of(column.heading, use)):
        use, reason = day, LIKE
    if use and not sure and is_dated(column) and not may_be_dated(described(use.field, parties=parties)):
        return Suggestion(column.heading, (), unread("its values are dates"))
    if use is None:
        return Suggestion(column.heading, (), AGE_AT_ELSE if is_age(column.heading) else UNKNOWN)
    return _looked_at(column, use, reason, sure, parties=parties)


def _of_else(heading: str) -> Suggestion | None:
    """Leave out what a heading says to be of the record itself, or somebody's age who is not the offender."""
    if fold(heading) in UNWANTED:
        return Suggestion(heading, (), left_out(UNWANTED[fold(heading)]), True)
    if _OF_PROGRAM.search(heading):
        return Suggestion(heading, (), _PROGRAMS_OWN)
    if is_of_keeping(heading):
        return Suggestion(heading, (), OF_KEEPING)
    if is_last_day(heading):
        return Suggestion(heading, (), left_out(LAST_DAY), True)
    return Suggestion(heading, (), AGE_OF_ELSE, True) if is_age_of_else(heading) else None


def _looked_at(column: ColumnLook, use: Use, reason: Reason, sure: bool, *, parties: bool) -> Suggestion:
    """Add how its values are written, and doubt a heading that they do not bear out."""
    field = described(use.field, parties=parties)
    if field is None:
        raise KeyError(use.field)
    style, doubt = style_of(field, use.part, column)
    if is_of_staff(field) and not _are_staff_numbers(column):
        doubt = _NOT_NUMBERS
    if doubt:
        return Suggestion(column.heading, (replace(use, style=style),), reason.but(doubt), False)
    return Suggestion(column.heading, (replace(use, style=style),), reason, sure)


def _are_staff_numbers(column: ColumnLook) -> bool:
    values = [word for word, _ in column.words] if column.words else column.samples
    words = [value for value in values if not any(map(str.isdigit, value))]
    return 2 * len(words) <= len(values)
