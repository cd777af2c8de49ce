"""Makes of goods and cars that are names too, and name nobody: two cans of Stella, a Henry hoover, a Suzuki Swift."""

from collections.abc import Iterator, Sequence

from redaction.index import Index
from redaction.lexicon import words_of
from redaction.words import Word

Place = tuple[int, int]

_MAKES = words_of("official", "makes")
_GOODS = words_of("official", "goods")
_MEASURES = words_of("official", "measures")
_MAKERS = words_of("official", "makers")
_MODELS = words_of("official", "models")
_MOST = 3


def goods(words: Sequence[Word], index: Index) -> Iterator[Place]:
    """Give where such makes stand in a text, by letters."""
    for at in index.raised:
        word, before = words[at], words[at - 1]
        if not at or word.gap != " ":
            continue
        if before.low == "of" and at > 1 and words[at - 2].low in _MEASURES:
            last = _last_capital(words, at)
            if not _owns(words, last):
                yield word.start, words[last].end
        elif before.low in _MAKERS and before.text[0].isupper():
            if word.low in _MODELS:
                yield before.start, word.end
        elif word.low in _MAKES and not _owns(words, at) and not (before.capital and len(before.text) > 1):
            last = at
            while last + 1 < len(words) and words[last + 1].gap == " " and words[last + 1].low in _GOODS:
                last += 1
            if last > at:
                yield word.start, words[last].end


def _last_capital(words: Sequence[Word], at: int) -> int:
    last = at
    while last + 1 < len(words) and last - at < _MOST and words[last + 1].gap in (" ", "-") and words[last + 1].capital:
        last += 1
    return last


def _owns(words: Sequence[Word], at: int) -> bool:
    """Say whether something is somebody's: two bottles of Sarah's."""
    return at + 1 < len(words) and words[at + 1].low == "s" and words[at + 1].gap == "'"
