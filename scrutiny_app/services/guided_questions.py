"""Which guided questions a round asks: all of them unless its lead chose fewer before it was opened."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.domain.events import QuestionsSet
from scrutiny_app.domain.questions import Question
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import trail


def set_questions(session: Session, round_: Round, chosen: Collection[Question], *, by: User) -> None:
    """Have a round ask these questions, in their own order; none is a choice too. Raise Overtaken once it is open."""
    session.refresh(round_)
    if round_.opened_at is not None:
        raise Overtaken("This round has been opened, so its questions stay as its members know them.")
    questions = [question.value for question in Question if question in chosen]
    if questions == round_.questions:
        return
    round_.questions = questions
    trail.record(session, QuestionsSet(round_.id, ",".join(questions)), by=by)
