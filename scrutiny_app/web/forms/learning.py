"""Learning points, a force's own themes, and who answers for findings."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from scrutiny_app.domain.grading import THEME_TITLES
from scrutiny_app.domain.learning_points import LONGEST_GOOD, LONGEST_LINK, LONGEST_POLICY, LONGEST_TITLE, Policy
from scrutiny_app.domain.people import ROLE_TITLES, Role
from scrutiny_app.web.forms.govuk import DateParts, options

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.services.learning_points import Example

THEMES = [("", "Choose"), *((theme.value, title) for theme, title in THEME_TITLES.items())]


class ThemeForm(FlaskForm):
    """Which theme's findings a learning point is gathered from."""

    class Meta(FlaskForm.Meta):
        """A look, which changes nothing."""

        csrf = False

    theme = SelectField("Theme", choices=options(THEMES))


class PointForm(FlaskForm):
    """What is to be learnt, what good looks like, where policy says so, and the findings that bear it out."""

    title = StringField("Title", [InputRequired("Give it a title"), Length(max=LONGEST_TITLE)])
    good = TextAreaField(
        "What does good look like?",
        [InputRequired("Say what good looks like"), Length(max=LONGEST_GOOD)],
        description="In plain words, for whoever decides the next such case. Name nobody",
    )
    policy = TextAreaField("What policy says (optional)", [Length(max=LONGEST_POLICY)])
    link = StringField(
        "Link to the policy (optional)",
        [Length(max=LONGEST_LINK)],
        description="A whole address that begins with https://",
    )
    findings = SelectMultipleField("Which findings bear it out?", coerce=int)
    seen = HiddenField(default="0")

    def offer(self, examples: "Iterable[Example]") -> None:
        """Offer these findings to choose from."""
        self.findings.choices = options((one.finding_id, _told(one)) for one in examples)

    @property
    def policy_given(self) -> Policy:
        """Give the policy as it was written."""
        words = (self.policy.data or "").replace("\r\n", "\n").strip()
        return Policy(words, (self.link.data or "").strip())


class LocalThemeForm(FlaskForm):
    """A theme of the force's own."""

    title = StringField("Name", [InputRequired("Give the theme a name"), Length(max=120)])
    under = SelectField("Part of", [InputRequired("Choose the common theme")], choices=options(THEMES))
    from_on = DateParts("Used from", [InputRequired("Give the day from which it is used")])


class EndThemeForm(FlaskForm):
    """Until when a theme of the force's own is used."""

    until_on = DateParts("Last day", [InputRequired("Give its last day")])


class AccountableForm(FlaskForm):
    """Who answers for findings."""

    user = SelectField("Chief inspector or superintendent", [InputRequired("Choose who it is")])

    def offer(self, people: "Iterable[User]") -> None:
        """Offer these people to choose from."""
        named = [(str(one.id), f"{one.name} ({ROLE_TITLES[Role(one.role)]})") for one in people]
        self.user.choices = options([("", "Choose"), *named])


def _told(one: "Example") -> str:
    said = " ".join(f"“{text}”" for text in [*(text for _, text in one.observations), one.said] if text)
    return f"{one.about}, {one.round_title}" + (f": {said}" if said else "")
