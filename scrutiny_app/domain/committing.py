"""Commit and reveal: dice for a meeting whose parties are not in one room, and of whom nobody need trust another.

Each party rolls in private and first gives a commitment: the SHA-256, in 64 lower-case hex digits, of its nonce, the
sign `|` and its digits (`printf %s "$nonce|$digits" | sha256sum`; the nonce in lower-case hex, the digits without
spaces). When all have committed, each reveals nonce and digits; joined in the order of the names they are the dice.

A commitment binds: nobody can choose digits after seeing another's. The nonce hides: digits alone could be guessed.
One that was entered wrongly can be corrected while somebody else has still to commit. Once the last is in none can be:
reveals are read out before they are entered, so from then on digits may have been heard.
All that is left to a party is to fall silent: that is recorded, and the draw begins again under a new id.
"""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.sampling import LEAST_DIGITS, LEAST_DISTINCT_DIGITS, check_draw_id, normalise_dice

LEAST_PARTIES, MOST_PARTIES = 2, 6
LEAST_DIGITS_EACH, MOST_DIGITS_EACH = LEAST_DIGITS // LEAST_PARTIES, 50
LEAST_DISTINCT_IN_NONCE = 8  # fair chance gives fewer among 32 about once in thirty million times
LONGEST_NAME = 60

_NONCE = re.compile("[0-9a-f]{32,128}")  # 128 bits or more
_COMMITMENT = re.compile("[0-9a-f]{64}")
_DIGITS = re.compile(f"[0-9]{{{LEAST_DIGITS_EACH},{MOST_DIGITS_EACH}}}")
_AGAIN = re.compile("(.*)-again([1-9][0-9]*)")
_LONGEST_DRAW_ID = 64


class UnfitParties(Refused):
    """Too few parties, or none but the force's own, or two that cannot be told apart."""


class UnusableCommitment(Refused):
    """A commitment that is no SHA-256, or that somebody has given before."""


class UnusableReveal(Refused):
    """A nonce or digits that no commitment may be made of."""


class RevealDiffers(Refused):
    """A nonce and digits that are not those that the party committed to."""


class OutOfTurn(Refused):
    """A commitment or a reveal at the wrong moment."""


class Phase(StrEnum):
    """How far the exchange has come."""

    COMMITTING = "committing"
    REVEALING = "revealing"
    COMPLETE = "complete"
    ABANDONED = "abandoned"


@dataclass(frozen=True)
class Party:
    """Who rolls: a body or a person by name, and whether the force employs them."""

    name: str
    of_force: bool = False


@dataclass(frozen=True)
class Exchange:
    """One draw's commitments and reveals so far, by party; `silent` are those for whom it was abandoned."""

    draw_id: str
    parties: tuple[Party, ...]
    spent: frozenset[str] = frozenset()
    commitments: Mapping[str, str] = field(default_factory=dict)
    digits: Mapping[str, str] = field(default_factory=dict)
    silent: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Give the parties' names in the order in which their digits are joined: by the bytes of their UTF-8."""
        return tuple(sorted(party.name for party in self.parties))

    @property
    def phase(self) -> Phase:
        """Say what the exchange waits for."""
        if self.silent:
            return Phase.ABANDONED
        if len(self.commitments) < len(self.parties):
            return Phase.COMMITTING
        return Phase.REVEALING if len(self.digits) < len(self.parties) else Phase.COMPLETE

    @property
    def awaited(self) -> tuple[str, ...]:
        """Give the parties that have still to do what the exchange waits for."""
        done: Mapping[Phase, Collection[str]] = {Phase.COMMITTING: self.commitments, Phase.REVEALING: self.digits}
        return tuple(name for name in self.names if name not in done.get(self.phase, self.names))


def commitment(nonce: str, digits: str) -> str:
    """Give SHA256(nonce + "|" + digits) as 64 lower-case hex digits; refuses a nonce or digits that are not fit."""
    return hashlib.sha256(f"{_checked_nonce(nonce)}|{_checked_digits(digits)}".encode()).hexdigest()


def begin(draw_id: str, parties: Iterable[Party], spent: Collection[str] = ()) -> Exchange:
    """Open an exchange; `spent` are the commitments of earlier draws, whose nonces may be known by now."""
    parties = tuple(replace(party, name=_checked_name(party.name)) for party in parties)
    if not LEAST_PARTIES <= len(parties) <= MOST_PARTIES:
        raise UnfitParties(f"Between {LEAST_PARTIES} and {MOST_PARTIES} parties roll the dice. Name each of them.")
    if len({party.name.casefold() for party in parties}) < len(parties):
        raise UnfitParties("Two of the parties have the same name. Tell them apart.")
    if sum(not party.of_force for party in parties) < LEAST_PARTIES:
        raise UnfitParties(
            f"At least {LEAST_PARTIES} of the parties must be people whom the force does not employ. Name others."
        )
    return Exchange(check_draw_id(draw_id), parties, frozenset(spent))


def commit(exchange: Exchange, name: str, given: str) -> Exchange:
    """Take a party's commitment; it can be given once, and not after somebody else's the same."""
    _require(exchange, Phase.COMMITTING, name)
    if name in exchange.commitments:
        raise Overtaken(f"{name} has committed already. Where it was entered wrongly, correct it.")
    return _committed(exchange, name, given)


def correct(exchange: Exchange, name: str, given: str) -> Exchange:
    """Take another commitment of a party in place of one that was entered wrongly; never once the last is in.

    Until then nobody reads out digits, so whoever commits anew chooses as blindly as at first. What was given before
    is spent: nobody may commit to it any more.
    """
    _require_named(exchange, name)
    if name not in exchange.commitments:
        raise OutOfTurn(f"{name} has not committed yet, so there is nothing to correct. Enter the commitment.")
    if exchange.phase is not Phase.COMMITTING:
        raise OutOfTurn(
            "The last commitment is in, so none can be corrected: digits may have been read out since. Where a party "
            "cannot reveal what it committed to, record that and begin again under a new draw id."
        )
    before = exchange.commitments[name]
    return _committed(replace(exchange, spent=exchange.spent | {before}), name, given)


def _committed(exchange: Exchange, name: str, given: str) -> Exchange:
    given = given.strip().lower()
    if not _COMMITMENT.fullmatch(given):
        raise UnusableCommitment("A commitment is 64 digits and letters a to f, as sha256sum prints them. Copy all.")
    if given in exchange.spent or given in exchange.commitments.values():
        raise UnusableCommitment("This commitment has been given before. Choose a new nonce and make another.")
    return replace(exchange, commitments={**exchange.commitments, name: given})


def reveal(exchange: Exchange, name: str, nonce: str, digits: str) -> Exchange:
    """Take a party's nonce and digits, when all have committed; refuses those that differ from its commitment."""
    _require(exchange, Phase.REVEALING, name)
    if name in exchange.digits:
        raise Overtaken(f"{name} has revealed already.")
    if commitment(nonce, digits) != exchange.commitments[name]:
        raise RevealDiffers(
            f"This nonce and these digits are not those that {name} committed to. Look for a slip and enter them "
            "again; if they cannot be found, record that they were not revealed."
        )
    return replace(exchange, digits={**exchange.digits, name: _checked_digits(digits)})


def joined_dice(exchange: Exchange) -> str:
    """Join the parties' digits in the order of their names, grouped as dice are; refuses before all have revealed."""
    if exchange.phase is not Phase.COMPLETE:
        raise OutOfTurn("The dice are not complete: every party must first reveal its digits.")
    return normalise_dice("".join(exchange.digits[name] for name in exchange.names))


def abandon(exchange: Exchange) -> Exchange:
    """Record who did not commit or reveal, and end the exchange; one that is complete stands."""
    if exchange.phase in (Phase.COMPLETE, Phase.ABANDONED):
        raise OutOfTurn("Nobody is awaited, so there is nothing to abandon.")
    return replace(exchange, silent=exchange.awaited)


def next_draw_id(draw_id: str) -> str:
    """Name the draw that follows one: `NP-R7`, `NP-R7-again1`, `NP-R7-again2`; a long id is cut to make room."""
    before = _AGAIN.fullmatch(check_draw_id(draw_id))
    stem, times = (before[1], int(before[2]) + 1) if before else (draw_id, 1)
    ending = f"-again{times}"
    return check_draw_id(stem[: _LONGEST_DRAW_ID - len(ending)] + ending)


def _require_named(exchange: Exchange, name: str) -> None:
    if name not in exchange.names:
        raise UnfitParties("Only the parties named before the exchange began take part in it.")


def _require(exchange: Exchange, phase: Phase, name: str) -> None:
    _require_named(exchange, name)
    if exchange.phase is not phase:
        raise OutOfTurn(_OUT_OF_TURN[exchange.phase])


_OUT_OF_TURN = {
    Phase.COMMITTING: "Not everybody has committed yet. Nobody reveals before the last commitment is in.",
    Phase.REVEALING: "Everybody has committed. Reveal the nonces and digits next.",
    Phase.COMPLETE: "Everybody has revealed. The dice are complete.",
    Phase.ABANDONED: "This exchange was abandoned. Begin again under the new draw id.",
}


def _checked_name(name: str) -> str:
    name = " ".join(unicodedata.normalize("NFC", name).split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise UnfitParties(f"Give each party a name of 1 to {LONGEST_NAME} letters, digits and signs.")
    return name


def _checked_nonce(nonce: str) -> str:
    nonce = nonce.strip().lower()
    if not _NONCE.fullmatch(nonce):
        raise UnusableReveal("A nonce is 32 to 128 digits and letters a to f, at random. Make or enter it again.")
    if len(set(nonce)) < LEAST_DISTINCT_IN_NONCE:
        raise UnusableReveal("This nonce is too regular to be random. Let a machine make one.")
    return nonce


def _checked_digits(digits: str) -> str:
    digits = "".join(digits.split())
    if not _DIGITS.fullmatch(digits):
        raise UnusableReveal(
            f"Each party rolls {LEAST_DIGITS_EACH} to {MOST_DIGITS_EACH} digits, 0 to 9. Roll or enter them again."
        )
    if len(set(digits)) < LEAST_DISTINCT_DIGITS:
        raise UnusableReveal(
            f"Each party's digits show at least {LEAST_DISTINCT_DIGITS} different ones, as fair dice nearly always do. "
            "Roll them all again before committing."
        )
    return digits
