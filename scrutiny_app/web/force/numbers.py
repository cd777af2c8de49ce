"""Numbers named from outside: the registrar names some, and answers for each whether it is in the frame."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.frame_checking import ANSWER_TITLES, SOURCE_TITLES, Despite, UnusableNumbers
from scrutiny_app.domain.framing import EXCLUSION_TITLES
from scrutiny_app.domain.rounds import stratum_title
from scrutiny_app.services import frame_checking, rounds
from scrutiny_app.services.looking_up import Seen, Sighting, look_up
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import transaction
from scrutiny_app.web.filters import british_date
from scrutiny_app.web.forms.frame_checks import AnswerForm, NameForm
from scrutiny_app.web.forms.govuk import refuse

if TYPE_CHECKING:
    from scrutiny_app.models.frames import Frame
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round

TAKE_BACK = "take_back"
TAKEN_BACK = "The number is taken back. That it was named and taken back stays on the trail."

bp = Blueprint("numbers", __name__, url_prefix="/force/rounds/<int:round_id>/numbers")


class ContraryAnswer(Refused):
    """An answer other than the frozen files show, without saying why."""


@bp.get("")
@requires(Permission.READ_FRAME_FILE)
def index(round_id: int) -> ResponseReturnValue:
    """List the numbers that were named, with their answers."""
    return _page(round_id, NameForm())


@bp.post("")
@requires(Permission.NAME_NUMBER)
def name(round_id: int) -> ResponseReturnValue:
    """Name numbers to be looked for."""
    form = NameForm()
    if number_id := request.form.get(TAKE_BACK, type=int):
        with transaction() as db:
            frame_checking.take_back(
                db, rounds.find_round(db, round_id, signed_in_user()), number_id, by=signed_in_user()
            )
        flash(TAKEN_BACK, "success")
        return redirect(url_for(".index", round_id=round_id))
    if form.validate_on_submit():
        try:
            with transaction() as db:
                round_ = rounds.find_round(db, round_id, signed_in_user())
                text = form.numbers.data or ""
                added, known = frame_checking.name_numbers(db, round_, text, form.where, by=signed_in_user())
        except UnusableNumbers as refusal:
            refuse(form.numbers, refusal.message)
        else:
            flash(f"Numbers named: {added}. Named before, and kept once: {known}.", "success")
            return redirect(url_for(".index", round_id=round_id))
    return _page(round_id, form)


@bp.route("/<int:number_id>", methods=["GET", "POST"])
@requires(Permission.ANSWER_NUMBER)
def answer(round_id: int, number_id: int) -> ResponseReturnValue:
    """Show what the frozen files say of a number, and ask where it is."""
    by, form = signed_in_user(), AnswerForm()
    if form.validate_on_submit():
        try:
            with transaction() as db:
                round_ = rounds.find_round(db, round_id, by)
                despite = _despite(_found(db, round_, number_id, by), form)
                frame_checking.answer_number(db, round_, number_id, *form.given, by=by, despite=despite)
        except (NotYours, rounds.OutOfOrder):
            raise
        except ContraryAnswer as refusal:
            refuse(form.despite, refusal.message)
        except Refused as refusal:
            refuse(form.reason, refusal.message)
        else:
            flash("The answer is kept.", "success")
            return redirect(url_for(".index", round_id=round_id))
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, by)
        asked, frame = frame_checking.find_number(db, round_, number_id), rounds.frame_of(db, round_)
        found = _found(db, round_, number_id, by)
    if not form.is_submitted() and asked.answer:
        form.answer.data, form.reason.data = asked.answer, asked.reason or ""
    return render_template(
        "numbers/answer.html",
        round=round_,
        asked=asked,
        frame=frame,
        found=found,
        suggestion=_in_words(found, frame) if found and frame else None,
        form=form,
        source_titles=SOURCE_TITLES,
    )


def _page(round_id: int, form: NameForm) -> ResponseReturnValue:
    by = signed_in_user()
    answers = allows(by.role, Permission.ANSWER_NUMBER)
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, by)
        frame = rounds.frame_of(db, round_)
        asked = frame_checking.numbers_of(db, round_, by=by)
        check, drawn = frame_checking.check_of(db, round_), rounds.draw_of(db, round_) is not None
        found = look_up(db, round_, [one.number.number for one in asked] if answers else [], by=by)
    return render_template(
        "numbers/index.html",
        round=round_,
        frame=frame,
        drawn=drawn,
        asked=asked,
        check=check,
        suggestions=_all_in_words(found, frame) if frame else {},
        form=form,
        may_name=allows(by.role, Permission.NAME_NUMBER),
        may_answer=answers,
        take_back_by=TAKE_BACK,
        source_titles=SOURCE_TITLES,
        answer_titles=ANSWER_TITLES,
        exclusion_titles=EXCLUSION_TITLES,
    )


def _found(db: Session, round_: "Round", number_id: int, by: "User") -> Sighting | None:
    number = frame_checking.find_number(db, round_, number_id).number.number
    return look_up(db, round_, [number], by=by).get(number)


def _despite(found: Sighting | None, form: AnswerForm) -> Despite | None:
    """Give why an answer is other than the frozen files show; raise ContraryAnswer where that is not said."""
    answer, reason = form.given
    if found is None or found.shows is None or (found.shows, found.reason) == (answer, reason):
        return None
    if form.why_otherwise is None:
        shown = ANSWER_TITLES[found.shows] + (f": {EXCLUSION_TITLES[found.reason]}" if found.reason else "")
        raise ContraryAnswer(f"The frozen files show “{shown}”. Answer that, or choose why it is not so.")
    return form.why_otherwise


def _all_in_words(found: Mapping[str, Sighting], frame: "Frame") -> dict[str, str]:
    return {number: _in_words(one, frame) for number, one in found.items()}


def _in_words(found: Sighting, frame: "Frame") -> str:
    """Say what is known of a number: a help to whoever answers."""
    return (f"Written {found.written}: " if found.written else "") + _of_files(found, frame)


def _of_files(found: Sighting, frame: "Frame") -> str:
    match found.seen:
        case Seen.FRAME:
            return f"The frozen frame lists it, under {stratum_title(frame.rules['strata'], found.stratum or '')}."
        case Seen.EXCLUSIONS:
            return f"The exclusions file lists it: {EXCLUSION_TITLES[found.reason] if found.reason else ''}."
        case Seen.OUTSIDE_PERIOD:
            return f"In neither file. The case was finalised on {british_date(found.finalised)}, outside the period."
        case Seen.NEITHER:
            return "In neither file. The case is of the period: the plan’s filters leave it out, or it came in later."
        case Seen.UNKNOWN:
            return "No case has this number. If it is a crime number, find its case number in the force’s own system."
