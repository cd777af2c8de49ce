"""Judging what a shape has matched, where the shape alone cannot."""

import re

from redaction.lexicon import lines
from redaction.shaped import looks
from redaction.shaped.checks import digits_of

_RUN = re.compile(r"[A-Za-z]+|\d+")
_CURRENT_MARK = re.compile(r"[A-Z]{2}(?:0[2-9]|[12]\d|5[1-9]|6\d|7[0-6]) [A-Z]{3}")  # SB64 ASK, of a year given out
_SYSTEMS = frozenset("ap cad cctv cps cr crn bwv hmp hmcts imei mg nhs oic op pnc rtc urn vp yjs yot".split())
_NO_PREFIXES = (
    _SYSTEMS
    | frozenset(word for line in lines("everyday") for word in line.split())
    | frozenset(
        "iso bs en icd dsm pcso pcsos sgt insp supt ds di dc ps wpc tdc born dob dx id nrpsi phv ddi tel mob fax "
        "tt ext uprn sia from with over into this that were been when then than them they will call calls rang "
        "paid took gave came went made about after before until owes owed sold lost stole worth cost costs nearly "
        "some only just last first next form seal age card cards note key unit number item room page seat frame "
        "bay band".split()
    )
)
_JOINS = frozenset("and the had was has not but for who are his her she him out off via now all one two said".split())
_YOUNGEST_BIRTH = 2014
_SHORTEST_CODE = 2  # a letter and a figure may be a size or a grade
_NO_EXHIBITS = frozenset("of is as at in on to no mg pc ps dc ds di pcso sgt by".split())
_MOST_RANGE = 2  # 100-1500 is a range; 25-7781 is not


def is_not_a_date(value: str) -> bool:
    """Say whether a run of digits is other than a date, or a pair of years or times."""
    return not looks.is_span_of_time(value)


def is_no_offence_code(value: str) -> bool:
    """Say whether a long code is other than one of the courts' codes of offences."""
    return not looks.is_offence_code(value) and value[:3] not in ("GBP", "USD", "EUR")


def refers(value: str) -> bool:
    """Say whether what follows a cue is a reference: three digits, and no year, counting-rules code or span of time."""
    if looks.is_home_office_code(value) or looks.is_year(value) or looks.is_span_of_time(value):
        return False
    return looks.enough_digits(value, 3)


def long_ago(value: str) -> bool:
    """Say whether a date tells in four figures a year in which people at large were born."""
    year = re.search(r"(?:19|20)\d\d", value)
    return year is not None and int(year[0]) <= _YOUNGEST_BIRTH


def log(value: str) -> bool:
    """Say whether what follows `log` is its number: unlike a crime's, it may have three digits."""
    return looks.enough_digits(value, 3) and not looks.is_span_of_time(value)


def log_of_day(value: str) -> bool:
    """Say whether a number and a date are a log of that day: `0567 of 12/3/26`, not `3 of`."""
    return len(digits_of(value.split()[0])) > 2


def parted(value: str) -> bool:
    """Say whether a code in parts is a reference and no range, date, time, fraction, form or phrase."""
    digits = digits_of(value)
    if looks.is_span_of_time(value) or looks.words_and_years(value) or looks.is_home_office_code(value):
        return False
    if any(c.isalpha() for c in value):
        return len(digits) > (3 if value.isupper() else 5)
    runs = _RUN.findall(value)
    if len(runs) > 2:
        return len(digits) > 5 and max(map(len, runs)) > 3
    return len(digits) > 5 and (len(runs[0]) > 3 or abs(len(runs[1]) - len(runs[0])) >= _MOST_RANGE)


def of_a_thing(value: str) -> bool:
    """Say whether letters and figures are a thing's code: no everyday word, system, rank, form or year."""
    letters, *more = _RUN.findall(value)
    if looks.everyday(letters) or letters.lower() in _NO_PREFIXES or looks.process(letters) or not value.isupper():
        return False
    figures = next((run for run in more if run.isdigit()), "")
    return bool(figures) and not looks.is_year(figures) and (len(value) > _SHORTEST_CODE or len(letters) > 1)


def parted_by_lines(value: str) -> bool:
    """Say whether a code whose parts lines join is a reference: figures enough, and capitals or none besides."""
    dated = looks.is_span_of_time(value.replace("_", "-"))
    return looks.enough_digits(value, 5) and value == value.upper() and not dated


def ticketed(value: str) -> bool:
    """Say whether what follows `ticket` or `receipt` is its number: four digits, or capitals parted by a line."""
    return not looks.is_span_of_time(value) and not looks.is_year(value) and looks.enough_digits(value, 2)


def parted_words(value: str) -> bool:
    """Say whether a reference in words of letters and digits has enough digits, and is no year with figures."""
    return looks.enough_digits(value, 6) or (any(c.isalpha() for c in value) and looks.enough_digits(value, 5))


def collar(value: str) -> bool:
    """Say whether a number after `collar` or `staff` may be worn: no year."""
    return not looks.is_year(value)


def lettered(value: str) -> bool:
    """Say whether two letters and a number are a reference, and no everyday word before an amount or a year."""
    letters, number = value.split()
    return not looks.everyday(letters) and not looks.is_year(number)


def numbered(value: str) -> bool:
    """Say whether letters and figures after `no.` are one number: no system's letters, everyday word or year."""
    letters, figures = _RUN.findall(value)[:2]
    if looks.everyday(letters) or letters.lower() in _SYSTEMS:
        return False
    return looks.enough_digits(value, 3 if len(letters) > 1 else 4) and not looks.is_year(figures)


def lettered_parts(value: str) -> bool:
    """Say whether letters before a number and a year are a reference's: BX 0418/25."""
    letters, number = value.split()
    return not looks.everyday(letters) and not looks.process(letters) and parted(number)


def listed(value: str) -> bool:
    """Say whether letters and a number are an entry in a list: no law's or vehicle's abbreviation, and no year."""
    letters, number = _RUN.findall(value)[:2]
    return not looks.everyday(letters) and not looks.is_year(number)


def exhibit(value: str) -> bool:
    """Say whether letters and a number are an exhibit's mark: somebody's initials, no abbreviation of the process."""
    letters = _RUN.findall(value)[0]
    return not looks.everyday(letters) and not looks.process(letters)


def cued_exhibit(value: str) -> bool:
    """Say whether what follows `exhibit` is its mark; `exhibit of 2` is none."""
    letters = _RUN.findall(value)[0].lower()
    return len(letters) > 1 and letters not in _NO_EXHIBITS


def mark(value: str) -> bool:
    """Say whether a vehicle mark is one, and not an everyday word beside a figure."""
    runs = _RUN.findall(value)
    letters = [run for run in runs if run.isalpha()]
    if len(re.sub(r"\W", "", value)) < 3 and not (letters and runs):
        return False
    if looks.is_year(value) or not letters:
        return False
    if _CURRENT_MARK.fullmatch(value) and not looks.everyday(value[:2]) and value[-3:].lower() not in _JOINS:
        return True
    return not any(looks.everyday(run) for run in letters if len(run) == max(map(len, letters)))


def cued_mark(value: str) -> bool:
    """Say whether what follows `reg` or `plate` is a mark: a short one must not end in an everyday word."""
    solid = re.sub(r"\W", "", value)
    if len(solid) < 3 or looks.is_year(value):
        return False
    return len(solid) > 5 or " " not in value or mark(value)


def far_mark(value: str) -> bool:
    """Say whether what follows `reg` after other words is a mark: one begun by a letter may end in a word."""
    return re.fullmatch(r"[A-Z]\d{1,3} [A-Z]{3}", value) is not None or (
        mark(value) and not any(looks.process(run) for run in _RUN.findall(value))
    )


def half_a_mark(value: str) -> bool:
    """Say whether letters and a vehicle's two figures are no everyday word beside a number."""
    return not any(looks.everyday(run) for run in _RUN.findall(value) if run.isalpha())


def half_remembered(value: str) -> bool:
    """Say whether two letters and figures, or others in their place, are of a vehicle, and no form's: MG11 or MG12."""
    letters = [run for run in _RUN.findall(value) if run.isupper()]
    return not any(run.lower() in _SYSTEMS or looks.everyday(run) for run in letters)


def northern_mark(value: str) -> bool:
    """Say whether a mark with an I or Z is one, and no word beside a number."""
    return not looks.not_irish(_RUN.findall(value)[0])


def three_words(value: str) -> bool:
    """Say whether three words joined by points are more than the end of one sentence and the start of another."""
    return all(len(word) > 3 for word in value.replace(" ", "").split(".")) or " " not in value


def local_phone(value: str) -> bool:
    """Say whether a number after `tel` is one: six digits or more, no date."""
    return looks.enough_digits(value, 6) and not looks.is_span_of_time(value)


def is_no_ordinal(value: str) -> bool:
    """Say whether the last half of a postcode is other than a size or an ordinal in capitals."""
    return value[-2:] not in ("ST", "ND", "RD", "TH", "HR", "YR", "FT", "LB", "GB", "TB")


def grid(value: str) -> bool:
    """Say whether two letters and figures are a grid reference and no word beside numbers."""
    return not (looks.everyday(value[:2]) and " " in value)
