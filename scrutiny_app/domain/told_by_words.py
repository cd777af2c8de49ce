"""What a column may fill as its values alone tell, where no heading speaks for it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scrutiny_app.domain.cases import COLUMN, Field
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.choice_words import SEEN_OFTEN, choices_in, means
from scrutiny_app.domain.code_lists import CodeMeaning, meanings_of
from scrutiny_app.domain.likeness import FILLERS, PEOPLE, pieces_of, tokens
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.own_beginnings import is_of_else
from scrutiny_app.domain.rank_in_cells import rank_of
from scrutiny_app.domain.reasons import UNKNOWN, Doubt, Reason, by_values, by_words_of, perhaps
from scrutiny_app.domain.shapes import Shape
from scrutiny_app.domain.styling import style_of, values_of
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.told_by_values import is_story
from scrutiny_app.domain.unread_columns import said_of
from scrutiny_app.domain.uses import Part, Use, word_key
from scrutiny_app.domain.whose import else_in

_AUTHORISER = "authorising_name"
_AGREED = perhaps("its values are ranks with names: perhaps who authorised it")
_AGREED_BY = re.compile(
    r"(?:who )?(?:agreed|approved|ok['’]?d|okayed|cleared|sanctioned)(?: (?:by|with))?|(?:authority|go[- ]ahead) from",
    re.IGNORECASE,
)
_LIVES_THERE = by_values("its values are addresses, and its heading says whose home they are")
_DWELLS = frozenset(
    "abode home lives live living resides residing resident residence domicile dwelling address".split()
)
_UNNAMED = frozenset("nominal person client participant".split())
_WHERE_FROM = _DWELLS | _UNNAMED | frozenset("place where current usual permanent postal full main last known".split())
_NEARLY_ALL = 0.8
_FEWEST_COUNTED = 4
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_LAST = re.compile(
    r"\b(?:propos(?:ed|al)|prop|recommend(?:ed|ation)?s?|rec|request(?:ed)?|req|consider(?:ed|ation)|prev(?:ious)?|prior|"
    r"earlier|former|past|old|original|orig|initial|first|alternative|alt|suggest(?:ed|ion)|intended|preferred|possible|"
    r"potential|likely|provisional|draft|planned|expected|anticipated|offered|declined|refused|rejected|withdrawn|"
    r"appealed|eligible|suitable|sought|wanted|wish(?:es|ed)?|advised|advice|other|linked|"
    r"co[- ]?(?:accused|defendant|suspect|offender)s?|arfaethedig|blaenorol)\b",
    re.IGNORECASE,
)
_OF_ELSE = Doubt("its heading may speak of what was proposed, of an earlier case or of somebody else")
_TELLING = frozenset({"disposal", "offence_group", "ethnicity", "class_of_trial"})  # whose words no other field has


def by_words(found: Sequence[Suggestion], sheet: SheetLook, listed: Sequence[CodeMeaning] = ()) -> Iterator[Suggestion]:
    """Suggest for a column that is left over the field whose words nearly all of its own seem to be.

    The words of codes are those that a sheet of the file has `listed` for them.
    """
    taken = {use.field for one in found for use in one.uses}
    for one, column in zip(found, sheet.columns, strict=True):
        others = taken | {"ethnicity"} if is_of_else(column.heading) else taken
        is_other = one.uses or one.sure or is_story(column) or _counts_rows(column)
        free = [] if is_other else [COLUMN[name] for name in sorted(_TELLING - others)]
        worded = _in_words(column, listed) if free else column
        field = next((field for field in free if means(field, worded)), None)
        if field is None:
            yield one
            continue
        taken.add(field.name)
        yield replace(one, uses=(Use(field.name),), reason=_by_words(field, column))


def _in_words(column: ColumnLook, listed: Sequence[CodeMeaning]) -> ColumnLook:
    """Give a column with its codes in the words that the file itself has for them."""
    words = column.words or ()
    told = meanings_of(column.heading, [word for word, _ in words], listed) if words and listed else {}
    return replace(column, words=tuple((_told(word, told), count) for word, count in words)) if told else column


def _told(word: str, told: Mapping[str, CodeMeaning]) -> str:
    return told[word_key(word)].words if word_key(word) in told else word


def by_look(one: Suggestion, column: ColumnLook, force: str, taken: set[str], *, rows: int) -> Suggestion:
    """Suggest by a column's values alone: its words where the schema knows them, the force's own name."""
    taken = taken | {"ethnicity"} if is_of_else(column.heading) else taken
    if column.words and "force" not in taken and force and {fold(word) for word, _ in column.words} == {fold(force)}:
        return replace(one, uses=(Use("force"),), reason=by_values("its value is your force’s name"))
    if _AGREED_BY.fullmatch(column.heading.strip()) and _AUTHORISER not in taken and _are_ranked(column):
        style, _ = style_of(COLUMN[_AUTHORISER], Part.WHOLE, column)
        return replace(one, uses=(Use(_AUTHORISER, style=style),), reason=_AGREED)
    if (where := _dwelling(column)) and where not in taken:
        return replace(one, uses=(Use(where),), reason=_LIVES_THERE)
    for field, share in () if _counts_rows(column) else choices_in(column):
        if share >= SEEN_OFTEN and field.name in _TELLING - taken:
            return replace(one, uses=(Use(field.name),), reason=_by_words(field, column))
    return replace(one, reason=said_of(column) if rows or column.filled else UNKNOWN)


def _counts_rows(column: ColumnLook) -> bool:
    """Say whether a column holds numbers no two of which are alike, and so no codes."""
    words = column.words or ()
    return len(words) >= _FEWEST_COUNTED and all(word.isdigit() and count == 1 for word, count in words)


def _by_words(field: Field, column: ColumnLook) -> Reason:
    """Doubt the words of a column whose heading says that they are of what was proposed, or of somebody else."""
    reason = by_words_of(field.heading)
    is_doubtful = _NOT_LAST.search(_HUMPS.sub(" ", column.heading).replace("_", " ")) or else_in(column.heading)
    return reason.but(_OF_ELSE) if is_doubtful else reason


def _dwelling(column: ColumnLook) -> str:
    """Name the address of whom a heading says that they live there: "Susp Abode" over addresses; nothing otherwise."""
    words = pieces_of(column.heading)
    people = tokens(column.heading) & PEOPLE
    numbers = [word for word in words if word.isdigit()]
    rest = {word for word in words if not tokens(word) <= PEOPLE and not word.isdigit()} - FILLERS
    is_said = bool(rest) and rest <= _WHERE_FROM and not rest.isdisjoint(_DWELLS)
    if not is_said or 2 * column.shapes.get(Shape.POSTCODE, 0) <= sum(column.shapes.values()):
        return ""
    if people == {"victim"} and len(numbers) < 2:
        return f"victim_{numbers[0] if numbers else 1}_address" if set(numbers) <= {"1", "2", "3"} else ""
    is_offender = people == {"offender"} or (not people and words[0] in _UNNAMED)
    return "offender_address" if is_offender and numbers in ([], ["1"]) else ""


def _are_ranked(column: ColumnLook) -> bool:
    """Say whether nearly all of a column's values are a known rank before a name."""
    values = values_of(column)
    return bool(values) and sum(rank_of(value) is not None for value in values) >= _NEARLY_ALL * len(values)
