"""Firms, pubs and streets told by the words about them: a job with First Wessex, a'i Feibion, The Bell and Book."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon, words_of
from redaction.named import cues
from redaction.named.services import NO_SERVICES
from redaction.words import Word

EMPLOYS = "where somebody works or is seen"
_RUN = r"(?P<name>[A-Z][\w'&\-]{1,24}(?: (?:(?:and|&|at|by) )?[A-Z][\w'&\-]{1,24}){1,3})"
_EMPLOYED = re.compile(
    r"\b(?:[Ww]ork(?:s|ed|ing)?|[Jj]obs?|[Ee]mployed|[Ss]hifts?|[Aa]pprentice(?:ship)?|[Pp]lacement|[Oo]ffer|[Ii]nterview|[Tt]rainee|[Cc]ontract|[Pp]romotes|[Pp]lays|[Cc]oaches|[Ii]nsured|[Aa]ppointments?|[Aa]ppts?"
    r"|[Ss]ignalman|[Dd]river|[Nn]urse|[Ee]ngineer|[Ff]itter|[Cc]leaner|[Pp]orter|[Cc]onductor|[Gg]uard|[Cc]arer|[Cc]hef)"
    r" (?:(?:at|for|with|by) (?:the )?|\()" + _RUN
)
_SERVED = re.compile(
    r"\b(?:[Rr]eferr(?:als?|ed)(?: made)? to|(?:run|led|offered) by|[Vv]olunteers? (?:from|with|for|at)|[Pp]athway at)"
    r" (?:the )?" + _RUN
)
_ENDS = "Housing|Mediation|Recovery|Homes|Living|Wellbeing|Refuge|Outreach|Together"
# A service of everyday words by how it ends: off Harbour Housing, via Bright Path Mediation.
_ENDED = re.compile(
    r"\b(?:at|via|under|from|off|with|by|through) (?:the )?(?P<name>(?:[A-Z][a-z'\-]{2,20} ){1,3}"
    rf"(?:{_ENDS}))\b"
)
# A charity that says for whom it is: Hope for the Fens.
_FOR_WHOM = re.compile(
    r"(?:(?<= of )|(?<= by )|(?<= at )|(?<= from )|(?<= with )|(?<= through )|(?<= via ))"
    r"(?P<name>(?:(?:Action|Advocacy|Care|Families|Help|Homes|Hope|Justice|Kids|Space|Support|Voices?) for"
    r"|(?:Women|Men|Girls|Boys|Mums|Dads|Mothers|Fathers|Carers|Sisters|Brothers|Daughters|Survivors) (?:of|for|in)) "
    r"(?:the )?[A-Z][\w'\-]{2,24}(?: [A-Z][\w'\-]{2,24})?)"
)
_AT_A_MAKER = re.compile(
    r"\b(?:(?:[Ww]ork(?:s|ed|ing)?(?: (?:part|full)[ -]time| nights| days| shifts| with (?:him|her|them|us|me))?|[Jj]ob"
    r"|[Ee]mployed|[Ss]hifts?|[Tt]aken on|[Ss]tart|[Bb]oss"
    r"|[Ss]helves|[Cc]anteen|[Ww]arehouse ?man|[Ss]tarted|[Nn]ights|[Dd]river"
    r"|[Cc]ourier|[Aa]pprentice(?:ship)?|[Ss]acked|[Tt]rained) (?:at|for|by|with|from)"
    r"|(?:[Ee]mployer|[Ss]tore|[Ss]hop|[Ff]irm|[Cc]ompany)(?: is| was|:)) (?P<name>[A-Z][\w&\-]+)\b"
)
_LETTERS = re.compile(r"[A-Z][A-Z\d]{1,3}")  # ISS, G4S
_ELSE_LED = re.compile(
    r"(?:started (?:with|from|by|for)|(?:nights|trained|shifts|driver|courier) (?:by|from)) \Z", re.I
)
_SHIFT = re.compile(
    r"(?:\Z|[.,;:!?)\n]| (?:on|in|since|last|until|this|next|as|when|now|then|and|but|because|for|after|before|full"
    r"|part|nights|days|shifts|plant|depot|warehouse|factory|yard|where|who|he|she|they)\b)"
)
_POSTS = frozenset("hr hq it pr ceo cfo coo md edt eoc hmrc uk eu usa".split())  # who dismisses or is on duty
# Makers and traders that are policy or everyday words too, and are masked only as somebody's employer.
_MAKERS = frozenset(
    "nissan toyota honda ford jaguar bmw vauxhall bentley amazon tarmac next boots iceland uber dyson samsung apple "
    "google heinz kelloggs stagecoach arriva ocado evri yodel hermes dpd dhl ups openreach "
    "siemens bosch sky bt vodafone ee o2 mars nestle jcb tata airbus boeing veolia serco biffa mitie sodexo "
    "capita".split()
)
_INSURED = re.compile(r"\b(?:[Ii]nsurer|[Ii]ns)[.:]? " + _RUN)
_AT_A_SHOP = re.compile(
    r"\b(?:[Ww]ork(?:s|ed|ing)?(?: (?:part|full)[ -]time| nights| days)?|[Jj]ob|[Ee]mployed|[Ss]hifts?"
    r"|[Dd]riv(?:es|ing)|[Oo]ff work) (?:at|for|with|by|from) (?P<name>[A-Z][\w&\-]{2,})"
)
# The words with which these begin, so that they are tried nowhere else.
_CUES = frozenset(
    "work works worked working job jobs employed shift shifts apprentice apprenticeship placement offer interview "
    "trainee contract referral referrals referred run led offered volunteer volunteers pathway drives driving "
    "start boss started nights courier sacked trained company "
    "taken employer store shop firm warehouse warehouseman appointment appointments appt appts signalman driver nurse "
    "engineer fitter cleaner porter conductor guard "
    "carer chef shelves canteen off promotes plays coaches insured insurer ins "
    "action advocacy care families help homes "
    "hope justice kids space support voice voices women men girls boys mums dads mothers fathers carers sisters "
    "brothers daughters survivors".split()
)
_PUB = re.compile(r"(?<![^\n])(?P<name>The [A-Z][a-z]{2,14} (?:and|&) [A-Z][a-z]{2,14})(?=,|\n| at | in |$)")
_NEW = re.compile(r"\b(?:at|on|in|from|to|off|near|along|down) (?P<name>New (?:Street|Road|Lane))\b")
_OF_THEIR = frozenset("i")  # behind a, as in a'i
_WELSH_TAILS = frozenset("feibion fab merched ferch gwmni chwmni deulu blant".split())
_TITLED = cues.TITLES | cues.RANKS | cues.ROLES | frozenset(cues.KIN)
_BODIES = frozenset("police council court courts probation services service team unit department force".split())


# What ends such a name, and what says of which kind it is and no more.
_KEPT = frozenset(
    "practice surgery college academy school primary nursery church pharmacy hub centre depot lodge".split()
)
_CARRIERS = frozenset("dpd evri ups fedex parcelforce yodel hermes deliveroo".split())
_KINDS_OF = frozenset(
    "advice alcohol assault assessment attendance best bus call children childrens city community contact "
    "control county crisis crown custody data day dental detention drop drug education family fire form "
    "further general good health high infant infants job junior juniors learning legal leisure local "
    "magistrates medical nursery offender parish police practice primary probation pupil recovery "
    "referral rehabilitation removal resource secondary sexual shopping sixth social special sports "
    "support test town train training treatment unit vehicle victim victims village visitor wellbeing "
    "youth".split()
)
_OFFICES = frozenset("of and staff police royal best good common legal".split())
_BEFORE_PLACES = frozenset("at to from with by near outside the".split())
_LONGEST = 4
_SHOPS = words_of("beside_places", "shops")
_SERVICES = words_of("beside_places", "services")


def find_workplaces(text: str, words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each workplace and place of a folded text that only the words about it tell."""
    cues_at = [words[at].start for at in index.of(_CUES)]
    for pattern in (_EMPLOYED, _SERVED, _INSURED, _FOR_WHOM):
        for found in _begun_at(cues_at, pattern, text):
            if pattern in (_INSURED, _FOR_WHOM) or _may_be_a_firm(found["name"], lexicon):
                found_at = _finding(found.start("name"), found["name"], "workplace")
                yield found_at._replace(reason=EMPLOYS) if _employs(pattern, found) else found_at
    yield from _by_one_word(text, cues_at, lexicon)
    yield from _by_its_end(text, lexicon)
    for pattern, kind, begins in ((_PUB, "venue", "The "), (_NEW, "street", "New ")):
        for found in pattern.finditer(text) if begins in text else ():
            if not _is_policy(found["name"], lexicon) or pattern is _NEW:
                yield _finding(found.start("name"), found["name"], kind)
    yield from _welsh_tails(words, index)
    yield from _of_policy(words, index, lexicon)
    yield from _branches(words, lexicon)


def _employs(pattern: re.Pattern[str], found: re.Match[str]) -> bool:
    return pattern is _EMPLOYED and found[0][:7].lower() != "insured"


def _by_one_word(text: str, cues_at: Sequence[int], lexicon: Lexicon) -> Iterator[Finding]:
    """Give the shop, carrier or maker that somebody works for: nights at Warburtons."""
    for pattern, known, others in ((_AT_A_SHOP, _SHOPS, _CARRIERS), (_AT_A_MAKER, lexicon.brands, _MAKERS)):
        for found in _begun_at(cues_at, pattern, text):
            low = found["name"].lower()
            if low in known or low in others or (others is _MAKERS and _is_lettered(text, found, lexicon)):
                yield _finding(found.start("name"), found["name"], "workplace")


def _is_lettered(text: str, found: re.Match[str], lexicon: Lexicon) -> bool:
    """Say whether capitals are an employer's: the verb takes that small word, and the sentence or the shift ends."""
    low, start = found["name"].lower(), found.start("name")
    named = _LETTERS.fullmatch(found["name"]) and low not in lexicon.protected and low not in _POSTS
    ended = named and _SHIFT.match(text, found.end("name"))
    return bool(ended) and not _ELSE_LED.search(text, found.start(), start)


def _by_its_end(text: str, lexicon: Lexicon) -> Iterator[Finding]:
    """Give the service that ends as one does and has an everyday word before that."""
    for found in _ENDED.finditer(text) if any(end in text for end in _ENDS.split("|")) else ():
        if _is_everyday(found["name"], lexicon):
            yield _finding(found.start("name"), found["name"], "workplace")


def _begun_at(places: Sequence[int], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Give where a pattern matches from some places on, one match after another."""
    end = 0
    for place in places:
        found = pattern.match(text, place) if place >= end else None
        if found:
            end = found.end()
            yield found


def _may_be_a_firm(name: str, lexicon: Lexicon) -> bool:
    """Say whether capitals after a word for work are a firm: neither a person nor a public body."""
    words = [word.removesuffix("'s") for word in name.lower().split() if word not in ("and", "&", "at")]
    if words[0] in _TITLED or _is_forename(words[0], lexicon) or not _BODIES.isdisjoint(words):
        return False
    process = all((word in lexicon.protected and word not in lexicon.brands) or word in _KINDS_OF for word in words)
    return not process and len(words) > 1 and words[-1] not in NO_SERVICES


def _is_everyday(name: str, lexicon: Lexicon) -> bool:
    """Say whether any word before a service's last is everyday English and no policy, or a service's by itself."""
    before = [word.removesuffix("'s") for word in name.lower().split()[:-1]]
    return any(word in _SERVICES or (word in lexicon.ordinary and word not in lexicon.protected) for word in before)


def _is_forename(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.forenames and word not in lexicon.protected


def _is_policy(name: str, lexicon: Lexicon) -> bool:
    return all(word in lexicon.protected for word in name.lower().split()[1:] if word not in ("and", "&"))


def _welsh_tails(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give the tail of a Welsh firm's name: Dilwyn Preis a'i Fab."""
    for at in index.after(_OF_THEIR):
        tail, of, joined = words[at], words[at - 1], words[at - 2]
        if at < 3 or of.gap != "'" or joined.low != "a" or tail.gap != " ":
            continue
        if tail.low in _WELSH_TAILS or (tail.text.istitle() and words[at - 3].text.istitle()):
            yield _finding(joined.start, f"a'i {tail.text}", "workplace")


def _branches(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Finding]:
    """Give the shop and the place that tells its branch: Greggs, Triangle."""
    for shop, place in pairwise(words):
        if place.gap != ", " or shop.low not in _SHOPS or not shop.text.istitle() or not place.text.istitle():
            continue
        if place.low in lexicon.protected or place.low in _TITLED or place.low in lexicon.forenames:
            continue
        name = f"{shop.text}, {place.text}"
        yield _finding(shop.start, name, "organisation")


def _of_policy(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give the school or surgery whose name is all words of policy: at Student Medical Practice, Pathway College."""
    for at in (at for at in index.of(_KEPT) if words[at].text.istitle() and at > 1):
        first = at
        while first > 0 and words[first].gap == " " and words[first - 1].text.istitle() and at - first < _LONGEST:
            first -= 1
        run = words[first:at]
        if not run or words[first].opens or words[first].gap != " " or words[first - 1].low not in _BEFORE_PLACES:
            continue
        if all(word.low in _KINDS_OF for word in run) or words[at - 1].low in _OFFICES:
            continue
        start, end = words[first].start, words[at].end
        key = " ".join(word.low for word in words[first : at + 1])
        yield Finding(start, end, "organisation", "named", 0.6, "a school or surgery named like policy", key=key)


def _finding(start: int, name: str, kind: str) -> Finding:
    reason = "a workplace or place by the words about it"
    return Finding(start, start + len(name), kind, "named", 0.7, reason, key=name.lower())
