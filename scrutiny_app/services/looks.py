"""What was seen in a file and how it is mapped, kept sealed while it is being read."""

from dataclasses import dataclass
from datetime import date

import msgspec
from sqlalchemy.orm import Session

from scrutiny_app.domain import mapping
from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.domain.looking import ConditionsSeen, Look
from scrutiny_app.domain.mapping import Mapping
from scrutiny_app.files.reading import Order
from scrutiny_app.models.extracts import Extract, ExtractLook
from scrutiny_app.services.dossiers import CaseKey


@dataclass(frozen=True)
class Headings:
    """Where a file's headings stand and what they are."""

    sheet: str
    row: int
    headings: tuple[str, ...]
    parties_sheet: str | None
    people: tuple[str, ...] = ()  # the headings of the sheet of people
    conditions: ConditionsSeen | None = None


def headings_in(seen: Look) -> Headings:
    """Give the headings of a look."""
    headings = tuple(column.heading for column in seen.cases.columns)
    people = tuple(column.heading for column in seen.parties.columns) if seen.parties else ()
    sheet = seen.parties.name if seen.parties else None
    return Headings(seen.cases.name, seen.cases.heading_row, headings, sheet, people, seen.conditions)


def keep_look(session: Session, extract: Extract, seen: Look, *, key: CaseKey) -> None:
    """Keep what was seen in a file."""
    row = session.get(ExtractLook, extract.id) or ExtractLook(extract_id=extract.id)
    row.headings = key.seal_bytes(msgspec.json.encode(headings_in(seen)), f"headings:{extract.id}")
    row.look = key.seal_bytes(msgspec.json.encode(seen), f"look:{extract.id}")
    session.add(row)
    session.flush()


def open_look(session: Session, extract: Extract, key: CaseKey) -> Look:
    """Open what was seen in a file; raise Overtaken where it has been read since."""
    row = session.get(ExtractLook, extract.id)
    if row is None or row.look is None:
        raise Overtaken("This file has been read: there is nothing left to say of its columns.")
    return msgspec.json.decode(key.open_bytes(row.look, f"look:{extract.id}"), type=Look)


def open_headings(session: Session, extract: Extract, key: CaseKey) -> Headings:
    """Open a file's headings."""
    row = session.get_one(ExtractLook, extract.id)
    return msgspec.json.decode(key.open_bytes(row.headings, f"headings:{extract.id}"), type=Headings)


def keep_mapping(session: Session, extract: Extract, said: Mapping, *, key: CaseKey) -> None:
    """Keep what was said of a file's columns."""
    row = session.get_one(ExtractLook, extract.id)
    row.mapping = key.seal_bytes(mapping.to_json(said).encode(), f"mapping:{extract.id}")


def open_mapping(session: Session, extract: Extract, key: CaseKey) -> Mapping | None:
    """Open what was said of a file's columns; None where nothing has been said."""
    row = session.get(ExtractLook, extract.id)
    if row is None or row.mapping is None:
        return None
    return mapping.from_json(key.open_bytes(row.mapping, f"mapping:{extract.id}").decode())


def order(session: Session, extract: Extract, *, key: CaseKey, today: date) -> Order:
    """Say how a file is to be read."""
    said = open_mapping(session, extract, key)
    if said is None:
        raise RuntimeError("a file is read only once it is mapped")
    where = open_headings(session, extract, key)
    of = (said, where.sheet, where.row, where.parties_sheet, extract.force, today)
    return Order(*of, skip=extract.chunks, mark=key.fingerprint_bytes, conditions=where.conditions)
