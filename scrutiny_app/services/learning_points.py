"""Learning points as they are kept: gathered by the lead, a new version at each change, read by those who learn.

An example is the panel's own words on a case with its offence group and disposal as released: no name, no number, no
reference of a case, nor whose it was.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.cases import title_of
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import LearningPointWritten
from scrutiny_app.domain.figures_examples import shortened
from scrutiny_app.domain.grading import THEME_TITLES, Theme
from scrutiny_app.domain.learning_points import Policy, check_point, read_policy
from scrutiny_app.domain.releasing import from_json
from scrutiny_app.models.findings import Finding, FindingObservation
from scrutiny_app.models.learning import LearningPoint
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.standing_findings import standing_ids
from scrutiny_app.services.trail import now


@dataclass(frozen=True)
class Example:
    """One finding that bears a point out: what it was about and what the panel said, in released words alone.

    `said` is the beginning of its remarks on the case.
    """

    finding_id: int
    round_title: str
    about: str
    observations: tuple[tuple[str, str], ...]
    said: str = ""


@dataclass(frozen=True)
class Point:
    """A learning point as it stands: its newest version, and over how many findings and rounds it was gathered."""

    row: LearningPoint
    examples: tuple[Example, ...]

    @property
    def policy(self) -> Policy:
        """Give what policy says, and where."""
        return read_policy(self.row.policy)

    @property
    def rounds(self) -> int:
        """Count the rounds that its findings are from."""
        return len({one.round_title for one in self.examples})


def learning_points(session: Session, *, by: User) -> list[Point]:
    """List a force's learning points, the newest first; those that are retired come last."""
    newest = select(func.max(LearningPoint.id)).where(LearningPoint.force == by.force).group_by(LearningPoint.number)
    rows = session.scalars(select(LearningPoint).where(LearningPoint.id.in_(newest)).order_by(LearningPoint.id.desc()))
    return sorted((_point(session, row) for row in rows), key=lambda point: point.row.retired)


def find_point(session: Session, number: int, *, by: User) -> Point:
    """Find a learning point of a person's force; raise NotYours where there is none."""
    query = select(LearningPoint).where(LearningPoint.force == by.force, LearningPoint.number == number)
    row = session.scalars(query.order_by(LearningPoint.version.desc()).limit(1)).first()
    if row is None:
        raise NotYours
    return _point(session, row)


def findings_with(session: Session, theme: Theme, *, by: User) -> list[Example]:
    """List the findings of a person's force that stand and have an observation of a theme, the newest first."""
    query = select(Finding.id).join(RoundCase).join(Round).join(FindingObservation)
    query = query.where(Round.force == by.force, Finding.id.in_(standing_ids()), RoundCase.withdrawn_at.is_(None))
    ids = session.scalars(query.where(FindingObservation.theme == theme.value).distinct())
    return list(reversed(_examples(session, list(ids), [theme.value])))


def write_point(
    session: Session,
    title: str,
    good: str,
    policy: Policy,
    findings: Collection[int],
    *,
    theme: Theme,
    number: int | None = None,
    seen: int = 0,
    by: User,
) -> LearningPoint:
    """Keep a learning point, or a new version of one; `seen` is the version that was changed.

    `theme` is that of the findings it may be gathered from. Raises Overtaken where another version came in between.
    """
    title, good = " ".join(title.split()), good.replace("\r\n", "\n").strip()
    check_point(title, good, policy, len(findings))
    if not set(findings) <= {one.finding_id for one in findings_with(session, theme, by=by)}:
        raise Refused("A finding that was chosen does not stand any more: choose again.")
    words: dict[str, Any] = {"title": title, "good": good, "policy": policy.kept, "findings": sorted(findings)}
    if number is None:
        last = select(func.max(LearningPoint.number)).where(LearningPoint.force == by.force)
        return _keep(session, {"number": (session.scalar(last) or 0) + 1, "version": 1} | words, by)
    row = find_point(session, number, by=by).row
    _check_version(row, seen)
    return _keep(session, {"number": number, "version": row.version + 1} | words, by)


def retire_point(session: Session, number: int, *, seen: int, by: User) -> LearningPoint:
    """Retire a learning point: its words are kept, and it is taught no more."""
    row = find_point(session, number, by=by).row
    _check_version(row, seen)
    if row.retired:
        raise Overtaken("This learning point is retired already.")
    words: dict[str, Any] = {"title": row.title, "good": row.good, "policy": row.policy, "findings": row.findings}
    return _keep(session, {"number": number, "version": row.version + 1, "retired": True} | words, by)


def themes_of(point: Point) -> list[str]:
    """Give the titles of the themes that a point's examples have."""
    return list(dict.fromkeys(title for one in point.examples for title, _ in one.observations))


def _check_version(row: LearningPoint, seen: int) -> None:
    if row.version != seen:
        raise Overtaken("Somebody else changed this learning point after you opened it. Yours was not kept.")


def _keep(session: Session, words: dict[str, Any], by: User) -> LearningPoint:
    row = LearningPoint(force=by.force, written_by=by.id, written_at=now(), **words)
    session.add(row)
    session.flush()
    trail.record(session, LearningPointWritten(row.id, row.number, row.version, bool(row.retired)), by=by)
    return row


def _point(session: Session, row: LearningPoint) -> Point:
    standing = select(Finding).where(Finding.id.in_(row.findings), Finding.id.in_(standing_ids()))
    found = session.scalars(standing).all()
    common = set.intersection(*({seen.theme for seen in one.observations} for one in found)) if found else set()
    return Point(row, tuple(_examples(session, [one.id for one in found], sorted(common))))


def _examples(session: Session, findings: Collection[int], themes: Sequence[str]) -> list[Example]:
    """Give examples in the order of their findings; only observations of the themes are told."""
    newest = select(func.max(Release.id)).group_by(Release.round_case_id)
    query = select(Finding, Round.title, Release.content).join(RoundCase, RoundCase.id == Finding.round_case_id)
    query = query.join(Round, Round.id == RoundCase.round_id).join(Release, Release.round_case_id == RoundCase.id)
    query = query.where(Finding.id.in_(findings), Release.id.in_(newest)).order_by(Finding.id)
    return [_example(finding, title, content, themes) for finding, title, content in session.execute(query)]


def _example(finding: Finding, title: str, content: str, themes: Sequence[str]) -> Example:
    released = from_json(content)
    group, disposal = title_of("offence_group", released.offence_group), title_of("disposal", released.disposal)
    told = tuple((THEME_TITLES[Theme(one.theme)], one.text) for one in finding.observations if one.theme in themes)
    return Example(finding.id, title, f"{group}: {disposal}", told, shortened(finding.remarks))
