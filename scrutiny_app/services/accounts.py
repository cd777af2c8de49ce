"""Accounts: what figures of a draw rest on after all that became of it, told without naming any case."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.replacing import Undone
from scrutiny_app.domain.rounds import ChangeKind
from scrutiny_app.domain.weighing import Weighed
from scrutiny_app.models.draw_changes import DrawChange, DrawDecision
from scrutiny_app.models.frames import Frame
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds


def accounts_of(session: Session, frame: Frame) -> dict[str, Weighed]:
    """Give each stratum's account as the newest change left it, or as it was drawn where nothing was changed."""
    changed = newest_account(session, frame)
    if changed is None:
        return {name: Weighed(frame.counts[name], places, places) for name, places in frame.allocation.items()}
    return {name: Weighed(frame.counts[name], *numbers) for name, (_places, *numbers) in changed.items()}


def newest_account(session: Session, frame: Frame) -> dict[str, list[int]] | None:
    """Give the account that the newest change of a draw left, or None where nothing was changed.

    What was proposed first may be decided last, and two clocks may differ. But places and tickets looked at only ever
    grow, and where both stay a case fewer stands: so the newest account is told by its own figures.
    """
    query = (
        select(DrawDecision.accounts)
        .join(DrawChange, DrawChange.id == DrawDecision.change_id)
        .where(DrawChange.frame_id == frame.id, DrawDecision.accounts.is_not(None))
    )
    return max((one for one in session.scalars(query) if one), key=_age, default=None)


def _age(account: dict[str, list[int]]) -> tuple[int, int, int]:
    places, looked_at, standing = (sum(column) for column in zip(*account.values(), strict=True))
    return places, looked_at, -standing


@dataclass(frozen=True)
class SizeAccount:
    """What became of a sample's size: drawn at first, the places that it was grown to, and how they are filled."""

    drawn: int
    places: int
    replaced: int
    left_empty: int
    standing: int

    @property
    def changed(self) -> bool:
        """Say whether anything became of it since it was drawn."""
        return self.places != self.drawn or self.replaced + self.left_empty > 0


def size_account(session: Session, frame: Frame) -> SizeAccount:
    """Account for the size of a frame's sample: standing and empty places together are the places that it has."""
    changed = newest_account(session, frame) or {}
    drawn = sum(frame.allocation.values())
    query = (
        select(DrawDecision.into_id)
        .join(DrawChange, DrawChange.id == DrawDecision.change_id)
        .where(DrawChange.frame_id == frame.id, DrawChange.kind == ChangeKind.REPLACE, DrawDecision.approved)
    )
    filled = [into is not None for into in session.scalars(query)]
    places = sum(one[0] for one in changed.values()) if changed else drawn
    standing = sum(one[2] for one in changed.values()) if changed else drawn
    return SizeAccount(drawn, places, filled.count(True), places - standing, standing)


def undone_of(session: Session, round_: Round) -> Undone:
    """Count what was undone in all of a round's draws: what every report prints."""
    voided = [rounds.voided(session, frame) for frame in rounds.frames_of(session, round_)]
    query = (
        select(DrawDecision.into_id)
        .join(DrawChange, DrawChange.id == DrawDecision.change_id)
        .join(RoundCase, RoundCase.id == DrawChange.round_case_id)
        .where(RoundCase.round_id == round_.id, DrawChange.kind == ChangeKind.REPLACE, DrawDecision.approved)
    )
    replaced = list(session.scalars(query))
    filled = sum(into is not None for into in replaced)
    # A frame that another follows was voided, or its dice were begun again.
    begun_again = sum(not void for void in voided[:-1])
    return Undone(voids=sum(voided), replacements=filled, left_empty=len(replaced) - filled, begun_again=begun_again)
