"""Filling the gaps of a line with invented people, places and particulars, and noting where each name went."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from redaction.training.callings import Callings
from redaction.training.documents import Mention
from redaction.training.names import Names
from redaction.training.organisations import WORDS, Organisations
from redaction.training.outfits import Outfits

_GAP = re.compile(r"\{(?:(UP):)?(\w+)\}")
_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")  # [at|for|with]: one of them, which may be nothing
_FILLERS: dict[str, tuple[str, ...]] = {
    "V": ("Victim", "VIC", "vic", "IP", "ip", "the victim", "AP", "Complainant", "The IP", "V", "Informant"),
    "S": ("Suspect", "SUSP", "SUS", "sus", "susp", "the suspect", "DP", "Offender", "Nominal", "The offender", "S"),
    "W": ("Witness", "WIT", "wit", "the witness", "Wits", "W"),
    "r": tuple("PC DC PS DS Sgt Insp PCSO WPC DI DCI CI SC SGT Pc Ds PSI TDC INSP Constable Sergeant".split()),
    "t": tuple("Mr Mrs Miss Ms Mr Mrs Miss Dr Professor Rev Sir Lady Madame Monsieur Captain Colonel".split()),
    "kin": tuple(
        "mum mother dad father brother sister son daughter partner wife husband nan gran uncle aunt aunty cousin "
        "girlfriend boyfriend friend mate stepdad stepmum ex niece nephew grandson neighbour flatmate bro sis".split()
    ),
    "said": ("said", "asked", "replied", "cried"),
    "rank": ("captain", "lawyer", "old man", "doctor", "squire", "priest", "sailor", "stranger", "innkeeper"),
    "month": tuple("January February March April May June July August September October November December Jan".split()),
    "day": tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tues Weds Fri".split()),
    "obj": ("phone", "bag", "bike", "bottle", "brick", "car", "door", "laptop", "keys", "jacket", "window", "pram"),
    "car": ("Ford Focus", "blue Corsa", "VW Golf", "Transit", "silver Astra", "moped", "BMW", "white Fiesta"),
    "crime": (
        "slapped her face", "pushed him", "common assault", "theft", "crim dam", "criminal damage", "harassment",
        "s.39", "s5 POA", "punched him once", "smashed the window", "shoplifting", "sent messages", "spat at him",
        "made threats",
    ),
    "spot": tuple(WORDS["spots"]),
    "job": tuple(WORDS["jobs"]),
    "Job": tuple(job.capitalize() for job in WORDS["jobs"]),
    "brand": tuple(WORDS["brands"]),
    "roman": ("I", "II", "IV", "IX", "XII", "XXI", "3", "THE FIRST"),
}  # fmt: skip
_DRAWN = ("noun", "Noun", "vb", "pol")  # words drawn from the lists, of which none is a name
_NUMBERED = {
    "c": ("####", "###", "#####", "##@", "@###", "C####"),
    "d": ("##/0#/26", "##.0#.19##", "# March", "1# May 2025", "0#/1#/####", "2#-0#-9#"),
    "h": ("1###", "0###hrs", "1#:##", "2### hrs", "#.30pm", "#am"),
    "a": ("1#", "2#", "3#", "4#", "#", "1# yrs", "#yrs"),
    "ph": ("07700 900###", "07700900###", "01632 960###", "0113 496 0###"),
    "num": ("#", "#", "1#", "#0", "##", "1##"),
    "gbp": ("£##", "£1##", "£##.##", "£2#0"),
    "ref": ("##/#####/26", "CR/#####/25", "14@@#######"),
    "ex": ("@@@/1", "@@/2", "@@@01"),
}
_STREETS = (
    "Street Road Avenue Close Lane Drive Crescent Gardens Grove Place Terrace Court Way St Rd Ave Cl Ln Cres".split()
)
_SHOPS = (
    "News;Stores;Wines;Fish Bar;Kebab House;Pharmacy;Convenience;Cafe;Nails;Butchers;Mini Mart;Hair;Beauty;"
    "Barbers;Pizza;Off Licence;Supermarket;Garage;Jewellers;Carpets;Phones;Vape;Bakes;Grill;Tandoori;"
    "Garden Centre;Post Office"
).split(";")


@dataclass
class Cast:
    """The few people and places of one invented document, met again and again."""

    firsts: list[str]
    lasts: list[str]
    nicknames: list[str]
    towns: list[str]


@dataclass
class Writing:
    """A document as it is being written."""

    text: str = ""
    mentions: list[Mention] = field(default_factory=list)

    def add(self, piece: str, label: str = "") -> None:
        """Write a piece, as a name if it has a label."""
        begin = len(self.text)
        self.text += piece
        if label:
            self.mentions.append(Mention(begin, len(self.text), label))


class Gaps:
    """Fills lines."""

    def __init__(self, names: Names, chance: random.Random) -> None:
        """Take where names are drawn from, and the chance that orders everything."""
        self._names = names
        self._chance = chance
        callings = Callings(names, chance)
        self._people: dict[str, Callable[[Cast], str]] = {
            "f": self._first,
            "l": self._last,
            "L": lambda cast: self._last(cast).upper(),
            "n": self._full,
            "N": lambda cast: f"{self._first(cast)} {self._last(cast).upper()}",
            "FL": lambda cast: f"{self._first(cast)} {self._last(cast)}".upper(),
            "k": lambda cast: self._chance.choice(cast.nicknames),
            "i": self._initials,
            "i2": self._initials,
            "il": lambda cast: f"{self._initial(cast)} {self._last(cast)}",
            "il1": self._initial,
            "mi": lambda cast: self._first(cast)[0],
            "sp": self._spelt,
            "ini": lambda _: callings.initials(),
            "hd": lambda _: callings.online(),
            "wk": lambda _: callings.nickname(),
            "ln": lambda cast: f"{self._last(cast).upper()}, {self._first(cast)}",
        }
        self._places: dict[str, tuple[str, Callable[[Cast], str]]] = {
            "town": ("PLACE", lambda cast: self._chance.choice(cast.towns)),
            "street": ("PLACE", self._street),
            "house": ("PLACE", self._house),
            "door": ("PLACE", self._door),
            "shop": ("ORG", self._shop),
        }
        self._organisations = Organisations(names, chance)
        for kind in self._organisations.kinds():
            self._places.setdefault(kind, ("ORG", partial(self._organisation, kind)))
        outfits = Outfits(names, self._organisations, chance)
        self._places |= {kind: ("ORG", partial(_drawn, outfits, kind)) for kind in outfits.kinds()}

    def cast(self) -> Cast:
        """Invent the people and places of one document."""
        count = self._chance.choice((2, 3, 4, 6))
        names = self._names
        return Cast(
            [names.first() for _ in range(count)],
            [names.last() for _ in range(count)],
            [names.nickname() for _ in range(2)],
            [names.town() for _ in range(2)],
        )

    def filled(self, line: str, cast: Cast) -> Writing:
        """Give one line by itself with its gaps filled."""
        writing = Writing()
        self.fill(line, cast, writing)
        return writing

    def fill(self, line: str, cast: Cast, writing: Writing) -> None:
        """Write one line with its gaps filled and one of each choice taken."""
        while _CHOICE.search(line):
            line = _CHOICE.sub(lambda choice: self._chance.choice(choice[1].split("|")), line)
        at = 0
        for gap in _GAP.finditer(line):
            writing.add(line[at : gap.start()])
            piece, label = self._piece(gap[2], cast)
            writing.add(piece.upper() if gap[1] else piece, label)
            at = gap.end()
        writing.add(line[at:])

    def _piece(self, gap: str, cast: Cast) -> tuple[str, str]:
        if gap in self._people:
            return self._people[gap](cast), "PERSON"
        if gap in self._places:
            label, draw = self._places[gap]
            return draw(cast), label
        if gap == "mail":
            return f"{self._first(cast).lower()}@example.com", ""
        if gap in _NUMBERED:
            return self._digits(self._chance.choice(_NUMBERED[gap])), ""
        if gap in _DRAWN:
            return self._names.ordinary(gap), ""
        return self._chance.choice(_FILLERS[gap]), ""

    def _digits(self, shape: str) -> str:
        digits = (self._chance.choice("123456789") if letter == "#" else letter for letter in shape)
        return "".join(self._chance.choice("ABCDEFGHJKLMNPRST") if letter == "@" else letter for letter in digits)

    def _first(self, cast: Cast) -> str:
        return self._chance.choice(cast.firsts)

    def _last(self, cast: Cast) -> str:
        return self._chance.choice(cast.lasts)

    def _full(self, cast: Cast) -> str:
        middle = f" {self._names.first()}" if self._chance.random() < 0.08 else ""
        return f"{self._first(cast)}{middle} {self._last(cast)}"

    def _initial(self, cast: Cast) -> str:
        return self._first(cast)[0] + self._chance.choice((".", ".", ""))

    def _initials(self, cast: Cast) -> str:
        first, last = self._first(cast)[0], self._last(cast)[0].upper()
        return self._chance.choice((f"{first}{last}", f"{first}.{last}."))

    def _spelt(self, cast: Cast) -> str:
        """Spell a name out, letter by letter."""
        name = self._chance.choice((self._first(cast), self._last(cast)))
        return self._chance.choice((" ", "-", ".", ", ")).join(name)

    def _proper(self, cast: Cast) -> str:
        kind = self._chance.random()
        if kind < 0.35:
            return self._names.last()
        return (
            self._chance.choice(cast.towns)
            if kind < 0.6
            else f"St {self._names.first()}'s"
            if kind < 0.7
            else self._names.word()
        )

    def _street(self, cast: Cast) -> str:
        number = (
            f"{self._chance.randint(1, 240)}{self._chance.choice(('', '', '', 'a', 'B'))} "
            if self._chance.random() < 0.6
            else ""
        )
        name = self._chance.choice((self._names.word(), self._names.last(), self._names.town()))
        return f"{number}{name} {self._chance.choice(_STREETS)}"

    def _door(self, _: Cast) -> str:
        """Draw a home's number: oftener a low one, now and then a flat's."""
        number = str(self._chance.randint(1, self._chance.choice((12, 40, 99, 250))))
        return number + self._chance.choice(("", "", "", "", "", "", "", "", "a", "B", "/2"))

    def _house(self, cast: Cast) -> str:
        end = self._chance.choice(
            (" Hall", " House", " Manor", " Abbey", " Park", " Grange", "", " Cottage", " Castle")
        )
        return f"{self._names.town()}{end}"

    def _organisation(self, kind: str, _: Cast) -> str:
        return self._organisations.draw(kind)

    def _shop(self, cast: Cast) -> str:
        kind = self._chance.random()
        if kind < 0.4:
            return f"{self._proper(cast)} {self._chance.choice(_SHOPS)}"
        return f"{self._names.last()}'s" if kind < 0.6 else f"{self._names.word()} {self._names.word()}"


def _drawn(outfits: Outfits, kind: str, _: Cast) -> str:
    return outfits.draw(kind)
