"""Actions: what is asked of whom and by when, what was done, and what of that the panel may read."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import HiddenField, SelectField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from scrutiny_app.domain.agreeing import in_words
from scrutiny_app.domain.following import LONGEST_WORDS, PROOF_ASKED, PROOF_TITLES, PROVED, ActionKind, Check
from scrutiny_app.domain.learning import ADDRESSEE_TITLES
from scrutiny_app.domain.people import ROLE_TITLES, Role
from scrutiny_app.services.trail import today_in_london
from scrutiny_app.web.forms.govuk import DateParts, options, refuse

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.services.passed_on import Owners

OFFERED_DAYS = 28
AnyForm = TypeVar("AnyForm", bound=FlaskForm)


def told_apart(form: AnyForm, mark: object) -> AnyForm:
    """Give a form's fields ids of their own, where the page has another form with fields of the same names."""
    for field in form:
        field.id = field.label.field_id = f"{field.name}-{mark}"
    return form


def in_four_weeks() -> date:
    """Give the day that is offered for an answer: whoever wants another types it."""
    return today_in_london() + timedelta(days=OFFERED_DAYS)


class DueForm(FlaskForm):
    """A day by which it is to be answered."""

    due_on = DateParts(
        "Answer due by", [InputRequired("Give the day by which it is to be answered")], default=in_four_weeks
    )


class OwnerForm(DueForm):
    """Who is to do it, and by when."""

    owner = SelectField("Who is to do it?", [InputRequired("Choose who is to do it")])

    def offer(self, people: "Iterable[User]") -> None:
        """Offer these people to choose from."""
        named = [(str(one.id), f"{one.name} ({ROLE_TITLES[Role(one.role)]})") for one in people]
        self.owner.choices = options([("", "Choose"), *named])


class ActionForm(OwnerForm):
    """What is to be done, by whom and by when."""

    text = TextAreaField(
        "What is to be done?",
        [InputRequired("Write what is to be done"), Length(max=LONGEST_WORDS)],
        description="Name nobody. Say what should be different afterwards, so that it can be told when it is done",
    )


class FollowForm(OwnerForm):
    """Who follows one matter that the panel passed on."""

    escalation = HiddenField()

    def offer_owners(self, owners: "Owners") -> None:
        """Offer who may follow it, and say who may not, and why."""
        self.offer(owners.may)
        named = [f"{one.name} ({ADDRESSEE_TITLES[part].lower()})" for one, part in owners.of_case]
        if named:
            self.owner.description = f"Left out: {in_words(named)}. It is a case of theirs, and may be about them."


class AnswerForm(FlaskForm):
    """What was done, and the proof of it, typed or sent as a file."""

    text = TextAreaField(
        "What was done?",
        [InputRequired("Write what was done"), Length(max=LONGEST_WORDS)],
        description="Two people take out what identifies anybody before the panel reads it",
    )
    proof = TextAreaField("Proof that it was done (optional)", [Optional(), Length(max=LONGEST_WORDS)])
    file = FileField(
        "Or send a file as proof (optional)",
        description="PDF with text, DOCX, TXT, EML or XLSX, of up to 20 MB. Its text is kept, not the file.",
        render_kw={"accept": ".pdf,.docx,.txt,.eml,.xlsx"},
    )

    def ask_proof_of(self, kind: ActionKind) -> None:
        """Ask for proof outright, where an action of this kind is closed on proof alone."""
        if kind in PROVED:
            self.proof.label.text = PROOF_TITLES[kind]
            self.proof.description = "What was checked, by whom and when; or send a file below"
            self.file.label.text = "Or send a file as proof"

    def lacks_proof(self, kind: ActionKind) -> bool:
        """Say, on the form too, whether proof is wanted and neither typed nor sent."""
        if kind not in PROVED or (self.proof.data or "").strip() or self.file.data:
            return False
        refuse(self.proof, PROOF_ASKED[kind])
        return True


class DraftForm(FlaskForm):
    """What the panel would read."""

    draft = TextAreaField(
        "What the panel will read", [InputRequired("Write what the panel may read"), Length(max=LONGEST_WORDS)]
    )


class SendBackForm(DueForm):
    """What of an answer is not enough, and until when the owner has."""

    reason = TextAreaField(
        "Not yet enough: what is still to be done?",
        [InputRequired("Write what is not enough yet, and what is still to be done"), Length(max=LONGEST_WORDS)],
        description="The owner reads this. Name nobody.",
    )


class CloseForm(FlaskForm):
    """What whoever closes an action has checked, and when; it may be left empty where proof was given."""

    checked = TextAreaField(
        "What did you check, and what did it show?",
        [Optional(), Length(max=LONGEST_WORDS)],
        description="That it was you is kept with it. Name nobody.",
    )
    checked_on = DateParts("When did you check it?", default=today_in_london)

    @property
    def check(self) -> Check | None:
        """Give what was checked; None where nothing was written."""
        told = (self.checked.data or "").strip()
        return Check(told, self.checked_on.data) if told and self.checked_on.data else None

    def validate_checked_on(self, field: DateParts) -> None:
        """Want the day of what was checked."""
        if (self.checked.data or "").strip() and not field.data:
            raise ValidationError("Give the day on which you checked it")


class ReopenForm(DueForm):
    """Why a closed action is open again, and until when."""

    reason = TextAreaField(
        "Why is it open again, and what is still to be done?",
        [InputRequired("Write why it is open again, and what is still to be done"), Length(max=LONGEST_WORDS)],
        description="The owner reads this. Name nobody.",
    )
