"""What minutes state of a round's method: who was eligible, the draw with what was undone of it, and agreement."""

from datetime import date

from sqlalchemy.orm import Session

from scrutiny_app.domain.agreement import agreement
from scrutiny_app.domain.figures_tables import day
from scrutiny_app.domain.framing import EXCLUSION_TITLES, ExclusionReason
from scrutiny_app.domain.minutes import NOT_RECORDED
from scrutiny_app.domain.report_agreement import TITLE, agreement_words
from scrutiny_app.domain.rounds import filter_words
from scrutiny_app.models.frames import Frame
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import rounds
from scrutiny_app.services.accounts import accounts_of, undone_of
from scrutiny_app.services.reporting import is_revealed
from scrutiny_app.services.spreads import spreads

Rows = tuple[tuple[str, str], ...]


def method_rows(session: Session, round_: Round) -> Rows:
    """Give what was drawn from, how, what was undone, and how far members agreed, as labels and words."""
    frame, draw = rounds.frame_of(session, round_), rounds.draw_of(session, round_)
    return (
        *(_frame(session, frame) if frame else ()),
        ("Draw", frame.draw_id if frame else NOT_RECORDED),
        ("Dice", draw.dice if draw else NOT_RECORDED),
        *_undone(session, round_),
        (TITLE, _agreed(session, round_)),
    )


def _frame(session: Session, frame: Frame) -> Rows:
    rules = frame.rules
    left_out = [f"{EXCLUSION_TITLES[ExclusionReason(why)]}: {count}" for why, count in frame.exclusions.items()]
    accounts = accounts_of(session, frame).values()
    first, last = (date.fromisoformat(rules[end]) for end in ("period_from", "period_to"))
    return (
        ("Cases finalised", f"{day(first)} to {day(last)}"),
        *filter_words(rules["filters"]).items(),
        ("Eligible (the frame)", f"{sum(one.cases for one in accounts):,}"),
        ("Left out of the frame", "; ".join(left_out) or "None"),
        ("Drawn", f"{sum(one.standing for one in accounts):,}"),
        ("Kind of sample", "Targeted, not random" if frame.targeted else "Random"),
        ("Way of drawing", rules["algorithm"]),
    )


def _undone(session: Session, round_: Round) -> Rows:
    undone = undone_of(session, round_)
    return (
        ("Draws made void", str(undone.voids)),
        ("Draws begun again before any dice", str(undone.begun_again)),
        ("Cases replaced", str(undone.replacements)),
        ("Places left empty", str(undone.left_empty)),
    )


def _agreed(session: Session, round_: Round) -> str:
    if not is_revealed(session, round_):
        return "Told once the grades of every case are revealed."
    ids = [case.id for case in rounds.cases_of(session, round_)]
    return agreement_words(agreement(list(spreads(session, ids).values())))
