"""Extracts, and the cases and attachments that come of them."""

from dataclasses import dataclass

from scrutiny_app.domain.events.event import Event


@dataclass(frozen=True)
class ExtractReceived(Event):
    extract_id: int
    holds: str


@dataclass(frozen=True)
class ExtractMapped(Event):
    """Somebody said which of a file's columns fill which fields; 0 where the file has our own headings."""

    extract_id: int
    layout_id: int


@dataclass(frozen=True)
class LayoutSaved(Event):
    layout_id: int
    version: int


@dataclass(frozen=True)
class ChangeMarked(Event):
    """Somebody said of one change whether it is to be refused when the file is loaded."""

    extract_id: int
    case_id: int
    refused: bool


@dataclass(frozen=True)
class ChangesDecided(Event):
    """Somebody accepted or refused what a file would change in cases that are held."""

    extract_id: int
    accepted: int
    refused: int


@dataclass(frozen=True)
class ExtractImported(Event):
    extract_id: int
    total: int
    imported: int
    updated: int
    unchanged: int
    refused: int
    rejected: int


@dataclass(frozen=True)
class AttachmentsAdded(Event):
    extract_id: int
    cases: int
    files: int


@dataclass(frozen=True)
class AttachmentSummarised(Event):
    case_id: int
    version: int


@dataclass(frozen=True)
class ImportCancelled(Event):
    extract_id: int


@dataclass(frozen=True)
class SamplesRead(Event):
    """A file's headings and sample values were shown, to say what its columns hold."""

    extract_id: int


@dataclass(frozen=True)
class ChangesRead(Event):
    """What a file would change was shown, with what is held beside it; no case_id where it was only the list."""

    extract_id: int
    case_id: int | None


@dataclass(frozen=True)
class RejectedRowsTaken(Event):
    """The rejected rows of an extract left the product in a workbook, to be mended."""

    extract_id: int
    rows: int


@dataclass(frozen=True)
class ImportRefused(Event):
    cause: str


@dataclass(frozen=True)
class ImportProblemsRead(Event):
    extract_id: int
    alarmed: bool


@dataclass(frozen=True)
class OriginalRead(Event):
    """A dossier was opened and shown; alarmed where the reader's role does not ordinarily do so."""

    case_id: int
    dossier_version: int
    alarmed: bool
