"""Ages, which become bands: told in years, months or weeks, in figures or words, alone or in a list."""

import re
from collections.abc import Iterator

from redaction.findings import Finding
from redaction.named.windows import hinted, within
from redaction.soft.figures import ORDINAL_WORDS, WORDS, value_of

_BANDS = ((0, 9), (10, 13), (14, 17), (18, 24), (25, 34), (35, 44), (45, 54), (55, 64))
_MOST = 119
_ADULT = 18
_YEARS = r"y(?:/?o\b|rs?[ -]?old|ears?[ -]{1,2}olds?\b|ears? of age|rs? of age|oa\b|\.o\b)"
_OLD = rf"(?:[ -]?{_YEARS})"
_CHILD = (
    r"(?:bab(?:y|ies)|child(?:ren)?|sons?|daughters?|infants?|toddlers?|boys?|girls?|twins?|nephew|niece"
    r"|grand\w{3,8}|bairn"
    r"|brother|sister|sibling|newborn|one)"
)
_PEOPLE = (
    rf"(?:{_CHILD}|kids|brothers|sisters|siblings|m[ae]n|wom[ae]n|males?|females?|lads?|teenagers?|youths?"
    rf"|juveniles?|victim"
    r"|vic|ip|suspect|sus|offender|defendant|witness|complainant|pensioner|lady|husband|wife|mother|father|mum"
    r"|dad|partner)"
)
_UNIT = r"(?:months?|mths?|mos?|weeks?|wks?|days?)"
_ENDS = r"(?=\s{0,2}(?:[.,;:)&!?](?!\d)|\n|$|and\b|or\b|who\b|from\b|of\b|living\b|respectively|years?\b|yrs?\b|y/?o))"
_AGED = re.compile(
    r"\b(?:(?:aged|ages|ageing)(?: between| from| just| only| about| around| approx\.?)?|age(?: of| is)?"
    r"|turn(?:ed|s|ing))"
    rf"(?P<gap>\W{{0,3}})(?P<a>\d{{1,3}}(?!\d|[/.*:]\d)|{WORDS}\b)(?P<unit>[ -]?{_UNIT}\b)?",
)
_THINGS = (
    r"(?:bail|vehicle|case|car|van|phone|offence|investigation|matter|injur|bruis|order|course|laptop|house"
    r"|bike|moped|dog"
    r"|cat|conviction|account|cctv|report|complaint|allegation|video|photo|statement|caution|restrain"
    r"|relationship|news)"
)
_NEVER_BEFORE = re.compile(r"\b(?:over|under|above|least|minimum|more than|less than|x) (?:the (?:age of )?)?$")
_REACH = 64
_Signed = tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


def _signed(*pairs: tuple[str, str]) -> _Signed:
    """Make patterns, each after the sign near which alone it can match, which is quicker to look for."""
    return tuple((re.compile(sign), re.compile(pattern)) for sign, pattern in pairs)


_SAID = _signed(
    (_YEARS, rf"(?<![\d/.£:*])(?P<a>(?:\d{{1,3}} ?(?:-|to|or) ?)?\d{{1,3}})(?={_OLD})"),
    (_YEARS, rf"\b(?P<w>{WORDS})(?={_OLD})"),
    (r"yrs?\b", r"(?<![\d/.£:*])(?P<y>\d{1,3})(?=[ -]?yrs?\b)"),
    (r"old\b", rf"(?<![\d/.£:*])(?P<m>\d{{1,2}}[ -]?{_UNIT})(?=[ -]?old\b(?! (?:\w+ )?{_THINGS}))"),
    ("birthday", r"(?<!\w)(?P<b>\d{1,3}(?:st|nd|rd|th))(?=(?: or \w{4,10})? birthday)"),
    ("birthday", rf"\b(?P<b>{ORDINAL_WORDS})(?= birthday)"),
)
_NO_AGE_BEFORE = re.compile(
    r"\b(?:for|over|last|past|together|married|about|after|within|some|nearly|almost|previous|next|than|in|to"
    r"|of|least|first"
    r"|under|around|approx|every|x|total|worked|works|here|there|been|lived|served|did|done|since)\W{1,2}$"
)
_NO_AGE_AFTER = re.compile(
    r"[ -]?yrs?\W{0,2}(?:ago|later|together|impris|custody|since|exp|service|ban|disq|prior|earlier|apart|old "
    r"\w+ vehicle|from)"
)
_BESIDE = _signed(
    (
        r"[ (\[]\d\d?(?:[)\],&]| and\b)",
        rf"\b{_PEOPLE}(?: who)?(?: ?[(\[]| (?:is|are|was|were) )(?P<a>\d{{1,2}})(?=[)\],&]| and\b)",
    ),
    (r"[nes],? [1-9]\d", r"\b(?:males?|females?|m[ae]n|wom[ae]n),? (?P<c>[1-9]\d)(?=[.,;)]\W|[.,;)]?$)"),
    (
        rf" of (?:[1-9]|{WORDS})",
        rf"\b(?:man|woman|boy|girl|lad|male|female|child|youth|lady|person|teenager) of (?P<d>[1-9]\d?|{WORDS})\b"
        r"(?! ?(?:\w+ )?(?:weeks|months|days|hours|years'))",
    ),
    ("[mf]/", r"(?<![\w/])[mf]/ ?(?P<e>[1-9]\d)\b(?![/\d])"),
    ("/[mf]", r"(?<![\w/.])(?P<f>[1-9]\d)(?=/[mf]\b)"),
    ("f1", r"(?<!\w)f(?P<g>1\d)\b"),
)
_ANOTHER = re.compile(
    rf"(?:\W{{0,2}}(?:yrs?|years?|y/?o))?(?P<between> ?[,&/+] ?(?:and )?| and | or | to |-)(?P<a>\d{{1,2}}"
    rf"|{WORDS}\b){_ENDS}",
)
_TURNED = re.compile(_ENDS + r"|(?= (?:last|this|next|on|in|today|yesterday|years?)\b)")
_THING_AFTER = re.compile(rf"{_OLD} (?:\w+ )?{_THINGS}")
_BREAK = re.compile(r"[.,;/!?]")
_SENTENCE_END = re.compile(r"[.!?\n]\s")
_SCORED = re.compile(r"mitigat|aggravat|factor|gravity|matrix|score")
_MOST_LISTED = 12


def age_band(age: int) -> str:
    """Give the band of an age in years, such as `25 to 34`."""
    for low, high in _BANDS:
        if low <= age <= high:
            return f"under {high + 1}" if low == 0 else f"{low} to {high}"
    return f"{_BANDS[-1][1] + 1} or over"


def find_ages(text: str, *, exact_child_ages: bool) -> Iterator[Finding]:
    """Give each age with its band; after `age` as a listed factor a number is doubted or is a score."""
    low = text.lower()
    for found in (*_aged(low), *_said(low), *_beside(low)):
        age, start, end, sure = found
        if age <= _MOST and not (exact_child_ages and age < _ADULT):
            yield age_finding(start, end, age, sure=sure)


def age_finding(start: int, end: int, age: int, *, sure: bool) -> Finding:
    """Make the finding of an age: masked where it is sure, else doubted."""
    certainty, reason = (0.9, "an age") if sure else (0.3, "a number that may be an age")
    return Finding(start, end, "age", "shaped", certainty, reason, label=age_band(age))


def sentence_before(text: str, place: int) -> str:
    """Give what stands between the beginning of a sentence and a place in it."""
    ends = [end.end() for end in _SENTENCE_END.finditer(text, max(0, place - 300), place)]
    return text[ends[-1] if ends else max(0, place - 300) : place]


_Told = tuple[int, int, int, bool]


def _aged(text: str) -> Iterator[_Told]:
    """Give the ages after `aged`, `age` and `turned`."""
    for found in _AGED.finditer(text):
        if _NEVER_BEFORE.search(text[max(0, found.start() - 24) : found.start()]):
            continue
        age = value_of(found["a"])
        apart = bool(found["gap"] and _BREAK.search(found["gap"]))
        if found["unit"]:
            yield 0, found.start("a"), found.end("unit"), True
        elif found[0][:4] == "turn":
            if age >= 10 and _TURNED.match(text, found.end()):
                yield age, *found.span("a"), True
        elif not (apart and age < 10):
            short = found[0][:4] in ("age ", "age:", "age,", "age-", "age.", "age\n") or found["gap"] == ""
            listed = short and age < 10 and _SCORED.search(sentence_before(text, found.start()))
            yield age, *found.span("a"), not (apart or listed)
            yield from _listed(text, found.end("a"))


def _listed(text: str, place: int) -> Iterator[_Told]:
    """Give the rest of a list of ages: `3, 5 and 9`."""
    for _ in range(_MOST_LISTED):
        found = _ANOTHER.match(text, place)
        if not found:
            return
        yield value_of(found["a"]), *found.span("a"), True
        place = found.end("a")


def _every(patterns: _Signed, text: str) -> Iterator[re.Match[str]]:
    return (found for sign, pattern in patterns for found in within(pattern, text, hinted(text, sign, _REACH)))


def _said(text: str) -> Iterator[_Told]:
    """Give the ages before `years old` and its like, of babies in months, and birthdays."""
    for found in _every(_SAID, text):
        group = found.lastgroup or "a"
        start, end = found.span(group)
        if _NEVER_BEFORE.search(text[max(0, start - 24) : start]) or _THING_AFTER.match(text, end):
            continue
        if group == "y" and (_NO_AGE_AFTER.match(text, end) or _NO_AGE_BEFORE.search(text[max(0, start - 12) : start])):
            continue
        last = re.split(r" ?(?:-|to|or) ?", found[group])[-1] if group == "a" else found[group]
        yield 0 if group == "m" else value_of(last), start, end, True


def _beside(text: str) -> Iterator[_Told]:
    """Give the ages in brackets after a word for people, and in `M/34` and `a man of fifty`."""
    for found in _every(_BESIDE, text):
        start, end = found.span(found.lastgroup or 0)
        before = text[found.start() : start]
        many = any(
            word in before for word in ("kids", "children", "sons", "daughters", "child", "baby", "boys", "girls")
        )
        if value_of(text[start:end]) < 10 and found.lastgroup == "a" and not many:
            continue
        yield value_of(text[start:end]), start, end, True
        yield from _listed(text, end)
