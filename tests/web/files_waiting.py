"""A force's files at the stages at which somebody has to act: made row by row, with nothing read."""

from typing import Any

from scrutiny_app.domain.cases import FACETS, FIELDS
from scrutiny_app.domain.extracts import Stage
from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.looking import ColumnLook, Look, SheetLook
from scrutiny_app.domain.mapping import to_json
from scrutiny_app.files.reading_rejected import RejectedRow, rejected_to_json
from scrutiny_app.models.cases import Case
from scrutiny_app.models.dossiers import Dossier
from scrutiny_app.models.extracts import Extract, RejectedRows
from scrutiny_app.models.layouts import Layout
from scrutiny_app.models.staged import StagedCase
from scrutiny_app.services import looks
from scrutiny_app.services.dossiers import dossier_place
from scrutiny_app.services.staging import rejected_place
from scrutiny_app.services.trail import now
from tests.making import KEY, Make, record

IMAGE = {"name": "scan.pdf", "kind": "PDF", "text": "", "left_out": [], "state": "image, not read", "sha256": "0" * 64}


def looked(make: Make, force: str, *, stage: Stage = Stage.LOOKED) -> Extract:
    """Keep a file of our own headings of which somebody has said what they hold, and has not confirmed it."""
    extract = make.extract(force)
    extract.stage = stage
    columns = tuple(ColumnLook(field.heading, ("x",), 1, None, {}) for field in FIELDS)
    looks.keep_look(make.session, extract, Look(SheetLook("Cases", 1, columns, 1)), key=KEY)
    looks.keep_mapping(make.session, extract, OURS, key=KEY)
    return extract


def staged(make: Make, case: Case, **changes: Any) -> Extract:
    """Keep a file that would change a case that is held."""
    extract = looked(make, case.force, stage=Stage.STAGED)
    extract.total = extract.updated = 1
    version = case.version + 1
    whole = record(force=case.force, **changes)
    sealed = KEY.seal(whole, dossier_place(case.id, version))
    fresh = {"case_id": case.id, "version": version, "extract_id": extract.id}
    facets = {name: getattr(case, name) for name in (*FACETS, "age_group")}
    make.session.add(Dossier(sealed=sealed, fingerprint="0" * 64, kept_at=now(), **fresh))
    make.session.add(
        StagedCase(row=2, number=whole["case_number"], changed=[*changes], refused=False, **fresh, **facets)
    )
    make.session.flush()
    return extract


def rejected(make: Make, force: str) -> Extract:
    """Keep a file that is loaded save for one row."""
    extract = looked(make, force, stage=Stage.DONE)
    extract.total = extract.rejected = 1
    sealed = KEY.seal_bytes(rejected_to_json([RejectedRow(2, ["x"])]), rejected_place(extract.id, 0))
    make.session.add(RejectedRows(extract_id=extract.id, chunk=0, sealed=sealed))
    make.session.flush()
    return extract


def layout(make: Make, force: str) -> Layout:
    """Keep a layout of a force's own."""
    kept = Layout(force=force, name="Own", version=1, mapping=to_json(OURS), saved_by="x", saved_at=now())
    make.session.add(kept)
    make.session.flush()
    return kept
