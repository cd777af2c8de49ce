"""Lists that have forgotten many of their names: the tagger must also know a name that no list holds."""

import random
from collections.abc import Iterable
from dataclasses import replace

from redaction.lexicon import Lexicon


def forgetful(lexicon: Lexicon, share: float, seed: int) -> Lexicon:
    """Give the lists without a share of their forenames, surnames and towns."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, nothing secret

    def kept(words: Iterable[str]) -> frozenset[str]:
        return frozenset(word for word in sorted(words) if chance.random() >= share)

    return replace(
        lexicon, forenames=kept(lexicon.forenames), surnames=kept(lexicon.surnames), towns=kept(lexicon.towns)
    )
