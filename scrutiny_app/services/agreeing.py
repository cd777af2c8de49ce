"""Agreeing: the chair reveals a case, the panel agrees its finding, and the chair signs it.

Each step needs the one before. A finding is appended, version by version; the newest is what is signed. Once one is
signed it stands, and only a finding that supersedes it, begun with a reason, is drafted after it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.agreeing import FindingIncomplete, NoQuorum, Reached, Result
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.events import CaseRevealed, FindingDrafted, FindingSigned, FindingSuperseded
from scrutiny_app.domain.grading import Observation
from scrutiny_app.models.findings import Finding, FindingObservation, Seconding, Signature
from scrutiny_app.models.grades import Reveal
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from scrutiny_app.services.convening import check_begun, meeting_for, require_chair
from scrutiny_app.services.drafts import clear_ended
from scrutiny_app.services.finding_drafts import forget_words
from scrutiny_app.services.finding_problems import problems
from scrutiny_app.services.my_cases import find_my_case
from scrutiny_app.services.my_rounds import MyCase, MyRound
from scrutiny_app.services.seated_names import seated_name
from scrutiny_app.services.spreads import graders, lacking
from scrutiny_app.services.trail import now


class TooEarly(Refused):
    """A deed whose turn has not come."""


class FindingStands(Refused):
    """A change to a finding that has been signed."""


@dataclass(frozen=True)
class Agreed:
    """What a panel agreed on one case, in its words, and how it came to it."""

    result: Result
    observations: tuple[Observation, ...] = ()
    remarks: str = ""
    dissent: str = ""
    reached: Reached | None = None
    votes: Mapping[Result, int] | None = None

    def parts(self) -> dict[str, Any]:
        """Give all of it by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)} | {"votes": self.votes or {}}

    def cast(self) -> dict[str, int] | None:
        """Give the votes that were cast as they are kept, or None."""
        return {result.value: count for result, count in (self.votes or {}).items() if count} or None


def reveal(session: Session, reference: str, *, by: User) -> Reveal:
    """Show a case's grades to its panel, nameless, and so end grading on it.

    Raises Overtaken where it was revealed already, TooEarly before the chair's own answer, and NoQuorum.
    """
    mine, case = find_my_case(session, reference, by)
    require_chair(session, mine.round, by)
    if case.revealed_at is not None:
        raise Overtaken("This case has been revealed already. It is revealed once; nothing more was done.")
    if case.grade_id is None:
        raise TooEarly("Grade this case yourself, or say that you give no grade on it, before you reveal it.")
    if lacking(session, mine.round, [case.id])[case.id]:
        raise NoQuorum

    shown = Reveal(round_case_id=case.id, revealed_by=by.id, revealed_at=now())
    session.add(shown)

    count = len(graders(session, [case.id])[case.id])
    trail.record(session, CaseRevealed(mine.round.id, case.id, count), by=by)
    clear_ended(session)
    return shown


# Put together once, as every page of a revealed case asks it.
_NEWEST = select(Finding).where(
    Finding.id.in_(
        select(func.max(Finding.id))
        .where(Finding.round_case_id.in_(bindparam("cases", expanding=True)))
        .group_by(Finding.round_case_id)
    )
)


def newest_findings(session: Session, cases: Collection[int]) -> dict[int, Finding]:
    """Give the newest version of the finding on each of the cases (by id) that has one, signed or not."""
    return {one.round_case_id: one for one in session.scalars(_NEWEST, {"cases": list(cases)})}


def draft_finding(
    session: Session,
    reference: str,
    *,
    version: int,
    result: Result,
    observations: Collection[Observation] = (),
    remarks: str = "",
    dissent: str = "",
    reached: Reached | None = None,
    votes: Mapping[Result, int] | None = None,
    by: User,
) -> Finding:
    """Keep a new version of the panel's finding; `version` is the newest that the drafter saw, 0 for none.

    One that is to supersede a signed finding keeps the reason that it was begun with. The same finding twice is kept
    once. Raises TooEarly before the reveal, FindingStands once it is signed, Overtaken where someone else saved a
    version meanwhile, and FindingIncomplete.
    """
    mine, case, newest = find_revealed(session, reference, by)
    agreed = Agreed(result, tuple(observations), remarks.strip(), dissent.strip(), reached, votes)
    if newest and newest.signature:
        raise FindingStands(
            "This finding has been signed. A signed finding is never edited; your change was not saved."
        )
    if newest and is_same(newest, agreed, newest.reason):
        forget_words(session, case.id, by.id)
        return newest
    finding = keep_finding(session, mine, case, newest, agreed, version=version, by=by)
    if newest and newest.supersedes_id:
        finding.supersedes_id, finding.reason = newest.supersedes_id, newest.reason
    session.flush()
    trail.record(session, FindingDrafted(mine.round.id, case.id, finding.id, finding.version), by=by)
    return finding


def sign_finding(session: Session, reference: str, *, version: int, by: User) -> Signature:
    """Sign the newest version of a case's finding, which then stands.

    Raises TooEarly before there is one, or before a second person has agreed to one that supersedes; FindingStands
    where it is signed, Overtaken where it is not the version that the signer read, and NoQuorum where conflicts have
    since set too many grades aside.
    """
    mine, case, newest = find_revealed(session, reference, by)
    if newest is None:
        raise TooEarly("Record the finding before you sign it.")
    if newest.signature:
        raise FindingStands("This finding has been signed already; nothing more was done.")
    if version != newest.version:
        raise Overtaken("This finding was changed after you read it. Read the newest version, then sign that one.")
    if newest.supersedes_id and session.get(Seconding, newest.id) is None:
        raise TooEarly(
            "This finding takes the place of a signed one: a second person of the panel agrees to it before you sign."
        )
    check_begun(session, mine.round)
    _check_quorum(session, mine, case)

    forget_words(session, case.id)
    newest.signature = Signature(finding_id=newest.id, signed_by=by.id, signed_at=now())
    trail.record(session, FindingSigned(mine.round.id, case.id, newest.id, newest.version), by=by)
    if newest.supersedes_id:
        trail.record(session, FindingSuperseded(mine.round.id, case.id, newest.id, newest.supersedes_id), by=by)
    return newest.signature


def find_revealed(session: Session, reference: str, by: User) -> tuple[MyRound, MyCase, Finding | None]:
    """Find a revealed case for its chair, with the newest version of its finding; raise TooEarly before the reveal."""
    mine, case = find_my_case(session, reference, by)
    require_chair(session, mine.round, by)
    if case.revealed_at is None:
        raise TooEarly("Reveal this case’s grades before the panel agrees its finding.")
    return mine, case, newest_findings(session, [case.id]).get(case.id)


def keep_finding(
    session: Session, mine: MyRound, case: MyCase, newest: Finding | None, agreed: Agreed, *, version: int, by: User
) -> Finding:
    """Keep the next version of a finding.

    Raises Overtaken where `version` is not the newest, NotBegun before the meeting, and FindingIncomplete.
    """
    if version != (newest.version if newest else 0):
        own = newest is not None and newest.drafted_by == by.id
        saved = "This finding was saved in another tab of yours" if own else "Someone else saved this finding"
        raise Overtaken(f"{saved} after you opened this one, so this was not saved. Compare the two below.")
    check_begun(session, mine.round)
    meeting = _meeting_of(session, mine, newest)
    found = list(problems(session, mine.round, case.id, meeting, **agreed.parts()))
    if name := seated_name(session, mine.round, agreed.remarks, agreed.dissent):
        found.append(f"Name nobody: take out {name}.")
    if found:
        raise FindingIncomplete(*found)

    finding = Finding(
        round_case_id=case.id,
        version=version + 1,
        result=agreed.result,
        remarks=agreed.remarks,
        dissent=agreed.dissent,
        reached=agreed.reached,
        votes=agreed.cast(),
        meeting_id=meeting.id if meeting else None,
        drafted_by=by.id,
        drafted_at=now(),
        observations=[
            FindingObservation(theme=one.theme.value, severity=one.severity.value, text=one.text, local_id=one.local_id)
            for one in agreed.observations
        ],
    )
    forget_words(session, case.id, by.id)
    session.add(finding)
    return finding


def finding_problems(session: Session, reference: str, parts: Mapping[str, Any], *, by: User) -> list[str]:
    """Say all that keeps a finding from being kept, given its parts as far as they are filled in; of names nothing."""
    mine, case, newest = find_revealed(session, reference, by)
    return list(problems(session, mine.round, case.id, _meeting_of(session, mine, newest), **parts))


def _meeting_of(session: Session, mine: MyRound, newest: Finding | None) -> Meeting | None:
    """Give the meeting at which a finding is agreed now: a later one where the case comes back."""
    again = newest is not None and bool(newest.signature or newest.supersedes_id)
    return meeting_for(session, mine.round, again=again)


def is_same(kept: Finding, agreed: Agreed, reason: str) -> bool:
    """Say whether a finding holds just this already."""
    seen = {(one.theme, one.severity, one.text) for one in kept.observations}
    given = {(one.theme, one.severity, one.text) for one in agreed.observations}
    before = (kept.result, kept.remarks, kept.dissent, kept.reached, kept.votes or None, kept.reason, seen)
    return before == (agreed.result, agreed.remarks, agreed.dissent, agreed.reached, agreed.cast(), reason, given)


def _check_quorum(session: Session, mine: MyRound, case: MyCase) -> None:
    missing = lacking(session, mine.round, [case.id])[case.id]
    if missing:
        raise NoQuorum(missing)
