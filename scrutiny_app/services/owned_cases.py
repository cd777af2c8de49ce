"""The case of somebody's action as the force knows it: its owner cannot look into it by the panel's reference."""

from sqlalchemy.orm import Session

from scrutiny_app.domain.events import OriginalRead
from scrutiny_app.models.actions import Action
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from scrutiny_app.services.actions import case_of
from scrutiny_app.services.dossiers import CaseKey, open_dossier
from scrutiny_app.services.redactions import pick_of


def crime_number_for_owner(session: Session, action: Action, *, key: CaseKey, by: User) -> str | None:
    """Give the owner of an action on a case its crime number; recorded as a look into the original."""
    if action.owner_id != by.id or action.force != by.force:
        return None
    case = case_of(session, action)
    if case is None:
        return None
    pick = pick_of(session, case)
    record = open_dossier(session, pick.case_id, pick.dossier_version, key)
    # No alarm, whoever it is: somebody has made this case their task.
    trail.record(session, OriginalRead(pick.case_id, pick.dossier_version, alarmed=False), by=by)
    return str(record["crime_number"])
