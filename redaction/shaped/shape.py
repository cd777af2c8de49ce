"""What a shape is, and the pieces that several share; every repetition is bounded, so that no text takes long."""

import re
from collections.abc import Callable
from dataclasses import dataclass

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:\d{4}|\d{2})"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = (
    rf"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}} ?[-/.] ?\d{{1,2}} ?[-/.] ?{_YEAR}"
    rf"|{_DAY}[ -]?(?:of )?{MONTH}\.?,?[ -]?{_YEAR}|{MONTH} {_DAY},? \d{{4}})(?!\d)"
)
OF = r"\.?:? ?(?:nos?\.?|numbers?|num|ref(?:erence)?s?\.?|id|is|was|#)?[.:#]? ?(?:is |was |:)?"
CODE = r"(?P<v>(?=[A-Z/*\-]{0,8}\d)[A-Z\d]{1,12}(?:[/*\-][A-Z\d]{1,10}){0,4})"


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of identifier; the group `v`, where there is one, is the part to take out."""

    kind: str
    pattern: re.Pattern[str]
    reason: str
    certainty: float
    check: Callable[[str], bool] | None


def shape(
    kind: str,
    reason: str,
    *patterns: str,
    certainty: float = 0.95,
    check: Callable[[str], bool] | None = None,
    cased: bool = False,
) -> Shape:
    """Make a shape of alternative patterns; capitals count only in a `cased` one."""
    return Shape(kind, re.compile("|".join(patterns), 0 if cased else re.IGNORECASE), reason, certainty, check)
