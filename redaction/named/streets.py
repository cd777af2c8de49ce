"""Finding streets and addresses by their grammar."""

import re
from collections.abc import Iterator, Sequence
from itertools import compress

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import STREET_TYPES, Lexicon
from redaction.named.windows import windows, within
from redaction.words import Word

_STREET_NAMES = frozenset("station north south east west northern southern eastern western black white market".split())
_SHORT = {short for shorts in STREET_TYPES.values() for short in shorts}
_PLAIN = frozenset(
    "court park hill green view bank gate fold place way drive walk mount path rise vale dale yard square estate close "
    "row buildings garden cottages circus st la cr gr ter pl wk hl est".split()
)
_HOMES = frozenset("cottages buildings yard".split())
_SURE = "|".join(sorted({*STREET_TYPES, *_SHORT} - _PLAIN, key=len, reverse=True))
_ANY = "|".join(sorted({*STREET_TYPES, *_SHORT}, key=len, reverse=True))
_TITLE = "|".join(kind.capitalize() for kind in _ANY.split("|"))
_NUMBER = (
    r"(?i:(?=[\dfuar])(?:\d{1,3}[a-z]?, ){0,5}(?:(?:flat|unit|apartment|apt|room|rm) ?(?:\w{1,4},? )?)?"
    r"\d{1,4} ?[a-z]?(?:[-/]\d{1,4}[a-z]?)?),? "
)
_WORD = r"[A-Z][A-Za-z'\-]{1,24}"
_WELSH = (
    "Heol|Ffordd|Stryd|Lon|Maes|Clos|Rhodfa|Bryn|Pen|Cwrt|Parc|Tan|Cae|Coed|Cefn|Nant|Gwaun|Rhiw|Teras|Tyn|Ty|Llys|Dol|"
    "Erw|Gerddi|Cilgant|Rhes|Sgwar|Plas|Tir|Bro|Pant|Porth|Glan|Gwel|Golwg|Troed"
)
_HOUSE = (
    "Waterside|Riverside|Lakeside|Quayside|Hillside|Dockside|Canalside|Parkside|"
    "Cottages?|House|Farm|Farmhouse|Barn|Lodge|Villas?|Bungalow|Croft|Manor|Forge|Mill|Vicarage|Rectory|Grange|"
    "Stables|Towers?|Heights|Hostel|Caravan Park|Marina|Wharf|Quays?|Point|Mansions?|Chambers|Almshouses|"
    "Maisonettes?|Parade|Buildings|Yard|Flats|Apartments|Lofts|Bungalows|Terraces"
)
_BY_KIND = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w£./]){_NUMBER}(?P<street>(?:St\.? )?(?:{_WORD} ){{1,3}}(?i:{_ANY}))\b(?![\w'])",
        rf"\b(?P<street>(?:St\.? )?(?:{_WORD} ){{1,3}}(?:{_TITLE}|(?i:{_SURE})))\b(?![\w'])",
        rf"\b(?:\d{{1,4}} ?[A-Za-z]? )?(?P<street>(?:{_WELSH})(?: (?:y|yr|[A-Z][a-z'\-]{{1,24}})){{1,3}})\b",
        rf"\b(?P<street>(?:The )?(?:{_WORD} ){{1,2}}(?:{_HOUSE}|(?i:estate)))\b(?![\w'])",
        rf"(?<![\w£./]){_NUMBER}(?P<street>(?:{_WORD} ){{1,2}}(?:{_HOUSE}))\b(?![\w'])",
        rf"(?<![\w£./])\d{{1,4}} ?[a-z]? (?P<street>[a-z'\-]{{3,24}} (?:[a-z'\-]{{3,24}} )?(?:{_SURE}|close|drive))\b",
    )
)
_BY_ITS_NUMBER = re.compile(r"(?i)(?:(?:number|no\.?|nr) )?\d")
_BY_NUMBER = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?i:\b(?=[abitfopln])(?:at|in|to|from|outside|of|lives|living|into|past|by|near|opposite|behind|beside) "
        r"(?P<street>(?:number|no\.?|nr) \d{1,4}[a-z]?))\b",
        r"(?i:\b(?=[lr])(?:lives|living|lived|resides) (?:at|in) (?P<street>\d{1,4}[a-z]?))\b"
        r"(?!(?:,? \w+){0,3} (?i:weeks|months|years|days))",
        r"(?i:\b(?=[mwlnfcgpt])(?:man|woman|lady|neighbour|family|couple|lad|girl|people|those|them|lot) "
        r"(?:at|in|from) (?P<street>\d{1,4}[a-z]?))"
        r"(?=[,.;)]| and\b)",
        r"(?i:\b(?=[frpab][a-z]{2,8} \d)(?<!interview )(?<!court )(?<!meeting )(?<!waiting )(?<!incident )"
        r"(?<!control )(?<!class )(?<!custody )(?<!pace )"
        r"(?P<street>(?:flat|room|plot|apartment|apt|bedsit|pitch) \d{1,3}[a-z]?))\b",
        rf"(?<![\w£./]){_NUMBER}(?P<street>(?:The )?{_WORD}(?: {_WORD}){{0,2}})(?=, ?[A-Z])",
        rf"(?<=at )\d{{1,4}}[a-z]? (?P<street>{_WORD}(?: {_WORD}){{1,2}})\b(?! ?[\d(])",
    )
)
_TOLD_BY = frozenset(
    word.lower() for word in re.findall(r"[A-Za-z]{2,}", f"{_ANY}|{_WELSH}|{_HOUSE}|estate") if word != "s"
) | {"cottages", "villas", "towers", "quays", "mansions", "maisonettes", "cottage", "villa", "tower", "quay", "mansion"}
_HOUSES = _TOLD_BY.intersection(
    each + end
    for word in re.findall(r"[A-Za-z]{2,}", f"{_HOUSE}|estate")
    for each in (word.lower(), word.lower().removesuffix("s"))
    for end in ("", "s")
)
# Words of which a text must hold one for the pattern in the same place to match.
_OF_KINDS = (_TOLD_BY, _TOLD_BY, frozenset(_WELSH.lower().split("|")), _HOUSES, _HOUSES, _TOLD_BY)
_OF_NUMBERS = (
    frozenset("number no nr".split()),
    frozenset("lives living lived resides".split()),
    frozenset("man woman lady neighbour family couple lad girl people those them lot".split()),
    frozenset("flat room plot apartment apt bedsit pitch".split()),
    None,
    frozenset(("at",)),
)
_WORDS = re.compile(r"[\w'\-]+")
_TITLES = frozenset("mr mrs ms miss mx dr prof rev cllr pc ps dc ds di dci pcso sgt insp".split())
_LEADS_TO = frozenset("from outside opposite towards via".split())
_SURNAME_NEXT = re.compile(r"\.?[ \n]([A-Z][\w'\-]+)")
_PLACE_BEFORE = re.compile(r"\b(?:on|in|into|near|off|along|down|up|at) $", re.IGNORECASE)
_LONGEST_ABBREVIATION = 5
_NO_STREET = frozenset(
    "then the a an of in on at to from near by for and or no any this that his her their our my your main side busy "
    "same other wrong own long dirt one per down along outside address more minutes metres miles times year month week "
    "day hours community resolution crown county magistrates youth high supreme criminal civil family appeal coroners "
    "driving drug alcohol victim police officer further new public private dual single open local custody left "
    "attended jw twds".split()
)
_NAMES_TOO = frozenset("crown long main".split())


class NamedStreets:
    """Finds streets in one folded text after another."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the word lists."""
        self._lexicon = lexicon
        self._process = lexicon.protected - lexicon.brands

    def find(self, text: str, words: Sequence[Word], index: Index) -> Iterator[Finding]:
        """Give each street, and each address with its house number, in a text whose words are given."""
        kinds, numbers = index.of(_TOLD_BY), index.figures
        for patterns, needed, places in ((_BY_KIND, _OF_KINDS, kinds), (_BY_NUMBER, _OF_NUMBERS, numbers)):
            near = list(windows(words, places, before=6, after=7))
            told = (of is None or not of.isdisjoint(index.lows) for of in needed)
            tried = compress(patterns, told)
            for found in (found for pattern in tried for found in within(pattern, text, near)):
                finding = self._street(text, found)
                if finding:
                    yield finding

    def _street(self, text: str, found: re.Match[str]) -> Finding | None:
        """Give a street without the words that lead up to it, unless it is a person with a title."""
        street = found.start("street")
        start = self._trimmed(text, street, found.end(), numbered=found.start() < street)
        numbered = found.start() < street == start and not _BY_ITS_NUMBER.match(text, street)
        if start is None or self._is_titled(text, start, found.end(), numbered=numbered):
            return None
        start = found.start() if numbered else start
        key = street_key(text[start : found.end()])
        kind, reason = _kind(text, start), "has the grammar of an address"
        return Finding(start, found.end(), kind, "named", 0.93, reason, key=key)

    def _trimmed(self, text: str, start: int, end: int, *, numbered: bool) -> int | None:
        """Drop leading words that no street is called by; None when nothing is left, or only everyday words are."""
        words = [(start + word.start(), word[0].lower().rstrip("'")) for word in _WORDS.finditer(text[start:end])]
        while len(words) > 1 and words[0][1] in _NO_STREET and not _is_whole(text, words):
            words.pop(0)
        led = max((at for at, (_, word) in enumerate(words[:-2]) if word in _LEADS_TO), default=-1)
        words = words[led + 1 :]
        if words[0][1][:1].isdigit() or words[-1][1][:1].isdigit():
            return words[0][0]
        kind = words[-1][1]
        if text[end - 2 : end].upper() == "VW" and not numbered:
            return None  # a make of car
        small = text[words[0][0]].islower()
        policy = words[0][1] in self._process and words[0][1] not in _STREET_NAMES
        policy = policy and not (kind == "close" and (numbered or _PLACE_BEFORE.search(text[: words[0][0]][-8:])))
        doubtful = kind in _PLAIN and not (numbered and kind in _HOMES) and (policy or text[end - len(kind)].islower())
        if len(words) < 2 or doubtful or (small and all(word in self._lexicon.protected for _, word in words[:-1])):
            return None
        return words[0][0]

    def _is_titled(self, text: str, start: int, end: int, *, numbered: bool) -> bool:
        """Say whether the words are a person with a title: Mrs Lane, or `GP Dr` and `Consultant Dr` before a name."""
        words = _WORDS.findall(text[start:end])
        titles = [place for place, word in enumerate(words[:-1]) if word.lower() in _TITLES]
        if titles and (titles[0] == 0 or words[titles[0]].lower() != "dr" or self._is_post(words[titles[0] - 1])):
            return True
        if words[-1].lower() != "dr":
            return False
        before = words[-2]
        dated = before.lower() in self._lexicon.protected and before.lower() not in _STREET_NAMES
        if numbered and not dated:
            return False
        if before.isupper() and len(before) <= _LONGEST_ABBREVIATION and words[-1] == "Dr":
            return True
        return self._is_surname_next(text, end) and not _PLACE_BEFORE.search(text[:start][-8:])

    def _is_post(self, word: str) -> bool:
        """Say whether a word before a title is an abbreviation or an everyday word, so that no street ends there."""
        return word.isupper() or self._lexicon.is_plain(word.lower())

    def _is_surname_next(self, text: str, end: int) -> bool:
        """Say whether a word that may be a surname, and is no town, comes next, or a tag that stands for one."""
        if text.startswith(("\x00", " \x00", ". \x00", " & Mr", " and Mr", " & Ms", " and Ms"), end):
            return True
        following = _SURNAME_NEXT.match(text, end)
        if not following:
            return False
        low = following[1].lower()
        return low not in self._lexicon.towns and (self._lexicon.is_name(low) or not self._lexicon.is_plain(low))


def _is_whole(text: str, words: Sequence[tuple[int, str]]) -> bool:
    """Say whether a word that no street is called by is one's all the same: High Street, Crown Point, Long Lane."""
    kind = words[-1][1]
    if words[0][1] == "high":
        return kind in ("st", "street")
    capitals = all(text[start].isupper() for start, _ in words)
    return words[0][1] in _NAMES_TOO and len(words) == 2 and capitals and kind not in ("court", "close", "house")


def _kind(text: str, start: int) -> str:
    """Call what begins with a number, or a flat's, an address."""
    return "address" if re.match(r"(?i)\d|flat|unit|ap|room|numb|no |no\.|nr ", text[start : start + 4]) else "street"


def street_key(street: str) -> str:
    """Give one key to all ways of writing a street's kind."""
    words = re.findall(r"[^\W_]+", street.lower())
    full = next((full for full, shorts in STREET_TYPES.items() if words[-1] in (full, *shorts)), words[-1])
    return "".join((*words[:-1], full))
