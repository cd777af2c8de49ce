"""Disparity: the graded cases of random rounds by the groups that people are of, with the groups' base in the frames.

Which groups a case's person is of is known on the force's side alone, which reckons this and keeps nothing of it.
"""

from collections import Counter

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.agreeing import GRADED_RESULTS, Result
from scrutiny_app.domain.disparity import NOT_RECORDED, Disparity, Graded, Kind, disparity
from scrutiny_app.domain.figures import Held, OverRounds
from scrutiny_app.domain.framing import read_frame
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds
from scrutiny_app.services.framing import file_of

AT_ONCE = 5_000  # numbers in one query
_GROUPS = tuple(getattr(Case, kind.value) for kind in Kind)


def disparity_over(session: Session, over: OverRounds) -> Disparity:
    """Compare groups over the random rounds of a year."""
    base: dict[Kind, Counter[str]] = {kind: Counter() for kind in Kind}
    for held in over.random:
        _count_eligible(session, held, base)
    return disparity([case for held in over.random for case in _graded(session, held)], base)


def _graded(session: Session, held: Held) -> list[Graded]:
    query = select(RoundCase.reference, Pick.stratum, *_GROUPS)
    query = query.join(Pick, Pick.round_case_id == RoundCase.id).join(Case, Case.id == Pick.case_id)
    known = {row[0]: row[1:] for row in session.execute(query.where(RoundCase.round_id == held.round_id))}
    weights = {name: one.weight for name, one in held.report.method.accounts.items() if one.looked_at}
    found = []
    for one in held.report.reviewed:
        if one.result in GRADED_RESULTS and one.reference in known:
            stratum, *groups = known[one.reference]
            told = {kind: _told(group) for kind, group in zip(Kind, groups, strict=True)}
            found.append(Graded(told, one.result is Result.INAPPROPRIATE, weights[stratum]))
    return found


def _count_eligible(session: Session, held: Held, base: dict[Kind, Counter[str]]) -> None:
    """Add a frame's cases to the counts of their groups, as its frozen file lists them."""
    round_ = session.get_one(Round, held.round_id)
    frame = rounds.frame_of(session, round_)
    if frame is None:
        return
    numbered = [line.case_number for line in read_frame(b"".join(file_of(session, frame)))]
    for begin in range(0, len(numbered), AT_ONCE):
        numbers = numbered[begin : begin + AT_ONCE]
        query = select(*_GROUPS, func.count()).join(CaseNumber, CaseNumber.case_id == Case.id)
        query = query.where(CaseNumber.force == round_.force, CaseNumber.number.in_(numbers)).group_by(*_GROUPS)
        for *groups, cases in session.execute(query):
            for kind, group in zip(Kind, groups, strict=True):
                base[kind][_told(group)] += cases


def _told(group: str | None) -> str:
    """Give a group's code, or NOT_RECORDED where the record tells of none."""
    return NOT_RECORDED if group in (None, "not_stated") else str(group)
