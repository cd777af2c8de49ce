"""Pubs that are called by words of policy, told by who drinks or works there, or by two signs: the Rose and Crown."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import words_of
from redaction.named.quiet import tells_nothing
from redaction.words import Word

_SURE = 0.6
_SIGNS = words_of("beside_places", "pubs")
_SIGNS_IN_SMALL = words_of("beside_places", "signs") | words_of("beside_places", "pubs")
_BEFORE_SIGNS = words_of("beside_places", "before_signs")
_OWNERS = frozenset("nag king queen boar bull turk saracen horse stag lamb ram tiger lion duke prince fox buck".split())
_ENDED = tuple(",.;:)!?\n-")
_AFTER = frozenset(
    "and or but when where with as at on he she they i we who so until til till for after before from to was is "
    "has had then because cos which say says said by since this last most all every again pub car".split()
)
_REASON = "a pub by what is done there"
_LED = frozenset("in at of from outside behind to near into by inside opposite".split())
_LED_IN_SMALL = _LED | frozenset("via tried visited checked entered left".split())
_TOLD = frozenset(
    "pub drinking drank drink drinks drunk pint pints landlord landlady licensee barman barmaid barstaff bar beer "
    "barred pool darts quiz karaoke doorman doormen bouncer glass meal lunch birthday wake function football "
    "barring banned match singing".split()
)
_FAR = 9
_HEAD = frozenset(("head",))


def find_pubs(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give each, with `of` and the capital after it: the Prince of Wales."""
    for at in [at for at in index.of(_SIGNS) if at > 1]:
        word, before = words[at], words[at - 1]
        if not word.text.istitle() or before.low != "the" or words[at - 2].low not in _LED or before.gap != " ":
            continue
        last = at
        if at + 2 < len(words) and words[at + 1].low in ("of", "and") and words[at + 2].text.istitle():
            last = at + 2
        after = words[last + 1] if last + 1 < len(words) else None
        whole = after is None or after.gap != " " or not (after.text[0].isupper() or after.low in ("court", "s"))
        near = words[max(0, at - _FAR) : last + _FAR]
        paired = last > at and words[at + 1].low == "and" and words[last].low in _SIGNS
        if whole and (paired or any(each.low in _TOLD for each in near)):
            key = " ".join(each.low for each in words[at : last + 1])
            yield Finding(word.start, words[last].end, "venue", "named", _SURE, _REASON, key=key)
    yield from _heads(words, index)
    yield from _in_small(words, index)


def _heads(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give the pubs that are called by a head: the Nag's Head, the Turks Head."""
    for at in [at for at in index.of(_HEAD) if words[at].text == "Head" and words[at].gap in (" ", "' ") and at > 2]:
        first = at - 2 if words[at - 1].low == "s" and words[at - 1].gap == "'" else at - 1
        owner = words[first]
        if owner.low.removesuffix("s") in _OWNERS and owner.text.istitle() and words[first - 1].low == "the":
            key = " ".join(each.low for each in words[first : at + 1])
            yield Finding(owner.start, words[at].end, "venue", "named", _SURE, _REASON, key=key)


def _in_small(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give the pubs where capitals tell nothing: in the bull, with drink or a second word of signs beside it."""
    for at in [at for at in index.of(_SIGNS_IN_SMALL) if not words[at].text.istitle()]:
        first = at - 1 if at > 2 and words[at - 1].low in _BEFORE_SIGNS and words[at].gap == " " else at
        if first < 2 or words[first - 1].low != "the" or words[first - 2].low not in _LED_IN_SMALL:
            continue
        after = words[at + 1] if at + 1 < len(words) else None
        ends = after is None or after.gap.lstrip(" ").startswith(_ENDED) or after.low in _AFTER or after.low == "w"
        company = after is not None and after.low in ("w", "with") and words[first - 3].low in ("been", "was", "were")
        drunk = first < at or company or any(each.low in _TOLD for each in words[max(0, first - _FAR) : at + _FAR])
        if ends and drunk and tells_nothing(words, at):
            key = " ".join(each.low for each in words[first : at + 1])
            yield Finding(words[first].start, words[at].end, "venue", "named", _SURE, _REASON, key=key)
