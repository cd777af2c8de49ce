"""Words with which what is said begins, and so no names: she said "Leave him"; "Hope you rot"."""

from collections.abc import Iterator, Sequence

from redaction.index import Index
from redaction.lexicon import Lexicon, words_of
from redaction.words import Word

Place = tuple[int, int]

_SPOKEN = words_of("official", "spoken")
_QUOTES = (' "', ': "', ', "', '\n"', '- "')
_DOES = frozenset("did done was is has had says said will would can does and or s didnt wasnt".split())


def spoken(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Place]:
    """Give where such words stand in a text, by letters."""
    for at in index.of(_SPOKEN):
        word, after = words[at], words[at + 1] if at + 1 < len(words) else None
        if after is None or word.text is word.low or not word.gap.endswith(_QUOTES):
            continue
        deed = after.low in _DOES or after.low in lexicon.person_verbs
        if after.gap == " " and after.text.islower() and not deed:
            yield word.start, word.end
