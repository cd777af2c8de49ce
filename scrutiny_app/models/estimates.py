"""What a round's counts say of all eligible cases, where only the force's side can reckon it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from scrutiny_app.database import Base


class RoundEstimate(Base):
    """One line's share and interval, each from 0 to 1, weighted by strata that the panel is not told case by case.

    `entries` is the trail's length when the round's last finding was signed: findings signed later make others.
    """

    __tablename__ = "round_estimates"

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), primary_key=True)
    entries: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    code: Mapped[str] = mapped_column(String(30), primary_key=True)
    share: Mapped[float]
    low: Mapped[float]
    high: Mapped[float]
    reckoned_at: Mapped[datetime]


class YearPace(Base):
    """How long one step of some rounds took, in days, as the force's side last reckoned it; no case stands apart.

    `rounds` is the digest of their ids. A quarter, half and three quarters (`most`) were done within so many days.
    """

    __tablename__ = "year_paces"

    rounds: Mapped[str] = mapped_column(String(64), primary_key=True)
    step: Mapped[str] = mapped_column(String(20), primary_key=True)
    begun: Mapped[int]
    done: Mapped[int]
    quarter: Mapped[int | None]
    half: Mapped[int | None]
    most: Mapped[int | None]
    longest: Mapped[int | None]
    reckoned_on: Mapped[date]
