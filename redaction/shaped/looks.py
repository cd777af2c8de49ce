"""Telling look-alikes from identifiers: times, dates, years, amounts, offence codes and plain words."""

import re

from redaction.shaped.checks import digits_of

_YEAR = r"(?:1[5-9]|20)\d{2}"
_TIME = r"(?:[01]\d|2[0-4])[:.]?[0-5]\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_SPANS_OF_TIME = re.compile(
    rf"{_YEAR}[ /\-](?:{_YEAR}|\d{{2}})|{_YEAR}-\d{{2}}-\d{{2}}T\d{{2,6}}|{_TIME} ?[-/] ?{_TIME}"
    rf"|{_YEAR}-\d{{2}}-\d{{2}}|\d{{2}}-\d{{2}}-{_YEAR}"
    rf"|\d{{1,2}} \d{{1,2}} {_YEAR}|{_DAY}[-/.]{_MONTH}[-/.](?:{_YEAR}|\d{{2}})|{_YEAR}[-/.]{_MONTH}[-/.]{_DAY}"
)
_HOME_OFFICE = re.compile(r"\d{1,3}[A-Z]?(?:/\d{1,2}[A-Z]?)?", re.IGNORECASE)
_OFFENCE_CODE = re.compile(
    r"(?:AN|AW|CA|CB|CD|CE|CJ|CS|CY|DA|DD|EV|FA|FC|FI|FR|GA|HA|HP|IM|LG|MC|MD|MH|OF|PB|PC|PH|PK|PL|PO|PU|RA|RC"
    r"|RF|RR|RT|RV"
    r"|SC|SE|SO|SX|TA|TH|TR|VA|VG|WA|WC|ZP)\d{5}[A-Z]?"
)
_WORDS_AND_YEARS = re.compile(rf"[A-Z]+[/\-]{_YEAR}|{_YEAR}[/\-][A-Z]+|[A-Z]{{1,3}}\d?/[A-Z]{{1,3}}\d?")
_TRIPLES = frozenset(
    (
        "abh all and any are ask ate bad bag bar bed big box boy bus but bwv cad cad cam can car cbo cps cut "
        "day did dna "
        "due end etc eye few for fpn gbh get got gun had has hat her hid him his hit hmp hrs ice ill jan feb "
        "mar apr may "
        "jun jul aug sep oct nov dec job key kid law led leg let lot low mad man men met min mob new nfa non "
        "nor not now "
        "off old one our out own pay phd poa pnc pnd ppl pub put ran red rep rta run rui sat saw say see set "
        "she sic sit "
        "six soa sub sum sun tag tda ten the tie tip too top two use via vic was way web wet who why wit wks "
        "won yes yet "
        "yob you yrs yds lbs mph mins secs pts gms mgs mls kgs fri mon tue wed thu pcs ips aps bac cja mda pca dpa hra "
        "act ref nos exh inc per"
    ).split()
)
_TWOS = frozenset(
    "am an as at be by do go he if in is it me my no of on or so to up us we pc dc ps ds ip ap cc sc".split()
)
_NOT_IRISH = frozenset(
    "big dig fig jig pig rig wig zig rib bib fib nib jib ail oil nil til mil fil biz coz viz".split()
)
_INITIALS_OF_NOBODY = frozenset(
    "am pm he she and or in on at by to sec class cat bn mg ho oc hr hrs hq ok nfa rj cr cc".split()
)


def is_span_of_time(value: str) -> bool:
    """Say whether figures are a date, a pair of years or a pair of times."""
    return _SPANS_OF_TIME.fullmatch(value.strip()) is not None


def is_home_office_code(value: str) -> bool:
    """Say whether figures have the form of the Home Office's counting rules: 8/06, 105/1, 105A."""
    return _HOME_OFFICE.fullmatch(value) is not None


def is_offence_code(value: str) -> bool:
    """Say whether a code has the form of the courts' offence codes: TH68010."""
    return _OFFENCE_CODE.fullmatch(value) is not None


def is_year(value: str) -> bool:
    """Say whether four figures are a year."""
    return re.fullmatch(_YEAR, value) is not None


def words_and_years(value: str) -> bool:
    """Say whether a joined code is only words and a year: PRE-2013, A/B."""
    return _WORDS_AND_YEARS.fullmatch(value) is not None


def everyday(letters: str) -> bool:
    """Say whether two or three letters are an everyday word or a process's abbreviation."""
    low = letters.lower()
    return low in _TRIPLES or low in _TWOS


def process(letters: str) -> bool:
    """Say whether letters before a number and a stroke are an abbreviation that is nobody's initials."""
    return letters.lower() in _INITIALS_OF_NOBODY


def not_irish(letters: str) -> bool:
    """Say whether letters of a Northern Irish mark's form are a word."""
    return letters.lower() in _NOT_IRISH


def enough_digits(value: str, least: int) -> bool:
    """Say whether a value has at least so many digits."""
    return len(digits_of(value)) >= least
