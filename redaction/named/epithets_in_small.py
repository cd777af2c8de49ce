"""People told by an epithet where capitals tell nothing: big dav, wee tam, mad frank."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import STREET_TYPES, Lexicon
from redaction.named.quiet import tells_nothing
from redaction.named.small_places import HEADS
from redaction.nicknames import nicknames
from redaction.words import Word

_SURE = 0.65
_EPITHETS = frozenset("big wee lil little mad old young fat skinny crazy baby scouse daft".split())
_ARTICLES = frozenset("a an the his her their my our your this that some two very too so".split())
_SHORTEST = 3
_TOO_SHORT_FOR_A_SLIP = 4
_PETS = frozenset("tam col jock rab dod eck des vic val bob jim ron les reg ken stan walt art hal tug".split())
_NOBODY = frozenset("bill".split())  # the old bill are the police
_GO_ON = frozenset(short for full, shorts in STREET_TYPES.items() for short in (full, *shorts)) | HEADS


def epithets_in_small(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each, with the epithet."""
    for at in [at for at in index.of(_EPITHETS) if at + 1 < len(words)]:
        word = words[at + 1]
        if word.gap != " " or (at and words[at - 1].low in _ARTICLES and words[at].gap == " "):
            continue
        after = words[at + 2] if at + 2 < len(words) else None
        goes_on = after is not None and after.gap == " " and after.low in _GO_ON
        if not goes_on and _may_be_somebody(word, lexicon) and tells_nothing(words, at):
            key = f"{words[at].low} {word.low}"
            yield Finding(words[at].start, word.end, "name", "named", _SURE, "an epithet before a name", key=key)


def _may_be_somebody(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a word is a forename, a pet name or no word at all."""
    low = word.low
    if len(low) < _SHORTEST or not word.text.isalpha() or low in lexicon.towns or low in _NOBODY:
        return False
    if word.plain:
        return low in _PETS or (bool(nicknames(low)) and not (low in lexicon.protected or low in lexicon.verbs))
    slip = len(low) > _TOO_SHORT_FOR_A_SLIP and lexicon.is_misspelt(low)
    return low in lexicon.forenames or not (low in lexicon.uncommon or slip)
