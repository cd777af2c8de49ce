"""What a program reads by a token: figures of the rounds that its maker may read, each reading a disclosure."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sqlalchemy.orm import Session

from scrutiny_app.domain import api_figures
from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.domain.events import ApiRead
from scrutiny_app.domain.reporting import RoundReport
from scrutiny_app.domain.rounds import RoundKind, Stage
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.models.tokens import ApiToken
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.figures import Gathered, choices, gather
from scrutiny_app.services.reporting import report_of

Row = dict[str, Any]
# What a resource gives of one round; "years" looks beyond it and is told apart.
RESOURCES: dict[str, Callable[[int, RoundReport], list[Row]]] = {
    "rounds": lambda number, report: [api_figures.round_row(number, report)],
    "results": api_figures.result_rows,
    "disposals": api_figures.disposal_rows,
    "themes": api_figures.theme_rows,
}
YEARS = "years"


def read_rows(session: Session, resource: str, token: ApiToken, *, round_id: int | None = None, by: User) -> list[Row]:
    """Give a resource's rows over all finished rounds, or over one; raise NotYours or Overtaken for one that is not."""
    finished = _finished(session, round_id, by)
    rows = list(_years(session, finished, by) if resource == YEARS else _each(session, resource, finished, by))
    trail.record(session, ApiRead(token.id, resource, len(rows)), by=by)
    return rows


def _each(session: Session, resource: str, finished: Iterable[Round], by: User) -> Iterator[Row]:
    for one in finished:
        yield from RESOURCES[resource](one.id, report_of(session, one, by=by))


def _years(session: Session, finished: Iterable[Round], by: User) -> Iterator[Row]:
    """Pool the year that ends with each of the rounds, as the pages pool it."""
    offered = {(one.panel_id, one.force): one for one in choices(session, by=by)}
    gathered: dict[tuple[int, str], Gathered] = {}
    for one in finished:
        of = (one.panel_id or 0, one.force)
        if of not in gathered:
            gathered[of] = gather(session, offered[of], by=by)
        last = next(held for held in gathered[of].held if held.round_id == one.id)
        yield from api_figures.year_rows(one.id, gathered[of].every.year_to(last))


def _finished(session: Session, round_id: int | None, by: User) -> Iterator[Round]:
    if round_id is not None:
        asked = rounds.find_round(session, round_id, by)
        if not _is_finished(session, asked):
            raise Overtaken("This round has no report yet: not every case has a signed finding.")
        yield asked
        return
    yield from (one for one in reversed(rounds.rounds_for(session, by)) if _is_finished(session, one))


def _is_finished(session: Session, round_: Round) -> bool:
    return round_.kind == RoundKind.PANEL and rounds.stage(session, round_) is Stage.SIGNED
