"""A grading sheet that came back: its member's grades, abstentions and conflicts, all of them or none.

It is held against the sheet as it was made, which is made again from the copy and the releases that it names.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import SheetImported
from scrutiny_app.domain.grading import Grade, Observation, Severity, Theme
from scrutiny_app.domain.grading_sheets import (
    HEADER_ROW,
    SERIAL_ROW,
    Cells,
    Other,
    Row,
    SheetRefused,
    answer_of,
    as_made,
    cell,
    changes,
    rows_of,
)
from scrutiny_app.domain.packs import Form, Pack, PackedCase
from scrutiny_app.domain.questions import Answer, Answered, Question
from scrutiny_app.domain.releasing import from_json
from scrutiny_app.models import grades
from scrutiny_app.models.pack_copies import PackCopy
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import grading, trail
from scrutiny_app.services.conflicts import declare_conflict
from scrutiny_app.services.my_cases import has_conflict, my_round, name_in_words
from scrutiny_app.services.my_rounds import MyCase, MyRound
from scrutiny_app.services.pack_states import marks_of, was_made_from
from scrutiny_app.services.remarks import find_names
from scrutiny_app.services.seated_names import likely_mentions

_ANEW = "Get your sheet anew from your page of the round, and copy your answers into it."


@dataclass(frozen=True)
class Imported:
    """What a sheet brought: how many answers were new, how many known already, and how many rows were left empty."""

    kept: int
    known: int
    empty: int


def import_sheet(session: Session, round_: Round, cells: Cells, *, by: User) -> Imported:
    """Keep what a member answered on their sheet; raise SheetRefused, with every reason, and then keep nothing."""
    copy = _copy_of(session, round_, cells, by)
    rows = list(rows_of(cells))
    _check_as_made(session, round_, copy, cells, rows)
    mine = my_round(session, round_, by)
    if not mine.is_open:
        raise SheetRefused("This round is not open for grading, so nothing of your sheet was kept.")

    answered = _answers(session, mine, rows, by)
    kept = sum(_keep(session, case, row, answer, by) for case, row, answer in answered)
    trail.record(session, SheetImported(round_.id, copy.id, len(answered)), by=by)
    return Imported(kept, len(answered) - kept, len(rows) - len(answered))


def _copy_of(session: Session, round_: Round, cells: Cells, by: User) -> PackCopy:
    serial = cell(cells, SERIAL_ROW, 2).strip().upper()
    copy = session.scalar(select(PackCopy).where(PackCopy.serial == serial, PackCopy.form == Form.SHEET.value))
    if copy is None:
        raise SheetRefused(f"The file is not a grading sheet that was made here: its copy number is not known. {_ANEW}")
    if copy.reader_id != by.id:
        raise SheetRefused("This grading sheet was made for another reader. Send your own.")
    if copy.round_id != round_.id:
        raise SheetRefused("This grading sheet was made for another round. Send it on that round’s page.")
    return copy


def _check_as_made(session: Session, round_: Round, copy: PackCopy, cells: Cells, rows: Sequence[Row]) -> None:
    """Raise SheetRefused where anything but the answers differs from the sheet as it was made."""
    named = [(row.reference, row.version) for row in rows]
    query = select(RoundCase.reference, Release.version, RoundCase.position, Release)
    query = query.join(Release, Release.round_case_id == RoundCase.id)
    query = query.where(RoundCase.round_id == round_.id, RoundCase.reference.in_([name for name, _ in named]))
    found = {(name, version): (place, release) for name, version, place, release in session.execute(query)}
    for row in rows:
        if (row.reference, row.version) not in found:
            raise SheetRefused(f"Row {row.number} is of another case or version than the sheet was made with. {_ANEW}")
    placed = [(*found[key], *key) for key in named]

    held = [PackedCase(place, version, from_json(release.content)) for place, release, _, version in placed]
    made = as_made(Pack(round_.title, round_.force, len(held), held), marks_of(copy))
    if changed := list(changes(cells, made)):
        raise SheetRefused(f"{_what(changed)} {_ANEW}")
    if not was_made_from(session, copy, round_, [(at, name, v, one.digest) for at, one, name, v in placed]):
        raise SheetRefused(f"The sheet’s cases are not those that it was made with, in their order. {_ANEW}")


def _what(changed: Sequence[str]) -> str:
    header = [name for name in changed if name[1:] == str(HEADER_ROW)]
    if header:
        return f"The words over the columns were changed, in {', '.join(header[:5])}."
    return f"Something was changed outside the answers, in {', '.join(changed[:5])}."


def _answers(session: Session, mine: MyRound, rows: Sequence[Row], by: User) -> list[tuple[MyCase, Row, Grade | Other]]:
    """Read each row that has an answer and may have one; raise SheetRefused with what is wrong with the others."""
    seen = {case.reference: case for case in mine.cases}
    found, reasons = [], list[str]()
    for row in rows:
        try:
            if (answer := answer_of(row)) is None:
                continue
        except SheetRefused as refused:
            reasons.extend(refused.reasons)
            continue
        case = seen.get(row.reference)
        if case is None and answer is Other.CONFLICT and _is_kept_from(session, row, by):
            continue  # which the sheet had said before
        if reason := _why_not(session, case, row, by):
            reasons.append(f"Row {row.number}: {reason} Clear that row’s answer and send the sheet again.")
        elif case is not None:
            found.append((case, row, answer))
    reasons += _telling(session, mine, [(case, row) for case, row, _ in found])
    if reasons:
        raise SheetRefused(*reasons)
    return found


def _why_not(session: Session, case: MyCase | None, row: Row, by: User) -> str | None:
    if case is not None:
        if case.revealed_at is not None:
            return "the chair has revealed this case, so grading on it has ended."
        if case.version != row.version:
            return f"this case was released again, as version {case.version}: read it on your page, and grade it there."
        return None
    drawn = session.scalars(select(RoundCase).where(RoundCase.reference == row.reference)).one()
    if _is_kept_from(session, row, by):
        return "you have a conflict with this case, and it is kept from you."
    if drawn.withdrawn_at is not None:
        return "this case is no longer one of the round’s."
    return "this case has been taken away from everybody for now."


def _telling(session: Session, mine: MyRound, rows: Iterable[tuple[MyCase, Row]]) -> Iterator[str]:
    """Say which comments look as if they named somebody: a sheet cannot ask, as the page does, whether they do."""
    for case, row in rows:
        own = session.get(grades.Grade, case.newest_grade_id) if case.newest_grade_id else None
        was_asked = own is not None and own.comment == row.comment.strip()
        if was_asked or name_in_words(session, mine.round, row.comment):  # the latter is refused where it is kept
            continue
        if find_names({"": row.comment}) or likely_mentions(session, mine.round, row.comment):
            yield (
                f"Row {row.number}: the comment may tell who somebody is. Take names and numbers out; or clear the row "
                "and answer on the case’s page, which marks them and where you can say that they name nobody."
            )


def _is_kept_from(session: Session, row: Row, by: User) -> bool:
    drawn = select(RoundCase.id).where(RoundCase.reference == row.reference, has_conflict(RoundCase.id, by.id))
    return session.scalar(drawn) is not None


def _keep(session: Session, case: MyCase, row: Row, answer: Grade | Other, by: User) -> bool:
    """Keep one answer; say whether it was new."""
    try:
        match answer:
            case Other.CONFLICT:
                declare_conflict(session, row.reference, by=by)
                return True
            case Other.CANNOT:
                return grading.abstain(session, row.reference, by=by).id != case.grade_id
            case _:
                return _grade(session, case, row, answer, by)
    except Refused as refused:
        raise SheetRefused(f"Row {row.number}: {refused.message}") from None


def _grade(session: Session, case: MyCase, row: Row, answer: Grade, by: User) -> bool:
    """Keep a grade; what the member had ticked and answered with the same grade on their page stays with it."""
    own = session.get_one(grades.Grade, case.newest_grade_id) if case.newest_grade_id else None
    same = own if own and own.grade == answer else None
    given = grading.give_grade(
        session,
        row.reference,
        version=row.version,
        grade=answer,
        observations=[_observed(one) for one in same.observations] if same else [],
        comment=row.comment,
        answers=[_answered(one) for one in same.answers] if same else [],
        by=by,
    )
    return given.id != case.newest_grade_id


def _observed(kept: grades.GradeObservation) -> Observation:
    return Observation(Theme(kept.theme), Severity(kept.severity), kept.text, kept.local_id)


def _answered(kept: grades.GradeAnswer) -> Answered:
    return Answered(Question(kept.question), Answer(kept.answer), kept.remark)
