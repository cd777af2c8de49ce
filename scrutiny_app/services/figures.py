"""Figures over rounds: a panel's finished rounds about one force, gathered from their own reports."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.agreement import Agreement, agreement
from scrutiny_app.domain.errors import NotYours
from scrutiny_app.domain.events import FiguresRead, TableDownloaded
from scrutiny_app.domain.figures import Held, OverRounds, year_before
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.report_agreement import LEAST_CASES
from scrutiny_app.domain.rounds import RoundKind, Stage
from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.reporting import report_of
from scrutiny_app.services.spreads import spreads

UNDER_WAY = (Stage.DRAWN, Stage.RELEASED, Stage.OPEN, Stage.CLOSED)


@dataclass(frozen=True)
class Choice:
    """One panel's rounds about one force."""

    panel_id: int
    panel: str
    force: str


@dataclass(frozen=True)
class Gathered:
    """All finished rounds of a choice, oldest first, and the titles of those under way."""

    choice: Choice
    held: tuple[Held, ...]
    unfinished: tuple[str, ...]

    @property
    def every(self) -> OverRounds:
        """Give everything, which a rolling year reaches back into."""
        first = self.held[0].on if self.held else date.min
        return self._over(first, self.held[-1].on if self.held else date.min, self.held)

    def year_to(self, last: date) -> OverRounds:
        """Give the year that ends on a day."""
        first = year_before(last)
        return self._over(first, last, tuple(one for one in self.held if first <= one.on <= last))

    def year_from_april(self, year: int, today: date) -> OverRounds:
        """Give the year from April to March, or what has passed of it."""
        first, last = date(year, 4, 1), min(date(year + 1, 3, 31), today)
        return self._over(first, last, tuple(one for one in self.held if first <= one.on <= last))

    def _over(self, first: date, last: date, held: tuple[Held, ...]) -> OverRounds:
        return OverRounds(self.choice.panel, self.choice.force, first, last, held, self.unfinished)


def choices(session: Session, *, by: User) -> list[Choice]:
    """List the panels and forces of whose rounds a person may read figures, by name."""
    pairs = {(one.panel_id, one.force) for one in _rounds(session, by) if one.panel_id}
    names = {
        panel.id: panel.name for panel in session.scalars(select(Panel).where(Panel.id.in_(id for id, _ in pairs)))
    }
    return sorted((Choice(id, names[id], force) for id, force in pairs), key=lambda one: (one.panel, one.force))


def gather(session: Session, choice: Choice, *, by: User) -> Gathered:
    """Gather the reports of a choice's finished rounds; raise NotYours for a choice that is not the person's."""
    if choice not in choices(session, by=by):
        raise NotYours
    ours = [one for one in _rounds(session, by) if (one.panel_id, one.force) == (choice.panel_id, choice.force)]
    stages = {one.id: rounds.stage(session, one) for one in ours}
    done = [one for one in ours if stages[one.id] is Stage.SIGNED]
    days = signed_days(session, [one.id for one in done])
    held = [Held(one.id, days[one.id], report_of(session, one, by=by)) for one in done]
    waiting = [one.title for one in ours if stages[one.id] in UNDER_WAY]
    return Gathered(choice, tuple(sorted(held, key=lambda one: (one.on, one.round_id))), tuple(reversed(waiting)))


def signed_days(session: Session, ids: Collection[int]) -> dict[int, date]:
    """Give for each round the day on which the last of its cases was first signed: superseding does not move it."""
    days: dict[int, date] = {}
    for round_id, at in session.execute(_first_signed(ids)).all():
        day = at.astimezone(LONDON).date()
        days[round_id] = max(day, days.get(round_id, day))
    return days


def agreed_by_round(session: Session, held: Sequence[Held]) -> list[tuple[Held, Agreement]]:
    """Reckon how far the private grades of each round agreed, over all its cases; a round of few would tell them."""
    query = select(RoundCase.id, RoundCase.round_id)
    query = query.where(RoundCase.round_id.in_(one.round_id for one in held), RoundCase.withdrawn_at.is_(None))
    of_round = dict(session.execute(query).all())
    by_round = defaultdict(list)
    for case, spread in spreads(session, of_round).items():
        by_round[of_round[case]].append(spread)
    found = [(one, agreement(by_round[one.round_id])) for one in held]
    return [(one, agreed) for one, agreed in found if agreed.cases >= LEAST_CASES]


def record_reading(session: Session, what: str, form: str, *, table: str | None = None, by: User) -> None:
    """Record that figures were read, on a page or as a file, or that one of their tables was downloaded."""
    event = TableDownloaded(f"{what}: {table}", form) if table else FiguresRead(what, form)
    trail.record(session, event, by=by)


def _rounds(session: Session, by: User) -> Iterable[Round]:
    return [one for one in rounds.rounds_for(session, by) if one.kind == RoundKind.PANEL and one.dropped_at is None]


def _first_signed(ids: Collection[int]) -> Select[int, datetime]:
    query = select(RoundCase.round_id, func.min(Signature.signed_at)).join(
        Finding, Finding.round_case_id == RoundCase.id
    )
    query = query.join(Signature, Signature.finding_id == Finding.id)
    query = query.where(RoundCase.round_id.in_(ids), RoundCase.withdrawn_at.is_(None))
    return query.group_by(RoundCase.id, RoundCase.round_id)
