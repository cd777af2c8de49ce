"""Telling a name from the ordinary word that it also is: may, will, mark, rose."""

from collections.abc import Sequence

from redaction.lexicon import Lexicon
from redaction.words import Word

_MONTHS = frozenset({"may", "june", "april", "august", "jan", "mar"})
_ALL_MONTHS = _MONTHS | frozenset("january february march july september october november december".split())
_BEFORE_MONTH = frozenset(
    "in of since until till last this next early late mid during before after every th st nd rd".split()
)
_BETWEEN_MONTHS = frozenset("to and by from on".split())
_IN_DATES = (" ", "-", "/", "")
_BE_AND_HAVE = frozenset("is was has had did does isn wasn hasn hadn didn doesn".split())
_DETERMINERS = frozenset(
    "a an the no some any my your his her its our their this that these those each every very so too more most".split()
)
# What follows a modal verb or a noun as well, and so tells nothing of a person.
_NO_VERBS = frozenset(
    "also and then later hit who called again always just never now still whose s put shut plead".split()
)


_LONGEST_FILE = 6
_FILES = frozenset("jpg jpeg png gif pdf doc docx xls xlsx csv txt mov mp3 mp4 avi wav heic zip msg eml".split())


def is_likelier_a_word(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a known name stands here more likely as an ordinary word."""
    word = words[at]
    if _is_in_a_file(words, at):
        return False
    if not is_common(word.low, lexicon):
        spoken = at > 0 and words[at - 1].low == "its" and word.low in lexicon.names_first  # its josh's mum
        return word.plain and word.text.islower() and not spoken and _is_determined(words, at)
    if word.low not in lexicon.everyday and word.low not in lexicon.ordinary:
        return word.upper  # a policy abbreviation, such as CARA, which only capitals make
    if not word.capital:
        return not _does_something(words, at, lexicon)
    if word.low in _MONTHS and _tells_time(words, at):
        return True
    after = words[at + 1] if at + 1 < len(words) else None
    if after and after.low == "s" and after.gap == "'":
        return False
    if word.opens:
        return after is not None and not after.opens and (not _follows_person(after.low, lexicon) or "." in after.gap)
    return bool(after and after.gap == " " and after.capital and after.low in lexicon.protected)


def _is_in_a_file(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is part of a file's name: lines join what follows, and a file's ending ends it."""
    last = at + 1
    while last < len(words) and last - at < _LONGEST_FILE and words[last].gap in ("-", "_", ""):
        last += 1
    return last < len(words) and words[last].gap == "." and words[last].low in _FILES


def is_common(low: str, lexicon: Lexicon) -> bool:
    """Say whether a word is so common, or means so much to policy, that it stays where nothing makes it a name."""
    return low in lexicon.everyday or low in lexicon.protected


def _is_determined(words: Sequence[Word], at: int) -> bool:
    """Say whether an article or its like stands before a word: a precious few."""
    return at > 0 and words[at].gap == " " and words[at - 1].low in _DETERMINERS


def _does_something(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a word in small letters does or owns what only a person does: rose noticed, mark's pan."""
    if at + 1 == len(words) or _is_determined(words, at):
        return False
    low = words[at + 1].low
    if words[at + 1].gap != " ":
        return low == "s" and words[at + 1].gap == "'"
    past = len(low) > 4 and low.endswith("ed") and not low.endswith("eed")
    return past or (low not in _NO_VERBS and (low in lexicon.person_verbs or low in _BE_AND_HAVE))


def _follows_person(low: str, lexicon: Lexicon) -> bool:
    return low not in _NO_VERBS and (low in lexicon.person_verbs or low in lexicon.verbs)


def _tells_time(words: Sequence[Word], at: int) -> bool:
    """Say whether the words around a month's name make it one: in May, 5 May, May 2025, March to May."""
    before = words[at - 1].low if at and words[at].gap in _IN_DATES else ""
    earlier = words[at - 2].low if at > 1 else ""
    dated = before[:1].isdigit() or (
        at + 1 < len(words) and words[at + 1].low[0].isdigit() and words[at + 1].gap == " "
    )
    ranged = before in _BETWEEN_MONTHS and (earlier in _ALL_MONTHS or earlier[:1].isdigit())
    return dated or ranged or before in _BEFORE_MONTH
