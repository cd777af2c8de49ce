"""The cases that one person of the panel sees, which is where it is decided that they see them.

A person sees a case if they sit on its round's panel, the round has been opened, the case has been released and its
release not been taken away, and no conflict of theirs with it stands. Whatever else they ask for does not exist.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Executable,
    Select,
    and_,
    bindparam,
    exists,
    func,
    lambda_stmt,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.grading import STANDING, GradeStage, name_in, progress
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.people import PANEL_ROLES
from scrutiny_app.models.grades import CheckReading, Conflict, Grade, GradeDraft, LaterReading, Reveal
from scrutiny_app.models.panels import Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release, ReleaseChecks
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds
from scrutiny_app.services.my_rounds import MyCase, MyRound
from scrutiny_app.services.plain_rows import as_read, plain_rows
from scrutiny_app.services.trail import today_in_london

Id = InstrumentedAttribute[int] | BindParameter[int] | int


def has_conflict(
    round_case_id: Id, user_id: Id, until: InstrumentedAttribute[datetime] | None = None
) -> ColumnElement[bool]:
    """Say in SQL whether a person's newest step of conflict with a case stands, now or as at a moment."""
    step, later = aliased(Conflict), aliased(Conflict)  # so that a query over conflicts can ask this too
    ours = [step.round_case_id == round_case_id, step.user_id == user_id, step.state.in_(STANDING)]
    follows = [later.round_case_id == step.round_case_id, later.user_id == step.user_id, later.id > step.id]
    if until is not None:
        ours.append(step.set_at <= until)
        follows.append(later.set_at <= until)
    return exists().where(*ours, ~exists().where(*follows))


def _mine(*columns: ColumnElement[Any] | InstrumentedAttribute[Any]) -> Select[*tuple[Any, ...]]:
    """Select from the cases that a person sees, with the newest release of each: the one place that decides it."""
    me: BindParameter[int] = bindparam("me")
    newest = select(func.max(Release.version)).where(Release.round_case_id == RoundCase.id).correlate(RoundCase)
    return (
        select(*columns)
        .select_from(Round)
        .join(Seat, Seat.panel_id == Round.panel_id)
        .join(RoundCase, RoundCase.round_id == Round.id)
        .join(Release, and_(Release.round_case_id == RoundCase.id, Release.version == newest.scalar_subquery()))
        .outerjoin(Reveal, Reveal.round_case_id == RoundCase.id)
        .where(Seat.user_id == me, Seat.left_at.is_(None), Round.opened_at.is_not(None))
        .where(~has_conflict(RoundCase.id, me), RoundCase.withdrawn_at.is_(None), ~rounds.is_withheld(Release.id))
    )


def _seen() -> Select[*tuple[Any, ...]]:
    me: BindParameter[int] = bindparam("me")
    drawn = aliased(RoundCase)
    size = (
        select(func.count(drawn.id))
        .where(drawn.round_id == Round.id, drawn.withdrawn_at.is_(None))
        .correlate(Round)
        .scalar_subquery()
    )
    mine = select(func.max(Grade.id)).where(Grade.round_case_id == RoundCase.id, Grade.user_id == me)
    own, checked, later = (mine.where(Grade.stage == stage) for stage in GradeStage)
    return (
        _mine(
            RoundCase.round_id,
            RoundCase.id,
            RoundCase.reference,
            RoundCase.position,
            size.label("size"),
            Release.id.label("release_id"),
            Release.version,
            Grade.id.label("grade_id"),
            Grade.grade,
            (Grade.missing != "").label("lacking"),
            Grade.release_id.label("graded_release"),
            later.correlate(RoundCase).scalar_subquery().label("later_grade_id"),
            checked.correlate(RoundCase).scalar_subquery().label("checked_grade_id"),
            Reveal.revealed_at,
            GradeDraft.saved_at,
            LaterReading.read_at,
            ReleaseChecks.release_id.label("checked_release"),
            CheckReading.read_at.label("checks_read_at"),
        )
        .outerjoin(Grade, Grade.id == own.correlate(RoundCase).scalar_subquery())
        .outerjoin(GradeDraft, and_(GradeDraft.round_case_id == RoundCase.id, GradeDraft.user_id == me))
        .outerjoin(LaterReading, and_(LaterReading.round_case_id == RoundCase.id, LaterReading.user_id == me))
        .outerjoin(ReleaseChecks, ReleaseChecks.release_id == Release.id)
        .outerjoin(CheckReading, and_(CheckReading.round_case_id == RoundCase.id, CheckReading.user_id == me))
        .order_by(Round.opened_at.desc(), Round.id.desc(), RoundCase.position)
    )


# Put together once: it takes longer than to ask the database, and every page of a case asks it.
_ALL = _seen()
_ROUND = _ALL.where(Round.id == bindparam("round_id"))
_IS_OF_CASE = select(RoundCase.round_id).where(RoundCase.reference == bindparam("reference")).scalar_subquery()
_ROUND_OF_CASE = lambda_stmt(lambda: _ALL.where(Round.id == _IS_OF_CASE), enable_tracking=False)
_STANDS = lambda_stmt(
    lambda: _mine(Release.id, Reveal.revealed_at).where(RoundCase.reference == bindparam("reference")),
    enable_tracking=False,
)


def my_rounds(session: Session, by: User) -> list[MyRound]:
    """List the opened rounds of a person's panels with the cases that they see; those open today first, then newest."""
    found: dict[int, list[Any]] = {}
    for row in _rows(session, _ALL, by):
        found.setdefault(row.round_id, []).append(row)
    rounds_ = {one.id: one for one in session.scalars(select(Round).where(Round.id.in_(found)))}
    return sorted((_my_round(rounds_[id_], rows) for id_, rows in found.items()), key=lambda mine: not mine.is_open)


_SEATED = (
    select(User.name)
    .join(Seat, Seat.user_id == User.id)
    .where(Seat.panel_id == bindparam("panel"), Seat.left_at.is_(None))
    .order_by(User.name)
)
_RELEASED = lambda_stmt(
    lambda: (
        select(Release.content, *Round.__table__.columns)
        .join(RoundCase, RoundCase.id == Release.round_case_id)
        .join(Round, Round.id == RoundCase.round_id)
        .where(Release.id == bindparam("id"))
    ),
    enable_tracking=False,
)


def find_my_case(session: Session, reference: str, by: User) -> tuple[MyRound, MyCase]:
    """Find one case that a person sees by its reference, in capitals or not, and its round; else raise NotYours."""
    if not reference.isprintable():  # PostgreSQL will not even compare with such a text
        raise NotYours
    row, rows = _of_case(session, reference, by)
    mine = _my_round(session.get_one(Round, row.round_id), rows)
    return mine, mine.cases[rows.index(row)]


def read_my_case(session: Session, reference: str, by: User) -> tuple[MyRound, MyCase, str]:
    """Find a case as `find_my_case` does, and what was released of it; the round is one to look at, not to change."""
    row, rows = _of_case(session, reference, by)
    released = plain_rows(session, _RELEASED, {"id": row.release_id}).one()
    round_ = as_read(Round, dict(zip(Round.__table__.columns.keys(), released[1:], strict=True)))
    mine = _my_round(round_, rows)
    return mine, mine.cases[rows.index(row)], released.content


def is_still(session: Session, case: MyCase, by: User) -> bool:
    """Say whether a case stands as a person found it a moment ago; raise NotYours where it was taken from them."""
    row = plain_rows(session, _STANDS, {"me": by.id, "reference": case.reference}).first()
    if row is None:
        raise NotYours
    return tuple(row) == (case.release_id, case.revealed_at)


def _of_case(session: Session, reference: str, by: User) -> tuple[Any, Sequence[Any]]:
    reference = reference.upper()
    rows = _rows(session, _ROUND_OF_CASE, by, reference=reference)
    for row in rows:
        if row.reference == reference:
            return row, rows
    raise NotYours


def my_round(session: Session, round_: Round, by: User) -> MyRound:
    """Give a round of a person's with the cases that they see, which may be none."""
    rows = _rows(session, _ROUND, by, round_id=round_.id)
    if rows:
        return _my_round(round_, rows)
    return MyRound(round_, rounds.is_open(round_, today_in_london()), (), rounds.count_cases(session, round_))


def name_in_words(session: Session, round_: Round, *texts: str) -> str | None:
    """Give the name of somebody seated on the round's panel that one of the texts holds, or None."""
    seated = plain_rows(session, _SEATED, {"panel": round_.panel_id}).scalars()
    return name_in("\n".join(texts), seated)


def _rows(session: Session, query: Executable, by: User, **asked: int | str) -> Sequence[Any]:
    if by.role not in PANEL_ROLES:
        raise NotYours
    return plain_rows(session, query, {"me": by.id} | asked).all()


def _my_round(round_: Round, rows: Sequence[Any]) -> MyRound:
    is_open = rounds.is_open(round_, today_in_london())
    return MyRound(round_, is_open, tuple(_my_case(row, is_open) for row in rows), rows[0].size)


def _my_case(row: Any, is_open: bool) -> MyCase:
    _, id_, reference, place, _, release_id, version, grade_id, grade, lacking, of, *further = row
    later, checked, revealed, saved, read, checks, checks_read = further
    stands = progress(
        given=grade_id is not None,
        graded=grade is not None,
        is_open=is_open,
        revealed=revealed is not None,
        lacking=bool(lacking),
    )
    amended = grade_id is not None and of != release_id
    seen = (id_, reference, place, release_id, version, grade_id, revealed, stands, amended, later, saved)
    own = GradeWord(grade) if grade else None
    return MyCase(*seen, read is not None, own, checked, checks is not None, checks_read is not None)
