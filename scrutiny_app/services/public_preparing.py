"""Preparing a public report that was asked for: its figures are reckoned first, which writes nothing and takes long.

The report is then kept, if nothing that its figures rest on has changed meanwhile. Its words are looked through for who
is in its cases before that: whoever wrote them learns at once that one cannot be printed.
"""

from typing import NamedTuple

from sqlalchemy.orm import Session

from scrutiny_app.domain.public_lines import LineKind, NamesSomebody, PublicLine
from scrutiny_app.models.people import User
from scrutiny_app.models.publishing import PublicPreparation, PublicReport
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.public_asking import Reckoned, lines_in, state_of
from scrutiny_app.services.public_figures import attack_again, figures_of, keep_attack
from scrutiny_app.services.public_reports import find_report, keep, told_by
from scrutiny_app.services.public_scanning import scan_with
from scrutiny_app.services.trail import now


class Again(NamedTuple):
    """That a report stands the attack with what was published since, and the state of all that this rests on."""

    report_id: int
    attacked: str
    state: tuple[int, ...]


def reckon(session: Session, preparation_id: int, key: CaseKey) -> Reckoned | Again | None:
    """Reckon the figures of what was asked for; None where it is done. Raises Refused where it may not be printed."""
    asked = session.get(PublicPreparation, preparation_id)
    if asked is None or asked.done_at:
        return None
    wanted, by, state = asked.wanted, session.get_one(User, asked.asked_by), state_of(session)
    if "again" in wanted:
        return Again(wanted["again"], attack_again(session, find_report(session, wanted["again"], by).row), state)
    told, force = told_by(session, wanted["rounds"], by)
    before = _before(session, asked)
    scan_words(session, force, wanted["rounds"], wanted["title"], lines_in(asked), key)
    content = before.content if before else None
    return Reckoned(figures_of(session, force, told, wanted["tables"], wanted["least"], content), state)


def finish(session: Session, preparation_id: int, reckoned: Reckoned | Again) -> bool:
    """Keep a report whose figures are reckoned; False where what they rest on has changed, so that it is done anew."""
    asked = session.get_one(PublicPreparation, preparation_id)
    if asked.done_at:
        return True
    if state_of(session) != reckoned.state:
        return False
    if isinstance(reckoned, Again):
        row = session.get_one(PublicReport, reckoned.report_id)
        keep_attack(session, row, reckoned.attacked)
        asked.report_id = row.id
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


def scan_words(
    session: Session, force: str, round_ids: list[int], title: str, lines: list[PublicLine], key: CaseKey
) -> None:
    """Raise NamesSomebody where words that a report shall print identify anybody in its rounds."""
    draft = PublicReport(force=force, rounds=sorted(round_ids))
    try:
        scan_with(key)(session, draft, (PublicLine(LineKind.TITLE, title), *lines))
    except NamesSomebody as found:
        found.message = (
            "Words that this report shall print hold something that identifies a person, so it was not prepared. Look "
            f"under {found.where}: take it out, or leave the line out."
        )
        raise


def _before(session: Session, asked: PublicPreparation) -> PublicReport | None:
    before = asked.wanted["before"]
    return session.get_one(PublicReport, before) if before else None
