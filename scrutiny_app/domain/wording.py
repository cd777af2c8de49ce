"""What a word of another system seems to mean for a field, as a suggestion that a person confirms."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from scrutiny_app.domain.cases import ADULT_ONLY, CHILD_ONLY, COLUMN, OTHER_OUTCOMES, OUT_OF_COURT_OUTCOMES, Field, Kind
from scrutiny_app.domain.cells import is_marked
from scrutiny_app.domain.contracting import contracted
from scrutiny_app.domain.contradictions import COUNTED_AS, outcome_code
from scrutiny_app.domain.flags_together import TOGETHER, denies
from scrutiny_app.domain.halved_words import halves_of, in_welsh, is_welsh_word, read_as
from scrutiny_app.domain.no_disposal import not_given
from scrutiny_app.domain.offence_words import is_wider_group, names_several
from scrutiny_app.domain.ranks import says_acting
from scrutiny_app.domain.uses import word_key
from scrutiny_app.domain.vocabulary import (
    HAS_CONDITIONS,
    HAS_NO_CONDITIONS,
    KEYWORDS,
    NOTHING,
    OF_A_YOUTH,
    OF_AN_ADULT,
    OTHER_WORDS,
    OUTCOMES,
)

_CONSTABLE = re.compile(r"\b(?:[pd]c|(?:det )?con)(?:stable)?\b", re.IGNORECASE)
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")  # criminalDamage
_APART = re.compile(r"\b(0?[123])\s*[ (\-–]\s*(A)\b\)?", re.IGNORECASE)  # "3 (A)" is 3A
_ALTERNATE = re.compile(r"\balt(?:ern\w*)?\b", re.IGNORECASE)
_ORIENTATION = re.compile(r"\bsexual orientation\b", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
_OF_SEVERAL = frozenset({"2", "2A", "3", "3A"})  # outcome codes that count cautions with conditions and without
_CODE_OF = {
    "community_resolution": "8",
    "outcome_22": "22",
    "penalty_notice": "6",
    "cannabis_warning": "7",
    "youth_caution": "2",
    "simple_caution": "3",
}
IN_DOUBT = "?"  # a word that is known to mean several things
_LIKE_FROM = 86.0
_WITH_CONDITIONS = frozenset({"youth_conditional_caution", "conditional_caution"})
_WITHOUT_CONDITIONS = frozenset({"youth_caution", "simple_caution"})


def outcome_known(code: str) -> bool:
    """Say whether a text is a Home Office outcome code as it is."""
    return outcome_code(code) in {*OUT_OF_COURT_OUTCOMES, *OTHER_OUTCOMES}


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
        return None if is_marked(word) else _outcome(word)
    if _vocabulary(field.name) == "rank" and is_held_for_a_while(word):
        return ""
    vocabularies = [_vocabulary(field.name), *(("yes_no",) if field.kind is Kind.YES_NO else ())]
    known = next((known[key] for name in vocabularies if key in (known := OTHER_WORDS.get(name, {}))), None)
    if known is not None:
        return None if known == IN_DOUBT else known
    if _says_nothing_sure(field, word) or (field.name == "disposal" and not_given(word)):
        return None
    if both := of_halves(field, word):
        return both.pop() if len(both) == 1 else None
    found = _by_keyword(vocabularies, _HUMPS.sub(" ", word).replace("_", " "))
    if field.name == "disposal" and _says_code_alone(word, found):
        return _of_outcome(word)
    found = _spelt_like(field, word) if found is None else found
    return None if found == IN_DOUBT or (field.name == "disposal" and _denies(word, found)) else found


def _spelt_like(field: Field, word: str) -> str | None:
    return _nearest(field, word) or contracted(field, word)


def _says_nothing_sure(field: Field, word: str) -> bool:
    """Say whether a word is of a kind that is never read: marked, of several, an officer's view (IC1)."""
    if is_marked(word) and field.name != "offence_group":  # of offences it is prose
        return True
    if field.name == TOGETHER:
        return not _is_one_flag(word)
    if field.name == "conditions_completed" and ";" in word:  # of several conditions, one of which is not known
        return any(not meaning(field, part.strip()) for part in word.split(";"))
    if field.name == "offence_group" and names_several(word):
        return True
    key = word_key(word)
    return field.name == "ethnicity" and (key.startswith("ic") or len(key) < 2)


def of_halves(field: Field, word: str) -> set[str]:
    """Give what the two sides of a stroke mean; nothing where there is none, or one is not known and is no Welsh."""
    halves = halves_of(word)
    found = {half: in_welsh(field, half) or read_as(field, half) or meaning(field, half) for half in halves}
    unknown = [half for half, code in found.items() if code is None]
    if len(unknown) > 1 or not all(map(is_welsh_word, unknown)):
        return set()
    return {code for code in found.values() if code is not None}


def _is_one_flag(word: str) -> bool:
    """Say whether a wording holds one flag and does not say that it is not so: "Not DA", "DA and knife"."""
    held = {code for pattern, code in KEYWORDS[TOGETHER] if pattern.search(_ORIENTATION.sub("hate", word))}
    return len(held) <= 1 and not denies(word)


def _denies(word: str, disposal: str | None) -> bool:
    """Say whether a wording says something that a disposal is not: conditions, a youth, an adult."""
    if HAS_CONDITIONS.search(word) and disposal in _WITHOUT_CONDITIONS:
        return True
    if HAS_NO_CONDITIONS.search(word) and disposal in _WITH_CONDITIONS:
        return True
    if OF_A_YOUTH.search(word) and disposal in ADULT_ONLY:
        return True
    return OF_AN_ADULT.search(word) is not None and disposal in CHILD_ONLY


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
    return field.name == "offence_group" and is_wider_group(word)


def is_held_for_a_while(word: str) -> bool:
    """Say whether a word is an acting or temporary rank, which may or may not count as that rank; a T/DC is a DC."""
    return says_acting(word) and not _CONSTABLE.search(word)


def _vocabulary(name: str) -> str:
    return "rank" if name.endswith("rank") else name


def code_of_disposal(disposal: str) -> str | None:
    """Give the outcome code that alone counts a disposal."""
    return _CODE_OF.get(disposal)


def counts_several(word: str) -> bool:
    """Say whether a word is an outcome code, with or without words, that counts cautions of several kinds."""
    return _code_of(word) in _OF_SEVERAL


def _says_code_alone(word: str, found: str | None) -> bool:
    """Say whether a word is an outcome code, or that with its title: "3A: Adult caution, alternate offence"."""
    if found is None:
        return _code_of(word) is not None and len(_FIGURES.findall(word)) == 1  # not "6/25"
    return found in _WITHOUT_CONDITIONS and _ALTERNATE.search(word) is not None and counts_several(word)


def _of_outcome(word: str) -> str | None:
    """Give the disposal that the outcome code in a word counts, where it counts no other."""
    counted = COUNTED_AS.get(_code_of(word) or "", frozenset())
    return next(iter(counted)) if len(counted) == 1 else None


def _outcome(word: str) -> str | None:
    """Give the outcome code that a word holds, or that alone counts the disposal it means."""
    code = _code_of(word) or OTHER_WORDS["outcome_code"].get(word_key(word))
    if code in OUT_OF_COURT_OUTCOMES and not_given(word):
        return None
    return code or (None if _holds_code(word) else _CODE_OF.get(meaning(COLUMN["disposal"], word) or ""))


def _holds_code(word: str) -> bool:
    return _FIGURES.search(word) is not None or _ALTERNATE.search(word) is not None


def has_two_codes(word: str) -> bool:
    """Say whether a word means a caution with conditions, of which forces write one outcome code or another."""
    return meaning(COLUMN["disposal"], word) in _WITH_CONDITIONS


def _code_of(word: str) -> str | None:
    """Give the outcome code that a word is or holds; None where it holds none, or may hold several."""
    word = _APART.sub(r"\1\2", word).strip()
    if outcome_known(word):
        return outcome_code(word)
    found = {match[1].upper() for pattern in OUTCOMES for match in pattern.finditer(word)}
    others = set(re.findall(r"\b\d{1,2}A?\b", word.upper())) & set(OUT_OF_COURT_OUTCOMES)
    codes = {code.lstrip("0") or "0" for code in found}
    if codes <= {"2", "3"} and _ALTERNATE.search(word):  # "3 Alt": perhaps 3A, and perhaps 3
        return None
    if len(codes) == 1 and others <= codes and outcome_known(*codes):
        return codes.pop()
    return None


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
