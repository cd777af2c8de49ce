"""What makes a panel, who sits on it, whom it needs, and what it asks of them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from scrutiny_app.domain.quorum import FEWEST, MOST, Quorum
from scrutiny_app.domain.readiness import LONGEST_TERMS, MOST_DAYS, Trained
from scrutiny_app.web.forms.conflicts import described
from scrutiny_app.web.forms.govuk import DateParts, options

if TYPE_CHECKING:
    from scrutiny_app.models.people import User


class PanelForm(FlaskForm):
    """A panel's name and how many grades a finding needs."""

    name = StringField("Name of the panel", [InputRequired(), Length(max=120)])
    least_members = IntegerField(
        "Grades that a finding needs",
        [InputRequired(), NumberRange(FEWEST, MOST)],
        default=3,
        description="Besides, a quorum needs a magistrate, somebody from outside the criminal-justice agencies, and "
        "the youth justice service where the case is a child’s, unless you change the rule afterwards.",
    )


class SeatForm(FlaskForm):
    """One person to seat."""

    person = SelectField("Person", [InputRequired("Choose a person")])

    def offer(self, people: "Iterable[User]") -> None:
        """Offer these people to choose from."""
        self.person.choices = options([("", "Choose a person"), *((str(one.id), described(one)) for one in people)])


class ForceForm(FlaskForm):
    """The second force of a panel, or none."""

    force = StringField(
        "Second force",
        [Length(max=120)],
        description="As its own people see it at the top of their pages. Its lead can then put its own rounds before "
        "this panel. Empty: none.",
    )


class QuorumForm(FlaskForm):
    """Whom a finding needs."""

    members = IntegerField("Grades that a finding needs", [InputRequired(), NumberRange(FEWEST, MOST)])
    magistrates = IntegerField("Of them, by magistrates", [InputRequired(), NumberRange(0, MOST)])
    outside = IntegerField(
        "Of them, from outside the criminal-justice agencies",
        [InputRequired(), NumberRange(0, MOST)],
        description="Lay members, victim services, and the police and crime commissioner’s office",
    )
    yjs_for_child = BooleanField("A child’s case needs a grade from the youth justice service")

    @property
    def quorum(self) -> Quorum:
        """Give the rule that was asked for."""
        numbers = (self.members.data or 0, self.magistrates.data or 0, self.outside.data or 0)
        return Quorum(*numbers, self.yjs_for_child.data)


class TermsForm(FlaskForm):
    """The terms of reference, and how long an acceptance of them lasts."""

    text = TextAreaField("Terms of reference", [InputRequired(), Length(max=LONGEST_TERMS)])
    lasts_days = IntegerField(
        "Days for which an acceptance lasts",
        [InputRequired(), NumberRange(1, MOST_DAYS)],
        default=365,
        description="Everybody is asked again when it has run out, and when the text changes",
    )
    seen = HiddenField("Version seen", default="0")


class TrainingForm(FlaskForm):
    """A training that somebody on the panel has had."""

    person = SelectField("Person", [InputRequired("Choose a person")])
    subject = StringField(
        "What it was about",
        [InputRequired(), Length(max=120)],
        description="For example “Induction” or “Data protection”. The same words each time make it one subject.",
    )
    taken_on = DateParts("Day on which it was had", [InputRequired()])
    expires_on = DateParts(
        "Last day on which it counts", [Optional()], description="Leave it empty if it never runs out"
    )

    def offer(self, people: "Iterable[User]") -> None:
        """Offer these people to choose from."""
        self.person.choices = options([("", "Choose a person"), *((str(one.id), described(one)) for one in people)])

    @property
    def trained(self) -> Trained:
        """Give the training that was recorded."""
        return Trained((self.subject.data or "").strip(), self.taken_on.data, self.expires_on.data)
