"""Who is in the case, as its own structured fields say, and how the redactor is asked to behave."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Role = Literal["suspect", "victim", "witness", "officer", "professional", "third_party"]
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True)
class Party:
    """One person of the case; `identifiers` are their addresses, numbers, marks and anything else that is theirs."""

    role: Role
    forenames: str = ""
    surname: str = ""
    aliases: tuple[str, ...] = ()
    born: date | None = None
    identifiers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a role that has no tag."""
        if self.role not in ROLES:
            raise ValueError(f"A party's role is one of {', '.join(ROLES)}.")


@dataclass(frozen=True)
class Settings:
    """What may differ between users: whether the exact age of a child under 18 stays."""

    exact_child_ages: bool = False
