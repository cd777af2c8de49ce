"""What is said of a release that must not be read: by a reader, or by the force."""

from flask_wtf import FlaskForm
from wtforms import RadioField, SelectMultipleField, TextAreaField
from wtforms.validators import InputRequired, Length

from scrutiny_app.domain.releasing import ReleasedCase
from scrutiny_app.domain.withholding import DECISION_TITLES, LONGEST_REASON
from scrutiny_app.web.forms.govuk import options


class ReportForm(FlaskForm):
    """Where in a case somebody can be identified; who it is, nobody is asked to write."""

    texts = SelectMultipleField("Where?")

    def offer(self, case: ReleasedCase, facts: str) -> "ReportForm":
        """Offer the parts of a case to choose from."""
        parts = [(one.name, one.heading) for one in (*case.texts, *case.later_texts) if one.text]
        self.texts.choices = options([(facts, "Facts of the case"), *parts])
        return self


class RecallForm(FlaskForm):
    """Why a release is taken away."""

    reason = TextAreaField(
        "Why is it recalled?",
        [InputRequired("Say why the release is recalled"), Length(max=LONGEST_REASON)],
        description="Kept sealed. Whoever checks the case again reads it.",
    )


class BreachForm(FlaskForm):
    """What is decided on a possible breach, and why."""

    decision = RadioField("What was it?", [InputRequired("Say what it was")], choices=options(DECISION_TITLES.items()))
    reason = TextAreaField(
        "Why?",
        [InputRequired("Say why: the decision is kept on record with its reason"), Length(max=LONGEST_REASON)],
        description="Kept sealed. The force’s lead and the registrar read it.",
    )
