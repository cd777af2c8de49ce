"""Volumes for publication: reckoned while nothing is held, then kept if nothing that they rest on has changed."""

from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours, Overtaken
from scrutiny_app.domain.events import FiguresRead, VolumesMade
from scrutiny_app.domain.volumes import Year
from scrutiny_app.domain.volumes_hidden import to_publish
from scrutiny_app.models.cases import Case
from scrutiny_app.models.people import User
from scrutiny_app.models.volumes import PublishedVolumes
from scrutiny_app.services import trail
from scrutiny_app.services.trail import now
from scrutiny_app.services.volumes import count_volumes


class Reckoned(NamedTuple):
    """Tables as they may be published, and the state of all that they rest on."""

    content: dict[str, Any]
    state: tuple[Any, ...]


def published_volumes(session: Session, *, by: User) -> list[PublishedVolumes]:
    """List what was made for publication of a person's force, the newest first."""
    query = select(PublishedVolumes).where(PublishedVolumes.force == by.force)
    return list(session.scalars(query.order_by(PublishedVolumes.id.desc())))


def reckon(session: Session, year: Year, *, by: User) -> Reckoned:
    """Hide small numbers and attack them with all made before; writes nothing. Raises Refused where they may not be."""
    state = _state(session, by)
    counts = count_volumes(session, by=by)
    earlier = [one.content for one in published_volumes(session, by=by)]
    return Reckoned(to_publish(counts.counted, year, counts.loaded, earlier), state)


def keep(session: Session, reckoned: Reckoned, *, by: User) -> PublishedVolumes:
    """Keep tables for publication; the same again are those kept before. Raises Overtaken where something changed."""
    if _state(session, by) != reckoned.state:
        raise Overtaken("Cases were loaded, or other tables made, while these were reckoned. Make them again.")
    for one in published_volumes(session, by=by):
        if one.content == reckoned.content:
            return one
    row = PublishedVolumes(force=by.force, content=reckoned.content, made_by=by.id, made_at=now())
    session.add(row)
    session.flush()
    trail.record(session, VolumesMade(row.id, reckoned.content["year"]), by=by)
    return row


def read_published(session: Session, volumes_id: int, form: str, *, by: User) -> PublishedVolumes:
    """Give tables that were made for publication of a person's force, and record that they were read."""
    row = session.get(PublishedVolumes, volumes_id)
    if row is None or row.force != by.force:
        raise NotYours
    trail.record(session, FiguresRead("volumes for publication", form), by=by)
    return row


def _state(session: Session, by: User) -> tuple[Any, ...]:
    newest = select(func.max(PublishedVolumes.id)).where(PublishedVolumes.force == by.force)
    loaded = select(func.max(Case.imported_at), func.count()).where(Case.force == by.force)
    return session.scalar(newest), *session.execute(loaded).one()
