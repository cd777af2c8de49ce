"""The rounds that wait to be followed, as the lead's home page has them: one entry a round, which leads to its page."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from flask import url_for
from sqlalchemy.orm import Session

from scrutiny_app.domain.agreeing import Escalation
from scrutiny_app.services import learning
from scrutiny_app.services.handing_over import signed_rounds
from scrutiny_app.services.passed_on import to_follow
from scrutiny_app.services.public_reports import not_told
from scrutiny_app.services.replies_on_the_way import cases_on_the_way
from scrutiny_app.services.words_waiting import words_by_round
from scrutiny_app.web.filters import plural
from scrutiny_app.web.force.following_handing import is_late, to_hand_over
from scrutiny_app.web.force.following_replies import first_own, told

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round
    from scrutiny_app.services.learning import RoundLetters

Task = dict[str, Any]
TO_DO = {"status": "To do", "colour": "blue"}
OVERDUE = {"status": "Overdue", "colour": "red"}


def of_rounds(db: Session, user: "User", ours: "Collection[Round]") -> Iterator[Task]:
    """Tell of each round what of it waits for the lead: letters, replies, what was passed on, words for the panel."""
    letters = {one.round.id: one for one in learning.letters_by_round(db, by=user)}
    words = words_by_round(db, by=user)
    untold = {one.id for one in not_told(db, ours)}
    on_the_way = cases_on_the_way(db, ours)
    handing = {one.round.id: one for one in signed_rounds(db, by=user, ours=ours) if one.waits}
    for round_ in ours:
        waiting = [
            *_of_letters(letters.get(round_.id)),
            *(_of_replies(db, round_, user) if round_.id in on_the_way else ()),
            *(to_hand_over(one) for one in (handing.get(round_.id),) if one),
            *_of_passed_on(db, round_),
            *_of_words(len(words.get(round_.id, ()))),
        ]
        if waiting:
            waiting += ["then its public report"] if round_.id in untold else []
            href = url_for("follow_rounds.show", round_id=round_.id)
            hint = "; ".join(waiting)
            text = f"Follow “{round_.title}” to the end"
            yield {
                "text": text,
                "href": href,
                "hint": hint[0].upper() + hint[1:],
                **(OVERDUE if round_.id in handing and is_late(handing[round_.id]) else TO_DO),
                "round": round_.id,
            }


def _of_letters(counted: "RoundLetters | None") -> Iterator[str]:
    if counted and (untold := counted.findings - counted.told):
        yield f"{untold} of {plural(counted.findings, 'finding')} not told to anyone yet"
    if counted and counted.unread:
        yield f"{plural(counted.unread, 'new reply', 'new replies')} to read"


def _of_replies(db: Session, round_: "Round", user: "User") -> Iterator[str]:
    if found := first_own(db, round_, user):
        yield told(found)


def _of_passed_on(db: Session, round_: "Round") -> Iterator[str]:
    """Count apart what was passed on and what the registrar is to correct: other people follow each."""
    waiting = to_follow(db, round_)
    recodes = sum(one.route == Escalation.RECODE for one, _ in waiting)
    if passed_on := len(waiting) - recodes:
        yield f"choose who follows {_cases(passed_on)} that the panel passed on"
    if recodes:
        yield f"choose who corrects the recorded outcome of {_cases(recodes)}"


def _of_words(count: int) -> Iterator[str]:
    if count:
        yield f"make ready or approve what the panel reads of {'an action' if count == 1 else f'{count} actions'}"


def _cases(count: int) -> str:
    return "a case" if count == 1 else f"{count} cases"
