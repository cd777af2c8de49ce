"""Places by what they are, in small letters: the Crescent mosque; where capitals tell nothing, at manor dairy."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon, words_of
from redaction.named import cues
from redaction.named.ends_of_places import GOES_ON
from redaction.named.parts_of_places import TRADES
from redaction.named.quiet import tells_nothing
from redaction.named.small_places import HEADS, tells
from redaction.named.venues_in_small import venues_in_small
from redaction.words import Word

_SURE = 0.6
_MOST = 5
_MOST_LETTERS = 4
_LED = frozenset(
    "at in into inside outside near behind opposite opp leaving from by past to round via of under".split()
)
_LED_IN_SMALL = frozenset(
    "at outside near behind opposite opp from by past to with w via for inside into owns runs manages".split()
)
_NO_HEADS = frozenset(
    "care works project rescue park services offices rooms bench stage house home works yard farm hall stop block "
    "ground grounds branch hotel pub bar son sons daughter daughters brothers bros form high house office service team "
    "unit door control action aid crisis cars books windows travel transport steel tools chips chicken cream coffee "
    "hair paint pets show union living justice management medical referral provision news general housing group fund "
    "agency agents band dance buses carers cleaners cleaning bikes cakes storage partners volunteers council trust "
    "association society sale sales wash rank village express discount beauty suite training test network".split()
)
_KEEPERS_OF_TWO = frozenset(
    ("estate agents", "letting agents", "funeral directors", "chip shop", "corner shop", "paper shop", "betting shop")
)
_WITHIN = frozenset("reading paddling food primary high sixth night social bowls boxing youth community".split())
# Where a make is made, kept or sold: the Cadbury factory.
_PREMISES = frozenset("factory warehouse depot plant garage store shop showroom branch dealership".split())
_SHOPS = words_of("beside_places", "shops")
_BRANCHES = frozenset("store stores shop branch site office depot showroom warehouse".split())
_KEEPERS = frozenset(
    "florist florists butcher butchers baker bakers ironmonger ironmongers jeweller jewellers chemist chemists grocer "
    "grocers newsagent newsagents undertaker undertakers optician opticians fishmonger fishmongers greengrocer "
    "greengrocers barber barbers vets dentist dentists tailor tailors printers bookies chippy solicitors".split()
)
_ENDED = frozenset(",.;:)!?\n")
_AFTER = frozenset(
    "and or but when where with as at he she they i we who so until for after before in on to from is was has had then "
    "because cos which about again yesterday today say says said by till since this last".split()
)
_DENOMINATIONS = frozenset(
    "methodist baptist catholic quaker orthodox pentecostal evangelical reformed presbyterian polish ukrainian sikh "
    "hindu".split()
)
_KINDS_OF_STREET = frozenset("crescent strand grove parade broadway avenue mall circus".split())
_NO_FIRST = frozenset("high main new old upper lower university college school railway black white".split())
_FIRST = (words_of("beside_places", "first_of_streets") - _NO_FIRST) | _KINDS_OF_STREET | _DENOMINATIONS
_HEADS = (
    HEADS
    | GOES_ON
    | TRADES
    | _KEEPERS
    | _PREMISES
    | _BRANCHES
    | {"room", "agents", "directors", "mediation", "outreach"}
)


def headed_in_small(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each, and the pubs and shops of small letters."""
    yield from venues_in_small(words, index, lexicon)
    for at in [at for at in index.of(_HEADS) if not words[at].capital and at > 1]:
        first = None
        if words[at].gap == " " and (words[at].low != "room" or words[at - 1].low in _WITHIN):
            first = _first_capital(words, at, lexicon)
            first = _whose_trade(words, at) if first is None else first
            if first is None and tells_nothing(words, at):
                first = _first_in_small(words, at, lexicon)
        if first is not None:
            key = " ".join(word.low for word in words[first : at + 1])
            reason = "a place by what it is"
            yield Finding(words[first].start, words[at].end, "venue", "named", _SURE, reason, key=key)


def _whose_trade(words: Sequence[Word], at: int) -> int | None:
    """Give the owner before a trade: Coopers the ironmongers, Baker's the florist, Bennetts the estate agents."""
    paired = f"{words[at - 1].low} {words[at].low}" in _KEEPERS_OF_TWO
    the = at - 1 - paired
    owner = the - 1
    if not (paired or words[at].low in _KEEPERS) or words[the].low != "the" or words[the].gap != " " or owner < 0:
        return None
    if owner and words[owner].low == "s" and words[owner].gap == "'":
        owner -= 1
    elif not words[at].low.endswith("s"):
        return None
    return owner if words[owner].text.istitle() and words[owner].low not in cues.KIN else None


def _first_capital(words: Sequence[Word], at: int, lexicon: Lexicon) -> int | None:
    """Give the capital of policy that a place begins with, after `the` or a word that leads to a place."""
    first = at - 1
    if words[first].low in _WITHIN and words[first].gap == " ":
        first -= 1
    word = words[first]
    lettered = word.upper and len(word.text) <= _MOST_LETTERS and word.low not in lexicon.protected
    lettered = lettered and not tells_nothing(words, at)
    made = (lettered or word.low in lexicon.brands) and words[at].low in _PREMISES
    branch = words[at].low in _BRANCHES and not word.plain and word.low not in _SHOPS and words[first - 1].low == "the"
    told = (word.low in _FIRST or made or branch) and (lettered or word.text.istitle())
    if first < 2 or not told or word.opens or word.gap != " ":
        return None
    before = words[first - 1]
    return first if before.low == "the" or before.low in _LED else None


def _first_in_small(words: Sequence[Word], at: int, lexicon: Lexicon) -> int | None:
    """Give the first of the telling words before a kind of place, after a word that leads there and no article."""
    if words[at].low in _NO_HEADS or not _ends(words, at):
        return None
    first = at
    while first > 1 and at - first < _MOST and words[first].gap in (" ", "'", " & ", "-"):
        before = words[first - 1]
        if before.low in _LED_IN_SMALL:
            break
        part = tells(before, lexicon) or before.low == "s" or before.low in _FIRST or before.low in _WITHIN
        if not part or before.low in cues.PERSON:
            return None
        first -= 1
    led = words[first - 1].low in _LED_IN_SMALL and words[first].gap == ("/ " if words[first - 1].low == "w" else " ")
    telling = any(word.low not in _WITHIN and len(word.low) > 1 for word in words[first:at])
    return first if led and telling else None


def _ends(words: Sequence[Word], at: int) -> bool:
    """Say whether no noun goes on with a kind of place."""
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or not _ENDED.isdisjoint(after.gap) or after.low in _AFTER
