"""What a layout says of several lines of one number: in which columns they may differ, each then being a condition."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LinesRead:
    """The heading that numbers the cases, folded, and those in which the lines of one number may differ.

    Where these are none, somebody has said that such lines are not to be joined: their cases are rejected.
    """

    number: str
    apart: tuple[str, ...]


@dataclass(frozen=True)
class LinesSeen:
    """The heading of a number that stands on several lines, those in which its lines differ or may, and how many.

    `numbers` count those whose lines differ in nothing else, `unlike` those whose lines do.
    """

    number: str
    differing: tuple[str, ...]
    apart: tuple[str, ...]
    numbers: int = 0
    unlike: int = 0

    @property
    def is_seen(self) -> bool:
        """Say whether any number stands on several lines in this very file."""
        return bool(self.numbers or self.unlike)
