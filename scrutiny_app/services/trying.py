"""Trying a file: counting what it would do, and keeping nothing."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy.orm import Session

from scrutiny_app.files.reading import ReadCase
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.staging import held_cases


def tally(session: Session, force: str, cases: Sequence[ReadCase], *, key: CaseKey) -> Counter[str]:
    """Count how many rows would add a case, change one, or leave one as it is."""
    held = held_cases(session, force, [case.case_number for case in cases])
    counts: Counter[str] = Counter(imported=0, updated=0, unchanged=0)
    for case in cases:
        was = held.get(case.case_number)
        if was is None:
            counts["imported"] += 1
        else:
            counts["unchanged" if was.fingerprint == key.fingerprint_bytes(case.record) else "updated"] += 1
    return counts
