"""Which case is to be kept from whom, and what a person says in advance keeps them from cases."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length

from scrutiny_app.domain.interests import INTEREST_TITLES, LONGEST
from scrutiny_app.domain.lifting import GROUND_TITLES
from scrutiny_app.domain.people import BODY_TITLES, ROLE_TITLES, Body, Role
from scrutiny_app.web.forms.govuk import options

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import RoundCase
    from scrutiny_app.services.conflicts import Standing


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


class LiftForm(FlaskForm):
    """A standing conflict, and the ground on which it should be lifted."""

    conflict = SelectField("Conflict", [InputRequired("Choose a conflict")])
    ground = RadioField(
        "Why should it be lifted?",
        [InputRequired("Choose why the conflict should be lifted")],
        choices=options([(ground.value, title) for ground, title in GROUND_TITLES.items()]),
    )

    def offer(self, standing: "Iterable[Standing]") -> None:
        """Offer these conflicts to choose from."""
        named = [(str(one.conflict.id), f"{one.reference}, {one.person}") for one in standing]
        self.conflict.choices = options([("", "Choose a conflict"), *named])


class InterestForm(FlaskForm):
    """An area or a body that a person has to do with."""

    kind = RadioField(
        "What is it?",
        [InputRequired("Choose whether it is an area or a body")],
        choices=options([(kind.value, title) for kind, title in INTEREST_TITLES.items()]),
    )
    value = StringField(
        "Its name",
        [InputRequired("Write the name of the area or the body"), Length(max=LONGEST)],
        description="As a case’s record would write it: a policing area, a school, a shop, a charity, an employer",
    )
