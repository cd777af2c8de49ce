"""Places by the kind behind their name, and pairs: Rolling Pin bakery, ASPLEY AUTO BODIES, Loaf & Leaf."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon, lines, words_of
from redaction.named import cues
from redaction.named.quiet import tells_nothing
from redaction.named.small_places import HEADS
from redaction.words import Word

_SURE = 0.6
_KINDS = words_of("dealings", "kinds")
_PAIRS = {
    tuple(pair.split())
    for line in lines("dealings")
    if line.startswith("pairs:")
    for pair in line.partition(":")[2].replace("'", " ").split(";")
}
_ENDS_OF_PAIRS = {pair[-1] for pair in _PAIRS}
_LENGTHS = (3, 2)
_SORTS = words_of("dealings", "sorts")
_LINKS = frozenset((" ", "'", " & ", "-", "' "))
_NOBODY = cues.PEOPLE | _SORTS | frozenset("the a an his her their my our your at in to from of for and i".split())
_MOST = 3
_SHORTEST = 3
_LED = frozenset("and at in outside inside from into to opposite near by with per via off of for past behind".split())
_ENDED = frozenset(",.;:)!?\n-/(")
_AFTER = words_of("venues", "after") | frozenset(("re", "ref", "staff", "manager"))
_WEAK = words_of("dealings", "weak")  # of which the police and the council have some too
_HEADS = _KINDS | _WEAK | words_of("dealings", "heads")
_LASTS = _HEADS | _ENDS_OF_PAIRS
_STATION = "PS"  # of the police
_STREETS = frozenset("road street lane avenue rd st ln ave".split())
_GENERIC = _SORTS | words_of("small_places", "common") | words_of("dealings", "nobody") | cues.PEOPLE
_DEEDS = words_of("dealings", "deeds")
_NO_NOUNS = _NOBODY | _LED | _AFTER | _DEEDS
_OFFICIAL = ("ion", "al", "ment", "ity", "ance", "ence")


def kinds_in_small(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each place with its kind, in small letters or among capitals, and each pair."""
    for at in index.of(_LASTS):
        head = _head(words, at)
        if words[at].upper and (words[at].text != _STATION or words[at - 1].upper):
            first = _first_in_capitals(words, head, at, lexicon) if head else head
        else:
            first = _first(words, head, lexicon) if head else head
        if first < head:
            yield _finding(words, first, at, "a name before a kind of place")
    for at in index.behind(" & "):
        if _is_a_pair(words, at, lexicon):
            yield _finding(words, at - 1 - _is_after_another(words, at, lexicon), at, "a pair that a shop is called by")


def _head(words: Sequence[Word], at: int) -> int:
    """Give the first word of a kind of place in small letters or capitals that ends here; nought if there is none."""
    word = words[at]
    shouted = word.upper
    if not at or word.gap != " " or not (shouted or word.text is word.low):
        return 0
    for length in _LENGTHS if word.low in _ENDS_OF_PAIRS else ():
        head = at - length + 1
        if head > 0 and tuple(each.low for each in words[head : at + 1]) in _PAIRS:
            same = words[head].upper if shouted else words[head].text is words[head].low
            return head if same and words[head].gap in (" ", "' ") else 0
    return at if word.low in (_HEADS if shouted else _KINDS) else 0


def _first(words: Sequence[Word], head: int, lexicon: Lexicon) -> int:
    """Give the first of the capitals before a kind of place that name it; the kind's own place if none do."""
    first = head
    while first and head - first < _MOST and words[first].gap in _LINKS and _may_be_part(words[first - 1]):
        first -= 1
    if first == head or words[head - 1].low == "s":
        return head
    if words[head].text == _STATION:
        told = words[head - 1].text.istitle() and not words[head - 1].plain and _is_led(words, first)
        return first if told and _ends(words, head) else head
    first += words[first].low == "s"
    if words[first].opens and words[first].plain and not words[first].upper:
        first += 1  # a sentence's first word
    run = [word for word in words[first:head] if word.low != "s"]
    return head if all(word.low in lexicon.protected or word.low in _SORTS for word in run) else first


def _first_in_capitals(words: Sequence[Word], head: int, at: int, lexicon: Lexicon) -> int:
    """Give the first of the nouns before a kind of place among capitals, which a small word or a stop leads to."""
    last, first = head, head
    while first and last - first < _MOST and words[first].gap in _LINKS and _is_a_noun(words[first - 1], lexicon):
        first -= 1
    if (
        first == head
        or not _ends(words, at)
        or words[first].low == "s"
        or not (words[first].opens or _is_led(words, first))
    ):
        return head
    while _leads_up(words[first].low, lexicon) and not all(word.plain for word in words[first + 1 : head]):
        first += 1
    run = [word for word in words[first:head] if word.low != "s"]
    if len(run) == 1 and run[0].low.endswith("ing"):
        return head
    weak = words[head].low in _WEAK
    told = [word for word in run if _tells(word, lexicon, weak=weak)]
    return first if told and (not weak or tells_nothing(words, head)) else head


def _leads_up(low: str, lexicon: Lexicon) -> bool:
    """Say whether a word is what the name is told of: SHOP THEFT GUNTHORPE STORES."""
    return low in HEADS or (low in lexicon.protected and low not in lexicon.everyday)


def _is_led(words: Sequence[Word], first: int) -> bool:
    return words[first].gap in (", ", " (") or (words[first].gap == " " and words[first - 1].low in _LED)


def _is_a_noun(word: Word, lexicon: Lexicon) -> bool:
    if word.text == "S":
        return True
    low = word.low
    if (
        not word.upper
        or not low.isalpha()
        or len(low) < _SHORTEST
        or low in _NOBODY
        or low in _LED
        or low in _AFTER
        or low in _DEEDS
    ):
        return False
    return low not in lexicon.verbs and low not in lexicon.person_verbs and not low.endswith("ed")


def _tells(word: Word, lexicon: Lexicon, *, weak: bool) -> bool:
    """Say whether a word tells which place of its kind is meant; of a team or a unit only a rare one does."""
    if word.low in _STREETS or (weak and not word.plain):
        return True
    return not weak and word.low not in _GENERIC and word.low not in lexicon.protected


def _may_be_part(word: Word) -> bool:
    return (word.text[0].isupper() and len(word.text) > 1 and word.low not in _NOBODY) or word.text == "s"


def _is_a_pair(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether two capitals joined by `&` are everyday words, neither of them a person nor both policy."""
    first, second = words[at - 1], words[at]
    if not all(len(word.low) >= _SHORTEST and word.plain and word.low not in cues.PEOPLE for word in (first, second)):
        return False
    if first.low in lexicon.protected and second.low in lexicon.protected:
        return False
    if first.low.endswith(_OFFICIAL) or second.low.endswith(_OFFICIAL):
        return False
    if first.text.istitle() and second.text.istitle():
        return True
    if not (first.upper and second.upper and at > 1 and first.gap == " " and _ends(words, at)):
        return False
    return words[at - 2].low in _LED or words[at - 2].low == "the" or _is_after_another(words, at, lexicon)


def _is_after_another(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a third word in capitals, with which what is said begins, leads to a pair: BASSI NEWS & BOOZE."""
    if at < _MOST or not words[at].upper or words[at - 1].gap != " ":
        return False
    word = words[at - 2]
    begun = word.opens or _is_led(words, at - 2)
    return begun and word.upper and _is_a_noun(word, lexicon) and word.low not in lexicon.protected


def _ends(words: Sequence[Word], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or not _ENDED.isdisjoint(after.gap) or after.low in _AFTER or after.low in _LED


def _finding(words: Sequence[Word], first: int, last: int, reason: str) -> Finding:
    key = " ".join(word.low for word in words[first : last + 1])
    return Finding(words[first].start, words[last].end, "organisation", "named", _SURE, reason, key=key)
