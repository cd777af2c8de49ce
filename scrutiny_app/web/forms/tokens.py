"""What a program is to read, and for how long."""

from flask_wtf import FlaskForm
from wtforms import RadioField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, Length

from scrutiny_app.domain.scopes import LIFETIMES, SCOPE_TITLES
from scrutiny_app.services.tokens import LONGEST_NAME
from scrutiny_app.web.forms.govuk import options


class TokenForm(FlaskForm):
    """A token's name, scopes and life."""

    name = StringField(
        "What will use it?",
        [InputRequired("Name what will use the token"), Length(max=LONGEST_NAME)],
        description="Such as “Performance dashboard”, so that you know it again",
    )
    scopes = SelectMultipleField(
        "What may it read?",
        [InputRequired("Choose at least one kind of figures")],
        choices=options([(scope.value, title) for scope, title in SCOPE_TITLES.items()]),
    )
    days = RadioField(
        "For how long?",
        [InputRequired("Choose for how long")],
        choices=options([(str(days), f"{days} days") for days in LIFETIMES]),
    )
