"""Layouts of a force's files: what somebody confirmed once is kept by name, in versions, and used again next month."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import layouts, mapping
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import LayoutSaved
from scrutiny_app.domain.mapping import Mapping
from scrutiny_app.models.layouts import Layout
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from scrutiny_app.services.trail import actor_code, now


@dataclass(frozen=True)
class Known:
    """A layout that a file may have: a force's own (with its row), or one that comes with the product."""

    name: str
    mapping: Mapping
    kept: Layout | None = None

    @property
    def is_ours(self) -> bool:
        """Say whether it is the product's own layout, whose optional columns may be missing."""
        return self.mapping is layouts.OURS


def layouts_of(session: Session, force: str) -> list[Known]:
    """List the newest version of each of a force's layouts, then those that come with the product."""
    newest = select(func.max(Layout.id)).where(Layout.force == force).group_by(Layout.name)
    own = session.scalars(select(Layout).where(Layout.id.in_(newest)).order_by(Layout.name))
    known = [Known(row.name, mapping.from_json(row.mapping), row) for row in own]
    taken = {one.name for one in known}
    return known + [Known(one.name, one.mapping) for one in layouts.LAYOUTS.values() if one.name not in taken]


def find_layout(session: Session, force: str, name: str) -> Known:
    """Find a layout by its name; raise Refused, naming those there are."""
    known = layouts_of(session, force)
    for one in known:
        if one.name.casefold() == name.casefold():
            return one
    names = ", ".join(f"“{one.name}”" for one in known)
    raise Refused(f"There is no layout of that name. There are: {names}.")


def find_version(session: Session, force: str, layout_id: int) -> Known:
    """Find one version of one of a force's layouts, the newest or not; raise NotYours where there is none."""
    row = session.get(Layout, layout_id)
    if row is None or row.force != force:
        raise NotYours
    return Known(row.name, mapping.from_json(row.mapping), row)


def fitting(
    session: Session, force: str, headings: Sequence[str], people: Sequence[str], *, loosely: bool = False
) -> Known | None:
    """Find the layout that a file has exactly, or our own with optional columns missing (`loosely`: others beside)."""
    for known in layouts_of(session, force):
        drift = mapping.drift(known.mapping, headings, people)
        if not drift:
            return known
        if known.is_ours and (loosely or not drift.new) and not mapping.faults_of(known.mapping, headings):
            return known
    return _earlier(session, force, headings, people)


def _earlier(session: Session, force: str, headings: Sequence[str], people: Sequence[str]) -> Known | None:
    """Find an earlier version that a file has exactly and that its newest agrees with, whose words it is given too."""
    rows = session.scalars(select(Layout).where(Layout.force == force).order_by(Layout.version.desc())).all()
    newest: dict[str, Mapping] = {}
    for row in rows:
        said = mapping.from_json(row.mapping)
        latest = newest.setdefault(row.name, said)
        if latest is not said and not mapping.drift(said, headings, people) and mapping.agree(said, latest):
            return Known(row.name, mapping.with_words_of(said, latest), row)
    return None


def plain_name(name: str) -> str:
    """Give a layout's name as it is kept."""
    return " ".join(name.split())[:80]


def save_layout(session: Session, force: str, name: str, chosen: Mapping, *, by: User) -> Layout:
    """Keep a confirmed mapping under a name: its next version, or the newest where that is the same mapping."""
    name = plain_name(name)
    if not name:
        raise Refused("Give the layout a name, such as that of your records system.")
    if faults := mapping.faults_of(chosen):
        raise Refused(" ".join(faults))
    query = select(Layout).where(Layout.force == force, Layout.name == name).order_by(Layout.version.desc())
    newest = session.scalars(query).first()
    plain = mapping.to_json(chosen)
    if newest and mapping.from_json(newest.mapping) == chosen:
        return newest
    layout = Layout(
        force=force,
        name=name,
        version=newest.version + 1 if newest else 1,
        mapping=plain,
        saved_by=actor_code(by),
        saved_at=now(),
    )
    session.add(layout)
    session.flush()
    trail.record(session, LayoutSaved(layout.id, layout.version), by=by)
    return layout
