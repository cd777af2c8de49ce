"""What is proposed of a draw, why, what a second person says to it, and how large a sample is to grow."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, IntegerField, RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange

from scrutiny_app.domain.framing import EXCLUSION_TITLES
from scrutiny_app.domain.rounds import MOST_CASES
from scrutiny_app.services.changing_draws import GROUNDS, LONGEST_REASON
from scrutiny_app.web.forms.govuk import options

APPROVE, REFUSE = "approve", "refuse"


class ReplaceForm(FlaskForm):
    """Why a drawn case is ineligible."""

    ground = RadioField(
        "Why is the case ineligible?",
        [InputRequired()],
        choices=options([(ground.value, EXCLUSION_TITLES[ground]) for ground in GROUNDS]),
    )
    reason = TextAreaField(
        "Your reason",
        [InputRequired("Give your reason: the second person decides by it"), Length(max=LONGEST_REASON)],
        description="Say how you know. The force’s side alone reads it, and it is kept sealed",
    )
    leave_empty = BooleanField("If no case of its kind is left to take the place, leave the place empty")


class VoidForm(FlaskForm):
    """Why a draw is to stand for nothing."""

    reason = TextAreaField(
        "Your reason",
        [InputRequired("Give your reason: the second person decides by it"), Length(max=LONGEST_REASON)],
        description="Say what was wrong with the frame or the draw. A result that somebody dislikes is no reason",
    )


class DecideForm(FlaskForm):
    """A second person's decision; no answer is given beforehand."""

    decision = RadioField(
        "What do you decide?",
        [InputRequired()],
        choices=options([(APPROVE, "Approve: do what is proposed"), (REFUSE, "Refuse: change nothing")]),
    )


class GrowForm(FlaskForm):
    """How many cases a sample is to have in all."""

    size = IntegerField(
        "How many places should the sample have in all?",
        [InputRequired("Enter how many places the sample should have in all"), NumberRange(1, MOST_CASES)],
        description="Those that it has already count, an empty one too",
    )
