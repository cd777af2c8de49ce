"""What was seen in a file and how it is mapped, kept sealed while it is being read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import msgspec
from sqlalchemy.orm import Session

from scrutiny_app.domain import mapping
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.extracts import Stage
from scrutiny_app.domain.looking import ConditionsSeen, Look
from scrutiny_app.domain.mapping import Mapping
from scrutiny_app.domain.organised_names import organised_names
from scrutiny_app.domain.pointed_headings import Pointed
from scrutiny_app.domain.sheets_read import SheetsRead
from scrutiny_app.domain.sheets_sought import LayoutSought, Sought, are_same
from scrutiny_app.files.reading import Incoming, Order
from scrutiny_app.models.extracts import Extract, ExtractLook
from scrutiny_app.models.people import User
from scrutiny_app.services import receiving
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.layouts import layouts_of
from scrutiny_app.services.name_lists import known_names
from scrutiny_app.services.trail import Actor


@dataclass(frozen=True)
class Headings:
    """Where a file's headings stand and what they are."""

    sheet: str
    row: int
    headings: tuple[str, ...]
    parties_sheet: str | None
    people: tuple[str, ...] = ()  # the headings of the sheet of people
    conditions: ConditionsSeen | None = None
    together: tuple[str, ...] = ()  # the sheets of the cases, where there are several
    sought: tuple[str, ...] = ()  # those that somebody has chosen
    pairs: tuple[tuple[str, str], ...] = ()  # of headings whose columns stand together in a further one
    numbered_by: tuple[str, str] | None = None  # headings of the two that are the case number together
    rows: int = 0  # that the headings take up, where somebody has pointed at them
    pointed: Pointed | None = None  # where somebody has pointed in this file
    confirmed: bool = False  # by a person who was shown what would be loaded
    organisations: tuple[str, ...] = ()  # victims who are, as that person said


def headings_in(seen: Look) -> Headings:
    """Give the headings of a look."""
    headings = tuple(column.heading for column in seen.cases.columns)
    people = tuple(column.heading for column in seen.parties.columns) if seen.parties else ()
    sheet = seen.parties.name if seen.parties else None
    return Headings(
        sheet=seen.cases.name,
        row=seen.cases.heading_row,
        headings=headings,
        parties_sheet=sheet,
        people=people,
        conditions=seen.conditions,
        together=seen.together,
        pairs=seen.pairs,
        numbered_by=seen.numbered_by,
        rows=seen.cases.pointed,
    )


def keep_look(session: Session, extract: Extract, seen: Look, *, key: CaseKey) -> None:
    """Keep what was seen in a file."""
    row, found = session.get(ExtractLook, extract.id), headings_in(seen)
    if row is not None:
        before = open_headings(session, extract, key)
        found = replace(found, sought=before.sought, pointed=before.pointed)
    row = row or ExtractLook(extract_id=extract.id)
    _keep_headings(row, found, key)
    row.look = key.seal_bytes(msgspec.json.encode(seen), f"look:{extract.id}")
    session.add(row)
    session.flush()


def keep_confirmed(session: Session, extract: Extract, organisations: Sequence[str], *, key: CaseKey) -> None:
    """Keep that a person was shown what would be loaded and went on, and which victims they said are organisations."""
    row = session.get_one(ExtractLook, extract.id)
    said = replace(open_headings(session, extract, key), confirmed=True, organisations=tuple(organisations))
    _keep_headings(row, said, key)


def _organised(session: Session, extract: Extract, said: Mapping, key: CaseKey) -> tuple[str, ...]:
    return organised_names(open_look(session, extract, key).cases, said, known_names)


def sought(session: Session, extract: Extract, *, key: CaseKey) -> Sought:
    """Say which sheets of a file are chosen, and which headings are known."""
    known = _sought_of([one.mapping for one in layouts_of(session, extract.force)])
    if session.get(ExtractLook, extract.id) is None:
        return known
    before = open_headings(session, extract, key)
    return replace(known, sheets=before.sought, pointed=before.pointed)


def with_known(session: Session, file: Incoming, by: Actor) -> Incoming:
    """Give a file that is read at once with what is known of its force's layouts."""
    own = by.force or "" if isinstance(by, User) else ""
    return replace(file, sought=_sought_of([one.mapping for one in layouts_of(session, own)]))


def _sought_of(layouts: Iterable[Mapping]) -> Sought:
    """Say which headings some layouts know."""
    known = (
        LayoutSought(tuple(one.uses), one.sheets == SheetsRead.APART, one.heading_rows, one.lines) for one in layouts
    )
    return Sought(layouts=tuple(known))


def _keep_headings(row: ExtractLook, headings: Headings, key: CaseKey) -> None:
    row.headings = key.seal_bytes(msgspec.json.encode(headings), f"headings:{row.extract_id}")


def keep_pointed(session: Session, extract: Extract, pointed: Pointed | None, *, key: CaseKey) -> None:
    """Keep where somebody says that a file's headings stand, and forget what was said of its columns."""
    row = session.get_one(ExtractLook, extract.id)
    _keep_headings(row, replace(open_headings(session, extract, key), pointed=pointed), key)
    row.mapping = None


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


def find_headings(session: Session, extract: Extract, key: CaseKey) -> Headings | None:
    """Open a file's headings; None where none are kept."""
    return open_headings(session, extract, key) if session.get(ExtractLook, extract.id) else None


def look_at_sheets(session: Session, extract_id: int, names: Sequence[str], *, key: CaseKey, by: User) -> Extract:
    """Have a file looked at anew, with the sheets that somebody has chosen as those of the cases."""
    extract = waiting_for_person(session, extract_id, by)
    offered = [one for one in open_look(session, extract, key).offered if one.name in names]
    if not offered:
        raise Refused("Choose the sheet that holds the cases")
    first, *others = offered
    for one in others:
        if not are_same(one.headings, first.headings):
            raise Refused(f"Choose “{first.name[:60]}” or “{one.name[:60]}”: their columns are not the same")
    row = session.get_one(ExtractLook, extract.id)
    chosen = tuple(one.name for one in offered)
    _keep_headings(row, replace(open_headings(session, extract, key), sought=chosen), key)
    row.look = row.mapping = None
    extract.stage, extract.share = Stage.RECEIVED, 0.0
    session.flush()
    return extract


def waiting_for_person(session: Session, extract_id: int, by: User) -> Extract:
    """Find a file of which somebody must say what its columns hold; raise Overtaken where that has been said."""
    receiving.require_importer(by)
    extract = receiving.find_extract(session, extract_id, by)
    if extract.stage != Stage.LOOKED:
        raise Overtaken("What this file's columns hold has been said already.")
    return extract


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
    return Order(
        said,
        where.sheet,
        where.row,
        where.parties_sheet,
        extract.force,
        today,
        skip=extract.chunks,
        mark=key.fingerprint_bytes,
        conditions=where.conditions,
        together=where.together,
        pairs=where.pairs,
        numbered_by=where.numbered_by,
        pointed=where.rows,
        organised=_organised(session, extract, said, key),
        confirmed=where.confirmed,
        organisations=where.organisations,
    )
