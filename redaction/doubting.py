"""Words left in that a person should look at: unexplained capitals, names that may be words, stray numbers."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.lexicon import Lexicon
from redaction.words import Word

_NUMBER = re.compile(r"[A-Za-z]{0,4}\d[A-Za-z\d]{3,}")
_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d(?:h|hrs|hours)?|(?:19|20)\d\d")


def find_doubts(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Finding]:
    """Give each word that may be a name or a number although nothing says so."""
    for word in words:
        if word.capital and _may_be_name(word, lexicon):
            yield Finding(word.start, word.end, "name", "named", 0.3, "a capital that may be a name", key=word.low)
        elif (
            not word.capital and word.low.isalpha() and word.low in lexicon.forenames and not lexicon.is_plain(word.low)
        ):
            yield Finding(word.start, word.end, "name", "named", 0.3, "a forename in small letters", key=word.low)
        elif _NUMBER.fullmatch(word.text) and not _TIME.fullmatch(word.low) and "£" not in word.gap:
            yield Finding(
                word.start, word.end, "number", "shaped", 0.3, "a number that may be a reference", key=word.low
            )


def _may_be_name(word: Word, lexicon: Lexicon) -> bool:
    """Doubt a capital that is no policy word: a rare word anywhere, an everyday one in mid-sentence."""
    if not word.text.isalpha() or len(word.low) < 2 or word.low in lexicon.protected:
        return False
    return not lexicon.is_plain(word.low) or not (word.opens or word.upper)
