"""What a column may fill, and why: as it is suggested to a person."""

from dataclasses import dataclass

from scrutiny_app.domain.reasons import Doubted, Reason
from scrutiny_app.domain.uses import Use


@dataclass(frozen=True)
class Suggestion:
    """What a column may fill, the reason, and whether no mistake is likely; without uses it is not to be loaded."""

    heading: str
    uses: tuple[Use, ...]
    reason: Reason
    sure: bool = False

    @property
    def why(self) -> str:
        """Give the reason in words, for a person to read: nothing is decided by them."""
        return str(self.reason)

    def fills(self, name: str) -> bool:
        """Say whether it fills a field, alone or among others."""
        return any(use.field == name for use in self.uses)

    def fills_only(self, name: str) -> bool:
        """Say whether it fills one field and no other."""
        return len(self.uses) == 1 and self.fills(name)

    @property
    def is_contradicted(self) -> bool:
        """Say whether the values do not look like what the heading was taken for."""
        return any(doubt.kind is Doubted.CONTRADICTED for doubt in self.reason.doubts)
