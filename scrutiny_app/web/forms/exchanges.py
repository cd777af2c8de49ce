"""Who rolls apart, what each commits to and reveals, and that whoever is awaited keeps silent."""

from collections.abc import Iterable

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired

from scrutiny_app.domain.committing import Party
from scrutiny_app.web.forms.govuk import options

_AS_READ = {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}


class PartiesForm(FlaskForm):
    """The parties by name: those whom the force does not employ, and its own."""

    outside = TextAreaField(
        "Parties whom the force does not employ",
        [InputRequired("Name at least two parties whom the force does not employ")],
        description="At least two: people or bodies, one name on each line. The names are printed on the certificate",
    )
    inside = TextAreaField(
        "Parties of the force (optional)",
        description="One name on each line. Six parties at most, in all",
    )

    @property
    def parties(self) -> list[Party]:
        """Give the parties named."""
        outside, inside = ((field.data or "").splitlines() for field in (self.outside, self.inside))
        named = [Party(name) for name in outside if name.strip()]
        return named + [Party(name, of_force=True) for name in inside if name.strip()]


class OfParty(FlaskForm):
    """Something that one of the parties awaited has read out."""

    party = SelectField("Whose?", [InputRequired("Choose the party")])

    def offer(self, names: Iterable[str]) -> None:
        """Offer these parties to choose from."""
        self.party.choices = options([("", "Choose a party"), *((name, name) for name in names)])


class CommitForm(OfParty):
    """A party's commitment."""

    commitment = StringField(
        "Commitment, as read out",
        [InputRequired("Enter the commitment: 64 digits and letters")],
        description="64 digits and letters a to f",
        render_kw=_AS_READ,
    )


class CorrectForm(OfParty):
    """Another commitment of a party in place of one that was entered wrongly; it stands on a page with `CommitForm`."""

    corrects = HiddenField(default="yes")
    party = SelectField("Whose is to be corrected?", [InputRequired("Choose the party")], id="corrected-party")
    commitment = StringField(
        "Commitment, as the party wrote it down",
        [InputRequired("Enter the commitment: 64 digits and letters")],
        description="64 digits and letters a to f",
        id="corrected-commitment",
        render_kw=_AS_READ,
    )


class RevealForm(OfParty):
    """A party's nonce and digits."""

    nonce = StringField(
        "Nonce",
        [InputRequired("Enter the nonce")],
        description="32 to 128 digits and letters a to f",
        render_kw=_AS_READ,
    )
    digits = StringField(
        "Digits",
        [InputRequired("Enter the digits")],
        description="In the order rolled. Spaces make no difference",
        render_kw=_AS_READ | {"inputmode": "numeric"},
    )


class SilenceForm(FlaskForm):
    """That those awaited keep silent, said on purpose."""

    asked = BooleanField(
        "They were asked, and keep silent or cannot find what they rolled",
        [InputRequired("Tick the box only if they were asked")],
    )
