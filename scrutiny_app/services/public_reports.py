"""Public reports as they are prepared: the rounds they may tell, the words to choose from, each version as it stands.

A version is never edited. To change anything a new one is prepared, which takes the published one's place once it is
published itself.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import PublicReportPrepared
from scrutiny_app.domain.following import Words
from scrutiny_app.domain.grading import Severity
from scrutiny_app.domain.public_lines import LineKind, PublicLine, check_lines, line_of, lines_of
from scrutiny_app.domain.public_report import TABLES, digest_of, make_content
from scrutiny_app.domain.rounds import RoundKind, Stage
from scrutiny_app.domain.suppressing import LEAST
from scrutiny_app.models.actions import Action, ActionWords
from scrutiny_app.models.learning import LearningPoint
from scrutiny_app.models.people import User
from scrutiny_app.models.publishing import LineApproval, PublicReport, PublicStep
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.public_figures import figures_of
from scrutiny_app.services.standing_findings import standing_findings
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

    @property
    def lines(self) -> tuple[PublicLine, ...]:
        """Give all its free text."""
        return lines_of(self.row.content)

    @property
    def to_approve(self) -> tuple[PublicLine, ...]:
        """Give the lines that nobody has approved yet."""
        return tuple(one for one in self.lines if one.digest not in self.approved)

    @property
    def state(self) -> str:
        """Say in a word or two how far it has come."""
        done = [words for step, words in _STATES.items() if step in self.steps]
        if done:
            return done[0]
        return f"Approved by the {'chair' if 'chair' in self.steps else 'registrar'}" if self.steps else "Prepared"


_STATES = {"withdrawn": "Withdrawn", "published": "Published"}


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
    return Prepared(row, steps, frozenset(session.scalars(query)))


def preparers(session: Session, row: PublicReport) -> set[int]:
    """Name those who prepared this version or one before it: whoever chose a line does not approve it."""
    query = select(PublicReport.prepared_by).where(PublicReport.force == row.force, PublicReport.slug == row.slug)
    return set(session.scalars(query.where(PublicReport.version <= row.version)))


def rounds_to_tell(session: Session, by: User) -> list[Round]:
    """List a person's panel rounds whose every case has a signed finding, newest first."""
    mine = [one for one in rounds.rounds_for(session, by) if one.kind == RoundKind.PANEL]
    return [one for one in mine if rounds.stage(session, one) is Stage.SIGNED]


def words_to_choose(session: Session, told: Collection[Round]) -> list[PublicLine]:
    """List the words that may be chosen: of signed findings, of learning points, and released ones of actions."""
    lines = dict.fromkeys(line for one in told for line in _of_round(session, one))
    for force in sorted({one.force for one in told}):
        query = select(LearningPoint).where(LearningPoint.force == force).order_by(LearningPoint.id)
        newest = {one.number: one for one in session.scalars(query)}
        points = [one for one in newest.values() if not one.retired]
        lines |= dict.fromkeys(_line(LineKind.LEARNING, f"{one.title}: {one.good}") for one in points)
    return [one for one in lines if one.text]


def words_for(session: Session, report: PublicReport) -> list[PublicLine]:
    """List the words that may be chosen for a report's next version."""
    return words_to_choose(session, [session.get_one(Round, one) for one in report.rounds])


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
    wanted = [rounds.find_round(session, one, by) for one in sorted(set(round_ids))]
    force = _force(session, wanted, by)
    slug, version = _place(session, force, title, before)
    told, shown = figures_of(session, force, wanted, tables, least, before.content if before else None)
    content = make_content(
        told,
        shown,
        title=" ".join(title.split()),
        force=force,
        slug=slug,
        version=version,
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
    trail.record(session, PublicReportPrepared(row.id, row.version, row.digest), by=by)
    return row


def _of_round(session: Session, round_: Round) -> Iterator[PublicLine]:
    places = session.scalars(select(RoundCase.id).where(*rounds.in_round(round_)).order_by(RoundCase.position))
    signed = standing_findings(session, list(places))
    for finding in sorted(signed.values(), key=lambda one: one.round_case_id):
        yield _line(LineKind.REMARK, finding.remarks)
        good = [one.text for one in finding.observations if one.severity == Severity.GOOD]
        yield from (_line(LineKind.GOOD_PRACTICE, text) for text in good)
    query = select(ActionWords).join(Action, Action.id == ActionWords.action_id).where(Action.round_id == round_.id)
    every = session.scalars(query.order_by(Action.id, ActionWords.given_at, ActionWords.id))
    for _, words in groupby(every, key=lambda one: one.action_id):
        yield from _of_action(list(words))


def _of_action(words: Sequence[ActionWords]) -> Iterator[PublicLine]:
    """Offer what one action asked, and each reply as the answer to what was asked last before it."""
    asked = [one for one in words if one.kind == Words.TASK]
    for one in asked:
        yield _line(LineKind.SAID, one.text)
    for one in words:
        if one.kind == Words.RESPONSE and asked:
            before = [task for task in asked if task.given_at <= one.given_at] or asked[:1]
            yield _line(LineKind.DID, one.text, before[-1].text)


def _line(kind: LineKind, text: str, answers: str = "") -> PublicLine:
    """Offer words that were written for another purpose; what is too long for a line is not offered."""
    try:
        return line_of(kind, text, answers)
    except Refused:
        return PublicLine(kind, "")


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


def _place(session: Session, force: str, title: str, before: PublicReport | None) -> tuple[str, int]:
    """Give the report's name in addresses, and the version's number."""
    if not title.strip() or len(title) > LONGEST_TITLE:
        raise Refused(f"Give the report a title of at most {LONGEST_TITLE} characters.")
    slug = before.slug if before else re.sub(r"[^a-z0-9]+", "-", f"{force} {title}".lower()).strip("-")[:_LONGEST_SLUG]
    newest: Any = session.scalar(select(func.max(PublicReport.version)).where(PublicReport.slug == slug))
    if before is None and newest:
        raise Refused("There is a report of this title already. Prepare a new version of it, or change the title.")
    return slug.strip("-"), (newest or 0) + 1
