"""Organisations of everyday words told by what is done with them: a quote from Rosewall, BARRED FROM CONVOYS."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon, words_of
from redaction.named import cues
from redaction.named.quiet import tells_nothing
from redaction.named.services import NO_SERVICES
from redaction.named.small_places import HEADS
from redaction.words import Word

_SURE = 0.6
_JOBS = words_of("dealings", "jobs")
_SALES = words_of("dealings", "sales")
_BARRED = words_of("dealings", "barred")
# What a deed, a paper or a price is followed by, and how far behind, before the organisation comes.
_TOLD: tuple[tuple[frozenset[str], dict[str, int]], ...] = (
    (_JOBS, {"at": 2, "with": 2, "for": 1}),
    (_SALES, {"by": 6, "per": 6, "from": 5, "with": 4}),
    (_BARRED, {"from": 1, "to": 1}),
    (frozenset("entry entrance admission".split()), {"to": 1}),
)
_LINKS = {low: links for lows, links in _TOLD for low in lows}
_CUES = frozenset(_LINKS)
_PRICED = {"by": 3, "per": 3}
_FARTHEST = 6
_DEEDS = words_of("dealings", "deeds")
_JOINED = (" ", "'", " & ", "&", "-", "' ")
_AND = frozenset(("and", "n"))
_TRADES = words_of("dealings", "trades")
_SMALL_PLACES = words_of("small_places", "common")
_GENERIC = (
    HEADS | _SMALL_PLACES | words_of("dealings", "nobody") | words_of("venues", "no_pub") | cues.PEOPLE | NO_SERVICES
)
_AFTER = words_of("venues", "after") | frozenset(
    "plus re ref rcpt receipt invoice cost costing until unless if for pending".split()
)
_ENDED = frozenset(",.;:)!?\n-/(")
_MOST = 4
_MOST_IN_CAPITALS = 3
_SHORTEST = 3


def told_by_dealings(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each, in capitals, in small letters where capitals tell nothing, and where names have their capital."""
    priced = index.behind(*(gap for gap in index.gaps if "£" in gap))
    looked_at = [(at, _LINKS[words[at].low]) for at in index.of(_CUES)] + [(at, _PRICED) for at in priced]
    for at in sorted({at for cue, links in looked_at for at in _led_to(words, cue, links)}):
        word = words[at]
        if word.gap not in (" ", ": ") or not word.text[0].isalpha():
            continue
        cased = word.text.istitle() and not word.upper
        if cased:
            last = _last(words, at, lexicon, _MOST)
            named = _is_named(words[at : last + 1], lexicon)
        else:
            last = _last(words, at, lexicon, _MOST_IN_CAPITALS)
            named = _is_named_without_capitals(words, at, last, lexicon)
        if named:
            key = " ".join(each.low for each in words[at : last + 1])
            reason = "an organisation by what is done with it"
            yield Finding(word.start, words[last].end, "organisation", "named", _SURE, reason, key=key)


def _led_to(words: Sequence[Word], cue: int, links: dict[str, int]) -> Iterator[int]:
    """Give where an organisation may begin behind a cue, in its sentence."""
    for at in range(cue + 1, min(cue + _FARTHEST + 1, len(words) - 1)):
        word = words[at]
        if "\n" in word.gap or ". " in word.gap:
            return
        if at - cue <= links.get(word.low, 0):
            yield at + 1


def _last(words: Sequence[Word], at: int, lexicon: Lexicon, most: int) -> int:
    """Give the last word of a name that begins here, written as its first word is, before who or what comes next."""
    last, after, first = at, at + 1, words[at]
    while after < len(words) and after - at <= most and words[after].gap in _JOINED:
        word = words[after]
        if word.low == "s" and word.gap == "'":
            last = after
        elif word.low in _AND:
            if after + 1 == len(words) or _is_forename(words[after + 1], lexicon):
                break
        elif _is_written_like(word, first) and word.low not in _AFTER and _may_go_on(word, lexicon):
            last = after
        else:
            break
        after += 1
    return last


def _is_forename(word: Word, lexicon: Lexicon) -> bool:
    return word.low in lexicon.forenames and (not word.plain or word.low in lexicon.names_first)


def _may_go_on(word: Word, lexicon: Lexicon) -> bool:
    return word.text.istitle() or _may_be_a_noun(word, lexicon)


def _is_written_like(word: Word, first: Word) -> bool:
    if first.upper:
        return word.upper
    return word.text[0].isupper() == first.text[0].isupper() and word.text.isalpha()


def _is_named(run: Sequence[Word], lexicon: Lexicon) -> bool:
    """Say whether capitals are neither somebody's, a body's, nor all policy."""
    told = [word for word in run if word.low != "s"]
    if any(word.low in cues.PERSON for word in told) or told[-1].low in NO_SERVICES:
        return False
    somebody = told[0].low in lexicon.forenames and not all(word.plain for word in told)
    traded = len(told) > 1 and told[-1].low in _TRADES
    return not somebody and (traded or not all(word.low in lexicon.protected or word.low in _GENERIC for word in told))


def _is_named_without_capitals(words: Sequence[Word], at: int, last: int, lexicon: Lexicon) -> bool:
    """Say whether nouns that begin no sentence and end what is told name something, and tell no kind of place alone."""
    run = [word for word in words[at : last + 1] if word.low not in _AND and word.low != "s"]
    if not _ends(words, last) or not all(_may_be_a_noun(word, lexicon) for word in run):
        return False
    named = [word for word in run if word.low not in _GENERIC and word.low not in lexicon.protected]
    traded = len(run) > 1 and run[-1].low in _TRADES
    if not (named or traded) or run[0].low in _GENERIC - lexicon.forenames:
        return False
    if len(run) == 1 and (lexicon.is_name(run[0].low) and not run[0].plain):
        return False
    return traded or tells_nothing(words, at)


def _may_be_a_noun(word: Word, lexicon: Lexicon) -> bool:
    low = word.low
    if len(low) < _SHORTEST or not low.isalpha() or low in cues.PEOPLE or low in _DEEDS or low.endswith(("ed", "ly")):
        return False
    return low not in lexicon.verbs and low not in lexicon.person_verbs


def _ends(words: Sequence[Word], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or not _ENDED.isdisjoint(after.gap) or after.low in _AFTER or after.text[0].isdigit()
