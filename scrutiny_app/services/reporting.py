"""Reporting: a round told once every case in it has a signed finding, and its trail once every case is revealed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from json import loads

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.agreeing import Result, in_words
from scrutiny_app.domain.agreement import agreement
from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.events import FindingSigned, ReportRead, TrailRead
from scrutiny_app.domain.grading import Observation, Severity, Theme
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.people import PANEL_ROLES
from scrutiny_app.domain.releasing import from_json
from scrutiny_app.domain.reporting import Estimate, Reviewed, RoundReport
from scrutiny_app.domain.round_method import Method
from scrutiny_app.domain.rounds import STAGE_TITLES, Stage, filter_words
from scrutiny_app.domain.trail import Entry, canonical
from scrutiny_app.models.estimates import RoundEstimate
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.frames import Draw, Frame
from scrutiny_app.models.grades import Reveal
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.accounts import accounts_of, undone_of
from scrutiny_app.services.frame_checking import check_of, reconciled
from scrutiny_app.services.my_cases import has_conflict
from scrutiny_app.services.rounds import OutOfOrder
from scrutiny_app.services.spreads import spreads
from scrutiny_app.services.standing_findings import count_superseded, standing_findings

MOST_NAMED = 10  # cases named in a refusal
MOST_ENTRIES = 100  # shown of a trail at a time
# Facts of an entry that say who: a panel's reader is told what was done, and never by whom.
_WHO = frozenset({"user_id", "checked_by"})


class Form(StrEnum):
    """A form in which a report is read."""

    PAGE = "page"
    DOCUMENT = "docx"
    PDF = "pdf"
    WORKBOOK = "xlsx"


def read_report(session: Session, round_: Round, form: Form, *, by: User) -> RoundReport:
    """Make a round's report and record that it was read; raise OutOfOrder, saying what is missing, before its time."""
    report = report_of(session, round_, by=by)
    trail.record(session, ReportRead(round_.id, form.value), by=by)
    return report


def report_of(session: Session, round_: Round, *, by: User) -> RoundReport:
    """Make a round's report as one reader may have it; raise OutOfOrder, saying what is missing, before its time."""
    query = select(RoundCase).where(*rounds.in_round(round_)).order_by(RoundCase.position)
    cases = list(session.scalars(query))
    signed = standing_findings(session, [case.id for case in cases])
    _check_complete(session, round_, [case.reference for case in cases if case.id not in signed])
    last = next(iter(trail.newest(session, most=1, round_id=round_.id, events=[FindingSigned.__name__])), None)
    frame, draw = rounds.frame_of(session, round_), rounds.draw_of(session, round_)
    if frame is None or draw is None or last is None:
        raise OutOfOrder("The trail holds no signed finding of this round. Ask the registrar to verify the trail.")

    return RoundReport(
        title=round_.title,
        force=round_.force,
        panel=session.get_one(Panel, round_.panel_id).name,
        method=_method(session, round_, frame, draw),
        reviewed=tuple(_reviewed(session, cases, signed)),
        signed_on=last.at.astimezone(LONDON).date(),
        entries=last.position,
        head=last.digest,
        hidden=_hidden(session, cases, by),
        reckoned=_reckoned(session, round_, last.position),
        superseded=count_superseded(session, round_),
        agreed=agreement(list(spreads(session, [case.id for case in cases]).values())),
    )


def is_revealed(session: Session, round_: Round) -> bool:
    """Say whether the grades of every case of a round have been revealed."""
    query = select(func.count()).select_from(Reveal).join(RoundCase, RoundCase.id == Reveal.round_case_id)
    revealed = session.scalar(query.where(*rounds.in_round(round_))) or 0
    return 0 < revealed == rounds.count_cases(session, round_)


def read_trail(session: Session, round_: Round, *, by: User, before: int | None = None) -> list[Entry]:
    """Give the newest entries on a round's trail, without who did them; NotYours until all its cases are revealed.

    They are numbered within the round, as is `before`: the trail's own numbers would count what is done elsewhere.
    """
    if not is_revealed(session, round_):
        raise NotYours
    of_round = select(TrailEntry.position).where(TrailEntry.round_id == round_.id).order_by(TrailEntry.position)
    places = list(session.scalars(of_round))
    last = len(places) if before is None else min(max(before - 1, 0), len(places))
    end = places[last] if last < len(places) else None
    shown = trail.newest(session, most=MOST_ENTRIES, round_id=round_.id, before=end)
    trail.record(session, TrailRead(round_.id), by=by)
    numbered = zip(range(last, 0, -1), shown, strict=False)
    return [_nameless(entry)._replace(position=number) for number, entry in numbered]


def _check_complete(session: Session, round_: Round, unsigned: Sequence[str]) -> None:
    at = rounds.stage(session, round_)
    if at is Stage.SIGNED:
        return
    named = [*unsigned[:MOST_NAMED], *([f"{len(unsigned) - MOST_NAMED} more"] if len(unsigned) > MOST_NAMED else [])]
    missing = f" Without one: {in_words(named)}." if named else ""
    raise OutOfOrder(
        f"There is no report yet: it needs a signed finding for every case, and this round is at “{STAGE_TITLES[at]}”."
        + missing
    )


def _method(session: Session, round_: Round, frame: Frame, draw: Draw) -> Method:
    rules = frame.rules
    return Method(
        algorithm=rules["algorithm"],
        draw_id=frame.draw_id,
        frame_digest=frame.digest,
        dice=draw.dice,
        period_from=date.fromisoformat(rules["period_from"]),
        period_to=date.fromisoformat(rules["period_to"]),
        filters=filter_words(rules["filters"]),
        strata=tuple(rules["strata"]),
        floor=rules["floor"],
        accounts=accounts_of(session, frame),
        shared=frame.allocation,
        exclusions=frame.exclusions,
        targeted=frame.targeted,
        undone=undone_of(session, round_),
        check=check_of(session, round_),
        totals=reconciled(session, round_),
        in_proportion=rules["weights"] is None,
    )


def _reviewed(session: Session, cases: Collection[RoundCase], signed: Mapping[int, Finding]) -> Iterator[Reviewed]:
    newest = select(func.max(Release.id)).group_by(Release.round_case_id)
    query = select(Release).where(Release.round_case_id.in_(signed), Release.id.in_(newest))
    releases = {release.round_case_id: from_json(release.content) for release in session.scalars(query)}
    for case in cases:
        released, finding = releases[case.id], signed[case.id]
        yield Reviewed(
            reference=case.reference,
            disposal=released.disposal,
            offence_group=released.offence_group,
            age_group=released.age_group,
            result=Result(finding.result),
            observations=tuple(Observation(Theme(o.theme), Severity(o.severity), o.text) for o in finding.observations),
            remarks=finding.remarks.strip(),
        )


def _reckoned(session: Session, round_: Round, entries: int) -> dict[str, Estimate]:
    query = select(RoundEstimate).where(RoundEstimate.round_id == round_.id, RoundEstimate.entries == entries)
    return {row.code: Estimate(row.share, row.low, row.high, weighted=True) for row in session.scalars(query)}


def _hidden(session: Session, cases: Collection[RoundCase], by: User) -> frozenset[str]:
    """Name the cases with which a conflict of the reader's stands; nobody on the force's side can have one."""
    if by.role not in PANEL_ROLES:
        return frozenset()
    ours = [case.id for case in cases]
    query = select(RoundCase.reference).where(RoundCase.id.in_(ours), has_conflict(RoundCase.id, by.id))
    return frozenset(session.scalars(query))


def _nameless(entry: Entry) -> Entry:
    kept = {name: fact for name, fact in loads(entry.facts).items() if name not in _WHO}
    return entry._replace(actor="", facts=canonical(kept))
