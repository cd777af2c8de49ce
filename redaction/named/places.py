"""Finding streets, towns, schools, workplaces, venues and shops by the words that end or surround them."""

import re
from collections.abc import Iterator

from redaction.findings import Finding
from redaction.known.identifiers import STREET_TYPES
from redaction.lexicon import Lexicon

_CAP = r"(?:[A-Z][\w'\-]{0,24}|St\.?|of|the|y|de)"
_ENDINGS = sorted(
    {kind for full, shorts in STREET_TYPES.items() for kind in (full, *shorts)}
    - {
        "green",
        "park",
        "bank",
        "gate",
        "path",
        "hill",
        "st",
        "court",
        "la",
        "cr",
        "gr",
        "est",
        "fold",
        "dale",
        "vale",
        "mount",
        "view",
        "row",
        "yard",
        "way",
        "estate",
        "circus",
        "buildings",
    },
    key=len,
    reverse=True,
)
_ANY_TYPE = "|".join(
    sorted({kind for full, shorts in STREET_TYPES.items() for kind in (full, *shorts)}, key=len, reverse=True)
)
_NUMBER = r"(?:(?:flat|unit|apartment|apt|room) ?\w{1,4},? ){0,1}\d{1,4} ?[A-Za-z]?(?:[-/]\d{1,4}[A-Za-z]?)?,? "
_STREET_WORD = r"[A-Z][A-Za-z'\-]{1,24}"
_TYPES = "|".join(kind.capitalize() for kind in _ANY_TYPE.split("|"))

ADDRESS = re.compile(
    rf"(?<![\w£./])(?i:{_NUMBER})(?P<street>(?:{_STREET_WORD} ){{1,3}}(?:{_TYPES}|(?i:{'|'.join(_ENDINGS)})))\b\.?(?![\w'])"
)
LOWER_ADDRESS = re.compile(
    rf"(?<![\w£./])\d{{1,4}} ?[a-z]? (?P<street>[a-z'\-]{{3,24}} (?:[a-z'\-]{{3,24}} )?(?:street|road|avenue|close|lane|drive|crescent|gardens|grove|terrace|rd|ave|cres))\b"
)
STREET = re.compile(rf"\b(?P<street>(?:St\.? )?(?:{_STREET_WORD} ){{1,3}}(?:{_TYPES}))\b(?![\w'])")
WELSH = re.compile(
    rf"\b(?:\d{{1,4}} ?[A-Za-z]? )?(?P<street>(?:Heol|Ffordd|Stryd|Lon|Lôn|Maes|Clos|Rhodfa|Bryn|Pen|Cwrt|Parc|Tan|Cae|Coed|Cefn|Nant|Gwaun)(?: (?:y|yr|[A-Z][a-z'\-]+)){{1,3}})\b"
)
UPPER_STREET = re.compile(
    rf"\b(?:\d{{1,4}} ?[A-Z]? )?(?P<street>(?:[A-Z][A-Z'\-]{{1,24}} ){{1,3}}(?:{'|'.join(k.upper() for k in STREET_TYPES)}|RD|AVE|CL|CRES|GDNS))\b(?![\w'])"
)
SCHOOL = re.compile(
    r"\b(?:(?:St\.?|Saint|Our Lady|Sir|King|Queen|Ysgol) )?(?:[A-Z][\w'\-]{1,24} (?:of |and |the )?){1,4}"
    r"(?:(?:C of E |CofE |RC |Catholic |Church |Community |Girls'? |Boys'? |Church of England )?(?:Primary|Junior|Infant|Infants|High|Grammar|Secondary|Comprehensive|Middle|Upper|Special|Prep|Free|"
    r"Sixth Form)?(?: School| College| Academy)|Academy|College|University|Nursery|Pre-?school|Primary|Infants?|Juniors?)\b|\bYsgol(?: [A-Z][\w'\-]{1,24}| y| yr){1,4}\b|\bUniversity of [A-Z]\w{2,24}\b"
)
WORKPLACE = re.compile(
    r"\b(?:[A-Z][\w'\-]{1,24} (?:and |& |of )?){1,4}(?:& )?(?:Sons|Ltd|Limited|PLC|plc|LLP|Llp|Inc|Tyres|Bakery|Bakers|Scaffolding|Logistics|Care Home|Nursing Home|Residential Home|Dental Practice|"
    r"Dental|Medical Centre|Medical Practice|Health Centre|Surgery|Practice|Hospital|Infirmary|Clinic|Hospice|Pharmacy|Chemists?|Opticians|Veterinary|Vets|Solicitors|Accountants|Associates|Partners|Chambers|"
    r"Motors|Garage|Autos|Cars|Taxis|Cabs|Haulage|Transport|Couriers|Builders|Construction|Roofing|Plumbing|Electrical|Joinery|Contractors|Cleaning|Catering|Farm|Foods|Stores|Supermarket|Convenience|"
    r"Newsagents?|Florists?|Jewellers|Butchers|Barbers|Hairdressers|Salon|Spa|Gym|Leisure Centre|Sports Centre|Sports Club|Football Club|Rugby Club|Cricket Club|Golf Club|Social Club|Youth Club|"
    r"Working Men's Club|Club|FC|RFC|Takeaway|Kebabs?|Pizza|Chippy|Fish Bar|Cafe|Coffee|Restaurant|Bistro|Tandoori|Hotel|Guest House|B&B|Inn|Arms|Tavern|Bar|Nightclub|Church|Chapel|Mosque|Temple|Synagogue|"
    r"Gurdwara|Community Centre|Village Hall|Library|Museum|Theatre|Cinema|Shopping Centre|Retail Park|Business Park|Industrial Estate|Trading Estate|Holiday Park|Caravan Park|Station|Warehouse|Engineering|"
    r"Services|Recruitment|Lettings|Estates|Housing Association|Homes|Foundation|Trust|Group|Industries|Systems|Solutions|Security)\b"
)
VENUE = re.compile(
    r"(?<![.!?:\n] )(?<!^)(?<!\n)\bThe (?:[A-Z][\w'\-]{1,24}(?: (?:and|&|of the|of|in the|in|at the) | (?=[A-Z]))?){1,4}"
)
SHOP = re.compile(r"\b(?P<shop>(?:[A-Z][\w'&\-]{1,24} ?){1,3}|[A-Z]&[A-Z]) ?\b(?:in|on|at|of) (?=\x00)")
_TOWN_WORDS = re.compile(r"[A-Z][A-Za-z']{2,24}(?:[ \-](?:[A-Z][A-Za-z']{1,24}|upon|on|under|le|the|in|by|of)){0,3}")
_STREETS = (ADDRESS, STREET, WELSH, UPPER_STREET)
_NOT_A_STREET_NAME = frozenset(
    "the a an of in on at to from near by for and or no any this that his her their our my your main side busy same other wrong own long dirt one per down "
    "high-risk community resolution crown county magistrates youth high supreme criminal civil family appeal coroners court caution driving drug victim "
    "officer officers further new public private dual single open local police custody".split()
)
_PLAIN_HEADS = frozenset(
    "court park hill green view bank gate fold place way close drive walk mount row path rise vale dale yard square estate buildings".split()
)


class NamedPlaces:
    """Finds places by grammar and gazetteer."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Index the towns by their first word."""
        self._lexicon = lexicon

    def find(self, text: str) -> Iterator[Finding]:
        """Give every place of a folded text; overlapping ones are left to be merged."""
        streets = list(self._streets(text))
        yield from streets
        yield from self._shops(text, streets)
        yield from self._organisations(text)
        yield from self._towns(text)

    def _streets(self, text: str) -> Iterator[Finding]:
        for pattern in (*_STREETS, LOWER_ADDRESS):
            for found in pattern.finditer(text):
                start = self._trimmed(text, found.start("street"), found.end("street"))
                if start is None:
                    continue
                numbered = found.start() < found.start("street") and start == found.start("street")
                kind = "address" if numbered else "street"
                key = street_key(text[found.start() if numbered else start : found.end("street")])
                yield Finding(
                    found.start() if numbered else start,
                    found.end("street"),
                    kind,
                    "named",
                    0.93,
                    "has the grammar of an address",
                    key=key,
                )

    def _trimmed(self, text: str, start: int, end: int) -> int | None:
        """Drop leading words that no street is called by; None when nothing is left."""
        words = [(start + word.start(), word[0].lower()) for word in re.finditer(r"[\w'\-]+", text[start:end])]
        while len(words) > 1 and (
            words[0][1] in _NOT_A_STREET_NAME or words[0][1] in ("witness", "address", "outside", "along")
        ):
            words.pop(0)
        if len(words) < 2 or all(word in self._lexicon.protected for _, word in words):
            return None
        return words[0][0]

    def _shops(self, text: str, streets: list[Finding]) -> Iterator[Finding]:
        for street in streets:
            found = re.search(
                r"(?:(?<=\s)|^)((?:[A-Z][\w'&\-]{0,24} ){1,3})(?:in|on|at|of) (?:the )?$",
                text[max(0, street.start - 70) : street.start],
            )
            if found and not all(word.lower() in self._lexicon.protected for word in found[1].split()):
                start = max(0, street.start - 70) + found.start(1)
                name = found[1].strip()
                yield Finding(
                    start,
                    start + len(name),
                    "organisation",
                    "named",
                    0.85,
                    "a shop or place at an address",
                    key=name.lower(),
                )

    def _organisations(self, text: str) -> Iterator[Finding]:
        for kind, pattern, reason in (
            ("school", SCHOOL, "ends as a school's name does"),
            ("workplace", WORKPLACE, "ends as an organisation's name does"),
            ("venue", VENUE, "a capitalised The"),
        ):
            for found in pattern.finditer(text):
                finding = self._organisation(text, found.start(), found.end(), kind, reason)
                if finding:
                    yield finding

    def _organisation(self, text: str, start: int, end: int, kind: str, reason: str) -> Finding | None:
        """Keep a name some word of which is not policy, leaving out the protected words before it."""
        words = [
            (start + word.start(), start + word.end(), word[0].lower().removesuffix("'s"))
            for word in re.finditer(r"[\w'\-]+", text[start:end])
        ]
        leading = 0
        while (
            leading < len(words) - 1
            and words[leading][2] in self._lexicon.protected
            and not (kind == "venue" and leading == 0)
        ):
            leading += 1
        words = words[leading:]
        told = [
            word
            for _, _, word in words[: None if kind == "venue" else -1]
            if word not in self._lexicon.protected and len(word) > 1
        ]
        if (
            not told
            or len(words) < 2
            or (
                kind == "venue"
                and words[1][2] in self._lexicon.protected
                and words[1][2] not in ("black", "white", "railway")
            )
        ):
            return None
        return Finding(words[0][0], end, kind, "named", 0.85, reason, key=" ".join(word for _, _, word in words))

    def _towns(self, text: str) -> Iterator[Finding]:
        for found in _TOWN_WORDS.finditer(text):
            words = list(re.finditer(r"[\w']+", found[0]))
            at = 0
            while at < len(words):
                last = next(
                    (
                        last
                        for last in range(min(at + 4, len(words)), at, -1)
                        if self._is_town(text, found, words, at, last)
                    ),
                    None,
                )
                if last:
                    start, end = found.start() + words[at].start(), found.start() + words[last - 1].end()
                    yield Finding(start, end, "town", "named", 0.8, "a town by the list", key=_spaced(text[start:end]))
                at = last or at + 1

    def _is_town(self, text: str, run: re.Match[str], words: list[re.Match[str]], at: int, last: int) -> bool:
        name = _spaced(run[0][words[at].start() : words[last - 1].end()])
        if name not in self._lexicon.towns:
            return False
        opens = run.start() + words[at].start() == 0 or text[
            run.start() + words[at].start() - 2 : run.start() + words[at].start()
        ] in (". ", "\n\n")
        return not (opens and self._lexicon.is_plain(name))


def street_key(street: str) -> str:
    """Give one key to all ways of writing a street's kind."""
    words = re.findall(r"[^\W_]+", street.lower())
    full = next((full for full, shorts in STREET_TYPES.items() if words[-1] == full or words[-1] in shorts), words[-1])
    return "".join((*words[:-1], full))


def _spaced(name: str) -> str:
    return " ".join(re.findall(r"[\w']+", name.lower()))
