"""Which case is to be kept from whom."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask_wtf import FlaskForm
from wtforms import SelectField
from wtforms.validators import InputRequired

from scrutiny_app.domain.people import BODY_TITLES, ROLE_TITLES, Body, Role
from scrutiny_app.web.forms.govuk import options

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import RoundCase


class PinForm(FlaskForm):
    """A case and a person of the panel."""

    reference = SelectField("Case", [InputRequired("Choose a case")])
    person = SelectField("Person", [InputRequired("Choose a person")])

    def offer(self, cases: "Iterable[RoundCase]", people: "Iterable[User]") -> None:
        """Offer these cases and people to choose from."""
        references = [(case.reference, case.reference) for case in cases]
        self.reference.choices = options([("", "Choose a case"), *references])
        self.person.choices = options([("", "Choose a person"), *((str(one.id), described(one)) for one in people)])


def described(person: "User") -> str:
    """Name a person of a panel with their role and body."""
    body = f", {BODY_TITLES[Body(person.body)]}" if person.body else ""
    return f"{person.name} ({ROLE_TITLES[Role(person.role)]}{body})"
