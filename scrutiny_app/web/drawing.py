"""A draw in words, for the pages of both sides: its rules, how its digits came, and the draws before it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy.orm import Session

from scrutiny_app.domain.cases import FLAGS
from scrutiny_app.domain.rounds import RULE_TITLES, STRATA, Rule, strata_title, value_title
from scrutiny_app.domain.sampling import DiceBy
from scrutiny_app.services import rounds

if TYPE_CHECKING:
    from scrutiny_app.models.frames import Draw, Frame
    from scrutiny_app.models.rounds import Round

HOW_TITLES = {
    DiceBy.ROLLED: "Rolled in one room, in public",
    DiceBy.REVEALED: "Rolled apart: each party committed to its digits before any was revealed",
    DiceBy.NEEDLESS: "Not rolled: every case is taken, and these digits, made by the system, decide nothing",
}


class Earlier(NamedTuple):
    """A frame that a round stood on before the present one, and why it does no more."""

    frame: "Frame"
    what: str


def rules_in_words(rules: Mapping[str, Any]) -> dict[str, str]:
    """Say all that decides a draw besides its frame and its dice, in the order in which a certificate gives it."""
    theme = rules["theme"]
    shares = f"{RULE_TITLES[Rule(rules['rule'])]}, by largest remainder"
    said = {"Algorithm": rules["algorithm"], "Shared among": strata_title(rules["strata"]).capitalize()}
    said["Shares"] = shares + (f"; {_drawn_more(theme)}" if theme else "")
    return said | {
        "Least from each": f"{rules['floor']}, or all that it has",
        "Most from each": str(rules["cap"]) if rules["cap"] else "No cap",
        "Reserves": f"In each, the next {rules['reserves']} by ticket",
    }


def how_dice_came(draw: "Draw") -> dict[str, str]:
    """Say how a draw's digits came, and from whom."""
    how = DiceBy(draw.how)
    said = {"Digits": draw.dice, "How they came": HOW_TITLES[how]}
    if how is DiceBy.NEEDLESS:
        return said
    parties = "Parties" if how is DiceBy.REVEALED else "Rolled by"
    witnesses = ", ".join(draw.witnessed_by.splitlines()) or "Nobody named"
    return said | {parties: ", ".join(draw.rolled_by.splitlines()), "Witnessed by": witnesses}


def is_targeted(session: Session, round_: "Round") -> bool:
    """Say whether a round is marked targeted: by its plan, or because its frame left nothing to chance."""
    frame = rounds.frame_of(session, round_)
    return frame.targeted if frame else round_.targeted


def earlier_frames(session: Session, round_: "Round") -> list[Earlier]:
    """List the frames that a round stood on before: each is void, or was begun again under the draw id that follows."""
    present = rounds.frame_of(session, round_)
    before = [frame for frame in rounds.frames_of(session, round_) if present is None or frame.id != present.id]
    return [Earlier(frame, _what_became(session, frame)) for frame in before]


def _what_became(session: Session, frame: "Frame") -> str:
    if rounds.voided(session, frame):
        return "Voided, by two people and with a reason"
    return "Begun again before it was drawn: a party did not reveal its digits"


def _drawn_more(theme: Mapping[str, Any]) -> str:
    facet, value = theme["facet"], value_title(theme["facet"], theme["value"])
    words = value if facet in FLAGS else f"{STRATA[facet]}: {value}"
    return f"“{words}” {theme['times']} times as often"
