"""Holding a column's values against what its heading says: a field that they cannot fill is not suggested, or doubted.

A heading that is known word for word is doubted as well where none of its values can be read: then a person looks.
"""

import re
from dataclasses import replace

from scrutiny_app.domain.cases import COLUMN, Field, Kind
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.choice_words import knows_any
from scrutiny_app.domain.looking import ColumnLook, Look
from scrutiny_app.domain.ranks import RANKS, RANKS_IN_WORDS
from scrutiny_app.domain.reasons import BEFORE, LIKE, Doubt, Doubted, Ground, Reason, left_out, unread
from scrutiny_app.domain.shapes import DATES, Shape
from scrutiny_app.domain.spoken_headings import is_deadline
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.synonyms import UNWANTED
from scrutiny_app.domain.unread_columns import LIKE_PEOPLE
from scrutiny_app.domain.uses import Part
from scrutiny_app.domain.wording import meaning

NOT_YOURS = left_out("its values are not the name of your force: leave it out and say the force below")
_NONE_KNOWN = left_out("none of its values is a word for what its heading seems to say")
_OF_FEW_WORDS = frozenset({"sex", "ethnicity", "class_of_trial"})  # which every system writes much alike
_OWN_NUMBERS = Doubt("its values are a system’s own numbers: say on the next page what each means")
_UNLIKE = Doubt("its values do not look like it", Doubted.CONTRADICTED)
_SEVERAL_ROWS = Doubt("the same number stands in several rows")
_NOT_TEXT = unread("its heading asks by whom, or by when")
_DEADLINE = unread("its heading says by when something is to be done")
_SOMEBODYS_INITIALS = unread("its values are somebody’s initials")
_NO_NAMES = unread("its values are codes, and nobody’s names")
_MOST_NUMBERS = 20
_BY_WHOM = re.compile(r"(?:\b|_|(?<=[a-z]))by\W*$", re.IGNORECASE)
_INITIALS = re.compile(r"[A-Z]\.?[A-Z]\.?")
_OBSERVED = re.compile(r"IC ?\d", re.IGNORECASE)  # how somebody seemed to an officer
_MOSTLY_ONCE = 0.9  # different values, of all
_FEWEST_ROWS = 5
_CODE = re.compile(r"(?=.*\d)(?!.*\b[^\W\d_]{2,}\s)(?!.*\s[^\W\d_]{2,}\b)(?:[A-Z]{0,4}|[a-z])[\W_]*\d[A-Za-z\d/\W_]*")
_NAMED = (Kind.PERSON, Kind.PEOPLE)
_BODIES = frozenset("panel police court cps yjs yot yos supervisor gatekeeper manager team unit".split())
_WHO_DECIDES = RANKS | RANKS_IN_WORDS | _BODIES
_NOT_DATED = (Shape.NUMBER, Shape.YES_NO, Shape.CODE)
_NOT_NAMED = (Shape.NUMBER, Shape.YES_NO, Shape.SERIAL, *DATES)


def borne_out(one: Suggestion, column: ColumnLook, look: Look, force: str) -> Suggestion:
    """Leave out a column whose values cannot be what its heading says; doubt one that may not."""
    names = {use.field for use in one.uses}
    if one.reason == BEFORE or not names <= COLUMN.keys():
        return one
    if reason := _not_loaded(one, names, column, force):
        if reason == _NONE_KNOWN and _are_own_numbers(column):
            return replace(one, reason=one.reason.but(_OWN_NUMBERS), sure=False)
        return replace(one, uses=(), reason=reason, sure=False)
    if one.sure:
        return _doubted(one, column)
    if names and (reason := _unlike(one, names, column, look)):
        return replace(one, uses=(), reason=reason)
    return one


def _are_own_numbers(column: ColumnLook) -> bool:
    """Say whether a column holds a few bare numbers of which none is known: each is to be explained."""
    words = [word for word, _ in column.words or ()]
    return 1 < len(words) <= _MOST_NUMBERS and all(map(str.isdigit, words))


def _not_loaded(one: Suggestion, names: set[str], column: ColumnLook, force: str) -> Reason | None:
    if "force" in names and force and column.filled:
        return None if fold(force) in {fold(word) for word, _ in column.words or ()} else NOT_YOURS
    if any(COLUMN[name].kind in _NAMED for name in names) and _are_codes(column):
        return _NO_NAMES
    if any(COLUMN[name].kind in _NAMED for name in names) and _are_initials(column):
        return _SOMEBODYS_INITIALS
    if "ethnicity" in names and column.words and all(_OBSERVED.fullmatch(word.strip()) for word, _ in column.words):
        return left_out(UNWANTED["iccode"])
    if column.words and any(not knows_any(COLUMN[name], column) for name in names & _OF_FEW_WORDS):
        return _NONE_KNOWN
    return None


def _are_codes(column: ColumnLook) -> bool:
    """Say whether most of a column's values are such as "P600311" or "26/0041", by which a system calls somebody."""
    values = [word for word, _ in column.words] if column.words else [*column.probed, *column.samples]
    return 2 * sum(_CODE.fullmatch(value.strip()) is not None for value in values) > len(values)


def _are_initials(column: ColumnLook) -> bool:
    return bool(column.words) and all(_INITIALS.fullmatch(word.strip()) for word, _ in column.words or ())


def _doubted(one: Suggestion, column: ColumnLook) -> Suggestion:
    """Doubt a heading that is known where its values contradict it."""
    fields = [COLUMN[use.field] for use in one.uses if use.part is Part.WHOLE]
    if any(_contradicts(field, column) for field in fields):
        return replace(one, reason=one.reason.but(_UNLIKE), sure=False)
    if any(field.name == "case_number" for field in fields) and _repeats(column):
        return replace(one, reason=one.reason.but(_SEVERAL_ROWS), sure=False)
    return one


def _contradicts(field: Field, column: ColumnLook) -> bool:
    if field.kind is Kind.CHOICE:
        return bool(column.words) and not knows_any(field, column)
    if field.kind is Kind.WORD:
        return _mostly(column, *DATES, Shape.YES_NO)
    if field.kind is Kind.AGE:
        return bool(column.shapes) and not _mostly(column, Shape.NUMBER)
    return field.kind is Kind.REFERENCE and _mostly(column, *DATES, Shape.YES_NO, Shape.LONG)


def _unlike(one: Suggestion, names: set[str], column: ColumnLook, look: Look) -> Reason | None:
    """Say why a column is not suggested for what its heading may mean; None where it is."""
    if all(COLUMN[name].kind is Kind.TEXT for name in names) and (reason := _no_text(one, column, look)):
        return reason
    if names & {"case_number", "crime_number"} and (reason := _no_number(names, column)):
        return reason
    is_panel = names == {"yjs_consulted"} and one.reason == LIKE and column.words  # "Panel decision"
    if is_panel and not _answers(COLUMN["yjs_consulted"], column):
        return unread("its values do not answer whether it was consulted")
    choices = [COLUMN[name] for name in names if COLUMN[name].kind is Kind.CHOICE and one.reason == LIKE]
    if (_mostly(column, Shape.PERSON) or _BY_WHOM.search(one.heading)) and any(
        not knows_any(field, column) for field in choices
    ):
        return LIKE_PEOPLE
    is_by_whom = one.is_contradicted and _BY_WHOM.search(one.heading) is not None  # "Disposal issued by" over names
    if names == {"flags"} and _mostly(column, Shape.YES_NO) and one.reason.ground is not Ground.VALUES:
        return unread("its values are yes and no, and do not say of which flag")
    if is_deadline(one.heading) and names != {"conditions_due"}:
        return _DEADLINE
    if any(COLUMN[name].kind is Kind.DATE for name in names) and (is_by_whom or _mostly(column, *_NOT_DATED)):
        return unread("its values are no dates")
    if any(COLUMN[name].kind is Kind.AGE for name in names) and not _mostly(column, Shape.NUMBER):
        return unread("its values are no ages in whole years")
    is_named = any(COLUMN[name].kind in _NAMED for name in names)
    if is_named and (_mostly(column, *_NOT_NAMED) or _are_bodies(column)):
        return unread("its values are no names")
    return None


def _answers(field: Field, column: ColumnLook) -> bool:
    """Say whether half or more of a column's words answer a question: "No further action" alone does not."""
    words = [word for word, _ in column.words or ()]
    return 2 * sum(meaning(field, word) is not None for word in words) >= len(words)


def _no_text(one: Suggestion, column: ColumnLook, look: Look) -> Reason | None:
    if column.shapes and all(shape in DATES for shape in column.shapes):
        return left_out("its values are dates, not text")
    if column.shapes and set(column.shapes) == {Shape.YES_NO}:
        return left_out("its values are yes and no, not text")
    if _are_initials(column):
        return _SOMEBODYS_INITIALS
    if one.reason == LIKE and _BY_WHOM.search(one.heading):
        return LIKE_PEOPLE if _mostly(column, Shape.PERSON) else _NOT_TEXT
    if look.cases.rows and not column.filled and one.reason.ground is Ground.SAYS_NO_MORE:
        return left_out("it is empty, and does not say what it would hold")
    return None


def _no_number(names: set[str], column: ColumnLook) -> Reason | None:
    if column.samples[:3] == ("1", "2", "3"):
        return left_out("it only counts the rows")
    if column.samples and not any(map(str.isdigit, "".join(column.samples))):
        return unread("its values have no figures, and number nothing")
    if "case_number" in names and _repeats(column):
        return unread("the same value stands in several rows, so it numbers no case")
    return None


def _repeats(column: ColumnLook) -> bool:
    """Say whether values of a column stand in several rows each, more often than by a few mistakes."""
    return (
        column.words is not None and column.filled >= _FEWEST_ROWS and len(column.words) < _MOSTLY_ONCE * column.filled
    )


def _are_bodies(column: ColumnLook) -> bool:
    """Say whether a column's words are ranks and bodies alone: "Decided by" the panel names nobody."""
    words = [word for word, _ in column.words or ()]
    return bool(words) and all(_WHO_DECIDES.issuperset(word.casefold().split()) for word in words)


def _mostly(column: ColumnLook, *shapes: Shape) -> bool:
    return 2 * sum(column.shapes.get(shape, 0) for shape in shapes) > sum(column.shapes.values())
