"""The ways of writing addresses, numbers, dates of birth, vehicle marks and references."""

import random
import re
from collections.abc import Iterator
from datetime import date

from tests.unit.redaction.derived.people import Invented

SHORT_KINDS = {
    "Avenue": "Ave Av", "Lane": "Ln La", "Close": "Cl", "Road": "Rd", "Crescent": "Cres Cr", "Terrace": "Terr Ter",
    "Drive": "Dr Drv", "Gardens": "Gdns Gdn", "Street": "St Str",
}  # fmt: skip
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
ONES += "seventeen eighteen nineteen".split()
TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()


def ways_of(invented: Invented, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Give every way of writing one of the other identifiers of a party."""
    kind = chance.choice(("address", "address", "phone", "mark", "reference", "e-mail", "birth", "birth"))
    if kind == "address":
        return _addresses(invented.things)
    if kind == "phone":
        return _phones(invented.things["phone"])
    if kind == "mark":
        return _marks(invented.things["vehicle"])
    if kind == "reference":
        return _references(invented.reference)
    if kind == "birth" and invented.party.born:
        return _births(invented.party.born)
    return _e_mails_and_collars(invented.things)


def _e_mails_and_collars(things: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield from (("e-mail given", form) for form in (things["email"], things["email"].upper()))
    yield "e-mail's name", things["email"].partition("@")[0]
    if "collar" in things:
        yield from (("collar", form) for form in (things["collar"], "PC " + things["collar"]))


def _addresses(things: dict[str, str]) -> Iterator[tuple[str, str]]:
    house, street, town, postcode, outward = (things[k] for k in ("house", "street", "town", "postcode", "outward"))
    numbered = house.rpartition(", ")[2]
    whole = f"{house}, {town}, {postcode}"
    yield "address", whole
    yield "address", whole.replace(",", "")
    yield "address", whole.upper()
    yield "address over lines", whole.replace(", ", "\n")
    yield "address without town", f"{numbered}, {postcode}"
    yield "address without postcode", f"{numbered}, {town}"
    yield "house and street", numbered
    yield "house and street", numbered.lower()
    yield "house, street", re.sub(r"^(\w+) ", r"\1, ", numbered)
    yield "no. house street", f"no. {numbered}"
    yield "street", street
    yield "street", street.upper()
    yield "street with outward code", f"{street}, {outward}"
    yield "street with outward code", f"{street} {outward}"
    yield "house and street with outward code", f"{numbered} {outward}"
    yield "town", town
    for form in (
        postcode,
        postcode.replace(" ", ""),
        postcode.lower(),
        postcode.replace(" ", "  "),
        postcode.lower().replace(" ", ""),
    ):
        yield "postcode", form
    kind = street.rpartition(" ")[2]
    for short in SHORT_KINDS.get(kind, "").split():
        yield "street, its kind cut short", street.replace(kind, short)
        yield "house and street, its kind cut short", numbered.replace(kind, short).lower()
        yield "street, its kind cut short", street.replace(kind, short + ".")


def _phones(phone: str) -> Iterator[tuple[str, str]]:
    digits = re.sub(r"\D", "", phone)
    rest = digits[2:] if digits.startswith("44") else digits[1:]
    code = 4 if rest.startswith("7") else 2 if rest.startswith("2") else 3 if rest.startswith("161") else 4
    area, local = rest[:code], rest[code:]
    for form in (
        f"0{rest}", f"0{area} {local}", f"0{area} {local[:3]} {local[3:]}", f"(0{area}) {local}", f"0{area}-{local}",
        f"0{area}-{local[:3]}-{local[3:]}", f"+44{rest}", f"+44 {rest}", f"+44 (0){area} {local}", f"+44(0){rest}",
        f"+44 (0) {area} {local[:3]} {local[3:]}", f"0044 {area} {local}", f"0044{rest}", f"00 44 {area} {local}",
        f"0044 (0){area} {local}", f"44{rest}", f"0{area}.{local[:3]}.{local[3:]}", f"0{area}/{local}",
        f"tel:+44{rest}",
        f"0{rest} ext 12", f"0{area} {local} x123", f"{area} {local}", rest, " ".join("0" + rest),
        f"0{area}\n{local}", f"0{rest}".replace("0", "O"), f"+44-{area}-{local}", f"(+44) {area} {local}",
        " ".join(re.findall(r"\d\d?", "0" + rest)),
    ):  # fmt: skip
        yield "phone", form


def _marks(mark: str) -> Iterator[tuple[str, str]]:
    tight = mark.replace(" ", "")
    for form in (mark, tight, mark.lower(), tight.lower(), mark.replace(" ", "-"), mark.replace(" ", "\n"),
                 " ".join(tight),
                 mark.replace(" ", "  "), tight + "'s", mark.replace(" ", ".")):  # fmt: skip
        yield "vehicle", form
    if "1" in tight or "0" in tight:
        yield "vehicle, letters for digits", tight.replace("1", "I").replace("0", "O")


def _references(reference: str) -> Iterator[tuple[str, str]]:
    pieces = re.split(r"[*/\-]", reference)
    for between in ("*", "/", "-", " ", "", ".", "_", " / ", "\u2013", "\\", ":", ", ", "|"):
        yield "reference", between.join(pieces)
    yield "reference", "/".join(pieces).lower()
    yield "reference", f"ref{''.join(pieces)}"
    yield "reference", "*".join(pieces).replace("0", "O") if "0" in reference else reference


def _births(born: date) -> Iterator[tuple[str, str]]:
    day, month, year, short = born.day, born.month, born.year, born.year % 100
    name, brief = f"{born:%B}", f"{born:%b}"
    th = {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day not in (11, 12, 13) else 0, "th")
    for form in (
        f"{born:%d/%m/%Y}", f"{born:%d/%m/%y}", f"{born:%d.%m.%y}", f"{born:%d.%m.%Y}", f"{born:%d-%m-%Y}",
        f"{born:%d-%m-%y}", f"{born:%d %m %Y}", f"{born:%d %m %y}", f"{day}/{month}/{year}",
        f"{day}.{month}.{short:02}",
        f"{born:%Y-%m-%d}", f"{born:%Y/%m/%d}", f"{born:%Y.%m.%d}", f"{born:%Y%m%d}", f"{born:%d%m%Y}",
        f"{born:%d%m%y}",
        f"{day} {name} {year}", f"{day} {brief} {year}", f"{day}{th} {name} {year}", f"{day}{th} of {name} {year}",
        f"the {day}{th} of {name}, {year}", f"{name} {day}, {year}", f"{name} {day}{th} {year}",
        f"{brief} {day} {year}",
        f"{day:02}{brief}{short:02}".upper(), f"{day:02}{brief}{year}", f"{day:02}-{brief}-{short:02}",
        f"{day}-{brief}-{year}",
        f"{day}{th} {brief}. {year}", f"{day} {name} '{short:02}", f"{day}/{brief}/{year}", f"{born:%d / %m / %Y}",
        f"{day}{th} day of {name} {year}", f"{born:%d\\%m\\%Y}", f"{born:%A} {day} {name} {year}", f"{born:%d,%m,%Y}",
        f"{day} {name.upper()} {year}", f"{day} {name.lower()} {year}", f"{born:%d/%m/%Y}".replace("0", "O"),
        f"{day}\n{name} {year}", f"{born:%m/%d/%Y}",
        f"{_ordinal(day)} of {name} {_spoken(year)}", f"the {_ordinal(day)} of {name} {_spoken(year)}",
        f"{name} the {_ordinal(day)} {_spoken(year)}", f"{_cardinal(day)} {name} {_spoken(year)}",
        f"{_ordinal(day)} {name} {year}", f"{day}{th} {name} {_spoken(year)}",
        f"{_ordinal(day)} of {name}, {_spoken(year)}".title(),
    ):  # fmt: skip
        yield "birth", form


def _cardinal(number: int) -> str:
    if number < 20:
        return ONES[number]
    return TENS[number // 10 - 1] + (f"-{ONES[number % 10]}" if number % 10 else "")


def _ordinal(number: int) -> str:
    if number < 21:
        return ORDINALS[number]
    return f"{TENS[number // 10 - 1]}-{ORDINALS[number % 10]}" if number % 10 else TENS[number // 10 - 1][:-1] + "ieth"


def _spoken(year: int) -> str:
    if year >= 2000:
        return "two thousand" + (f" and {_cardinal(year % 100)}" if year % 100 else "")
    return f"{_cardinal(year // 100)} {'oh ' if year % 100 < 10 else ''}{_cardinal(year % 100)}"
