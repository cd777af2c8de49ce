"""Words that are nobody's name by their letters: Nbr, STS, and the post in capitals before a forename: HR Mike."""

from collections.abc import Sequence

from redaction.lexicon import Lexicon
from redaction.named.quiet import tells_nothing
from redaction.words import Word

_VOWELS = frozenset("aeiouy")
_SHORTEST = 3
_LONGEST_POST = 4
NOT_KNOWN = "nk"  # and somebody's initials
_SPOKEN_TO = frozenset("mr mrs ms miss dr to with told met asked by".split())
_PROCESS = frozenset("abe flo ho smart avi tc".split())  # in capitals; names otherwise


def is_shorthand(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a word is written short, or is a post, and so begins no name."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if is_without_vowels(words, at) or (is_of_the_process(word) and not tells_nothing(words, at)):
        return True
    if not word.upper or len(word.low) > _LONGEST_POST or lexicon.is_name(word.low) or after is None:
        return False
    if after.gap != " " or not after.text.istitle() or after.low not in lexicon.forenames:
        return False
    beyond = words[at + 2] if at + 2 < len(words) else None
    surname = beyond is not None and beyond.capital and beyond.gap == " " and not beyond.opens
    return len(word.low) >= _SHORTEST or surname or after.low not in lexicon.surnames


def is_of_the_process(word: Word) -> bool:
    """Say whether capitals are an interview, an officer or an office of the process, and so no Abe and no Flo."""
    return word.upper and word.low in _PROCESS


def is_without_vowels(words: Sequence[Word], at: int) -> bool:
    """Say whether a word lacks vowels and is no initials, as capitals among small letters may be."""
    return lacks_vowels(words[at]) and not (words[at].upper and not _is_among_capitals(words, at))


def lacks_vowels(word: Word) -> bool:
    """Say whether three letters or more have no vowel among them, as no name has."""
    if len(word.low) < _SHORTEST or not _VOWELS.isdisjoint(word.low) or not word.text.isalpha():
        return False
    return word.text[1:] in (word.low[1:], word.text[1:].upper())


def _is_among_capitals(words: Sequence[Word], at: int) -> bool:
    """Say whether a word beside this one is all capitals too."""
    return any(near.upper for near in (*words[max(0, at - 1) : at], *words[at + 1 : at + 2]))


def is_not(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is the beginning of don't, shan't or the like."""
    after = words[at + 1] if at + 1 < len(words) else None
    return after is not None and after.low == "t" and after.gap == "'"


def acts_though_nk(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether NK, which says that something is not known, is somebody here, who acts or is told something."""
    if words[at].low != NOT_KNOWN or not words[at].upper:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    acts = after is not None and after.gap == " " and after.low in lexicon.person_verbs
    return acts or (at > 0 and words[at].gap in (" ", ". ") and words[at - 1].low in _SPOKEN_TO)


def is_used(words: Sequence[Word], at: int) -> bool:
    """Say whether what stands before a word tells a system: recorded on Athena."""
    return at > 0 and words[at - 1].low in ("on", "via", "using", "onto", "the", "our", "into")
