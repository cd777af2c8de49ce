"""What stands after an article and so is nobody's name: called her a "Muppet"; the Librarian; a Surveyor."""

from collections.abc import Iterator, Sequence

from redaction.index import Index
from redaction.lexicon import words_of
from redaction.named import cues
from redaction.words import Word

Place = tuple[int, int]

_ARTICLES = frozenset("the a an our their his her my this that each every your".split())
_BARE = frozenset(("a", "an"))
_NO_OFFICES = (
    words_of("beside_places", "pubs")
    | words_of("beside_places", "signs")
    | frozenset("baby kid sec saint mother nanny chap boy girl".split())
)
_OFFICES = (cues.ROLES | cues.STATIONS | words_of("official", "offices")) - _NO_OFFICES


def after_articles(words: Sequence[Word], index: Index) -> Iterator[Place]:
    """Give where such words stand in a text, by letters."""
    for at in index.after(_ARTICLES):
        word = words[at]
        if not word.text.istitle():
            continue
        after = words[at + 1] if at + 1 < len(words) else None
        quoted = word.gap == ' "' and words[at - 1].low in _BARE and after is not None and after.gap.startswith('"')
        alone = after is None or not (after.capital and after.gap in (" ", "-", "'", ". "))
        owned = after is not None and after.low == "s" and after.gap == "'"
        if quoted or (word.gap == " " and word.low in _OFFICES and alone and not owned):
            yield word.start, word.end
