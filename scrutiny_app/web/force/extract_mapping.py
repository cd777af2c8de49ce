"""Saying what a file's columns and words hold, looking at all of it once, and letting the file be read so."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.doubtful_loading import much_unloaded, words_for_names
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.footings import Footing, footing_of
from scrutiny_app.domain.group_fields import groups_in
from scrutiny_app.domain.group_uses import groups_in_words, groups_loaded
from scrutiny_app.domain.kinds_aside import kinds_unread
from scrutiny_app.domain.looking import Look, SheetLook
from scrutiny_app.domain.mapping import CONSTANTS, unsaid_blanks, without_offender, without_story
from scrutiny_app.domain.named_disposal import named_disposal
from scrutiny_app.domain.needed_blanks import needed_blanks
from scrutiny_app.domain.offenders_named import used_headings
from scrutiny_app.domain.open_statuses import is_read_as_open
from scrutiny_app.domain.perhaps_lost import perhaps_lost
from scrutiny_app.domain.rows_left_out import kept_otherwise
from scrutiny_app.domain.trial import Trial
from scrutiny_app.domain.undated_cases import undated_cases
from scrutiny_app.domain.unloaded_names import names_unloaded
from scrutiny_app.domain.uses import REJECTED, Mapping, own_headings, word_key
from scrutiny_app.domain.words_together import said_of_word
from scrutiny_app.services import looks, mapping
from scrutiny_app.services.mapping import Question
from scrutiny_app.services.trying_rows import try_rows
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import case_key, reading, transaction
from scrutiny_app.web.force.asked_of_file import NOTHING, asked_of
from scrutiny_app.web.force.extracts import moved_on
from scrutiny_app.web.force.mapped import said_of
from scrutiny_app.web.force.read_back import first_case
from scrutiny_app.web.forms import sheets as sheets_
from scrutiny_app.web.forms import words as words_
from scrutiny_app.web.forms.column_questions import asking
from scrutiny_app.web.forms.confirming import confirming
from scrutiny_app.web.forms.govuk import refuse

bp = Blueprint("mapping", __name__, url_prefix="/force/extracts/<int:extract_id>")
bp.register_error_handler(Overtaken, moved_on)
_PARTS = re.compile(r"[\W_]+|\d{4,}")  # what stands between a file name's words, and the day it was made on


@bp.route("/columns", methods=["GET", "POST"])
@requires(Permission.IMPORT_EXTRACT)
def columns(extract_id: int) -> ResponseReturnValue:
    """Ask what a file's columns hold."""
    question = _ask(extract_id)
    if not question.look.has_headings:
        return redirect(url_for("pointing.headings", extract_id=extract_id))
    kept = _kept(question)
    form = asking(
        asked_of(question),
        kept,
        question.extract.force,
        question.look.lines,
        named_disposal(question.look, question.extract.name),
    )()
    if form.validate_on_submit():
        try:
            with transaction() as db:
                said = form.mapping(kept)
                question = mapping.say(db, extract_id, said, key=case_key(), by=signed_in_user(), asked=question)
        except Overtaken:
            raise
        except Refused as refusal:
            form.blame(refusal.message)
        else:
            return redirect(url_for(".words" if _unsaid(question) else ".confirm", extract_id=extract_id))
    elif form.come_up:
        with transaction() as db:
            mapping.keep_unfinished(db, extract_id, form.so_far(kept), key=case_key(), by=signed_in_user())
    beside = groups_in_words(groups_in(use.field for one in form.asked for use in form.uses_of(one)))
    return render_template(
        "extracts/columns.html",
        question=question,
        form=form,
        needed=form.needed(),
        sayable=[f"need_{name}" for name in CONSTANTS],
        beside=beside,
        blanks=list(needed_blanks(question.look, form.so_far(kept))),
        footings=Footing,
        sheets=sheets_.choosing(question.look.offered)() if question.look.offered else None,
    )


@bp.post("/sheets")
@requires(Permission.IMPORT_EXTRACT)
def sheets(extract_id: int) -> ResponseReturnValue:
    """Have the file looked at anew, with the sheets that are chosen as those of the cases."""
    form = sheets_.choosing(_ask(extract_id).look.offered)()
    if form.validate_on_submit():
        try:
            with transaction() as db:
                looks.look_at_sheets(db, extract_id, form.names(), key=case_key(), by=signed_in_user())
        except Overtaken:
            raise
        except Refused as refusal:
            flash(refusal.message, "important")
        else:
            return redirect(url_for("extracts.show", extract_id=extract_id))
    return redirect(url_for(".columns", extract_id=extract_id))


@bp.route("/words", methods=["GET", "POST"])
@requires(Permission.IMPORT_EXTRACT)
def words(extract_id: int) -> ResponseReturnValue:
    """Ask what the words mean that are not known yet."""
    question = _ask(extract_id)
    if question.said is None or not mapping.is_finished(question):
        return redirect(url_for(".columns", extract_id=extract_id))
    form = words_.asking(question.words, question.said)()
    if form.validate_on_submit():
        with transaction() as db:
            said = form.mapping(question.said)
            after = mapping.say(db, extract_id, said, key=case_key(), by=signed_in_user(), asked=question)
        return redirect(url_for(".words" if _is_more_asked(question, after) else ".confirm", extract_id=extract_id))
    return render_template("extracts/words.html", question=question, form=form, footings=Footing)


@bp.route("/confirm", methods=["GET", "POST"])
@requires(Permission.IMPORT_EXTRACT)
def confirm(extract_id: int) -> ResponseReturnValue:
    """Show all that was said on one page, and let the file be read by it."""
    question = _ask(extract_id)
    if question.said is None or not mapping.is_finished(question):
        return redirect(url_for(".columns", extract_id=extract_id))
    if unsaid_blanks(question.look, question.said):
        return redirect(url_for(".words", extract_id=extract_id))
    form = confirming(mapping.organisations_perhaps(question), mapping.victims_as_people(question))(
        name=_name_of(question)
    )
    if form.validate_on_submit():
        try:
            with transaction() as db:
                name = form.name.data or ""
                by, told = signed_in_user(), form.organisations()
                mapping.confirm(db, extract_id, name, question.said, key=case_key(), by=by, organisations=told)
        except Overtaken:
            raise
        except Refused as refusal:
            refuse(form.name, refusal.message)
        else:
            flash("Thank you. The rows are being checked.", "success")
            return redirect(url_for("extracts.show", extract_id=extract_id))
    look = question.look
    spelt = {word_key(word): word for one in question.words for word, _, _ in one.words}
    used = used_headings(question.suggestions, question.parties, question.said)
    said = said_of(question.said, _headings(look.cases), _headings(look.parties) if look.parties else (), spelt, used)
    return render_template(
        "extracts/confirm.html",
        question=question,
        form=form,
        said=said,
        headings=own_headings(question.said, _headings(look.cases)),
        beside=groups_in_words(groups_loaded(question.said)),
        rejected=_rejected(question),
        unnamed=_warned(question.said, look),
        cases=[first_case(one, question.said.words, _doubted(question)) for one in mapping.read_back(question)],
        trial=_trial(question),
    )


def _warned(said: Mapping, look: Look) -> list[str]:
    """Say in sentences what of a file would be lost, or loaded as what it is not."""
    without = (*without_offender(said), *without_story(said, look))
    lost = (
        *names_unloaded(said, look),
        *much_unloaded(said, look),
        *perhaps_lost(said, look),
        *undated_cases(said, look),
    )
    unread = [
        *kinds_unread(said, look.cases),
        *(kinds_unread(said, look.parties, parties=True) if look.parties else ()),
    ]
    return [*without, *words_for_names(said, look), *unread, *lost]


def _doubted(question: Question) -> list[str]:
    """List the headings of which a person had to say what they hold."""
    return [one.heading for one in question.suggestions if footing_of(one) in (Footing.ASKED, Footing.LEFT)]


def _trial(question: Question) -> Trial | None:
    with reading() as db:  # the rows are read for a while: no writer waits for that
        return try_rows(db, question, key=case_key(), by=signed_in_user())


def _ask(extract_id: int) -> Question:
    with transaction() as db:
        mapping.record_asked(db, extract_id, by=signed_in_user())
    with reading() as db:  # no writer waits for it
        return mapping.work_out(db, extract_id, key=case_key(), by=signed_in_user())


def _kept(question: Question) -> Mapping:
    """Give what is known of the words and constants: as said, or as the nearest layout has them."""
    if question.said is not None:
        return question.said
    return question.nearest.mapping if question.nearest else NOTHING


def _unsaid(question: Question) -> list[tuple[str, str, int]]:
    """List the words of which nothing has been said: the heading, the word, and in how many rows it stands."""
    return [(heading, word, count) for heading, word, count, code in _meant(question) if code is None]


def _is_more_asked(before: Question, after: Question) -> bool:
    """Say whether words are asked about only now: they stand in rows that were left out until others were answered."""
    words = {(heading, word) for heading, word, _, _ in _meant(before)}
    return any((heading, word) not in words for heading, word, _ in _unsaid(after))


def _rejected(question: Question) -> list[tuple[str, str, int]]:
    """List the words that keep rows from being loaded, and how many: not those that are left out without them."""
    found = ((heading, word, count) for heading, word, count, code in _meant(question) if code in (None, REJECTED))
    return list(kept_otherwise(found, question.look, question.said or NOTHING))


def _meant(question: Question) -> Iterator[tuple[str, str, int, str | None]]:
    """Give each word that somebody must say the meaning of, with its heading, its rows and the code, if it was said."""
    known = question.said.words if question.said else {}
    for one in question.words:
        for word, count, code in one.words:
            if code is None or not is_read_as_open(one.field, word):
                yield one.heading, word, count, said_of_word(one, word, known)


def _headings(sheet: SheetLook) -> list[str]:
    return [column.heading for column in sheet.columns]


def _name_of(question: Question) -> str:
    nearest = question.nearest
    return nearest.name if nearest and nearest.kept else _PARTS.sub(" ", PurePath(question.extract.name).stem).strip()
