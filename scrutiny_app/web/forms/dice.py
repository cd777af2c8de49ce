"""The form in which public dice are entered, twice."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, StringField, TextAreaField, ValidationError
from wtforms.validators import InputRequired

from scrutiny_app.domain.sampling import UnusableDice, normalise_dice

_AS_ROLLED = {"autocomplete": "off", "inputmode": "numeric", "spellcheck": "false"}


class DiceForm(FlaskForm):
    """The digits, the same digits again, who rolled them and who saw it."""

    dice = StringField(
        "Digits, in the order in which they were rolled",
        [InputRequired("Enter the digits that were rolled")],
        description="At least 20 digits from 0 to 9, such as 83920 17465 50218 99031. Spaces make no difference",
        render_kw=_AS_ROLLED,
    )
    again = StringField(
        "The same digits again",
        [InputRequired("Enter the digits a second time")],
        description="Read them once more from the dice or the paper, not from the box above",
        render_kw=_AS_ROLLED,
    )
    rolled_by = TextAreaField(
        "Who rolled the dice",
        [InputRequired("Name those who rolled the dice")],
        description="At least two people, one name on each line. The names are printed on the certificate",
    )
    independent = BooleanField(
        "The force employs none of those who rolled",
        [InputRequired("Tick the box only if the force employs none of those who rolled; if it does, roll again")],
    )
    witnessed_by = TextAreaField(
        "Who else saw it (optional)",
        description="One name on each line. A draw that somebody of the public, or of another body, saw is worth more",
    )

    def validate_dice(self, field: Field) -> None:
        """Refuse digits that no draw can be made from."""
        try:
            normalise_dice(field.data)
        except UnusableDice as refusal:
            raise ValidationError(refusal.message) from None

    def validate_again(self, field: Field) -> None:
        """Refuse a second entry that differs from the first, saying from where."""
        first, second = ("".join(entry.split()) for entry in (self.dice.data or "", field.data))
        if first != second:
            same = next(
                (place for place, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]), None
            )
            place = min(len(first), len(second)) if same is None else same
            raise ValidationError(
                f"The two entries differ from digit {place + 1} on. Check both against what was rolled"
            )
