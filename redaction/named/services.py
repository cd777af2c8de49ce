"""Services that are called by policy or everyday words, told by who goes there and why: assessment at Resolutions."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon, words_of
from redaction.named import cues
from redaction.words import Word

_SURE = 0.6
_LED = frozenset("at from via with to by under through for".split())
_DEALT = frozenset("attend attended attends attending contact contacted".split())
# Who goes to a service, and why, some words before it is named.
_TOLD = frozenset(
    "refer referred referral referrals signposted engage engages engaged engaging worker workers keyworker caseworker "
    "appointment appointments appt appts session sessions assessment course programme support supported counselling "
    "counsellor mentor mentoring group leaflet treatment detox rehab volunteer volunteers volunteering linked attends "
    "awareness intervention workshop placement education mediation advice paid payment letter".split()
)
_FAR = 7
_WITHIN = frozenset("of the and for to with me not up on in a your".split())
_BODIES = frozenset(
    "team teams unit service services council court courts police department office officer care justice health "
    "probation social housing act panel order programme course group help department custody education advice".split()
)
NO_SERVICES = words_of("beside_places", "no_services")  # Speed Awareness, Student Loans
_MOST = 5
_SHOP_LED = frozenset("at outside into inside from behind opposite near owns runs manages".split())
_OF = frozenset("owner manager manageress window staff front door back keeper licensee".split())
# Words of policy with which shops' names begin.
_BEGINS = frozenset(
    "time second party body kids mum dad street one two three best top all my your our we just first fast quick only "
    "lady ladies gents boys girls women men pound cash dog pet baby home sun good big ace new next".split()
)
_FIRST = 2
_NAMES = words_of("beside_places", "services")
_BEFORE = _LED | _DEALT | _SHOP_LED | {"of"}


def find_services(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each."""
    for at in index.unusual:
        word = words[at]
        if at < _FIRST or not word.text.istitle() or word.gap not in (" ", ": "):
            continue
        first = at - 1
        if words[first].low in ("the", "a") and words[first].gap == " ":
            first -= 1
        if words[first].low not in _BEFORE or word.gap != " ":
            continue
        last = _last(words, at)
        if _is_a_service(words, at, last, first, lexicon):
            key = " ".join(each.low for each in words[at : last + 1])
            reason = "a service by who goes there"
            yield Finding(word.start, words[last].end, "organisation", "named", _SURE, reason, key=key)


def _last(words: Sequence[Word], at: int) -> int:
    """Give the last of the capitals that begin here, small words between them left out."""
    last, after = at, at + 1
    while after < len(words) and after - at < _MOST and words[after].gap in (" ", "'", " & ", "-"):
        if words[after].text.istitle() or (words[after].low == "s" and words[after].gap == "'"):
            last = after
        elif words[after].text not in _WITHIN:
            break
        after += 1
    return last


def _is_a_service(words: Sequence[Word], at: int, last: int, led: int, lexicon: Lexicon) -> bool:
    """Say whether capitals that somebody goes to or is helped by are neither a person nor a public body."""
    run = [word for word in words[at : last + 1] if word.text[0].isupper()]
    owned = at < last and words[at + 1].low == "s"
    if any(word.low in _BODIES or (word.low in cues.PERSON and not owned) or not word.plain for word in run):
        return False
    if words[last].low in NO_SERVICES:
        return False
    policy = all(word.low in lexicon.protected for word in run)
    before = {word.low for word in words[max(0, led - _FAR) : led]} & _TOLD
    if words[led].low not in ("at", "from"):
        before.discard("treatment")  # for what somebody suffers from
    told = words[led].low in _DEALT or bool(before)
    if any(word.low in _NAMES for word in run):
        return told or words[led].low in ("at", "from", "via")
    if policy or len(run) < 2 or run[0].low in lexicon.forenames:
        return False
    shop = words[led].low in _SHOP_LED or (words[led].low == "of" and words[led - 1].low in _OF)
    return told or (shop and run[0].low in _BEGINS)
