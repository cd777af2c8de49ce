"""Forms of the check page: adding, changing, merging and lifting redactions, and saying that a version is ready."""

from collections.abc import Iterable, Mapping

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    HiddenField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, Optional

from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.domain.redacting import HAND_KIND_TITLES, HandKind, heading_of
from scrutiny_app.domain.retagging import REACH_TITLES, Reach, Retagging
from scrutiny_app.domain.story_risks import LONGEST_NOTE, QUESTION, RISK_TITLES, Risk, StoryAnswer
from scrutiny_app.services.adding import Addition
from scrutiny_app.services.returning import LONGEST_REMARKS
from scrutiny_app.web.forms.govuk import options

ANYONE_NEW = ""
YES, NO = "yes", "no"


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
    everywhere = BooleanField("In every text, not only this one")
    start = HiddenField("Start", [Optional()])
    end = HiddenField("End", [Optional()])
    doubt = HiddenField("Doubt", [Optional()])

    def offer(self, texts: Iterable[str], people: Mapping[str, str]) -> None:
        """Offer the texts and the people of one version to choose from, each by tag with what the record calls them."""
        self.text_name.choices = options((name, heading_of(name)) for name in texts)
        self.tag.choices = options([(ANYONE_NEW, "Somebody new"), *called(people)])

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


class ChangeForm(VersionForm):
    """Whom or what a redaction stands for after all."""

    tag = SelectField("The words stand for")
    kind = SelectField("If new, they are", choices=options(HAND_KIND_TITLES.items()))
    reach = RadioField("Change it", choices=options(REACH_TITLES.items()), default=Reach.PLACE.value)

    def offer(self, people: Mapping[str, str], things: Iterable[str]) -> None:
        """Offer the people and the things of one version to choose from."""
        new = (ANYONE_NEW, "Somebody or something new")
        self.tag.choices = options([new, *called(people), *((tag, tag.strip("[]")) for tag in things)])

    def wanted(self, number: int) -> Retagging:
        """Give what the person asks for of a redaction."""
        return Retagging(number, self.tag.data or None, HandKind(self.kind.data), Reach(self.reach.data))


class MergeForm(VersionForm):
    """Two tags that are one person."""

    gone = SelectField("This tag", id="merge-gone")
    kept = SelectField("is the same person as", id="merge-kept")

    def offer(self, met: Iterable[str], people: Mapping[str, str]) -> None:
        """Offer the people met in the texts, and all to merge them into."""
        self.gone.choices = options(called({tag: people.get(tag, "") for tag in met}))
        self.kept.choices = options(called(people))


class LiftForm(VersionForm):
    """Why some words may be shown after all."""

    reason = TextAreaField(
        "Why may these words be shown?",
        [InputRequired("Say why these words may be shown"), Length(max=500)],
        description="The second person reads this before approving.",
    )
    everywhere = BooleanField("Lift it wherever these words bear this tag")


class ReadyForm(VersionForm):
    """What is still to be read in a version's story, and whether it gives anybody away."""

    risks = SelectMultipleField("Tick what can still be read in the texts", choices=options(RISK_TITLES.items()))
    recognisable = RadioField(
        QUESTION,
        [InputRequired("Say whether someone local could recognise anyone")],
        choices=options([(NO, "No"), (YES, "Yes")]),
        description="Think of a neighbour, a colleague, or a reader of the local paper.",
    )
    note = TextAreaField(
        "What would somebody determined find, and why would it not be enough? (optional)",
        [Length(max=LONGEST_NOTE)],
        description="The second person reads this. Members do not.",
    )

    @property
    def story(self) -> StoryAnswer:
        """Give what the person says."""
        risks = tuple(Risk(risk) for risk in self.risks.data or ())
        return StoryAnswer(self.recognisable.data != NO, risks, self.note.data or "")


class ApproveForm(VersionForm):
    """A second person's yes, with their password where it was not given lately."""

    password = PasswordField("Your password", [Optional(), Length(max=1_000)])


class ReturnForm(VersionForm):
    """Why a second person says no."""

    remarks = TextAreaField(
        "What must be changed?",
        [InputRequired("Say what must be changed"), Length(max=LONGEST_REMARKS)],
        description="Whoever checks the case again reads this. Members do not.",
    )


def called(people: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Call people by their tags, with what the record calls them."""
    return ((tag, f"{tag.strip('[]')}: {name}" if name else tag.strip("[]")) for tag, name in people.items())
