"""Words of policy, brands and everyday nouns that stand where a name or part of one would: all doubts."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index, together
from redaction.lexicon import Lexicon, words_of
from redaction.named import cues
from redaction.named.initials import wrote
from redaction.words import Word

_DOUBT = 0.3
_PLACES = frozenset({"place", "organisation", "workplace", "school", "venue", "street", "town", "address"})
_SHOPS = words_of("beside_places", "shops")
_AT = frozenset(
    "towards twds past via at in into inside outside from near behind opposite opp to by works work for of on".split()
)
_JOINING = frozenset("of the and for".split())
_LISTED = frozenset((":", "): ", ": ", ")", ") "))
_BODIES = frozenset(
    "bench court council hub depot project scheme forum trust board partnership counselling housing ed".split()
)
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_OFFICES = frozenset(
    "constable sergeant justice judge law laws bond bail bench court chambers page ward marshall".split()
)
# What people call an institution for short, after `the`.
_FOR_SHORT = frozenset(
    "women's womens general royal infirmary children's childrens crown mission legion union star sun "
    "bell ship angel king's "
    "queen's kings queens cross bridge mill green park lodge court house centre hall grange".split()
)
_GENERIC = frozenset(
    "mosque temple gurdwara synagogue mandir allotments marina harbour harbourmaster hospice hostel "
    "refuge foodbank vicarage clubhouse pavilion boathouse bandstand "
    "rectory observatory lighthouse racecourse showground barracks convent monastery abbey cathedral priory "
    "gym bingo baths rec chippy launderette legion skatepark makerspace lido".split()
)
_PAIRED = {
    "centre": "health leisure community sports day arts youth family call garden",
    "club": "youth bowls social sailing rowing golf cricket rugby football tennis angling boxing boat gun chess film",
    "hall": "village town church parish bingo",
    "school": "special riding",
    "bank": "food",
    "room": "control",
    "office": "sorting post",
    "store": "bin bike",
    "fair": "boot",
    "mens": "working",
    "rescue": "search",
    "shelter": "night",
    "home": "care",
}
_GENERIC_PAIRS = frozenset(f"{first} {last}" for last, told in _PAIRED.items() for first in told.split())
_IN_SMALL_TOO = _SHOPS | _GENERIC | {pair.split()[1] for pair in _GENERIC_PAIRS}
_NOUNLESS = frozenset(
    "a an the and or but nor so if as at by for from in into of off on onto out over to up with without "
    "near inside outside "
    "he she they we you it i him her them us me his their our your my its this that these those who "
    "which what when where "
    "why how there here then than not no yes now later again back also too just only still very well "
    "ever never once yet "
    "until till since while after before because about around between during through across along against under is was "
    "are were be been being has had have having do does did will would can could should may might must shall said says "
    "ago today yesterday tomorrow tonight am pm hrs hours".split()
)


def doubt_offices(words: Sequence[Word], index: Index, sure: Sequence[Finding], lexicon: Lexicon) -> Iterator[Finding]:
    """Give each such word, a word at a time."""
    ends, starts = _edges(words, index, sure)
    for at in together(ends, starts, index.raised, index.of(_IN_SMALL_TOO)):
        word = words[at]
        reason = _why(words, at, lexicon) or _why_beside(words, at, ends, starts, lexicon)
        if reason:
            yield Finding(word.start, word.end, "place", "named", _DOUBT, reason, key=word.low)


def _edges(words: Sequence[Word], index: Index, sure: Sequence[Finding]) -> tuple[set[int], set[int]]:
    """Give the places of the words before which, and after which, a masked place or a stranger's name stands."""
    places = [each for each in sure if each.kind in _PLACES]
    people = [each for each in sure if each.kind == "name" and each.source == "named"]
    last, first = {each.end for each in places}, {each.start for each in (*places, *people)}
    return (
        {at + 1 for at in index.ending(last) if at + 1 < len(words)},
        {at - 1 for at in index.starting(first) if at},
    )


def _why(words: Sequence[Word], at: int, lexicon: Lexicon) -> str:
    """Say why a word by itself may name a place or somebody."""
    word, before = words[at], words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if (
        word.low in _SHOPS
        and word.low in lexicon.brands
        and (word.text[0].isupper() or word.low not in lexicon.ordinary)
    ):
        spoken = after is not None and after.gap in _LISTED
        return "a shop that may be told by its place" if spoken or (before and before.low in _AT) else ""
    if before is None or (word.gap != " " and not word.opens):
        return ""
    if word.opens:
        return _why_capital(words, at, lexicon)
    if word.low in lexicon.protected and wrote(words, at):
        return "may be initials"
    if (word.low in _GENERIC and before.low == "the") or (
        word.low in _PAIRED and f"{before.low} {word.low}" in _GENERIC_PAIRS
    ):
        return "an institution that few places have two of"
    ranked = before.low in cues.RANKS and word.low in _OFFICES and word.text[0].isupper()
    if ranked and not (after is not None and after.text[0].isupper() and after.gap == " " and not word.upper):
        return "an office that may be a name"
    if word.low in lexicon.protected and word.low in lexicon.surnames and word.text[0].isupper():
        numbered = after is not None and after.gap == " " and after.text.isdigit() and 2 < len(after.text) < 6
        if numbered and word.low not in cues.RANKS | _MONTHS:
            return "an office that may be a name"
    return _why_capital(words, at, lexicon)


def _why_capital(words: Sequence[Word], at: int, lexicon: Lexicon) -> str:
    """Say why a capital of policy in mid-sentence may be a name: at the Women's, her partner Scouse gambled."""
    word, before, after = words[at], words[at - 1], words[at + 1] if at + 1 < len(words) else None
    owned = after is not None and after.low == "s" and after.gap == "'"
    if word.opens and not (owned and word.low in lexicon.names_first):
        return ""
    if not word.text.istitle() or word.low not in lexicon.protected:
        return ""
    if before.low == "the" and at > 1 and words[at - 2].low in _AT and (owned or word.low in _FOR_SHORT):
        return "may be what a place is called for short"
    told = before.text.islower() and (before.low in cues.KIN or before.low in cues.CALLED)
    if told and word.low not in cues.PERSON:
        return "a word of policy that may be a name"
    forename = (word.low in lexicon.forenames or word.low in lexicon.names_first) and word.low not in cues.PERSON
    return "a word of policy that may be a name" if forename and (owned or before.low in cues.BESIDE_PEOPLE) else ""


def _why_beside(words: Sequence[Word], at: int, ends: set[int], starts: set[int], lexicon: Lexicon) -> str:
    """Say why a word beside a masked place or stranger may be part of what it is called."""
    word = words[at]
    if at in ends and word.gap in (" ", "'", "&", " & ") and _may_end(words, at, lexicon):
        return "may be part of a place's name"
    if at in ends and word.low in _JOINING and word.gap == " " and at + 1 < len(words) and words[at + 1].capital:
        return "may be part of a place's name" if word.low == "of" else ""
    if word.text == "The":
        return ""
    if at in starts and words[at + 1].gap == ", " and word.text.istitle() and word.low not in cues.PERSON:
        return "may be told by its place" if word.low in lexicon.protected and word.gap in (" ", ", ", ": ") else ""
    if at in ends and word.gap in ("&", " & ") and word.text.isupper():
        return "may be part of a place's name"
    if at in starts and words[at + 1].gap in ("&", " & ") and word.text[0].isupper():
        return "may be part of a place's name"
    return ""


def _may_end(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a noun in small letters, or in a line of capitals, may end the name before it."""
    word = words[at]
    if word.capital or not word.text.isalpha() or len(word.low) < 3 or word.low in _NOUNLESS:
        return False
    if word.low in lexicon.verbs or word.low in lexicon.person_verbs or word.low.endswith(("ed", "ing", "ly")):
        return False
    return word.low not in cues.KIN and (word.low not in lexicon.protected or word.low in _BODIES)
