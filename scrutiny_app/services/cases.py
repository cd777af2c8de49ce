"""One original case, opened for those on the force's side whose work needs it; every look is on the trail."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.events import OriginalRead
from scrutiny_app.domain.people import Role
from scrutiny_app.models.cases import Case
from scrutiny_app.models.dossiers import Dossier
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from scrutiny_app.services.dossiers import CaseKey, open_dossier


@dataclass(frozen=True)
class Original:
    """A case and one version of its whole record: every field of domain.cases by name, None where not recorded."""

    case: Case
    version: int
    record: dict[str, Any]
    versions: list[Dossier]


def read_original(session: Session, case_id: int, *, key: CaseKey, by: User, version: int | None = None) -> Original:
    """Open a case of the reader's force, its newest version unless said; the registrar's look is alarmed."""
    case = session.get(Case, case_id)
    if case is None or case.force != by.force:
        raise NotYours
    opened = version or case.version
    record = open_dossier(session, case_id, opened, key)
    versions = session.scalars(select(Dossier).where(Dossier.case_id == case_id).order_by(Dossier.version))
    original = Original(case, opened, record, list(versions))
    trail.record(session, OriginalRead(case_id, opened, alarmed=by.role == Role.REGISTRAR), by=by)
    return original


def forces(session: Session) -> list[str]:
    """List the forces whose cases are held."""
    return list(session.scalars(select(Case.force).distinct().order_by(Case.force)))
