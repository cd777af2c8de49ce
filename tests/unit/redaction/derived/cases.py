"""Invented cases: a few parties, and sentences in each of which one form of one identifier stands."""

import random
import string
from collections.abc import Iterable
from dataclasses import dataclass

from redaction import Party
from redaction.lexicon import load
from tests.unit.redaction.derived import names_written, things_written
from tests.unit.redaction.derived.disguises import (
    ANY,
    FOR_NAMES,
    SPARING,
    Disguise,
    in_any_case,
    spelt_out,
    with_a_slip,
)
from tests.unit.redaction.derived.oracle import must_not_appear, words
from tests.unit.redaction.derived.people import ORDINARY, ROLES, Invented, invent

SENTENCES = (
    "Then {} went home.", "Spoke with {} about it.", "{} was there.", "It was {}.", "They told us (see {}) already.",
    "Nothing more from {}: it ended.", "They met \"{}\" twice.", "{}\nNothing else was said.", "Was it {}? It was not.",
    "It says {} there.", "they rang re {} yesterday", "Heard about {}, who cried.", "- {};",
)  # fmt: skip
Ways = dict[str, list[str]]
# Letters that every file uses: where they are somebody's initials too, they are doubts.
ABBREVIATIONS = frozenset("id ok tv gp am pm uk eu dj cd hq hr no na ad bc it".split())
FORMS_A_CASE = 6
# In these ways of writing the letters alone tell, so that changing them for others would leave a form nobody derives.
UNDISGUISED = ("initials", "forename initial", "collar")
ONLINE = ("e-mail", "handle", "file", "nickname in a handle", "run together", "reference", "phone", "vehicle", "birth")
NAMES = ("e-mail's name",)


@dataclass(frozen=True)
class Planted:
    """One form in a text, with the words that describe it."""

    label: str
    written: str


@dataclass(frozen=True)
class InventedCase:
    """A case's text, its parties and references, and what was planted in it."""

    text: str
    parties: tuple[Party, ...]
    references: tuple[str, ...]
    planted: tuple[Planted, ...]
    forbidden: frozenset[str]


def invented_case(seed: int) -> InventedCase:
    """Invent the case of a seed."""
    chance = random.Random(seed)
    people = [invent(chance, chance.choice(ROLES)) for _ in range(chance.choice((1, 2, 2, 3)))]
    names = [_by_label(names_written.ways_of(person, chance)) for person in people]
    planted = [_form(*chance.choice(list(zip(people, names, strict=True))), chance) for _ in range(FORMS_A_CASE)]
    sentences = [chance.choice(SENTENCES).format(form.written) for form in planted]
    borne = [f"{p.party.forenames} {p.party.surname}" for p in people if not p.wordlike]
    frame = set(words(" ".join(SENTENCES)))
    forbidden = must_not_appear([form.written for form in planted], borne) - frame
    references = tuple(person.reference for person in people)
    joined = chance.choice((" ", "\n", "\n\n")).join(sentences)
    return InventedCase(joined, tuple(p.party for p in people), references, tuple(planted), frozenset(forbidden))


def _by_label(ways: Iterable[tuple[str, str]]) -> Ways:
    by_label: Ways = {}
    for label, form in ways:
        by_label.setdefault(label, []).append(form)
    return by_label


def _form(invented: Invented, names: Ways, chance: random.Random) -> Planted:
    """Write one identifier of a party in one of its ways, and perhaps disguise it."""
    things = chance.random() < 0.35
    by_label = _by_label(things_written.ways_of(invented, chance)) if things else names
    while True:
        label = chance.choice(list(by_label))
        written = chance.choice(by_label[label])
        if things or not (_is_policy(label, written) or _is_word(label, written, invented)):
            break
    disguise = chance.choice(_disguises(label, written, invented, things=things))
    return Planted(f"{label}, {disguise.__name__.replace('_', ' ')}", disguise(written, chance))


def _is_policy(label: str, form: str) -> bool:
    """Say whether initials or a short name are letters that mean something else in every file: IP, DC."""
    letters = "".join(words(form)).removesuffix("s")
    policy = load().protected | ABBREVIATIONS
    return "initial" in label and any(word in policy for word in (letters, *words(form)) if len(word) > 1)


def _is_word(label: str, form: str, invented: Invented) -> bool:
    """Say whether nobody can tell a form from ordinary words: in small letters, or as their plural."""
    if invented.wordlike and ("small" in label or "without apos" in label):
        return True
    told = [word.strip(string.digits) for word in words(form) if word != "s"]
    return (form.islower() and set(told) <= ORDINARY) or {word.removesuffix("s") for word in told} <= ORDINARY - {*told}


def _is_cut_short(form: str, invented: Invented) -> bool:
    """Say whether a nickname is only the beginning of the forename: its slips are nobody's name."""
    forename = invented.party.forenames.lower()
    return any(
        forename.startswith(nickname.lower()) for nickname in invented.nicknames if nickname.lower() in form.lower()
    )


def _disguises(label: str, written: str, invented: Invented, *, things: bool) -> tuple[Disguise, ...]:
    if label.startswith(UNDISGUISED) or invented.wordlike or set(words(written)) & ORDINARY:
        return SPARING
    if things or label.startswith(ONLINE):
        return ANY
    unfit = {in_any_case} if "initial" in label or "nickname" in label else set()
    unfit |= {in_any_case} if "plural" in label or "without apostrophe" in label else set()
    unfit |= {with_a_slip} if "nickname" in label and _is_cut_short(written, invented) else set()
    unfit |= {spelt_out} if label.endswith("surname's initials") else set()  # M-a-c-D is nobody's way
    unfit |= {with_a_slip} if "plural" in label or "possessive" in label else set()
    return tuple(way for way in FOR_NAMES if way not in unfit)
