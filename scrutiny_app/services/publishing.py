"""Approving, publishing and withdrawing public reports: line by line, then the whole by two, then once and for all."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import (
    PublicLineApproved,
    PublicReportApproved,
    PublicReportPublished,
    PublicReportWithdrawn,
)
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.public_lines import NamesSomebody, PublicLine
from scrutiny_app.files.public_site import Files, Listed, Made, Version, front, report_files, site
from scrutiny_app.models.people import User
from scrutiny_app.models.publishing import LineApproval, PublicReport, PublicStep
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import trail
from scrutiny_app.services.public_figures import check_unchanged
from scrutiny_app.services.public_reports import Prepared, find_report, preparers, standing
from scrutiny_app.services.trail import now

# Looks for what identifies anybody in lines, and refuses where it finds it; only the force's side can.
Scan = Callable[[Session, PublicReport, tuple[PublicLine, ...]], None]
LONGEST_REASON = 1000  # characters
STEP_OF = {Role.CHAIR: "chair", Role.REGISTRAR: "registrar"}


@dataclass(frozen=True)
class Published:
    """One version that was published, and whether it was withdrawn; its content is all that the page is made from."""

    report: PublicReport
    published_on: date
    withdrawn_on: date | None


def approve_line(session: Session, report_id: int, digest: str, *, scan: Scan | None = None, by: User) -> None:
    """Keep a person's word that one line is fit to print; raise Refused where they chose it, or it identifies."""
    if naming := approve_lines(session, report_id, [digest], scan=scan, by=by):
        raise NamesSomebody(naming)


def approve_lines(
    session: Session, report_id: int, digests: Collection[str], *, scan: Scan | None = None, by: User
) -> tuple[PublicLine, ...]:
    """Keep a person's word, line by line, that lines are fit to print; give those not approved since they identify."""
    prepared = _open(session, report_id, by)
    if not digests:
        raise Refused("No line was ticked, so none was approved. Tick each line that you approve.")
    chosen = [one for one in prepared.lines if one.digest in digests]
    if len(chosen) < len(set(digests)):
        raise Overtaken("A line is not in this version, so none was approved. Look at the report again.")
    if by.id in preparers(session, prepared.row):
        raise Refused("You chose the words of this report, so somebody else must approve them.")
    fresh = tuple(one for one in chosen if one.digest not in prepared.approved)
    if not fresh:
        raise Overtaken("This has been approved already; nothing more was done.")
    naming = _naming(session, prepared.row, fresh, scan)
    for line in fresh:
        if line not in naming:
            _keep_approval(session, report_id, line, by)
    return naming


def approve(session: Session, report_id: int, digest: str, *, scan: Scan | None = None, by: User) -> None:
    """Keep the chair's or the registrar's word on exactly the version of this digest; raise Refused or NotYours."""
    prepared = _open(session, report_id, by)
    step = judging(session, prepared, digest, "somebody else must approve it", by=by)
    if step in prepared.steps:
        raise Overtaken(f"The {step} has approved this version already; nothing more was done.")
    _check_lines(prepared)
    if step == "registrar":
        if scan is None:
            raise Refused("The registrar approves on the force’s side, where the words are scanned.")
        scan(session, prepared.row, prepared.lines)
    _step(session, prepared.row, step, by)
    trail.record(session, PublicReportApproved(report_id, step, digest), by=by)


def judging(session: Session, prepared: Prepared, digest: str, instead: str, *, by: User) -> str:
    """Give as what a person judges the version of this digest; raise NotYours, Overtaken or Refused where they may not.

    Whoever prepared it may not, and is told what is done `instead`.
    """
    step = STEP_OF.get(Role(by.role))
    if step is None:
        raise NotYours
    if prepared.row.digest != digest:
        raise Overtaken("This is not the version that you read. Read this one first.")
    if by.id in preparers(session, prepared.row):
        raise Refused(f"You prepared this report: {instead}.")
    return step


def publish(session: Session, report_id: int, digest: str, *, scan: Scan | None = None, by: User) -> None:
    """Publish the version of this digest, which chair and registrar have approved; raise Refused until they have.

    Raises PublishedSince where anything was published that it was not attacked with: a worker does that first.
    """
    prepared = _open(session, report_id, by)
    if prepared.row.digest != digest:
        raise Overtaken("This is not the version that you read. Read this one, then publish it.")
    if missing := [f"the {one}" for one in STEP_OF.values() if one not in prepared.steps]:
        raise Refused(f"This version has not been approved by {' and '.join(missing)}. Both approve before it appears.")
    _check_lines(prepared)
    if scan:
        scan(session, prepared.row, prepared.lines)
    check_unchanged(session, prepared.row)
    _step(session, prepared.row, "published", by)
    trail.record(session, PublicReportPublished(report_id, digest), by=by)


def withdraw(session: Session, report_id: int, reason: str, *, by: User) -> None:
    """Take a published version away, and say why; a note stays in its place."""
    prepared = find_report(session, report_id, by)
    if "published" not in prepared.steps or "withdrawn" in prepared.steps:
        raise Overtaken("This version is not published, so there is nothing to withdraw.")
    reason = reason.strip()
    if not 0 < len(reason) <= LONGEST_REASON:
        raise Refused(f"Say why it is withdrawn, in at most {LONGEST_REASON} characters.")
    _step(session, prepared.row, "withdrawn", by)
    trail.record(session, PublicReportWithdrawn(report_id, trail.keep_reason(session, reason)), by=by)


def published(session: Session, slug: str | None = None) -> list[Published]:
    """List every version that was ever published, withdrawn ones too, by force, report and version; or one report's."""
    query = select(PublicReport).join(PublicStep).where(PublicStep.step == "published")
    query = query.order_by(PublicReport.force, PublicReport.slug, PublicReport.version)
    rows = session.scalars(query if slug is None else query.where(PublicReport.slug == slug))
    found = []
    for row in rows:
        steps = {name: step.done_at.astimezone(LONDON).date() for name, step in standing(session, row).steps.items()}
        found.append(Published(row, steps["published"], steps.get("withdrawn")))
    return found


def site_files(session: Session) -> Files:
    """Give all files of the published site."""
    return site(Version(one.report.content, one.withdrawn_on) for one in published(session))


def front_files(session: Session) -> Files:
    """Give the files at the site's top; what the reports print is not read for it."""
    gone = aliased(PublicStep)
    withdrawn = (gone.report_id == PublicReport.id) & (gone.step == "withdrawn")
    query = select(PublicReport.force, PublicReport.slug, PublicReport.title, PublicReport.rounds, gone.done_at)
    query = query.join(PublicStep, PublicStep.report_id == PublicReport.id).where(PublicStep.step == "published")
    newest = {row.slug: row for row in session.execute(query.outerjoin(gone, withdrawn).order_by(PublicReport.version))}
    spans = {one.id: one for one in session.execute(select(Round.id, Round.period_from, Round.period_to))}
    listed = []
    for row in sorted(newest.values(), key=lambda one: (one.force, one.slug)):
        ours = [spans[one] for one in row.rounds]
        first, last = min(one.period_from for one in ours), max(one.period_to for one in ours)
        on = row.done_at.astimezone(LONDON).date() if row.done_at else None
        listed.append(Listed(row.force, row.slug, row.title, first, last, on))
    return front(listed)


def files_of(session: Session, slug: str) -> Made:
    """Give one report's files, each made when it is asked for; none where there is no such report."""
    return report_files(Version(one.report.content, one.withdrawn_on) for one in published(session, slug))


def _open(session: Session, report_id: int, by: User) -> Prepared:
    prepared = find_report(session, report_id, by)
    if "published" in prepared.steps:
        raise Overtaken("This version is published. It is never changed: prepare a new one to replace it.")
    if prepared.replaced_by:
        raise Overtaken(f"Version {prepared.replaced_by} has taken this version’s place. Look at that one.")
    if prepared.sent_back:
        raise Overtaken("This version was sent back. Whoever prepared it prepares a new one.")
    return prepared


def _naming(
    session: Session, report: PublicReport, lines: tuple[PublicLine, ...], scan: Scan | None
) -> tuple[PublicLine, ...]:
    """Give the lines in which somebody can be recognised; none where nothing looks for names."""
    try:
        if scan:
            scan(session, report, lines)
    except NamesSomebody as found:
        return found.lines
    return ()


def _keep_approval(session: Session, report_id: int, line: PublicLine, by: User) -> None:
    session.add(LineApproval(report_id=report_id, line_digest=line.digest, approved_by=by.id, approved_at=now()))
    trail.record(session, PublicLineApproved(report_id, line.digest), by=by)


def _check_lines(prepared: Prepared) -> None:
    if left := len(prepared.to_approve):
        raise Refused(
            f"{left} line{'' if left == 1 else 's'} of its words {'is' if left == 1 else 'are'} not approved yet. "
            "Each line is approved by somebody other than who chose it."
        )


def _step(session: Session, row: PublicReport, step: str, by: User) -> None:
    session.add(PublicStep(report_id=row.id, step=step, done_by=by.id, done_at=now()))
