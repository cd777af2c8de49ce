"""What the demonstration's lists are held against: the force's own totals, numbers from outside, and marks on cases."""

from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from scrutiny_app.cli.demonstration.people import Cast
from scrutiny_app.domain.frame_checking import Answer, Source
from scrutiny_app.domain.framing import read_frame
from scrutiny_app.services import frame_checking, framing, planning, rounds
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.marking import Mark, lift_mark, mark_case
from scrutiny_app.services.reconciling import compare, enter_totals

if TYPE_CHECKING:
    from scrutiny_app.models.rounds import Round

FORCE_COUNTS_MORE = 3  # of its commonest disposal than the extract held: a difference to be asked about
NOWHERE = ("OOC2590990417", "OOC2590990533")  # numbers that no invented case bears
MARKS = (
    (Mark.COMPLAINT, "The person asked for a review of the decision; professional standards have it."),
    (Mark.APPEAL, "An appeal against the caution is with the magistrates' court."),
    (Mark.COMPLAINT, "The shop complained that nobody asked for its views."),
)


def enter_the_forces_totals(session: Session, round_: "Round", cast: Cast) -> None:
    """Enter what the force counts itself: as is held here, but for a few more of the commonest disposal."""
    held = {row.disposal: row.here for row in compare(session, round_).rows if row.here}
    commonest = max(held, key=lambda disposal: held[disposal])
    enter_totals(session, round_, {**held, commonest: held[commonest] + FORCE_COUNTS_MORE}, by=cast.users["lead"])


def name_numbers_from_outside(session: Session, round_: "Round", cast: Cast, rng: Random) -> None:
    """Name numbers of a court's list and of the chair's own, and answer for all but the last."""
    frame = rounds.certificate_of(session, round_).frame
    listed = [line.case_number for line in read_frame(b"".join(framing.file_of(session, frame)))]
    known = rng.sample(listed, min(3, len(listed)))
    registrar, chair = cast.users["registrar"], cast.users["chair"]
    frame_checking.name_numbers(session, round_, "\n".join(known), Source.COURT_LIST, by=registrar)
    frame_checking.name_numbers(session, round_, "\n".join(NOWHERE), Source.VICTIM_SERVICE, by=chair)
    named = frame_checking.numbers_of(session, round_, by=registrar)
    for asked in named[:-1]:
        answer = Answer.IN_FRAME if asked.number.number in listed else Answer.ABSENT
        frame_checking.answer_number(session, round_, asked.number.id, answer, None, by=registrar)


def mark_cases(session: Session, numbers: Sequence[str], cast: Cast, key: CaseKey) -> None:
    """Mark cases whose complaint or appeal is live; the last mark is lifted again."""
    lead = cast.users["lead"]
    found = planning.cases_named(session, lead.force or "", numbers[: len(MARKS)])
    for (mark, reason), case_id in zip(MARKS, found.values(), strict=True):
        made = mark_case(session, case_id, mark, reason, key=key, by=lead)
    lift_mark(session, made.case_id, made.id, by=lead)
