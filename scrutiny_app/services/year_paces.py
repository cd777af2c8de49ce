"""How long the steps of a year's rounds took: reckoned on the force's side, which alone knows the days, and kept.

The panel's side may not read when a case was disposed of or a letter read. It reads what both came to, no case apart.
"""

from collections.abc import Collection
from datetime import date
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.timeliness import Pace, Step
from scrutiny_app.models.estimates import YearPace


def kept_paces(session: Session, round_ids: Collection[int]) -> tuple[date | None, tuple[Pace, ...]]:
    """Give how long the steps of exactly these rounds took, and the day on which that was reckoned; None before."""
    rows = {one.step: one for one in session.scalars(select(YearPace).where(YearPace.rounds == _key(round_ids)))}
    if len(rows) < len(Step):
        return None, ()
    kept = [rows[step] for step in Step]
    paces = (Pace(Step(one.step), one.begun, one.done, (one.quarter, one.half, one.most), one.longest) for one in kept)
    return min(one.reckoned_on for one in kept), tuple(paces)


def keep_paces(session: Session, round_ids: Collection[int], paces: Collection[Pace], on: date) -> None:
    """Keep how long the steps of these rounds took, in place of what was kept before."""
    if kept_paces(session, round_ids) == (on, tuple(paces)):
        return
    for one in paces:
        quarter, half, most = one.quartiles
        days = {"quarter": quarter, "half": half, "most": most, "longest": one.longest}
        row = YearPace(rounds=_key(round_ids), step=one.step, begun=one.begun, done=one.done, reckoned_on=on, **days)
        session.merge(row)
    session.flush()


def _key(round_ids: Collection[int]) -> str:
    return sha256(",".join(map(str, sorted(round_ids))).encode()).hexdigest()
