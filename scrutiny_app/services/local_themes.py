"""A force's own themes: each one part of a common theme, from a day until a day, and never renamed.

A finding keeps the common theme beside the force's own, so that counts over rounds and forces stay comparable.
"""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, lambda_stmt, or_, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import LocalThemeAdded, LocalThemeEnded
from scrutiny_app.domain.grading import Theme
from scrutiny_app.models.findings import Finding, FindingObservation
from scrutiny_app.models.grades import Grade, GradeObservation, Reveal
from scrutiny_app.models.learning import LocalTheme
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import trail
from scrutiny_app.services.plain_rows import plain_rows
from scrutiny_app.services.trail import now, today_in_london

LONGEST_TITLE = 120  # characters


def local_themes(session: Session, *, by: User) -> list[LocalTheme]:
    """List a person's force's own themes, those that have ended too, by the common theme that they are part of."""
    query = select(LocalTheme).where(LocalTheme.force == by.force)
    return list(session.scalars(query.order_by(LocalTheme.under, LocalTheme.from_on, LocalTheme.id)))


def local_themes_on(session: Session, force: str, day: date) -> list[LocalTheme]:
    """List a force's own themes that are in use on a day, by the common theme that they are part of."""
    query = select(LocalTheme).where(LocalTheme.force == force, _in_use(day))
    return list(session.scalars(query.order_by(LocalTheme.under, LocalTheme.title)))


def _in_use(day: date | BindParameter[date]) -> ColumnElement[bool]:
    return (LocalTheme.from_on <= day) & or_(LocalTheme.until_on.is_(None), LocalTheme.until_on >= day)


class ThemeOfCase(NamedTuple):
    """A force's own theme as a case may be coded with it."""

    id: int
    title: str
    force: str
    under: str


def _of_case() -> Select[*tuple[Any, ...]]:
    reference: BindParameter[str] = bindparam("reference")
    case = select(RoundCase.id).where(RoundCase.reference == reference)
    force = select(Round.force).join(RoundCase).where(RoundCase.reference == reference)
    mine = or_(Grade.user_id == bindparam("me"), Grade.round_case_id.in_(select(Reveal.round_case_id)))
    agreed = select(FindingObservation.local_id).join(Finding).where(Finding.round_case_id.in_(case))
    graded = select(GradeObservation.local_id).join(Grade).where(Grade.round_case_id.in_(case), mine)
    query = select(LocalTheme.id, LocalTheme.title, LocalTheme.force, LocalTheme.under)
    query = query.where(LocalTheme.force.in_(force))
    query = query.where(or_(_in_use(bindparam("today")), LocalTheme.id.in_(agreed), LocalTheme.id.in_(graded)))
    return query.order_by(LocalTheme.under, LocalTheme.title, LocalTheme.id)


_OF_CASE = lambda_stmt(_of_case, enable_tracking=False)  # put together once: every page of a case asks it


def local_themes_of_case(session: Session, reference: str, *, by: User) -> list[ThemeOfCase]:
    """List what a case may be coded with: its force's own themes in use today, and those it was coded with before.

    Of grades a person's own alone count until the reveal, so that nobody sees by an ended theme what another chose.
    """
    asked = {"reference": reference, "me": by.id, "today": today_in_london()}
    return [ThemeOfCase._make(row) for row in plain_rows(session, _OF_CASE, asked)]


def add_local_theme(session: Session, title: str, under: Theme, *, from_on: date, by: User) -> LocalTheme:
    """Add a theme of a force's own from a day on; the words are its own for good."""
    title = " ".join(title.split())
    if by.force is None:
        raise NotYours
    if not title or len(title) > LONGEST_TITLE:
        raise Refused(f"Give the theme a name of at most {LONGEST_TITLE} characters.")
    if from_on < today_in_london():
        raise Refused("A theme begins today or later: findings that are signed are not coded again.")
    kept = local_themes(session, by=by)
    if any(one.title.casefold() == title.casefold() and _runs(one, from_on) for one in kept):
        raise Overtaken("There is a theme of this name already. End it first, or choose another name.")
    code = f"local_{len(kept) + 1}"
    theme = LocalTheme(force=by.force, code=code, title=title, under=under.value, from_on=from_on)
    theme.added_by, theme.added_at = by.id, now()
    session.add(theme)
    session.flush()
    trail.record(session, LocalThemeAdded(theme.id, under.value), by=by)
    return theme


def end_local_theme(session: Session, theme_id: int, *, until_on: date, by: User) -> LocalTheme:
    """Let a theme run until a day, that day included; what was coded with it stays."""
    theme = session.get(LocalTheme, theme_id)
    if theme is None or theme.force != by.force:
        raise NotYours
    if theme.until_on is not None:
        raise Overtaken("This theme has been ended already.")
    if until_on < max(theme.from_on, today_in_london()):
        raise Refused("Give its last day: today or later, and not before the day from which it is used.")
    theme.until_on = until_on
    trail.record(session, LocalThemeEnded(theme.id), by=by)
    return theme


def _runs(theme: LocalTheme, day: date) -> bool:
    return theme.until_on is None or theme.until_on >= day
