"""Codes that the schema reads and a file may mean otherwise, told by the others of their column.

The census of 2021 numbers its groups A (white) to E (other), where the 16+1 codes have A for Asian and B for Black: one
letter, two meanings. An X for the sex may be a third one, or that nobody knew. "Na" is no where "Ie" is yes, and else
perhaps not applicable; beside FA and PA it may be no admission. And WB says that two letters are a group and its part.
"""

import re

from scrutiny_app.domain.cases import OUT_OF_COURT_OUTCOMES, Field
from scrutiny_app.domain.contradictions import outcome_code
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.ticks import answers_of
from scrutiny_app.domain.uses import word_key
from scrutiny_app.domain.welsh_headings import in_english
from scrutiny_app.domain.word_questions import Word

_WELSH, _WELSH_NO = frozenset({"ie", "oes", "llawn", "rhannol", "db"}), "na"
_ADMISSIONS = frozenset({"fa", "pa"})
_CODE = re.compile(r"\W*([A-Z])\d{1,2}\b.{0,80}", re.IGNORECASE)
_OF_2021 = {"a": "white", "b": "mixed", "c": "asian", "d": "black", "e": "other"}
_IN_LETTERS = {
    **dict.fromkeys("wb wi wo wg wt wr we ww ws".split(), "white"),
    **dict.fromkeys("mx mc ma mo mw".split(), "mixed"),
    **dict.fromkeys("ai ap ab ao".split(), "asian"),  # not AC, which is African Caribbean too
    **dict.fromkeys("bc ba bo bb".split(), "black"),
    **dict.fromkeys("oo ot".split(), "other"),
}
_WHITE_BRITISH = "wb"
_ONLY_THERE, _NEVER_THERE = frozenset("cde"), frozenset("wmo")
_NOT_KNOWN = frozenset("u 0 9 99 n nk unk unknown notknown notrecorded notstated unspecified notspecified".split())
_FEWEST = 3  # different codes, of which none is white
_OWN = 3  # so many times as many numbers as there are of outcomes that are not out of court
_SAYS_OUTCOME = re.compile(r"out ?come|\bho\b|home office|hocr|canlyniad", re.IGNORECASE)


def codes_in_doubt(field: Field, column: ColumnLook) -> dict[str, str | None]:
    """Give, by their keys, the words of a column that the schema would read and should not, with what each may mean."""
    words = [word for word, _ in column.words or ()]
    if field.name == "sex":
        keys = set(map(word_key, words))
        x_beside_unknown = {"x": None if keys & _NOT_KNOWN else ""}
        return {**x_beside_unknown, **({"m": None} if _is_welsh_for_woman(keys) else {})}
    if field.name == "ethnicity":
        return {**_of_another_census(words), **_in_letters(words)}
    if field.name == "admission" and not _ADMISSIONS.isdisjoint(map(word_key, words)):
        return {"na": None}
    answers = answers_of(field)
    is_welsh = not _WELSH.isdisjoint(map(word_key, words)) or in_english(column.heading) != column.heading
    return {_WELSH_NO: answers[1]} if answers and is_welsh else {}


def group_in_letters(word: str) -> str | None:
    """Give the group that a code of two letters is of where WB is white British: "AP" is Asian, Pakistani."""
    return _IN_LETTERS.get(word_key(word))


def _in_letters(words: list[str]) -> dict[str, str | None]:
    keys = set(map(word_key, words))
    return {key: _IN_LETTERS[key] for key in keys & _IN_LETTERS.keys()} if _WHITE_BRITISH in keys else {}


def _is_welsh_for_woman(keys: set[str]) -> bool:
    """Say whether an M may stand for menyw, a woman: beside a D (dyn) or a G (gwryw), and no F."""
    return "f" not in keys and not keys.isdisjoint("dg")


def _of_another_census(words: list[str]) -> dict[str, str | None]:
    letters = {word: match[1].casefold() for word in words if (match := _CODE.fullmatch(word))}
    used = set(letters.values())
    is_other = bool(used & _ONLY_THERE) and not used & _NEVER_THERE
    may_be_other = len(letters) >= _FEWEST and not used & _NEVER_THERE
    if not is_other and not may_be_other:
        return {}
    found = {word: letter for word, letter in letters.items() if letter in _OF_2021}
    return {word_key(word): _OF_2021[letter] if is_other else None for word, letter in found.items()}


def of_own_numbers(field: Field, column: ColumnLook, words: tuple[Word, ...], *, both: bool) -> tuple[Word, ...]:
    """Withdraw what bare numbers of disposals may mean where a system counts its own from 1, and not the outcomes.

    Where one column is to tell the outcome code too (`both`), each of its numbers is then asked about.
    """
    counts = dict(column.words or ())
    numbers = {word for word in counts if word.strip().isdigit()}
    others = {word for word in numbers if outcome_code(word.strip()) not in OUT_OF_COURT_OUTCOMES}
    is_own = len(numbers) >= _FEWEST and _OWN * len(others) >= len(numbers) and not _SAYS_OUTCOME.search(column.heading)
    if not is_own:
        return words
    kept = [(word, count, None if word.strip() in numbers else meant) for word, count, meant in words]
    if both:
        known = {word for word, _, _ in words}
        kept += [(word, counts[word], None) for word in numbers if word not in known]
    return tuple(kept)
