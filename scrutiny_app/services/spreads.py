"""The grades that count: whose bodies make a quorum, and what the panel is shown of them once the chair reveals.

A grade counts if it is its giver's newest on what the decision-maker had, is no abstention, and no conflict of theirs
stands; what somebody said once they had read on is told apart, as second thoughts that are in no count. The spread
shown is fixed at the reveal: were it to lose a grade whenever a conflict came later, anybody who can pin one could
learn whose was whose.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session, aliased, lazyload

from scrutiny_app.domain.cases import AgeGroup
from scrutiny_app.domain.grading import SECOND_STAGES, GradeStage, Observation, Severity, Theme
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.people import Body
from scrutiny_app.domain.quorum import missing_from_quorum
from scrutiny_app.domain.releasing import from_json
from scrutiny_app.domain.spreads import Judgement, SecondThoughts, Spread, spread
from scrutiny_app.models.grades import Grade, Reveal
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round
from scrutiny_app.services.my_cases import has_conflict
from scrutiny_app.services.panels import quorum_of

_OF_CASES = Grade.round_case_id.in_(bindparam("cases", expanding=True))
_HAD_CONFLICT = has_conflict(Grade.round_case_id, Grade.user_id, until=Reveal.revealed_at)


def _newest() -> Select[*tuple[Any, ...]]:
    later = aliased(Grade)
    follows = (
        later.round_case_id == Grade.round_case_id,
        later.user_id == Grade.user_id,
        later.stage == Grade.stage,
        later.id > Grade.id,
    )
    return select(Grade).where(_OF_CASES, ~select(later.id).where(*follows).exists())


# Put together once: it takes longer than to ask the database, and every page of a revealed case asks all of it.
_GRADERS = (
    _newest()
    .with_only_columns(Grade.round_case_id, User.body)
    .join(User, Grade.user_id == User.id)
    .where(Grade.stage == GradeStage.AS_DECIDED, Grade.grade.is_not(None), User.body.is_not(None))
    .where(~has_conflict(Grade.round_case_id, Grade.user_id))
)
_AT_REVEAL = (
    _newest()
    .join(Reveal, Reveal.round_case_id == Grade.round_case_id)
    .where(~_HAD_CONFLICT)
    .options(lazyload(Grade.answers))
)
_REVEALED = select(Reveal.round_case_id).where(Reveal.round_case_id.in_(bindparam("cases", expanding=True)))


def graders(session: Session, cases: Collection[int]) -> dict[int, list[Body]]:
    """Give for each case (by id) the bodies of those whose grade counts now, one entry a grade."""
    found: dict[int, list[Body]] = {case: [] for case in cases}
    for case, body in session.execute(_GRADERS, {"cases": list(cases)}):
        found[case].append(Body(body or ""))
    return found


def lacking(session: Session, round_: Round, cases: Collection[int]) -> dict[int, list[str]]:
    """Say for each case (by id) what its panel still lacks for a quorum; an empty list is a quorum."""
    quorum = quorum_of(session.get_one(Panel, round_.panel_id))
    children = _of_children(session, cases)
    return {
        case: missing_from_quorum(bodies, quorum, case in children) for case, bodies in graders(session, cases).items()
    }


class AsRevealed(NamedTuple):
    """What the panel is shown of a case, as at its reveal.

    `second` is what was said by those who had read on, a stage each; `lacked`, in alphabetical order, what those who
    could not grade said that they lacked.
    """

    spread: Spread
    second: tuple[SecondThoughts, ...]
    lacked: tuple[str, ...]


def as_revealed(session: Session, cases: Collection[int]) -> dict[int, AsRevealed]:
    """Give what is shown of each of the cases (by id) that has been revealed: of givers without a conflict by then."""
    given: dict[int, list[Grade]] = {case: [] for case in _revealed(session, cases)}
    for grade in session.scalars(_AT_REVEAL, {"cases": list(cases)}):
        given[grade.round_case_id].append(grade)
    return {case: _as_revealed(grades) for case, grades in given.items()}


def revealed_spread(session: Session, case: int) -> AsRevealed:
    """Give what is shown of a case (by id) that is known to have been revealed."""
    return _as_revealed(list(session.scalars(_AT_REVEAL, {"cases": [case]})))


def spreads(session: Session, cases: Collection[int]) -> dict[int, Spread]:
    """Give the spread of each of the cases (by id) that has been revealed, as at its reveal."""
    return {case: shown.spread for case, shown in as_revealed(session, cases).items()}


def _as_revealed(newest: Collection[Grade]) -> AsRevealed:
    first = [one for one in newest if one.stage == GradeStage.AS_DECIDED]
    own = {one.user_id: one.grade for one in first if one.grade}
    thoughts = (_second(stage, [one for one in newest if one.stage == stage], own) for stage in SECOND_STAGES)
    return AsRevealed(_spread(first), tuple(one for one in thoughts if one.given), _lacked(first))


def _second(stage: GradeStage, said: Collection[Grade], own: Mapping[int, str]) -> SecondThoughts:
    changed = sum(own.get(one.user_id) not in (None, one.grade) for one in said if one.grade)
    return SecondThoughts(stage, changed, _spread(said), _lacked(said))


def _spread(grades: Iterable[Grade]) -> Spread:
    return spread(_judgement(one) for one in grades if one.grade)


def _lacked(grades: Iterable[Grade]) -> tuple[str, ...]:
    return tuple(sorted((one.missing for one in grades if one.grade is None and one.missing), key=str.casefold))


def _revealed(session: Session, cases: Collection[int]) -> Iterable[int]:
    return session.scalars(_REVEALED, {"cases": list(cases)})


def _judgement(grade: Grade) -> Judgement:
    observations = tuple(
        Observation(Theme(one.theme), Severity(one.severity), one.text, one.local_id) for one in grade.observations
    )
    return Judgement(GradeWord(grade.grade or ""), observations, grade.comment)


def _of_children(session: Session, cases: Collection[int]) -> set[int]:
    newest = select(func.max(Release.id)).where(Release.round_case_id.in_(cases)).group_by(Release.round_case_id)
    rows = session.execute(select(Release.round_case_id, Release.content).where(Release.id.in_(newest)))
    return {case for case, content in rows if from_json(content).age_group == AgeGroup.CHILD}
