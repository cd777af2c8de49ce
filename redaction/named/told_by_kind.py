"""Places told by a kind of place beside their name: a nail bar called Tips n Toes; the bingo, Buzz, with her."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.named.kinds_before import kinds_before
from redaction.named.kinds_in_small import kinds_in_small
from redaction.named.small_places import HEADS
from redaction.named.told_by_dealings import told_by_dealings
from redaction.words import Word

_SURE = 0.6
_KINDS = (
    HEADS
    | frozenset(
        "firm company business outfit agency team group bingo place restaurant agents provider landlord landlords "
        "employer home hotel school bar".split()
    )
) - frozenset("care works offices rescue spa stall bench rec yard yards park".split())
_CALLED = frozenset("called named".split())
_IS = frozenset("is was".split())
_WITHIN = frozenset("n of the and on at in for to".split())
_THE = frozenset("the a an his her their my our".split())
_LINKS = frozenset((" ", "'", " & ", "&", "-", " 'n' ", "' "))
_MOST = 5
_FIRST = 2
_OPENS = (" ", ' "', " '")
_CLOSED = (",", ".", ")", ";")


def told_by_kind(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each, and those that have their kind before or behind them or are told by what is done with them."""
    yield from kinds_before(words, index, lexicon)
    yield from kinds_in_small(words, index, lexicon)
    yield from told_by_dealings(words, index, lexicon)
    for at in index.raised:
        word = words[at]
        if at < _FIRST or word.low in cues.PERSON:
            continue
        if word.gap in _OPENS and words[at - 1].low in _CALLED and _is_a_kind(words, at - 2):
            last = _last(words, at)
        elif word.gap == ", " and _is_a_kind(words, at - 1) and words[at - 1].gap == " ":
            last = _last(words, at)
            if not _is_apposed(words, at, last, lexicon):
                continue
        else:
            continue
        key = " ".join(each.low for each in words[at : last + 1])
        reason = "a place whose kind is told beside it"
        yield Finding(word.start, words[last].end, "organisation", "named", _SURE, reason, key=key)


def _is_a_kind(words: Sequence[Word], at: int) -> bool:
    """Say whether a kind of place stands here in small letters, or is or was called something."""
    at -= at > 0 and words[at].low in _IS
    return words[at].low in _KINDS and words[at].text.islower()


def _last(words: Sequence[Word], at: int) -> int:
    """Give the last of the capitals that begin here, small words between them left out."""
    last, after = at, at + 1
    while after < len(words) and after - at < _MOST and words[after].gap in _LINKS and not words[after].opens:
        if words[after].text[0].isupper() or words[after].text.isdigit() or words[after].low == "s":
            last = after
        elif words[after].text not in _WITHIN:
            break
        after += 1
    return last


def _is_apposed(words: Sequence[Word], at: int, last: int, lexicon: Lexicon) -> bool:
    """Say whether capitals between commas behind the kind of place tell which it is, and are nobody's."""
    after = words[last + 1] if last + 1 < len(words) else None
    if after is not None and not after.gap.startswith(_CLOSED):
        return False
    led = words[at - 2].low in _THE or (at > 2 and words[at - 3].low in _THE)
    first = words[at]
    somebody = first.low in lexicon.forenames and not first.plain
    policy = all(word.low in lexicon.protected or word.text.isdigit() for word in words[at : last + 1])
    return led and not somebody and not policy
