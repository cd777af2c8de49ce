"""Matching: which cases a plan lets in, which of those are left out and why, and the strata that they fall into."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.cases import FLAGS, NOT_RECORDED
from scrutiny_app.domain.crossing import name_stratum
from scrutiny_app.domain.framing import Exclusion, ExclusionReason
from scrutiny_app.domain.rounds import NO, YES, RoundKind
from scrutiny_app.models.case_marks import CaseMark, ChosenCase
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case, Facets
from scrutiny_app.models.draw_changes import DrawChange, DrawDecision
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.tallies import Tally
from scrutiny_app.services import tallying

MOST_VALUES = 500  # of one facet, offered to choose from
AT_ONCE = 5000  # cases, while a frame is made

# Cases that a panel round has drawn: a lead's own dip sample does not take a case out of the panel's frame.
_BEFORE_A_PANEL = (
    select(Pick.case_id)
    .join(RoundCase, RoundCase.id == Pick.round_case_id)
    .join(Round, Round.id == RoundCase.round_id)
    .where(Round.kind == RoundKind.PANEL, RoundCase.withdrawn_at.is_(None))
)
_MARKED = select(CaseMark.case_id).where(CaseMark.lifted_at.is_(None))


def _found(ground: ExclusionReason) -> Select[int]:
    """Select the cases that were found ineligible for good after a round had drawn them."""
    return (
        select(Pick.case_id)
        .join(DrawChange, DrawChange.round_case_id == Pick.round_case_id)
        .join(DrawDecision, DrawDecision.change_id == DrawChange.id)
        .where(DrawChange.ground == ground, DrawDecision.approved)
    )


# Every case that is left out, with the first reason that holds: reasons are counted once a case.
_REASONS = (
    (ExclusionReason.ALREADY_BEFORE_A_PANEL, _BEFORE_A_PANEL),
    (ExclusionReason.LIVE_APPEAL_OR_COMPLAINT, _MARKED),
    (ExclusionReason.NOT_AN_OOCR, _found(ExclusionReason.NOT_AN_OOCR)),
    (ExclusionReason.DUPLICATE, _found(ExclusionReason.DUPLICATE)),
)

Counts = dict[str, int]


def matching(round_: Round) -> Iterator[ColumnElement[bool]]:
    """Give the conditions by which a plan lets a case in, whether it is left out for a reason or not."""
    yield Case.force == round_.force
    yield Case.disposal_date.between(round_.period_from, round_.period_to)
    yield from _let_in(round_)


def _filters(round_: Round, of: type[Facets]) -> Iterator[ColumnElement[bool]]:
    for name, values in round_.filters.items():
        if name == "flags":
            yield or_(*(getattr(of, flag).is_(True) for flag in values))
        else:
            yield func.coalesce(getattr(of, name), NOT_RECORDED).in_(values)


def _let_in(round_: Round) -> Iterator[ColumnElement[bool]]:
    yield from _filters(round_, Case)
    if round_.targeted and round_.id is not None:
        chosen = select(ChosenCase.case_id).where(ChosenCase.round_id == round_.id)
        yield or_(~chosen.exists(), Case.id.in_(chosen))


def count(session: Session, round_: Round) -> tuple[Counts, Counts]:
    """Count the eligible cases by stratum, in byte order, and those left out by reason; loads no case.

    All that match are counted first, and the few that are left out taken off, so that no test is made case by case.
    """
    counts: Counter[str] = Counter()
    for query in _counting(session, round_, round_.strata):
        for *values, cases in session.execute(query):
            counts[stratum_of(round_.strata, values)] += cases
    reasons: Counter[str] = Counter()
    for _, stratum, reason in _left_out(session, round_):
        counts[stratum] -= 1
        reasons[reason.value] += 1
    return {name: counts[name] for name in sorted(counts) if counts[name]}, dict(reasons)


def count_disposals(session: Session, round_: Round, *, everything: bool) -> Counter[str]:
    """Count the cases of a round's period by disposal: all that are held of it, or those that its plan lets in."""
    counts: Counter[str] = Counter()
    for query in _counting(session, round_, ("disposal",), everything=everything):
        for disposal, cases in session.execute(query):
            counts[disposal] += cases
    return counts


def _counting(
    session: Session, round_: Round, facets: Sequence[str], *, everything: bool = False
) -> Iterator[Select[*tuple[Any, ...]]]:
    """Give the queries that count all that match: of whole months by what was counted beforehand, where it was."""
    months, edges = tallying.whole_months(round_.period_from, round_.period_to)
    by_number = round_.targeted and not everything
    if by_number or not months or not tallying.is_fresh(session, round_.force):
        months, edges = None, [(round_.period_from, round_.period_to)]
    if months:
        columns = [getattr(Tally, name) for name in facets]
        let_in = () if everything else _filters(round_, Tally)
        ours = Tally.force == round_.force, Tally.disposal_date.between(*months), *let_in
        yield select(*columns, func.sum(Tally.cases)).where(*ours).group_by(*columns)
    columns = [getattr(Case, name) for name in facets]
    for first, last in edges:
        let_in = () if everything else _let_in(round_)
        within = Case.force == round_.force, Case.disposal_date.between(first, last), *let_in
        yield select(*columns, func.count()).where(*within).group_by(*columns)


def left_out(session: Session, round_: Round) -> Iterator[Exclusion]:
    """List the cases that match and are left out, each with its first reason."""
    return (Exclusion(number, reason) for number, _, reason in _left_out(session, round_))


def count_chosen(session: Session, round_: Round) -> int:
    """Count the cases that a plan names by number; none where its filters alone let cases in."""
    query = select(func.count()).select_from(ChosenCase).where(ChosenCase.round_id == round_.id)
    return session.scalar(query) or 0


def lines(session: Session, round_: Round, without: Set[str]) -> Iterator[bytes]:
    """Give the lines of a round's frame, some thousand at a time, in the order of their bytes, without some numbers."""
    number = CaseNumber.number
    if session.get_bind().dialect.name == "postgresql":
        number = number.collate("C")  # type: ignore[assignment]  # SQLite compares bytes anyway
    columns = [getattr(Case, name) for name in round_.strata]
    query = select(CaseNumber.number, *columns).join(Case, Case.id == CaseNumber.case_id)
    # The numbers' own index has the order; offered an index of the cases as well, SQLite would take that and sort all.
    day = func.coalesce(Case.disposal_date, round_.period_from)
    in_period = day.between(round_.period_from, round_.period_to)
    query = query.where(CaseNumber.force == round_.force, in_period, *_let_in(round_)).order_by(number)
    endings = _Endings(round_.strata)
    for rows in _by_the_driver(session, query):
        kept = [row for row in rows if row[0] not in without] if without else rows
        if kept:
            yield "".join([row[0] + endings[row[1:]] for row in kept]).encode()


def _by_the_driver(session: Session, query: Select[*tuple[Any, ...]]) -> Iterator[Sequence[Any]]:
    """Stream rows as the driver gives them: made into the mapper's, a million of them would take half as long again."""
    result = session.connection().execute(query, execution_options={"yield_per": AT_ONCE})
    # The first come from the mapper, which has read ahead a little; what is behind them is with the driver.
    rows: Sequence[Any] = result.fetchmany(AT_ONCE)
    while rows:
        yield rows
        rows = result.cursor.fetchmany(AT_ONCE) if len(rows) == AT_ONCE else ()
    result.close()


class _Endings(dict[tuple[Any, ...], str]):
    """What stands after the number in a frame's line, by the values of the case's facets; each is worked out once."""

    def __init__(self, strata: Sequence[str]) -> None:
        super().__init__()
        self.strata = strata

    def __missing__(self, values: tuple[Any, ...]) -> str:
        ending = self[values] = f"\t{stratum_of(self.strata, values)}\n"
        return ending


def corrected(session: Session, round_: Round) -> dict[str, int]:
    """Give the present dossier version of each case of a round's force that is no longer at its first."""
    query = select(Case.id, Case.version).where(Case.force == round_.force, Case.version > 1)
    return {str(case_id): version for case_id, version in session.execute(query)}


def values_of(session: Session, force: str, facet: str) -> list[str]:
    """List the words that a force's cases have for a facet without a list of its own, such as its areas."""
    column = getattr(Case, facet)
    query = select(column).where(Case.force == force, column.is_not(None)).distinct().order_by(column)
    return list(session.scalars(query.limit(MOST_VALUES)))


def stratum_of(strata: Sequence[str], values: Sequence[Any]) -> str:
    """Name the stratum of a case by the values of its facets, as they are kept."""
    return name_stratum([_word(*pair) for pair in zip(strata, values, strict=True)])


def _word(facet: str, value: Any) -> str | None:
    if facet in FLAGS:
        return None if value is None else YES if value else NO
    return None if value is None else str(value)


def _left_out(session: Session, round_: Round) -> Iterator[tuple[str, str, ExclusionReason]]:
    """Give number, stratum and first reason of each case that is left out."""
    columns = [getattr(Case, name) for name in round_.strata]
    seen: set[str] = set()
    for reason, cases in _REASONS:
        query = select(CaseNumber.number, *columns).join(Case, Case.id == CaseNumber.case_id)
        for number, *values in session.execute(query.where(Case.id.in_(cases), *matching(round_))):
            if number not in seen:
                seen.add(number)
                yield number, stratum_of(round_.strata, values), reason
