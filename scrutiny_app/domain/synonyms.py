"""Every heading that is known and what it means: the schema's own, other words, whose name or address it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from scrutiny_app.domain.cases import COLUMNS
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.headings_in_series import in_series
from scrutiny_app.domain.known_headings import CASES, entries
from scrutiny_app.domain.known_people_headings import PEOPLE
from scrutiny_app.domain.parties import PARTY_COLUMNS
from scrutiny_app.domain.uses import Part, Use


@dataclass(frozen=True)
class Phrase:
    """A heading that is known, and what it means."""

    words: str
    use: Use
    sure: bool
    ours: bool = False  # the schema's own


_OFFENDERS = "offender|suspect|subject|accused|defendant|perpetrator"
_NAMELESS = "nominal|person|client|service user|referred person|participant|"  # whose is not said
_VICTIMS = "victim|aggrieved|ip|injured party|complainant|complainer|loser"
_ORDINALS = {1: "first", 2: "second", 3: "third"}
_OTHERS, _OTHER = ("other", "additional", "further"), 2  # than the first, perhaps
_WITNESSES = "witness|witness 1|witness 2|witness 3"
_POSTS = {
    "officer": "oic|officer|investigating officer|officer in the case|officer in case|io",
    "supervisor": "supervisor|supervising officer|oic supervisor|sergeant",
    "decision_maker": "decision maker|deciding officer|ero|dm",
    "authorising": "authorising officer|authoriser",
}
# Perhaps the officer in the case.
_POSTS_IN_DOUBT = (
    "owner|assigned officer|assignee|handler|case worker|case owner|referred by|referrer|referring officer"
)
_NUMBERED_POSTS = {
    "officer": "oic|investigating officer|officer in the case|officer in case|dealing officer|issuing officer|io",
    "supervisor": "supervisor|supervising officer|reviewing supervisor|reviewing officer|oic supervisor",
    "decision_maker": "decision maker|deciding officer|decider|ero",
}
_STAFF_NUMBERS = (
    "collar|collar number|force number|force id|pin|warrant number|shoulder number|epaulette number|fin|badge number|"
    "staff number|staff id"
)
_SURNAMES = "surname|last name|family name"
_FORENAMES = (
    "forename|forenames|first name|first names|given name|given names|christian name|middle name|middle names|"
    "forename 1|forename 2|forename 3"
)
_NAMES = "name|full name|names"
_ON_RECORD = "nominal|person|nominal name|person name"  # who is kept as a record of their own, by name or by number
_BLADES, _PARTS_OF_BLADES = "blade|bladed weapon|knife", "|related|carried|present|possessed|used|involved"
_PARTS_OF_WEAPONS = "related|carried|present|possessed|in possession"
_DISPOSALS = "disposal|outcome|resolution|oocd|oocr|caution|direct measure"
_DONE = "given|issued|administered|delivered|finalised|accepted|signed"
_FIRMS = "org|organisation|company|business|firm|org name|organisation name|company name|business name|trading name"
_BIRTHS = "date of birth|dob|birth date|date birth|born|birthdate"
_AGES = {
    "offender_age": (
        "age at offence|age at time of offence|age on date of offence|age at date of offence|age at offence date|"
        "age when offence committed|age at commission|age when offence happened"
    ),
    "offender_age_at_disposal": (
        "age at disposal|age at time of disposal|age on date of disposal|age at date of disposal|age at disposal date|"
        "age at outcome|age at outcome date|age at date of outcome|age at finalisation|age when finalised|"
        "age when disposed|age at resolution|age when dealt with|age when cautioned|age at caution|"
        "age at date of caution|age at time of caution|age at time of outcome|age at time of resolution|"
        "age when resolved|age at oocd|age at oocr"
    ),
}
_ADDRESSES = (
    "address|home address|full address|address line|address line 1|"
    "address line 2|address line 3|address line 4|address 1|address 2|"
    "address 3|address 4|house number|house name|house no|street|street name|road|town|city|county|postcode|post code|"
    "building|flat|premises|address postcode|address town|address street|residence|pcode|house name number|town city|"
    "locality|lives at|home address postcode|home address line 1|"
    "home address line 2|home address line 3|home address line 4"
)
_CONTACTS = (
    "contact|contact details|contact number|phone|phone number|telephone|telephone number|mobile|mobile number|email|"
    "e mail|email address|home phone|mobile phone|tel|tel no|phone no|mobile no|home telephone|mobile telephone|"
    "contact no|contact telephone|contact email|contact phone|mobile telephone number|mobile phone number|"
    "home telephone number|home phone number"
)
_ATTRIBUTES = (
    ("_born", _BIRTHS, Part.WHOLE),
    ("_address", _ADDRESSES, Part.WHOLE),
    ("_contact", _CONTACTS, Part.WHOLE),
)
_NAMED = (("_name", _NAMES, Part.WHOLE), ("_name", _SURNAMES, Part.SURNAME), ("_name", _FORENAMES, Part.FORENAMES))

# Deliberately left out: what the product has no place for, and says why.
NOT_WANTED = {
    "officer_defined": (
        "officer defined ethnicity|observed ethnicity|ethnic appearance|ic code|ic|suspect ic code|visual ethnicity|"
        "officer observed ethnicity|ethnicity officer defined|perceived ethnicity|pnc ethnicity|ethnicity observed|"
        "ethnic appearance code|ode|offender ic code|ethnicity ic|subject ic code|officer perceived ethnicity|"
        "accused ic|accused ic code|accd ic",
        "an officer’s view, not self-defined: not loaded",
    ),
}


def _split(bar: str) -> list[str]:
    return bar.split("|") if bar else []


def _plain() -> Iterator[Phrase]:
    for field in COLUMNS:
        yield Phrase(field.heading, Use(field.name), True, True)
        yield Phrase(field.name.replace("_", " "), Use(field.name), True)
    for name, sure, known in entries(CASES):
        yield from (Phrase(words, Use(name), sure) for words in known)
    yield from (Phrase(words, Use(name), sure) for words, name, sure in in_series())


def _days() -> Iterator[Phrase]:
    """Yield how the day is headed on which a disposal was given, in either order of the words."""
    for what in _split(_DISPOSALS):
        yield Phrase(f"date of {what}", Use("disposal_date"), True)
        for done in _split(_DONE):
            yield Phrase(f"date {what} {done}", Use("disposal_date"), True)
            yield Phrase(f"{what} {done} date", Use("disposal_date"), True)


def _reasons() -> Iterator[Phrase]:
    """Yield how the reasons for a disposal are headed."""
    for what in _split(_DISPOSALS):
        for why in ("reason", "reasons", "rationale", "justification"):
            yield Phrase(f"{why} for {what}", Use("rationale"), True)


def _ages() -> Iterator[Phrase]:
    """Yield how the offender's ages are headed; an age of no day is that at the offence if it says whose it is."""
    for who in ("", *_split(_OFFENDERS)):
        for name, phrases in _AGES.items():
            yield from (Phrase(f"{who} {phrase}".strip(), Use(name), True) for phrase in _split(phrases))
    for who in _split(_OFFENDERS):
        yield from (Phrase(phrase, Use("offender_age"), True) for phrase in (f"{who} age", f"age of {who}"))


def _victims() -> Iterator[tuple[int, str]]:
    for victim in _split(_VICTIMS):
        yield 1, victim
        for number, ordinal in _ORDINALS.items():
            yield number, f"{victim} {number}"
            yield number, f"{ordinal} {victim}"


def _people() -> Iterator[Phrase]:
    whose = [("offender", who, True) for who in _split(_OFFENDERS)]
    whose += [("offender", who, False) for who in _NAMELESS.split("|")]
    whose += [(f"victim_{number}", who, True) for number, who in _victims()]
    whose += [(f"victim_{_OTHER}", f"{other} {who}", False) for other in _OTHERS for who in _split(_VICTIMS)]
    for prefix, who, sure in whose:
        for ending, phrases, part in (*_NAMED, *_ATTRIBUTES):
            for phrase in _split(phrases):
                use = Use(prefix + ending, part)
                yield Phrase(f"{who} {phrase}".strip(), use, sure)
        if prefix.startswith("victim"):
            firm = Use(f"{prefix}_name", Part.ORGANISATION)
            yield from (Phrase(f"{who} {phrase}", firm, False) for phrase in _split(_FIRMS))
        if who:
            yield Phrase(who, Use(f"{prefix}_name"), False)
            yield from (Phrase(f"{who} {one}", Use(f"{prefix}_name"), False) for one in _split(_ON_RECORD))


def _weapons() -> Iterator[Phrase]:
    """Yield how a tick is headed that a weapon had a part in it, beside those headings that are known."""
    for thing in _split(_BLADES):
        yield from (Phrase(f"{thing} {part}".strip(), Use("weapon"), False) for part in _split(_PARTS_OF_BLADES))
    yield from (Phrase(f"weapon {part}", Use("weapon"), False) for part in _split(_PARTS_OF_WEAPONS))


def _posts() -> Iterator[Phrase]:
    for prefix, whose in _POSTS.items():
        for who in _split(whose):
            for ending, phrases, part in _NAMED:
                yield from (Phrase(f"{who} {phrase}", Use(prefix + ending, part), True) for phrase in _split(phrases))
    for prefix, whose in _NUMBERED_POSTS.items():
        for who in _split(whose):
            yield from (Phrase(f"{who} {number}", Use(f"{prefix}_number"), True) for number in _split(_STAFF_NUMBERS))
    for who in _split(_POSTS_IN_DOUBT):
        yield from (Phrase(f"{who} {number}", Use("officer_number"), False) for number in _split(_STAFF_NUMBERS))
        for ending, phrases, part in _NAMED:
            yield from (Phrase(f"{who} {phrase}", Use("officer" + ending, part), False) for phrase in _split(phrases))
    for who in _split(_WITNESSES):
        for _, phrases, part in _NAMED:
            yield from (Phrase(f"{who} {phrase}", Use("witnesses", part), True) for phrase in _split(phrases))


def _parties() -> Iterator[Phrase]:
    for field in PARTY_COLUMNS:
        yield Phrase(field.heading, Use(field.name), True, True)
    for name, sure, known in entries(PEOPLE):
        yield from (Phrase(words, Use(name), sure) for words in known)
    attributes = [(ending.lstrip("_"), phrases, part) for ending, phrases, part in (*_NAMED, *_ATTRIBUTES)]
    for name, phrases, part in attributes:
        for words in _split(phrases):
            yield from (
                Phrase(f"{who} {words}".strip(), Use(name, part), True) for who in ("", "person", "party", "nominal")
            )


def _by_fold(phrases: Iterator[Phrase]) -> dict[str, Phrase]:
    """Index phrases by their letters and digits; the schema's own come first, then those in doubt."""
    found: dict[str, Phrase] = {}
    for phrase in sorted(phrases, key=lambda one: (not one.ours, one.sure)):
        found.setdefault(fold(phrase.words), phrase)
    return found


def _everything() -> Iterator[Phrase]:
    yield from _plain()
    yield from _days()
    yield from _reasons()
    yield from _ages()
    yield from _people()
    yield from _posts()
    yield from _weapons()


PHRASES = _by_fold(_everything())
PARTY_PHRASES = _by_fold(_parties())
UNWANTED = {fold(words): why for phrases, why in NOT_WANTED.values() for words in _split(phrases)}
