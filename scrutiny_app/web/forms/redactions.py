"""Forms of the check page: adding and lifting a redaction, and saying that a version is ready or approved."""

from collections.abc import Iterable

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.domain.redacting import HAND_KIND_TITLES, HandKind, heading_of
from scrutiny_app.services.adding import Addition
from scrutiny_app.web.forms.govuk import options

ANYONE_NEW = ""


class VersionForm(FlaskForm):
    """A deed on the version that the person has before them."""

    version = HiddenField("Version")

    @property
    def made_from(self) -> int:
        """Give the version; Overtaken where the form names none, for then nobody can tell what was looked at."""
        given = str(self.version.data or "")
        if not given.isdecimal():
            raise Overtaken("The form did not say which version it was about, so nothing was changed.")
        return int(given)


class AddForm(VersionForm):
    """Words to take out: selected in a text, or typed."""

    quoted = StringField("Words to redact", [InputRequired("Select or type the words to redact"), Length(max=20_000)])
    text_name = SelectField("In")
    kind = SelectField("They are", choices=options(HAND_KIND_TITLES.items()))
    tag = SelectField("Person meant")
    everywhere = BooleanField("Everywhere in this case")
    start = HiddenField("Start", [Optional()])
    end = HiddenField("End", [Optional()])

    def offer(self, texts: Iterable[str], tags: Iterable[str]) -> None:
        """Offer the texts and the tags of one version to choose from."""
        self.text_name.choices = options((name, heading_of(name)) for name in texts)
        self.tag.choices = options([(ANYONE_NEW, "Somebody new"), *((tag, tag) for tag in tags)])

    @property
    def wanted(self) -> Addition:
        """Give what the person asks for; a place counts where both its ends are numbers."""
        start, end = self.start.data or "", self.end.data or ""
        placed = start.isdecimal() and end.isdecimal()
        return Addition(
            text_name=self.text_name.data or "",
            quoted=self.quoted.data or "",
            kind=HandKind(self.kind.data),
            start=int(start) if placed else None,
            end=int(end) if placed else None,
            tag=self.tag.data or None,
            everywhere=bool(self.everywhere.data),
        )


class LiftForm(VersionForm):
    """Why some words may be shown after all."""

    reason = TextAreaField(
        "Why may these words be shown?",
        [InputRequired("Say why these words may be shown"), Length(max=500)],
        description="The second person reads this before approving.",
    )
    everywhere = BooleanField("Lift it wherever these words bear this tag")
