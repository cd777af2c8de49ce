"""Attaching: the files of a zip join their cases' dossiers, as text, all of them in one transaction.

Files are kept, sealed, as they are read, chunk by chunk, so that work that stops goes on where it was. A dossier with
new texts is a new version of it, under the fingerprint of the version before: that is of the extract's fields alone.
"""

from collections import defaultdict
from typing import Any

import msgspec
from sqlalchemy import insert, select
from sqlalchemy.orm import Session, defer

from scrutiny_app.domain.attaching import ADVICE, FOUND, MOST_CHARACTERS, MOST_OF_A_CASE, PROBLEMS, Fate, cases_of
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import AttachmentsAdded
from scrutiny_app.domain.extracts import Stage
from scrutiny_app.files.attachments import FilesChunk
from scrutiny_app.files.attachments_found import ReadFile
from scrutiny_app.models.attachments import AttachedFile
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case
from scrutiny_app.models.dossiers import Dossier
from scrutiny_app.models.extracts import Extract, ImportProblem
from scrutiny_app.models.people import User
from scrutiny_app.services import receiving, trail
from scrutiny_app.services.cases import forces
from scrutiny_app.services.dossiers import CaseKey, dossier_place
from scrutiny_app.services.staging import is_kept
from scrutiny_app.services.trail import Actor, now


def force_of(session: Session, by: Actor) -> str:
    """Say whose cases a zip may be about: the sender's force's, or on the command line the only force's."""
    if isinstance(by, User):
        return by.force or ""
    held = forces(session)
    if len(held) != 1:
        raise Refused("Say as whom you send the attachments: cases of one force alone can be meant.")
    return held[0]


def begin(session: Session, extract: Extract) -> None:
    """Take up a zip that was received: it may be read once its turn has come."""
    extract.stage = Stage.MAPPED
    session.flush()


def stage_files(session: Session, extract: Extract, chunk: FilesChunk, *, key: CaseKey) -> bool:
    """Keep one chunk of a zip's files, once however often it comes; say whether the zip is still wanted."""
    if extract.stage != Stage.MAPPED:
        return False
    if is_kept(extract, chunk.number):
        return True
    session.execute(insert(AttachedFile), [_staged(extract, one, key) for one in chunk.files])
    for one in chunk.files:
        if one.found is None:
            _keep_problem(session, extract, one.place, Fate.REFUSED, "a file that is not read", one.refused)
    read = sum(1 for one in chunk.files if one.found)
    extract.total += len(chunk.files)
    extract.imported += read
    extract.rejected += len(chunk.files) - read
    extract.chunks += 1
    extract.share = chunk.share
    session.flush()
    return True


def _staged(extract: Extract, one: ReadFile, key: CaseKey) -> dict[str, Any]:
    kept = {**msgspec.to_builtins(one.found), "name": one.name, "sha256": one.sha256} if one.found else None
    return {
        "extract_id": extract.id,
        "place": one.place,
        "fate": Fate.READ if one.found else Fate.REFUSED,
        "case_id": None,
        "name": key.seal(one.name, name_place(extract.id, one.place)),
        "found": key.seal(kept, _found_place(extract.id, one.place)) if kept else None,
    }


def _keep_problem(session: Session, extract: Extract, place: int, fate: Fate, found: str, advice: str) -> None:
    problem = ImportProblem(
        extract_id=extract.id, row=place, column="The file", code=fate, found=found, advice=advice[:500]
    )
    session.add(problem)
    extract.problems_found += 1


def publish_attachments(session: Session, extract: Extract, *, key: CaseKey, by: Actor) -> None:
    """Give every file that was read to its case, all or none, and say which have none; frozen cases stay as drawn."""
    if extract.stage != Stage.MAPPED:
        return
    query = select(AttachedFile).where(AttachedFile.extract_id == extract.id, AttachedFile.fate == Fate.READ)
    query = query.order_by(AttachedFile.place).options(defer(AttachedFile.found))  # each is read when it is wanted
    files = {file.place: file for file in session.scalars(query)}
    theirs: dict[int, list[AttachedFile]] = defaultdict(list)
    for place, case in _cases(session, extract, files, key).items():
        if isinstance(case, Fate):
            _settle(session, extract, files[place], case)
        else:
            files[place].case_id = case
            theirs[case].append(files[place])

    changed = [_attach(session, extract, case_id, ours, key) for case_id, ours in sorted(theirs.items())]
    extract.share = 1.0
    extract.stage = Stage.DONE
    receiving.forget_file(session, [extract.id])
    session.flush()

    trail.record(session, AttachmentsAdded(extract.id, cases=sum(changed), files=extract.imported), by=by)


def _cases(session: Session, extract: Extract, files: dict[int, AttachedFile], key: CaseKey) -> dict[int, int | Fate]:
    names = {place: key.open(file.name, name_place(extract.id, place)) for place, file in files.items()}
    numbers = select(CaseNumber.case_id, CaseNumber.number).where(CaseNumber.force == extract.force)
    rows = session.execute(numbers.execution_options(yield_per=10_000))
    return cases_of(names, ((case_id, number) for case_id, number in rows))


def _settle(session: Session, extract: Extract, file: AttachedFile, fate: Fate) -> None:
    """Write down what became of a file, which is kept no longer; each was counted as one to be added."""
    file.fate = fate
    file.found = None
    if fate is Fate.HELD:
        extract.imported -= 1
        extract.unchanged += 1
    elif fate in PROBLEMS:
        extract.imported -= 1
        extract.rejected += 1
        _keep_problem(session, extract, file.place, fate, FOUND[fate], ADVICE[fate])


def _attach(session: Session, extract: Extract, case_id: int, files: list[AttachedFile], key: CaseKey) -> bool:
    """Add to a case's dossier what it does not hold yet; say whether that made a new version."""
    case = session.get_one(Case, case_id)
    dossier = session.get_one(Dossier, (case_id, case.version))
    record = key.open(dossier.sealed, dossier_place(case_id, case.version))
    attachments = list(record.get("attachments", []))
    before = len(attachments)
    for file in files:
        found = key.open(file.found or b"", _found_place(extract.id, file.place))
        fate = _fate(found, attachments)
        if fate is Fate.ADDED:
            attachments.append(found)
        _settle(session, extract, file, fate)
    if len(attachments) == before:
        return False
    keep_record(session, case, record | {"attachments": attachments}, extract_id=extract.id, key=key)
    return True


def _fate(found: dict[str, Any], attachments: list[dict[str, Any]]) -> Fate:
    if any(held["sha256"] == found["sha256"] for held in attachments):
        return Fate.HELD
    characters = len(found["text"]) + sum(len(held["text"]) for held in attachments)
    fits = len(attachments) < MOST_OF_A_CASE and characters <= MOST_CHARACTERS
    return Fate.ADDED if fits else Fate.TOO_MANY


def keep_record(session: Session, case: Case, record: dict[str, Any], *, extract_id: int, key: CaseKey) -> None:
    """Keep a record whose fields are as before as the case's next version."""
    fingerprint = session.get_one(Dossier, (case.id, case.version)).fingerprint
    case.version += 1
    sealed = key.seal(record, dossier_place(case.id, case.version))
    session.add(
        Dossier(
            case_id=case.id,
            version=case.version,
            extract_id=extract_id,
            sealed=sealed,
            fingerprint=fingerprint,
            kept_at=now(),
        )
    )
    session.flush()


def name_place(extract_id: int, place: int) -> str:
    """Name the place to which a file's name is bound."""
    return f"attached-name:{extract_id}:{place}"


def _found_place(extract_id: int, place: int) -> str:
    return f"attached:{extract_id}:{place}"
