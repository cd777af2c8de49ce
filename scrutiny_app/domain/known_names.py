"""Which words are names, and which are everyday ones: what a reader of names must be given."""

from collections.abc import Set as AbstractSet
from typing import Protocol


class KnownNames(Protocol):
    """Which words are names, and which are everyday ones; all in small letters."""

    @property
    def forenames(self) -> AbstractSet[str]:
        """Words that are somebody's forename."""

    @property
    def familiar(self) -> AbstractSet[str]:
        """Forenames that are far oftener one than a surname."""

    @property
    def surnames(self) -> AbstractSet[str]:
        """Words that are somebody's surname."""

    @property
    def ordinary(self) -> AbstractSet[str]:
        """Words of everyday English."""
