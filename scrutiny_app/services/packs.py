"""Copies of a round's released cases, each for one reader: made, taken, counted back in.

What a reader may see on their pages decides what their copy holds. Nothing here needs a dossier, so the panel's process
makes its people's copies by itself.
"""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain import packs
from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import CopyCounted, CopyTaken, PackMade, ReleaseRead
from scrutiny_app.domain.packs import FATE_TITLES, HELD, Fate, Form, Marks, NothingToPack, Pack, PackedCase
from scrutiny_app.domain.people import GRADING_ROLES, PANEL_ROLES, Body, Role
from scrutiny_app.domain.releasing import from_json
from scrutiny_app.files.grading_sheet import write_sheet
from scrutiny_app.files.pack_docx import write_docx
from scrutiny_app.files.pack_pdf import write_pdf
from scrutiny_app.models.pack_copies import CopyFate, PackCopy
from scrutiny_app.models.panels import Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import trail
from scrutiny_app.services.conflicts import READERS
from scrutiny_app.services.my_cases import my_round
from scrutiny_app.services.my_rounds import MyRound
from scrutiny_app.services.pack_states import marks_of, state_now
from scrutiny_app.services.trail import now, today_in_london


@dataclass(frozen=True)
class Taken:
    """All that a copy's file is written from, so that it can be written after the transaction."""

    form: Form
    pack: Pack
    marks: Marks
    grading: bool

    @property
    def name(self) -> str:
        """Name the file by its serial, which tells nothing of the reader."""
        return f"{'grades' if self.form is Form.SHEET else 'cases'}-{self.marks.serial}.{packs.ENDINGS[self.form]}"


@dataclass(frozen=True)
class CopyListed:
    """One copy as it is listed; `is_current` says whether it holds what its reader sees today and can be taken."""

    copy: PackCopy
    reader: str
    fate: Fate | None
    standing: str
    is_current: bool

    @property
    def number(self) -> str:
        """Give the reader's number, which the copy bears in place of their name."""
        return packs.reader_reference(self.copy.reader_id)

    @property
    def is_out(self) -> bool:
        """Say whether the copy is still to be counted back in."""
        return self.fate is None and self.copy.form in HELD


def readers_of(session: Session, round_: Round) -> list[User]:
    """List by name those who read a round's cases and sit on its panel."""
    query = select(User).join(Seat, Seat.user_id == User.id)
    query = query.where(Seat.panel_id == round_.panel_id, Seat.left_at.is_(None), User.disabled_at.is_(None))
    return list(session.scalars(query.where(User.role.in_(READERS)).order_by(User.name, User.id)))


def grades_too(reader: User) -> bool:
    """Say whether a reader gives grades, and so has use for a grading sheet."""
    return reader.role in GRADING_ROLES and reader.body != Body.POLICE


def make_copy(session: Session, round_: Round, form: Form, *, reader_id: int, by: User) -> PackCopy:
    """Make a copy for a reader, or give the one that is the same; raise Refused where there can be none."""
    reader = _reader(session, round_, reader_id, by)
    if form is Form.SHEET and not grades_too(reader):
        raise Refused("A grading sheet is for those who grade: choose another form, or another reader.")
    mine = _seen(session, round_, reader, by)
    state = state_now(session, mine, form, reader.id)

    same = (PackCopy.round_id == round_.id, PackCopy.reader_id == reader.id, PackCopy.form == form.value)
    if kept := session.scalar(select(PackCopy).where(*same, PackCopy.state == state)):
        return kept
    copy = PackCopy(
        round_id=round_.id,
        reader_id=reader.id,
        form=form.value,
        serial=packs.new_serial(),
        state=state,
        made_by=by.id,
        made_at=now(),
        expires_on=today_in_london() + packs.GOOD_FOR,
    )
    session.add(copy)
    session.flush()
    trail.record(session, PackMade(round_.id, copy.id, reader.id, form.value, len(mine.cases), state), by=by)
    return copy


def take_copy(session: Session, round_: Round, serial: str, *, by: User) -> Taken:
    """Give what a copy is written from, as long as its reader sees just that, and record that it was taken."""
    copy = _find(session, round_, serial, by)
    _check_lives(session, copy)
    reader, form = session.get_one(User, copy.reader_id), Form(copy.form)
    mine = _seen(session, round_, reader, by)
    if copy.state != state_now(session, mine, form, reader.id):
        raise Overtaken(
            "A case of this copy was released again, taken away, or is kept from its reader now. Make a new copy, and "
            "see that the old one is given back or destroyed."
        )

    trail.record(session, CopyTaken(round_.id, copy.id, form.value), by=by)
    if form in HELD:
        for case in mine.cases:
            trail.record(session, ReleaseRead(round_.id, case.id, case.release_id), by=by)
    return Taken(form, _pack(session, mine), marks_of(copy), grades_too(reader))


def write(taken: Taken) -> bytes:
    """Write a copy's file: the same bytes whenever it is taken."""
    match taken.form:
        case Form.PDF:
            return write_pdf(taken.pack, taken.marks, grading=taken.grading)
        case Form.DOCX:
            return write_docx(taken.pack, taken.marks, grading=taken.grading)
        case Form.SHEET:
            return write_sheet(taken.pack, taken.marks)


def count_copy(session: Session, round_: Round, serial: str, fate: Fate, *, by: User) -> CopyFate:
    """Keep what became of a copy; the first word on it stands."""
    if not allows(Role(by.role), Permission.MAKE_PACK):
        raise NotYours
    copy = _find(session, round_, serial, by)
    if copy.form not in HELD:
        raise Refused("A grading sheet holds no case, so it is not counted back in.")
    if said := session.get(CopyFate, copy.id):
        raise Overtaken(f"That copy is down as “{FATE_TITLES[Fate(said.fate)]}” already; nothing more was done.")
    said = CopyFate(copy_id=copy.id, fate=fate.value, said_by=by.id, said_at=now())
    session.add(said)
    trail.record(session, CopyCounted(round_.id, copy.id, fate.value), by=by)
    return said


def copies_of(session: Session, round_: Round, *, reader: User | None = None) -> list[CopyListed]:
    """List a round's copies, newest first: all, or one reader's."""
    query = select(PackCopy, User, CopyFate.fate).join(User, User.id == PackCopy.reader_id)
    query = query.outerjoin(CopyFate, CopyFate.copy_id == PackCopy.id).where(PackCopy.round_id == round_.id)
    if reader is not None:
        query = query.where(PackCopy.reader_id == reader.id)
    states: dict[tuple[int, Form], str] = {}
    listed = []
    for copy, user, said in session.execute(query.order_by(PackCopy.id.desc())):
        form, fate = Form(copy.form), Fate(said) if said else None
        if (user.id, form) not in states:
            states[user.id, form] = state_now(session, my_round(session, round_, user), form, user.id)
        standing = packs.standing(form, fate, copy.expires_on, today_in_london())
        listed.append(CopyListed(copy, user.name, fate, standing, copy.state == states[user.id, form]))
    return listed


def _reader(session: Session, round_: Round, reader_id: int, by: User) -> User:
    if reader_id != by.id and not allows(Role(by.role), Permission.MAKE_PACK):
        raise NotYours
    reader = next((one for one in readers_of(session, round_) if one.id == reader_id), None)
    if reader is None:
        raise Refused("Choose somebody who reads cases on this round’s panel.")
    return reader


def _seen(session: Session, round_: Round, reader: User, by: User) -> MyRound:
    """Give what a reader sees of a round; raise Refused where that is nothing, or something kept from the maker."""
    mine = my_round(session, round_, reader)
    if not mine.cases:
        raise NothingToPack("There is no case to read yet: a copy can be made once the round is open.")
    if by.id != reader.id and by.role in PANEL_ROLES:
        own = {case.id for case in my_round(session, round_, by).cases}
        if any(case.id not in own for case in mine.cases):
            raise Refused("That copy holds a case that is kept from you: have somebody else make it.")
    return mine


def _find(session: Session, round_: Round, serial: str, by: User) -> PackCopy:
    copy = None
    if serial.isascii() and serial.isprintable():
        copy = session.scalar(select(PackCopy).where(PackCopy.round_id == round_.id, PackCopy.serial == serial.upper()))
    if copy is None or (copy.reader_id != by.id and not allows(Role(by.role), Permission.MAKE_PACK)):
        raise NotYours
    return copy


def _check_lives(session: Session, copy: PackCopy) -> None:
    anew = "Make a new one: it gets a serial of its own."
    if said := session.get(CopyFate, copy.id):
        raise Overtaken(f"That copy is down as “{FATE_TITLES[Fate(said.fate)]}”. {anew}")
    if copy.expires_on < today_in_london():
        raise Overtaken(f"That copy has expired. {anew}")


def _pack(session: Session, mine: MyRound) -> Pack:
    query = select(Release).where(Release.id.in_([case.release_id for case in mine.cases]))
    contents = {release.id: from_json(release.content) for release in session.scalars(query)}
    held = [PackedCase(case.place, case.version, packs.as_decided(contents[case.release_id])) for case in mine.cases]
    return Pack(mine.round.title, mine.round.force, mine.size, held)
