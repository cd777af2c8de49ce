"""The ways of writing a person's name, each under the words that describe it."""

import random
import re
import unicodedata
from collections.abc import Iterator

from redaction import Party
from redaction.lexicon import load
from tests.unit.redaction.derived.people import Invented

TITLES = ("Mr", "Mrs", "Ms", "Dr", "Dr.", "Cllr", "Rev", "Rev.", "Miss", "Prof", "Sir")
RANKS = ("PC", "DS", "Insp", "Sgt", "DC")
FILES = ("{}_statement.pdf", "{}-interview.mp4", "IMG_{}_01.png", "mg11_{}.docx", "{}.jpg")
SITES = ("example.org", "example.co.uk")
PARTICLES = frozenset("de van der bin al ap ter du di st ben el".split())
SUFFIXES = frozenset({"Jr", "III"})
FOLDS = str.maketrans({"ł": "l", "Ł": "L", "ı": "i", "ø": "o", "Ø": "O", "þ": "th", "Þ": "Th", "ß": "ss", "’": "'"})
JOINED = str.maketrans({" ": "", "'": "", "-": ""})
GERMAN = str.maketrans({"ü": "ue", "ö": "oe", "Ü": "Ue", "Ö": "Oe", "ä": "ae"})


def plain(text: str) -> str:
    """Write a name as on a keyboard without accents."""
    decomposed = unicodedata.normalize("NFKD", text.translate(FOLDS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def ways_of(invented: Invented, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Give every way of writing the name of one party."""
    party = invented.party
    first, last = party.forenames.split(), _without_suffix(party.surname)
    yield from _alone(party, last)
    if first and last:
        yield from _together(first, last)
        yield from _initials(first, last)
        if not invented.wordlike:
            yield from _online(plain(first[0]), plain(last), chance)
    if last:
        yield from _surname(last, chance)
    for nickname in invented.nicknames:
        yield "nickname", nickname
        yield "nickname", nickname.upper()
        yield "nickname possessive", f"{nickname}'s"
        if last:
            yield "nickname surname", f"{nickname} {last}"
            yield "surname, nickname", f"{last}, {nickname}"
            yield "nickname in a handle", f"{nickname}{plain(last)}{chance.randrange(100)}".lower().translate(JOINED)


def _without_suffix(surname: str) -> str:
    return " ".join(word for word in surname.split() if word not in SUFFIXES)


def _alone(party: Party, last: str) -> Iterator[tuple[str, str]]:
    first = party.forenames.split()
    for name in (*first, last):
        if not name:
            continue
        yield "one name", name
        yield "capitals", name.upper()
        yield "without accents", plain(name)
        for mark in ("'s", "’s", "'"):
            yield "possessive", name + mark
        yield "possessive capitals", name.upper() + "'S"
        if not load().is_plain(plain(name).lower() + "s") or (name[0].isupper() and len(name) > 3):
            yield "possessive without apostrophe", name + "s"
        yield "small letters", name.lower()
        if not load().is_plain(plain(name).lower() + "s"):
            yield "small letters possessive", plain(name).lower() + "s"
    if len(first) > 1:
        yield "all forenames", party.forenames
        yield "forename and capitals", f"{first[0]} {first[1].upper()}"
        yield "forenames joined", "".join(first)
        yield "forenames hyphenated", "-".join(first)


def _together(first: list[str], last: str) -> Iterator[tuple[str, str]]:
    one, every = first[0], " ".join(first)
    yield "forename surname", f"{one} {last}"
    yield "all names", f"{every} {last}"
    yield "surname, forename", f"{last}, {one}"
    yield "SURNAME, forenames", f"{last.upper()}, {every}"
    yield "SURNAME forename", f"{last.upper()} {one}"
    yield "surname forename", f"{last} {one}"
    yield "forename SURNAME", f"{one} {last.upper()}"
    yield "all capitals", f"{every} {last}".upper()
    yield "all small", f"{one} {last}".lower()
    yield "over two lines", f"{one}\n{last}"
    yield "over two lines", f"{one}\r\n  {last}"
    yield "both, possessive", f"{one} {last}'s"
    yield "both with a slash", f"{last}/{one}"
    yield "run together", plain(f"{one}{last}").translate(JOINED)
    yield "surname in brackets", f"{one} ({last})"


def _initials(first: list[str], last: str) -> Iterator[tuple[str, str]]:
    letters = [name[0] for name in first]
    final = next(word for word in re.split(r"[ \-]", last) if word.lower() not in PARTICLES)
    final = plain(final)[0].upper()
    for cut in _cut_down(last):
        yield "surname's initials", cut
        yield "initial, surname's initials", f"{letters[0]} {cut}"
        yield "initials, surname's initials", f"{''.join(letters)}{cut}"
    yield "initial. surname", f"{letters[0]}. {last}"
    yield "initial.surname", f"{letters[0]}.{last}"
    yield "initial surname", f"{letters[0]} {last}"
    yield "initials surname", f"{' '.join(letters)} {last}"
    yield "initials. surname", f"{'.'.join(letters)}. {last}"
    yield "initials together surname", f"{''.join(letters)} {last}"
    if plain(letters[0]) != "I":  # which would be read as the pronoun
        yield "surname initial", f"{last} {letters[0]}"
        yield "surname initials", f"{last} {''.join(letters)}"
        yield "SURNAME initial", f"{last.upper()} {letters[0]}"
    yield "surname, initial.", f"{last}, {letters[0]}."
    yield "surname, initials", f"{last}, {'.'.join(letters)}."
    yield "forename initial surname", f"{first[0]} {letters[-1]} {last}"
    yield "forename initial", f"{first[0]} {final}"
    yield "forename initial.", f"{first[0]} {final}."
    for written in dict.fromkeys(("".join(letters) + final, letters[0] + final)):
        yield "initials", written
        yield "initials.", ".".join(written) + "."
        yield "initials with stops", ".".join(written)
        yield "initials spaced", " ".join(written)
        yield "initials possessive", written + "'s"


def _cut_down(last: str) -> Iterator[str]:
    """Give McA for McAllister, and vdB for van der Berg."""
    prefixed = re.match(r"Ma?c(?=[A-Z][a-z]{3})", last)
    if prefixed:
        yield last[: prefixed.end() + 1]
    words = last.split()
    if len(words) > 2:
        yield "".join(plain(word)[0] for word in words)


def _surname(last: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield "title surname", f"{chance.choice(TITLES)} {last}"
    yield "rank surname", f"{chance.choice(RANKS)} {last}"
    yield "title SURNAME", f"{chance.choice(TITLES).upper()} {last.upper()}"
    yield "plural", f"the {last}es" if last.endswith("s") else f"the {last}s"
    parts = [part for part in re.split(r"[ \-]", last) if part.lower() not in PARTICLES and len(part) > 1]
    yield from (("part of a surname", part) for part in parts)
    yield from (("part of a surname, small", plain(part).lower()) for part in parts)
    joined = re.sub(r"[ \-'’]", "", last)
    yield "surname joined", joined
    yield "surname joined", joined.upper()
    yield "surname spaced", re.sub(r"[\-'’]", " ", last)
    yield "surname hyphenated", re.sub(r"[ '’]", "-", last)
    if last.translate(GERMAN) != last:
        yield "umlauts", last.translate(GERMAN)
    prefix = re.match(r"(Mc|Mac)(?=[A-Z])", last)
    if prefix:
        rest = last[prefix.end() :]
        yield from (("Mc and Mac", start + rest) for start in ("Mc", "Mac", "Mc ", "Mac ", "mc", "MC "))


def _online(first: str, last: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Write a name as e-mail addresses, handles and files have it."""
    last = re.sub(r"[ '\-]", "", last)
    year, site = chance.randrange(50, 99), chance.choice(SITES)
    stems = [
        f"{first}.{last}", f"{first}{last}", f"{first[0]}.{last}", f"{last}.{first}", f"{last}_{first}",
        f"{first}_{last}",        f"{first}-{last}", f"{first}_{last[0]}", last, first,
    ]  # fmt: skip
    if len(last) > 2:
        stems = [f"{first[0]}{last}", f"{last}{first[0]}", *stems]
    for stem in stems:
        yield "e-mail", f"{stem.lower()}@{site}"
    for stem in stems[:-2]:
        yield "handle", f"@{stem.lower()}{year}"
        yield "handle", f"{stem.lower()}{year}"
        yield "handle", f"{stem}"
        yield "file", chance.choice(FILES).format(stem)
        yield "file", chance.choice(FILES).format(stem.lower())
    for name in (first, last):
        yield "file", chance.choice(FILES).format(name)
        yield "handle", f"{name.lower()}_{year}"
        yield "handle", f"{name.lower()}{year}"
        if len(name) > 4:
            yield "handle", f"xx{name.lower().translate(JOINED)}xx{year}"
            yield "handle", f"the_real_{name}"
