"""Lists that have forgotten many of their names: the tagger must also know a name that no list holds."""

import random
from dataclasses import replace

from redaction.lexicon import Lexicon


def forgetful(lexicon: Lexicon, share: float, seed: int) -> Lexicon:
    """Give the lists without a share of their forenames, surnames and towns."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    names = lexicon.forenames | lexicon.surnames | lexicon.towns | lexicon.villages
    forgotten = {name for name in sorted(names) if chance.random() < share}
    return replace(
        lexicon,
        forenames=lexicon.forenames - forgotten,
        surnames=lexicon.surnames - forgotten,
        familiar=lexicon.familiar - forgotten,
        names_first=lexicon.names_first - forgotten,
        towns=lexicon.towns - forgotten,
        villages=lexicon.villages - forgotten,
    )
