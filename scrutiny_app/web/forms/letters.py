"""Letters: their words, why one ends, and what somebody without a sign-in said to theirs."""

from typing import TYPE_CHECKING

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError

from scrutiny_app.domain.learning import LONGEST_LETTER, LONGEST_REPLY, WHO_READS
from scrutiny_app.domain.rerouting import ENDED_TITLES
from scrutiny_app.web.forms.govuk import DateParts, options

if TYPE_CHECKING:
    from collections.abc import Iterable


class LetterForm(FlaskForm):
    """A letter's words, and which version of it they were written over."""

    text = TextAreaField(
        "The letter",
        [InputRequired("A letter needs words: write some"), Length(max=LONGEST_LETTER)],
        description="Plain text. Keep it kind. Name no panel member, and say nothing of how individual members graded "
        "or of any escalation. A short line on its own becomes a heading; lines that begin with “- ” become a list.",
    )
    confirmed = BooleanField("These words may stand: they name nobody on the panel, and tell of nothing passed on")
    asked = HiddenField()  # the sentences that the tick is about, by digest
    stamp = HiddenField()

    @property
    def let_stand(self) -> list[str]:
        """Give the sentences, by digest, whose words were said to be meant."""
        return (self.asked.data or "").split() if self.confirmed.data else []

    def ask(self, sentences: "Iterable[str]") -> None:
        """Ask about some sentences, none of which is ticked before it was read."""
        self.asked.data, self.confirmed.data = " ".join(sentences), False


class EndForm(FlaskForm):
    """Why a letter ends without its reader."""

    why = RadioField(
        "Why does this letter end?",
        [InputRequired("Choose why it ends")],
        choices=options((why.value, words) for why, words in ENDED_TITLES.items()),
        description="Their supervisor’s letter then says so, where it has not gone out yet",
    )


class ReadForm(FlaskForm):
    """When somebody said that they read the letter that was handed to them, and what they said."""

    read_on = DateParts("When did they say that they read it?", [InputRequired("Give the day")])
    words = TextAreaField("What they said to it (optional)", [Length(max=LONGEST_REPLY)])


class ReplyForm(FlaskForm):
    """What a person writes back, and what they take from the letter."""

    text = TextAreaField(
        "Your reply (optional)",
        [Length(max=LONGEST_REPLY)],
        description=WHO_READS.replace("'", "’"),
    )
    next_time = TextAreaField(
        "What will you do differently, or do again? (optional)",
        [Length(max=LONGEST_REPLY)],
        description="A line or two, for yourself as much as for us. Those who read your reply read it too.",
    )

    @property
    def said(self) -> bool:
        """Say whether anything was written."""
        return bool((self.text.data or "").strip() or (self.next_time.data or "").strip())

    def validate_text(self, field: TextAreaField) -> None:
        """Want one of the two."""
        if not self.said:
            raise ValidationError("Write your reply, or say only that you have read the letter")
