"""Public reports as they are prepared: the rounds they may tell, and each version as it stands.

A version is never edited. To change anything a new one is prepared, which takes the published one's place once it is
published itself.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import PublicReportPrepared
from scrutiny_app.domain.public_lines import PublicLine, check_lines, lines_of
from scrutiny_app.domain.public_report import TABLES, digest_of, make_content
from scrutiny_app.domain.rounds import RoundKind, Stage
from scrutiny_app.domain.suppressing import LEAST
from scrutiny_app.models.people import User
from scrutiny_app.models.publishing import LineApproval, PublicReport, PublicSentBack, PublicStep
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.frame_checking import check_of
from scrutiny_app.services.public_figures import Figures, attacked_of, figures_of, keep_attack
from scrutiny_app.services.trail import now

LONGEST_TITLE, _LONGEST_SLUG = 120, 80
MOST_ROUNDS = 12  # a year of them; more would be long to attack
STEPS = ("chair", "registrar", "published", "withdrawn")


@dataclass(frozen=True)
class Prepared:
    """One version of a report, what was done with it, and which of its lines somebody has approved."""

    row: PublicReport
    steps: dict[str, PublicStep]
    approved: frozenset[str]  # lines' digests
    replaced_by: int | None = None  # the newest version, where that came before this one was published
    sent_back: PublicSentBack | None = None

    @property
    def lines(self) -> tuple[PublicLine, ...]:
        """Give all its free text."""
        return lines_of(self.row.content)

    @property
    def to_approve(self) -> tuple[PublicLine, ...]:
        """Give the lines that nobody has approved yet."""
        return tuple(one for one in self.lines if one.digest not in self.approved)

    @property
    def is_approved(self) -> bool:
        """Say whether the chair and the registrar have approved it with each of its lines."""
        return set(_APPROVERS) <= self.steps.keys() and not self.to_approve

    @property
    def waits_for(self) -> str:
        """Name those who have yet to approve it."""
        return " and ".join(f"the {one}" for one in _APPROVERS if one not in self.steps)

    @property
    def state(self) -> str:
        """Say in a few words how far it has come."""
        done = [words for step, words in _STATES.items() if step in self.steps]
        if done:
            return done[0]
        if self.replaced_by:
            return f"Replaced by version {self.replaced_by}"
        if self.sent_back:
            return "Sent back, to be prepared anew"
        given = " and ".join(f"the {one}" for one in _APPROVERS if one in self.steps)
        left = f"waits for {self.waits_for}" if self.waits_for else "ready to publish"
        return f"Approved by {given}; {left}" if given else "Prepared"

    @property
    def number(self) -> int:
        """Give the number that the public knows the version by: published ones are counted, drafts are not."""
        return int(self.row.content["version"])


_STATES = {"withdrawn": "Withdrawn", "published": "Published"}
_APPROVERS = STEPS[:2]


def reports_for(session: Session, by: User) -> list[Prepared]:
    """List every version of the reports on a person's rounds, newest first."""
    mine = {one.id for one in rounds.rounds_for(session, by)}
    rows = session.scalars(select(PublicReport).order_by(PublicReport.id.desc()))
    return [standing(session, row) for row in rows if set(row.rounds) <= mine]


def find_report(session: Session, report_id: int, by: User) -> Prepared:
    """Find a version of a report on a person's own rounds; raise NotYours for any other."""
    row = session.get(PublicReport, report_id)
    if row is None:
        raise NotYours
    for round_id in row.rounds:
        rounds.find_round(session, round_id, by)
    return standing(session, row)


def standing(session: Session, row: PublicReport) -> Prepared:
    """Say how a version stands: a line approved in an earlier version is approved as long as it is the same."""
    steps = {one.step: one for one in session.scalars(select(PublicStep).where(PublicStep.report_id == row.id))}
    same = select(PublicReport.id).where(PublicReport.force == row.force, PublicReport.slug == row.slug)
    query = select(LineApproval.line_digest).where(
        LineApproval.report_id.in_(same), LineApproval.approved_by.not_in(preparers(session, row))
    )
    newest = session.scalar(select(func.max(PublicReport.version)).where(PublicReport.id.in_(same)))
    replaced = newest if "published" not in steps and newest and newest > row.version else None
    back = session.get(PublicSentBack, row.id)
    return Prepared(row, steps, frozenset(session.scalars(query)), replaced, back)


def preparers(session: Session, row: PublicReport) -> set[int]:
    """Name those who prepared this version or one before it: whoever chose a line does not approve it."""
    query = select(PublicReport.prepared_by).where(PublicReport.force == row.force, PublicReport.slug == row.slug)
    return set(session.scalars(query.where(PublicReport.version <= row.version)))


def told_already(session: Session, told: Collection[Round], by: User) -> dict[int, list[Prepared]]:
    """Give of each round the reports that tell it, each in the version that is published or else the newest."""
    mine = {one.id for one in rounds.rounds_for(session, by)}
    query = select(PublicReport).where(PublicReport.force.in_({one.force for one in told})).order_by(PublicReport.id)
    kept: dict[str, Prepared] = {}
    for row in session.scalars(query):
        one = standing(session, row)
        may = "published" in one.steps or (row.slug not in kept and set(row.rounds) <= mine)
        if may and one.replaced_by is None:
            kept[row.slug] = one
    return {round_.id: [one for one in kept.values() if round_.id in one.row.rounds] for round_ in told}


def numbers_waiting(session: Session, report: PublicReport) -> dict[str, int]:
    """Count, by round, the numbers named from outside that the registrar has not answered."""
    told = [session.get_one(Round, one) for one in report.rounds]
    return {one.title: left for one in told if (left := check_of(session, one).unanswered)}


def is_told(session: Session, round_: Round) -> bool:
    """Say whether a public report tells a round, or was prepared to."""
    query = select(PublicReport.rounds).where(PublicReport.force == round_.force)
    return any(round_.id in ids for ids in session.scalars(query))


def not_told(session: Session, ours: Collection[Round]) -> list[Round]:
    """List the signed panel rounds that no report tells or was prepared to tell, newest first."""
    query = select(PublicReport.rounds).where(PublicReport.force.in_({one.force for one in ours}))
    told = {round_id for ids in session.scalars(query) for round_id in ids}
    left = [one for one in ours if one.kind == RoundKind.PANEL and one.id not in told]
    return [one for one in left if rounds.stage(session, one) is Stage.SIGNED]


def rounds_to_tell(session: Session, by: User) -> list[Round]:
    """List a person's panel rounds whose every case has a signed finding, newest first."""
    mine = [one for one in rounds.rounds_for(session, by) if one.kind == RoundKind.PANEL]
    return [one for one in mine if rounds.stage(session, one) is Stage.SIGNED]


def prepare(
    session: Session,
    round_ids: Collection[int],
    title: str,
    *,
    tables: Collection[str] = tuple(TABLES),
    lines: Sequence[PublicLine] = (),
    least: int = LEAST,
    before: PublicReport | None = None,
    by: User,
) -> PublicReport:
    """Prepare a version of a report: the first, or one that shall take the place of `before`."""
    wanted, force = told_by(session, round_ids, by)
    place_of(session, force, title, before)
    figures = figures_of(session, force, wanted, tables, least, before.content if before else None)
    return keep(session, wanted, figures, title, lines=lines, least=least, before=before, by=by)


def keep(
    session: Session,
    wanted: Collection[Round],
    figures: Figures,
    title: str,
    *,
    lines: Sequence[PublicLine],
    least: int,
    before: PublicReport | None,
    by: User,
) -> PublicReport:
    """Keep a version whose figures are reckoned."""
    force = figures.told[0].report.force
    slug, version, number = place_of(session, force, title, before)
    content = make_content(
        figures.told,
        figures.shown,
        title=" ".join(title.split()),
        force=force,
        slug=slug,
        version=number,
        least=least,
        lines=check_lines(lines),
    )
    row = PublicReport(
        force=force,
        slug=slug,
        title=content["title"],
        version=version,
        rounds=[one.id for one in wanted],
        content=content,
        digest=digest_of(content),
        prepared_by=by.id,
        prepared_at=now(),
    )
    session.add(row)
    session.flush()
    keep_attack(session, row, attacked_of(content, figures.told, figures.earlier))
    trail.record(session, PublicReportPrepared(row.id, row.version, row.digest), by=by)
    return row


def told_by(session: Session, round_ids: Collection[int], by: User) -> tuple[list[Round], str]:
    """Give the rounds that a report is to tell, and whose they are; raise Refused where they cannot be told."""
    wanted = [rounds.find_round(session, one, by) for one in sorted(set(round_ids))]
    return wanted, _force(session, wanted, by)


def _force(session: Session, wanted: Collection[Round], by: User) -> str:
    if not wanted:
        raise Refused("Choose at least one round whose every case has a signed finding.")
    if len(wanted) > MOST_ROUNDS:
        raise Refused(f"A public report tells at most {MOST_ROUNDS} rounds: one, or all of a year. Choose fewer.")
    ready = {one.id for one in rounds_to_tell(session, by)}
    if early := [one.title for one in wanted if one.id not in ready]:
        raise Refused(f"Not every case of {', '.join(early)} has a signed finding yet: leave it out, or wait.")
    forces = {one.force for one in wanted}
    if len(forces) > 1:
        raise Refused("These rounds are of more than one force. A public report tells the rounds of one.")
    return forces.pop()


def place_of(session: Session, force: str, title: str, before: PublicReport | None) -> tuple[str, int, int]:
    """Give the report's name in addresses, the version's number, and the number it would be published under."""
    if not title.strip() or len(title) > LONGEST_TITLE:
        raise Refused(f"Give the report a title of at most {LONGEST_TITLE} characters.")
    slug = before.slug if before else re.sub(r"[^a-z0-9]+", "-", f"{force} {title}".lower())[:_LONGEST_SLUG].strip("-")
    newest: Any = session.scalar(select(func.max(PublicReport.version)).where(PublicReport.slug == slug))
    if before is None and newest:
        raise Refused("There is a report of this title already. Prepare a new version of it, or change the title.")
    out = select(PublicReport.content).join(PublicStep).where(PublicStep.step == "published", PublicReport.slug == slug)
    return slug, (newest or 0) + 1, max((one["version"] for one in session.scalars(out)), default=0) + 1
