"""Names told by a row, a key or brackets: Cook, Denise 09:14; Nutmeg (= Callum Reid); LEE FISK ("TWITCH")."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.named.believing import is_a_part
from redaction.named.small_places import HEADS
from redaction.words import Word

_SURE = 0.65
_SHORTEST = 3
_BEGINS_A_ROW = frozenset("\n|;")
_ENDS_A_ROW = ("\n", " |", ";", " -", " \u2013", ":", " (", " <", "|")
_KEYS = frozenset((" = ", " (= ", "=", '" = ', "' = "))
_QUOTED = frozenset((' ("', " ('"))
_CLOSED = ('")', "')", ")")
_OF_AN_AGE = frozenset("snr jnr senior junior".split())


def rows_and_keys(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each such name."""
    for at in index.raised:
        if at + 1 == len(words):
            continue
        word, after = words[at], words[at + 1]
        if after.gap == ", " and _begins_a_row(words, at, lexicon):
            yield _finding(words, at, at + 1, "a surname and a forename in a row")
        elif (after.gap in _KEYS or after.gap == " (") and _stands_for(words, at, lexicon):
            yield _finding(words, at, at, "stands for a name beside it")
        elif word.gap.startswith(" (") and after.gap.startswith(_CLOSED) and _is_behind_a_name(words, at, lexicon):
            yield _finding(words, at, at, "a nickname in brackets")


def _begins_a_row(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a surname and a forename fill a cell or begin a line: Cook, Denise 09:14."""
    word, forename = words[at], words[at + 1]
    begins = at == 0 or not _BEGINS_A_ROW.isdisjoint(word.gap)
    cell = "|" in word.gap or ";" in word.gap
    if not begins or not _is_a_forename(forename, lexicon) or not _may_be_a_name(word, lexicon, part=cell):
        return False
    after = words[at + 2] if at + 2 < len(words) else None
    ends = after is None or after.gap.startswith(_ENDS_A_ROW) or (after.gap == " " and after.text[0].isdigit())
    return ends and (cell or word.low in lexicon.surnames or not word.plain)


def _stands_for(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a forename and a surname follow and explain the word: Nutmeg (= Callum Reid), TURBO (IAN REID)."""
    word, first = words[at], words[at + 1]
    last = words[at + 2] if at + 2 < len(words) else None
    if last is None or last.gap != " " or not (last.text.istitle() or last.upper) or last.low in cues.PEOPLE:
        return False
    if not _is_a_forename(first, lexicon) or not _may_be_a_name(word, lexicon):
        return False
    if first.gap in _KEYS:
        return True
    closed = at + 3 == len(words) or words[at + 3].gap.startswith(")")
    return closed and word.upper == first.upper and (word.upper or not word.opens) and word.low not in HEADS


def _is_behind_a_name(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a name stands before quotation marks in brackets: LEE FISK ("TWITCH"), Al Hopley (HOP)."""
    word, before = words[at], words[at - 1] if at else None
    if before is None or not (before.text.istitle() or before.upper) or not _may_be_a_name(word, lexicon):
        return False
    if before.low in _OF_AN_AGE:
        return True
    quoted = word.gap in _QUOTED and before.low not in lexicon.protected
    return quoted or (before.low.startswith(word.low) and before.low != word.low and before.low in lexicon.surnames)


def _is_a_forename(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a capital is a forename and neither policy nor an everyday word first."""
    cased = word.text.istitle() or word.upper
    told = not word.plain or word.low in lexicon.names_first
    return cased and told and word.low in lexicon.forenames and word.low not in lexicon.protected


def _may_be_a_name(word: Word, lexicon: Lexicon, *, part: bool = False) -> bool:
    """Say whether a word is no policy and, where none may stand, no part that somebody plays."""
    if len(word.low) < _SHORTEST or not word.text.isalpha() or word.low in cues.PEOPLE or word.low in lexicon.protected:
        return False
    if part or word.low in lexicon.surnames:
        return True
    return not is_a_part(word.low, lexicon) and not word.low.endswith(("ing", "ed", "ly"))


def _finding(words: Sequence[Word], first: int, last: int, reason: str) -> Finding:
    key = " ".join(word.low for word in words[first : last + 1])
    return Finding(words[first].start, words[last].end, "name", "named", _SURE, reason, key=key)
