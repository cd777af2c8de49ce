"""Copies of a round's cases, as those see them who make them for its readers: the same on both sides."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.packs import FATE_TITLES, FORM_TITLES, OUT, OVERDUE, Fate, Form
from scrutiny_app.files.writing import XLSX
from scrutiny_app.services import packs, rounds
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.attached import attached
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.govuk import refuse
from scrutiny_app.web.forms.packs import HINTS, CopyForm, FateForm

if TYPE_CHECKING:
    from scrutiny_app.models.people import User

MEDIA = {
    Form.PDF: "application/pdf",
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.SHEET: XLSX,
}


@dataclass(frozen=True)
class Side:
    """The endpoints of one side: the list, a copy's file, what became of a copy, and the round's own page if any."""

    index: str
    take: str
    fate: str
    round: str | None = None


def copies_page(round_id: int, side: Side, form: CopyForm | None = None) -> str:
    """Answer with all of a round's copies, and the form to make another."""
    form = form or CopyForm(formdata=None)
    with reading() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        _offer(form, packs.readers_of(db, round_))
        copies = packs.copies_of(db, round_)
    return render_template(
        "packs/index.html",
        round=round_,
        form=form,
        copies=copies,
        counts={standing: sum(one.standing == standing for one in copies) for standing in (OUT, OVERDUE)},
        form_titles=FORM_TITLES,
        fate_titles=FATE_TITLES,
        hints=HINTS,
        take=side.take,
        count=side.fate,
        back=url_for(side.round, round_id=round_id) if side.round else url_for("panel_rounds.index"),
    )


def make(round_id: int, side: Side) -> ResponseReturnValue:
    """Make the copy that the form asks for."""
    form, by = CopyForm(), signed_in_user()
    with reading() as db:
        _offer(form, packs.readers_of(db, rounds.find_round(db, round_id, by)))
    if form.validate_on_submit():
        try:
            with transaction() as db:
                round_ = rounds.find_round(db, round_id, by)
                copy = packs.make_copy(db, round_, Form(form.copy_form.data), reader_id=int(form.reader.data), by=by)
        except NotYours:
            raise
        except Refused as refusal:
            refuse(form.reader, refusal.message)
        else:
            flash(f"Copy {copy.serial} is made. Get it from the list below.", "success")
            return redirect(url_for(side.index, round_id=round_id))
    return copies_page(round_id, side, form)


def take(round_id: int, serial: str) -> ResponseReturnValue:
    """Answer with a copy's file."""
    by = signed_in_user()
    with transaction() as db:
        taken = packs.take_copy(db, rounds.find_round(db, round_id, by), serial, by=by)
    return attached(packs.write(taken), taken.name, MEDIA[taken.form])


def count(round_id: int, serial: str, side: Side) -> ResponseReturnValue:
    """Keep what became of a copy."""
    form, by = FateForm(), signed_in_user()
    if not form.validate_on_submit():
        raise Refused("Choose what became of the copy.")
    fate = Fate(form.fate.data)
    with transaction() as db:
        packs.count_copy(db, rounds.find_round(db, round_id, by), serial, fate, by=by)
    flash(f"Copy {serial.upper()} is down as “{FATE_TITLES[fate]}”.", "success")
    return redirect(url_for(side.index, round_id=round_id))


def _offer(form: CopyForm, readers: "Iterable[User]") -> None:
    form.offer(grading=True)
    form.offer_readers(readers)
