"""Names told by the e-mail address beside them: BEX TILLING bex.tilling@…, jodie starling (jodie@…)."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.words import Word

_SURE = 0.85
_SHORTEST = 3
_MOST_PARTS = 4
_WITHIN = frozenset((".", "_", "-", ""))
_BESIDE = frozenset((" ", " (", " <", ", ", ": ", " - ", "\n"))
_JOINED = frozenset((" ", "-", "'"))


def beside_addresses(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each name right before an address that begins with one of its words."""
    for at in (at for at in index.behind("@") if at > 1):
        first = at - 1
        while first > 1 and at - first < _MOST_PARTS and words[first].gap in _WITHIN:
            first -= 1
        run = _name_before(words, first, {word.low for word in words[first:at]}, lexicon)
        if run:
            begin, end = run
            key = " ".join(word.low for word in words[begin : end + 1])
            reason = "a name before its own address"
            yield Finding(words[begin].start, words[end].end, "name", "named", _SURE, reason, key=key)


def _name_before(words: Sequence[Word], first: int, borne: set[str], lexicon: Lexicon) -> tuple[int, int] | None:
    """Give the one or two words before an address of which it tells one, the other by its initial or as a surname."""
    last = first - 1
    if words[first].gap not in _BESIDE or not words[last].text.isalpha():
        return None
    joined = "".join(sorted(borne, key=len))
    two = last > 0 and words[last].gap in _JOINED and words[last - 1].text.isalpha()
    if two and _is_told(words[last - 1], borne, lexicon) and not _is_small_word(words[last], lexicon):
        return last - 1, last
    if not _is_told(words[last], borne, lexicon):
        return None
    alike = two and words[last - 1].text.isupper() == words[last].text.isupper()
    named = two and alike and lexicon.is_name(words[last - 1].low) and words[last - 1].low[0] in joined
    return (last - 1, last) if named and not _is_small_word(words[last - 1], lexicon) else (last, last)


def _is_told(word: Word, borne: set[str], lexicon: Lexicon) -> bool:
    """Say whether an address begins with a word, or with an initial and it: jtilling@."""
    if len(word.low) < _SHORTEST or _is_small_word(word, lexicon):
        return False
    return any(part == word.low or (len(part) == len(word.low) + 1 and part.endswith(word.low)) for part in borne)


def _is_small_word(word: Word, lexicon: Lexicon) -> bool:
    return word.low in lexicon.protected or word.low in lexicon.verbs
