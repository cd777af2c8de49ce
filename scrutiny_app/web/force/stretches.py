"""One part of the way after a round, as the page that follows the round shows it."""

from dataclasses import dataclass

from scrutiny_app.services.whose_turn import NOBODYS, Turn


@dataclass(frozen=True)
class Stretch:
    """How one part stands, whether anything is left of it, whose turn it is, and where it goes on."""

    name: str
    told: str
    left: bool = False
    turn: Turn = NOBODYS
    href: str | None = None
    deed: str = "See"
    later: bool = False  # it cannot begin yet
    early: bool = False  # it may begin, and had better wait
    posts: bool = False  # its link is a deed, done with one press

    @property
    def mine(self) -> bool:
        """Say whether whoever reads it has the next step."""
        return self.left and self.turn.is_mine and self.href is not None and not self.early
