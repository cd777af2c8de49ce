"""What a public report is to tell, and in which words."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING

from flask_wtf import FlaskForm
from wtforms import RadioField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, ValidationError

from scrutiny_app.domain.public_lines import LINE_TITLES, LineKind, NamesSomebody, PublicLine, line_of
from scrutiny_app.domain.public_report import TABLES
from scrutiny_app.services.public_reports import LONGEST_TITLE
from scrutiny_app.services.publishing import LONGEST_REASON
from scrutiny_app.web.forms.govuk import options
from scrutiny_app.web.forms.judging import as_written

if TYPE_CHECKING:
    from scrutiny_app.models.rounds import Round
    from scrutiny_app.services.public_words import Offered

_LONGEST_TYPED = 10_000
_LONGEST_QUOTED = 100


class WordsForm(FlaskForm):
    """The words of a report: chosen from those that the panel and the force have given, and a few of one's own."""

    introduction = TextAreaField(
        "Your own introduction, if any",
        [Length(max=_LONGEST_TYPED)],
        filters=[as_written],
        description="Each paragraph is approved by itself. Name nobody",
    )
    chosen = SelectMultipleField(
        "Which of these words shall it print?", description="A reply is printed under the request that it answers"
    )

    def offer_words(self, found: Iterable[PublicLine]) -> None:
        """Offer lines, each with what it is."""
        self.offered = {one.digest: one for one in found}
        self.chosen.choices = options([(digest, _shown(one)) for digest, one in self.offered.items()])

    def lines(self) -> list[PublicLine]:
        """Give the lines that were typed and chosen."""
        typed = (self.introduction.data or "").splitlines()
        own = [line_of(LineKind.INTRODUCTION, one) for one in typed]
        picked = set(self.chosen.data or ())
        return [*own, *(one for digest, one in self.offered.items() if digest in picked)]

    def point_at(self, found: NamesSomebody) -> None:
        """Say at each field which of its words identify somebody: whoever chose them reads them on this page anyway."""
        fields = {LineKind.TITLE: self._fields.get("title"), LineKind.INTRODUCTION: self.introduction}
        for line in found.lines:
            field = fields.get(line.kind, self.chosen)
            if field is None:
                self.form_errors.append(found.message)
                continue
            words = shorten(line.text, _LONGEST_QUOTED, placeholder=" …")
            field.errors = [*field.errors, f"“{words}” holds something that identifies a person: do not print it"]


class PrepareForm(WordsForm):
    """The rounds, the words, the tables, and how small a number may be."""

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

    def offer(self, told: "Collection[Round]", words: "Collection[Offered]", about: Mapping[int, str]) -> None:
        """Offer the rounds that can be told, with what is said about each, and their words."""
        self.rounds.choices = options([(str(one.id), one.title) for one in told])
        self.about = {str(round_id): said for round_id, said in about.items()}
        self.titles = {one.id: one.title for one in told}
        self.words = {one.line.digest: one.rounds for one in words}
        self.offer_words(one.line for one in words)

    @property
    def sources(self) -> dict[str, str]:
        """Say of each line of which round it is, where there are several."""
        named = {digest: ", ".join(self.titles[one] for one in sorted(ids)) for digest, ids in self.words.items()}
        return named if len(self.titles) > 1 else {}

    def suggest(self, round_ids: Sequence[int]) -> None:
        """Fill in the rounds that are asked for, where nothing was sent yet."""
        if not self.is_submitted():
            self.rounds.data = [str(one) for one in round_ids]
            if len(round_ids) == 1:
                named = f"Scrutiny of out-of-court resolutions: {self.titles[round_ids[0]]}"
                self.title.data = named[:LONGEST_TITLE]

    def validate_chosen(self, field: SelectMultipleField) -> None:
        """Refuse words of a round that the report does not tell."""
        told = {int(one) for one in self.rounds.data or () if one.isdigit()}
        apart = [ids for ids in (self.words.get(one) for one in field.data or ()) if ids and not ids & told]
        if apart:
            names = ", ".join(f"“{self.titles[one]}”" for one in sorted(frozenset().union(*apart)))
            raise ValidationError(f"Words of {names} are ticked, but that round is not: tick it, or leave them out")


class WithdrawForm(FlaskForm):
    """Why a published version is taken away."""

    reason = TextAreaField(
        "Why is it withdrawn?",
        [InputRequired("Say why it is withdrawn"), Length(max=LONGEST_REASON)],
        description="The reason is kept on the trail, not published. Name nobody",
    )


class SendBackForm(FlaskForm):
    """Why a version is not approved."""

    reasons = TextAreaField(
        "What must be changed, and why?",
        [InputRequired("Say what must be changed, and why"), Length(max=LONGEST_REASON)],
        description="Whoever prepared it reads this. Name nobody",
    )


def _shown(line: PublicLine) -> str:
    request = f", in answer to “{line.answers}”" if line.answers else ""
    return f"{LINE_TITLES[line.kind]}{request}: {line.text}"
