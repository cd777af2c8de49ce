"""The letters of earlier meetings, in every state that a letter comes to: read, answered, handed over, held, ended."""

from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from fixtures.generating import Row
from scrutiny_app.cli.demonstration.clock import earlier
from scrutiny_app.cli.demonstration.letters import REPLIES, let_sign_in, send
from scrutiny_app.cli.demonstration.people import Cast
from scrutiny_app.domain.learning import Addressee
from scrutiny_app.domain.rerouting import DocumentForm, Ended
from scrutiny_app.services import learning, my_letters, rerouting
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.sending_in_turn import may_go
from scrutiny_app.services.sent_letters import with_new_reply
from scrutiny_app.services.trail import today_in_london

if TYPE_CHECKING:
    from scrutiny_app.models.rounds import Round
    from scrutiny_app.services.addressing import DueLetter

SENT_AFTER, READ_AFTER = 5, (7, 9, 16)  # days after the panel met
UNREAD_EVERY, REPLY_EVERY = 6, 7
FINISHED = 0  # the place in the year of the meeting after which nothing is left to do
WHY_ENDED = (Ended.LEFT, None, Ended.ABSENT)  # of the first officer, by the meeting's place in the year
HOLDS_LAST = (False, False, True)
SAID = "They read it with their supervisor and had nothing to add."


def tell_everybody(
    session: Session, round_: "Round", cast: Cast, key: CaseKey, rows: list[Row], *, place: int, met_ago: int
) -> None:
    """Send a round's letters, end one and hold one where that meeting has such, and have most or all of them read."""
    lead = cast.users["lead"]
    with earlier(met_ago - SENT_AFTER):
        let_sign_in(session, cast, rows)
        if why := WHY_ENDED[place]:
            gone = next(one for one in _ready(session, round_, cast, key) if one.addressee is Addressee.OFFICER)
            rerouting.end_letter(session, gone.case.finding.id, gone.addressee, why, key=key, by=lead)
        ready = _ready(session, round_, cast, key)
        if HOLDS_LAST[place]:
            held = ready.pop()
            rerouting.hold_letter(session, held.case.finding.id, held.addressee, held=True, key=key, by=lead)
        sent = [send(session, one, cast, key) for one in ready]
        stuck = [one for one in learning.letters_due(session, round_, key=key, by=lead) if one.trouble]
        handed = [_hand_over(session, one, cast, key) for one in stuck if not one.same_as and not one.closed]
    for turn, days in enumerate(READ_AFTER):
        with earlier(met_ago - days):
            for number in range(turn, len(sent), len(READ_AFTER)):
                if place == FINISHED or number % UNREAD_EVERY != UNREAD_EVERY - 1:
                    _read(session, sent[number], number, key)
    with earlier(met_ago - READ_AFTER[-1]):
        for one in handed[place:]:
            _say_that_they_read(session, one, cast, key)
        if place == FINISHED:
            for letter in with_new_reply(session, round_, by=lead):
                learning.read_letter(session, letter.finding_id, Addressee(letter.addressee), key=key, by=lead)


def _ready(session: Session, round_: "Round", cast: Cast, key: CaseKey) -> list["DueLetter"]:
    return [one for one in learning.letters_due(session, round_, key=key, by=cast.users["lead"]) if may_go(one)]


def _hand_over(session: Session, one: "DueLetter", cast: Cast, key: CaseKey) -> "DueLetter":
    finding_id, by = one.case.finding.id, cast.users["lead"]
    words = learning.read_letter(session, finding_id, one.addressee, key=key, by=by).words
    form = DocumentForm.DOCX
    return rerouting.hand_over(session, finding_id, one.addressee, words.text, form, stamp=one.stamp, key=key, by=by)


def _read(session: Session, one: "DueLetter", number: int, key: CaseKey) -> None:
    """Have a reader acknowledge a letter, and now and then answer it."""
    if one.letter is None or one.to is None:
        return
    my_letters.acknowledge(session, one.letter.id, by=one.to)
    if number % REPLY_EVERY == 0:
        reply = REPLIES[number // REPLY_EVERY % len(REPLIES)]
        my_letters.reply(session, one.letter.id, reply, key=key, by=one.to)


def _say_that_they_read(session: Session, one: "DueLetter", cast: Cast, key: CaseKey) -> None:
    place = (one.case.finding.id, one.addressee, today_in_london(), SAID)
    rerouting.acknowledge_for(session, *place, key=key, by=cast.users["lead"])
