"""Everyday words that begin a sentence and do or are what people do and are: Macaroon from the hub is helping."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.words import Word

_DOUBT = 0.1
_SHORTEST = 4
_IS = frozenset("is was has had from says said who whose will would wants".split())
_DEEDS = ("ing", "ed", "ly")
_NOBODY = frozenset(
    "there this that these those then here what when where which how they them their theirs other others "
    "another each every both none neither either some someone everyone anyone nobody anybody somebody "
    "everybody nothing something everything anything much many most more less least first last next same".split()
)


def doubt_openings(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each such word."""
    for at in index.raised:
        word, after = words[at], words[at + 1] if at + 1 < len(words) else None
        if (
            after is None
            or not word.opens
            or not word.capital
            or not word.text.istitle()
            or after.gap not in (" ", "'")
        ):
            continue
        does = after.low in _IS or after.low in lexicon.person_verbs or (after.gap == "'" and after.low == "s")
        if does and _may_be_somebody(word, lexicon):
            yield Finding(
                word.start, word.end, "name", "named", _DOUBT, "begins a sentence as a name may", key=word.low
            )


def _may_be_somebody(word: Word, lexicon: Lexicon) -> bool:
    if len(word.low) < _SHORTEST or word.low in lexicon.protected or word.low in cues.PEOPLE or word.low in _NOBODY:
        return False
    return not (word.low.endswith(_DEEDS) or word.low in lexicon.verbs or word.low in lexicon.person_verbs)
