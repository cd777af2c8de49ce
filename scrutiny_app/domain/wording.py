"""Which words of a file the schema does not read, and what they seem to mean; a person says which are mapped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from scrutiny_app.domain.cases import NOT_RECORDED, OTHER_OUTCOMES, OUT_OF_COURT_OUTCOMES, Choice, Field, Kind
from scrutiny_app.domain.cells import Reader, Unreadable, fold, reader
from scrutiny_app.domain.looking import ColumnLook, Look, SheetLook
from scrutiny_app.domain.parties import LEFT_OUT
from scrutiny_app.domain.uses import Mapping, Use, described, word_key
from scrutiny_app.domain.vocabulary import KEYWORDS, NOTHING, OTHER_WORDS, OUTCOMES, WIDER_GROUP

Word = tuple[str, int, str | None]
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")  # criminalDamage
IN_DOUBT = "?"  # a word that is known to mean several things
_LIKE_FROM = 86.0
_QUESTIONS = frozenset({"victim_consulted", "conditions_completed", "youth"})
YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))


@dataclass(frozen=True)
class WordsToMap:
    """The words of one column that a field does not read: each with its count and the code it may mean.

    A suggestion of "" means that nothing is recorded; None that nobody can tell. `field` is the field's name, or
    "parties" and its name for the sheet of people; `choices` are what a word may be mapped to; `title` names the field
    within a sentence, for one column may fill two. `has_wider` says that a word stands for several choices at once.
    """

    field: str
    heading: str
    words: tuple[Word, ...]
    choices: tuple[tuple[str, str], ...] = ()
    title: str = ""
    has_wider: bool = False


def suggest_words(look: Look, mapping: Mapping) -> list[WordsToMap]:
    """List the words that the schema does not read, of each column that a mapping loads, in the file's order."""
    found = list(_of_sheet(look.cases, mapping.uses, parties=False))
    if look.parties:
        found += _of_sheet(look.parties, mapping.parties, parties=True)
    return found


def choices_of(field: Field) -> tuple[tuple[str, str], ...]:
    """List what a word may be mapped to: codes with their titles, and nothing recorded."""
    nothing = ("", NOT_RECORDED)
    if field.name == "outcome_code":
        return *((code, f"Outcome {code}") for code in (*OUT_OF_COURT_OUTCOMES, *OTHER_OUTCOMES)), nothing
    if field.name == "role":
        return *((choice.code, choice.title) for choice in field.choices), (LEFT_OUT, "Leave these people out")
    choices = YES_NO if field.kind is Kind.YES_NO else field.choices
    return *((choice.code, choice.title) for choice in choices), nothing


def _of_sheet(sheet: SheetLook, uses: dict[str, tuple[Use, ...]], *, parties: bool) -> Iterator[WordsToMap]:
    for column in sheet.columns:
        for use in uses.get(fold(column.heading), ()):
            field = described(use.field, parties=parties)
            if field and has_words(field) and (words := _unread(field, column)):
                wider = any(is_wider(field, word) for word, _, _ in words)
                yield WordsToMap(field.name, column.heading, words, choices_of(field), title_of(field), wider)


def title_of(field: Field) -> str:
    """Name a field within a sentence: "the disposal", or its heading in quotes where it is no thing but a question."""
    is_question = field.kind is Kind.YES_NO or field.name in _QUESTIONS
    return f"“{field.heading}”" if is_question else f"the {field.heading[0].lower()}{field.heading[1:]}"


def has_words(field: Field) -> bool:
    """Say whether a field is filled from a list of words, so that a file's own may be mapped to it."""
    return field.kind in (Kind.CHOICE, Kind.YES_NO) or field.name == "outcome_code"


def _unread(field: Field, column: ColumnLook) -> tuple[Word, ...]:
    read = reader(field)
    counts: dict[str, tuple[str, int]] = {}
    for word, count in column.words or ():
        if _is_read(read, field, word):
            continue
        shown, before = counts.get(word_key(word), (" ".join(word.split()), 0))
        counts[word_key(word)] = shown, before + count
    return tuple((word, count, meaning(field, word)) for word, count in counts.values())


def _is_read(read: Reader, field: Field, word: str) -> bool:
    if not word_key(word):
        return True
    try:
        value = read(word)
    except Unreadable:
        return False
    return field.name != "outcome_code" or value is None or outcome_known(str(value))


def outcome_known(code: str) -> bool:
    """Say whether a text is a Home Office outcome code as it is."""
    return (code.upper().lstrip("0") or "0") in {*OUT_OF_COURT_OUTCOMES, *OTHER_OUTCOMES}


def meaning(field: Field, word: str) -> str | None:
    """Suggest the code that a file's word means for a field; "" where it says that nothing is recorded."""
    key = word_key(word)
    if field.name == "role":
        return _role(field, key, word)
    if key in NOTHING:
        return ""
    if is_wider(field, word):
        return None
    if field.name == "outcome_code":
        return _outcome(word)
    vocabularies = [_vocabulary(field.name), *(("yes_no",) if field.kind is Kind.YES_NO else ())]
    known = next((known[key] for name in vocabularies if key in (known := OTHER_WORDS.get(name, {}))), None)
    if known is not None:
        return None if known == IN_DOUBT else known
    if field.name == "ethnicity" and (key.startswith("ic") or len(key) < 2):  # IC1 to IC9
        return None
    return _by_keyword(vocabularies, _HUMPS.sub(" ", word).replace("_", " ")) or _nearest(field, word)


def _by_keyword(vocabularies: Sequence[str], word: str) -> str | None:
    patterns = (pair for name in vocabularies for pair in KEYWORDS.get(name, ()))
    return next((code for pattern, code in patterns if pattern.search(word)), None)


def _role(field: Field, key: str, word: str) -> str:
    """Suggest what somebody is: another person where nobody can tell, whom the redaction then knows at least."""
    if (known := OTHER_WORDS["role"].get(key)) is not None:
        return known
    found = next((code for pattern, code in KEYWORDS["role"] if pattern.search(word)), None)
    return found or _nearest(field, word) or "third_party"


def is_wider(field: Field, word: str) -> bool:
    """Say whether a word is a group of offences that holds several of ours, so that no one of them can stand for it."""
    plain = " ".join(re.findall(r"[a-z]+", word.casefold()))
    return field.name == "offence_group" and WIDER_GROUP.fullmatch(plain) is not None


def _vocabulary(name: str) -> str:
    return "rank" if name.endswith("rank") else name


def _outcome(word: str) -> str | None:
    found = {match[1].upper() for pattern in OUTCOMES for match in pattern.finditer(word)}
    others = set(re.findall(r"\b\d{1,2}A?\b", word.upper())) & set(OUT_OF_COURT_OUTCOMES)
    codes = {code.lstrip("0") or "0" for code in found}
    if len(codes) == 1 and others <= codes and outcome_known(*codes):
        return codes.pop()
    return OTHER_WORDS["outcome_code"].get(word_key(word))


def _nearest(field: Field, word: str) -> str | None:
    """Find the choice spelt most like a word; None where none is, or two are as near."""
    scores: dict[str, float] = {}
    for choice in field.choices:
        for spelling in (choice.title, *(also for also in choice.also if len(also) > 3)):  # not a code
            score = fuzz.token_sort_ratio(word.casefold(), spelling.casefold())
            scores[choice.code] = max(scores.get(choice.code, 0.0), score)
    best = sorted(scores.items(), key=lambda pair: -pair[1])[:2]
    if not best or best[0][1] < _LIKE_FROM or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]
