"""Who takes part: their roles, and the bodies that panel members come from."""

import re
from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.errors import Refused


class Role(StrEnum):
    """What a person does here; each has one."""

    ADMINISTRATOR = "administrator"
    LEAD = "lead"
    PREPARER = "preparer"
    REGISTRAR = "registrar"
    OFFICER = "officer"
    SUPERVISOR = "supervisor"
    MEMBER = "member"
    CHAIR = "chair"
    ADVISER = "adviser"
    COMMISSIONERS_OFFICER = "commissioners_officer"


ROLE_TITLES = {
    Role.ADMINISTRATOR: "Administrator",
    Role.LEAD: "Lead for out-of-court resolutions",
    Role.PREPARER: "Preparer",
    Role.REGISTRAR: "Force crime registrar",
    Role.OFFICER: "Officer",
    Role.SUPERVISOR: "Supervisor",
    Role.MEMBER: "Panel member",
    Role.CHAIR: "Panel chair",
    Role.ADVISER: "Police adviser to the panel",
    Role.COMMISSIONERS_OFFICER: "Commissioner's officer",
}
PANEL_ROLES = frozenset({Role.MEMBER, Role.CHAIR, Role.ADVISER, Role.COMMISSIONERS_OFFICER})
GRADING_ROLES = frozenset({Role.MEMBER, Role.CHAIR})


class Body(StrEnum):
    """Whom a panel's person represents."""

    MAGISTRACY = "magistracy"
    CPS = "cps"
    YJS = "yjs"
    PROBATION = "probation"
    COMMISSIONER = "commissioner"
    VICTIM_SERVICES = "victim_services"
    LAY = "lay"
    POLICE = "police"


BODY_TITLES = {
    Body.MAGISTRACY: "Magistracy",
    Body.CPS: "Crown Prosecution Service",
    Body.YJS: "Youth justice service",
    Body.PROBATION: "Probation Service",
    Body.COMMISSIONER: "Police and crime commissioner's office",
    Body.VICTIM_SERVICES: "Victim services",
    Body.LAY: "Lay member",
    Body.POLICE: "Police (adviser)",
}
# Bodies outside the criminal-justice agencies: the quorum wants one of them. The commissioner's office oversees the
# police and is not of them; a panel that sees it otherwise asks for more than one such grade.
OUTSIDE_BODIES = frozenset({Body.VICTIM_SERVICES, Body.LAY, Body.COMMISSIONER})


@dataclass(frozen=True)
class CommandLine:
    """Whoever runs a command without saying as whom: the operating system's user."""

    os_user: str


@dataclass(frozen=True)
class Nobody:
    """Someone who has not signed in."""


_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
LONGEST_EMAIL = 254  # characters


def kept_username(given: str) -> str:
    """Give a username as it is kept, without what no username holds and PostgreSQL would not compare."""
    return given.replace("\x00", "").strip().casefold()


def read_email(given: str | None) -> str | None:
    """Read an e-mail address, None where nothing was given; raise Refused for what is none."""
    address = (given or "").strip()
    if not address:
        return None
    if len(address) > LONGEST_EMAIL or not _EMAIL.fullmatch(address):
        raise Refused("Give the e-mail address as it is written, such as name@example.org, or leave it empty.")
    return address
