"""Reconciling: a round's frame held against the totals of outcomes that the force itself counts in the period."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.crossing import facets_of
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import TotalsEntered
from scrutiny_app.domain.framing import ExclusionReason
from scrutiny_app.domain.reconciling import ISSUED, LARGEST_TOTAL, to_json
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case
from scrutiny_app.models.frame_checks import OutcomeTotal
from scrutiny_app.models.frames import Frame
from scrutiny_app.models.people import User
from scrutiny_app.models.picks import FrameFile
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import matching, rounds, trail

AT_ONCE = 500  # numbers that one query looks for
Left = tuple[str, ExclusionReason]


@dataclass(frozen=True)
class Compared:
    """One disposal: its cases in the frame, left out and filtered away, and what the force counts (None: unknown)."""

    disposal: str
    in_frame: int
    left_out: Mapping[ExclusionReason, int]
    filtered: int
    counted: int | None

    @property
    def here(self) -> int:
        """Count all cases of the disposal that are held of the period."""
        return self.in_frame + sum(self.left_out.values()) + self.filtered


@dataclass(frozen=True)
class Comparison:
    """A frame by disposal beside the force's totals.

    `by_now` says that a frozen frame does not tell its cases' disposals, so that they are counted as they stand now;
    `later` counts what has come to match the plan since the freeze.
    """

    rows: tuple[Compared, ...]
    frozen: bool
    by_now: bool
    later: int
    entered_by: str | None = None
    entered_at: datetime | None = None

    @property
    def known(self) -> tuple[Compared, ...]:
        """Give the disposals of which the force's total is known."""
        return tuple(row for row in self.rows if row.counted is not None)


def enter_totals(session: Session, round_: Round, totals: Mapping[str, int | None], *, by: User) -> None:
    """Keep the force's own totals in place of those entered before; a disposal without one is not known."""
    given = {name: total for name, total in totals.items() if total is not None}
    if not given.keys() <= {disposal.code for disposal in ISSUED}:
        raise Refused("Enter totals of disposals from the list only.")
    if any(not 0 <= total <= LARGEST_TOTAL for total in given.values()):
        raise Refused(f"A total is a whole number from 0 to {LARGEST_TOTAL:,}.")
    session.execute(delete(OutcomeTotal).where(OutcomeTotal.round_id == round_.id))
    session.add_all(
        OutcomeTotal(round_id=round_.id, disposal=name, total=total, entered_by=by.id, entered_at=trail.now())
        for name, total in given.items()
    )
    found = {row.disposal: (row.counted, row.here) for row in compare(session, round_).rows if row.counted is not None}
    trail.record(session, TotalsEntered(round_.id, to_json(found)), by=by)


def compare(session: Session, round_: Round) -> Comparison:
    """Hold what can be drawn, or what was frozen, against the force's totals, by disposal."""
    frame = rounds.frame_of(session, round_)
    held = matching.count_disposals(session, round_, everything=True)
    plain = not round_.filters and not round_.targeted
    matched = held if plain else matching.count_disposals(session, round_, everything=False)
    left = _left_by_disposal(session, round_, frame)
    frozen = _frozen_counts(round_, frame) if frame else None
    entered = {one.disposal: (one, name) for one, name in _entered(session, round_)}
    names = [one.code for one in ISSUED]
    rows = []
    for name in (*names, *sorted((held.keys() | entered.keys()) - set(names))):
        left_out = left.get(name, Counter())
        in_frame = matched[name] - left_out.total() if frozen is None else frozen[name]
        counted = entered[name][0].total if name in entered else None
        rows.append(Compared(name, in_frame, left_out, held[name] - matched[name], counted))
    one, who = next(iter(entered.values()), (None, None))
    return Comparison(
        rows=tuple(rows),
        frozen=frame is not None,
        by_now=frame is not None and frozen is None,
        later=matched.total() - frame.total - sum(frame.exclusions.values()) if frame else 0,
        entered_by=who,
        entered_at=one.entered_at if one else None,
    )


def _entered(session: Session, round_: Round) -> Iterator[tuple[OutcomeTotal, str]]:
    query = select(OutcomeTotal, User.name).join(User, User.id == OutcomeTotal.entered_by)
    rows = session.execute(query.where(OutcomeTotal.round_id == round_.id))
    return ((total, name) for total, name in rows)


def _frozen_counts(round_: Round, frame: Frame) -> Counter[str] | None:
    """Count a frozen frame's cases by disposal; None where its strata are of other things, so that it does not tell."""
    only = round_.filters.get("disposal", ())
    if len(only) == 1:
        return Counter({only[0]: frame.total})
    strata = frame.rules["strata"]
    if "disposal" not in strata:
        return None
    counts: Counter[str] = Counter()
    for stratum, cases in frame.counts.items():
        counts[facets_of(stratum)[strata.index("disposal")] or ""] += cases
    return counts


def _left_by_disposal(session: Session, round_: Round, frame: Frame | None) -> dict[str, Counter[ExclusionReason]]:
    """Count what is, or was, left out by disposal and reason."""
    left = _frozen_left(session, frame) if frame else _live_left(session, round_)
    found: dict[str, Counter[ExclusionReason]] = {}
    while reasons := dict(islice(left, AT_ONCE)):
        query = select(CaseNumber.number, Case.disposal).join(Case, Case.id == CaseNumber.case_id)
        query = query.where(CaseNumber.force == round_.force, CaseNumber.number.in_(reasons))
        for number, disposal in session.execute(query):
            found.setdefault(disposal, Counter())[reasons[number]] += 1
    return found


def _live_left(session: Session, round_: Round) -> Iterator[Left]:
    return iter([(one.case_number, one.reason) for one in matching.left_out(session, round_)])


def _frozen_left(session: Session, frame: Frame) -> Iterator[Left]:
    _nonce, *lines = session.get_one(FrameFile, frame.id).exclusions.decode().split("\n")
    pairs = (line.split("\t") for line in lines if line)
    return ((number, ExclusionReason(reason)) for number, reason in pairs)
