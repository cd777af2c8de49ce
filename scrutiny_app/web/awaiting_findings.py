"""What waits on home pages to take the place of a signed finding: for a second person, and then for the chair."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from flask import url_for
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.people import Role
from scrutiny_app.services import superseding
from scrutiny_app.services.convening import may_chair
from scrutiny_app.services.my_cases import my_round
from scrutiny_app.web import awaiting

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round


def of_superseding(db: Session, user: "User", rounds: "Collection[Round]") -> Iterator[dict[str, Any]]:
    """Tell who can agree to a new finding so, and the chair once somebody has agreed."""
    if not allows(Role(user.role), Permission.SECOND_FINDING):
        return
    for round_ in rounds:
        if round_.opened_at is None:
            continue
        cases = {case.id: case.reference for case in my_round(db, round_, user).cases}
        for finding, seconded in superseding.waiting(db, list(cases)) if cases else []:
            reference = cases[finding.round_case_id]
            told = {"hint": f"It would take the place of the signed one in “{round_.title}”"} | awaiting.TO_DO
            if seconded and allows(Role(user.role), Permission.SIGN_FINDING) and may_chair(db, round_, user):
                href = url_for("panel_findings.show", reference=reference)
                yield told | {
                    "text": f"Agreed: sign the new finding on {reference}",
                    "href": href,
                    "deed": "Read and sign",
                }
            elif not seconded and finding.drafted_by != user.id:
                href = url_for("panel_findings.second", reference=reference)
                words = f"A new finding on {reference} waits for a second person to agree"
                yield told | {"text": words, "href": href, "deed": "Read it, and say whether you agree"}
