"""The figures of a public report: what its rounds count, hidden where small, and attacked with all that was published.

What was published before is every earlier public report of the force that any of the rounds is in, directly or through
another, and every public national return of those rounds.
"""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.besieging import Impossible, Name, Range
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.national_forms import public
from scrutiny_app.domain.national_return import Return
from scrutiny_app.domain.public_attack import ranges_left
from scrutiny_app.domain.public_attacked import attacked_digest
from scrutiny_app.domain.public_cells import publication_of
from scrutiny_app.domain.public_forms import form_in
from scrutiny_app.domain.public_hiding import GivesAway, fullest, given_away
from scrutiny_app.domain.public_report import table_of, tables_in, to_print
from scrutiny_app.domain.suppressing import Publication
from scrutiny_app.domain.told_rounds import ToldRound
from scrutiny_app.models.publishing import PublicAttack, PublicReport, PublicStep
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import trail
from scrutiny_app.services.public_returns import published_returns, refuse_unknown
from scrutiny_app.services.told_rounds import tell

Content = Mapping[str, Any]
GIVEN_AWAY = (
    "Hidden numbers could be worked out from this round’s public return together with what was published of it before. "
    "No public return of it can be made; nothing was written."
)


class Figures(NamedTuple):
    """What a report's rounds count, each count as it may be printed, and what was published before."""

    told: list[ToldRound]
    shown: dict[Name, int | Range]
    earlier: list[Publication]


class PublishedSince(Refused):
    """A report that was attacked without something that has been published since."""

    def __init__(self) -> None:
        super().__init__(
            "Something about these rounds was published since this was prepared. Its numbers are attacked anew, "
            "together with that, before it may be published."
        )


def figures_of(
    session: Session,
    force: str,
    wanted: Collection[Round],
    tables: Collection[str],
    least: int,
    before: Content | None = None,
) -> Figures:
    """Reckon what may be printed of some rounds; raise GivesAway where hidden numbers could be worked out.

    Where all is as it was `before`, and still stands the attack, the same counts are printed and hidden again.
    """
    told = [tell(session, one) for one in wanted]
    if tables:
        refuse_unknown(session, _concerned(_published(session, force), {one.id for one in told}))
    earlier = earlier_publications(session, force, told)
    try:
        shown = _as_before(told, tables, earlier, least, before) or fullest(told, tables, earlier, least)
    except Impossible as fault:
        raise Refused(
            "What was published before contradicts the rounds as they stand, so that nothing can be hidden safely. "
            "Ask the registrar to look at the earlier reports."
        ) from fault
    return Figures(told, shown, earlier)


def reckon_return(session: Session, told: ToldRound, least: int) -> Return:
    """Reckon a round's public return, attacked with all that was published before; raise Refused where none may be."""
    force = told.report.force
    refuse_unknown(session, _concerned(_published(session, force), {told.id}))
    try:
        return public(told.exact, least, earlier_publications(session, force, [told]), told.state)
    except (GivesAway, Impossible) as fault:
        raise Refused(GIVEN_AWAY) from fault


def _as_before(
    told: Collection[ToldRound],
    tables: Collection[str],
    earlier: Collection[Publication],
    least: int,
    before: Content | None,
) -> dict[Name, int | Range] | None:
    """Give each count as an earlier version has it; None where anything changed, or it would give something away."""
    if before is None or before["hidden_below"] != least or set(tables_in(before)) != set(tables):
        return None
    printing, kept = to_print(told, tables, form_in(before), least), publication_of(before)
    if kept.keys() != printing.counts.keys():
        return None
    if any(count not in (None, printing.counts[name]) for name, count in kept.items()):
        return None
    if given_away(kept, printing, earlier, least):
        return None
    return ranges_left(printing.counts, kept, earlier)


def check_unchanged(session: Session, report: PublicReport) -> None:
    """Raise Refused where counts have changed since a report was attacked, PublishedSince where more was published."""
    if not _stood(session, report, attacked_of(report.content, *_now(session, report))):
        raise PublishedSince


def attack_again(session: Session, report: PublicReport) -> str:
    """Attack a prepared report with all that has been published since, and give the digest of what was attacked.

    Raises Refused where it may not be published.
    """
    if tables_in(report.content):
        refuse_unknown(session, _concerned(_published(session, report.force), set(report.rounds)))
    told, earlier = _now(session, report)
    least, kept = report.content["hidden_below"], publication_of(report.content)
    printing = to_print(told, tables_in(report.content), form_in(report.content), least)
    if bare := given_away({name: kept.get(name) for name in printing.counts}, printing, earlier, least):
        raise GivesAway(table_of(name) for name in bare)
    return attacked_of(report.content, told, earlier)


def keep_attack(session: Session, report: PublicReport, digest: str) -> None:
    """Keep that a report stood the attack on what this digest is of; the same twice is once."""
    if not _stood(session, report, digest):
        session.add(PublicAttack(report_id=report.id, digest=digest, stood_at=trail.now()))
        session.flush()


def _stood(session: Session, report: PublicReport, digest: str) -> bool:
    stood = select(PublicAttack.id).where(PublicAttack.report_id == report.id, PublicAttack.digest == digest)
    return session.scalar(stood) is not None


def attacked_of(content: Content, told: Collection[ToldRound], earlier: Collection[Publication]) -> str:
    """Give the digest of what a report's content prints, of the counts beneath it and of what was published before."""
    printing = to_print(told, tables_in(content), form_in(content), content["hidden_below"])
    return attacked_digest(publication_of(content), printing, earlier, content["hidden_below"])


def _now(session: Session, report: PublicReport) -> tuple[list[ToldRound], list[Publication]]:
    """Tell a report's rounds as they are now, and what was published before it; raise Refused where counts changed."""
    wanted = [session.get_one(Round, one) for one in report.rounds]
    told = [tell(session, one) for one in wanted]
    kept = publication_of(report.content)
    if {name[0] for name in kept} != {name[0] for name in to_print(told, ()).counts}:
        raise Refused("A finding was superseded since this was prepared, so its counts are old. Prepare it anew.")
    least = report.content["hidden_below"]
    printing = to_print(told, tables_in(report.content), form_in(report.content), least)
    if any(count is not None and count != printing.counts.get(name) for name, count in kept.items()):
        raise Refused("The counts have changed since this was prepared. Prepare it anew.")
    return told, earlier_publications(session, report.force, told)


def earlier_publications(session: Session, force: str, told: Collection[ToldRound]) -> list[Publication]:
    """Give the counts of all that was published of these rounds, or of others through which they can be reckoned."""
    reports = _published(session, force)
    concerned = _concerned(reports, {one.id for one in told})
    found: list[Publication] = [publication_of(one.content) for one in reports if concerned & set(one.rounds)]
    for one in sorted(concerned):
        found += published_returns(session, one)
    return found


def _published(session: Session, force: str) -> list[PublicReport]:
    query = select(PublicReport).join(PublicStep, PublicStep.report_id == PublicReport.id)
    query = query.where(PublicReport.force == force, PublicStep.step == "published").order_by(PublicReport.id)
    return list(session.scalars(query))


def _concerned(reports: Collection[PublicReport], concerned: set[int]) -> set[int]:
    """Give some rounds, and those through which reports let them be reckoned."""
    while more := {one for report in reports if concerned & set(report.rounds) for one in report.rounds} - concerned:
        concerned = concerned | more
    return concerned
