"""What a drawn case lacks of all that ought to be on record, for whoever may ask for it."""

from sqlalchemy.orm import Session

from scrutiny_app.domain.banding import released_case
from scrutiny_app.domain.redacting import TEXTS
from scrutiny_app.domain.releasing import BlankState
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.redactions import open_record


def missing_items(session: Session, round_case: RoundCase, key: CaseKey) -> list[str]:
    """List by label what the recording list asks for and the record, as it was drawn, does not have."""
    record = open_record(session, round_case, key)
    case = released_case(record, round_case.reference, {name: record[name] for name in TEXTS}, frozenset())
    return [item.label for item in case.completeness if item.state is BlankState.NOT_RECORDED]
