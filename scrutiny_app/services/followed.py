"""One action as it stands, read off its steps and off those of its words that the panel may read."""

from dataclasses import dataclass
from datetime import date, datetime

from scrutiny_app.domain.following import ASKED_AGAIN, ActionState, ActionStep, Words, is_overdue, state_after
from scrutiny_app.models.actions import Action, ActionDeed, ActionWords
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round


@dataclass(frozen=True)
class Followed:
    """One action as it stands: whose it is, until when, on which case, what was done, and what the panel may read."""

    row: Action
    owner: User
    round: Round
    reference: str | None
    deeds: tuple[ActionDeed, ...]
    words: tuple[ActionWords, ...]

    @property
    def state(self) -> ActionState:
        """Tell how it stands."""
        return state_after([ActionStep(deed.step) for deed in self.deeds])

    @property
    def due_on(self) -> date:
        """Give the day by which an answer is due, as last moved."""
        return next((deed.due_on for deed in reversed(self.deeds) if deed.due_on), self.row.due_on)

    @property
    def asked_at(self) -> datetime:
        """Give the time at which it was asked last: when it was set, sent back or opened again."""
        return next((deed.done_at for deed in reversed(self.deeds) if deed.step in ASKED_AGAIN), self.row.set_at)

    @property
    def times_asked(self) -> int:
        """Count how often it was asked: once when it was set, and each time that it was sent back or opened again."""
        return 1 + sum(deed.step in ASKED_AGAIN for deed in self.deeds)

    @property
    def sent_back(self) -> bool:
        """Say whether its last answer was not enough, and it waits for another."""
        asked = [deed.step for deed in self.deeds if deed.step in ASKED_AGAIN]
        return self.state is ActionState.OPEN and asked[-1:] == [ActionStep.RETURNED]

    @property
    def is_proved(self) -> bool:
        """Say whether the panel may read proof of what was done since it was asked last."""
        return any(one.kind == Words.PROOF and one.given_at >= self.asked_at for one in self.words)

    @property
    def answer_waits(self) -> bool:
        """Say whether it was answered in words that the panel may not read yet."""
        answered = [deed.done_at for deed in self.deeds if deed.step == ActionStep.ANSWERED]
        given = [one.given_at for one in self.words if one.kind == Words.RESPONSE]
        return self.state is not ActionState.OPEN and max(answered) > max(given, default=self.row.set_at)

    def is_overdue(self, today: date) -> bool:
        """Say whether its day has passed without an answer."""
        return is_overdue(self.state, self.due_on, today)

    def words_of(self, kind: Words) -> list[str]:
        """Give its words of one kind that the panel may read, oldest first."""
        return [one.text for one in self.words if one.kind == kind]
