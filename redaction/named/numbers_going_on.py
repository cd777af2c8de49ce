"""What a number goes on with (an extension, LC-612 of 29/6), and with what number a place does (St Jude's ward 26)."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding

_EXTENSION = re.compile(r",? ?\(?(?:ext(?:ension|n)?\.? ?(?:no\.? )?|x ?)\d{2,6}\b\)?", re.IGNORECASE)
_OF_A_DAY = re.compile(r" (?:of|dated) \d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?(?![\w/])")
_PART = re.compile(
    r"(?:(?<=ward)|(?<=block)|(?<=wing)| (?:ward|block|wing)|, (?-i:Ward|Block|Wing)) "
    r"(?:\d{1,3}[a-z]?|[a-z]\d{0,2})(?![\w/]|[.:]\d)",
    re.IGNORECASE,
)
_PLACES = ("place", "organisation", "workplace", "venue", "school", "street")
_GOES_ON = {"phone": _EXTENSION, "reference": _OF_A_DAY} | dict.fromkeys((*_PLACES, "name"), _PART)


def numbers_going_on(text: str, found: Sequence[Finding]) -> Iterator[Finding]:
    """Give each number among sure findings with what it goes on with."""
    for number in found:
        more = _GOES_ON[number.kind].match(text, number.end) if number.kind in _GOES_ON else None
        if more and number.kind != "name":
            yield number._replace(end=more.end())
        elif more and number.source == "named" and not number.label:
            yield number._replace(end=more.end(), kind="place")
