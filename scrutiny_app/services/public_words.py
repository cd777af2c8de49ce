"""The words that a public report may choose from: the panel's and the force's own, each line with where it is from.

What was passed on of one case (to professional standards, a safeguarding team or a code's correction) is not for the
public, and nor are words in which somebody was masked: they tell of one case.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.following import ActionKind, Words
from scrutiny_app.domain.grading import Severity
from scrutiny_app.domain.public_lines import LineKind, PublicLine, line_of
from scrutiny_app.models.actions import Action, ActionWords
from scrutiny_app.models.learning import LearningPoint
from scrutiny_app.models.publishing import PublicReport
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds
from scrutiny_app.services.escalating import void_actions
from scrutiny_app.services.replies import replies_in
from scrutiny_app.services.standing_findings import standing_findings

_MASK = re.compile(r"\[[^\]\n]+\]")  # such as [Suspect] or [Victim 1's mother]


class Offered(NamedTuple):
    """A line that may be chosen, and the rounds (by id) that it is from; of none where it is the force's own."""

    line: PublicLine
    rounds: frozenset[int]


def words_to_choose(session: Session, told: Collection[Round]) -> list[PublicLine]:
    """List the words that may be chosen: of signed findings, of learning points, and released ones of actions."""
    return [one.line for one in words_offered(session, told)]


def words_for(session: Session, report: PublicReport) -> list[PublicLine]:
    """List the words that may be chosen for a report's next version."""
    return words_to_choose(session, [session.get_one(Round, one) for one in report.rounds])


def words_offered(session: Session, told: Collection[Round]) -> list[Offered]:
    """List the words that may be chosen, each once, round by round and then the force's own."""
    found: dict[PublicLine, set[int]] = {}
    for one in told:
        for line in _of_round(session, one):
            found.setdefault(line, set()).add(one.id)
    for force in sorted({one.force for one in told}):
        for line in _of_force(session, force):
            found.setdefault(line, set())
    return [Offered(line, frozenset(ids)) for line, ids in found.items() if line.text]


def _of_force(session: Session, force: str) -> Iterator[PublicLine]:
    query = select(LearningPoint).where(LearningPoint.force == force).order_by(LearningPoint.id)
    newest = {one.number: one for one in session.scalars(query)}
    for one in newest.values():
        if not one.retired:
            yield _line(LineKind.LEARNING, f"{one.title}: {one.good}")


def _of_round(session: Session, round_: Round) -> Iterator[PublicLine]:
    places = session.scalars(select(RoundCase.id).where(*rounds.in_round(round_)).order_by(RoundCase.position))
    signed = standing_findings(session, list(places))
    for finding in sorted(signed.values(), key=lambda one: one.round_case_id):
        yield _line(LineKind.REMARK, finding.remarks)
        good = [one.text for one in finding.observations if one.severity == Severity.GOOD]
        yield from (_line(LineKind.GOOD_PRACTICE, text) for text in good)
    query = select(ActionWords).join(Action, Action.id == ActionWords.action_id).where(Action.round_id == round_.id)
    query = query.where(Action.id.not_in(void_actions()), Action.kind == ActionKind.TASK)
    every = session.scalars(query.order_by(Action.id, ActionWords.given_at, ActionWords.id))
    for _, words in groupby(every, key=lambda one: one.action_id):
        yield from _of_action(list(words))


def _of_action(words: Sequence[ActionWords]) -> Iterator[PublicLine]:
    """Offer what one action asked, and each reply to what it answers."""
    for one in words:
        if one.kind == Words.TASK:
            yield _line(LineKind.SAID, one.text)
    for reply, asked in replies_in(words):
        if asked:
            yield _line(LineKind.DID, reply.text, asked.text)


def _line(kind: LineKind, text: str, answers: str = "") -> PublicLine:
    """Offer words that were written for another purpose; not what is too long for a line, or holds a mask."""
    if _MASK.search(text) or _MASK.search(answers):
        return PublicLine(kind, "")
    try:
        return line_of(kind, text, answers)
    except Refused:
        return PublicLine(kind, "")
