"""The words that stand in a text for what was taken out, the same throughout a case and telling nothing of the name."""

import re
from collections import Counter
from collections.abc import Sequence

from redaction.findings import Finding
from redaction.normalising import fold_letters
from redaction.parties import Party, Role

ROLE_NOUNS: dict[Role, str] = {
    "suspect": "Suspect",
    "victim": "Victim",
    "witness": "Witness",
    "officer": "Officer",
    "professional": "Professional",
    "third_party": "Third party",
}
PERSON = "Person"
KIND_NOUNS = {
    "address": "address",
    "street": "street",
    "town": "town",
    "postcode": "postcode",
    "phone": "phone number",
    "email": "e-mail address",
    "url": "web address",
    "handle": "online name",
    "vehicle": "vehicle mark",
    "birth": "date of birth",
    "insurance": "National Insurance number",
    "nhs": "NHS number",
    "pnc": "PNC number",
    "cro": "CRO number",
    "reference": "reference",
    "collar": "collar number",
    "card": "card number",
    "account": "account number",
    "passport": "passport number",
    "licence": "driving licence number",
    "device": "device number",
    "network": "network address",
    "location": "map location",
    "number": "number",
    "organisation": "organisation",
    "school": "school",
    "workplace": "workplace",
    "venue": "venue",
    "place": "place",
    "detail": "detail",
    "other": "identifier",
}
KIN_NOUNS = tuple(
    (
        "mother father parent partner husband wife girlfriend boyfriend fiancé fiancée son daughter child baby "
        "brother sister sibling uncle aunt cousin grandmother grandfather grandson granddaughter niece nephew "
        "stepmother stepfather stepson stepdaughter friend neighbour colleague carer landlord tenant flatmate "
        "employer "
    ).split()
)
_SHARED = frozenset(
    {"street", "town", "school", "venue", "organisation"}
)  # never somebody's own: "[Street 1]", not "[Victim 1's street]"

_WHO = rf"(?:{'|'.join((*ROLE_NOUNS.values(), PERSON))})(?: \d{{1,3}})?"
_WHAT = "|".join(KIND_NOUNS.values())
_AGE = r"under \d{1,2}|\d{1,2} to \d{1,2}|\d{1,2} or over"
_DAY = r"(?:about )?\d{1,5} (?:day|month|year)s? (?:before|after) the offence|the (?:day|month) of the offence"
_OWNED = rf"{_WHO}(?: or {_WHO}){{0,9}}(?:'s (?:{_WHAT}|{'|'.join(map(fold_letters, KIN_NOUNS))}))?"
# A tag as it stands in a folded text.
TAG = re.compile(rf"\[(?:{_OWNED}|(?i:{_WHAT})(?: \d{{1,3}})?|{_AGE}|{_DAY})\]")


class Tagger:
    """Gives every person and thing of one case its tag, numbered in the order in which they are met."""

    def __init__(self, parties: Sequence[Party]) -> None:
        """Number the parties within their roles; one suspect alone needs no number."""
        self._met: Counter[str] = Counter()
        self._tags: dict[tuple[str, str], str] = {}
        suspects = sum(party.role == "suspect" for party in parties)
        self._people = [
            ROLE_NOUNS["suspect"] if party.role == "suspect" and suspects == 1 else self._next(ROLE_NOUNS[party.role])
            for party in parties
        ]

    def tag(self, finding: Finding) -> str:
        """Give the bracketed tag of a finding."""
        if finding.kind in ("age", "date"):
            return f"[{finding.label}]"
        if finding.kind == "name":
            return f"[{self._person(finding)}]"
        noun = KIND_NOUNS[finding.kind]
        if finding.parties and finding.kind not in _SHARED:
            return f"[{self._named(finding.parties)}'s {noun}]"
        return f"[{self._numbered(noun[0].upper() + noun[1:], finding.key)}]"

    def _person(self, finding: Finding) -> str:
        if not finding.parties:
            return self._numbered(finding.label or PERSON, finding.key)
        whose = self._named(finding.parties)
        return f"{whose}'s {finding.label}" if finding.label else whose

    def _named(self, parties: tuple[int, ...]) -> str:
        return " or ".join(dict.fromkeys(self._people[party] for party in parties))

    def _numbered(self, noun: str, key: str) -> str:
        if (noun, key) not in self._tags:
            self._tags[noun, key] = self._next(noun)
        return self._tags[noun, key]

    def _next(self, noun: str) -> str:
        self._met[noun] += 1
        return f"{noun} {self._met[noun]}"
