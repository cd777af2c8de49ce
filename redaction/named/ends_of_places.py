"""With what a place's name goes on in small letters, and where that word is one of policy or a deed instead."""

from collections.abc import Sequence

from redaction.lexicon import words_of
from redaction.words import Word

# What a place's name goes on with in small letters: Wigan station, Leigh nick, the Langton garage.
_ENDS_ON = words_of("beside_places", "ends_on")
GOES_ON = words_of("beside_places", "goes_on") | _ENDS_ON
_BEHIND_ENDS = frozenset(
    "and but when where while he she they i we who until after before is was were has had then because near by "
    "outside opposite yesterday today last".split()
)


def ends_here(words: Sequence[Word], at: int) -> bool:
    """Say whether a word ends a place, as one of policy or a deed does not: stop and search, crossing the road."""
    after = words[at + 1] if at + 1 < len(words) else None
    if words[at].low not in _ENDS_ON or after is None or after.gap.strip() or "\n" in after.gap:
        return True
    searched = after.low == "and" and at + 2 < len(words) and words[at + 2].low.startswith("search")
    return after.low in _BEHIND_ENDS and not searched
