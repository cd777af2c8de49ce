"""What the parties of dice from afar gave, read from their deeds: for certificates, packs and the panel's pages."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.exchange_records import PartyRecord
from scrutiny_app.models.frames import DiceDeed, DiceParty, Frame


def parties_of(session: Session, frame: Frame) -> list[PartyRecord]:
    """List a frame's parties and what each gave so far, in the order in which their digits are joined."""
    deeds = session.scalars(select(DiceDeed).where(DiceDeed.frame_id == frame.id).order_by(DiceDeed.number)).all()
    parties = session.scalars(select(DiceParty).where(DiceParty.frame_id == frame.id))
    records = (_record(party, [deed for deed in deeds if deed.name == party.name]) for party in parties)
    return sorted(records, key=lambda one: one.name)  # by code point, which is the order of the bytes of UTF-8


def _record(party: DiceParty, deeds: Sequence[DiceDeed]) -> PartyRecord:
    given = [deed.commitment for deed in deeds if deed.commitment is not None]
    shown = next((deed for deed in deeds if deed.digits is not None), None)
    return PartyRecord(
        name=party.name,
        of_force=party.of_force,
        commitment=given[-1] if given else None,
        nonce=shown.nonce if shown else None,
        digits=shown.digits if shown else None,
        corrected=tuple(given[:-1]),
    )
