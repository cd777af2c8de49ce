"""What a program reads by a token: figures of the rounds that its maker may read, each reading a disclosure."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy.orm import Session

from scrutiny_app.domain import api_figures
from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.domain.events import ApiRead
from scrutiny_app.domain.reporting import RoundReport
from scrutiny_app.domain.rounds import RoundKind, Stage
from scrutiny_app.domain.scopes import Scope
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.models.tokens import ApiToken
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.reporting import report_of

Row = dict[str, Any]
Rows = Callable[[int, RoundReport], list[Row]]
# Each resource by its name: of which scope it is, and what it gives of a round.
RESOURCES: dict[str, tuple[Scope, Rows]] = {
    "rounds": (Scope.ROUNDS, lambda number, report: [api_figures.round_row(number, report)]),
    "results": (Scope.FIGURES, api_figures.result_rows),
    "disposals": (Scope.FIGURES, api_figures.disposal_rows),
    "themes": (Scope.THEMES, api_figures.theme_rows),
}


def read_rows(session: Session, resource: str, token: ApiToken, *, round_id: int | None = None, by: User) -> list[Row]:
    """Give a resource's rows over all finished rounds, or over one; raise NotYours or Overtaken for one that is not."""
    _, rows_of = RESOURCES[resource]
    rows = [row for one in _finished(session, round_id, by) for row in rows_of(one.id, report_of(session, one, by=by))]
    trail.record(session, ApiRead(token.id, resource, len(rows)), by=by)
    return rows


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
