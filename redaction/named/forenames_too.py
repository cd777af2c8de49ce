"""Words that are forenames where what stands beside them tells: me nan pat, Summer-Jo."""

from collections.abc import Sequence

from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.words import Word

_OWNERS = frozenset("my me his her their our your the s".split())
_DEEDS = frozenset({"may", "will"})


def is_kin(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether small letters are a forename after whose relative it is: me nan pat."""
    low = words[at].low
    if low not in lexicon.forenames or at < 2 or words[at].gap != " " or words[at - 1].low not in cues.KIN:
        return False
    deed = low in _DEEDS or low in lexicon.verbs or low in lexicon.person_verbs
    return words[at - 2].low in _OWNERS and not deed and low not in lexicon.protected


def is_doubled(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a forename that is policy too has another joined to it by a hyphen: Summer-Jo."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or after.gap != "-" or not (words[at].text.istitle() and after.text.istitle()):
        return False
    return words[at].low in lexicon.forenames and (after.low in lexicon.forenames or after.low in lexicon.names_first)
