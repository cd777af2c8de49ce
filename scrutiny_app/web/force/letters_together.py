"""A round's letters on one page, what each kind says once and what each letter alone says, and sent with one press."""

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.agreeing import RESULT_TITLES, Result
from scrutiny_app.domain.learning import ADDRESSEE_TITLES, Addressee, Shaped
from scrutiny_app.domain.letters_together import read_together, said_by_all
from scrutiny_app.services import rounds
from scrutiny_app.services.sending_together import Drafted, drafted_letters, send_together
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import case_key, transaction
from scrutiny_app.web.filters import plural

if TYPE_CHECKING:
    from collections.abc import Iterable

bp = Blueprint("letters_together", __name__, url_prefix="/force")


class ShownKind(NamedTuple):
    """Letters of one kind: to whom on what finding, what all say, and each with what it alone says."""

    title: str
    common: tuple[Shaped | None, ...]
    letters: list[tuple[Drafted, tuple[Shaped, ...]]]


@bp.get("/rounds/<int:round_id>/letters/together")
@requires(Permission.WRITE_FEEDBACK)
def show(round_id: int) -> ResponseReturnValue:
    """Show the letters that nobody has touched, to be read one below the other."""
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        drafted = drafted_letters(db, round_, key=case_key(), by=signed_in_user())
    going, alone = [one for one in drafted if not one.alone], [one for one in drafted if one.alone]
    said = said_by_all([one.words.text for one in going])
    shown = {
        "said": said,
        "kinds": list(_kinds(going, [part for part in said if part])),
        "going": going,
        "alone": alone,
        "addressees": ADDRESSEE_TITLES,
    }
    return render_template("letters/together.html", round=round_, **shown)


@bp.post("/rounds/<int:round_id>/letters/together")
@requires(Permission.WRITE_FEEDBACK)
def send(round_id: int) -> ResponseReturnValue:
    """Send the letters that were ticked, in the words that were read."""
    wanted = set(request.form.getlist("letter"))
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        sent, _ = send_together(db, round_, wanted, key=case_key(), by=signed_in_user())
    missed = len(wanted) - len(sent)
    flash(f"{plural(len(sent), 'letter')} sent. Each is on its reader’s home page.", "success")
    if missed:
        flash(f"{plural(missed, 'letter')} not sent: changed since you read it. Read what is left, and send it.")
        return redirect(url_for(".show", round_id=round_id))
    return redirect(url_for("follow_rounds.show", round_id=round_id))


def _kinds(going: "Iterable[Drafted]", said: list[Shaped]) -> "Iterable[ShownKind]":
    for _, group in groupby(sorted(going, key=_kind), key=_kind):
        letters = list(group)
        kind = read_together([one.words.text for one in letters], said)
        yield ShownKind(_title(letters[0]), kind.common, list(zip(letters, kind.own, strict=True)))


def _kind(one: Drafted) -> tuple[list[int], str]:
    return [list(Addressee).index(part) for part in one.due.parts], one.due.case.finding.result


def _title(one: Drafted) -> str:
    parts = " and ".join(ADDRESSEE_TITLES[part].lower() for part in one.due.parts)
    return f"To the {parts}: {RESULT_TITLES[Result(one.due.case.finding.result)].lower()}"
