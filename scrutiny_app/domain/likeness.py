"""How alike two headings are, by their words: near in spelling, and never of another person, number or kind of thing.

"Victim 2 DOB" and "Victim 1 DOB" differ in one character and mean two people; so headings are compared only where they
speak of the same persons, carry the same numbers, and ask for the same kind of thing (a date, a code, a name).
"""

import re
from collections.abc import Iterable
from functools import cache

from rapidfuzz import fuzz, process

from scrutiny_app.domain.cases import Kind
from scrutiny_app.domain.synonyms import PARTY_PHRASES, PHRASES, Phrase
from scrutiny_app.domain.uses import Part, described

LIKE_FROM = 80.0  # out of 100; measured on the held-out headings of the tests

_SHORT = {
    **{"dob": "birth date", "born": "birth date", "birthdate": "birth date", "no": "reference", "num": "reference"},
    **{
        "nbr": "reference",
        "number": "reference",
        "id": "reference",
        "ref": "reference",
        "refno": "reference",
        "addr": "address",
        "add": "address",
    },
    **{
        "tel": "telephone",
        "phone": "telephone",
        "mob": "mobile",
        "desc": "description",
        "dt": "date",
        "cat": "category",
    },
    **{
        "susp": "suspect",
        "vic": "victim",
        "wit": "witness",
        "supv": "supervisor",
        "sup": "supervisor",
        "auth": "authorising",
    },
    **{
        "dm": "decision maker",
        "oic": "officer",
        "io": "officer",
        "sgt": "sergeant",
        "insp": "inspector",
        "fname": "forename",
    },
    **{"sname": "surname", "lname": "surname", "forenames": "forename", "firstname": "forename", "lastname": "surname"},
    **{
        "dv": "domestic abuse",
        "da": "domestic abuse",
        "yot": "yjs",
        "yos": "yjs",
        "reg": "registration",
        "grp": "group",
    },
    **{
        "occ": "occurrence",
        "off": "offence",
        "ofc": "offence",
        "disp": "disposal",
        "outc": "outcome",
        "prev": "previous",
    },
    **{
        "comm": "community",
        "res": "resolution",
        "mgr": "manager",
        "circs": "circumstances",
        "acct": "account",
        "wishes": "views",
    },
    **{
        "indicator": "flag",
        "marker": "flag",
        "ind": "flag",
        "yn": "flag",
        "gender": "sex",
        "email": "e mail",
        "rpt": "report",
    },
    **{"dttm": "date", "dtm": "date", "cd": "code", "nm": "name", "txt": "", "conds": "conditions"},
    **{"cond": "conditions", "approp": "appropriate", "accd": "accused", "supvr": "supervisor"},
    **{"cmtd": "committed", "rptd": "reported", "boro": "borough"},
}
_SAME = {
    **{
        "suspect": "offender",
        "accused": "offender",
        "subject": "offender",
        "defendant": "offender",
        "perpetrator": "offender",
    },
    **{"offenders": "offender", "suspects": "offender", "victims": "victim", "witnesses": "witness"},
    **{"aggrieved": "victim", "complainant": "victim", "injured": "victim", "ip": "victim", "agg": "victim"},
    **{"supervising": "supervisor", "supervisory": "supervisor", "sergeant": "supervisor", "supervisors": "supervisor"},
    **{"authoriser": "authorising", "authorised": "authorising", "approved": "authorising", "approving": "authorising"},
    **{"decider": "decision", "deciding": "decision", "decided": "decision", "first": "1", "second": "2", "third": "3"},
    **{"last": "surname", "family": "surname", "given": "forename", "christian": "forename", "1st": "1", "2nd": "2"},
}
_PEOPLE = frozenset(
    "offender victim witness officer supervisor decision authorising parent guardian adult interpreter".split()
)
_KINDS = frozenset(
    "date code name surname forename birth address telephone mobile mail number reference rank sex ethnicity flag age "
    "group description time status due contact postcode street town type matrix score initial final rationale comment "
    "views account title station vehicle observed previous current city county locality house flat road building "
    "premises residence alias nickname start end from to until line".split()
)
_SPLIT = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])|[\W_]+")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){1,4}[A-Za-z]\b")  # D.O.B
_FILLERS = frozenset("the of a an in for by s is was y n and or on at please case dd mm yyyy yy ddmmyyyy".split())
_ENDING = re.compile(r"(?<=[\W_])(cd|flag|ind|desc)\W*$", re.IGNORECASE)  # says how, not what
_SAID_SHORT = frozenset({Kind.CHOICE, Kind.YES_NO, Kind.WORD})  # what may be given as a code or a flag
_PART_NUMBERED = re.compile(r"(?<!line) \d$")  # "address 2", "forename 2": the number is not the person's
_MISSPELT_FROM = 80.0
_REST_FROM = 70.0  # of the words that do not say what kind of thing is meant
_SHORTEST_MISSPELT = 4


def _pieces(heading: str) -> list[str]:
    heading = _DOTTED.sub(lambda match: match[0].replace(".", ""), heading)
    return [piece.casefold() for piece in _SPLIT.split(heading.replace("#", " number ")) if piece]


def _known_words(phrases: Iterable[Phrase]) -> frozenset[str]:
    return frozenset(piece for phrase in phrases for piece in _pieces(phrase.words)) | _SHORT.keys() | _SAME.keys()


_KNOWN = _known_words((*PHRASES.values(), *PARTY_PHRASES.values())) | _FILLERS | _PEOPLE | _KINDS
_LONG_KNOWN = sorted(word for word in _KNOWN if len(word) >= _SHORTEST_MISSPELT)


@cache
def _spelt(word: str) -> str:
    """Give the known word that a misspelt one is near to, or the word itself."""
    if word in _KNOWN or len(word) < _SHORTEST_MISSPELT:
        return word
    near = process.extractOne(word, _LONG_KNOWN, scorer=fuzz.ratio, score_cutoff=_MISSPELT_FROM)
    return near[0] if near and near[0][0] == word[0] else word


@cache
def tokens(heading: str) -> frozenset[str]:
    """Give the words that matter of a heading, in one spelling and with one word for each kind of person."""
    words: list[str] = []
    for piece in map(_spelt, _pieces(heading)):
        words += _SHORT.get(piece, piece).split()
    singular = (_SAME.get(word, word) for word in words)
    found = frozenset(word for word in singular if word and word not in _FILLERS)
    return found or frozenset(words)


def comparable(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two headings speak of the same persons, numbers and kinds of thing."""
    return all(
        {word for word in one if belongs(word)} == {word for word in other if belongs(word)}
        for belongs in (_PEOPLE.__contains__, _KINDS.__contains__, str.isdigit)
    )


def likeness(one: str, other: str) -> float:
    """Measure how alike two headings are, from 0 to 100; 0 where they must not be taken for one another."""
    return _alike(tokens(one), tokens(other))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    if not one or not other or not comparable(one, other):
        return 0.0
    if _ratio(one - _KINDS, other - _KINDS) < _REST_FROM:
        return 0.0
    return _ratio(one, other)


def _ratio(one: frozenset[str], other: frozenset[str]) -> float:
    return fuzz.ratio(" ".join(sorted(one)), " ".join(sorted(other)))


@cache
def _by_tokens(parties: bool) -> dict[frozenset[str], Phrase]:
    """Index phrases by their words that matter: those that are sure first."""
    found: dict[frozenset[str], Phrase] = {}
    for phrase in (PARTY_PHRASES if parties else PHRASES).values():
        if not (_is_piece(phrase) and _PART_NUMBERED.search(phrase.words)):
            found.setdefault(tokens(phrase.words), phrase)
    return found


def _is_piece(phrase: Phrase) -> bool:
    return phrase.use.part is Part.FORENAMES or phrase.use.field.endswith("address")


def nearest_phrase(heading: str, *, parties: bool = False) -> tuple[Phrase, float] | None:
    """Find the known phrase most like a heading, and how alike they are; None where none is like enough.

    A heading that ends in "CD" or "FLAG" may mean what it means without, but only a field that a code can fill.
    """
    if near := _nearest(heading, parties):
        return near
    short = _ENDING.sub("", heading).rstrip(" _-")
    near = _nearest(short, parties) if short and short != heading else None
    field = described(near[0].use.field, parties=parties) if near else None
    return near if field and field.kind in _SAID_SHORT else None


def _nearest(heading: str, parties: bool) -> tuple[Phrase, float] | None:
    known, wanted = _by_tokens(parties), tokens(heading)
    if wanted in known:
        return known[wanted], 100.0
    best = max(known, key=lambda other: _alike(wanted, other))
    score = _alike(wanted, best)
    return (known[best], score) if score >= LIKE_FROM else None
