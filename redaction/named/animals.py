"""Animals by what they are: his dog Bramble, the horses Pilot and Dusty, Waffles her cat."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.words import Word

KINDS = frozenset(
    "dog pd puppy pup cat kitten horse pony mare gelding foal cob rabbit hamster gerbil parrot budgie ferret "
    "tortoise donkey goat lurcher terrier labrador lab spaniel collie whippet staffie staffy alsatian greyhound "
    "poodle husky rottweiler mastiff cockapoo labradoodle bulldog pug beagle dachshund".split()
)
_TWO = frozenset((("guinea", "pig"), ("german", "shepherd"), ("jack", "russell")))
_LASTS = KINDS | {last for _, last in _TWO}
_ONE_OR_MORE = _LASTS | {f"{last}s" for last in _LASTS}
_OF_SOMEBODY = frozenset("my his her their our".split())
_CALLED = frozenset("called named".split())
_OPENING = frozenset((" ", ", ", ' "', " '", " (", ": "))
_JOINED = frozenset((", ", " ", " & "))
_MOST = 2


def find_animals(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each animal's name that stands beside what the animal is."""
    for at in index.of(_ONE_OR_MORE):
        if not at or words[at].low.removesuffix("s") not in _LASTS:
            continue
        one, kind = _kind(words, at)
        if not kind or words[at].gap == "-":
            continue
        first = at - 1 if one else at - 2
        if first > 1 and _is_theirs(words, first) and _is_a_name(words, first - 1, lexicon):
            yield _finding(words, first - 1, first - 1)
        yield from _after(words, at + 1, lexicon, several=words[at].low.endswith("s"))


def _is_theirs(words: Sequence[Word], at: int) -> bool:
    """Say whether a word tells whose animal it is, after a capital in mid-sentence: Waffles her cat."""
    return words[at].low in _OF_SOMEBODY and words[at].gap in (" ", ", ") and not words[at - 1].opens


def _kind(words: Sequence[Word], at: int) -> tuple[bool, bool]:
    """Say whether a word is by itself a kind of animal, and whether it ends one at all."""
    one = words[at].low.removesuffix("s")
    alone = one in KINDS
    return alone, alone or (words[at - 1].low, one) in _TWO


def _after(words: Sequence[Word], at: int, lexicon: Lexicon, *, several: bool) -> Iterator[Finding]:
    """Give the name, or the names of several, that follow a kind."""
    if at < len(words) and words[at].low in _CALLED:
        at += 1
    if not _is_a_name(words, at, lexicon) or words[at].gap not in _OPENING:
        return
    while _is_a_name(words, at, lexicon):
        last = at
        while (
            last + 1 < len(words)
            and last + 1 - at < _MOST
            and words[last + 1].gap == " "
            and _is_cased(words[last + 1])
        ):
            last += 1
        yield _finding(words, at, last)
        at = last + 1
        if not several or at >= len(words) or words[at].gap not in _JOINED:
            return
        at += words[at].low == "and"


def _is_a_name(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a word is a capital in mid-sentence that is no policy and nobody's title before a name."""
    police = at < len(words) and at > 0 and words[at - 1].text == "PD" and words[at].upper
    if (
        at >= len(words)
        or not (police or _is_cased(words[at]))
        or not words[at].text.isalpha()
        or len(words[at].low) < _MOST
    ):
        return False
    low = words[at].low
    named = at + 1 < len(words) and words[at + 1].gap == " " and _is_cased(words[at + 1])
    if low in cues.PERSON:
        return low in cues.STATIONS or (low in cues.TITLES and not named)
    return low not in lexicon.protected


def _is_cased(word: Word) -> bool:
    return word.text.istitle()


def _finding(words: Sequence[Word], first: int, last: int) -> Finding:
    key = " ".join(word.low for word in words[first : last + 1])
    return Finding(words[first].start, words[last].end, "name", "named", 0.7, "an animal's name", key=key)
