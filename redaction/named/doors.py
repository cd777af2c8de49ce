"""Numbers of doors that stand without their street: `heard by the lad at 29`, `upstairs at 44a`."""

import re
from collections.abc import Iterable, Iterator, Sequence

from redaction.clock import CLOCK_OR_YEAR
from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.parties import Party
from redaction.words import Word

DOOR = re.compile(r"\d{1,4}[a-z]?")
_OF_ADDRESS = re.compile(r"(?<![\w/])\d{1,4}[a-z]?(?=,? [a-z])", re.IGNORECASE)
_BEFORE = frozenset("at from outside number no nr nos downstairs upstairs opposite of door".split())
_NEAR = _BEFORE - {"of"}
_TIMED = frozenset("at from of".split())  # after these a small number may be an hour or an age
_UNITS = frozenset(
    "hrs hours hour h am pm mins minutes min miles mile metres yards m km mph yrs years year weeks months days times "
    "percent p oclock o of st nd rd th st x january february march april may june july august september october "
    "carat ct inch inches ft foot feet cm mm kg g deg degrees knots litre litres quid pound pounds persons cc "
    "november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_AFTER = frozenset("w with and but who says said has had is was heard saw where when nothing".split())
_MAY_END = frozenset(".,;)?!\n")
_LIVES = frozenset(
    "mr mrs ms miss mx dr rev neighbour neighbours occupier occupant resident residents door inft".split()
)
_TITLES = frozenset("mr mrs ms miss mx dr rev".split())
_LIVES_REACH = 3  # words from who lives there to the word before the number: Mr Atkinson-Bligh at
_LATEST_HOUR = 12
_ROUND_WORDS = 90  # how far what neighbours said is listed after "H2H"
_ROUNDS = frozenset("h2h house-to-house d2d".split())
_MAY_BE_ROUNDS = _ROUNDS | {"h", "house", "door", "neighbour", "neighbours"}
_SEEN = frozenset("seen spoken asked enquiries enqs visited knocked canvassed".split())
_DEEDS = frozenset("s is was has says works knows lives sleeps thinks hears sees keeps had".split())
_WERE = frozenset("out away on off in both all not asleep".split())  # after doors, not after people
_COUNTED = frozenset("of more other others male female x further previous to".split())
_FEWEST_LISTED = 3  # sentences that begin with a number, before all of them are doors
_BEGIN_LINES = frozenset(". ;".split())
_BEGINS = re.compile(r"[.,;:\-]\s+|\s*\n\s*|\s*\(")
_ANSWERED = frozenset(
    "nothing no nil empty away out not nobody unoccupied vacant declined refused saw heard asleep n has mr mrs ms miss "
    "dr".split()
)


def find_doors(words: Sequence[Word], index: Index, parties: Iterable[Party], lexicon: Lexicon) -> Iterator[Finding]:
    """Give the numbers of the parties' own doors, and as doubts other numbers that may be doors."""
    own = {
        number[0].lower() for party in parties for each in party.identifiers for number in _OF_ADDRESS.finditer(each)
    }
    for at in index.after(_BEFORE):
        word = words[at]
        if word.gap == " " and DOOR.fullmatch(word.low) and not is_measured(words, at):
            acts = _neighbour_acts(words, at, lexicon)
            known = word.low in own and not (len(word.low) == 1 and words[at - 1].low in _TIMED)
            if known or acts or (words[at - 1].low in _NEAR and _ends_there(words, at)):
                reason = "the number of a party's door" if known else "a number that may be a door's"
                sure = known or acts or _lives_there(words, at)
                yield Finding(word.start, word.end, "address", "named", 0.6 if sure else 0.3, reason, key=word.low)
    for at in _asked_round(words, index):
        reason = "a door asked house to house"
        yield Finding(words[at].start, words[at].end, "address", "named", 0.6, reason, key=words[at].low)


def _lives_there(words: Sequence[Word], at: int) -> bool:
    """Say whether a neighbour is told just before a number that is no hour: seen by Mr Ives at 17, next door at 91."""
    answered = at + 1 < len(words) and words[at + 1].low in _ANSWERED
    if words[at - 1].low != "at" or (not answered and words[at].low.isdigit() and int(words[at].low) <= _LATEST_HOUR):
        return False
    return _is_of_a_neighbour(words, at - 1)


def _is_of_a_neighbour(words: Sequence[Word], back: int) -> bool:
    """Say whether a neighbour is named just before a word."""
    at = back
    while back > 0 and at - back <= _LIVES_REACH and words[back].gap in (" ", ". "):
        back -= 1
        if words[back].low in _LIVES:
            return words[back].low in _TITLES or all(word.capital for word in words[back + 1 : at])
    return False


def _neighbour_acts(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether what a named neighbour did comes right after a number: her neighbour Mr Ives at 8 turned a hose."""
    after = words[at + 1] if at + 1 < len(words) else None
    if words[at - 1].low != "at" or after is None or after.gap != " " or after.low in _AFTER:
        return False
    acts = after.low in lexicon.person_verbs or after.low in lexicon.verbs or after.low.endswith("ed")
    return acts and _is_of_a_neighbour(words, at - 1)


def _asked_round(words: Sequence[Word], index: Index) -> Iterator[int]:
    """Give the places of the numbers under which answers are listed after house to house: 52 no reply, 41: Mr Ives."""
    rounds = {at for at in index.of(_MAY_BE_ROUNDS) if _is_a_round(words, at)}
    ends, answered, listed = 0, list[int](), list[int]()
    for at in range(min(rounds, default=len(words)), len(words)):
        word = words[at]
        if at in rounds:
            ends = at + _ROUND_WORDS
        elif "\n\n" in word.gap:
            ends = 0
        elif at < ends and _is_numbered(words, at):
            answered.append(at)
        elif (
            at < ends
            and DOOR.fullmatch(word.low)
            and _BEGINS.fullmatch(word.gap)
            and not CLOCK_OR_YEAR.fullmatch(word.low)
        ):
            (answered if _is_answered(words, at) else listed).append(at)
    listed = [at for at in listed if _begins_a_line(words, at)]
    yield from answered
    if len({words[at].low for at in (*answered, *listed)}) >= _FEWEST_LISTED:
        yield from listed


def _is_a_round(words: Sequence[Word], at: int) -> bool:
    """Say whether it is told here that neighbours were asked one after another."""
    low, after = words[at].low, words[at + 1].low if at + 1 < len(words) else ""
    if low == "h" and after == "h":
        return words[at + 1].gap == "/"
    if low in ("house", "door"):
        return _goes_on(words, at, "to", low)
    return low in _ROUNDS or (low in ("neighbours", "neighbour") and after in _SEEN)


def _is_numbered(words: Sequence[Word], at: int) -> bool:
    """Say whether a number follows `no` and counts nothing: no 13 no reply."""
    if words[at - 1].low not in ("no", "nos", "number") or words[at].gap not in (" ", ". "):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    counts = after is not None and after.gap == " " and after.low.endswith("s") and after.low not in _DEEDS
    return DOOR.fullmatch(words[at].low) is not None and not counts and not is_measured(words, at)


def _begins_a_line(words: Sequence[Word], at: int) -> bool:
    """Say whether a number begins a sentence and counts nothing: 214 above takeaway."""
    after = words[at + 1] if at + 1 < len(words) else None
    told = words[at].gap.strip(" ") in _BEGIN_LINES or "\n" in words[at].gap
    return (
        told
        and after is not None
        and not is_measured(words, at)
        and (not after.low.endswith("s") or after.low in _DEEDS)
    )


def _goes_on(words: Sequence[Word], at: int, *lows: str) -> bool:
    return tuple(word.low for word in words[at + 1 : at + 1 + len(lows)]) == lows


def _is_answered(words: Sequence[Word], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or is_measured(words, at):
        return False
    counted = after.low == "no" and at + 2 < len(words) and words[at + 2].low in ("replies", "answers")
    told = after.low in _ANSWERED or after.low in ("was", "is") or (after.low == "were" and _all_were(words, at + 2))
    return after.gap in (": ", " - ") or (after.gap in (" ", ", ") and told and not counted)


def _all_were(words: Sequence[Word], at: int) -> bool:
    """Say whether those at a door were somewhere: 11 were out."""
    return at < len(words) and words[at].low in _WERE


def is_measured(words: Sequence[Word], at: int) -> bool:
    """Say whether a number is of time, money or length."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None:
        return False
    told = after.low in _UNITS and after.gap in (" ", "", "'")
    return told or (after.gap[:1] in (":", ".", "/", "-", "%", "'") and after.gap[-1:] not in (" ", "\n"))


def is_counting(words: Sequence[Word], at: int) -> bool:
    """Say whether what comes right after a number is counted by it: 3 more, 45 messages; but 67 Mrs Pugh."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or after.gap != " ":
        return False
    plural = after.low.endswith("s") and not after.low.endswith("ss") and not after.capital
    return after.low in _COUNTED or (plural and after.low not in _DEEDS | _TITLES | _ANSWERED)


def _ends_there(words: Sequence[Word], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or after.gap[:1] in _MAY_END or after.gap == " w/" or after.low in _AFTER
