"""What makes a panel, and who sits on it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectField, StringField
from wtforms.validators import InputRequired, Length, NumberRange

from scrutiny_app.domain.quorum import FEWEST, MOST
from scrutiny_app.web.forms.conflicts import described
from scrutiny_app.web.forms.govuk import options

if TYPE_CHECKING:
    from scrutiny_app.models.people import User


class PanelForm(FlaskForm):
    """A panel's name and how many grades a finding needs."""

    name = StringField("Name of the panel", [InputRequired(), Length(max=120)])
    least_members = IntegerField(
        "Grades that a finding needs",
        [InputRequired(), NumberRange(FEWEST, MOST)],
        default=3,
        description="Besides, a quorum always needs a magistrate, somebody from outside the criminal-justice agencies, "
        "and the youth justice service where the case is a child’s.",
    )


class SeatForm(FlaskForm):
    """One person to seat."""

    person = SelectField("Person", [InputRequired("Choose a person")])

    def offer(self, people: "Iterable[User]") -> None:
        """Offer these people to choose from."""
        self.person.choices = options([("", "Choose a person"), *((str(one.id), described(one)) for one in people)])
