"""What of a draw waits for somebody, in words, for the home pages of both sides."""

from collections.abc import Sequence

from scrutiny_app.domain.committing import Phase
from scrutiny_app.domain.rounds import ChangeKind
from scrutiny_app.services.draws_waiting import DiceAwaited, Proposal
from scrutiny_app.web.filters import plural

DICE_WAIT = {
    Phase.COMMITTING: "Dice from afar wait to be committed to",
    Phase.REVEALING: "Dice from afar wait to be revealed",
    Phase.COMPLETE: "Dice from afar are complete: the sample can be drawn",
}
_DONE = {Phase.COMMITTING: "have committed", Phase.REVEALING: "have revealed", Phase.COMPLETE: "have revealed"}


def proposals_in_words(proposals: Sequence[Proposal]) -> str:
    """Say what was proposed: a void of the draw, cases to be replaced, or both."""
    voids = any(one.kind is ChangeKind.VOID for one in proposals)
    cases = sum(one.kind is ChangeKind.REPLACE for one in proposals)
    said = [*(["to void the draw"] if voids else []), *([f"to replace {plural(cases, 'case')}"] if cases else [])]
    return " and ".join(said)


def dice_in_words(dice: DiceAwaited) -> str:
    """Say how many of the parties have done what is waited for."""
    return f"{dice.done} of {plural(dice.parties, 'party', 'parties')} {_DONE[dice.phase]}"
