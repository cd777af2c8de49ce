"""Cautions of one column that differ only in what stands behind a dash or in brackets, such as a desk's own words.

"Youth caution - plain" and "Youth caution - strings" are not one disposal: what is behind may say that there are
conditions. What is known to say nothing of them, such as an adult's or a number, tells no two apart.
"""

import re
from collections import Counter

from scrutiny_app.domain.uses import word_key
from scrutiny_app.domain.word_questions import WordsToMap
from scrutiny_app.domain.words_together import codes_of

WHY_ASKED = "Another word here is the same caution and ends otherwise: say whether this one has conditions."
_WITHOUT_CONDITIONS = frozenset({"simple_caution", "youth_caution"})
_SAYS_ALL = "simple"
_BEHIND = re.compile(r"\s[-–—]+\s*|\s*[/:(\[,]\s*")
_OF_NO_CONDITIONS = re.compile(
    r"(?:adults?|youths?|juv(?:enile)?s?|child(?:ren)?|yp|simple|police|offences?|crime|given|issued|outcome|oc)"
)


def cautions_apart(asked: WordsToMap) -> frozenset[str]:
    """Give the words of cautions without conditions that begin alike and differ in what is behind."""
    parted = {word: _parted(word) for word, _, code in asked.words if _is_without_conditions(asked, code)}
    heads = Counter(head for head, behind in parted.values() if head)
    return frozenset(
        word for word, (head, behind) in parted.items() if behind and heads[head] > 1 and _SAYS_ALL not in head
    )


def _is_without_conditions(asked: WordsToMap, code: str | None) -> bool:
    return dict(codes_of(asked, code or "")).get("disposal") in _WITHOUT_CONDITIONS


def _parted(word: str) -> tuple[str, str]:
    """Give how a word begins, and what is behind that may speak of conditions."""
    head, *rest = _BEHIND.split(word, maxsplit=1)
    behind = "".join(rest)
    tells = [one for one in re.findall(r"[^\W\d_]{3,}", behind.casefold()) if not _OF_NO_CONDITIONS.fullmatch(one)]
    return word_key(head), " ".join(tells)
