"""Asking for what is missing from a case, and answering."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import RadioField, SelectField, SelectMultipleField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from scrutiny_app.domain.received import LONGEST, LONGEST_REQUEST, Received
from scrutiny_app.web.forms.govuk import DateParts, options

if TYPE_CHECKING:
    from scrutiny_app.models.people import User

HAD, LATER = "had", "later"


class AskForm(FlaskForm):
    """Whom to ask, for what, and by when."""

    asked_of = SelectField("Whom do you ask?", [InputRequired("Choose whom to ask")])
    items = SelectMultipleField("What is missing?")
    words = TextAreaField(
        "In your own words (optional)",
        [Optional(), Length(max=LONGEST_REQUEST)],
        description="Kept sealed. They see the case’s own number and this.",
    )
    due_on = DateParts("Answer due by", [InputRequired("Give the day by which you need it")])

    def offer(self, people: "Iterable[User]", items: Iterable[str]) -> "AskForm":
        """Offer the people who can be asked, and what the case lacks."""
        self.asked_of.choices = options([("", "Choose"), *((str(one.id), one.name) for one in people)])
        self.items.choices = options((item, item) for item in items)
        return self


class TextForm(FlaskForm):
    """A text, typed or sent as a file."""

    text = TextAreaField("Your answer", [Optional(), Length(max=LONGEST)])
    file = FileField(
        "Or send a file (optional)",
        description="PDF with text, DOCX, TXT, EML or XLSX, of up to 20 MB. Its text is kept, not the file.",
        render_kw={"accept": ".pdf,.docx,.txt,.eml,.xlsx"},
    )


class AnswerForm(TextForm):
    """What an officer answers, and whether it was known when the decision was made."""

    when = RadioField(
        "Was it on record when the decision was made?",
        [InputRequired("Say whether the decision-maker had it")],
        choices=options([(HAD, "Yes: the decision-maker had it"), (LATER, "No: it came after the decision")]),
        description="A panel judges a decision by what was known then. What came later is shown only after grading.",
    )

    @property
    def at_the_time(self) -> bool:
        """Say whether the decision-maker had it."""
        return bool(self.when.data == HAD)


class ReceiveForm(AnswerForm):
    """What a lead enters themselves: what they were handed, or the force's answer to the panel."""

    kind = RadioField(
        "What is it?",
        [InputRequired("Say what it is")],
        choices=options(
            [
                (Received.REQUESTED, "Something of the case that was missing"),
                (Received.MORE_INFORMATION, "The force’s answer to a finding of “more information”"),
            ]
        ),
    )
