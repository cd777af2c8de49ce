"""Stamps of a plan: what a page showed of it, so that nobody freezes or saves over a plan that they have not seen."""

import hashlib
import json

from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import planning

FIELDS = (
    *("title", "panel_id", "period_from", "period_to", "filters", "size", "strata"),
    *("floor", "cap", "rule", "theme", "targeted"),
)
CHOSEN = "chosen"
BETWEEN = "-"
_DIGITS = 12  # of each field's digest: enough to tell two plans of one round apart


class PlanMoved(Overtaken):
    """A plan that is no longer the one that was shown; `fields` names what of it was changed."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__("The plan was changed meanwhile, so nothing was done. Look at the plan as it is, and decide.")
        self.fields = fields


def stamp_of(session: Session, round_: Round) -> str:
    """Give a plan's stamp: a digest of each of its fields, and of the cases that it names by number."""
    values = [getattr(round_, name) for name in FIELDS] + [planning.chosen_numbers(session, round_)]
    return BETWEEN.join(_digest(value) for value in values)


def require_unmoved(session: Session, round_: Round, stamp: str) -> None:
    """Raise PlanMoved unless the plan is the one that bears this stamp; nobody else changes it from here on."""
    session.refresh(round_, with_for_update=True)
    present, shown = stamp_of(session, round_).split(BETWEEN), stamp.split(BETWEEN)
    if present == shown:
        return
    if len(shown) != len(present):
        raise PlanMoved(())
    names = (*FIELDS, CHOSEN)
    raise PlanMoved(tuple(name for name, now, then in zip(names, present, shown, strict=True) if now != then))


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()[:_DIGITS]
