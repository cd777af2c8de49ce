"""Single words that are hardly a name, whatever the tagger thinks: a deed, a thing, a slip of the keys, an office."""

from collections.abc import Sequence

from redaction.lexicon import Lexicon
from redaction.named.quiet import tells_nothing
from redaction.words import Word

_WHERE_CAPITALS_TELL = 0.9  # small letters, or two to four capitals, where names have their capital
_NEVER = 1.1
_AFTER_DEEDS = frozenset("at by from on".split())
_BEFORE_WHERE = frozenset("at in into near outside and from".split())
_LONGEST_ABBREVIATION = 3
_LONG_SLIP = 6  # shorter words in small letters may be anybody's: gaz, mags


def least_sure(
    words: Sequence[Word], place: tuple[int, int], run: Sequence[Word], label: str, lexicon: Lexicon
) -> float:
    """Say how likely the tagger must hold a run of words for a name, which it read at a place: above one is never."""
    if len(run) > 1:
        return 0.0
    first, after = place
    word = run[0]
    last = next(at for at in range(first, after) if words[at] is word)
    follows = words[last + 1] if last + 1 < len(words) else None
    odd = _looks_no_name(word, label, lexicon) and not tells_nothing(words, first)
    if (
        _is_a_deed(word, words[after] if after < len(words) else None, lexicon)
        or _is_numbered(word, follows, lexicon)
        or (label == "PERSON" and _is_a_slip(words, first, word, lexicon))
        or (odd and _is_an_office(words, first, word))
    ):
        return _NEVER
    return _WHERE_CAPITALS_TELL if odd or _is_a_thing(words, word, lexicon) else 0.0


def _is_a_deed(word: Word, follows: Word | None, lexicon: Lexicon) -> bool:
    """Say whether an everyday word begins a sentence and tells what was done: Rose at six."""
    if not word.opens or word.low not in lexicon.everyday or follows is None:
        return False
    return follows.gap == " " and follows.low in _AFTER_DEEDS


def _is_numbered(word: Word, follows: Word | None, lexicon: Lexicon) -> bool:
    """Say whether an everyday word tells one of several by its number: Gate 6."""
    everyday = word.plain and not lexicon.is_name(word.low)
    return everyday and follows is not None and follows.gap == " " and follows.text.isdigit()


def _is_a_thing(words: Sequence[Word], word: Word, lexicon: Lexicon) -> bool:
    """Say whether an everyday word stands in small letters elsewhere: minor changes or Major Changes."""
    everyday = word.plain and word.text.istitle() and not lexicon.is_name(word.low)
    return everyday and any(each.text == word.low for each in words)


def _is_a_slip(words: Sequence[Word], first: int, word: Word, lexicon: Lexicon) -> bool:
    """Say whether a word is a slip of everyday English, or opens a sentence and is a thing elsewhere."""
    if lexicon.is_name(word.low):
        return False
    if word.text.islower():
        return len(word.low) >= _LONG_SLIP and lexicon.is_misspelt(word.low)
    things = word.opens and word.text.istitle() and len(word.low) >= _LONG_SLIP
    return things and any(each.text == word.low for each in words) and not tells_nothing(words, first)


def _looks_no_name(word: Word, label: str, lexicon: Lexicon) -> bool:
    """Say whether a word is no listed name, and of a few capitals, or for a person in small letters."""
    if lexicon.is_name(word.low):
        return False
    return (word.text.islower() and label == "PERSON") or (word.upper and len(word.text) <= _LONGEST_ABBREVIATION + 1)


def _is_an_office(words: Sequence[Word], first: int, word: Word) -> bool:
    """Say whether capitals that are no listed name are an office's or a paper's: four letters, or three after the."""
    the = first > 0 and words[first - 1].low == "the"
    led = words[first - 1 - the].low if first > the else ""
    return word.upper and (the or len(word.text) > _LONGEST_ABBREVIATION) and led not in _BEFORE_WHERE
