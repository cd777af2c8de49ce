"""Preparing a public report or return that was asked for: its figures are reckoned first, which takes long.

That writes nothing. It is then kept, if nothing that its figures rest on has changed meanwhile. A report's words are
looked through for who is in its cases before that: whoever wrote them learns at once that one cannot be printed.
"""

from typing import NamedTuple

from sqlalchemy.orm import Session

from scrutiny_app.domain.national_return import Return
from scrutiny_app.domain.told_rounds import ToldRound
from scrutiny_app.models.people import User
from scrutiny_app.models.publishing import PublicPreparation, PublicReport
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.public_asking import check_words, lines_in, state_of
from scrutiny_app.services.public_figures import Figures, attack_again, figures_of, keep_attack, reckon_return
from scrutiny_app.services.public_reports import find_report, keep, told_by
from scrutiny_app.services.public_returns import keep_return, kept_return
from scrutiny_app.services.public_scanning import scan_with
from scrutiny_app.services.rounds import find_round
from scrutiny_app.services.told_rounds import tell
from scrutiny_app.services.trail import now


class Reckoned(NamedTuple):
    """The figures of a report, and the state of all that they rest on."""

    figures: Figures
    state: tuple[int, ...]


class Returned(NamedTuple):
    """A round as it was told with its public return, and the state of all that this rests on."""

    told: ToldRound
    made: Return
    state: tuple[int, ...]


class Again(NamedTuple):
    """That a report stands the attack with what was published since, and the state of all that this rests on."""

    report_id: int
    attacked: str
    state: tuple[int, ...]


def reckon(session: Session, preparation_id: int, key: CaseKey) -> Reckoned | Returned | Again | None:
    """Reckon the figures of what was asked for; None where it is done. Raises Refused where it may not be printed."""
    asked = session.get(PublicPreparation, preparation_id)
    if asked is None or asked.done_at:
        return None
    wanted, by, state = asked.wanted, session.get_one(User, asked.asked_by), state_of(session)
    if "again" in wanted:
        return Again(wanted["again"], attack_again(session, find_report(session, wanted["again"], by).row), state)
    if "return" in wanted:
        round_told = tell(session, find_round(session, wanted["return"], by))
        return Returned(round_told, reckon_return(session, round_told, wanted["least"]), state)
    told, force = told_by(session, wanted["rounds"], by)
    before = _before(session, asked)
    check_words(session, force, wanted["rounds"], wanted["title"], lines_in(asked), scan_with(key))
    content = before.content if before else None
    return Reckoned(figures_of(session, force, told, wanted["tables"], wanted["least"], content), state)


def finish(session: Session, preparation_id: int, reckoned: Reckoned | Returned | Again) -> bool:
    """Keep what is reckoned; False where what its figures rest on has changed, so that it is done anew."""
    asked = session.get_one(PublicPreparation, preparation_id)
    if asked.done_at:
        return True
    if state_of(session) != reckoned.state:
        return False
    if isinstance(reckoned, Again):
        row = session.get_one(PublicReport, reckoned.report_id)
        keep_attack(session, row, reckoned.attacked)
        asked.report_id = row.id
    elif isinstance(reckoned, Returned):
        if kept_return(session, reckoned.told, asked.wanted["least"]) is None:
            keep_return(session, reckoned.told, reckoned.made)
    else:
        wanted, by = asked.wanted, session.get_one(User, asked.asked_by)
        told, _ = told_by(session, wanted["rounds"], by)
        about = {"lines": lines_in(asked), "least": wanted["least"], "before": _before(session, asked), "by": by}
        asked.report_id = keep(session, told, reckoned.figures, wanted["title"], **about).id
    asked.done_at = now()
    return True


def refuse(session: Session, preparation_id: int, why: str) -> None:
    """Keep why what was asked for is not prepared."""
    asked = session.get_one(PublicPreparation, preparation_id)
    if asked.done_at is None:
        asked.refusal, asked.done_at = why, now()


def _before(session: Session, asked: PublicPreparation) -> PublicReport | None:
    before = asked.wanted["before"]
    return session.get_one(PublicReport, before) if before else None
