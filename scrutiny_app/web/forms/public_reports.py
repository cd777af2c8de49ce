"""What a public report is to tell, and in which words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask_wtf import FlaskForm
from wtforms import RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from scrutiny_app.domain.public_lines import LINE_TITLES, LineKind, PublicLine, line_of
from scrutiny_app.domain.public_report import TABLES
from scrutiny_app.services.public_reports import LONGEST_TITLE
from scrutiny_app.services.publishing import LONGEST_REASON
from scrutiny_app.web.forms.govuk import options
from scrutiny_app.web.forms.judging import as_written

if TYPE_CHECKING:
    from scrutiny_app.models.rounds import Round

_LONGEST_TYPED = 10_000


class PrepareForm(FlaskForm):
    """The rounds, the tables, and how small a number may be."""

    title = StringField(
        "Title",
        [InputRequired("Give the report a title"), Length(max=LONGEST_TITLE)],
        description="Such as “Scrutiny of out-of-court resolutions, 2026”. It becomes part of the report’s address",
    )
    rounds = SelectMultipleField(
        "Which rounds does it tell?",
        [InputRequired("Choose at least one round")],
        description="One, or all of a year (twelve at most). Random and targeted rounds are told apart",
    )
    tables = SelectMultipleField(
        "What does it hold beside each round’s headline?",
        choices=options(TABLES.items()),
        default=list(TABLES),
    )
    least = RadioField(
        "Which numbers are hidden below the headline?",
        choices=options([("5", "1 to 4"), ("10", "1 to 9")]),
        default="5",
    )

    def offer(self, found: "Iterable[Round]") -> None:
        """Offer the rounds that can be told."""
        self.rounds.choices = options([(str(one.id), one.title) for one in found])


class WithdrawForm(FlaskForm):
    """Why a published version is taken away."""

    reason = TextAreaField(
        "Why is it withdrawn?",
        [InputRequired("Say why it is withdrawn"), Length(max=LONGEST_REASON)],
        description="The reason is kept on the trail, not published. Name nobody",
    )


class WordsForm(FlaskForm):
    """The words of a report: chosen from those that the panel and the force have given, and a few of one's own."""

    chosen = SelectMultipleField(
        "Which of these words shall it print?", description="A reply is printed under the request that it answers"
    )
    introduction = TextAreaField(
        "Your own introduction, if any",
        [Length(max=_LONGEST_TYPED)],
        filters=[as_written],
        description="Each paragraph is approved by itself. Name nobody",
    )

    def offer(self, found: Iterable[PublicLine]) -> None:
        """Offer lines, each with what it is."""
        self.offered = {one.digest: one for one in found}
        self.chosen.choices = options([(digest, _shown(one)) for digest, one in self.offered.items()])

    def lines(self) -> list[PublicLine]:
        """Give the lines that were typed and chosen."""
        typed = (self.introduction.data or "").splitlines()
        own = [line_of(LineKind.INTRODUCTION, one) for one in typed]
        picked = set(self.chosen.data or ())
        return [*own, *(one for digest, one in self.offered.items() if digest in picked)]


def _shown(line: PublicLine) -> str:
    request = f", in answer to “{line.answers}”" if line.answers else ""
    return f"{LINE_TITLES[line.kind]}{request}: {line.text}"
