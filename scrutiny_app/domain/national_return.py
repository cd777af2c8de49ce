"""The national return: what one round found, in counts that say nothing of any case or person.

It is all that ever travels between forces. Its form is stated here once: `docs/national-return.schema.json` is written
from these classes, and files are read by them. The *restricted* form is exact, for bodies that may hold it; in the
*public* form small numbers are hidden, and a hidden count is printed as the range that everybody could work out.
"""

from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from scrutiny_app.domain.agreeing import RESULT_TITLES, Result
from scrutiny_app.domain.cases import DISPOSALS, NOT_RECORDED, AgeGroup, title_of
from scrutiny_app.domain.grading import Theme
from scrutiny_app.domain.rounds import AGE_GROUPS
from scrutiny_app.domain.suppressing import ALL

VERSION = 1
MOST_BYTES = 1_000_000  # of a return's file: true ones take some ten thousand
LEAST_RATED = 10  # no share, agreement or median of fewer is published
NOT_KNOWN = "not_recorded"
GRADED, TOTAL = "graded", "total"  # of a line of counts, beside the codes of the results

STEPS = {
    "disposal_to_finding": "From the disposal to the panel’s signed finding",
    "finding_to_letter": "From the signed finding to the first letter about it",
    "letter_to_acknowledged": "From a letter to its acknowledgement",
    "finding_to_action_closed": "From the signed finding to a closed action",
}
DISPOSAL_CODES = tuple(choice.code for choice in DISPOSALS)
AGE_CODES = (*(one.value for one in AgeGroup), NOT_KNOWN)
COUNTED = (*(result.value for result in Result), GRADED, TOTAL)


_END = r"$(?!\n)"  # in Python, `$` alone would let a line feed follow


def _one_of(codes: tuple[str, ...], words: str) -> Meta:
    return Meta(pattern=f"^({'|'.join(codes)}){_END}", description=words, extra_json_schema={"enum": list(codes)})


Whole = Annotated[int, Meta(ge=0, le=10_000_000)]
Share = Annotated[float, Meta(ge=0, le=1)]
Digest = Annotated[str, Meta(pattern=f"^[0-9a-f]{{64}}{_END}", description="A SHA-256 in hexadecimal.")]
_LINE = r"^[^\s\x00-\x1f]([^\x00-\x1f]*[^\s\x00-\x1f])?" + _END  # no control characters, no space at either end
Words = Annotated[str, Meta(min_length=1, max_length=120, pattern=_LINE)]
Count = Annotated[
    Whole | Annotated[tuple[Whole, ...], Meta(min_length=2, max_length=2)],
    Meta(description="A count, or where it is hidden the fewest and the most that it can be for all that is printed."),
]
_Coefficient = Annotated[float, Meta(ge=-1, le=1)]
_Least = Annotated[int, Meta(ge=2, le=100)]
_Days = Annotated[float, Meta(ge=-100_000, le=100_000)]
Known = int | tuple[int, ...]


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    pass


class Period(_Part, frozen=True, rename={"from_": "from"}):
    """The days between which the cases' disposals were finalised, both included."""

    from_: Annotated[date, Meta(description="The first day.")]
    to: Annotated[date, Meta(description="The last day.")]


class Stratum(_Part, frozen=True):
    """One stratum of the draw: its cases in the frame, the tickets looked at, and how many of those stand."""

    name: Annotated[str, Meta(min_length=1, max_length=1000, description="As the certificate names it.")]
    frame: Annotated[Whole, Meta(description="Its eligible cases.")]
    looked_at: Annotated[Whole, Meta(description="Tickets looked at, the ineligible among them.")]
    standing: Annotated[Whole, Meta(description="Its cases in the sample.")]


class Method(_Part, frozen=True):
    """How the cases were drawn; `strata` is empty in the public form."""

    algorithm: Annotated[Words, Meta(description="The way of drawing.")]
    draw_id: Annotated[Words, Meta(description="What bound the dice to this draw.")]
    frame_digest: Annotated[Digest, Meta(description="The digest of the frozen frame, as its certificate prints it.")]
    stratified_by: Annotated[list[Words], Meta(description="The facets that the strata are made of.")]
    floor: Annotated[Whole, Meta(description="The fewest cases drawn from any stratum.")]
    proportionate: Annotated[bool, Meta(description="Whether each stratum’s share of the sample is that of its size.")]
    strata: Annotated[list[Stratum], Meta(description="Each stratum’s account: in the restricted form alone.")]


class Undone(_Part, frozen=True):
    """What was undone in the round's draws."""

    voids: Annotated[Whole, Meta(description="Draws made void by two people.")]
    begun_again: Annotated[Whole, Meta(description="Draws begun again before any dice were rolled.")]
    replacements: Annotated[Whole, Meta(description="Cases found ineligible and replaced by the next reserve.")]
    left_empty: Annotated[Whole, Meta(description="Cases found ineligible for which no reserve was left.")]


class Counts(_Part, frozen=True):
    """Cases by the panel's result; the three grades make up `graded`, and with the two other states `total`."""

    appropriate: Count
    observations: Count
    inappropriate: Count
    graded: Annotated[Count, Meta(description="The three grades together.")]
    not_agreed: Count
    more_information: Count
    total: Annotated[Count, Meta(description="All results together.")]

    def of(self, code: str) -> Known:
        """Give the count of a result's code, of `graded` or of `total`."""
        found: Known = getattr(self, code)
        return found


class Line(_Part, frozen=True):
    """The counts of one disposal and one age group; `all` in either place for the total over it."""

    disposal: Annotated[str, _one_of((*DISPOSAL_CODES, ALL), "A disposal’s code, or `all`.")]
    age_group: Annotated[str, _one_of((*AGE_CODES, ALL), "Child or adult on the day of the offence, or `all`.")]
    counts: Counts


class ThemeCount(_Part, frozen=True):
    """In how many cases the panel made an observation of a theme, and in how many of those it was serious."""

    theme: Annotated[str, _one_of(tuple(Theme), "A theme’s code.")]
    cases: Annotated[Count, Meta(description="Cases with such an observation.")]
    serious: Annotated[Count, Meta(description="Those in which it was serious.")]


class Estimate(_Part, frozen=True):
    """What the counts say of all eligible cases: a share from 0 to 1 and its interval of 95 %."""

    result: Annotated[str, _one_of((*(result.value for result in Result), "sound"), "A grade, or both sound ones.")]
    share: Annotated[Share, Meta(description="The share.")]
    low: Annotated[Share, Meta(description="The interval’s low end.")]
    high: Annotated[Share, Meta(description="The interval’s high end.")]
    weighted: Annotated[bool, Meta(description="Whether strata were weighted by their size in the frame.")]


class Agreement(_Part, frozen=True):
    """How far members agreed in private, before any discussion; null where not defined, or of too few cases."""

    cases: Annotated[Whole, Meta(description="Cases that two members or more graded.")]
    grades: Annotated[Whole, Meta(description="Grades given in those cases.")]
    observed: Annotated[Share | None, Meta(description="The share of pairs of members who agreed.")]
    ac1: Annotated[_Coefficient | None, Meta(description="Gwet’s AC1, of three grades to choose from.")]
    alpha: Annotated[_Coefficient | None, Meta(description="Krippendorff’s nominal alpha.")]


class Timing(_Part, frozen=True):
    """How long one step took: the median in days and of how many; null where there are none, or too few."""

    step: Annotated[str, _one_of(tuple(STEPS), "Which step.")]
    n: Annotated[Whole, Meta(description="Of how many the median is.")]
    median_days: Annotated[_Days | None, Meta(description="The median, in days.")]


class Return(_Part, frozen=True):
    """One round of one panel."""

    schema: Annotated[Literal["scrutiny-national-return"], Meta(description="What this file is.")]
    version: Annotated[Literal[1], Meta(description="The version of its form.")]
    form: Annotated[Literal["restricted", "public"], Meta(description="Exact, or with small numbers hidden.")]
    force: Annotated[Words, Meta(description="The force’s name, spelt alike in all its returns.")]
    period: Period
    signed_on: Annotated[date, Meta(description="The day of the round’s last signed finding.")]
    selection: Annotated[
        Literal["random", "targeted"], Meta(description="Targeted cases were chosen; never pool them with random ones.")
    ]
    frame: Annotated[Whole, Meta(description="Eligible cases in the frame.")]
    sample: Annotated[Whole, Meta(description="Cases that stand as the sample.")]
    method: Method
    undone: Undone
    hidden_below: Annotated[_Least | None, Meta(description="Counts from 1 to below this are hidden; null: none is.")]
    results: Annotated[Counts, Meta(description="Of all cases. Always exact for a sample of ten or more.")]
    breakdown: Annotated[
        list[Line],
        Meta(
            description="By disposal and age group; what is not listed has no case. A public return may list disposals "
            "and ages each alone, or nothing: then what it leaves out is not known."
        ),
    ]
    themes: Annotated[list[ThemeCount], Meta(description="Observations by theme; a case counts once a theme.")]
    estimates: Annotated[list[Estimate], Meta(description="Empty where nothing may be estimated.")]
    agreement: Agreement
    timeliness: Annotated[list[Timing], Meta(description="How long each step took.")]
    trail_head: Annotated[Digest, Meta(description="The newest digest of the force’s trail at the last signature.")]


def low(count: Known) -> int:
    """Give the fewest that a count can be."""
    return count[0] if isinstance(count, tuple) else count


def high(count: Known) -> int:
    """Give the most that a count can be."""
    return count[1] if isinstance(count, tuple) else count


def line_title(code: str, field: str) -> str:
    """Give the words for a disposal's or an age group's code."""
    if code == ALL:
        return "All"
    if field == "age_group":
        return {choice.code: choice.title for choice in AGE_GROUPS}.get(code, NOT_RECORDED)
    return title_of(field, code)


def counted_title(code: str) -> str:
    """Give the words for a result's code, for `graded` or for `total`."""
    return {GRADED: "Graded", TOTAL: "Cases"}.get(code) or RESULT_TITLES[Result(code)]


def to_bytes(made: Return) -> bytes:
    """Write a return as its file: equal returns give equal bytes."""
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"


def schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a return."""
    made = msgspec.json.schema(Return)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:scrutiny:national-return:{VERSION}",
        "title": f"Scrutiny: national return, version {VERSION}",
        "description": "What one scrutiny round found, in counts; nothing of any case or person.",
        **made,
    }
