"""The form by which a case is marked."""

from flask_wtf import FlaskForm
from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired, Length

from scrutiny_app.services.marking import LONGEST_REASON, MARK_TITLES
from scrutiny_app.web.forms.govuk import options


class MarkForm(FlaskForm):
    """What is live of a case, and how that is known."""

    mark = RadioField("What is live?", [InputRequired()], choices=options(MARK_TITLES.items()))
    reason = TextAreaField(
        "The reason",
        [InputRequired(), Length(max=LONGEST_REASON)],
        description="Kept sealed, and shown on this page alone",
    )
