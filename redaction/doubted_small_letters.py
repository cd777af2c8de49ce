"""Small and single letters where somebody would stand: tell robin; "wren didnt"; "J picks me up". All doubts."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.lexicon import Lexicon
from redaction.words import Word

_DOUBT = 0.1
_SHORTEST = 3
_YOU = frozenset("u ur".split())
_TOLD = frozenset("tell ask texted messaged rang shouting".split())
_BEHIND_QUOTED = frozenset("did didnt done dont is was has had said says doesnt wont".split())
_NOBODY = frozenset(
    "a an the my me him her them us it his your ur our their that this u you who what where when why how if about "
    "for to all every and not no more any some out up off at in on but so just".split()
)
_BEFORE = frozenset("tell ask told asked from off wit friend mate sorry messaged texted rang bro".split())
_MET = frozenset("saw met told hit phoned rang texted messaged knows knew loves hates tell ask".split())
_QUOTES = ('"', "'")
_LETTERS = frozenset("ia")  # words too


def doubt_small_letters(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Finding]:
    """Give each of them."""
    for at in range(1, len(words)):
        word = words[at]
        if len(word.text) == 1 and word.text.isupper():
            if _is_quoted_alone(words, at):
                yield _finding(word, "a letter that may be somebody")
        elif word.text is word.low and word.low in lexicon.forenames and _may_be_somebody(words, at, lexicon):
            yield _finding(word, "a forename in small letters")
        elif word.text is word.low and _is_spoken_of(words, at) and _may_be_anybody(word, lexicon):
            yield _finding(word, "a word where somebody would be spoken to")


def _is_quoted_alone(words: Sequence[Word], at: int) -> bool:
    """Say whether a letter, no word by itself, is met or told, or begins, ends or is all of what is quoted."""
    if words[at].low in _LETTERS or not words[at].text.isalpha():
        return False
    after = words[at + 1].gap if at + 1 < len(words) else ""
    if words[at].gap == " " and words[at - 1].low in _MET and after[:1] in (" ", ",", "."):
        return True
    begins = words[at].gap.endswith(_QUOTES) and words[at].gap != "'" and after == " "
    alone = words[at].gap.endswith(_QUOTES) and words[at].gap != "'" and after.startswith(_QUOTES)
    return begins or alone or (words[at].gap == " " and after.startswith('"'))


def _may_be_somebody(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a word that is seldom anything but a name begins a quotation, or who is told or asked."""
    word = words[at]
    common = (lexicon.everyday, lexicon.verbs, lexicon.person_verbs, lexicon.protected)
    if len(word.low) < _SHORTEST or any(word.low in each for each in common):
        return False
    return word.gap == ' "' or (word.gap == " " and words[at - 1].low in _BEFORE)


def _is_spoken_of(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is told something, opens a quotation and acts, or is called before `u`: shouting defter u."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if word.gap == " " and words[at - 1].low in _TOLD:
        return True
    if after is None or after.gap != " ":
        return False
    return (word.gap == ' "' and after.low in _BEHIND_QUOTED) or (word.gap == " " and after.low in _YOU)


def _may_be_anybody(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a word is no small one, no deed and no policy."""
    if len(word.low) < _SHORTEST or word.low in _NOBODY or not word.text.isalpha():
        return False
    return not any(word.low in each for each in (lexicon.verbs, lexicon.person_verbs, lexicon.protected))


def _finding(word: Word, reason: str) -> Finding:
    return Finding(word.start, word.end, "name", "named", _DOUBT, reason, key=word.low)
