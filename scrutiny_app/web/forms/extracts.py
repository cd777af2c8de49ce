"""Forms by which a file comes in."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField

EXTRACT = "Choose an .xlsx or .csv file, or .txt with tabs"
ATTACHMENTS = "Choose a .zip file"


class ExtractForm(FlaskForm):
    """One file from the records system."""

    file = FileField("File", [FileRequired(EXTRACT)], render_kw={"accept": ".xlsx,.csv,.txt"})
    again = BooleanField("Ask me again what its columns hold")


class AttachmentsForm(FlaskForm):
    """One zip of files that belong to cases."""

    file = FileField("File", [FileRequired(ATTACHMENTS)], render_kw={"accept": ".zip"})
    again = BooleanField("Take it even if this very file was taken before")
