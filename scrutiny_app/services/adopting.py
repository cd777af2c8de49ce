"""Adopting: what a meeting does to several cases at one stroke: reveal, adopt what all agree on, sign what is drafted.

Each case is done by the same rules as if it were alone. Whoever acts on a page that another chair has overtaken does
nothing at all, and is told on which case.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from sqlalchemy.orm import Session

from scrutiny_app.domain import adopting
from scrutiny_app.domain.agreeing import Reached, in_words
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services.agreeing import (
    Agreed,
    TooEarly,
    draft_finding,
    find_revealed,
    is_same,
    newest_findings,
    reveal,
    sign_finding,
)
from scrutiny_app.services.convening import require_chair
from scrutiny_app.services.meetings import agenda
from scrutiny_app.services.my_cases import my_round
from scrutiny_app.services.my_rounds import MyCase
from scrutiny_app.services.spreads import lacking, spreads


class NothingChosen(Refused):
    """A form for several cases of which none was ticked."""


class Waiting(NamedTuple):
    """One case that is not revealed, and why it cannot be; an empty `why` says that it can."""

    case: MyCase
    why: str


def to_reveal(session: Session, round_: Round, *, by: User) -> list[Waiting]:
    """List a chair's cases that are not revealed, each with what keeps it from being."""
    require_chair(session, round_, by)
    waiting = [case for case in my_round(session, round_, by).cases if case.revealed_at is None]
    missing = lacking(session, round_, [case.id for case in waiting])
    return [Waiting(case, _why(case, missing[case.id])) for case in waiting]


def reveal_ready(session: Session, round_: Round, references: Collection[str], *, by: User) -> list[str]:
    """Reveal those of the cases named that can be; one that somebody revealed meanwhile is left as it is."""
    ready = [one.case.reference for one in to_reveal(session, round_, by=by) if not one.why]
    chosen = [reference for reference in ready if reference in references]
    for reference in chosen:
        reveal(session, reference, by=by)
    return chosen


class Adopted(NamedTuple):
    """What was adopted now, and what had been in just these words already."""

    now: list[Finding]
    already: list[Finding]


def adopt_together(
    session: Session,
    round_: Round,
    versions: Mapping[str, int],
    *,
    offered: str | None = None,
    with_comments: Collection[str] = (),
    by: User,
) -> Adopted:
    """Draft, for each case named with the version last seen of its finding, the grade that all gave.

    The findings on those `with_comments` take the members' comments as their remarks.
    `offered` is the stamp of the list from which they were ticked. Raises Overtaken, and keeps nothing, where the list
    has changed since, and where one of them was drafted or is no longer agreed on by all. All of it again is no change.
    """
    if not versions:
        raise NothingChosen("Tick at least one case to adopt.")
    before = newest_findings(session, [one.id for one in my_round(session, round_, by).cases])
    known = {one.id for one in before.values()}
    list_now = agenda(session, round_, by=by).stamp if offered is not None else offered
    done = [
        _adopt(session, reference, version, by, with_comments=reference in with_comments)
        for reference, version in versions.items()
    ]
    adopted = Adopted([one for one in done if one.id not in known], [one for one in done if one.id in known])
    if adopted.now and offered != list_now:
        raise Overtaken(_changed(offered or "", list_now or ""))
    return adopted


def sign_drafted(
    session: Session, round_: Round, versions: Mapping[str, int], *, offered: str | None = None, by: User
) -> list[str]:
    """Sign the findings named by case, each in the version that was read; what is signed in it already is passed over.

    `offered` is the stamp of the list from which they were ticked: what another tab left out is not signed by an older
    one. Raises Overtaken where the list has changed, and what `sign_finding` raises, naming the case; then signs none.
    """
    if not versions:
        raise NothingChosen("Tick at least one finding to sign.")
    list_now = agenda(session, round_, by=by).to_sign_stamp if offered is not None else offered
    done = [reference for reference, version in versions.items() if _sign(session, reference, version, by)]
    if done and offered != list_now:
        raise Overtaken(
            f"What there is to sign has changed since you loaded the page ({_changes(offered or '', list_now or '')}). "
            "Nothing was signed. Go back to the meeting, read what is to be signed now, and sign that."
        )
    return done


def _why(case: MyCase, missing: list[str]) -> str:
    if missing:
        return "No quorum yet."  # what it lacks would tell who has not graded
    return "" if case.grade_id else "You have neither graded it nor said that you give no grade."


def _changed(offered: str, list_now: str) -> str:
    what = _changes(offered, list_now)
    return (
        f"The list of cases on which all agree has changed since you loaded the page ({what}), so nothing was adopted. "
        "Go back to the meeting, look at what is on it now, and adopt that."
    )


def _changes(offered: str, list_now: str) -> str:
    """Say by case what left a list and what came to it; a version that has changed is both."""
    was, now = set(filter(None, offered.split(","))), set(filter(None, list_now.split(",")))
    changes = (("no longer on it", was - now), ("new on it", now - was))
    named = [(words, sorted({one.partition(":")[0] for one in cases})) for words, cases in changes]
    return "; ".join(f"{words}: {in_words(cases)}" for words, cases in named if cases)


def _adopt(session: Session, reference: str, version: int, by: User, *, with_comments: bool) -> Finding:
    _, case, newest = find_revealed(session, reference, by)
    spread = spreads(session, [case.id])[case.id]
    result = adopting.together(spread)
    if result is None:
        raise TooEarly(f"Not all gave the same grade on case {reference}: record its finding by itself.")
    observations = adopting.merged(spread)
    remarks = "\n\n".join(spread.remarks) if with_comments else ""
    agreed = Agreed(result, observations, remarks, reached=Reached.TOGETHER)
    if newest and is_same(newest, agreed, ""):
        return newest
    if newest or version:
        raise Overtaken(
            f"A finding on case {reference} was recorded after you loaded the page, so nothing was adopted. "
            "Look at what is drafted, and adopt the others."
        )
    return draft_finding(
        session,
        reference,
        version=0,
        result=result,
        observations=observations,
        remarks=remarks,
        reached=Reached.TOGETHER,
        by=by,
    )


def _sign(session: Session, reference: str, version: int, by: User) -> bool:
    _, _, newest = find_revealed(session, reference, by)
    if newest and newest.signature and newest.version == version:
        return False
    try:
        sign_finding(session, reference, version=version, by=by)
    except Refused as refusal:
        refusal.message = f"Case {reference}: {refusal.message} Nothing was signed."
        raise
    return True
