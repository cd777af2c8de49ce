"""What an annual report tells beside its figures, as both sides may read it."""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.annual_told import Graded, MeetingHeld, Taught, Told
from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.grading import THEME_TITLES, Theme
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.learning_points import read_policy
from scrutiny_app.domain.meetings import MANNER_TITLES, Attending, Manner
from scrutiny_app.domain.people import GRADING_ROLES
from scrutiny_app.domain.planning_meetings import has_begun
from scrutiny_app.domain.public_lines import LineKind, lines_of
from scrutiny_app.domain.quorum import in_sentences
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.learning import LearningPoint
from scrutiny_app.models.meetings import Attendance, Meeting
from scrutiny_app.models.panels import Panel, Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.publishing import PublicReport, PublicStep
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds
from scrutiny_app.services.panels import quorum_of
from scrutiny_app.services.spreads import spreads
from scrutiny_app.services.standing_findings import standing_ids
from scrutiny_app.services.tracker import tracked_over
from scrutiny_app.services.trail import now
from scrutiny_app.services.what_came import came_of
from scrutiny_app.services.year_paces import kept_paces


def told_of(session: Session, over: OverRounds, *, whole: bool, by: User) -> Told:
    """Tell of a year's rounds; the `whole` of what is taught is the force's, the panel reads what was published."""
    ids = [one.round_id for one in over.held]
    panel = session.get_one(Panel, session.get_one(Round, ids[0]).panel_id)
    meetings = list(_meetings(session, over, panel, ids))
    reckoned_on, paces = kept_paces(session, ids)
    return Told(
        today=now().astimezone(LONDON).date(),
        came=tuple(came_of(session, over)),
        tracked=tuple(tracked_over(session, over, by=by)),
        meetings=tuple(_held(session, one) for one in meetings if one.cancelled_at is None),
        cancelled=sum(one.cancelled_at is not None for one in meetings),
        graded=tuple(_graded(session, over)),
        quorum=tuple(in_sentences(quorum_of(panel))),
        taught=tuple(_taught(session, over, ids, whole=whole)),
        paces=paces,
        reckoned_on=reckoned_on,
    )


def _meetings(session: Session, over: OverRounds, panel: Panel, ids: Collection[int]) -> Iterator[Meeting]:
    """Give the meetings of these rounds, and the panel's others in the same days, whose round is not told yet."""
    query = select(Meeting).join(Round).where(Round.panel_id == panel.id, Round.force == over.force)
    for one in session.scalars(query.order_by(Meeting.starts_at, Meeting.id)):
        within = over.first <= _day(one.starts_at) <= over.last
        if (one.round_id in ids or within) and (one.cancelled_at or has_begun(one.starts_at, now())):
            yield one


def _held(session: Session, meeting: Meeting) -> MeetingHeld:
    round_ = session.get_one(Round, meeting.round_id)
    newest = select(func.max(Attendance.id)).where(Attendance.meeting_id == meeting.id).group_by(Attendance.user_id)
    graders = select(Attendance.user_id, Attendance.state).join(User, User.id == Attendance.user_id)
    states = dict(session.execute(graders.where(Attendance.id.in_(newest), User.role.in_(GRADING_ROLES))).all())
    sat = (Seat.since <= meeting.starts_at, or_(Seat.left_at.is_(None), Seat.left_at > meeting.starts_at))
    seats = select(Seat.user_id).join(User, User.id == Seat.user_id).where(Seat.panel_id == round_.panel_id, *sat)
    seated = {*session.scalars(seats.where(User.role.in_(GRADING_ROLES))), *states}
    counts = Counter(Attending(one) for one in states.values())
    known = counts[Attending.PRESENT] + counts[Attending.ABSENT] > 0
    came, apologies = (counts[Attending.PRESENT], counts[Attending.APOLOGIES]) if known else (None, None)
    how = MANNER_TITLES[Manner(meeting.manner)]
    return MeetingHeld(round_.title, _day(meeting.starts_at), how, len(seated), came, apologies)


def _graded(session: Session, over: OverRounds) -> Iterator[Graded]:
    for one in over.held:
        cases = [case.id for case in rounds.cases_of(session, session.get_one(Round, one.round_id))]
        grades = [sum(spread.counts.values()) for spread in spreads(session, cases).values()]
        yield Graded(one.report.title, len(grades), min(grades, default=0), max(grades, default=0))


def _taught(session: Session, over: OverRounds, ids: Collection[int], *, whole: bool) -> Iterator[Taught]:
    """Give the learning points that stand and that findings of these rounds bear out, the most borne out first."""
    newest = select(func.max(LearningPoint.id)).where(LearningPoint.force == over.force).group_by(LearningPoint.number)
    points = session.scalars(select(LearningPoint).where(LearningPoint.id.in_(newest)).order_by(LearningPoint.id))
    printed = None if whole else _printed(session, over.force)
    found = []
    for point in (one for one in points if not one.retired):
        query = select(Finding, RoundCase.round_id).join(RoundCase, RoundCase.id == Finding.round_case_id)
        query = query.where(Finding.id.in_(point.findings), Finding.id.in_(standing_ids()), RoundCase.round_id.in_(ids))
        if borne := session.execute(query).unique().all():
            themes = set.intersection(*({seen.theme for seen in one.observations} for one, _ in borne))
            found.append(_point(point, themes, len(borne), len({of for _, of in borne}), printed))
    yield from sorted(found, key=lambda one: -one.findings)


def _point(row: LearningPoint, themes: Collection[str], findings: int, of: int, printed: set[str] | None) -> Taught:
    theme = ", ".join(THEME_TITLES[Theme(one)] for one in sorted(themes)) or "–"
    line = " ".join(f"{row.title}: {row.good}".split())
    if printed is not None and line not in printed:
        return Taught(theme, "", "", "", findings, of)
    policy = read_policy(row.policy)
    # What policy says is in no public report: it is the force's own until somebody releases it.
    return Taught(theme, row.title, row.good, policy.words if printed is None else "", findings, of)


def _printed(session: Session, force: str) -> set[str]:
    """Give what public reports of a force have printed of its learning points."""
    query = select(PublicReport).join(PublicStep).where(PublicReport.force == force, PublicStep.step == "published")
    lines = (line for one in session.scalars(query) for line in lines_of(one.content))
    return {one.text for one in lines if one.kind is LineKind.LEARNING}


def _day(at: datetime) -> date:
    return at.astimezone(LONDON).date()
