"""Which state a reader's copy was made from, and whether that is still what they see."""

from collections.abc import Iterable

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import packs
from scrutiny_app.domain.packs import Form, Marks
from scrutiny_app.models.pack_copies import CopyFate, PackCopy
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round
from scrutiny_app.services.my_rounds import MyRound
from scrutiny_app.services.trail import today_in_london

Row = tuple[int, str, int, str]  # a case's place, its reference, and its release's version and digest


def state_now(session: Session, mine: MyRound, form: Form, reader_id: int) -> str:
    """Digest what a copy would hold if it were made now: of the very same that ended, it is another one."""
    rows = _rows(session, mine)
    ended = _ended(session, mine.round, form, reader_id)
    nth = 0
    while (state := packs.state_of(mine.round.title, form, mine.size, rows, nth)) in ended:
        nth += 1
    return state


def was_made_from(session: Session, copy: PackCopy, round_: Round, rows: Iterable[Row]) -> bool:
    """Say whether a grading sheet was made with just these rows."""
    listed, form = list(rows), Form(copy.form)
    ended = len(_ended(session, round_, form, copy.reader_id))
    return any(copy.state == packs.state_of(round_.title, form, 0, listed, nth) for nth in range(ended + 1))


def marks_of(copy: PackCopy) -> Marks:
    """Give what every page of a copy says of it."""
    return Marks(copy.serial, packs.reader_reference(copy.reader_id), copy.expires_on)


def _rows(session: Session, mine: MyRound) -> list[Row]:
    query = select(Release.id, Release.digest).where(Release.id.in_([case.release_id for case in mine.cases]))
    digests = {one.id: one.digest for one in session.execute(query)}
    return [(case.place, case.reference, case.version, digests[case.release_id]) for case in mine.cases]


def _ended(session: Session, round_: Round, form: Form, reader_id: int) -> set[str]:
    """Give the states of a reader's copies that were counted, or have expired."""
    query = select(PackCopy.state).outerjoin(CopyFate, CopyFate.copy_id == PackCopy.id)
    query = query.where(PackCopy.round_id == round_.id, PackCopy.reader_id == reader_id, PackCopy.form == form.value)
    return set(session.scalars(query.where(or_(CopyFate.fate.is_not(None), PackCopy.expires_on < today_in_london()))))
