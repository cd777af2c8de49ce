"""On what the suggested meaning of a file's word rests, and so whether a person is asked, shown, or only told.

A word that the vocabulary knows is told in a line that can be opened. One that is read by what it holds stands in the
open, to be looked over. All others are asked, each with the reason.
"""

import re
from collections.abc import Iterator

from scrutiny_app.domain.cases import COLUMN, Field, Kind
from scrutiny_app.domain.cautions_apart import WHY_ASKED as WHY_CAUTIONS_APART
from scrutiny_app.domain.cautions_apart import cautions_apart
from scrutiny_app.domain.codes_in_doubt import group_in_letters
from scrutiny_app.domain.contradictions import COUNTED_AS
from scrutiny_app.domain.footings import Footing
from scrutiny_app.domain.no_disposal import ended_otherwise, not_given, without_refusal
from scrutiny_app.domain.open_statuses import OPEN, WHY_ASKED, is_read_as_open
from scrutiny_app.domain.ticks import BLANK, answers_of
from scrutiny_app.domain.unread_ranks import is_rank
from scrutiny_app.domain.uses import REJECTED, described, word_key
from scrutiny_app.domain.vocabulary import KEYWORDS, NOTHING, OF_A_YOUTH, OF_AN_ADULT, OTHER_WORDS
from scrutiny_app.domain.word_questions import Word, WordsToMap
from scrutiny_app.domain.wording import counts_several, has_two_codes, is_wider, meaning, of_halves
from scrutiny_app.domain.words_together import codes_of, fields_of

WHY_BLANK = "No cell here is known to say no: choose “No” only if every case that it is true of was marked."
_HOW_ENDED = frozenset({"disposal", "outcome_code"})
_SHORT = 2  # letters and figures of what may be a system's own code
_NUMBERED = re.compile(r"\b0?(\d{1,2}[a-z]?)\b")
_CROSS = "x"
_PLAIN = frozenset({"y", "n"})


def footings(asked: WordsToMap) -> list[Footing]:
    """Say of each word of a question on what its meaning rests; a code beside one that nobody knows is asked too."""
    apart = cautions_apart(asked)
    found = [Footing.ASKED if word[0] in apart else _footing(asked, word) for word in asked.words]
    if asked.is_pair or all(code is not None or word == BLANK for word, _, code in asked.words):
        return found
    return [
        Footing.ASKED if is_code(word) and not asked.is_told(word, code) else one
        for one, (word, _, code) in zip(found, asked.words, strict=True)
    ]


def why_asked(asked: WordsToMap, word: Word) -> str:
    """Say in a sentence why a word is asked about; nothing where there is no more to say than that nobody knows it."""
    name, _, code = word
    if asked.is_pair:
        return "Two columns together: say what was done where they say this."
    if name == BLANK:
        return WHY_BLANK
    if any(is_wider(field, name) for field in _fields(asked)):
        return "A group that may hold several of ours: choose one only if it is true of all these rows."
    if "disposal" in fields_of(asked) and counts_several(name):
        return "This outcome code counts several kinds of caution."
    if "outcome_code" in fields_of(asked) and has_two_codes(name):
        return f"It may be {_either_code(name)}: choose what your returns count it as."
    if is_code(name):
        return "A code: systems differ in what it means."
    if name in cautions_apart(asked):
        return WHY_CAUTIONS_APART
    return _why_unknown(asked, name, code)


def _why_unknown(asked: WordsToMap, name: str, code: str | None) -> str:
    if is_read_as_open(asked.field, name):
        return WHY_ASKED
    if asked.field == "role":
        return "No role here is like it. Whoever is left out is not known to the redaction."
    if any(field.kind is Kind.NUMBER for field in _fields(asked)):
        return "It may be a count of 0, or say that nothing was recorded."
    if code is not None and (told := asked.told_of(name)) and told.by_rows and told.code == code:
        return "The rows of this file say so; it may stand for others too."
    if code == REJECTED:
        return "It may say that no disposal was given: if so, leave its rows out."
    return "" if code is None else "Spelt like the answer that is offered first."


def either_code(asked: WordsToMap, word: str) -> list[str]:
    """Give the answers that have the outcome codes which may count a conditional caution; none for any other word."""
    if "outcome_code" not in fields_of(asked) or not has_two_codes(word):
        return []
    disposal = meaning(COLUMN["disposal"], word)
    return [
        answer
        for answer, _ in asked.choices
        if (said := dict(codes_of(asked, answer)))
        and disposal in COUNTED_AS.get(said["outcome_code"], ())
        and said.get("disposal", disposal) == disposal
    ]


def if_given(asked: WordsToMap, word: str) -> list[str]:
    """Give the answers that a word for a disposal which was perhaps not given has if it was."""
    told = without_refusal(word)
    said = {name: code for name in fields_of(asked) if name in _HOW_ENDED and (code := meaning(COLUMN[name], told))}
    answers = ((answer, dict(codes_of(asked, answer))) for answer, _ in asked.choices)
    return [answer for answer, codes in answers if said and all(codes.get(name) == said[name] for name in said)]


def _either_code(word: str) -> str:
    """Say which outcome codes count a conditional caution, which is a child's, an adult's or of neither said."""
    if OF_A_YOUTH.search(word) or word_key(word) == "ycc":
        return "outcome 2 or 2A"
    return "outcome 3 or 3A" if OF_AN_ADULT.search(word) else "outcome 2 or 3, with the A or without"


def _footing(asked: WordsToMap, word: Word) -> Footing:
    name, _, code = word
    if code is None or name == BLANK:
        return Footing.ASKED
    if code == REJECTED and is_perhaps_not_given(name):
        return Footing.ASKED
    if code == REJECTED or asked.is_pair:
        return Footing.READ
    if (told := asked.told_of(name)) and asked.is_told(name, code):  # the file itself says so, in words that are known
        return Footing.READ if told.by_rows else Footing.KNOWN
    found = {footing_of_word(field, name, own) for field, own in zip(_fields(asked), _codes(asked, code), strict=True)}
    if found == {Footing.KNOWN, Footing.READ} and _says_both(asked, word):
        return Footing.KNOWN
    return next(one for one in (Footing.ASKED, Footing.READ, Footing.KNOWN) if one in found)


def is_perhaps_not_given(word: str) -> bool:
    """Say whether a word may tell of a disposal that was not given, and does not only say how else a case ended."""
    names_one = any(pattern.search(word) for pattern, _ in KEYWORDS["disposal"])
    return not_given(word) and (names_one or not ended_otherwise(word))


def _says_both(asked: WordsToMap, word: Word) -> bool:
    """Say whether a word has an outcome code written in it, and in words a disposal that this code counts."""
    codes = dict(codes_of(asked, word[2] or ""))
    code = codes.get("outcome_code", "")
    is_written = code.casefold() in _NUMBERED.findall(word[0].casefold())
    return is_written and codes.get("disposal") in COUNTED_AS.get(code, ())


def footing_of_word(field: Field, word: str, code: str) -> Footing:
    """Say on what a word's meaning for one field rests."""
    names = _vocabularies(field)
    if code == OPEN and is_read_as_open(field.name, word):
        return Footing.KNOWN
    if word_key(word) in NOTHING or any(OTHER_WORDS.get(name, {}).get(word_key(word)) == code for name in names):
        is_dropped = not code and word_key(word) not in NOTHING  # "Prefer not to say" of a sex
        return Footing.READ if is_code(word) or is_dropped else Footing.KNOWN
    if of_halves(field, word) == {code}:
        return Footing.READ
    if field.name == "outcome_code":
        return _of_outcome(word, code)
    if field.name == "ethnicity" and group_in_letters(word) == code:
        return Footing.READ
    if field.kind is Kind.NUMBER and code == "0":  # "nil"
        return Footing.READ
    if is_rank(field) and not code and not is_code(word):  # no case is lost for a rank
        return Footing.READ
    if word_key(word) == _CROSS and code in (answers_of(field) or ()):  # alone against blanks
        return Footing.READ
    plain = word.replace("_", " ")
    holds = any(means == code and pattern.search(plain) for name in names for pattern, means in KEYWORDS.get(name, ()))
    return Footing.READ if holds else Footing.ASKED


def _of_outcome(word: str, code: str) -> Footing:
    """Tell a code that stands in the word from one that only counts the disposal which the word means."""
    is_written = code.casefold() in word_key(word)
    counted = COUNTED_AS.get(code, frozenset())
    only = len(counted) == 1 and not any(counted & others for own, others in COUNTED_AS.items() if own != code)
    return Footing.KNOWN if is_written or only else Footing.READ


def _vocabularies(field: Field) -> Iterator[str] | tuple[str, ...]:
    name = "rank" if is_rank(field) else field.name
    return (name, "yes_no") if field.kind is Kind.YES_NO else (name,)


def _fields(asked: WordsToMap) -> list[Field]:
    return [field for name in fields_of(asked) if (field := described(name) or described(name, parties=True))]


def _codes(asked: WordsToMap, code: str) -> list[str]:
    return [own for _, own in codes_of(asked, code)]


def is_code(word: str) -> bool:
    """Say whether a word is a code that another system may write for something else: a figure, or one letter."""
    key = word_key(word)
    if not key.isalnum() or key in _PLAIN:
        return False
    return len(key) == 1 or (len(key) <= _SHORT and any(map(str.isdigit, key)))
