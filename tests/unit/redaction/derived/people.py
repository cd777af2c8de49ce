"""Invented parties, with names of the kinds that give trouble."""

import random
from dataclasses import dataclass, field
from datetime import date

from redaction import Party

# Forenames, each with short or pet forms that people use for it (and for which they are used).
NICKNAMES = {
    "Margaret": "Maggie Peggy Meg Marge Mags Madge",
    "Elizabeth": "Liz Lizzie Beth Betty Libby",
    "William": "Bill Billy Liam",
    "Robert": "Bob Bobby Robbie",
    "Richard": "Dick Ricky Richie",
    "Edward": "Ted Eddie Ned",
    "Katherine": "Kate Kathy Katie",
    "Michael": "Mike Mick Micky",
    "Anthony": "Tony Ant",
    "Christopher": "Chris Kit",
    "Alexandra": "Alex Sandra Lexi",
    "Nicholas": "Nick Nicky",
    "Patricia": "Trish Patsy Tricia",
    "Bill": "William",
    "Maggie": "Margaret",
    "Tomasz": "Tomek",
    "Thomas": "Tom Tommy",
    "Daniel": "Danny Dan",
    "Samantha": "Sam Sammy",
    "Jonathan": "Jon Jonny",
    "Ceridwen": "Ceri",
    "Geraint": "",
    "Oluwaseun": "",
    "Siân": "",
    "Zoë": "",
    "Mohammed": "",
    "Ngozi": "",
    "Gwenllian": "Gwen",
    "Brónach": "",
    "Harpreet": "",
    "Łukasz": "",
    "Małgorzata": "",
    "Chukwuemeka": "",
    "Abdul-Rahman": "",
    "İbrahim": "",
    "Yıldız": "",
    "Jean-Pierre": "",
    "Mary-Jane": "",
    "Xiu Ying": "",
    "Bo": "",
    "Li": "",
    "Wei": "",
    "Thị": "",
    "Muthukumaraswamy": "",
    "Priyadarshini": "",
    "Anastasija": "",
}
SURNAMES = (
    "Hughes|O'Rourke|O’Neill|Fitzwilliam|McAllister|MacDonald|Mackenzie|Kowalczyk|Wiśniewska|Adebayo-Price|de Souza|"
    "van der Linde|bin Rashid|al-Hassan|Al Maktoum|Müller|Nguyễn|Llewellyn|ap Rhys|D'Arcy|Ó Súilleabháin|Öztürk|Potter|"
    "Thistlethwaite|Szczepańska|Okonkwo|Ng|Wu|Li|Lê|Featherstonehaugh|Venkatanarasimharajuvaripeta|Çelik|Ağaoğlu|"
    "Smith-Jones|Fernández García|St John-Smythe|Bull|Marsh|Yılmaz|Þórsson|Sørensen|Großmann|ter Braak|Singh|Begum|"
    "Blenkinsop|Abdulle|Hussain|Smith|Hughes Jr|Barrington III|Osei-Tutu|N'Diaye|du Plessis|di Marco|Ben-David"
).split("|")
# Names that are ordinary words: masked where they stand as names, doubts elsewhere.
ORDINARY = frozenset("will may mark rose grace bail young brown bill king joy long frank case price".split())
WORDS_TOO = ("Will May", "Mark Rose", "Grace Bail", "Rose Young", "May Brown", "Bill King", "Joy Long", "Frank Case")
ROLES = ("victim", "suspect", "witness", "officer", "professional", "third_party")
STREETS = (
    "Acacia Avenue|Tanyard Lane|Quarry Close|St Cuthbert's Road|Mill Hill Crescent|Heol Gollen|Penywern Terrace|"
    "Blackthorn Drive|Kingfisher Way|Old School Lane|Gorse Gardens|Wexham Street"
).split("|")
HOUSES = "Rosegarth|Ty Gwyn|The Old Forge|Hillcrest"
TOWNS = "Pontypridd Merthyr Rhyl Gateshead Wrexham".split()
AREAS = "CF LL SA NP B NE SW1A EC1A M".split()


@dataclass(frozen=True)
class Invented:
    """A party and what the writing of its forms needs to know besides."""

    party: Party
    nicknames: tuple[str, ...] = ()
    wordlike: bool = False
    reference: str = ""
    things: dict[str, str] = field(default_factory=dict)


def invent(chance: random.Random, role: str) -> Invented:
    """Invent one party with every kind of identifier."""
    wordlike = chance.random() < 0.08
    first, last = chance.choice(WORDS_TOO).split() if wordlike else _name(chance)
    things = _things(chance)
    identifiers: tuple[str, ...] = (things["address"], things["phone"], things["vehicle"], things["email"])
    if chance.random() < 0.5:
        identifiers = (*(things[part] for part in ("house", "town", "postcode")), *identifiers[1:])
    if role == "officer":
        things["collar"] = str(chance.randrange(1000, 99999))
        identifiers = (*identifiers, things["collar"])
    born = date(chance.randrange(1935, 2013), chance.randrange(1, 13), chance.randrange(1, 29))
    party = Party(role=role, forenames=first, surname=last, born=born, identifiers=identifiers)
    nicknames = tuple(NICKNAMES.get(first.partition(" ")[0], "").split())
    return Invented(party, nicknames, wordlike, _reference(chance), things)


def _name(chance: random.Random) -> tuple[str, str]:
    kind = chance.random()
    if kind < 0.04:
        return chance.choice(list(NICKNAMES)), ""
    if kind < 0.08:
        return "", chance.choice(SURNAMES)
    first = " ".join(chance.sample(list(NICKNAMES), chance.choice((1, 1, 2, 3))))
    return first, chance.choice(SURNAMES)


def _things(chance: random.Random) -> dict[str, str]:
    outward = chance.choice(AREAS)
    outward = outward if outward[-1].isalpha() and len(outward) > 2 else f"{outward}{chance.randrange(1, 30)}"
    postcode = f"{outward} {chance.randrange(10)}{''.join(chance.choices('ABDEFGHJLN', k=2))}"
    street, town = chance.choice(STREETS), chance.choice(TOWNS)
    number = f"{chance.choice(('', 'Flat 3, ', 'Flat 2b, '))}{chance.randrange(2, 300)}{chance.choice(('', '', 'a'))}"
    house, site = f"{number} {street}", chance.choice(("org", "co.uk"))
    return {
        "street": street, "town": town, "postcode": postcode, "outward": outward, "house": house,
        "address": f"{house}, {town}, {postcode}",
        "phone": _phone(chance), "vehicle": _vehicle(chance),
        "email": f"{''.join(chance.choices('bcdfghjkl', k=6))}{chance.randrange(100)}@example.{site}",
    }  # fmt: skip


def _phone(chance: random.Random) -> str:
    tail = "".join(chance.choices("0123456789", k=6))
    return chance.choice(
        (
            f"07700 9{tail[:5]}",
            f"029 2018 {tail[:4]}",
            f"0161 496 {tail[:4]}",
            f"01632 96{tail[:4]}",
            f"+447700 9{tail[:5]}",
        )
    )


def _vehicle(chance: random.Random) -> str:
    a, b, c, d, e = chance.choices("ABDEFGHKLM", k=5)
    return chance.choice(
        (
            f"{a}{b}{chance.randrange(51, 75)} {c}{d}{e}",
            f"{a}{chance.randrange(101, 999)} {c}{d}{e}",
            f"{a}{b}{c} {chance.randrange(101, 999)}{d}",
        )
    )


def _reference(chance: random.Random) -> str:
    number, year = chance.randrange(10**5, 10**7), chance.randrange(19, 27)
    return chance.choice(
        (f"{chance.randrange(10, 80)}*{number}*{year}", f"{chance.randrange(10, 80)}/{number}/{year}",
         f"42E1{number}{year}", f"{year}{number:09}", f"NC/{number}/{year}", f"CRI-{number}-{year}",
         f"{year}/{number % 10**6}X")
    )  # fmt: skip
