"""What each party of dice from afar gave, kept so that anybody can check it afterwards without having been there."""

from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_app.domain.committing import LEAST_PARTIES, commitment
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.sampling import DiceBy

OUTSIDE, OF_FORCE = "outside", "of the force"


@dataclass(frozen=True)
class PartyRecord:
    """One party as it stands: what it gave so far, and the commitments that it gave before and corrected."""

    name: str
    of_force: bool
    commitment: str | None = None
    nonce: str | None = None
    digits: str | None = None
    corrected: tuple[str, ...] = ()

    @property
    def whose(self) -> str:
        """Say in a pack's words whether the force employs the party."""
        return OF_FORCE if self.of_force else OUTSIDE


def faults_of(parties: Sequence[PartyRecord], digits: str, how: str) -> list[str]:
    """Say in sentences where what parties gave does not make a draw's digits; none where it does."""
    if not parties:
        return ["The dice came from parties apart, and none is listed."] if how == DiceBy.REVEALED else []
    if how != DiceBy.REVEALED:
        return ["Parties are listed, and the dice are not said to have come from parties apart."]
    names = [party.name for party in parties]
    found = [f"{name} did not commit to these digits with this nonce." for name in map(_broken, parties) if name]
    if names != sorted(set(names)):
        found.append("The parties are not in the order of their names.")
    if sum(not party.of_force for party in parties) < LEAST_PARTIES:
        found.append(f"Fewer than {LEAST_PARTIES} parties are from outside the force.")
    if "".join(party.digits or "" for party in parties) != digits.replace(" ", ""):
        found.append("The parties' digits, one after the other, are not the digits of the draw.")
    return found


def _broken(party: PartyRecord) -> str | None:
    try:
        kept = commitment(party.nonce or "", party.digits or "") == party.commitment
    except Refused:
        kept = False
    return None if kept else party.name
