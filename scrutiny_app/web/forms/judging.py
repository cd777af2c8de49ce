"""What a member and the chair fill in: a grade, a finding, and the observations that go with either."""

from collections.abc import Collection
from typing import Any

from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, SelectMultipleField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, Regexp, ValidationError

from scrutiny_app.domain.grading import (
    ANY_JUDGEMENT,
    CANNOT_GRADE,
    CHOICES,
    FAULTS,
    GRADE_TITLES,
    LONGEST_COMMENT,
    THEME_TITLES,
    Grade,
    Observation,
    Severity,
    Theme,
)
from scrutiny_app.web.forms.govuk import options
from scrutiny_app.web.forms.own_themes import OwnTheme, beside, observed, twice_under, value_of

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
    """Themes ticked, the force's own among them, and those of them that are serious."""

    themes = SelectMultipleField("Observations", choices=options(THEME_TITLES.items()))
    serious = SelectMultipleField("Serious", choices=options((one, THEME_TITLES[one]) for one in FAULTS))

    def __init__(self, forces_own: Collection[OwnTheme], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.forces_own = forces_own
        if forces_own:
            self.themes.choices = options(beside(list(THEME_TITLES.items()), forces_own))
            self.serious.choices = options(beside([(one, THEME_TITLES[one]) for one in FAULTS], forces_own))

    def validate_themes(self, field: SelectMultipleField) -> None:
        """Refuse two of a force's own themes that are part of one: a finding is counted once under each."""
        if theme := twice_under(field.data or [], self.forces_own):
            raise ValidationError(f"Choose one of the force’s own themes that are part of “{THEME_TITLES[theme]}”")

    def observations(self) -> list[Observation]:
        """Give what was ticked as observations."""
        return observed(self.themes.data or [], self.serious.data or [], self.forces_own)


def ticked(kept: Any) -> dict[str, list[str]]:
    """Give kept observations as the form's ticks."""
    values = [(one, value_of(one.local_id) if one.local_id else one.theme) for one in kept]
    serious = [value for one, value in values if one.severity == Severity.SERIOUS]
    return {"themes": [value for _, value in values], "serious": serious}


class GradeForm(ObservationsForm):
    """One member's judgement of one case: a grade, or why there is none; all else is optional.

    `own` is the id of the judgement that the form was filled from, 0 where there was none.
    """

    own = HiddenField(validators=[Optional(), Regexp("[0-9]{1,17}$", message=STALE)])
    grade = RadioField(
        "Was the disposal appropriate?",
        [InputRequired("Choose one of the three grades, or say that you cannot grade")],
        choices=options(CHOICES.items()),
    )
    missing = TextAreaField(
        "What is missing?",
        [Length(max=LONGEST_COMMENT)],
        filters=[as_written],
        description="Only if you cannot grade. Name nobody.",
    )
    comment = TextAreaField(
        "Comment for the panel",
        [Length(max=LONGEST_COMMENT)],
        filters=[as_written],
        description="Name nobody. The panel reads it without your name after the chair reveals the case.",
    )

    def validate_themes(self, field: SelectMultipleField) -> None:
        """Ask for an observation with a fault found; a sheet, which has none, asks for a comment in its place."""
        super().validate_themes(field)
        good = {one.value for one in self.forces_own if one.under is Theme.GOOD_PRACTICE} | {Theme.GOOD_PRACTICE}
        faults = {*(self.themes.data or []), *(self.serious.data or [])} - good
        if self.grade.data in (Grade.OBSERVATIONS, Grade.INAPPROPRIATE) and not faults:
            grade = GRADE_TITLES[Grade(self.grade.data)]
            raise ValidationError(f"You chose “{grade}”: tick at least one observation of what was wrong")

    @property
    def judged(self) -> Grade | None:
        """Give the grade chosen, once the form is valid; None where the member cannot grade."""
        return None if self.grade.data == CANNOT_GRADE else Grade(self.grade.data)

    @property
    def filled_from(self) -> int | None:
        """Give the mark of the judgement that the form was filled from, once the form is valid; None for none."""
        return int(self.own.data) or None if self.own.data else ANY_JUDGEMENT

    def texts(self) -> dict[str, str]:
        """Give what was written, by field."""
        return {"comment": self.comment.data or "", "missing": self.missing.data or ""}


def filled(kept: Any) -> dict[str, Any]:
    """Give a kept judgement as the form's values."""
    grade = kept.grade or (CANNOT_GRADE if kept.missing else None)
    return {"grade": grade, "comment": kept.comment, "missing": kept.missing, **ticked(kept.observations)}


class PracticeForm(FlaskForm):
    """A member's judgement of an invented case."""

    grade = RadioField(
        "Was the disposal appropriate?",
        [InputRequired("Choose one of the three grades")],
        choices=options(GRADE_TITLES.items()),
    )
    comment = TextAreaField(
        "Why? For yourself alone",
        [Length(max=LONGEST_COMMENT)],
        filters=[as_written],
    )
