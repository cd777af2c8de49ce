"""Words that the tagger seldom calls a name, but oftener than others of their kind: doubts."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.named.forenames_of_policy import TIMES
from redaction.named.quiet import tells_nothing
from redaction.named.shorthand import is_of_the_process
from redaction.words import Word, is_apart

_BEFORE_TIMES = frozenset("from between in of since by until during till last next this to".split())
_DOUBT = 0.1  # less than what the ages beside it are told by
_LEAST = 0.0003  # below it, no kind of word is doubted
# How likely a name must be, by what its letters and place tell; `shouted` and `bare` are where capitals tell nothing.
_POLICY = {"mid": 0.008, "opens": 0.03, "capitals": 0.03, "small": 0.05, "shouted": 0.05, "bare": 0.1}
_ABBREVIATED = {"capitals": 0.2, "shouted": 0.3, "mid": 0.2, "opens": 0.2}  # policy in capitals that is nobody's name
_COMMON = {"mid": 0.005, "opens": 0.005, "capitals": 0.01, "small": 0.03, "shouted": 0.01, "bare": 0.003}
_EVERYDAY = {"mid": 0.003, "opens": 0.003, "capitals": 0.0003, "small": 0.008, "shouted": 0.0005, "bare": 0.003}
_RARE = {"mid": 0.003, "opens": 0.01, "capitals": 0.001, "small": 0.02, "shouted": 0.0005, "bare": 0.003}
_SURE = 0.7
_LIKELY = 0.6
_SHORTEST = 2
_SHORT_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())


def doubt_by_chance(
    words: Sequence[Word], chances: Sequence[float], kinds: Sequence[str], lexicon: Lexicon
) -> Iterator[tuple[int, Finding]]:
    """Give each such word, or run of them, and its place, by its chance and its likeliest kind.

    Words of policy, a sentence's first word, and where capitals tell nothing differ.
    """
    run: list[int] = []
    for at, chance in enumerate(chances):
        if chance < _LEAST:
            continue
        word = words[at]
        if _is_plain_welsh(words, at, lexicon):
            continue
        if word.text.isalpha() and len(word.low) >= _SHORTEST and _is_likelier(words, at, chance, lexicon):
            if _is_sure(words, at, chance) and kinds[at] == "name" and word.low not in lexicon.brands:
                reason = "the tagger reads a name in a word of policy"
                yield at, _finding(words, at, at, kinds[at], _LIKELY, reason)
                continue
            if run and not (run[-1] == at - 1 and kinds[run[0]] == kinds[at] and _goes_on(words, at, kinds[at])):
                yield run[0], _finding(words, run[0], run[-1], kinds[run[0]], _DOUBT, "the tagger may read a name")
                run = []
            run.append(at)
    if run:
        yield run[0], _finding(words, run[0], run[-1], kinds[run[0]], _DOUBT, "the tagger may read a name")


def _is_plain_welsh(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a word is Welsh of everyday or policy, of which the tagger has read little, and no forename."""
    word = words[at]
    if word.low not in lexicon.welsh or word.text.islower():
        return word.low in lexicon.welsh
    goes_on = at + 1 < len(words) and words[at + 1].text.islower() and words[at + 1].low in lexicon.welsh
    return word.opens and (word.low not in lexicon.forenames or goes_on)


def _goes_on(words: Sequence[Word], at: int, kind: str) -> bool:
    """Say whether a word goes on with the name before it: both have capitals, or both tell a place without."""
    word, before = words[at], words[at - 1]
    alike = word.text.islower() == before.text.islower() and (kind != "name" or not word.text.islower())
    return alike and word.gap == " " and not word.opens and not is_apart(before, word)


def _finding(words: Sequence[Word], first: int, last: int, kind: str, certainty: float, reason: str) -> Finding:
    key = " ".join(word.low for word in words[first : last + 1])
    return Finding(words[first].start, words[last].end, kind, "named", certainty, reason, key=key)


def _is_sure(words: Sequence[Word], at: int, chance: float) -> bool:
    """Say whether a capital in mid-sentence is likely enough a name to be masked, be it a word of policy."""
    word = words[at]
    if word.low in cues.PERSON or (word.low in _SHORT_MONTHS and at and words[at - 1].text[0].isdigit()):
        return False
    if word.low in TIMES and at and words[at - 1].low in _BEFORE_TIMES:
        return False
    return chance >= _SURE and word.text.istitle() and not word.opens


def _is_likelier(words: Sequence[Word], at: int, chance: float, lexicon: Lexicon) -> bool:
    """Say whether a word is likely enough a name to be doubted: oftener a name, the less likely it need be."""
    word, kinds = words[at], _by_kind(words[at], lexicon)
    if word.text.istitle():
        return chance >= kinds["opens" if word.opens else "mid"]
    told, untold = ("capitals", "shouted") if word.upper else ("small", "bare")
    least, most = sorted((kinds[told], kinds[untold]))
    if least <= chance < most:  # what is near is counted only where it matters
        return chance >= kinds[untold if tells_nothing(words, at) else told]
    return chance >= most


def _by_kind(word: Word, lexicon: Lexicon) -> dict[str, float]:
    """Give the chances of a word's kind: policy, an abbreviation, the commonest words, everyday English, or neither."""
    if is_of_the_process(word):
        return _ABBREVIATED
    if word.low in lexicon.protected:
        return _POLICY if lexicon.is_name(word.low) or not word.upper else _ABBREVIATED
    if word.low in lexicon.everyday or word.low in lexicon.verbs or word.low in lexicon.person_verbs:
        return _COMMON
    return _EVERYDAY if word.plain else _RARE
