"""Ways in which people write what the case's fields give, for tests that look for any of them left over."""

import random
from datetime import date

from redaction import Party

FORENAMES = (
    "Margaret Tomasz Oluwaseun Siân Zoë Mohammed Ngozi Gwenllian Jasmine Leroy Brónach Harpreet Owain Bartholomew"
).split()
SURNAMES = (
    "Hughes|O'Rourke|Fitzwilliam|McAllister|Kowalczyk|Adebayo-Price|de Souza|van der Linde|bin Rashid|Müller|Nguyễn|"
    "Llewellyn|D'Arcy|Ó Súilleabháin|Thistlethwaite|Öztürk|Marsh|Potter|Bull|Mackenzie"
).split("|")
STREETS = "Acacia Avenue|Tanyard Lane|Quarry Close|St Cuthbert's Road|Mill Hill Crescent|Heol Gollen Street".split("|")
_BREAKS = ("\u200b", "\u00ad", "\u2060", "\u200d")
_TWINS = str.maketrans("aeopcxyAEOPCXHBMTK", "аеорсхуАЕОРСХНВМТК")


def party(chance: random.Random, role: str = "victim") -> Party:
    """Invent a person."""
    number = f"07700 9{chance.randrange(100000):05}"
    address = f"{chance.randrange(1, 300)} {chance.choice(STREETS)}"
    postcode = f"{chance.choice(('CF', 'LL', 'B', 'NE'))}{chance.randrange(1, 30)} {chance.randrange(10)}QA"
    letters = "".join(chance.choices("ABDEFGHKLM", k=5))
    mark = f"{letters[:2]}{chance.randrange(51, 75)} {letters[2:]}"
    return Party(
        role=role,
        forenames=" ".join(chance.sample(FORENAMES, chance.choice((1, 2)))),
        surname=chance.choice(SURNAMES),
        born=date(chance.randrange(1940, 2012), chance.randrange(1, 13), chance.randrange(1, 29)),
        identifiers=(address, postcode, number, mark),
    )


def forms(person: Party, chance: random.Random) -> list[str]:
    """Write each of a person's identifiers in one of its ways."""
    assert person.born
    first = person.forenames.split()[0]
    address, postcode, number, mark = person.identifiers
    return [
        _name(first, person, chance),
        _date(person.born, chance),
        *_numbers(address, postcode, number, mark, chance),
    ]


def _name(first: str, person: Party, chance: random.Random) -> str:
    last = person.surname
    written = chance.choice(
        (
            f"{first} {last}",
            f"{last}, {first}",
            f"{last.upper()} {first}",
            f"{first} {last.upper()}",
            f"{first[0]}. {last}",
            f"{first}'s",
            f"{last}'s",
            f"{last}s",
            first,
            last,
            f"{first}\n{last}",
            f"{first.lower()} {last.lower()}",
            f"{last} {first[0]}",
            f"Mr {last}",
            f"{first}_{last}.pdf".replace(" ", "_"),
            f"{first.lower()}{last.lower()}77".replace(" ", ""),
            f"{first}.{last}@example.org".replace(" ", ""),
            person.forenames + " " + last,
        )
    )
    return chance.choice((_plain, _hidden, _twinned, _slipped))(written, chance)


def _plain(written: str, chance: random.Random) -> str:
    return written


def _hidden(written: str, chance: random.Random) -> str:
    """Put an invisible character into the middle."""
    at = chance.randrange(1, len(written))
    return written[:at] + chance.choice(_BREAKS) + written[at:]


def _twinned(written: str, chance: random.Random) -> str:
    """Change letters for look-alikes."""
    return written.translate(_TWINS)


def _slipped(written: str, chance: random.Random) -> str:
    """Double one letter of a word of five letters or more."""
    words = written.split(" ")
    longest = max(range(len(words)), key=lambda at: len(words[at]))
    word = words[longest]
    if len(word) < 5 or not word.isalpha():
        return written
    at = chance.randrange(1, len(word) - 1)
    words[longest] = word[:at] + word[at] + word[at:]
    return " ".join(words)


def _date(born: date, chance: random.Random) -> str:
    return chance.choice(
        (
            f"{born:%d/%m/%Y}",
            f"{born:%d.%m.%y}",
            f"{born:%d %B %Y}",
            f"{born:%d%b%Y}".upper(),
            f"{born:%Y-%m-%d}",
            f"{born.day}/{born.month}/{born:%y}",
            f"{born:%B} {born.day}, {born.year}",
            f"{born:%d%m%Y}",
            f"{born.day}th of {born:%B} {born.year}",
        )
    )


def _numbers(address: str, postcode: str, number: str, mark: str, chance: random.Random) -> list[str]:
    digits = number.replace(" ", "")
    return [
        chance.choice(
            (address, address.upper(), address.lower(), address.replace("Avenue", "Ave").replace("Lane", "Ln"))
        ),
        chance.choice((postcode, postcode.replace(" ", ""), postcode.lower())),
        chance.choice(
            (number, digits, "+44 " + digits[1:], "0044" + digits[1:], "-".join((digits[:5], digits[5:8], digits[8:])))
        ),
        chance.choice((mark, mark.replace(" ", ""), mark.lower(), mark.replace(" ", "-"))),
    ]
