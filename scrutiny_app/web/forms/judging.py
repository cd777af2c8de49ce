"""What a member and the chair fill in: a grade, a finding, and the observations that go with either."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, SelectMultipleField, TextAreaField
from wtforms.validators import InputRequired, Length, Regexp

from scrutiny_app.domain.agreeing import LONGEST_REMARKS, RESULT_TITLES
from scrutiny_app.domain.grading import (
    FAULTS,
    GRADE_TITLES,
    LONGEST_COMMENT,
    THEME_TITLES,
    Observation,
    Severity,
    Theme,
    observe,
)
from scrutiny_app.web.forms.govuk import options

STALE = "This form is out of date: load the page again"


def as_written(text: str | None) -> str:
    """Give a text as its writer typed it, with one kind of line end and nothing that a database cannot hold."""
    return (text or "").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()


class VersionForm(FlaskForm):
    """The version of what a person had read when they did a deed."""

    version = HiddenField(validators=[InputRequired(STALE), Regexp("[0-9]{1,9}$", message=STALE)])

    @property
    def seen(self) -> int:
        """Give the version that was read, once the form is valid."""
        return int(self.version.data or 0)


class ObservationsForm(VersionForm):
    """Themes ticked, and those of them that are serious."""

    themes = SelectMultipleField("Observations", choices=options(THEME_TITLES.items()))
    serious = SelectMultipleField("Serious", choices=options((one, THEME_TITLES[one]) for one in FAULTS))

    def observations(self) -> list[Observation]:
        """Give what was ticked as observations."""
        return observe([Theme(one) for one in self.themes.data or []], [Theme(one) for one in self.serious.data or []])


def ticked(kept: Any) -> dict[str, list[str]]:
    """Give kept observations as the form's ticks."""
    return {
        "themes": [one.theme for one in kept],
        "serious": [one.theme for one in kept if one.severity == Severity.SERIOUS],
    }


class GradeForm(ObservationsForm):
    """One member's judgement of one case."""

    grade = RadioField(
        "Was the disposal appropriate?",
        [InputRequired("Choose one of the three grades")],
        choices=options(GRADE_TITLES.items()),
    )
    comment = TextAreaField(
        "Comment for the panel",
        [Length(max=LONGEST_COMMENT)],
        filters=[as_written],
        description="Name nobody. The panel reads it without your name after the chair reveals the case.",
    )


class FindingForm(ObservationsForm):
    """The panel's result on one case, in its own words."""

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
