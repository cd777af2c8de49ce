"""In which form a round's national return is written."""

from flask_wtf import FlaskForm
from wtforms import RadioField

from scrutiny_app.domain.suppressing import LEAST
from scrutiny_app.web.forms.govuk import options


class ReturnForm(FlaskForm):
    """Exact, or for publication; and from which number on a count is shown."""

    form = RadioField(
        "For whom is it?",
        choices=options(
            [
                ("restricted", "For a body that may hold exact figures: a force, a commissioner, an inspectorate"),
                ("public", "For anybody: small numbers are hidden"),
            ]
        ),
        default="restricted",
    )
    least = RadioField(
        "In the form for anybody, which counts are hidden?",
        choices=options([("5", "1 to 4"), ("10", "1 to 9")]),
        default=str(LEAST),
    )
