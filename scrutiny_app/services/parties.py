"""Who is in a case and what is theirs, as the redactor is told it; and what it still finds in words to be released."""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from redaction import Party, Redactor, Role
from redaction.tags import ROLE_NOUNS
from scrutiny_app.domain.banding import VOCABULARY

Record = Mapping[str, Any]
Parties = tuple[Party, ...]


@dataclass(frozen=True)
class Leak:
    """Something that identifies and still stands where a reader would see it, under this heading or label."""

    where: str
    kind: str
    words: str


# What a person of the sheet of people is called by the redactor; whoever is not named here is a third party.
_ROLES: dict[str, Role] = {
    "offender": "suspect",
    "victim": "victim",
    "witness": "witness",
    **dict.fromkeys(("officer", "supervisor", "decision_maker", "authoriser"), "officer"),
}
_MERELY = frozenset({"witness", "third_party"})


@dataclass(frozen=True)
class Tagged:
    """Somebody in a record as the redactor calls them: which of the record's parties, and their name there."""

    party: int
    name: str


@cache
def redactor() -> Redactor:
    """Give the process's redactor; its word lists are loaded when it is first wanted."""
    loaded = Redactor()
    gc.collect()
    gc.freeze()  # the lists stay: to walk them all at a collection takes longer than to answer a page
    return loaded


def parties_of(record: Record) -> Parties:
    """List everyone whom a record names, each officer once and nobody as a mere witness who is more than that."""
    found: dict[tuple[Role, str], Party] = {}
    for party in _principals(record):
        who = (party.role, _name(party))
        if party.surname and who in found:
            party = _joined(found[who], party)
        elif who in found:
            who = (party.role, f"{len(found)}")
        found[who] = party
    met = {_name(party): who for who, party in found.items()}
    for party in _bystanders(record):
        who = met.setdefault(_name(party), (party.role, _name(party)))
        found[who] = _joined(found[who], party) if who in found else party
    return tuple(found.values())


def tags_of(record: Record) -> dict[str, Tagged]:
    """Give everyone whom a record names by the tag that stands for them, numbered within their roles."""
    parties = parties_of(record)
    roles = Counter(party.role for party in parties)
    met = Counter[Role]()
    tags = {}
    for index, party in enumerate(parties):
        met[party.role] += 1
        alone = party.role == "suspect" and roles["suspect"] == 1
        noun = ROLE_NOUNS[party.role] if alone else f"{ROLE_NOUNS[party.role]} {met[party.role]}"
        tags[f"[{noun}]"] = Tagged(index, f"{party.forenames} {party.surname}".strip())
    return tags


def _joined(known: Party, same: Party) -> Party:
    """Give one person what is known of them in two places."""
    identifiers = tuple(dict.fromkeys((*known.identifiers, *same.identifiers)))
    return replace(known, identifiers=identifiers, born=known.born or same.born)


def references_of(record: Record) -> tuple[str, ...]:
    """List the numbers under which the force keeps a case."""
    return _identifiers(record["case_number"], record["crime_number"])


def leaks(record: Record, words: Iterable[tuple[str, str]]) -> list[Leak]:
    """Find what is known or shaped and still stands in labelled words; the product's own vocabulary names nobody."""
    return _leaks(words, parties_of(record), references_of(record))


def shaped_leaks(words: Iterable[tuple[str, str]]) -> list[Leak]:
    """Find what is shaped like an identifier in labelled words that are of no one case."""
    return _leaks(words, (), ())


def _leaks(words: Iterable[tuple[str, str]], parties: Parties, references: tuple[str, ...]) -> list[Leak]:
    return [
        Leak(where, span.kind, text[span.start : span.end])
        for where, text in words
        if text not in VOCABULARY
        for span in redactor().verify(text, parties=parties, references=references)
    ]


def _principals(record: Record) -> Iterator[Party]:
    yield from _person(record, "offender", "suspect", record["offender_vehicle"])
    for number in (1, 2, 3):
        yield from _person(record, f"victim_{number}", "victim")
    for post in ("officer", "supervisor", "decision_maker", "authorising"):
        name, collar = record[f"{post}_name"], record.get(f"{post}_number")
        if name or collar:
            yield Party("officer", *_split(name), identifiers=_identifiers(collar))
    yield from (party for party in _listed(record) if party.role not in _MERELY)


def _bystanders(record: Record) -> Iterator[Party]:
    yield from (Party("witness", *_split(name)) for name in record["witnesses"] or ())
    yield from (Party("third_party", *_split(name)) for name in record["third_parties"] or ())
    yield from (party for party in _listed(record) if party.role in _MERELY)


def _listed(record: Record) -> Iterator[Party]:
    """Yield those of the sheet of people for whom the case's own columns had no place."""
    for person in record.get("parties") or ():
        theirs = _identifiers(person.get("address"), *(person.get("contact") or "").split(";"), person.get("number"))
        born = date.fromisoformat(person["born"]) if person.get("born") else None
        role = _ROLES.get(person.get("role"), "third_party")
        yield Party(role, *_split(person.get("name")), born=born, identifiers=theirs)


def _person(record: Record, prefix: str, role: Role, *more: str | None) -> Iterator[Party]:
    name, born = record[f"{prefix}_name"], record[f"{prefix}_born"]
    theirs = _identifiers(record[f"{prefix}_address"], *(record[f"{prefix}_contact"] or "").split(";"), *more)
    if name or born or theirs:
        yield Party(role, *_split(name), born=date.fromisoformat(born) if born else None, identifiers=theirs)


def _split(name: str | None) -> tuple[str, str]:
    """Part "Surname, Forenames" into forenames and surname."""
    surname, _, forenames = (name or "").partition(",")
    return forenames.strip(), surname.strip()


def _identifiers(*values: str | None) -> tuple[str, ...]:
    """Keep what can be searched for: anything that holds a letter or a digit."""
    return tuple(value.strip() for value in values if value and any(map(str.isalnum, value)))


def _name(party: Party) -> str:
    return f"{party.surname}, {party.forenames}".casefold()
