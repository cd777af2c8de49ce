"""The arithmetic by which an identifier proves itself."""

import ipaddress
import re

_AREAS = frozenset(
    (
        "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN "
        "EX FK FY G GL GU GX GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML "
        "N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN "
        "TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE "
    ).split()
)
_PNC_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"
_SURE_SERIAL = 3
_SHORTEST_ADDRESS = 3
_BARRED_INSURANCE = frozenset("BG GB NK KN TN NT ZZ".split())


def digits_of(value: str) -> str:
    """Keep the digits of a value."""
    return "".join(c for c in value if c.isdigit())


def luhn(value: str) -> bool:
    """Check a card or device number by its last digit (ISO/IEC 7812-1)."""
    total = 0
    for place, digit in enumerate(reversed(digits_of(value))):
        doubled = int(digit) * (2 if place % 2 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def nhs(value: str) -> bool:
    """Check an NHS number by its tenth digit, modulo 11 (NHS Data Dictionary)."""
    digits = digits_of(value)
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    check = 11 - sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return check % 11 == int(digits[9]) and check != 10


def pnc(value: str) -> bool:
    """Check a PNC number's letter: year and serial as nine digits, modulo 23."""
    year, _, rest = value.upper().partition("/")
    digits = digits_of(rest)
    return bool(digits) and value.upper()[-1] == _PNC_LETTERS[int(year.strip()[-2:] + digits.zfill(7)) % 23]


def pnc_like(value: str) -> bool:
    """Check that a PNC number is right, or mistyped but too long to be a fraction or an offence's code."""
    return len(digits_of(value.partition("/")[2])) >= _SURE_SERIAL or pnc(value)


def insurance(value: str) -> bool:
    """Check that a National Insurance number's prefix is not one that is never given out."""
    return re.sub(r"\W", "", value)[:2].upper() not in _BARRED_INSURANCE


def licence(value: str) -> bool:
    """Check the birth date in a driving licence number; a woman's month has fifty added (DVLA)."""
    solid = re.sub(r"\W", "", value)
    if not solid[6:10].isdecimal():
        return False
    month, day = int(solid[6:8]), int(solid[8:10])
    return (1 <= month <= 12 or 51 <= month <= 62) and 1 <= day <= 31


def iban(value: str) -> bool:
    """Check an international bank account number, modulo 97 (ISO 13616)."""
    solid = re.sub(r"\W", "", value).upper()
    moved = solid[4:] + solid[:4]
    return 15 <= len(solid) <= 34 and int("".join(str(int(c, 36)) for c in moved)) % 97 == 1


def card(value: str) -> bool:
    """Check a payment card: 13 to 19 digits that satisfy Luhn, or sixteen in fours."""
    digits = digits_of(value)
    return 13 <= len(digits) <= 19 and (luhn(value) or re.fullmatch(r"\d{4}(?:[ -]\d{4}){3}", value) is not None)


def postcode(value: str) -> bool:
    """Check that a postcode begins with a real postcode area."""
    letters = re.match(r"[A-Za-z]+", value)
    return letters is not None and letters[0].upper() in _AREAS


def outward(value: str) -> bool:
    """Check that a postcode or its first half has a real area and is no road."""
    return postcode(value) and any(c.isdigit() for c in value)


def network_address(value: str) -> bool:
    """Check an IPv4 or IPv6 address, with a port or the length of a prefix."""
    bare = value.partition("/")[0]
    if len(re.sub(r"[^\da-fA-F]", "", bare)) < _SHORTEST_ADDRESS:
        return False
    try:
        ipaddress.ip_address(bare.partition(":")[0] if "." in bare and bare.count(":") == 1 else bare)
    except ValueError:
        return False
    return True


def phone(value: str) -> bool:
    """Check that a number has as many digits as a telephone number, over two lines at most."""
    digits = re.sub(r"^(?:00440?|\+?440?|0)", "", digits_of(value))
    return 9 <= len(digits) <= 10 and value.count("\n") < 2
