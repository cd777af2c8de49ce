"""Correcting by a column's values what its heading alone makes of it; a person is asked all the same."""

import re
from dataclasses import replace

from scrutiny_app.domain.cases import COLUMN, OTHER_OUTCOMES, OUT_OF_COURT_OUTCOMES, Field, Kind
from scrutiny_app.domain.cells import Unreadable, fold, is_of_staff, reader
from scrutiny_app.domain.choice_words import means
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.ranks import RANKS
from scrutiny_app.domain.reasons import BEFORE, Reason, by_values, by_words_of, left_out, perhaps
from scrutiny_app.domain.shapes import Shape
from scrutiny_app.domain.styling import style_of
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Part, Use, word_key
from scrutiny_app.domain.wording import meaning

_NAMES_OF = {"authorising_rank": "authorising_name", "decision_maker_rank": "decision_maker_name"}
_FEWEST = 2  # different outcomes, or surnames
_MOSTLY = 0.8
_HALF = 0.5
_TOLD = 4  # one value in so many
_HO_CODE = re.compile(r"\d{1,3}[A-Z]?/\d{1,2}")
_TELLING = frozenset({"2A", "3A", "22"})  # outcomes whose codes are no small numbers of a system's own
_NO_WORD = re.compile(r"[\s()-]")  # "3 (A)" is 3A
_OF_CODES = frozenset({"offence_group", "class_of_trial", "offence_title", "tier"})  # taken for it by their headings
_NOT_SHORT = frozenset({"conditions", "checks_done", "gravity_working"})  # narratives that may be a few words
_SHORT = 25  # characters
_FEWEST_SHORT = 8
_PHRASE = 3  # words
_ASIDE = left_out("its values are a few short words, not text")
_ASKED = perhaps("its values are yes and no: perhaps whether the victim was consulted")
_CONTACTS = frozenset(f"victim_{number}_contact" for number in (1, 2, 3))
_WAS_CONTACTED = by_values("its values say whether the victim was contacted, and not how to")
_ADMITTED = perhaps("its values are such as say how far somebody admitted it")
_COMPLIED = by_values("its values say whether the conditions were complied with")
_OF_ANYTHING = frozenset({"notes", "freetext"})
_TOLD_ANEW = by_values("its values are texts of many words, another in nearly every row: what happened, and no offence")
_GROUPS = by_values("its values are the groups of offences")
_NOTES = left_out("short notes may be of anything: say whether they tell what happened")
_STORY = 7  # words, more than any name has
_FIRST_NAMED = 30  # characters: "Marsh, Ann; Bond, Joe" begins with a comma early on
_SHORTEST_WORDS = 3
_WORD_OF_NAME = re.compile(r"[^\W\d_][^\W\d_'’-]{2,}")


def told_by_values(one: Suggestion, column: ColumnLook, *, codes_beside: bool = False) -> Suggestion:
    """Give what a column may fill, once its values have been held against it.

    `codes_beside` says that another column has the codes of outcomes, so that those of a disposal stand for it.
    """
    field = one.uses[0].field if len(one.uses) == 1 else ""
    if field in ("offence_code", "disposal") and _are_outcomes(column):
        if field == "disposal" and codes_beside:
            return replace(
                one, reason=by_values("its values are codes of outcomes, which another column has"), sure=False
            )
        return replace(
            one, uses=(Use("outcome_code"),), reason=by_values("its values are codes of outcomes"), sure=False
        )
    if field in _NAMES_OF and are_ranked_names(field, column):
        name = _NAMES_OF[field]
        style, _ = style_of(COLUMN[name], Part.WHOLE, column)
        return replace(
            one, uses=(Use(name, style=style),), reason=by_values("its values are ranks with names"), sure=False
        )
    if field in _OF_CODES and are_offence_codes(column):
        return replace(
            one, uses=(Use("offence_code"),), reason=by_values("its values are codes of offences"), sure=False
        )
    if field in COLUMN and is_of_staff(COLUMN[field]) and _are_named(column):
        name = field.replace("_number", "_name")
        style, _ = style_of(COLUMN[name], Part.WHOLE, column)
        return replace(
            one, uses=(Use(name, style=style),), reason=by_values("its values are names with numbers"), sure=False
        )
    if field == "offence_title" and (other := _instead_of_offence(one, column)):
        name, reason = other
        return replace(one, uses=(Use(name),), reason=reason, sure=False)
    if field == "offence_code" and not one.sure and _are_plain_words(column):
        return replace(
            one, uses=(Use("offence_title"),), reason=by_values("its values are offences in words"), sure=False
        )
    return _as_written(one, field, column)


def _as_written(one: Suggestion, field: str, column: ColumnLook) -> Suggestion:
    """Take texts for no names, answers for no telephone number, and a few short words for no text."""
    if field in COLUMN and COLUMN[field].kind in (Kind.PERSON, Kind.PEOPLE) and is_story(column):
        views = (Use("victim_views"),) if field.startswith("victim") else ()
        return replace(one, uses=views, reason=by_values("its values are text of many words, no names"), sure=False)
    if field in _CONTACTS and means(COLUMN["victim_consulted"], column):
        return replace(one, uses=(Use("victim_consulted"),), reason=_WAS_CONTACTED, sure=False)
    if field in COLUMN and COLUMN[field].kind is Kind.TEXT and not one.sure:
        return _not_a_text(one, field, column)
    return one


def holds_outcomes(one: Suggestion, column: ColumnLook) -> bool:
    """Say whether a column is suggested as the outcome code and holds such codes."""
    return one.fills("outcome_code") and _are_outcomes(column)


def _is_long(column: ColumnLook) -> bool:
    """Say whether some of a column's values are long text, as what happened is told in."""
    return _TOLD * column.shapes.get(Shape.LONG, 0) > sum(column.shapes.values())


def is_story(column: ColumnLook) -> bool:
    """Say whether most of a column's values are text of many words, which is nobody's name."""
    values = [word for word, _ in column.words] if column.words else [*column.probed, *column.samples]
    long = sum(len(value.replace("-", " ").split()) >= _STORY and "," not in value[:_FIRST_NAMED] for value in values)
    return bool(values) and 2 * long > len(values)


def _instead_of_offence(one: Suggestion, column: ColumnLook) -> tuple[str, Reason] | None:
    """Give the field that a column's values are of where they are no offences, and why; None where they may be."""
    if one.reason != BEFORE and _is_told_anew(column):
        return "circumstances", _TOLD_ANEW
    return ("offence_group", _GROUPS) if not one.sure and _are_groups(column) else None


def _is_told_anew(column: ColumnLook) -> bool:
    """Say whether a column tells a story that is another in nearly every row, as no offence is called."""
    return is_story(column) and (column.words is None or len(column.words) >= _MOSTLY * column.filled)


def _are_groups(column: ColumnLook) -> bool:
    """Say whether nearly all of a column's words are titles of groups of offences, and several are."""
    titles = {choice.title.casefold() for choice in COLUMN["offence_group"].choices}
    words = [word for word, _ in column.words or ()]
    return len(words) >= _FEWEST and sum(word.strip().casefold() in titles for word in words) >= _MOSTLY * len(words)


def _are_plain_words(column: ColumnLook) -> bool:
    """Say whether nearly all of a column's values are words without a figure in them."""
    words = column.words or ()
    plain = sum(count for word, count in words if not any(map(str.isdigit, word)) and len(word) > _SHORTEST_WORDS)
    return bool(words) and plain >= _MOSTLY * sum(count for _, count in words)


def _not_a_text(one: Suggestion, field: str, column: ColumnLook) -> Suggestion:
    """Take a few short words that come again and again for no narrative: those of disposals are the disposal."""
    if field == "circumstances" and fold(one.heading) in _OF_ANYTHING and not _is_long(column):
        return replace(one, uses=(), reason=_NOTES)
    total = sum(count for _, count in column.words or ())
    if field == "conditions" and means(COLUMN["conditions_completed"], column):
        return replace(one, uses=(Use("conditions_completed"),), reason=_COMPLIED, sure=False)
    if field == "victim_views" and _are_answers(column):
        return replace(one, uses=(Use("victim_consulted"),), reason=_ASKED, sure=False)
    disposals = sum(count for word, count in column.words or () if _is_disposal(word))
    if disposals > _HALF * total and field != "checks_done":  # whose PND is a database
        return replace(one, uses=(Use("disposal"),), reason=by_words_of(COLUMN["disposal"].heading), sure=False)
    longest = max((len(word) for word, _ in column.words or ()), default=_SHORT + 1)
    if field == "victim_views" and _are_phrases(column):
        return one
    come_again = total >= _FEWEST_SHORT and len(column.words or ()) <= _HALF * total
    if longest > _SHORT or not come_again or field in _NOT_SHORT:
        return one
    if field == "suspect_account" and _are_of(COLUMN["admission"], column):
        return replace(one, uses=(Use("admission"),), reason=_ADMITTED, sure=False)
    return replace(one, uses=(), reason=_ASIDE)


def _are_of(field: Field, column: ColumnLook) -> bool:
    """Say whether several of a column's words are known of a field, and as many of its rows have one as have none."""
    words = {word: count for word, count in column.words or () if meaning(field, word)}
    return len(words) >= _FEWEST and 2 * sum(words.values()) >= column.filled


def _are_phrases(column: ColumnLook) -> bool:
    """Say whether most of a column's values are a few words that say something: "Happy with apology"."""
    words = column.words or ()
    return 2 * sum(count for word, count in words if len(word.split()) >= _PHRASE) > sum(count for _, count in words)


def _are_answers(column: ColumnLook) -> bool:
    """Say whether a column answers yes and no, and little else: whether a victim was asked, and not what they said."""
    words = dict(column.words or ())
    answers = {word for word in words if word_key(word) in ("y", "n", "yes", "no", "1", "0")}
    return len(answers) >= _FEWEST and 2 * sum(words[word] for word in answers) > sum(words.values())


def _is_disposal(word: str) -> bool:
    try:
        return reader(COLUMN["disposal"])(word) is not None
    except Unreadable:
        return meaning(COLUMN["disposal"], word) is not None


def are_offence_codes(column: ColumnLook) -> bool:
    """Say whether a column holds Home Office codes, such as "046/00", that come again; a reference does not."""
    total = sum(count for _, count in column.words or ())
    codes = sum(count for word, count in column.words or () if _HO_CODE.fullmatch(word.strip()))
    return total > 0 and codes >= _MOSTLY * total


def _are_named(column: ColumnLook) -> bool:
    """Say whether most of the values are a name with a number, such as "PC Tate 6111"."""
    values = [word for word, _ in column.words] if column.words else list(column.samples)
    named = [value for value in values if any(map(str.isdigit, value)) and _has_name(value)]
    return 2 * len(named) > len(values)


def _has_name(value: str) -> bool:
    return any(word.casefold() not in RANKS and word[0].isupper() for word in _WORD_OF_NAME.findall(value))


def _are_outcomes(column: ColumnLook) -> bool:
    """Say whether a column holds the few codes of out-of-court outcomes: "08" and "22" are no offences there.

    Among those that only such a list has, codes of other outcomes may stand, for a list has those charged too.
    """
    codes = {_NO_WORD.sub("", word).upper().lstrip("0"): count for word, count in column.words or ()}
    ours = codes.keys() & set(OUT_OF_COURT_OUTCOMES)
    if len(ours) < _FEWEST or not codes.keys() <= {*OUT_OF_COURT_OUTCOMES, *OTHER_OUTCOMES}:
        return False
    mostly = 2 * sum(codes[code] for code in ours) > sum(codes.values()) and not ours.isdisjoint(_TELLING)
    return ours == codes.keys() or mostly


def are_ranked_names(field: str, column: ColumnLook) -> bool:
    """Say whether nearly all of a column's values are ranks with names, by the words of a field of ranks."""
    words = [word for word, _ in column.words or () if word.strip()]
    named = [word.split()[-1].casefold() for word in words if _is_ranked_name(field, word)]
    return len(set(named)) >= _FEWEST and len(named) >= _MOSTLY * len(words)


def _is_ranked_name(field: str, word: str) -> bool:
    """Say whether a rank comes first in a text and something else last: "Insp Marsh", not "Chief Supt"."""
    words = word.split()
    if len(words) == 1 or not words[-1][:1].isupper() or _is_rank(field, words[-1]):
        return False
    return _is_rank(field, words[0]) or meaning(COLUMN[field], words[0]) is not None


def _is_rank(field: str, word: str) -> bool:
    if word.casefold() in RANKS or meaning(COLUMN[field], word):
        return True
    try:
        return reader(COLUMN[field])(word) is not None
    except Unreadable:
        return False
