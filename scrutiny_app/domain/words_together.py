"""Asking once of a word that says both the disposal and its outcome code, where one column has both.

Its answers are the disposals, each with a code that counts it: no two answers can then contradict each other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scrutiny_app.domain.cases import COLUMN, OTHER_OUTCOMES, OUT_OF_COURT_OUTCOMES
from scrutiny_app.domain.contradictions import COUNTED_AS
from scrutiny_app.domain.uses import NOT_FOR_PANEL, REJECTED, word_key
from scrutiny_app.domain.word_questions import Told, WordsToMap

_FIRST, _SECOND = "disposal", "outcome_code"
_BETWEEN = "|"
_TITLE = "the disposal and its outcome code"


def asked_once(found: Sequence[WordsToMap]) -> list[WordsToMap]:
    """Put the questions of a column's words for the disposal and for its code together, where both would be asked."""
    by_column = {(one.heading, one.field): one for one in found}
    asked: list[WordsToMap] = []
    for one in found:
        other = by_column.get((one.heading, {_FIRST: _SECOND, _SECOND: _FIRST}.get(one.field, "")))
        both = _in_both(one, other) if other else frozenset()
        if other is None or not both:
            asked.append(one)
            continue
        if one.field == _FIRST:
            asked.append(_together(one, other, both))
        if alone := tuple(word for word in one.words if word_key(word[0]) not in both):
            asked.append(replace(one, words=alone))
    return asked


def said_of_word(asked: WordsToMap, word: str, words: Mapping[str, Mapping[str, str]]) -> str | None:
    """Give what has been said of a word, of both fields where they are asked together; None where nothing was."""
    said = [words.get(name, {}).get(word_key(word)) for name in fields_of(asked)]
    for why in (REJECTED, NOT_FOR_PANEL):
        if why in said:
            return why
    return None if None in said else _BETWEEN.join(map(str, said)) if any(said) else ""


def codes_of(asked: WordsToMap, code: str) -> Iterator[tuple[str, str]]:
    """Give the fields that an answer fills, each with its own code."""
    names = fields_of(asked)
    codes = code.split(_BETWEEN) if _BETWEEN in code else [code] * len(names)
    return zip(names, codes, strict=True)


def fields_of(asked: WordsToMap) -> tuple[str, ...]:
    """List the fields that the words of a question fill."""
    return (asked.field, asked.also) if asked.also else (asked.field,)


def _in_both(one: WordsToMap, other: WordsToMap) -> frozenset[str]:
    return frozenset(word_key(word) for word, _, _ in one.words) & {word_key(word) for word, _, _ in other.words}


def _together(first: WordsToMap, second: WordsToMap, both: frozenset[str]) -> WordsToMap:
    codes = {word_key(word): code for word, _, code in second.words}
    words = tuple(
        (word, count, _pair(disposal, codes[word_key(word)]))
        for word, count, disposal in first.words
        if word_key(word) in both
    )
    nothing = [pair for pair in first.choices if not pair[0]]
    return replace(
        first,
        words=words,
        choices=(*_choices(), *nothing),
        title=_TITLE,
        also=_SECOND,
        told={**second.told, **{key: _both_told(one, second.told.get(key)) for key, one in first.told.items()}},
        loses_most=first.loses_most or second.loses_most,
        notes=tuple(dict.fromkeys((*first.notes, *second.notes))),
    )


def _both_told(first: Told, second: Told | None) -> Told:
    """Put together what the file says of a word for either field."""
    if second is None:
        return replace(first, code=None)
    return replace(first, code=_pair(first.code, second.code), is_sure=first.is_sure and second.is_sure)


def _choices() -> Iterator[tuple[str, str]]:
    for choice in COLUMN[_FIRST].choices:
        for code in OUT_OF_COURT_OUTCOMES:
            if choice.code in COUNTED_AS[code]:
                yield f"{choice.code}{_BETWEEN}{code}", f"{choice.title}, outcome {code}"


def _pair(disposal: str | None, code: str | None) -> str | None:
    if REJECTED in (disposal, code) or code in OTHER_OUTCOMES:
        return REJECTED
    if disposal and code:
        return f"{disposal}{_BETWEEN}{code}" if disposal in COUNTED_AS[code] else None
    return "" if disposal == code == "" else None
