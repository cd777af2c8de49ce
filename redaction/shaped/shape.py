"""What a shape is, and the pieces that several share; every repetition is bounded, so that no text takes long."""

import re
from collections.abc import Callable
from dataclasses import dataclass

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:\d{4}|'?\d{2})"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = (
    rf"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}} ?[-/.] ?\d{{1,2}} ?[-/.] ?{_YEAR}"
    rf"|{_DAY}[ -]?(?:of )?{MONTH}\.?,?[ -]?{_YEAR}|{MONTH} {_DAY},? '?\d{{4}})(?!\d)"
)
# A date that begins with a figure, quicker to look for.
FIGURED_DATE = (
    rf"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}(?: ?[-/.] ?\d{{1,2}} ?[-/.] ?{_YEAR}"
    rf"|(?:st|nd|rd|th)?[ -]?(?:of )?{MONTH}\.?,?[ -]?{_YEAR}))(?!\d)"
)
# What may stand between a cue and its number: "no.", "ref:", "number is", "#".
OF = (
    r"\.?:? ?(?:-? ?(?:nos?\b\.?|numbers?|num\b|ref(?:erence)?s?\b\.?|id\b|is\b|was\b|#))?[.:#\-]{0,2} ?"
    r"(?:(?:is|was|as|of) |: ?)?['\"(]?"
)
CODE = r"(?P<v>(?=[A-Z/*\-]{0,8}\d)[A-Z\d]{1,14}(?:[/*\-][A-Z\d]{1,12}){0,5})"
# What makes a figure an amount, a time or a length, and so no number of anything.
NO_AMOUNT = (
    r"(?!\w|[.,]\d| ?(?:%|hrs?\b|hours?\b|am\b|pm\b|days?\b|weeks?\b|wks?\b|months?\b|mths?\b|years?\b|yrs?\b|mins?\b"
    r"|minutes?\b|miles?\b|met(?:re|er)s?\b|yards?\b|pounds?\b|quid\b|times\b|people\b|points?\b|kg\b|grams?\b|mph\b))"
)

CASED, LOW, JOINED = range(3)  # the outlines that strips have


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of identifier; the `group` is the part to take out.

    The `quick` pattern finds the same in a text whose letters are all plain ones.
    """

    kind: str
    pattern: re.Pattern[str]
    quick: re.Pattern[str]
    reason: str
    certainty: float
    check: Callable[[str], bool] | None
    needs: tuple[str, ...]
    like: tuple[str, ...]
    outline: int
    group: int | str
    least: int
    hint: re.Pattern[str] | None
    reach: int


def shape(
    kind: str,
    reason: str,
    *patterns: str,
    certainty: float = 0.95,
    check: Callable[[str], bool] | None = None,
    cased: bool = False,
    needs: str = "",
    like: str = "",
    least: int = 0,
    hint: str = "",
    reach: int = 0,
) -> Shape:
    """Make a shape of alternative patterns; capitals count only if `cased`.

    A text must hold one of its `needs`, and its outline one of those that it is `like`, where any are told, and
    somewhere at least so many letters without a space. With a `hint`, which is looked for in small letters and begins
    with plain ones so as to be quick, all that the patterns match lies within so many letters of one, or, where no
    `reach` is told, between the same spaces.
    """
    written, flags = "|".join(patterns), re.NOFLAG if cased else re.IGNORECASE
    return Shape(
        kind,
        re.compile(written, flags),
        re.compile(written, flags | re.ASCII),
        reason,
        certainty,
        check,
        tuple(needs.split()),
        tuple(each.replace("_", " ") for each in (like if cased else like.lower()).split()),
        JOINED if like.strip("9") == "" else CASED if cased else LOW,
        "v" if "(?P<v>" in written else 0,
        least,
        re.compile(hint) if hint else None,
        reach,
    )


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that announce an identifier, and what may follow: its first pattern at once, `more` of them in a list."""

    words: frozenset[str]
    shape: Shape
    more: re.Pattern[str] | None


def cue(
    words: str,
    kind: str,
    reason: str,
    value: str,
    *,
    between: str = OF,
    certainty: float = 0.95,
    check: Callable[[str], bool] | None = None,
    listed: bool = False,
) -> Cue:
    """Make a cue of single words in small letters; `between` is what may stand between the word and its value."""
    made = shape(kind, reason, between + value, certainty=certainty, check=check)
    return Cue(frozenset(words.split()), made, re.compile(value, re.IGNORECASE) if listed else None)
