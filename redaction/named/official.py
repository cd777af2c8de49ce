"""What is called after somebody or something and names nobody: Op Sceptre, Jade's Law, a Newton hearing, an Act."""

from collections.abc import Iterator, Sequence

from redaction.index import Index
from redaction.lexicon import Lexicon, lines, words_of
from redaction.named import cues
from redaction.words import Word

Place = tuple[int, int]

_MOST = 6  # words before the last of an official title
_OPERATIONS = frozenset(("op", "operation"))
_EPONYMS = {  # what comes after somebody's name that stands for a rule, an illness or a course
    low: frozenset(line.partition(":")[2].split()) for line in lines("official") for low in (line.partition(":")[0],)
}
_ILLNESSES, _COURSES, _WORN = _EPONYMS["illnesses"], _EPONYMS["courses"], _EPONYMS["worn"]
_HELD, _HEADS, _OFFICIAL = _EPONYMS["held"], _EPONYMS["heads"], _EPONYMS["official"]
_JOINING = frozenset("of and for the to in with by or on from a an".split())
_OF_TITLES = tuple("tion sion ment ments ness ity ance ence ship ology isation tional al ive ary ory ous ing".split())
_TITLED = cues.TITLES | cues.RANKS | frozenset(cues.KIN)
_THINGS, _SUFFERED = _EPONYMS["things"], _EPONYMS["suffered"]
_LED_TO_THINGS = frozenset("a an two three four five six some".split())
_TESTS = frozenset(("test", "warning"))  # of which there is one: the Caldwell test
_BODIES = words_of("official", "bodies")  # what only the public's own bodies are called: the Care Quality Commission
_NATIONAL_BODIES = words_of("official", "national_bodies")  # what any body may be called, with a word for the country
_NATIONAL = words_of("official", "national")
_PAPERS = words_of("official", "papers")  # what a file writes with capitals and names nobody: a Fit Note, Hoax Calls
_CLUBS, _SUPPORTERS = words_of("official", "clubs"), words_of("official", "supporters")
_CITED = frozenset("see following per applying cf citing cited".split())
_LASTS = _ILLNESSES | _COURSES | _WORN | _HELD | _HEADS | _THINGS | _BODIES | _NATIONAL_BODIES | {"law"}
_TOLD_BY = _LASTS.union(_OPERATIONS, _SUFFERED, _SUPPORTERS, _PAPERS, "v")  # all words at which one is looked for
_HAS = frozenset("has have had with of and from for got his her my their advanced early onset about no".split())


def official_names(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Place]:
    """Give where such names stand in a text, by letters."""
    for at in index.of(_TOLD_BY):
        word = words[at]
        if word.low in _OPERATIONS and word.text[0] == "O":
            yield from _operation(words, at, lexicon)
        elif word.low in _SUFFERED and at and words[at - 1].low in _HAS:
            yield from _illness(words, at)
        elif word.low == "v" and at > 1 and words[at - 1].low in ("r", "dpp") and words[at - 2].low in _CITED:
            yield from _judgment(words, at)
        elif word.low in _SUPPORTERS and at and words[at - 1].low in _CLUBS and word.gap == " ":
            if words[at - 1].capital and not word.capital:
                yield words[at - 1].start, word.end
        elif word.capital and word.low in _PAPERS and at and words[at - 1].capital and word.gap in (" ", "-"):
            yield words[_title(words, at, lexicon, any_word=True)].start, word.end
        elif word.low in _LASTS and at:
            first = _first(words, at, lexicon)
            if first < at:
                yield words[first].start, word.end


def _operation(words: Sequence[Word], at: int, lexicon: Lexicon) -> Iterator[Place]:
    """Give an operation's name of one word or two: Operation Soteria Bluestone."""
    last = at
    if words[at].text == "OP" and at + 1 < len(words) and not words[at + 1].upper:
        return  # the other party, before who it is
    while last + 1 < len(words) and last - at < 2 and words[last + 1].gap == " " and words[last + 1].capital:
        if last > at and lexicon.is_name(words[last + 1].low):
            break
        last += 1
    if last > at:
        yield words[at].start, words[last].end


def _judgment(words: Sequence[Word], at: int) -> Iterator[Place]:
    """Give a judgment that is cited: see R v Chan-Fook."""
    last = at + 1
    while last + 1 < len(words) and words[last + 1].gap == "-" and words[last + 1].capital:
        last += 1
    if last < len(words) and words[last].text.istitle():
        yield words[at - 1].start, words[last].end


def _illness(words: Sequence[Word], at: int) -> Iterator[Place]:
    """Give an illness that is called by its doctor alone, where nobody is: gran has Parkinson's, and."""
    ends = at + 1 < len(words) and words[at + 1].low == "s" and words[at + 1].gap == "'"
    if ends and (at + 2 == len(words) or words[at + 2].gap != " " or words[at + 2].low in _JOINING):
        yield words[at].start, words[at + 1].end


def _first(words: Sequence[Word], at: int, lexicon: Lexicon) -> int:
    """Give the first word of an official name whose last may be this one; its own place if it is none."""
    low, before = words[at].low, words[at - 1]
    if low == "law" and words[at].text == "Law":
        return at - 2 if before.low == "s" and before.gap == "'" and at > 1 and words[at - 2].capital else at
    if low in _ILLNESSES:
        begin = at - 2 if before.low == "s" and at > 1 else at - 1
        if begin and words[begin].gap == "-" and words[begin - 1].capital:
            begin -= 1
        return begin if words[begin].capital and words[at].gap == " " else at
    plural = words[at].gap == "' " and low in _NATIONAL_BODIES  # the National Farmers' Union
    if not (words[at].gap == " " or plural) or not before.capital:
        return at
    if low in _HELD:
        led = ("a", "an", "the") if low in _TESTS else ("a", "an")
        return at - 1 if at > 1 and words[at - 2].low in led and before.gap == " " else at
    if low in _THINGS and words[at].text != low and low not in _HEADS | _COURSES:
        return at  # the Flying Horse is no horse
    if low in _THINGS and words[at].text == low:
        begin = at - 2 if at > 1 and words[at - 2].capital and before.gap == " " else at - 1
        counted = words[begin - 1].low in _LED_TO_THINGS or words[begin - 1].text.isdigit()
        return begin if begin and counted and words[begin].gap == " " else at
    if low in _WORN:
        begin = at - 2 if at > 1 and words[at - 2].capital and before.gap == " " else at - 1
        return begin if begin and words[begin - 1].low in ("a", "an") else at
    if low in _NATIONAL_BODIES:
        first = _title(words, at, lexicon, any_word=True)
        national = (place for place in range(first, at) if words[place].low in _NATIONAL and words[place].capital)
        return next(national, _title(words, at, lexicon, any_word=False) if low in _HEADS else at)
    return _title(words, at, lexicon, any_word=low in _COURSES or low in _BODIES)


def _title(words: Sequence[Word], at: int, lexicon: Lexicon, *, any_word: bool) -> int:
    """Give where a title of capitals begins whose every word is official; a course's may be any that is no name."""
    first = at
    if words[at].low == "form" and words[at - 1].low == "sixth":
        return at  # a school's
    while first and at - first < _MOST and words[first].gap in (" ", "-", "'", "' ", ", ", " & "):
        word = words[first - 1]
        titled = word.low in _TITLED or (first > 1 and word.capital and words[first - 2].low in _TITLED)
        joins = word.low in _JOINING or (word.low == "s" and word.gap == "'")
        told = word.capital and (_is_official(word, lexicon) or (any_word and _names_no_place(word, lexicon)))
        if titled or not (joins or told):
            break
        first -= 1
    while first < at and words[first].low in _JOINING:
        first += 1
    return first


def _is_official(word: Word, lexicon: Lexicon) -> bool:
    if word.low in lexicon.protected or word.low in _OFFICIAL:
        return True
    return word.low.endswith(_OF_TITLES) and word.plain and not lexicon.is_name(word.low)


def _names_no_place(word: Word, lexicon: Lexicon) -> bool:
    return word.plain and word.low not in lexicon.names_first and word.low not in lexicon.towns
