"""People, and the door that they come in by."""

from dataclasses import dataclass

from scrutiny_app.domain.events.event import Event


@dataclass(frozen=True)
class SignedIn(Event):
    portal: str


@dataclass(frozen=True)
class SignedOut(Event):
    pass


@dataclass(frozen=True)
class PasswordConfirmed(Event):
    """Somebody who had signed in gave their password again, before what cannot be taken back."""


@dataclass(frozen=True)
class SignInRefused(Event):
    """Somebody's guess failed; user_id is None where there is no such person."""

    user_id: int | None
    cause: str


@dataclass(frozen=True)
class AccessRefused(Event):
    endpoint: str
    cause: str


@dataclass(frozen=True)
class PersonAdded(Event):
    user_id: int
    role: str


@dataclass(frozen=True)
class PersonChanged(Event):
    """A person's name, staff number or supervisor was put right."""

    user_id: int


@dataclass(frozen=True)
class PersonDisabled(Event):
    user_id: int


@dataclass(frozen=True)
class PersonEnabled(Event):
    user_id: int


@dataclass(frozen=True)
class PasswordChanged(Event):
    user_id: int


@dataclass(frozen=True)
class PanelMade(Event):
    panel_id: int


@dataclass(frozen=True)
class SeatTaken(Event):
    panel_id: int
    user_id: int


@dataclass(frozen=True)
class SeatLeft(Event):
    panel_id: int
    user_id: int
