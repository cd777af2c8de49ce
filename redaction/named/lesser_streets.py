"""Streets of everyday or policy words that end as few do, or have no capital: Station Approach, on mill lane."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon, words_of
from redaction.named import cues
from redaction.named.ends_of_places import GOES_ON
from redaction.named.quiet import tells_nothing
from redaction.named.streets import street_key
from redaction.words import Word

_SURE = 0.7
LED = "a street by what is before it"


_FEW = words_of("beside_places", "few_streets")  # with which few streets end, and other things do too
_MANY = words_of("beside_places", "many_streets")
_FIRST = words_of("beside_places", "first_of_streets")
_ON = frozenset(
    "on in along down up off from near at to of towards via into onto between and opposite past by through thru".split()
)
_ON_IN_SMALL = frozenset("on in along down up off from near at towards via opposite past onto through thru".split())
_LED = (", ", " (", ": ", "\n", "/")
_ENDED = frozenset(",.;:)/!?\n")
_AFTER = frozenset(
    "and when where with as at he she they i we who so but until for after before his her the a is was has had then by "
    "because cos which about around overnight last this in again yesterday today all".split()
)
_NO_FIRST = cues.TITLES | cues.RANKS | cues.ROLES | frozenset(cues.KIN)


def lesser_streets(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each street of two words or three."""
    for at in index.of(_FEW | _MANY):
        if at < 1 or words[at].gap != " " or words[at - 1].low in _NO_FIRST:
            continue
        first = _first_capital(words, at, lexicon) if words[at].text.istitle() else _first_in_small(words, at, lexicon)
        if first is not None:
            written = " ".join(word.text for word in words[first : at + 1])
            yield Finding(words[first].start, words[at].end, "street", "named", _SURE, LED, key=street_key(written))


def _first_capital(words: Sequence[Word], at: int, lexicon: Lexicon) -> int | None:
    """Give the first word of a street with its capitals, led by a small word or by a comma."""
    first = at - 1
    word = words[first]
    if not word.text.istitle() or (word.low in lexicon.protected and word.low not in _FIRST):
        return None
    if words[at].low in _MANY and word.low not in _FIRST:
        return None  # others are found by their grammar
    before = words[first - 1]
    goes_on = before.low == "the" and at + 1 < len(words) and words[at + 1].low in GOES_ON
    led = word.gap in _LED or (word.gap == " " and (before.low in _ON or before.text.isdigit() or goes_on))
    return first if first and led and _ends(words, at) else None


def _first_in_small(words: Sequence[Word], at: int, lexicon: Lexicon) -> int | None:
    """Give the first word of a street where capitals tell nothing, after a word that leads to one."""
    first = at - 1
    if first < 1 or words[first].gap != " " or not tells_nothing(words, at) or not words[first].text.isalpha():
        return None
    before = words[first - 1]
    if before.low not in _ON_IN_SMALL and not before.text.isdigit():
        return None
    low = words[first].low
    common = low in lexicon.everyday or low in lexicon.protected or low in lexicon.verbs
    named = not common and (not words[first].plain or low in lexicon.surnames)
    return first if (named or low in _FIRST) and _ends(words, at) else None


def _ends(words: Sequence[Word], at: int) -> bool:
    """Say whether nothing after a street goes on with it: no capital, no noun."""
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or not _ENDED.isdisjoint(after.gap) or after.low in _AFTER | GOES_ON or after.text.isdigit()
