"""When a meeting can be held, and which change to a plan is none."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.meetings import Manner

LONGEST_PLACE = 200  # characters
LONGEST_REASON = 1000
LASTS = timedelta(hours=2)  # where nobody has said when it ends
FARTHEST = timedelta(days=2 * 366)
GATHERS = timedelta(hours=1)  # people come, and are written down, before the hour


def has_begun(starts_at: datetime, at: datetime) -> bool:
    """Say whether people may have gathered for a meeting: who came can be recorded from then on, and its end."""
    return starts_at - GATHERS <= at


@dataclass(frozen=True)
class Plan:
    """When, where and how a meeting is to be held; a place is a room, a link to a video call, or empty in writing."""

    manner: Manner
    place: str
    starts_at: datetime
    ends_at: datetime | None = None

    @property
    def until(self) -> datetime:
        """Give when it ends: two hours after it begins, unless the plan says."""
        return self.ends_at or self.starts_at + LASTS

    def begun_at(self, at: datetime) -> "Plan":
        """Give the plan begun at another time: it lasts as long, but in writing until the day that was said."""
        if self.ends_at is None or self.manner is Manner.WRITING:
            return replace(self, starts_at=at)
        return replace(self, starts_at=at, ends_at=at + (self.ends_at - self.starts_at))

    def check(self, now: datetime) -> None:
        """Raise Refused for a plan that cannot be kept."""
        if len(self.place) > LONGEST_PLACE or not self.place.isprintable():
            raise Refused(f"Give the place on one line of at most {LONGEST_PLACE} characters.")
        if self.manner is Manner.WRITING and self.ends_at is None:
            raise Refused("Say until when members may write: a meeting in writing lasts until then.")
        if self.manner is not Manner.WRITING and not self.place:
            raise Refused("Say where it is: the room, or how to join the video call.")
        if self.starts_at < now - timedelta(days=1):
            raise Refused("That day is past. Give the day and the time at which the meeting will be held.")
        if self.starts_at > now + FARTHEST:
            raise Refused("That is more than two years ahead. Give an earlier day.")
        if self.ends_at is not None and self.ends_at <= self.starts_at:
            what = "a later last day, or an earlier first one" if self.manner is Manner.WRITING else "a later end"
            raise Refused(f"The meeting would end before it begins. Give {what}.")


def check_reason(reason: str) -> str:
    """Give a reason without what surrounds it; raise Refused for none, or for one too long."""
    reason = reason.strip()
    if not reason:
        raise Refused("Say why, so that everybody who was to come knows.")
    if len(reason) > LONGEST_REASON:
        raise Refused(f"Say why in at most {LONGEST_REASON} characters.")
    return reason
