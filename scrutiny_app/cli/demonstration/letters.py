"""The letters of the demonstration's signed round: sent, read, acknowledged, and some of them answered."""

from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from fixtures.generating import Row
from scrutiny_app.cli.demonstration.people import Cast
from scrutiny_app.services.dossiers import CaseKey

if TYPE_CHECKING:
    from scrutiny_app.models.rounds import Round

NUMBERS = ("officer_number", "supervisor_number", "decision_maker_number")


def send_letters(session: Session, round_: "Round", cast: Cast, key: CaseKey, rows: list[Row]) -> None:
    """Let the officers of the round's cases sign in, and send most of them their letters."""
    cast.enlist(session, {str(row.cells[name]) for row in rows for name in NUMBERS if row.cells[name]})
