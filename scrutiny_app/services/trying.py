"""Trying a file: counting what it would do, and keeping nothing."""

import json
from collections import Counter
from collections.abc import Sequence

from sqlalchemy.orm import Session

from scrutiny_app.domain.batches import FoundCase
from scrutiny_app.domain.changing import differences, is_another_person
from scrutiny_app.services.dossiers import CaseKey, open_dossier
from scrutiny_app.services.staging import Held, held_cases


def tally(
    session: Session, force: str, cases: Sequence[FoundCase], *, key: CaseKey, refuse_changes: bool = False
) -> Counter[str]:
    """Count how many rows would add a case, change one, leave one as it is, or be refused: another person's number."""
    held = held_cases(session, force, [case.case_number for case in cases])
    counts: Counter[str] = Counter(imported=0, updated=0, unchanged=0, refused=0)
    for case in cases:
        was = held.get(case.case_number)
        if was is None:
            counts["imported"] += 1
        elif was.fingerprint == key.fingerprint_bytes(bytes(case.record)):
            counts["unchanged"] += 1
        else:
            refused = refuse_changes or _is_another_person(session, was, case, key)
            counts["refused" if refused else "updated"] += 1
    return counts


def _is_another_person(session: Session, was: Held, case: FoundCase, key: CaseKey) -> bool:
    old = open_dossier(session, was.case_id, was.version, key)
    return is_another_person(differences(old, json.loads(bytes(case.record))))
