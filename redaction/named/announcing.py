"""Reading the words before a place for what they say of a name that may stand there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.words import Word

COLLAR = re.compile(r"[A-Z]{0,2}\d{2,6}[A-Z]{0,2}")
_BESIDE = (" ", ": ", "\n", " (", " '", ' "')
_ASIDE = (", ", " - ")
_KNOWN_REACH = 4


@dataclass(frozen=True, slots=True)
class Cue:
    """What the words before a name say of it; after a `strong` cue any capitalised word may be a name."""

    reason: str
    certainty: float
    strong: bool = False
    officer: bool = False
    kin: str = ""
    owner: str = ""


def cue_before(words: Sequence[Word], at: int, known: set[int], lexicon: Lexicon) -> Cue | None:
    """Read the cue before a word; `known` holds where names already found begin."""
    if at == 0 or len(words[at].gap) > 4 or "\n\n" in words[at].gap:
        return None
    return (
        _by_standing(words, at)
        or _by_kinship(words, at)
        or _by_part(words, at)
        or _by_company(words, at, known, lexicon)
    )


def _by_standing(words: Sequence[Word], at: int) -> Cue | None:
    """Read a title, a rank, or a rank and number."""
    gap, before = words[at].gap, words[at - 1]
    if at > 1 and gap == " " and COLLAR.fullmatch(before.text) and words[at - 2].low in cues.RANKS:
        return Cue("follows a rank and number", 0.97, strong=True, officer=True)
    if before.low in cues.TITLES and gap in (" ", ". ", ".", "\n"):
        return Cue("follows a title", 0.97, strong=True)
    if before.low in cues.RANKS and (gap in (" ", ": ", "\n") or (gap == ". " and len(before.low) < 5)):
        return Cue("follows a rank", 0.95, strong=True, officer=True)
    return None


def _by_kinship(words: Sequence[Word], at: int) -> Cue | None:
    """Read a word of kinship, and whose relative it says."""
    gap, low = words[at].gap, words[at - 1].low
    kin = cues.KIN.get(low, "")
    if not (kin or low in cues.PLURAL_KIN) or gap not in (*_BESIDE, *_ASIDE):
        return None
    return Cue("follows a word of kinship", 0.93, strong=gap in _BESIDE, kin=kin, owner=_owner(words, at - 1))


def _owner(words: Sequence[Word], kin: int) -> str:
    """Tell whose relative is meant by the words before a word of kinship: `IP's`, `the victim's ex`."""
    place = kin - 1
    while place >= 0 and kin - place < 4 and words[place].low in {"s", *cues.EX}:
        place -= 1
    return cues.OWNERS.get(words[place].low, "") if place >= 0 and kin - place > 1 else ""


def _by_part(words: Sequence[Word], at: int) -> Cue | None:
    """Read a word for the part that somebody plays, or `known as` and its like."""
    gap, low = words[at].gap, words[at - 1].low
    if low == "as" and any(word.low == "known" for word in words[max(0, at - 1 - _KNOWN_REACH) : at - 1]):
        return Cue("follows known as", 0.9, strong=True)
    if low in cues.CALLED and gap in _BESIDE:
        return Cue("follows called or named", 0.9, strong=True)
    if at > 1 and (words[at - 2].low, low) in cues.KNOWN_AS and gap in _BESIDE:
        return Cue("follows goes by or the like", 0.9, strong=True)
    if (low in cues.ROLES and gap in (*_BESIDE, *_ASIDE)) or (at > 1 and (words[at - 2].low, low) in cues.SPOKEN_TO):
        return Cue("follows a word for a person", 0.9)
    return None


def _by_company(words: Sequence[Word], at: int, known: set[int], lexicon: Lexicon) -> Cue | None:
    """Read `and` after another name."""
    if at < 2 or words[at - 1].low not in cues.AND or words[at].gap != " ":
        return None
    other = words[at - 2]
    named = other.start in known or (other.capital and lexicon.is_name(other.low))
    return Cue("joined to another name", 0.85) if named else None
