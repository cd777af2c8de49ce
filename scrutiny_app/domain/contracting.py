"""Knowing a choice by a code made of its title: the first letters of its words, and the beginning of the last.

"CRES" is a community resolution, "CD&A" criminal damage and arson, "VWOI" violence without injury. A code that may be
made of two titles is of neither.
"""

import re
from collections.abc import Sequence

from scrutiny_app.domain.cases import Choice, Field

_CODE = re.compile(r"[A-Za-z]{1,6}(?:[ &./-]{0,3}[A-Za-z]{1,6}){0,4}")
_SHORTEST, _LONGEST, _LONGEST_ALONE = 2, 7, 4
_LEFT_OUT = frozenset("and or of for the".split())
_OFTEN_LEFT_OUT = frozenset({"offences"})
_OF_TWO_LETTERS = {"without": "wo"}
_FIELDS = frozenset({"disposal", "offence_group"})


def contracted(field: Field, word: str) -> str | None:
    """Give the code of the one choice of which a word may be a short form; None where there is none, or several."""
    letters = "".join(filter(str.isalpha, word)).casefold()
    if field.name not in _FIELDS or not _CODE.fullmatch(word.strip()) or not _SHORTEST <= len(letters) <= _LONGEST:
        return None
    found = {choice.code for choice in field.choices if choice.since and _fits(letters, choice, joins="&" in word)}
    return found.pop() if len(found) == 1 else None


def _fits(letters: str, choice: Choice, *, joins: bool) -> bool:
    title = re.sub(r"\(.*\)", "", choice.title).casefold().split()
    if joins and "and" not in title:
        return False
    words = [word for word in title if word not in _LEFT_OUT]
    shorter = [word for word in words if word not in _OFTEN_LEFT_OUT]
    return _is_made_of(letters, words) or (shorter != words and _is_made_of(letters, shorter))


def _is_made_of(letters: str, words: Sequence[str]) -> bool:
    *before, last = words
    start = "".join(_OF_TWO_LETTERS.get(word, word[0]) for word in before)
    end = letters[len(start) :]
    longest = len(last) if before else _LONGEST_ALONE
    return letters.startswith(start) and 0 < len(end) <= longest and last.startswith(end)
