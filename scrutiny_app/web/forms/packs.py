"""Which copy of a round's cases is wanted and for whom, what became of one, and the grading sheet that comes back."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import RadioField, SelectField
from wtforms.validators import InputRequired

from scrutiny_app.domain.packs import FATE_TITLES, FORM_TITLES, Form
from scrutiny_app.web.forms.conflicts import described
from scrutiny_app.web.forms.govuk import options

if TYPE_CHECKING:
    from scrutiny_app.models.people import User

HINTS = {
    Form.PDF: "To print, or to read with a screen reader",
    Form.DOCX: "To read in larger letters or other colours",
    Form.SHEET: "A workbook to fill in offline and send back",
}


class OwnCopyForm(FlaskForm):
    """The form of a copy of one's own."""

    copy_form = RadioField("What do you need?", [InputRequired("Choose what you need")])

    def offer(self, *, grading: bool) -> None:
        """Offer the grading sheet to those alone who grade."""
        self.copy_form.choices = options((one.value, FORM_TITLES[one]) for one in Form if grading or one != Form.SHEET)


class CopyForm(OwnCopyForm):
    """A copy for a reader."""

    reader = SelectField("Reader", [InputRequired("Choose a reader")])

    def offer_readers(self, readers: "Iterable[User]") -> None:
        """Offer these readers to choose from."""
        self.reader.choices = options([("", "Choose a reader"), *((str(one.id), described(one)) for one in readers)])


class FateForm(FlaskForm):
    """What became of a copy."""

    fate = RadioField(
        "What became of it?",
        [InputRequired("Choose what became of the copy")],
        choices=options((fate.value, title) for fate, title in FATE_TITLES.items()),
    )


class SheetForm(FlaskForm):
    """A filled grading sheet."""

    file = FileField(
        "Your filled grading sheet",
        [FileRequired("Choose your grading sheet, an .xlsx file")],
        description="An .xlsx file. All of it is taken, or none.",
        render_kw={"accept": ".xlsx"},
    )
