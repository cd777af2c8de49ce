"""The demonstration's people: one for each role, three members, and the officers whom letters are for."""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from argon2 import PasswordHasher
from sqlalchemy.orm import Session

from fixtures.generating import FORCE, Row
from fixtures.names import Name, draw_name
from fixtures.people import Officer, roster
from scrutiny_app.domain.passwords import make_password
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.services import panels, people, signing_in
from scrutiny_app.services.trail import Actor

if TYPE_CHECKING:
    from scrutiny_app.models.panels import Panel
    from scrutiny_app.models.people import User

BODIES = {
    "chair": Body.MAGISTRACY,
    "member": Body.MAGISTRACY,
    "member_2": Body.YJS,
    "member_3": Body.LAY,
    "adviser": Body.POLICE,
    "commissioners_officer": Body.COMMISSIONER,
    "chair_2": Body.VICTIM_SERVICES,
}
DEPUTY = "chair_2"
ADDRESS = "{}@example.org"  # a domain that is kept for examples, so that nobody is ever written to
PANEL = "Out-of-court resolutions scrutiny panel"


class SignIn(NamedTuple):
    """What a person signs in with."""

    username: str
    password: str


class Cast:
    """Everyone in the demonstration, by the key under which their sign-in is kept."""

    def __init__(self, session: Session, seed: int, rows: Iterable[Row], by: Actor) -> None:
        self.rng = Random(f"people {seed}")
        self.by, self.seed = by, seed
        self.taken = frozenset(str(cell) for row in rows for cell in row.cells.values())
        self.users: dict[str, User] = {}
        self.sign_ins: dict[str, SignIn] = {}
        self.officers: dict[str, User] = {}
        for role in (Role.ADMINISTRATOR, Role.LEAD, Role.PREPARER, Role.REGISTRAR):
            self._add(session, role.value, role)
        for key, body in BODIES.items():
            self._add(session, key, Role(key.removesuffix("_2").removesuffix("_3")), body=body)

    def seat(self, session: Session) -> "Panel":
        """Make the panel and seat its people."""
        lead = self.users["lead"]
        panel = panels.make_panel(session, name=PANEL, by=lead)
        for key in BODIES:
            panels.take_seat(session, panel, self.users[key].id, by=lead)
        return panel

    def enlist(self, session: Session, numbers: set[str]) -> None:
        """Add the officers of these numbers, and their supervisors, so that letters can reach them."""
        known = {officer.number: officer for officer in roster(self.seed)}
        for number in sorted(numbers & known.keys()):
            self._enlist(session, known[number], known)

    def write_to(self, user: "User") -> None:
        """Show the sign-ins of the first officer who has a letter to read, and of their supervisor."""
        above = next((one for one in self.officers.values() if one.id == user.supervisor_id), None)
        if user.role == Role.OFFICER and above is not None and "officer" not in self.shown():
            self.sign_ins["officer"] = self.sign_ins[user.username]
            self.sign_ins["supervisor"] = self.sign_ins[above.username]

    def write_later(self, user: "User") -> None:
        """Show the sign-in of an officer whose letter is still to be sent, to be played once it is."""
        if user.role == Role.OFFICER and user.username != self.sign_ins.get("officer", SignIn("", "")).username:
            self.sign_ins.setdefault("officer_2", self.sign_ins[user.username])

    def answer_for(self, user: "User") -> None:
        """Show the sign-in of whoever answers for findings."""
        self.sign_ins["supervisor_2"] = self.sign_ins[user.username]

    def shown(self) -> dict[str, SignIn]:
        """Give the sign-ins that are printed: one for each role, and the further members."""
        keys = [*self.users, "officer", "officer_2", "supervisor", "supervisor_2"]
        return {key: self.sign_ins[key] for key in keys if key in self.sign_ins}

    def shown_officer(self) -> "User":
        """Give the officer whose sign-in is shown."""
        return next(one for one in self.officers.values() if one.username == self.sign_ins["officer"].username)

    def _draw_name(self) -> Name:
        """Draw a name that nobody in any case bears, so that whoever looks for a leak finds none by chance."""
        while True:
            name = draw_name(self.rng, self.rng.choice(("female", "male")))
            if not any(f"{name.surname}, {name.first}" in cell for cell in self.taken):
                return name

    def _add(self, session: Session, key: str, role: Role, body: Body | None = None) -> None:
        name = self._draw_name()
        password = make_password(secrets.choice)
        self.users[key] = people.add_person(
            session,
            username=key.replace("_", "."),
            name=f"{name.forenames} {name.surname}",
            role=role,
            password=password,
            force=None if body else FORCE,
            body=body,
            email=ADDRESS.format(key.replace("_", ".")),
            by=self.by,
        )
        self.sign_ins[key] = SignIn(self.users[key].username, password)

    def _enlist(self, session: Session, officer: Officer, known: dict[str, Officer]) -> "User":
        if officer.number in self.officers:
            return self.officers[officer.number]
        above = self._enlist(session, known[officer.supervisor], known) if officer.supervisor else None
        password = make_password(secrets.choice)
        with hashed_lightly():
            user = people.add_person(
                session,
                username=f"officer.{officer.number}",
                name=f"{officer.name.forenames} {officer.name.surname}",
                role=Role.OFFICER if officer.rank in ("constable", "pcso") else Role.SUPERVISOR,
                password=password,
                force=FORCE,
                staff_number=officer.number,
                supervisor=above,
                email=ADDRESS.format(f"officer.{officer.number}"),
                by=self.by,
            )
        self.officers[officer.number] = user
        self.sign_ins[user.username] = SignIn(user.username, password)
        return user


@contextmanager
def hashed_lightly() -> Iterator[None]:
    """Keep what is made within for invented officers cheaply: their passwords are drawn at random and mostly unseen."""
    kept = vars(signing_in)
    real, kept["HASHER"] = kept["HASHER"], PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1)
    try:
        yield
    finally:
        kept["HASHER"] = real
