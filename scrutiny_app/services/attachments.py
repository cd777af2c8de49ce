"""What became of a zip's files, for whoever sent it; and a summary in the place of an image that could not be read."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.attaching import MOST_SUMMARY, Fate, State
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import AttachmentSummarised
from scrutiny_app.files.attachments_found import plain
from scrutiny_app.models.attachments import AttachedFile
from scrutiny_app.models.cases import Case
from scrutiny_app.models.dossiers import Dossier
from scrutiny_app.models.extracts import Extract
from scrutiny_app.models.people import User
from scrutiny_app.models.staged import StagedCase
from scrutiny_app.services import receiving, trail
from scrutiny_app.services.attaching import keep_record, name_place
from scrutiny_app.services.dossiers import CaseKey, dossier_place


@dataclass(frozen=True)
class Attached:
    """One file of a zip: its place there, its own name, what became of it, and the case that it belongs to."""

    place: int
    name: str
    fate: Fate
    case_id: int | None


def files_of(session: Session, extract: Extract, key: CaseKey) -> list[Attached]:
    """List a zip's files in its order; what is wrong with one is among the extract's problems, by its place."""
    query = select(AttachedFile.place, AttachedFile.name, AttachedFile.fate, AttachedFile.case_id)
    rows = session.execute(query.where(AttachedFile.extract_id == extract.id).order_by(AttachedFile.place))
    return [
        Attached(place, key.open(name, name_place(extract.id, place)), Fate(fate), case_id)
        for place, name, fate, case_id in rows
    ]


def summarise(session: Session, case_id: int, number: int, text: str, *, key: CaseKey, by: User) -> Dossier:
    """Put a person's words in the place of an attachment that could not be read, as a new version of the dossier.

    Attachments count from 1. A summary may be written anew; a text that was read may not be replaced.
    """
    receiving.require_importer(by)
    words = plain(text).strip()
    if not words:
        raise Refused("Write what the picture shows, in so far as it matters to the case.")
    if len(words) > MOST_SUMMARY:
        raise Refused(f"Shorten the summary to {MOST_SUMMARY:,} characters.")
    case = session.get(Case, case_id)
    if case is None or case.force != by.force:
        raise NotYours
    if session.scalar(select(StagedCase.case_id).where(StagedCase.case_id == case_id).limit(1)):
        raise Refused(
            "A file that is being loaded would change this case. Wait until it is loaded, or cancel it, first."
        )
    dossier = session.get_one(Dossier, (case_id, case.version))
    record = key.open(dossier.sealed, dossier_place(case_id, case.version))
    attachments = list(record.get("attachments", []))
    if not 1 <= number <= len(attachments):
        raise NotYours
    if attachments[number - 1]["state"] == State.READ:
        raise Refused("This attachment has been read, so it needs no summary.")

    attachments[number - 1] |= {"text": words, "state": State.SUMMARISED}
    keep_record(session, case, record | {"attachments": attachments}, extract_id=dossier.extract_id, key=key)

    trail.record(session, AttachmentSummarised(case_id, case.version), by=by)
    return session.get_one(Dossier, (case_id, case.version))
