"""What belongs to a person already found: initials, a surname that is a word too, who is joined to them."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.named.forenames_of_policy import FORENAMES
from redaction.named.initials import initials_before, is_initial
from redaction.words import Word, is_apart

_AND = frozenset(("and", "with"))
_HEADERS = frozenset("from to cc bcc fao attn".split())
_NO_SURNAMES = frozenset(
    "asks bail christians close comment corona dara dash day each fair harm jesus key mens more must polis ramadan "
    "refs room said she the too was were will polish lane street".split()
)
_DOOR = re.compile(r"\d{1,3}[a-z]?")
_LEAST_BEFORE = 2
_SHORTEST_OPENING = 4  # shorter words after a dot begin no sentence whose space is forgotten
_SHORT = frozenset("Col Tel Dai Wil".split())  # forenames that are titles or words too
_DATED = frozenset("in of since until till last this next early late mid during before after every by from on".split())


def beside_names(words: Sequence[Word], index: Index, people: Sequence[Finding], lexicon: Lexicon) -> Iterator[Finding]:
    """Give what stands beside sure mentions of people and is a name because of them."""
    starts, ends = index.starts, index.ends
    for person in people:
        first, last = starts.get(person.start), ends.get(person.end)
        if first is None or last is None:
            continue
        begin = _with_initials(words, first) if person.source == "known" else first
        goes_on = _is_surname_after(words, last + 1, lexicon) or _is_of_a_handle(words, last + 1)
        goes_on = goes_on or (person.source == "named" and _is_capital_after(words, last + 1, lexicon))
        after = last + 1 if goes_on else last
        begin = begin - 1 if _leads_a_handle(words, begin) or _is_short_before(words, begin) else begin
        if person.source == "named" and last > first and _is_door_before(words, first):
            begin = first - 1
        if begin < first or after > last:
            yield _finding(words, begin, after, person, "belongs to a name")
        if _is_forename_after(words, after + 2) and words[after + 1].low in _AND and words[after + 1].gap == " ":
            following = words[after + 2]
            yield Finding(following.start, following.end, "name", "named", 0.9, "joined to a name", following.low)
        joined = _joined_before(words, first, lexicon)
        if joined is not None:
            yield Finding(
                words[joined].start, words[joined].end, "name", "named", 0.7, "joined to a name", words[joined].low
            )


def _finding(words: Sequence[Word], first: int, last: int, person: Finding, reason: str) -> Finding:
    start, end = words[first].start, words[last].end
    return Finding(start, end, "name", "named", 0.7, reason, person.key, person.parties, person.label)


def _with_initials(words: Sequence[Word], first: int) -> int:
    """Give the first of the initials before a surname; A is one only after another: G A Blenkinsop."""
    if first > 1 and words[first - 1].text == "A" and words[first].gap == " " and is_initial(words[first - 2]):
        return first - 2 if words[first - 1].gap in (" ", ". ") else first
    return initials_before(words, first)


def _is_surname_after(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a word of policy or a make stands as a surname after a forename: Baz Winter."""
    if at >= len(words) or words[at].gap != " " or words[at].opens:
        return False
    shouted = words[at].upper and words[at - 1].upper and words[at - 1].low in lexicon.forenames
    if not (words[at].text.istitle() or (shouted and len(words[at].low) > _SHORTEST_OPENING)):
        return False
    low = words[at].low
    if is_apart(words[at - 1], words[at]):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    dated = after is not None and after.low[:1].isdigit() and after.gap == " "
    return low in lexicon.protected and low in lexicon.surnames and low not in _NO_SURNAMES and not dated


def _is_capital_after(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether an everyday word has its capital only because it goes on with the name before it: Viola Worthier."""
    if at >= len(words) or words[at].gap != " " or words[at].opens or is_apart(words[at - 1], words[at]):
        return False
    word = words[at]
    listed = (lexicon.protected, lexicon.verbs, lexicon.person_verbs, cues.PEOPLE)
    told = word.capital and word.text.istitle() and word.text.isalpha() and len(word.low) >= _SHORTEST_OPENING
    return told and words[at - 1].text.istitle() and not any(word.low in each for each in listed)


def _is_forename_after(words: Sequence[Word], at: int) -> bool:
    """Say whether a forename that is policy too follows, and neither a date nor another capital: Kez and Summer."""
    if at >= len(words) or words[at].low not in FORENAMES or words[at].gap != " " or not words[at].text.istitle():
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or after.gap != " " or not (after.text[0].isupper() or after.text[0].isdigit())


def _is_door_before(words: Sequence[Word], first: int) -> bool:
    """Say whether figures after a comma lead up to two capitals, as a door's number does: 41 Larch Softly."""
    if first < _LEAST_BEFORE or words[first].gap != " ":
        return False
    number = words[first - 1]
    return number.gap == ", " and _DOOR.fullmatch(number.low) is not None and not is_apart(number, words[first])


def _is_of_a_handle(words: Sequence[Word], at: int) -> bool:
    """Say whether small letters or figures are joined to a name in small letters by a dot: kez.kl86, nadia.pe."""
    if at >= len(words) or words[at].gap not in (".", "_") or not words[at - 1].text.islower():
        return False
    if words[at].gap == "_" or len(words[at].text) < _SHORTEST_OPENING:
        return words[at].text == words[at].low
    return words[at].text == words[at].low and any(letter.isdigit() for letter in words[at].low)


def _leads_a_handle(words: Sequence[Word], at: int) -> bool:
    """Say whether small letters are joined by a line to the name in small letters after them: x_nadia."""
    return at > 0 and words[at].gap == "_" and words[at].text.islower() and words[at - 1].text == words[at - 1].low


def _is_short_before(words: Sequence[Word], at: int) -> bool:
    """Say whether a short forename stands before the one word of a name: Col Brand."""
    return at > 0 and words[at - 1].text in _SHORT and words[at].gap == " " and words[at].capital


def _joined_before(words: Sequence[Word], first: int, lexicon: Lexicon) -> int | None:
    """Give the everyday forename joined to a person, or the surname before a forename in a letter's head."""
    if first > 1 and words[first].gap == ", " and words[first - 2].low in _HEADERS and ":" in words[first - 1].gap:
        return first - 1
    at = first - 1 if words[first].gap in (" & ", " + ") else first - 2
    if at < 0 or (at == first - 2 and (words[first - 1].low != "and" or words[first].gap != " ")):
        return None
    word = words[at]
    if at > 0 and _is_joined_capital(words, at, lexicon):
        return at
    forename = word.text.istitle() and word.low in lexicon.forenames and len(word.low) > 2
    dated = at > 0 and (words[at - 1].low in _DATED or words[at - 1].low[:1].isdigit())
    return at if forename and not dated and words[at + 1].gap in (" ", " & ", " + ") else None


def _is_joined_capital(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether an everyday word has its capital only because it is joined to a name: Sparrow and Kez."""
    word, before = words[at], words[at - 1]
    told = word.capital and not word.opens and word.text.istitle() and len(word.low) >= _SHORTEST_OPENING
    if not told or word.low in lexicon.protected or word.gap != " " or not before.text.islower():
        return False
    return words[at + 1].gap in (" ", " & ", " + ") and not word.low.endswith(("ing", "ed", "ly"))
