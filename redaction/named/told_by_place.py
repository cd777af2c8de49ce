"""What the place after it or letters tell: at Juniper, Redruth; Swift out of Crewe; the bakery, Mill Lane; at UHND."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index, together
from redaction.lexicon import Lexicon, words_of
from redaction.named import cues
from redaction.named.quiet import tells_nothing
from redaction.named.small_places import HEADS
from redaction.words import Word

_SURE = 0.6
_PLACES = frozenset({"place", "organisation", "workplace", "school", "venue", "street", "town", "address"})
_OUTSIDE = frozenset({"place", "street", "town", "address"})  # places that something stands in or on
_BEFORE = frozenset("at with from to by for outside inside via through of in".split())
_BEFORE_KINDS = _BEFORE | {"the"}
_LED_BY_GAP = (": ", " (", " = ")  # a box of a form, brackets and a key lead to a place as well
_OF_A_SHOP = frozenset("at for on".split())  # within a shop's name: Toys on Wheels
_BEFORE_LETTERS = frozenset("at from with by".split())
_BEFORE_LETTERS_WITH_THE = frozenset("at into outside near".split())
_MOST = 4
_SEVERAL = 2
_LETTERS = range(4, 7)
_LINKS = frozenset((" ", " & ", "'"))
_HOSPITALS = words_of("beside_places", "hospitals")
_SHORTEST_ALONE = 3
_TO_HOSPITAL = frozenset("at to from in into by near outside".split())
_SHORTEST_LEAD = 2
_KNOWN_PAIRS = frozenset("a&e q&a t&c r&r b&b p&p h&s d&t m&s b&q h&m r&b c&d".split())


def told_by_place(
    words: Sequence[Word], index: Index, places: Sequence[Finding], lexicon: Lexicon
) -> Iterator[Finding]:
    """Give each; `places` are sure findings of the same text."""
    starts = {place.start for place in places if place.kind in _PLACES}
    rare = {place.start for place in places if place.kind == "name" and place.source == "named"}
    small = {place.start for place in places if place.kind in _OUTSIDE}
    for at in together(index.starting(starts | rare | small), index.unusual):
        if at < _SHORTEST_LEAD:
            continue
        word = words[at]
        if word.start in starts and (first := _first_before(words, at, lexicon)) is not None:
            yield _finding(words, first, at - 1, "told by its place")
        elif word.start in rare and (first := _first_of_a_shop(words, at, lexicon)) is not None:
            yield _finding(words, first, at - 1, "a shop, told by its place")
        elif word.start in small and (first := _first_in_small_letters(words, at, lexicon)) is not None:
            yield _finding(words, first, at - 1, "a kind of place, told by its place")
        elif word.text is not word.low and (_is_a_hospital(words, at) or _is_lettered(words, at, lexicon)):
            yield _finding(words, at, at, "letters where a place would stand")
        elif len(word.text) == 1 and _is_a_pair(words, at):
            yield _finding(words, at - 1, at, "letters where a place would stand")


def _first_before(words: Sequence[Word], place: int, lexicon: Lexicon) -> int | None:
    """Give the first of the capitals before a place, where a word that leads to a place stands before them."""
    out = place > 3 and words[place - 1].low == "of" and words[place - 2].low == "out" and words[place].gap == " "
    if not out and words[place].gap != ", ":
        return None
    if not out and (first := _first_of_a_depot(words, place, lexicon)) is not None:
        return first
    last = place - 3 if out else place - 1
    first = last
    while first > 1 and last - first < _MOST and words[first].gap in _LINKS and not _leads(words, first, last):
        first -= 1
    run = words[first : last + 1]
    led = words[first - 1].low in _BEFORE_KINDS and words[first].gap == " " and not words[first].opens
    led = led or (words[first].gap in _LED_BY_GAP and len(run) > 1)
    if not led or not all((word.text[0].isupper() and word.text.isalpha()) or word.low in _OF_A_SHOP for word in run):
        return None
    policy = all(word.low in lexicon.protected and word.low not in lexicon.brands for word in run)
    policy = policy and not (words[first - 1].low == "the" and len(run) == 1 and run[0].low in HEADS)
    person = run[0].low in cues.PERSON or run[0].low in lexicon.forenames
    return None if policy or person or run[-1].low in cues.PERSON else first


def _first_of_a_depot(words: Sequence[Word], place: int, lexicon: Lexicon) -> int | None:
    """Give the first of the capitals of a firm before its place's depot: Go North West, Bolton depot."""
    if not any(word.low == "depot" and word.gap == " " for word in words[place + 1 : place + _MOST]):
        return None
    first = last = place - 1
    while first > 0 and last - first < _MOST and words[first].gap in _LINKS and words[first - 1].text.istitle():
        first -= 1
    run = words[first : last + 1]
    person = run[0].low in cues.PERSON or run[0].low in lexicon.forenames
    return first if len(run) > 1 and not person and all(word.text.istitle() for word in run) else None


def _leads(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether the word before leads to a place, and is no small word within a shop's name."""
    before = words[first - 1]
    if before.low not in _BEFORE and before.low != "the":
        return False
    within = before.low in _OF_A_SHOP and first == last and words[first - 2].capital and first > 3
    return not (within and not words[first - 2].opens and words[first - 3].low in _BEFORE)


def _first_of_a_shop(words: Sequence[Word], place: int, lexicon: Lexicon) -> int | None:
    """Give the first of several capitals, no person's, before what may be a place: by Toys on Wheels, Riverside."""
    first = None if _is_somebody(words, place, lexicon) else _first_before(words, place, lexicon)
    return None if first is None or place - first < _SEVERAL or words[place - 1].low in lexicon.surnames else first


def _is_somebody(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether what stands where a place may is one forename or title, of who did something there."""
    alone = at + 1 == len(words) or words[at + 1].gap != " " or not words[at + 1].capital
    return words[at].low in cues.PERSON or (words[at].low in lexicon.forenames and alone)


def _first_in_small_letters(words: Sequence[Word], place: int, lexicon: Lexicon) -> int | None:
    """Give the first word of a kind of place before a comma and its place: the bakery, Mill Lane."""
    at = place - 1
    if words[place].gap != ", " or words[at].low not in HEADS or words[at].capital or tells_nothing(words, at):
        return None
    if _is_somebody(words, place, lexicon):
        return None
    while at > 1 and place - at < _MOST and words[at].gap == " " and words[at - 1].low not in _BEFORE_KINDS:
        at -= 1
    return at if words[at - 1].low in _BEFORE_KINDS and words[at].gap == " " else None


def _is_lettered(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether four capitals or more that nothing explains follow `at` and the like."""
    word, the = words[at], words[at - 1].low == "the" and at > 2
    led = words[at - 2].low in _BEFORE_LETTERS_WITH_THE if the else words[at - 1].low in _BEFORE_LETTERS
    if not led or word.gap != " " or word.opens:
        return False
    capitals = sum(letter.isupper() for letter in word.text)
    fewest = _LETTERS[0] - the
    if not fewest <= capitals <= _LETTERS[-1] or len(word.text) - capitals > 2 or not word.text.isalpha():
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    if after is not None and after.gap == " " and after.capital:
        return False
    return not (word.plain or word.low in lexicon.uncommon or tells_nothing(words, at))


def _is_a_hospital(words: Sequence[Word], at: int) -> bool:
    """Say whether letters by which a hospital is known stand where a place would: to QMC, at the RVI."""
    if not words[at].upper or words[at].low not in _HOSPITALS or words[at].gap != " ":
        return False
    the = words[at - 1].low == "the"
    return words[at - 1 - the].low in _TO_HOSPITAL and (the or len(words[at].text) >= _SHORTEST_ALONE)


def _is_a_pair(words: Sequence[Word], at: int) -> bool:
    """Say whether two capitals joined by & stand for a place after `the`: from the L&D."""
    first, last = words[at - 1], words[at]
    joined = last.gap in ("&", " & ") and first.text.isupper() and last.text.isupper() and len(first.text) == 1
    if not joined or f"{first.low}&{last.low}" in _KNOWN_PAIRS:
        return False
    return first.gap == " " and words[at - 2].low == "the" and at > 2 and words[at - 3].low in _BEFORE


def _finding(words: Sequence[Word], first: int, last: int, reason: str) -> Finding:
    key = " ".join(word.low for word in words[first : last + 1])
    return Finding(words[first].start, words[last].end, "organisation", "named", _SURE, reason, key=key)
