"""Names that are words of policy or every day, told by how they are said: Glyn the Coal, "the Greek", my Glad."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon, words_of
from redaction.named import cues
from redaction.named.letters_for_people import letters_for_people
from redaction.nicknames import nicknames
from redaction.words import Word

_SURE = 0.65
_REASON = "a byname"
_REACH = 6
_PART = re.compile(r"[A-Z][a-z]+")
_SHORTEST_PART = 4
_OURS = frozenset("my our".split())
_SAID = frozenset("or as aka alias called calls by".split())
_TOLD_AFTER = frozenset("that is ie aka real".split())
_PEOPLES = words_of("beside_places", "peoples")
_MEANT = _PEOPLES | frozenset("dutchman frenchman scotsman irishman welshman pole turk swede dane finn kurd".split())
# After a forename and `the` these are no trade: Sarah the Victim.
_NO_TRADES = (cues.ROLES | cues.RANKS | frozenset(cues.KIN)) - frozenset("baker butcher builder farmer".split())
_ENDS_OF_TRADES = frozenset((" ", "'", ", ", ". ", "; ", '"', '" ', ") ", "\n"))
_HEADS_OF_CHATS = ("\n", "] ", "> ")
_PETS = frozenset(("nanny", "nana", "nan", "auntie", "aunty", "uncle", "granny", "papa", "mama", "big", "mad"))
_TOLD_BY = _OURS | _PETS | {"the"}


def bynames(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each, and the single letters that stand for somebody."""
    yield from letters_for_people(words, index)
    yield from _hashtags(words, index, lexicon)
    for at in index.of(_TOLD_BY):
        word, last = words[at], None
        if word.low == "the" and at + 1 < len(words):
            last = _the_one(words, at, lexicon)
            first = at - 1 if last and _is_a_forename(words, at, lexicon) else at
        elif word.low in _OURS and at + 2 < len(words):
            first, last = at + 1, _is_ours(words, at + 1, lexicon)
        elif word.low in _PETS and word.capital and at + 2 < len(words):
            first, last = at, _heads_a_chat(words, at)
        if last:
            key = " ".join(each.low for each in words[first : last + 1])
            yield Finding(words[first].start, words[last].end, "name", "named", _SURE, _REASON, key=key)


def _the_one(words: Sequence[Word], at: int, lexicon: Lexicon) -> int | None:
    """Read Glyn the Coal and "the Greek": the last word of either."""
    word, before = words[at + 1], words[at - 1] if at else None
    after = words[at + 2] if at + 2 < len(words) else None
    if before is None or word.gap != " " or not word.text.istitle() or (after is not None and _goes_on(after)):
        return None
    if _is_a_forename(words, at, lexicon):
        trade = word.low not in _NO_TRADES and word.low not in lexicon.forenames
        return at + 1 if trade and (after is None or after.gap in _ENDS_OF_TRADES) else None
    quoted = words[at].gap[-1:] in ("'", '"') and after is not None and after.gap[:1] == words[at].gap[-1:]
    if quoted and before.low in _SAID and word.low not in cues.ROLES:
        return at + 1
    if word.low not in _MEANT and word.low not in cues.STATIONS:
        return None
    told = after is not None and after.gap == " (" and after.low in _TOLD_AFTER
    named = quoted and before.capital and words[at].gap[:1] == ","
    known = before.low == "as" and any(each.low in cues.KNOWING for each in words[max(0, at - _REACH) : at])
    return at + 1 if told or named or known else None


def _is_a_forename(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether what stands right before `the` is somebody's forename."""
    before = words[at - 1]
    named = before.low in lexicon.forenames or (lexicon.is_name(before.low) and not before.plain)
    return words[at].gap == " " and before.text.istitle() and named


def _goes_on(after: Word) -> bool:
    return after.gap in (" ", "-") and after.capital


def _is_ours(words: Sequence[Word], at: int, lexicon: Lexicon) -> int | None:
    """Read a pet name that is a word, after `my` or `our`, by what it owns or does: my Glad's flowers, our Reg said."""
    word, after = words[at], words[at + 1]
    if word.gap != " " or not word.text.istitle() or not (nicknames(word.low) or word.low in lexicon.familiar):
        return None
    does = after.gap == " " and (after.low in lexicon.person_verbs or after.low in ("never", "didn", "wouldn", "is"))
    return at if does or (after.gap == "'" and after.low == "s") else None


def _hashtags(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give those that hold a name."""
    for word in (words[at] for gap, places in index.gaps.items() if gap[-1:] == "#" for at in places):
        if _is_tagged(word, lexicon):
            yield Finding(word.start, word.end, "handle", "named", _SURE, "a name in a hashtag", key=word.low)


def _is_tagged(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a hashtag holds a familiar forename: #JusticeForTyler, #tylersmith."""
    parts = [part.lower() for part in _PART.findall(word.text)]
    if any(part in lexicon.familiar and part not in lexicon.ordinary for part in parts):
        return len(parts) > 1
    cuts = range(_SHORTEST_PART, len(word.low) - _SHORTEST_PART + 1)
    return any(word.low[:cut] in lexicon.familiar and word.low[cut:] in lexicon.surnames for cut in cuts)


def _heads_a_chat(words: Sequence[Word], at: int) -> int | None:
    """Read who writes in a chat, by a name that begins as kin are called: > Nanny Jean Jaywick: take this down."""
    if at and not words[at].gap.endswith(_HEADS_OF_CHATS):
        return None
    last = at
    while last + 1 < len(words) and last - at < 3 and words[last + 1].gap == " " and words[last + 1].text.istitle():
        last += 1
    said = last > at and last + 1 < len(words) and words[last + 1].gap == ": "
    return last if said else None
