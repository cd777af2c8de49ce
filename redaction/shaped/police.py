"""Numbers that the police give: to people, crimes, incidents, custody records, officers and vehicles."""

import re

from redaction.shaped.shape import CODE, DATE, OF, shape

_NUMBERED = (
    r"crime|incident|log|cad|storm|ois|occurrence|occ|urn|ref(?:erence)?|custody|niche|athena|connect|cid|case|op(?:eration)?"
    r"|exhibit|docket|investigation|intel|vist|mg11|claim|policy|order|invoice|crn|application|warrant|permit|badge|tag"
)
_COLLAR = r"collar|epaulette|shoulder|warrant|badge|staff number|pay number"
_MARK_CUE = r"vrm|vrn|reg(?:istration)?|index|plates?|vehicle mark"
_TIMES_AND_SIZES = r"(?<!\d(?:am|pm|st|nd|rd|th|hr|km|mg|kg|ml))"

WITH_DIGITS = (
    shape("pnc", "a PNC number", r"(?<![\w/])(?:19|20)?\d{2} ?/ ?\d{1,7}[A-HJ-NP-RT-Z]\b", certainty=0.97),
    shape("pnc", "a PNC number", r"\bpnc ?id\b" + OF + CODE),
    shape("cro", "a CRO number", r"\b(?:SF ?\d{2}|\d{1,6}) ?/ ?(?:\d{1,6}|\d{2})[A-Z]\b"),
    shape("cro", "a CRO number", r"\bcro\b" + OF + CODE),
    shape("vehicle", "a vehicle mark", r"\b[A-Z]{2}\d{2} ?(?-i:[A-Z]{3}|[a-z]{3})\b"),
    shape(
        "vehicle",
        "an old vehicle mark",
        r"\b(?:[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z])\b",
        certainty=0.9,
        cased=True,
    ),
    shape(
        "vehicle",
        "an old vehicle mark",
        r"\b(?:[a-z]\d{1,3}[a-z]{3}|[a-z]{3} ?\d{1,3}[a-z])\b" + _TIMES_AND_SIZES,
        certainty=0.7,
        cased=True,
    ),
    shape(
        "vehicle",
        "a vehicle mark after its cue",
        rf"\b(?:{_MARK_CUE})\b" + OF + r"(?P<v>(?=[A-Z]{0,3} ?\d)[A-Z\d]{1,4} ?[A-Z\d]{1,4})\b",
    ),
    shape(
        "reference",
        "an incident log",
        r"\b(?:log|cad|incident|storm|ois)\b"
        + OF
        + rf"(?P<v>\d{{1,6}} of {DATE}|\d{{1,6}}/\d{{1,2}}/\d{{1,2}}/\d{{2,4}})",
    ),
    shape(
        "reference",
        "a reference after its cue",
        rf"\b(?:{_NUMBERED})\b"
        + OF
        + r"(?P<v>(?=[A-Z/*\-]{0,8}\d)(?=(?:[A-Z/*\-]{0,8}\d){3})[A-Z\d]{1,14}(?:[/*\-][A-Z\d]{1,10}){0,4})",
    ),
    shape(
        "reference",
        "a crime, custody or case number",
        r"(?<![\w*])\d{1,4}\*\d{2,8}\*\d{2,4}\b",
        r"\b[A-Z]{1,4}/\d{3,8}/\d{2,4}\b",
        r"(?<![\w/])\d{2}[A-Z]{0,3}/\d{3,8}/\d{2,4}\b",
        r"\b\d{2}[A-Z]\d[A-Z]?\d{5,9}\b",
        r"\b\d{2}[A-Z]{1,2}\d{6,10}\b",
        r"(?<![\w/£])\d{4,8}/\d{2,4}\b(?!/)",
    ),
    shape(
        "reference",
        "a reference",
        r"\b(?=[A-Z\-]{0,6}\d)(?=[\d\-]{0,12}[A-Z])[A-Z\d]{2,6}-\d{3,9}(?:-[A-Z\d]{1,6}){0,2}\b",
        certainty=0.85,
        cased=True,
    ),
    shape("reference", "an exhibit's mark", r"(?<![\w/])(?!19|20)\d{4,6}/\d{1,2}\b(?!/)"),
    shape(
        "reference",
        "an exhibit's mark",
        r"\b(?:exhibit|exh|produced as|seized as)" + OF + r"(?P<v>[A-Z]{2,4}\d{0,5}/\d{1,3})\b",
    ),
    shape(
        "collar",
        "a number to whom something is sent",
        r"\b(?:receipts?|reports?|evidence|proof|cop(?:y|ies)) to (?P<v>\d{3,5})\b",
    ),
    shape(
        "collar",
        "a collar or warrant number",
        rf"\b(?:{_COLLAR})\W{{0,2}}(?:no|num|number|id)?\W{{0,3}}(?:is )?(?P<v>[A-Z]{{0,3}}\d{{2,7}}[A-Z]{{0,3}})\b",
    ),
)


def is_not_a_date(value: str) -> bool:
    """Say whether a run of digits is other than a date or a pair of years."""
    year = r"(?:19|20)\d{2}"
    dates = rf"{year}-\d{{2}}-\d{{2}}|\d{{2}}-\d{{2}}-{year}|\d{{1,2}} \d{{1,2}} {year}|{year}[ -]{year}"
    return re.fullmatch(dates, value) is None


LAST = (
    shape(
        "number",
        "a long number",
        r"(?<![\w£$€.,/*])\d(?:[ \-]?\d){6,24}(?![\w%]|[.,]\d)",
        certainty=0.8,
        check=is_not_a_date,
    ),
    shape(
        "reference",
        "a long code",
        r"\b(?=[A-Z]{0,8}\d)(?=\d{0,8}[A-Z])(?=[A-Z]{0,8}(?:\d[A-Z]{0,4}){5})[A-Z\d]{7,24}\b",
        certainty=0.8,
        cased=True,
    ),
)
