"""Addressing: whom a finding is told to, found by the staff numbers in the dossier that was frozen with its draw."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.learning import ADDRESSEE_TITLES, Addressee, LetterState
from scrutiny_app.domain.people import ROLE_TITLES
from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.models.letters import Letter
from scrutiny_app.models.people import User
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services.dossiers import CaseKey, open_dossier
from scrutiny_app.services.letters import state_of

NUMBERS = {
    Addressee.OFFICER: "officer_number",
    Addressee.DECISION_MAKER: "decision_maker_number",
    Addressee.SUPERVISOR: "supervisor_number",
}


class Case(NamedTuple):
    """One drawn case with its signed finding and where its dossier is."""

    round: Round
    place: RoundCase
    finding: Finding
    pick: Pick


@dataclass(frozen=True)
class DueLetter:
    """One letter about one finding: whom it is for, how far it has come, and what keeps it from being sent.

    `parts` are all the parts that its reader had in the case; `same_as` is set where they are told in that letter.
    """

    case: Case
    addressee: Addressee
    parts: tuple[Addressee, ...]
    to: User | None
    same_as: Addressee | None
    trouble: str | None
    letter: Letter | None

    @property
    def state(self) -> LetterState:
        """Tell how far the letter has come."""
        return state_of(self.letter)

    @property
    def sent(self) -> bool:
        """Say whether the letter has been sent."""
        return self.letter is not None and self.letter.sent_at is not None

    @property
    def gone(self) -> bool:
        """Say whether the letter has gone out: sent, or handed over as a document."""
        return self.sent or (self.letter is not None and self.letter.handed_at is not None)

    @property
    def closed(self) -> bool:
        """Say whether the letter is out of the lead's hands: sent, handed over or ended."""
        return self.sent or (self.letter is not None and bool(self.letter.handed_at or self.letter.ended_at))

    @property
    def stamp(self) -> str:
        """Give what tells this version of the letter from a later one."""
        return self.letter.edited_at.isoformat() if self.letter else ""


def cases() -> Select[*tuple[Any, ...]]:
    """Select rounds, places, signed findings (superseded ones too) and picks, as the fields of Case."""
    query = select(Round, RoundCase, Finding, Pick).join(RoundCase, RoundCase.round_id == Round.id)
    query = query.join(Finding, Finding.round_case_id == RoundCase.id).join(Signature)
    return query.join(Pick, Pick.round_case_id == RoundCase.id)


def find(session: Session, finding_id: int, addressee: Addressee, key: CaseKey, by: User) -> DueLetter:
    """Find one letter about a signed finding of the reader's force; raise NotYours where there is none."""
    row = session.execute(cases().where(Finding.id == finding_id, Round.force == by.force)).one_or_none()
    if row is None:
        raise NotYours
    return next(letter for letter in addressed_letters(session, [Case(*row)], key) if letter.addressee is addressee)


def addressed_letters(session: Session, cases: Collection[Case], key: CaseKey) -> Iterator[DueLetter]:
    """Make the three letters of each case: who they are for is in the dossier that was frozen with the draw."""
    forces = {case.round.force for case in cases}
    users = session.scalars(select(User).where(User.force.in_(forces), User.staff_number.is_not(None)))
    people = {_number(user.staff_number): user for user in users}
    letters = session.scalars(select(Letter).where(Letter.finding_id.in_([case.finding.id for case in cases])))
    kept = {(letter.finding_id, letter.addressee): letter for letter in letters}
    for case in cases:
        record = open_dossier(session, case.pick.case_id, case.pick.dossier_version, key)
        numbers = {who: _number(record[field]) for who, field in NUMBERS.items()}
        for who in Addressee:
            letter = kept.get((case.finding.id, who))
            if letter and letter.to_user_id:
                yield DueLetter(case, who, (who,), session.get_one(User, letter.to_user_id), None, None, letter)
            else:
                yield _unsent(case, who, numbers, people, letter)


def parts_in(record: Mapping[str, Any], user: User) -> list[Addressee]:
    """List the parts that somebody had in the case of a dossier, by their staff number."""
    number = _number(user.staff_number)
    return [who for who, field in NUMBERS.items() if number and _number(record[field]) == number]


def _unsent(
    case: Case, who: Addressee, numbers: Mapping[Addressee, str], people: Mapping[str, User], letter: Letter | None
) -> DueLetter:
    number = numbers[who]
    parts = tuple(other for other in Addressee if numbers[other] == number) if number else (who,)
    to = people.get(number)
    same_as = None if parts[0] is who else parts[0]
    return DueLetter(case, who, parts, to, same_as, None if same_as else _trouble(who, number, to), letter)


def _trouble(who: Addressee, number: str, to: User | None) -> str | None:
    """Say why a letter can reach nobody, and what to do; None where it can."""
    if not number:
        return f"The record has no staff number for the {ADDRESSEE_TITLES[who].lower()}. Tell them in another way."
    if to is None or to.disabled_at is not None:
        return (
            f"Nobody with staff number {number.upper()} can sign in. Ask an administrator to add them, or tell them in "
            "another way."
        )
    if not allows(to.role, Permission.READ_OWN_LETTERS):
        return f"{to.name} signs in as {ROLE_TITLES[to.role].lower()} and gets no letters. Tell them in another way."
    return None


def _number(staff_number: str | None) -> str:
    return (staff_number or "").strip().casefold()
