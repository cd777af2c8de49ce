"""Planning: a round planned, planned anew or dropped, and the cases that a targeted one was given."""

import unicodedata
from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.events import PlanChanged, RoundDropped, RoundPlanned
from scrutiny_app.domain.rounds import LONGEST_TITLE, RoundKind, RoundPlan, Stage, UnusablePlan
from scrutiny_app.models.case_marks import ChosenCase
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import matching, panels, rounds, trail
from scrutiny_app.services.trail import now

_ROOM = LONGEST_TITLE - 30  # for a title, beside the word that its round was dropped
MOST_NAMED = 10  # numbers in one refusal; more would bury what to do


def plan_round(session: Session, plan: RoundPlan, panel_id: int, *, by: User) -> Round:
    """Plan a panel round of the person's force; raise UnusablePlan, naming the field, where it cannot stand."""
    fields = _planned(session, plan, panel_id, by)
    round_ = Round(kind=RoundKind.PANEL, force=by.force, planned_by=by.id, planned_at=now(), **fields)
    session.add(round_)
    session.flush()
    _keep_chosen(session, round_, plan.chosen)
    trail.record(session, RoundPlanned(round_.id, round_.kind, round_.size), by=by)
    return round_


def change_plan(session: Session, round_: Round, plan: RoundPlan, panel_id: int, *, by: User) -> Round:
    """Plan a round anew, as long as its frame is not frozen."""
    rounds.require_stage(session, round_, Stage.PLANNED)
    for name, value in _planned(session, plan, panel_id, by, besides=round_.id).items():
        setattr(round_, name, value)
    _keep_chosen(session, round_, plan.chosen)
    trail.record(session, PlanChanged(round_.id, round_.size), by=by)
    return round_


def drop_round(session: Session, round_: Round, *, by: User) -> Round:
    """Drop a plan whose frame was never frozen: its row and its place on the trail stay, its title is free again."""
    require_never_frozen(session, round_)
    round_.dropped_at = now()
    round_.title = f"{round_.title[:_ROOM]} (dropped {round_.id})"
    trail.record(session, RoundDropped(round_.id), by=by)
    return round_


def require_never_frozen(session: Session, round_: Round) -> None:
    """Raise OutOfOrder unless a round is planned and nothing of it was ever frozen: then alone it can be dropped."""
    rounds.require_stage(session, round_, Stage.PLANNED)
    if rounds.frames_of(session, round_):
        raise rounds.OutOfOrder("A frame of this round was frozen once, and what was frozen stays in the record.")


def chosen_numbers(session: Session, round_: Round) -> list[str]:
    """List the numbers of the cases that a targeted round was given, in order."""
    query = select(CaseNumber.number).join(ChosenCase, ChosenCase.case_id == CaseNumber.case_id)
    return sorted(session.scalars(query.where(ChosenCase.round_id == round_.id)))


def _planned(session: Session, plan: RoundPlan, panel_id: int, by: User, besides: int = 0) -> dict[str, object]:
    plan.checked()
    if panel_id not in [panel.id for panel, _ in panels.panels_of(session, by)]:
        raise UnusablePlan("Choose one of your force's panels", "panel_id")
    title = " ".join(plan.title.split())
    if session.scalar(select(Round.id).where(Round.title == title, Round.id != besides)):
        raise UnusablePlan("Another round has that title: choose one that tells them apart", "title")
    filters = {name: sorted(values) for name, values in plan.filters.items() if values}
    period = {"period_from": plan.period_from, "period_to": plan.period_to}
    sample = {"strata": list(plan.strata), "size": plan.size, "floor": plan.floor, "cap": plan.cap, "rule": plan.rule}
    steered = {"theme": asdict(plan.theme) if plan.theme else None, "targeted": plan.targeted or bool(plan.chosen)}
    return {"title": title, "panel_id": panel_id, "filters": filters} | period | sample | steered


def _keep_chosen(session: Session, round_: Round, numbers: Sequence[str]) -> None:
    session.execute(delete(ChosenCase).where(ChosenCase.round_id == round_.id))
    if not numbers:
        return
    chosen = cases_named(session, round_.force, [unicodedata.normalize("NFC", number) for number in numbers])
    session.add_all(ChosenCase(round_id=round_.id, case_id=case_id) for case_id in chosen.values())
    session.flush()
    let_in = set(session.scalars(select(Case.id).where(*matching.matching(round_))))
    if outside := [number for number, case_id in chosen.items() if case_id not in let_in]:
        raise UnusablePlan(
            f"{_named(outside)}: not finalised in the period, or not let in by the filters. Change those, or take "
            "the numbers out",
            "chosen",
        )


def cases_named(session: Session, force: str, numbers: Sequence[str]) -> dict[str, int]:
    """Find the force's cases by number; refuses numbers that none has, naming them."""
    query = select(CaseNumber.number, CaseNumber.case_id).where(CaseNumber.force == force)
    found = dict(row for row in session.execute(query.where(CaseNumber.number.in_(numbers))))
    if unknown := [number for number in numbers if number not in found]:
        raise UnusablePlan(
            f"{_named(unknown)}: your force has no case with that number. Correct each, or import the extract that "
            "holds it",
            "chosen",
        )
    return found


def _named(numbers: Sequence[str]) -> str:
    rest = len(numbers) - MOST_NAMED
    return ", ".join(numbers[:MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
