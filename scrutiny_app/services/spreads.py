"""The grades that count: whose bodies make a quorum, and what the panel is shown of them once the chair reveals.

A grade counts if it is its giver's newest, is no abstention, and no conflict of theirs stands. The spread shown is
fixed at the reveal: were it to lose a grade whenever a conflict came later, anybody who can pin one could learn whose
was whose.
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from scrutiny_app.domain import agreeing
from scrutiny_app.domain.agreeing import Judgement, Spread, missing_from_quorum
from scrutiny_app.domain.cases import AgeGroup
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.grading import Observation, Severity, Theme
from scrutiny_app.domain.people import Body
from scrutiny_app.domain.releasing import from_json
from scrutiny_app.models.grades import Grade, Reveal
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round
from scrutiny_app.services.my_cases import has_conflict


def graders(session: Session, cases: Collection[int]) -> dict[int, list[Body]]:
    """Give for each case (by id) the bodies of those whose grade counts now, one entry a grade."""
    found: dict[int, list[Body]] = {case: [] for case in cases}
    query = _newest(cases).with_only_columns(Grade.round_case_id, User.body)
    query = query.where(User.body.is_not(None), ~has_conflict(Grade.round_case_id, Grade.user_id))
    for case, body in session.execute(query):
        found[case].append(Body(body or ""))
    return found


def lacking(session: Session, round_: Round, cases: Collection[int]) -> dict[int, list[str]]:
    """Say for each case (by id) what its panel still lacks for a quorum; an empty list is a quorum."""
    least = session.scalar(select(Panel.least_members).where(Panel.id == round_.panel_id)) or 0
    children = _of_children(session, cases)
    return {
        case: missing_from_quorum(bodies, least, case in children) for case, bodies in graders(session, cases).items()
    }


def spreads(session: Session, cases: Collection[int]) -> dict[int, Spread]:
    """Give the spread of each of the cases (by id) that has been revealed, as at its reveal."""
    revealed = select(Reveal.round_case_id).where(Reveal.round_case_id.in_(cases))
    given: dict[int, list[Judgement]] = {case: [] for case in session.scalars(revealed)}
    query = _newest(cases).join(Reveal, Reveal.round_case_id == Grade.round_case_id)
    query = query.where(~has_conflict(Grade.round_case_id, Grade.user_id, until=Reveal.revealed_at))
    for grade in session.scalars(query):
        given[grade.round_case_id].append(_judgement(grade))
    return {case: agreeing.spread(judgements) for case, judgements in given.items()}


def _newest(cases: Collection[int]) -> Select[*tuple[Any, ...]]:
    later = aliased(Grade)
    follows = (later.round_case_id == Grade.round_case_id, later.user_id == Grade.user_id, later.id > Grade.id)
    return (
        select(Grade)
        .join(User, Grade.user_id == User.id)
        .where(Grade.round_case_id.in_(cases), Grade.grade.is_not(None))
        .where(~select(later.id).where(*follows).exists())
    )


def _judgement(grade: Grade) -> Judgement:
    observations = tuple(Observation(Theme(one.theme), Severity(one.severity), one.text) for one in grade.observations)
    return Judgement(GradeWord(grade.grade or ""), observations, grade.comment)


def _of_children(session: Session, cases: Collection[int]) -> set[int]:
    newest = select(func.max(Release.id)).where(Release.round_case_id.in_(cases)).group_by(Release.round_case_id)
    rows = session.execute(select(Release.round_case_id, Release.content).where(Release.id.in_(newest)))
    return {case for case, content in rows if from_json(content).age_group == AgeGroup.CHILD}
