"""Induction: a member grades invented cases and reads what a model panel found. It counts for nothing."""

import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import calibrating
from scrutiny_app.domain.calibrating import CalibrationCase
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import CalibrationGraded
from scrutiny_app.domain.grading import LONGEST_COMMENT
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.models.grades import CalibrationGrade
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from scrutiny_app.services.trail import now


class Tried(NamedTuple):
    """One case of the set as one member has it; `given` is what they made of it, or None."""

    calibration: CalibrationCase
    given: CalibrationGrade | None


@cache
def calibration_set() -> tuple[CalibrationCase, ...]:
    """Give the set in its order, read from its files once."""
    folder = resources.files("scrutiny_app") / "calibration"
    files = sorted((one for one in folder.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name)
    return tuple(
        calibrating.from_mapping(file.name.removesuffix(".toml"), place, tomllib.loads(file.read_text("utf-8")))
        for place, file in enumerate(files, start=1)
    )


def tried(session: Session, *, by: User) -> list[Tried]:
    """List the set with what a member made of each case."""
    given = {one.code: one for one in session.scalars(_given(by))}
    return [Tried(one, given.get(one.code)) for one in calibration_set()]


def find_calibration(session: Session, code: str, *, by: User) -> Tried:
    """Find one case of the set by its code; raise NotYours where there is none."""
    found = next((one for one in tried(session, by=by) if one.calibration.code == code), None)
    if found is None:
        raise NotYours
    return found


def try_case(session: Session, code: str, *, grade: GradeWord, comment: str = "", by: User) -> CalibrationGrade:
    """Keep what a member made of an invented case; once it is kept and its finding was read, it stays."""
    found = find_calibration(session, code, by=by)
    if found.given is not None:
        return found.given
    if len(comment) > LONGEST_COMMENT:
        raise Refused(f"The comment is longer than {LONGEST_COMMENT:,} characters: shorten it.")
    kept = CalibrationGrade(user_id=by.id, code=code, grade=grade, comment=comment.strip(), given_at=now())
    session.add(kept)
    session.flush()
    trail.record(session, CalibrationGraded(code), by=by)
    return kept


def _given(by: User) -> Select[CalibrationGrade]:
    return select(CalibrationGrade).where(CalibrationGrade.user_id == by.id).order_by(CalibrationGrade.id)
