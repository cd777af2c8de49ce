"""The words of a file of a known layout of which nobody has said the meaning, though it is known: they are asked about.

A word that nobody knows rejects its rows, and is told in the report; one that is well known should not.
"""

from scrutiny_app.domain.asking_words import suggest_words
from scrutiny_app.domain.looking import Look
from scrutiny_app.domain.open_statuses import is_read_as_open
from scrutiny_app.domain.ticks import BLANK
from scrutiny_app.domain.unread_ranks import is_rank
from scrutiny_app.domain.uses import REJECTED, Mapping, described
from scrutiny_app.domain.word_footings import is_perhaps_not_given
from scrutiny_app.domain.word_questions import WordsToMap
from scrutiny_app.domain.wording import meaning
from scrutiny_app.domain.words_together import said_of_word


def new_words(look: Look, mapping: Mapping) -> list[tuple[str, str]]:
    """List such words, each after its heading; of a rank none, for it loses no case."""
    return [
        (one.heading, word)
        for one in suggest_words(look, mapping)
        if not _is_rank(one)
        for word, _, code in one.words
        if word != BLANK and (code != REJECTED or is_perhaps_not_given(word)) and _is_for_person(one, word, code)
        if said_of_word(one, word, mapping.words) is None
    ]


def _is_for_person(one: WordsToMap, word: str, code: str | None) -> bool:
    """Say whether a person should say what a word means: a status that is open beyond doubt is read without that."""
    if is_read_as_open(one.field, word):
        return code is None
    return one.is_pair or (code is not None and not _is_only_offered(one, word))


def _is_only_offered(one: WordsToMap, word: str) -> bool:
    """Say whether nothing but what stands beside a word in some rows, as an outcome code does, speaks for a meaning."""
    told, field = one.told_of(word), described(one.field)
    return told is not None and not told.is_sure and field is not None and meaning(field, word) is None


def _is_rank(one: WordsToMap) -> bool:
    return (field := described(one.field)) is not None and is_rank(field)
