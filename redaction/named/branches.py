"""Shops of which there are many: one that tells a place, or where somebody works, is masked; others are doubted."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon, lines
from redaction.named.quiet import tells_nothing
from redaction.words import Word

BRANCH = "one of many shops where a place would stand"
_SURE = 0.6
_DOUBT = 0.3  # stole from Lidl: there are so many that the name alone tells nothing
# Of banks and the makers of petrol more is said than that somebody was there: his card at Santander, a BP card.
_SELDOM_MEANT = frozenset("barclays lloyds natwest santander hsbc halifax nationwide coral sayers showcase".split())
_BESIDE = frozenset("outside o/s behind near opposite opp between past beside".split())
_AT = _BESIDE | frozenset(
    "at in into inside by enter enters entered entering attend attended leaving within works admits admitted "
    "shoplifting".split()
)
_WORKS = frozenset(
    "staff manager manageress employee employees works work worked job boss start shift shifts security".split()
)
_WORKS_NEAR = 4  # words before the name, or after it: where she does the late shift
_WORKS_AFTER = 6
_LED = frozenset("the our local your".split())
_OF = frozenset(
    "manager staff owner security employee till tills door doorway floor window back front roof side entrance "
    "store".split()
)
_STOLEN = frozenset(
    "stole stolen steal steals stealing theft thefts shoplifting shoplift lifted took taken nicked complaint statement "
    "cctv footage staff manager walked walking ran".split()
)
_FAR = 8  # words between what was stolen and from where
_SMALL_TOO = frozenset("spar spoons savers heron subway".split())
_NO_NAME_IN_SMALL = frozenset(("the range", "one stop", "new look", "be at one", "the works", "best one"))
# After these `to` leads to somebody, not to a place.
_SAID = frozenset("belongs belonged belonging sold sell sells due according similar wrote write applied apply".split())
_THINGS = frozenset(
    "bag bags carrier card cards flowers voucher vouchers receipt receipts box boxes cup cups coat jacket shoes "
    "uniform app account delivery vodka milkshake coffee clothes jumper top phone brand own lorry van driver sandwich "
    "prices points clubcard gift wine beer milk bread".split()
)


def _names() -> dict[str, list[tuple[str, ...]]]:
    """Give the names by their first word, the longest first."""
    names: dict[str, list[tuple[str, ...]]] = {}
    for line in lines("beside_places"):
        kind, _, told = line.partition(": ")
        for name in told.split("; ") if kind == "twos" else told.split() if kind == "shops" else ():
            if name not in _SELDOM_MEANT:
                names.setdefault(name.split()[0], []).append(tuple(name.split()))
    return {first: sorted(each, key=len, reverse=True) for first, each in names.items()}


_NAMES = _names()
_FIRSTS = frozenset(_NAMES)


def branches(words: Sequence[Word], index: Index, lexicon: Lexicon, *, quiet: bool) -> Iterator[Finding]:
    """Give each; one that is an everyday word too only with its capital."""
    before, sure = -1, False  # the last word of the one before it, and whether that told a place
    for at in [at for at in index.of(_FIRSTS) if at]:
        last = _last(words, at)
        if last is None or not _is_written_so(words, at, last, lexicon, quiet=quiet):
            continue
        listed = at - 1 == before if words[at].gap == ", " else at - 2 == before and words[at - 1].low in ("and", "or")
        if not (listed or _is_there(words, at, last)):
            continue
        after = words[last + 1] if last + 1 < len(words) else None
        if after is None or after.gap != " " or after.low not in _THINGS:
            tells = (listed and sure) or _tells_a_place(words, at, last) or _is_a_surname(words, at, last, lexicon)
            before, sure, key = last, tells, " ".join(word.low for word in words[at : last + 1])
            certainty = _SURE if tells else _DOUBT
            yield Finding(words[at].start, words[last].end, "organisation", "named", certainty, BRANCH, key=key)


def _last(words: Sequence[Word], at: int) -> int | None:
    """Give the last word of the longest name that begins here, with what makes it theirs: McDonald's."""
    for name in _NAMES[words[at].low]:
        last = at + len(name) - 1
        run = words[at : last + 1]
        if tuple(word.low for word in run) != name or any(word.gap not in (" ", "-", "&", " & ") for word in run[1:]):
            continue
        if len(words[at].text) == 1 and words[at + 1].gap not in ("&", " & "):
            continue
        owned = last + 1 < len(words) and words[last + 1].low == "s" and words[last + 1].gap == "'"
        return last + owned
    return None


def _is_there(words: Sequence[Word], at: int, last: int) -> bool:
    """Say whether what leads up to a name leads to a place."""
    if words[at].gap != " ":
        return False
    led = at - 1
    led -= led > 0 and words[led].low in _LED and words[led].gap == " "
    going = led > 0 and words[led].low == "to" and words[led - 1].low not in _SAID
    of = led > 0 and words[led].low == "of" and words[led - 1].low in _OF
    stolen = words[led].low == "from" and any(word.low in _STOLEN for word in words[max(0, led - _FAR) : led])
    went_on = words[led].low == "from" and last + 1 < len(words) and words[last + 1].low in ("to", "towards")
    return words[led].low in _AT or going or of or stolen or went_on


def _tells_a_place(words: Sequence[Word], at: int, last: int) -> bool:
    """Say whether somebody was beside a shop or works there."""
    led = words[at - 1] if words[at - 1].low not in _LED or at < 2 else words[at - 2]
    near = (*words[max(0, at - _WORKS_NEAR) : at], *words[last + 1 : last + 1 + _WORKS_AFTER])
    return led.low in _BESIDE or any(word.low in _WORKS for word in near)


def _is_a_surname(words: Sequence[Word], at: int, last: int, lexicon: Lexicon) -> bool:
    """Say whether a shop bears somebody's name, which would be masked as a person's: McDonald's."""
    return words[last].low == "s" and words[last].gap == "'" and words[at].low in lexicon.surnames


def _is_written_so(words: Sequence[Word], at: int, last: int, lexicon: Lexicon, *, quiet: bool) -> bool:
    """Say whether a name has its capital, or needs none: it is no everyday word, or nothing has its capital there."""
    run = words[at : last + 1]
    everyday = all(word.low in lexicon.ordinary for word in run)
    if words[at].text[0].isupper() and not (everyday and words[at].upper):
        return True
    told = " ".join(word.low for word in run) not in _NO_NAME_IN_SMALL if len(run) > 1 else words[at].low in _SMALL_TOO
    return (told or not everyday) and (quiet or tells_nothing(words, at))
