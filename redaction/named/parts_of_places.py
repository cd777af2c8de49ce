"""What belongs to a place already found: its number, the words beside it, the shop whose branch it tells."""

import re
from collections.abc import Iterator, Sequence

from redaction.clock import CLOCK
from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon, lines, words_of
from redaction.named import cues
from redaction.named.described import described_before
from redaction.named.ends_of_places import GOES_ON, ends_here
from redaction.named.quiet import tells_nothing
from redaction.words import Word, is_apart

_PLACES = frozenset({"place", "organisation", "workplace", "school", "venue", "street", "town", "address"})
_NUMBERED = _PLACES - {"town"}
_SHOPS = words_of("beside_places", "shops")
_DOOR = re.compile(r"\d{1,4}[a-z]?")
_HALF_A_MARK = re.compile(r"[A-Z]{2}\d\d")
_TEAM = re.compile(r"\d{1,2}s")
_LETTERS = 3
_MOST_LETTERS = 5
_TIME = re.compile(CLOCK)
_BRANCH = frozenset("express extra metro superstore local store shop garage branch bank s".split())
_WITHIN = words_of("beside_places", "within")
TRADES = frozenset(
    word
    for line in lines("heads")
    if not line.startswith("firm:")
    for word in line.partition(":")[2].replace(";", " ").split()
) - frozenset(
    "the and of in on at to group general works news care express off cash fair special inc team unit".split()
)
_PLACED = frozenset(
    "at in into inside outside near behind opposite opp leaving from by past to round via the of".split()
)
_PRISONS = frozenset("hmp hmyoi hmpyoi yoi".split())
_NAMES_TOO = frozenset(
    "methodist baptist catholic district general royal central city county united methodists sec sch police".split()
)
# What firms and services are for, with a capital after their name: Gateway Training.
_TAUGHT = frozenset(
    "training learning skills living housing recovery care advice therapy counselling sports music dance suppliers "
    "services security property recruitment catering cleaning".split()
)
_SHOPS_OF_TWO = frozenset(
    two for line in lines("beside_places") if line.startswith("twos: ") for two in line[6:].split("; ")
)
_AT = frozenset("on in at near by off opposite".split())
_LED = cues.TITLES | cues.RANKS
_BEFORE_PLACES = words_of("beside_places", "services") | words_of("beside_places", "before_places")
_BEFORE_DOORS = frozenset("at s from".split())
_NOT_DOORS = cues.RANKS | words_of("beside_places", "not_doors")


def parts_of_places(
    words: Sequence[Word], index: Index, found: Sequence[Finding], lexicon: Lexicon
) -> Iterator[Finding]:
    """Give what stands beside the places among sure findings and is part of them."""
    starts, ends = index.starts, index.ends
    people = {finding.start for finding in found if finding.kind == "name" and finding.source == "known"}
    for place in found:
        first, last = starts.get(place.start), ends.get(place.end)
        if place.kind == "vehicle" and last is not None and _goes_on_with_letters(words, last):
            yield place._replace(end=words[last + 1].end, certainty=0.6)
        if first is None or last is None:
            continue
        if place.kind == "name" and place.source == "named" and _is_door_of_a_house(words, first):
            number = words[first - 1]
            yield Finding(number.start, number.end, "address", "named", 0.6, "a door's number", key=number.low)
        if not _may_be_a_place(words, first, place):
            continue
        begin = _begun(words, first, place, lexicon)
        after = _gone_on(words, _ended(words, last, people, lexicon) if place.kind in _PLACES else last)
        if place.kind in _PLACES - {"address"}:
            after = after + 1 if after == last and _is_lettered(words, last + 1, last) else after
            begin = begin - 1 if begin == first and _is_lettered(words, first - 1, first) else begin
        shop = (
            _shop_before(words, first)
            or _shouted_before(words, first, lexicon)
            or described_before(words, first, place)
        )
        if shop:
            start, end = words[shop[0]].start, words[shop[1]].end
            yield Finding(start, end, "organisation", "named", 0.6, "a shop at a place", key=words[shop[0]].low)
        if begin < first or after > last:
            kind = "place" if place.kind == "name" else place.kind
            yield Finding(
                words[begin].start, words[after].end, kind, "named", 0.6, "part of a place's name",
                key=place.key, parties=place.parties, label=place.label,
            )  # fmt: skip


def _is_lettered(words: Sequence[Word], at: int, beside: int) -> bool:
    """Say whether a word is the letters that tell which body of a place is meant: Crewe BTP, DBS Darlington."""
    if (
        not 0 <= at < len(words)
        or words[max(at, beside)].gap != " "
        or is_apart(words[min(at, beside)], words[max(at, beside)])
    ):
        return False
    word = words[at]
    letters = word.text.isalpha() and word.upper and 2 <= len(word.text) <= _MOST_LETTERS and not words[beside].upper
    return letters and word.low not in cues.PERSON and not tells_nothing(words, at)


def _goes_on_with_letters(words: Sequence[Word], last: int) -> bool:
    """Say whether half a vehicle's mark goes on with some of its letters: MJ13 E."""
    half = _HALF_A_MARK.fullmatch(words[last].text)
    after = words[last + 1] if half and last + 1 < len(words) else None
    return after is not None and after.gap == " " and after.text.isupper() and len(after.text) <= _LETTERS


def _may_be_a_place(words: Sequence[Word], first: int, found: Finding) -> bool:
    """Say whether what was found is a place, or a rare capital where a place would stand."""
    if found.kind in _PLACES:
        return True
    unexplained = found.kind == "name" and found.source == "named" and not found.label
    return unexplained and first > 0 and words[first].gap == " " and words[first - 1].low in _PLACED


def _gone_on(words: Sequence[Word], last: int) -> int:
    """Give the last word of a place with the everyday words that say what it is: Brick Lane station office."""
    end, at = last, last + 1
    if at + 1 < len(words) and words[at].text == "Under" and _TEAM.fullmatch(words[at + 1].low):
        return at + 1
    if at < len(words) and words[at].gap == " & " and words[at].text.istitle() and words[at].plain:
        end, at = (at, at + 1) if words[at].low not in cues.PERSON else (end, at)
    while at < len(words) and at <= last + 3 and words[at].gap in (" ", "'", " & ", "-") and not words[at].capital:
        low = words[at].low
        if low == "lay" and at + 1 < len(words) and words[at + 1].low == "by" and words[at + 1].gap == "-":
            return at + 1
        if (low in GOES_ON and ends_here(words, at)) or (low in TRADES and tells_nothing(words, last)):
            end = at
        elif low not in _WITHIN:
            break
        at += 1
    return end


def _begun(words: Sequence[Word], first: int, place: Finding, lexicon: Lexicon) -> int:
    """Give the first word of a place with its number, or the capitals before it."""
    if first and words[first - 1].text.isupper() and _joined(words, first):
        first -= 1
    while place.kind in _PLACES and first > 1 and _leads(words, first - 1, lexicon):
        first -= 1
    if first and words[first - 1].low in _PRISONS and words[first].gap == " ":
        return first - 1
    return first - 1 if first and place.kind in _NUMBERED and _is_door(words, first) else first


def _joined(words: Sequence[Word], at: int) -> bool:
    """Say whether capitals are joined to those before them: B&Q, J & R Little Heating."""
    letters = len(words[at].text) == len(words[at - 1].text) == 1
    return words[at].gap == "&" or (letters and words[at].gap == " & ")


def _leads(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a word is a capital in mid-sentence that leads up to a place's name."""
    word = words[at]
    if word.opens or words[at + 1].gap not in (" ", "-"):
        return False
    if not _is_of_a_name(word, lexicon) and not (word.text.istitle() and word.low in _BEFORE_PLACES):
        return False
    return word.low not in cues.PERSON and words[at - 1].low not in _LED


def _is_of_a_name(word: Word, lexicon: Lexicon) -> bool:
    return word.capital and word.text.istitle() and len(word.low) > 2 and word.low not in lexicon.protected


def _ended(words: Sequence[Word], last: int, people: set[int], lexicon: Lexicon) -> int:
    """Give the last word of a place with the capitals after it; one of policy counts only before another."""
    if last + 1 < len(words) and words[last + 1].gap == "&" and words[last + 1].text.isupper():
        last += 1
    while last + 1 < len(words) and words[last + 1].gap in (" ", "-", " & ") and not words[last + 1].opens:
        if words[last + 1].start in people:
            break
        following = words[last + 1]
        taught = following.low in _TAUGHT and following.text.istitle() and following.gap == " "
        if taught or _is_of_a_name(following, lexicon) or (following.low in _NAMES_TOO and following.text[0].isupper()):
            last += 1
            continue
        between = last + 2 < len(words) and words[last + 1].capital and words[last + 1].text.istitle()
        if not (between and words[last + 2].gap == " " and _is_of_a_name(words[last + 2], lexicon)):
            break
        if words[last + 1].low in cues.PERSON:
            break
        last += 2
    return last


def _is_door(words: Sequence[Word], first: int) -> bool:
    """Say whether the word before a place is the number of its door."""
    number, before = words[first - 1], words[first - 2] if first > 1 else None
    if (
        not _DOOR.fullmatch(number.low)
        or words[first].gap not in (" ", ", ")
        or number.gap[-1:] in ("£", "/", ".", "-")
        or words[first].start - number.end > len(", ")  # the next column of a form
    ):
        return False
    return before is None or before.low not in _NOT_DOORS


def _is_door_of_a_house(words: Sequence[Word], first: int) -> bool:
    """Say whether a number stands before a rare capital as before a house or a street: his mother's, 5 Ladmanlow."""
    if first < 2 or not _DOOR.fullmatch(words[first - 1].low) or words[first].gap != " ":
        return False
    number, before = words[first - 1], words[first - 2]
    if before.low != "s" and _TIME.fullmatch(number.low):
        return False
    return before.low in _BEFORE_DOORS and (number.gap == ", " if before.low == "s" else number.gap == " ")


def _shop_before(words: Sequence[Word], first: int) -> tuple[int, int] | None:
    """Give the first and last word of the shop before a place: Tesco on, Morrisons in the, Boots Express."""
    at = first - 1
    if at >= 0 and words[at].low == "the":
        at -= 1
    if at >= 0 and words[at].low in _AT and words[at + 1].gap == " ":
        at -= 1
    elif at + 1 != first or at < 0 or words[first].gap not in (" ", ", "):
        return None
    last = at
    while at > 0 and words[at].low in _BRANCH and words[at].gap in (" ", "'"):
        at -= 1
    if at < 0 or words[at + 1].gap not in (" ", "'", ", "):
        return None
    if at and f"{words[at - 1].low} {words[at].low}" in _SHOPS_OF_TWO and words[at].gap in (" ", " & ", "&"):
        return at - 1, last
    return (at, last) if words[at].low in _SHOPS else None


def _shouted_before(words: Sequence[Word], first: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Give what is named with its article before a street in a log of capitals: THE PRINCE OF WALES, CHURCH LANE."""
    if words[first].gap == " " and first > 1 and words[first - 1].low in _AT and words[first - 1].upper:
        first -= 1
    elif words[first].gap != ", ":
        return None
    if not words[first - 1].upper:
        return None
    for at in range(first - 1, max(first - 6, -1), -1):
        if words[at].low == "the":
            policy = all(word.low in lexicon.protected for word in words[at + 1 : first])
            return None if policy else (at, first - 1)
        if not words[at].upper or words[at].gap not in (" ", "'", " & "):
            return None
    return None
