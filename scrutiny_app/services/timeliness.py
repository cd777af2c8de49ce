"""Timeliness: when each case was disposed of, found on, told of and acted on; the force's side alone knows it all."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.following import ActionStep
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.timeliness import Span, Step
from scrutiny_app.models.actions import Action, ActionDeed
from scrutiny_app.models.cases import Case
from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.models.letters import Letter
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.rounds import RoundCase


def spans_over(session: Session, over: OverRounds) -> list[Span]:
    """List every step of the cases of a year's rounds, random and targeted."""
    ids = [one.round_id for one in over.held]
    return [*_of_cases(session, ids), *_of_actions(session, ids)]


def _of_cases(session: Session, ids: Collection[int]) -> Iterator[Span]:
    query = select(RoundCase.id, Case.disposal_date, func.min(Signature.signed_at))
    query = query.join(Pick, Pick.round_case_id == RoundCase.id).join(Case, Case.id == Pick.case_id)
    query = query.join(Finding, Finding.round_case_id == RoundCase.id).join(Signature)
    query = query.where(RoundCase.round_id.in_(ids), RoundCase.withdrawn_at.is_(None))
    letters = _letters(session, ids)
    for case, disposed, signed_at in session.execute(query.group_by(RoundCase.id, Case.disposal_date)):
        signed = _day(signed_at)
        yield Span(Step.PANEL, disposed, signed)
        ours = letters[case]
        going = [one for one in ours if one.ended_at is None]
        if ours and not going:
            continue
        out = [at for one in going if (at := told_at(one))]
        held = going and all(one.held_at and not told_at(one) for one in going)
        if out or not held:
            yield Span(Step.FEEDBACK, signed, _day(min(out)) if out else None)
        for one in going:
            if told := told_at(one):
                read = read_at(one)
                yield Span(Step.ACKNOWLEDGED, _day(told), _day(read) if read else None)


def told_at(letter: Letter) -> datetime | None:
    """Give when a letter went out: sent, or handed over as a document."""
    return letter.sent_at or letter.handed_at


def read_at(letter: Letter) -> datetime | None:
    """Give when a letter was acknowledged; of one handed over as a document, when the lead kept that it was read."""
    if letter.handed_at and letter.replies:
        return letter.replies[0].written_at
    return letter.acknowledged_at


def _letters(session: Session, ids: Collection[int]) -> dict[int, list[Letter]]:
    query = select(Finding.round_case_id, Letter).join(Letter, Letter.finding_id == Finding.id)
    query = query.join(RoundCase, RoundCase.id == Finding.round_case_id).where(RoundCase.round_id.in_(ids))
    letters: dict[int, list[Letter]] = defaultdict(list)
    for case, letter in session.execute(query):
        letters[case].append(letter)
    return letters


def _of_actions(session: Session, ids: Collection[int]) -> Iterator[Span]:
    newest = select(func.max(ActionDeed.id)).where(ActionDeed.step != ActionStep.MOVED).group_by(ActionDeed.action_id)
    deeds = {one.action_id: one for one in session.scalars(select(ActionDeed).where(ActionDeed.id.in_(newest)))}
    for action in session.scalars(select(Action).where(Action.round_id.in_(ids))):
        deed = deeds.get(action.id)
        closed = deed.done_at if deed and deed.step == ActionStep.CLOSED else None
        yield Span(Step.CLOSED, _day(action.set_at), _day(closed) if closed else None)


def _day(at: datetime) -> date:
    return at.astimezone(LONDON).date()
