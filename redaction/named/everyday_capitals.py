"""Everyday words whose capital nothing explains but a name: their postwoman Goalpost, downstairs Ardour Pencil."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.words import Word, is_apart

_SURE = 0.65
_SHORTEST = 3
_MOST = 3
_ARTICLES = frozenset("the a an this that these those my your his her its their some any each every no".split())
_PLACED = frozenset("at by near behind outside opposite opp past inside beside outside towards".split())
_GOES_THERE = frozenset("bus train tram stop route line road estate end side flats lads lot gang boys crew".split())
_BEHIND_PEOPLE = frozenset("from of who and was is has had said says s".split())
_PRESENT = frozenset("present staff witnesse pupil student worker resident attendee names named on attending".split())
_JOINING = frozenset("of to for in".split())
# Words that open a sentence and so explain no capital after them: Is Biscuit alright? Ask Goalpost.
_OPENING = frozenset(
    "is was has did does ask tell told and but when if that with then so because where how from".split()
)
# Endings of words that headings, statutes and offices are made of, and hardly a name.
_OF_HEADINGS = (
    "ing ed ly al ive tion sion ment ments ness ity ance ence ships ship ology ions isation ary ory ous ful".split()
)
_YEARS = frozenset("yrs yr years yo mths months".split())


def everyday_capitals(words: Sequence[Word], index: Index, lexicon: Lexicon, *, quiet: bool) -> Iterator[Finding]:
    """Give each name that only its capitals in mid-sentence tell; where nothing has its capital, none."""
    if quiet:
        return
    small = {word.low for word in words if word.text.islower()}
    after = 1
    for at in index.raised:
        if at < after or not _is_unexplained(words[at], lexicon):
            continue
        last = at
        while last + 1 < len(words) and words[last + 1].gap == " " and words[last + 1].capital:
            last += 1
        kind = _kind(words, at, last, small, lexicon)
        if kind:
            key = " ".join(word.low for word in words[at : last + 1])
            start, end = words[at].start, words[last].end
            yield Finding(start, end, kind, "named", _SURE, "a capital that no sentence begins with", key=key)
        after = last + 1


def _is_unexplained(word: Word, lexicon: Lexicon) -> bool:
    """Say whether an everyday word that is no policy has a capital which begins no sentence."""
    if not word.capital or word.opens or not word.text.istitle() or not word.plain:
        return False
    return len(word.low) >= _SHORTEST and word.low not in lexicon.protected and word.low not in cues.PERSON


def _kind(words: Sequence[Word], first: int, last: int, small: set[str], lexicon: Lexicon) -> str:
    """Say what the capitals name by what is before them; nothing where they may be a heading's or a body's."""
    run, before = words[first : last + 1], words[first - 1]
    if is_apart(before, run[0]) or any(word.low.endswith(tuple(_OF_HEADINGS)) for word in run):
        return ""
    if last > first:
        named = last - first < _MOST and all(
            word.text.istitle() and len(word.low) >= _SHORTEST and word.low not in lexicon.protected for word in run
        )
        told = run[0].gap in (" (", " @ ") or (run[0].gap == " " and before.text.islower()) or _is_with(before, run[0])
        return "name" if named and told else ""
    if run[0].low in small:
        return ""
    return _kind_of_one(words, first)


def _kind_of_one(words: Sequence[Word], at: int) -> str:
    """Say what one capital names: a place after `by the`, else somebody."""
    word, before = words[at], words[at - 1]
    after = words[at + 1] if at + 1 < len(words) else None
    if _is_a_persons(words, at):
        return "name"
    if word.gap == "|" or (word.gap == " (" and (after is None or after.gap[:1] in "),")):
        return "name"
    if _is_with(before, word):
        return "name"
    if word.gap != " " or not (before.text.islower() or (before.opens and before.low in _OPENING)):
        return ""
    if _is_of_a_title(words, at):
        return ""
    if before.low == "the":
        goes = after is not None and after.gap == " " and after.low in _GOES_THERE
        placed = at > 1 and words[at - 2].low in _PLACED and before.gap == " "
        return "place" if goes or placed else ""
    numbered = after is not None and after.gap in (" ", " (") and after.text[:1].isdigit()
    aged = numbered and at + 2 < len(words) and words[at + 2].low in _YEARS
    if before.low in _ARTICLES or (numbered and not aged):
        return ""
    return "name"


def _is_with(before: Word, word: Word) -> bool:
    """Say whether a word stands after `w/`, written short for who or what is with somebody."""
    return before.low == "w" and word.gap == "/ "


def _is_of_a_title(words: Sequence[Word], at: int) -> bool:
    """Say whether a capital is part of what a thing is called: League of Friends, Right to Review."""
    before = words[at - 2] if at > 1 and words[at - 1].low in _JOINING else None
    after = words[at + 2] if at + 2 < len(words) and words[at + 1].low in _JOINING else None
    led = before is not None and before.capital and before.plain and not before.opens and words[at - 1].gap == " "
    goes_on = after is not None and after.capital and after.plain and after.gap == words[at + 1].gap == " "
    return led or goes_on


def _is_a_persons(words: Sequence[Word], at: int) -> bool:
    """Say whether a capital is told to be somebody's: Steward Castle gave; the waiter, Duchess, was."""
    word, before = words[at], words[at - 1]
    after = words[at + 1] if at + 1 < len(words) else None
    ends = after is None or after.gap[:1] in ",.;:)?!\n" or after.gap == " ("
    goes_on = after is not None and after.gap in (" ", "'") and after.low in _BEHIND_PEOPLE
    if before.low in cues.PERSON or before.low.removesuffix("s") in cues.ROLES:
        if word.gap == ", ":
            return ends or goes_on
        return word.gap == " " and before.text.istitle() and before.opens and (ends or after is not None)
    listed = after is not None and after.gap in (", ", " (", "; ") and word.gap == ": "
    return listed and before.low.removesuffix("s") in _PRESENT
