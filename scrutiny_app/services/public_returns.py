"""Public national returns as they were published of a round: kept once they stood the attack, and never made otherwise.

One that was written before returns were kept is known by the trail alone. What it showed nobody can tell, so nothing
may be hidden beside it, nor printed as if it were known: no more is published of such a round than its headline.
"""

from collections.abc import Collection, Iterator
from json import loads

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import ReturnMade
from scrutiny_app.domain.national_return import Return, to_bytes
from scrutiny_app.domain.public_cells import publication_of_return, within
from scrutiny_app.domain.suppressing import Publication
from scrutiny_app.domain.told_rounds import ToldRound
from scrutiny_app.files.national_reading import read_return
from scrutiny_app.models.publishing import PublicReturn
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import trail

_MOST_WRITTEN = 10_000  # of one round, looked through for public ones
UNKNOWN = (
    "A public national return of “{}” was written before this program kept such returns. What it showed is not known, "
    "so no other number can be hidden safely: no return for anybody can be made of that round, and a public report "
    "tells it without tables of disposals, ages and themes."
)


def kept_return(session: Session, told: ToldRound, least: int) -> Return | None:
    """Give a round's public return as its findings stand, or None where none was made yet."""
    query = select(PublicReturn.content).where(PublicReturn.round_id == told.id, PublicReturn.state == told.state.key)
    content = session.scalar(query.where(PublicReturn.hidden_below == least))
    return read_return(content.encode()) if content else None


def keep_return(session: Session, told: ToldRound, made: Return) -> None:
    """Keep a public return that stood the attack; it counts as published from now on."""
    given = {"state": told.state.key, "hidden_below": made.hidden_below, "content": to_bytes(made).decode()}
    session.add(PublicReturn(round_id=told.id, made_at=trail.now(), **given))
    session.flush()


def published_returns(session: Session, round_id: int) -> Iterator[Publication]:
    """Give the counts of a round's public returns, in whatever state its findings stood."""
    rows = session.scalars(select(PublicReturn).where(PublicReturn.round_id == round_id).order_by(PublicReturn.id))
    for row in rows:
        yield within(row.state, publication_of_return(read_return(row.content.encode())))


def refuse_unknown(session: Session, round_ids: Collection[int]) -> None:
    """Raise Refused where a public return was written of one of these rounds that was not kept."""
    for round_id in sorted(round_ids):
        if is_unknown(session, round_id):
            raise Refused(UNKNOWN.format(session.get_one(Round, round_id).title))


def is_unknown(session: Session, round_id: int) -> bool:
    """Say whether a public return was written of a round before the first that was kept."""
    kept = session.scalar(select(func.min(PublicReturn.made_at)).where(PublicReturn.round_id == round_id))
    written = trail.newest(session, most=_MOST_WRITTEN, round_id=round_id, events=[ReturnMade.__name__])
    return any(loads(one.facts)["public"] and (kept is None or one.at < kept) for one in written)
