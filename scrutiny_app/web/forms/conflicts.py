"""Which case is to be kept from whom."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask_wtf import FlaskForm
from wtforms import SelectField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired

from scrutiny_app.domain.people import BODY_TITLES, ROLE_TITLES, Body, Role

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import RoundCase


class PinForm(FlaskForm):
    """A case and a person of the panel."""

    reference = SelectField("Case", [InputRequired("Choose a case")])
    person = SelectField("Person", [InputRequired("Choose a person")])

    def offer(self, cases: "Iterable[RoundCase]", people: "Iterable[User]") -> None:
        """Offer these cases and people to choose from."""
        self.reference.choices = [SelectChoice("", "Choose a case")]
        self.reference.choices += [SelectChoice(case.reference, case.reference) for case in cases]
        self.person.choices = [SelectChoice("", "Choose a person")]
        self.person.choices += [SelectChoice(str(person.id), described(person)) for person in people]


def described(person: "User") -> str:
    """Name a person of a panel with their role and body."""
    body = f", {BODY_TITLES[Body(person.body)]}" if person.body else ""
    return f"{person.name} ({ROLE_TITLES[Role(person.role)]}{body})"
