"""A round's cases on paper or offline: what one reader's copy holds, how it is marked, and what becomes of it.

A copy holds what the decision-maker had, as it was released: what is kept back until a member has graded is never in
one. It bears its reader's reference and not their name, so that a copy that is found tells nobody but the panel's own
people whose it was.
"""

import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.releasing import ReleasedCase

EDITION = 1  # of how copies look; a new one makes new copies, which are new bytes
GOOD_FOR = timedelta(weeks=6)
SERIAL_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # without those that are taken for each other


class Form(StrEnum):
    """What a copy is: a document to print or read, or the sheet on which its reader's grades come back."""

    PDF = "pdf"
    DOCX = "docx"
    SHEET = "sheet"


FORM_TITLES = {Form.PDF: "PDF", Form.DOCX: "Word document", Form.SHEET: "Grading sheet"}
HELD = (Form.PDF, Form.DOCX)  # the forms that hold cases, and so are counted back in
ENDINGS = {Form.PDF: "pdf", Form.DOCX: "docx", Form.SHEET: "xlsx"}


class Fate(StrEnum):
    """What became of a copy."""

    RETURNED = "returned"
    DESTROYED = "destroyed"
    LOST = "lost"


FATE_TITLES = {Fate.RETURNED: "Counted back in", Fate.DESTROYED: "Destroyed", Fate.LOST: "Lost"}
OUT, OVERDUE = "Out", "Overdue"


class NothingToPack(Refused):
    """A copy asked for by or for somebody for whom there is no case to read."""


@dataclass(frozen=True)
class PackedCase:
    """One case of a copy: its place in the round, which version of its release it is, and that release."""

    place: int
    version: int
    content: ReleasedCase


@dataclass(frozen=True)
class Pack:
    """The cases of a round that one reader sees; `size` is how many the round has."""

    title: str
    force: str
    size: int
    cases: Sequence[PackedCase]


@dataclass(frozen=True)
class Marks:
    """What every page of a copy says of it."""

    serial: str
    reader: str
    expires_on: date

    @property
    def expires(self) -> str:
        """Write the last day as 3 June 2026."""
        return f"{self.expires_on.day} {self.expires_on:%B %Y}"

    @property
    def line(self) -> str:
        """Write the marks as one line."""
        return f"Reader {self.reader} · copy {self.serial} · return or destroy by {self.expires}"


def as_decided(case: ReleasedCase) -> ReleasedCase:
    """Give a released case without what came after the decision."""
    return replace(case, later_facts=(), later_texts=())


def state_of(title: str, form: Form, size: int, rows: Iterable[tuple[int, str, int, str]], nth: int) -> str:
    """Digest all that decides a copy's bytes but its marks: each row is a case's place, reference, version and digest.

    `nth` counts the copies of the very same that came to an end before: whoever needs another gets another serial. A
    sheet does not say the round's `size`.
    """
    told = size if form in HELD else 0
    return sha256(json.dumps([EDITION, title, form.value, told, list(rows), nth]).encode()).hexdigest()


def new_serial() -> str:
    """Make a serial at random, of 8 signs that can be read out without mistakes."""
    signs = "".join(secrets.choice(SERIAL_SIGNS) for _ in range(8))
    return f"{signs[:4]}-{signs[4:]}"


def reader_reference(user_id: int) -> str:
    """Number a reader: R-0042."""
    return f"R-{user_id:04d}"


def standing(form: Form, fate: Fate | None, expires_on: date, today: date) -> str:
    """Say what became of a copy: its fate, or that it is out or overdue; a sheet holds no case and is not missed."""
    if fate is not None:
        return FATE_TITLES[fate]
    if form not in HELD:
        return ""
    return OVERDUE if today > expires_on else OUT


BLANK_MEANINGS = (
    ("Not recorded", "The force’s file has nothing there."),
    ("Redacted", "Something is there, and would tell you who somebody is."),
    ("Withheld", "Something is there, and was kept back for another reason."),
)
TAG_MEANINGS = (
    ("[Suspect]", "The person who was dealt with. With a number where there are more than one."),
    ("[Victim 1]", "A person harmed by the offence. The same number is the same person all through a case."),
    ("[Witness 1]", "A person who saw or heard something."),
    ("[Officer 1]", "A police officer or member of police staff. A rank may stand before it."),
    ("[Professional 1]", "Somebody there by their work: a doctor, a teacher, a social worker."),
    ("[Third party 1], [Person 1]", "Anybody else in the case. Of a [Person] the file does not tell their part."),
    ("[Victim 1’s mother], [Victim 1’s address]", "Somebody or something of a person in the case."),
    ("[Street 1], [Town 1], [Place 1]", "A place. The same number is the same place all through a case."),
    ("[School 1], [Workplace 1], [Venue 1]", "A school, a place of work, or a pub, shop or club."),
    ("[Phone number 1], [Reference 1]", "A number, an address of any kind, or an account, by what kind it is."),
    ("[Detail 1]", "Something else by which somebody could be known."),
    ("18 to 24, 30 to 39", "Ages are given as bands."),
    ("3 days after the offence", "Dates are given as days from the offence."),
)
