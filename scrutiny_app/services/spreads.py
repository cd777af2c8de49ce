"""The grades that count: whose bodies make a quorum, and what the panel is shown of them once the chair reveals.

A grade counts if it is its giver's newest on what the decision-maker had, is no abstention, and no conflict of theirs
stands; what somebody said once they had read on is told apart, as second thoughts that are in no count. The spread
shown is fixed at the reveal: were it to lose a grade whenever a conflict came later, anybody who can pin one could
learn whose was whose.
"""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session, aliased, lazyload

from scrutiny_app.domain import agreeing
from scrutiny_app.domain.agreeing import Judgement, SecondThoughts, Spread
from scrutiny_app.domain.cases import AgeGroup
from scrutiny_app.domain.grading import SECOND_STAGES, GradeStage, Observation, Severity, Theme
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.people import Body
from scrutiny_app.domain.quorum import missing_from_quorum
from scrutiny_app.domain.releasing import from_json
from scrutiny_app.models.grades import Grade, Reveal
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round
from scrutiny_app.services.my_cases import has_conflict
from scrutiny_app.services.panels import quorum_of

_OF_STAGE = (Grade.round_case_id.in_(bindparam("cases", expanding=True)), Grade.stage == bindparam("stage"))
_HAD_CONFLICT = has_conflict(Grade.round_case_id, Grade.user_id, until=Reveal.revealed_at)


def _newest() -> Select[*tuple[Any, ...]]:
    later = aliased(Grade)
    follows = (
        later.round_case_id == Grade.round_case_id,
        later.user_id == Grade.user_id,
        later.stage == Grade.stage,
        later.id > Grade.id,
    )
    newest = select(Grade).join(User, Grade.user_id == User.id).where(*_OF_STAGE, Grade.grade.is_not(None))
    return newest.where(~select(later.id).where(*follows).exists())


# Put together once: it takes longer than to ask the database, and every page of a revealed case asks all of it.
_GRADERS = (
    _newest()
    .with_only_columns(Grade.round_case_id, User.body)
    .where(User.body.is_not(None), ~has_conflict(Grade.round_case_id, Grade.user_id))
)
_STANDING_THEN = (
    _newest()
    .join(Reveal, Reveal.round_case_id == Grade.round_case_id)
    .where(~_HAD_CONFLICT)
    .options(lazyload(Grade.answers))
)
_LAST_IDS = select(func.max(Grade.id)).where(*_OF_STAGE).group_by(Grade.round_case_id, Grade.user_id)
_MISSING = (
    select(Grade.round_case_id, Grade.missing)
    .join(Reveal, Reveal.round_case_id == Grade.round_case_id)
    .where(Grade.id.in_(_LAST_IDS), Grade.grade.is_(None), Grade.missing != "", ~_HAD_CONFLICT)
)
_REVEALED = select(Reveal.round_case_id).where(Reveal.round_case_id.in_(bindparam("cases", expanding=True)))


def graders(session: Session, cases: Collection[int]) -> dict[int, list[Body]]:
    """Give for each case (by id) the bodies of those whose grade counts now, one entry a grade."""
    found: dict[int, list[Body]] = {case: [] for case in cases}
    for case, body in session.execute(_GRADERS, _asked(cases, GradeStage.AS_DECIDED)):
        found[case].append(Body(body or ""))
    return found


def lacking(session: Session, round_: Round, cases: Collection[int]) -> dict[int, list[str]]:
    """Say for each case (by id) what its panel still lacks for a quorum; an empty list is a quorum."""
    quorum = quorum_of(session.get_one(Panel, round_.panel_id))
    children = _of_children(session, cases)
    return {
        case: missing_from_quorum(bodies, quorum, case in children) for case, bodies in graders(session, cases).items()
    }


def spreads(session: Session, cases: Collection[int]) -> dict[int, Spread]:
    """Give the spread of each of the cases (by id) that has been revealed, as at its reveal."""
    given: dict[int, list[Judgement]] = {case: [] for case in _revealed(session, cases)}
    for grade in _standing_then(session, cases, GradeStage.AS_DECIDED):
        given[grade.round_case_id].append(_judgement(grade))
    return {case: agreeing.spread(judgements) for case, judgements in given.items()}


def second_thoughts(session: Session, cases: Collection[int]) -> dict[int, tuple[SecondThoughts, ...]]:
    """Give for each revealed case (by id) what was said of it by those who had read on, as at its reveal.

    One entry a stage at which somebody said anything: the policy checks in sight, then later facts.
    """
    own = {(one.round_case_id, one.user_id): one.grade for one in _standing_then(session, cases, GradeStage.AS_DECIDED)}
    found: dict[int, tuple[SecondThoughts, ...]] = dict.fromkeys(_revealed(session, cases), ())
    for stage in SECOND_STAGES:
        given: dict[int, list[Grade]] = {case: [] for case in found}
        for one in _standing_then(session, cases, stage):
            given[one.round_case_id].append(one)
        missing = said_missing(session, cases, stage)
        for case, grades in given.items():
            thoughts = SecondThoughts(
                stage=stage,
                changed=sum(own.get((case, one.user_id)) not in (None, one.grade) for one in grades),
                spread=agreeing.spread(map(_judgement, grades)),
                lacked=tuple(missing.get(case, ())),
            )
            found[case] += (thoughts,) if thoughts.given else ()
    return found


def said_missing(
    session: Session, cases: Collection[int], stage: GradeStage = GradeStage.AS_DECIDED
) -> dict[int, list[str]]:
    """Give for each revealed case (by id), in alphabetical order, what those lacked who could not grade on it."""
    said: dict[int, list[str]] = {}
    for case, missing in session.execute(_MISSING, _asked(cases, stage)):
        said.setdefault(case, []).append(missing)
    return {case: sorted(texts, key=str.casefold) for case, texts in said.items()}


def _standing_then(session: Session, cases: Collection[int], stage: GradeStage) -> list[Grade]:
    """List the newest grades of a stage whose givers had no conflict when their case was revealed."""
    return list(session.scalars(_STANDING_THEN, _asked(cases, stage)))


def _revealed(session: Session, cases: Collection[int]) -> Iterable[int]:
    return session.scalars(_REVEALED, {"cases": list(cases)})


def _asked(cases: Collection[int], stage: GradeStage) -> dict[str, Any]:
    return {"cases": list(cases), "stage": stage}


def _judgement(grade: Grade) -> Judgement:
    observations = tuple(
        Observation(Theme(one.theme), Severity(one.severity), one.text, one.local_id) for one in grade.observations
    )
    return Judgement(GradeWord(grade.grade or ""), observations, grade.comment)


def _of_children(session: Session, cases: Collection[int]) -> set[int]:
    newest = select(func.max(Release.id)).where(Release.round_case_id.in_(cases)).group_by(Release.round_case_id)
    rows = session.execute(select(Release.round_case_id, Release.content).where(Release.id.in_(newest)))
    return {case for case, content in rows if from_json(content).age_group == AgeGroup.CHILD}
