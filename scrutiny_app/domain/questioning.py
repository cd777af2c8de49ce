"""Reading a heading that asks, or that a program wrote, as the plain heading it stands for.

"When was it reported?" asks for the date reported, "Who authorised it?" for the authorising officer's name,
"occurredAt" is the date it occurred and "victims[0].lastName" the surname of victim 1.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scrutiny_app.domain.cases import Kind

_NAMES = frozenset({Kind.PERSON, Kind.PEOPLE})
_DAYS = frozenset({Kind.DATE})
_YES_NO = frozenset({Kind.YES_NO, Kind.CHOICE})
_TEXTS = frozenset({Kind.TEXT})
_NUMBERS = frozenset({Kind.NUMBER})
_AGES = frozenset({Kind.AGE})
_ANY = frozenset(Kind)


@dataclass(frozen=True)
class Plain:
    """A heading in plain words, and the kinds of field that can hold what it asks for."""

    words: str
    kinds: frozenset[Kind] = _ANY


_HUMPS = re.compile(r"(?<=[a-z\d])(?=[A-Z])(?<!Do(?=B))|(?<=[A-Z])(?=[A-Z][a-z])")
_WORDS = re.compile(r"[^\W_]+(?:['’]s\b)?")
_WORDS_APART = re.compile(r"[\W_]+")
_PLACE = re.compile(r"\[(\d)\]|[./](\d)(?=[./])")  # counted from 0
_STAMP = re.compile(r"(.*\b(\w+(?:ed|given|made|done|issued)))\s+(?:at|on)$", re.IGNORECASE)
_RECORDS_OWN = frozenset("created updated modified deleted synced exported imported inserted changed".split())
_OF_KEEPING = re.compile(
    r"(?:^|[\W_])(?:gdpr|mopi|retention|retain|weed(?:ing)?|purge|destr(?:oy|uction))(?:$|[\W_])", re.IGNORECASE
)
_PATH = re.compile(r"[A-Za-z_]\w*(?:\[\d\])?(?:[./][A-Za-z_\d]\w*(?:\[\d\])?)+")
_FIRST_OF_PATH = re.compile(r"^\w+(?:\[\d\])?[./](?:\d[./])?")
_PART_LAST = re.compile(r"\bnames? (first|given|fore|last|family|sur)(?: name)?\b", re.IGNORECASE)
_LASTS = frozenset({"last", "family", "sur"})
_WITH_NUMBER = re.compile(
    r"(.*\bname)s? (?:and )?(?:collar |shoulder |warrant |staff |force )?(?:number|no|num|nbr|collar|pin|id)$",
    re.IGNORECASE,
)
_UNDER_GROUP = re.compile(r"\w: \w")
_SURNAMES = frozenset("surname surnames lastname sname snm".split())
_FORENAMES = frozenset("forename forenames firstname first fname fnm".split())
_SCAFFOLDING = frozenset(
    "it they them their theirs he she his her the a an this that these those been be being is was were are am did does "
    "do has have had must should will would can could may please give state enter select tell us about your you we our "
    "any so there to of on".split()
)
_DOING = frozenset("is was were are did does do has have had will can".split())
_DOERS = (
    (re.compile(r"\bdeci[ds]|\bdecision"), "decision maker name"),
    (re.compile(r"\bauthori|\bapprov|\bsigned off"), "authorising officer name"),
    (re.compile(r"\bsupervis|\breviewed"), "supervisor name"),
    (re.compile(r"\binvestigat|\bdealt"), "officer in the case name"),
    (re.compile(r"^given$"), "offender name"),
)
_PLAINER = {
    **dict.fromkeys(("happen", "happened", "occur", "occurs"), "occurred"),
    **{"admit": "admitted", "agree": "agreed", "agrees": "agreed", "told": "informed", "ask": "asked"},
    **dict.fromkeys(("want", "wants", "wanted", "think", "thinks", "feel", "feels"), "views"),
    **dict.fromkeys(("say", "says", "said"), "account"),
    **{"complete": "completed", "report": "reported", "consult": "consulted"},
}
_ASKS_DATE = re.compile(r"^(?:on )?(?:when|what (?:date|day))\b", re.IGNORECASE)
_ASKS_DEADLINE = re.compile(r"^by (?:when|what (?:date|day))\b", re.IGNORECASE)
_ASKS_NAME = re.compile(r"^(?:who|whose name)\b", re.IGNORECASE)
_ASKS_WHY = re.compile(r"^why\b", re.IGNORECASE)
_ASKS_COUNT = re.compile(r"^how many\b", re.IGNORECASE)
_ASKS_AGE = re.compile(r"^(?:how old|what age)\b", re.IGNORECASE)
_ASKS_WHAT = re.compile(r"^(?:what|which)\b", re.IGNORECASE)
_ASKED_OF_NOTHING = frozenset({"when", "who", "by when", "when by"})
_KIND_NAMED = re.compile(r"\b(?:date|name|number|reference|ref|code|dob)\s*$", re.IGNORECASE)
_WORDED = 2


def plainly(heading: str) -> Plain | None:
    """Give the plain heading that another stands for; None where it is plain already."""
    words = _parted(heading)
    if words.casefold() in _ASKED_OF_NOTHING:
        return Plain(words, frozenset())
    is_under_group = _UNDER_GROUP.search(heading) is not None  # "Who decided: Rank" asks for no name
    plain = None if is_under_group else _asked(words, asks="?" in heading)
    plain = plain or _stamped(words) or _both_names(words)
    if plain is None and (match := _WITH_NUMBER.fullmatch(words)):
        plain = Plain(match[1], _NAMES)
    if plain is None and (_PLACE.search(heading) or _PART_LAST.search(_WORDS_APART.sub(" ", heading))):
        plain = Plain(words)
    if plain is None and heading.rstrip().endswith("?") and _KIND_NAMED.search(words):
        plain = Plain(words)
    return plain


def _parted(heading: str) -> str:
    """Part a heading into words where capitals and signs do, and count places from 1."""
    counted = _PLACE.sub(lambda match: f" {int(match[1] or match[2]) + 1} ", heading)
    words = " ".join(_WORDS.findall(_HUMPS.sub(" ", counted)))
    return _PART_LAST.sub(lambda match: "surname" if match[1].casefold() in _LASTS else "forename", words)


def words_of(heading: str) -> list[str]:
    """Part a heading into plain words in small letters."""
    return _parted(heading).casefold().split()


def leaves(heading: str) -> Iterator[str]:
    """Yield what a program's path of names says without the first of them: "narrative.summary" is a summary."""
    whole = heading
    while _PATH.fullmatch(whole) and (cut := _FIRST_OF_PATH.sub("", whole)) != whole:
        whole = cut
        yield whole


def _asked(words: str, *, asks: bool) -> Plain | None:
    """Read a question: an interrogative and its scaffolding, or in a program's names a lone "is" or "has"."""
    if _ASKS_DEADLINE.match(words):
        return Plain(f"{_rest(_ASKS_DEADLINE.sub('', words), 'completed')} due date", _DAYS)
    if _ASKS_DATE.match(words):
        return Plain(f"date {_rest(_ASKS_DATE.sub('', words))}", _DAYS)
    if _ASKS_NAME.match(words):
        rest = _rest(_ASKS_NAME.sub("", words), "made", "took")
        doer = next((who for deed, who in _DOERS if deed.search(rest.casefold())), f"{rest} name")
        return Plain(doer, _NAMES)
    if _ASKS_WHY.match(words):
        return Plain(f"reason {_rest(_ASKS_WHY.sub('', words), 'chosen', 'given')}".strip(), _TEXTS)
    if _ASKS_AGE.match(words):
        return Plain(f"{_rest(_ASKS_AGE.sub('', words))} age".strip(), _AGES)
    if _ASKS_COUNT.match(words):
        return Plain(f"number of {_rest(_ASKS_COUNT.sub('', words))}", _NUMBERS)
    if _ASKS_WHAT.match(words) and asks:
        return _what(_rest(_ASKS_WHAT.sub("", words)))
    first, _, after = words.partition(" ")
    if first.casefold() in _DOING and after:
        return Plain(_rest(after), _YES_NO)
    return None


def _what(rest: str) -> Plain | None:
    if not rest or rest.casefold() == "occurred":  # "What happened?" is known as it stands
        return None
    return Plain("disposal given" if rest.casefold() in ("done", "given") else rest)


def _rest(words: str, *also: str) -> str:
    kept = (word for word in words.split() if word.casefold() not in _SCAFFOLDING and word.casefold() not in also)
    return " ".join(_PLAINER.get(word.casefold(), word) for word in kept)


def _stamped(words: str) -> Plain | None:
    """Read "issued at" as the date issued; a record's own stamps, such as "created at", are dates of nothing else."""
    match = _STAMP.fullmatch(words)
    if match is None or match[2].casefold() in _RECORDS_OWN:
        return None
    return Plain(f"{match[1]} date", _DAYS)


def _both_names(words: str) -> Plain | None:
    """Read "Suspect (surname, forename)" as the suspect's name, whole."""
    joined = re.sub(r"\b(last|sur|first|fore) names?\b", lambda match: f"{match[1]}name", words, flags=re.IGNORECASE)
    parts = [word.casefold() for word in joined.split()]
    if _SURNAMES.isdisjoint(parts) or _FORENAMES.isdisjoint(parts):
        return None
    others = [word for word in parts if word not in _SURNAMES | _FORENAMES | {"name", "names", "and", "full"}]
    return Plain(" ".join([*others, "name"]), _NAMES)


def is_of_keeping(heading: str) -> bool:
    """Say whether a heading is about how long the record itself is kept."""
    return _OF_KEEPING.search(_HUMPS.sub(" ", heading)) is not None


def is_records_own(heading: str) -> bool:
    """Say whether a heading is a record's own stamp: when, or by whom, the record was written or changed."""
    words = words_of(heading)
    return len(words) >= _WORDED and words[-1] in ("at", "on", "by") and words[-2] in _RECORDS_OWN
