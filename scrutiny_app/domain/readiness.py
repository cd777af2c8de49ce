"""What somebody on a panel may still lack: its terms of reference accepted, and training that has not run out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from scrutiny_app.domain.errors import Refused

LONGEST_TERMS = 40_000  # characters
MOST_DAYS = 1830  # five years
SOON = timedelta(days=30)


class TermsState(StrEnum):
    """How one person stands to a panel's terms of reference."""

    NONE_SET = "none_set"
    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not_accepted"
    CHANGED = "changed"
    EXPIRED = "expired"


TERMS_WORDS = {
    TermsState.NONE_SET: "The panel has set none",
    TermsState.ACCEPTED: "Accepted",
    TermsState.NOT_ACCEPTED: "Not accepted yet",
    TermsState.CHANGED: "Changed since they accepted",
    TermsState.EXPIRED: "Acceptance has run out",
}
OUTSTANDING = frozenset({TermsState.NOT_ACCEPTED, TermsState.CHANGED, TermsState.EXPIRED})


def terms_state(
    accepted_version: int | None, accepted_at: datetime | None, newest: int, days: int, now: datetime
) -> TermsState:
    """Tell how a person stands who last accepted this version at this moment, or none at all."""
    if accepted_version is None or accepted_at is None:
        return TermsState.NOT_ACCEPTED
    if accepted_version != newest:
        return TermsState.CHANGED
    return TermsState.EXPIRED if now >= accepted_at + timedelta(days=days) else TermsState.ACCEPTED


def check_terms(text: str, lasts_days: int) -> str:
    """Give the terms' text without what surrounds it; raise Refused for what nobody could accept."""
    text = "\n".join(line.rstrip() for line in text.strip().splitlines())
    if not text:
        raise Refused("Write the terms of reference, or paste them.")
    if len(text) > LONGEST_TERMS or "\x00" in text:
        raise Refused(f"The terms of reference are at most {LONGEST_TERMS} characters of plain text.")
    if not 1 <= lasts_days <= MOST_DAYS:
        raise Refused(f"An acceptance lasts from 1 to {MOST_DAYS} days.")
    return text


@dataclass(frozen=True)
class Trained:
    """One training that a person has had."""

    subject: str
    taken_on: date
    expires_on: date | None

    def has_expired(self, today: date) -> bool:
        """Say whether it no longer counts."""
        return self.expires_on is not None and self.expires_on < today

    def expires_soon(self, today: date) -> bool:
        """Say whether it will count for less than a month."""
        return self.expires_on is not None and today <= self.expires_on < today + SOON

    def check(self, today: date) -> None:
        """Raise Refused for a training that cannot have been."""
        if not self.subject or len(self.subject) > 120 or not self.subject.isprintable():
            raise Refused("Say what the training was about, in at most 120 characters.")
        if self.taken_on > today:
            raise Refused("That day is still to come. Record a training once it has been had.")
        if self.expires_on is not None and self.expires_on <= self.taken_on:
            raise Refused("The training would run out before it was had. Give a later day, or none.")


def newest_of_each(trainings: Iterable[Trained]) -> list[Trained]:
    """Give the newest training of each subject, by subject; capital letters make no other subject."""
    newest: dict[str, Trained] = {}
    for one in sorted(trainings, key=lambda one: one.taken_on):
        newest[one.subject.casefold()] = one
    return [newest[subject] for subject in sorted(newest)]
