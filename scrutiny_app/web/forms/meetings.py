"""When, where and how a meeting is held; why it is moved or cancelled."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    Field,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.validators import AnyOf, InputRequired, Length, Optional

from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.meetings import MANNER_TITLES, Manner
from scrutiny_app.domain.planning_meetings import LONGEST_PLACE, LONGEST_REASON, Plan
from scrutiny_app.services.trail import now
from scrutiny_app.web.forms.govuk import DateParts, options

if TYPE_CHECKING:
    from scrutiny_app.models.rounds import Round

END_OF_DAY = time(23, 59)
HOW = "Choose how it is held"
UNTIL = "Leave it empty if it lasts two hours or, in writing, until the end of the last day"
_CLOCK = re.compile(r"(\d{1,2})(?:[:.]?([0-5]\d))?(?:\s*([ap])\.?m\.?)?", re.ASCII | re.IGNORECASE)


def a_time(_form: FlaskForm, field: Field) -> None:
    """Refuse what is no time of the day."""
    if field.data and _time(field.data) is None:
        raise ValidationError(f"{field.label.text}: give a time such as 14:00 or 2pm")


class TimesForm(FlaskForm):
    """A meeting's manner, place and times, in London's time."""

    manner = RadioField(
        "How it is held",
        [InputRequired(HOW), AnyOf(list(Manner), message=HOW)],
        choices=options((one.value, MANNER_TITLES[one]) for one in Manner),
        validate_choice=False,
    )
    place = StringField(
        "Where",
        [Length(max=LONGEST_PLACE)],
        description="The room, or how to join the video call. It goes into the notices and the calendar entry.",
    )
    day = DateParts("Day", [InputRequired("Enter the day on which it is held")])
    at = StringField(
        "Begins at",
        [InputRequired("Enter the time at which it begins, such as 14:00"), a_time],
        description="London time, such as 14:00 or 2pm",
    )
    last_day = DateParts(
        "Last day (in writing only)", [Optional()], description="Until when members may write, where it lasts over days"
    )
    until = StringField("Ends at", [Optional(), a_time], description=UNTIL)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        soon = (now() + timedelta(days=30)).astimezone(LONDON)
        self.day.example = self.last_day.example = f"{soon.day} {soon.month} {soon.year}"
        self.day.description = f"For example, {self.day.example}"

    def fill(self, plan: Plan) -> None:
        """Put in what is planned already."""
        starts = plan.starts_at.astimezone(LONDON)
        ends = plan.ends_at.astimezone(LONDON) if plan.ends_at else None
        self.manner.data, self.place.data = plan.manner.value, plan.place
        self.day.data, self.at.data = starts.date(), f"{starts:%H:%M}"
        self.last_day.data = ends.date() if ends and plan.manner is Manner.WRITING else None
        self.until.data = f"{ends:%H:%M}" if ends else ""

    @property
    def plan(self) -> Plan:
        """Give the plan that was asked for."""
        writing = self.manner.data == Manner.WRITING
        last_day = self.last_day.data if writing else self.day.data
        until = _time(self.until.data) or (END_OF_DAY if writing else None)
        ends = _moment(last_day, until) if last_day and until else None
        starts = _moment(self.day.data, _time(self.at.data) or time(0))
        return Plan(Manner(self.manner.data), (self.place.data or "").strip(), starts, ends)


def _time(given: str | None) -> time | None:
    """Read 14:00, 18.30, 1400, 6.30pm or 2 pm; None for what is no time of the day."""
    found = _CLOCK.fullmatch((given or "").strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), found[2], (found[3] or "").lower()
    if half and 1 <= hour <= 12:
        return time(hour % 12 + (12 if half == "p" else 0), int(minute or 0))
    return time(hour, int(minute)) if minute and not half and hour < 24 else None


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, LONDON)


class PlanForm(TimesForm):
    """A new meeting of a round."""

    round_id = SelectField("Round", [InputRequired("Choose a round")])
    another = BooleanField("This is another meeting, beside the one that is planned already")

    def offer(self, rounds: "Iterable[tuple[Round, str]]") -> None:
        """Offer these rounds to choose from, each with how it stands in words."""
        given = [(str(one.id), f"{one.title} ({words})") for one, words in rounds]
        self.round_id.choices = options([("", "Choose a round"), *given])


class MoveForm(TimesForm):
    """Another time, place or way, and why."""

    reason = TextAreaField(
        "Why it changes",
        [InputRequired("Say why, so that everybody who was to come knows"), Length(max=LONGEST_REASON)],
        description="Everybody on the panel can read it here. Name no case and nobody in one.",
    )
    seen = HiddenField("Changes seen", default="0")


class CancelForm(FlaskForm):
    """Why a meeting is cancelled."""

    reason = TextAreaField(
        "Why it is cancelled",
        [InputRequired("Say why, so that everybody who was to come knows"), Length(max=LONGEST_REASON)],
        description="Everybody on the panel can read it here. Name no case and nobody in one.",
    )
    seen = HiddenField("Changes seen", default="0")
