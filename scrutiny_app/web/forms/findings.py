"""What the chair fills in at a meeting: the panel's finding and its vote, what is passed on, and notes."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from flask_wtf import FlaskForm
from wtforms import HiddenField, IntegerField, RadioField, TextAreaField
from wtforms.validators import AnyOf, InputRequired, Length, NumberRange, Optional, Regexp

from scrutiny_app.domain.agreeing import (
    ESCALATION_TITLES,
    LONGEST_REMARKS,
    REACHED_TITLES,
    RESULT_TITLES,
    Reached,
    Result,
)
from scrutiny_app.domain.errors import Refused
from scrutiny_app.services.agreeing import Agreed
from scrutiny_app.services.escalating import LONGEST_NOTE as LONGEST_ESCALATION
from scrutiny_app.services.noting import LONGEST_NOTE
from scrutiny_app.services.superseding import LONGEST_REASON
from scrutiny_app.web.forms.govuk import options
from scrutiny_app.web.forms.judging import STALE, ObservationsForm, as_written, ticked

if TYPE_CHECKING:
    from scrutiny_app.models.findings import Finding

OFFERED = (Reached.CONSENSUS, Reached.VOTE)  # adopting together is a form of its own
MOST_VOTES = 99
TICKED = re.compile(r"([A-Za-z0-9-]{1,20}):([0-9]{1,9})")


def _votes(title: str) -> IntegerField:
    return IntegerField(title, [Optional(), NumberRange(0, MOST_VOTES, "Enter a whole number of votes, such as 3")])


class FindingForm(ObservationsForm):
    """The panel's result on one case, in its own words, and how it was reached."""

    result = RadioField(
        "What did the panel find?",
        [InputRequired("Choose what the panel found")],
        choices=options(RESULT_TITLES.items()),
    )
    remarks = TextAreaField(
        "Remarks",
        [Length(max=LONGEST_REMARKS)],
        filters=[as_written],
        description="What the officer and the force should learn from the case. Name nobody.",
    )
    dissent = TextAreaField(
        "Dissent, if any",
        [Length(max=LONGEST_REMARKS)],
        filters=[as_written],
        description="In the words of whoever disagrees, without their name.",
    )
    reached = RadioField(
        "How was it reached?",
        [InputRequired("Choose how it was reached"), AnyOf(list(Reached), message="Choose how it was reached")],
        choices=options((one, REACHED_TITLES[one]) for one in OFFERED),
        validate_choice=False,
    )
    votes_appropriate = _votes(RESULT_TITLES[Result.APPROPRIATE])
    votes_observations = _votes(RESULT_TITLES[Result.OBSERVATIONS])
    votes_inappropriate = _votes(RESULT_TITLES[Result.INAPPROPRIATE])
    votes_more_information = _votes(RESULT_TITLES[Result.MORE_INFORMATION])

    def votes(self) -> dict[Result, int]:
        """Give the votes that were entered, by result."""
        found = {one: self[name].data or 0 for one in Result if (name := f"votes_{one.value}") in self}
        return {one: count for one, count in found.items() if count}

    def agreed(self) -> Agreed:
        """Give what was filled in, once the form is valid."""
        return Agreed(**self.parts())

    def parts(self) -> dict[str, Any]:
        """Give what was filled in as far as it can be read; no result where none was chosen."""
        return {
            "result": Result(self.result.data) if self.result.data in set(Result) else None,
            "observations": tuple(self.observations()),
            "remarks": self.remarks.data or "",
            "dissent": self.dissent.data or "",
            "reached": Reached(self.reached.data) if self.reached.data in set(Reached) else None,
            "votes": self.votes(),
        }


class SupersedingForm(FindingForm):
    """A finding that shall take the place of a signed one, and why."""

    reason = TextAreaField(
        "Why does it take the place of the signed one?",
        [InputRequired("Say why"), Length(max=LONGEST_REASON)],
        filters=[as_written],
        description="Printed in the minutes. Name nobody.",
    )
    reached = RadioField(  # nothing is chosen to begin with: how the old finding was reached says nothing of this one
        "How was it reached?",
        [InputRequired("Choose how it was reached")],
        choices=options((one, REACHED_TITLES[one]) for one in OFFERED),
    )


def as_filled(kept: "Finding") -> dict[str, Any]:
    """Give a kept finding as the form's values."""
    votes = {f"votes_{result}": count for result, count in (kept.votes or {}).items()}
    words = {"result": kept.result, "remarks": kept.remarks, "dissent": kept.dissent, "reached": kept.reached}
    return {**words, **votes, **ticked(kept.observations)}


class EscalationForm(FlaskForm):
    """To whom a case is passed on, and for what."""

    route = RadioField(
        "To whom?", [InputRequired("Choose to whom it is passed on")], choices=options(ESCALATION_TITLES.items())
    )
    note = TextAreaField(
        "What are they asked to look at?",
        [InputRequired("Say what they are asked to look at"), Length(max=LONGEST_ESCALATION)],
        filters=[as_written],
        description="Name nobody. No letter to an officer mentions it.",
    )


class TakingBackForm(FlaskForm):
    """Which of the things that a case was passed on for is taken back, and why."""

    which = HiddenField(validators=[InputRequired(STALE), Regexp("[0-9]{1,9}$", message=STALE)])
    reason = TextAreaField(
        "Why is it taken back?",
        [InputRequired("Say why it is taken back"), Length(max=LONGEST_ESCALATION)],
        filters=[as_written],
        description="Kept with the trail’s entry. Name nobody.",
    )


class NoteForm(FlaskForm):
    """A note for the minutes."""

    text = TextAreaField(
        "Note for the minutes",
        [InputRequired("Write the note"), Length(max=LONGEST_NOTE)],
        filters=[as_written],
    )


class SayingForm(FlaskForm):
    """What somebody says at a meeting in writing."""

    text = TextAreaField(
        "What do you think?",
        [InputRequired("Write what you think"), Length(max=LONGEST_NOTE)],
        filters=[as_written],
        description="Name nobody, yourself neither.",
    )


class CorrectionForm(FlaskForm):
    """What is put right about approved minutes."""

    text = TextAreaField(
        "What is put right?",
        [InputRequired("Write what is put right"), Length(max=LONGEST_NOTE)],
        filters=[as_written],
    )


def versions_of(values: Iterable[str]) -> dict[str, int]:
    """Read the cases ticked on a form for several, each with the version that its reader saw."""
    found = [TICKED.fullmatch(value) for value in values]
    if not all(found):
        raise Refused(f"{STALE}, and tick them once more.")
    return {match[1].upper(): int(match[2]) for match in found if match}
