"""What a number goes on with: the extension behind a telephone number, the day behind a log's (LC-612 of 29/6)."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding

_EXTENSION = re.compile(r",? ?\(?(?:ext(?:ension|n)?\.? ?(?:no\.? )?|x ?)\d{2,6}\b\)?", re.IGNORECASE)
_OF_A_DAY = re.compile(r" (?:of|dated) \d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?(?![\w/])")
_GOES_ON = {"phone": _EXTENSION, "reference": _OF_A_DAY}


def numbers_going_on(text: str, found: Sequence[Finding]) -> Iterator[Finding]:
    """Give each number among sure findings with what it goes on with."""
    for number in found:
        more = _GOES_ON[number.kind].match(text, number.end) if number.kind in _GOES_ON else None
        if more:
            yield number._replace(end=more.end())
