"""One round as what is published of it is made from: its report and its exact return."""

from dataclasses import dataclass

from scrutiny_app.domain.national_return import Return
from scrutiny_app.domain.public_cells import State
from scrutiny_app.domain.reporting import RoundReport


@dataclass(frozen=True)
class ToldRound:
    """One round as its report and its exact return tell it."""

    id: int
    report: RoundReport
    exact: Return

    @property
    def state(self) -> State:
        """Give the round as its findings stand."""
        return State(self.id, self.report.entries, self.report.superseded)
