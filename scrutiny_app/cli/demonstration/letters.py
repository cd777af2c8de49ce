"""The letters of the demonstration's signed round: most of them sent, some acknowledged, some answered."""

from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from fixtures.generating import Row
from scrutiny_app.cli.demonstration.people import Cast
from scrutiny_app.domain.learning import Addressee
from scrutiny_app.services import learning, my_letters
from scrutiny_app.services.dossiers import CaseKey

if TYPE_CHECKING:
    from scrutiny_app.models.rounds import Round
    from scrutiny_app.services.addressing import DueLetter

NUMBERS = ("officer_number", "supervisor_number", "decision_maker_number")
REPLIES = (
    "Thank you. I did speak to the victim on the day, and should have written it down. I will from now on.",
    "Noted with thanks. I have shared this with my team at briefing.",
    "The history was in the intelligence log and not in the extract, but I take the point about the rationale.",
)
NOT_SENT_YET = 5  # so that the lead has something left to do


def send_letters(session: Session, round_: "Round", cast: Cast, key: CaseKey, rows: list[Row]) -> None:
    """Let the officers of the round's cases sign in, send most letters, and have some answered."""
    let_sign_in(session, cast, rows)
    due = learning.letters_due(session, round_, key=key, by=cast.users["lead"])
    ready = [one for one in due if one.to is not None and not one.trouble and not one.same_as]
    for number, one in enumerate(ready[:-NOT_SENT_YET]):
        sent = send(session, one, cast, key)
        if sent.letter is None or sent.to is None:
            raise RuntimeError("a letter that was sent is kept, and has somebody to go to")
        if number % 3 == 0:
            my_letters.acknowledge(session, sent.letter.id, by=sent.to)
        elif one.addressee is Addressee.OFFICER:
            cast.write_to(sent.to)
        if number % 6 == 0:
            reply = REPLIES[number // 6 % len(REPLIES)]
            my_letters.reply(session, sent.letter.id, reply, key=key, by=sent.to)
    for one in ready[-NOT_SENT_YET:]:
        if one.addressee is Addressee.OFFICER and one.to is not None:
            cast.write_later(one.to)


def let_sign_in(session: Session, cast: Cast, rows: list[Row]) -> None:
    """Let whoever had a part in these cases sign in."""
    cast.enlist(session, {str(row.cells[name]) for row in rows for name in NUMBERS if row.cells[name]})


def send(session: Session, one: "DueLetter", cast: Cast, key: CaseKey) -> "DueLetter":
    """Send a letter as it is drafted."""
    lead, finding_id = cast.users["lead"], one.case.finding.id
    words = learning.read_letter(session, finding_id, one.addressee, key=key, by=lead).words
    return learning.send_letter(session, finding_id, one.addressee, words.text, stamp=one.stamp, key=key, by=lead)
