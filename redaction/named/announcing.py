"""Reading the words before a place for what they say of a name that may stand there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.words import Word

COLLAR = re.compile(r"[A-Z]{0,2}\d{2,6}[A-Z]{0,2}")
_SHORTENED = frozenset(
    "brig capt cmdr col cpl gen gov lt maj rep sen mr mrs ms mx dr cllr prof rev revd fr hon mlle mme dau bro "
    "sis husb gf bf dc pc ds di sgt insp supt".split()
)
_BESIDE = frozenset((" ", ": ", "\n", " (", " '", ' "', " = ", ' ("', " ('", ': "', ": '", " ~ ", ". ", ".: "))
_ASIDE = frozenset((", ", " - ", "/", " / "))
_LISTED = frozenset((", ", "/", " / ", " & ", " + ", "; "))
_NOUNS_TOO = frozenset("major general chief master private prior rep coach captain president governor".split())
_KNOWN_REACH = 5


@dataclass(frozen=True, slots=True)
class Cue:
    """What the words before a name say of it; after a `strong` cue any capitalised word may be a name."""

    reason: str
    certainty: float
    strong: bool = False
    officer: bool = False
    kin: str = ""
    owner: str = ""
    company: bool = False
    epithet: bool = False


def cue_before(words: Sequence[Word], at: int, named: set[int], lexicon: Lexicon) -> Cue | None:
    """Read the cue before a word; `named` holds where the names already found end."""
    gap = words[at].gap
    if at == 0 or len(gap) > 4 or "\n\n" in gap:
        return None
    before, earlier = words[at - 1].low, words[at - 2].low if at > 1 else ""
    if gap == ": " and words[at].plain and is_a_voice(words, at - 1):
        return None
    return (
        _by_standing(words, at, before, earlier, lexicon)
        or _by_kinship(words, at, before)
        or _by_part(words, at, before, earlier)
        or _by_article(words, at)
        or _by_company(words, at, named, lexicon)
    )


def _by_standing(words: Sequence[Word], at: int, low: str, earlier: str, lexicon: Lexicon) -> Cue | None:
    """Read a title, a rank, or a rank and number."""
    gap, before = words[at].gap, words[at - 1]
    if (gap == ". " and low not in _SHORTENED) or (
        low == "justice" and earlier in lexicon.protected and earlier != "mr"
    ):
        return None
    if low in _NOUNS_TOO and words[at].plain and not lexicon.is_name(words[at].low):
        return None
    if low in cues.TITLES and gap in (" ", ". ", ".", "\n"):
        return Cue("follows a title", 0.97, strong=True)
    if low in cues.STATIONS and gap in (" ", ". ") and before.capital and not (len(low) > 5 and gap == ". "):
        return Cue("follows a title", 0.9, strong=True)
    if low in cues.RANKS and (gap in (" ", ": ", "\n") or (gap == ". " and len(low) < 5)):
        return Cue("follows a rank", 0.95, strong=True, officer=True)
    if earlier in cues.RANKS and gap in (" ", ", ", " - ") and COLLAR.fullmatch(before.text):
        return Cue("follows a rank and number", 0.97, strong=True, officer=True)
    return None


def is_a_voice(words: Sequence[Word], at: int) -> bool:
    """Say whether what stands before a colon begins another line so as well, as who speaks does: PC: Good."""
    low = words[at].low
    said = [place for place, word in enumerate(words[:-1]) if word.low == low and _speaks(words, place)]
    return _speaks(words, at) and len(said) > 1


def _speaks(words: Sequence[Word], at: int) -> bool:
    begins = at == 0 or "\n" in words[at].gap
    return begins and words[at + 1].gap[:1] == ":"


def _by_kinship(words: Sequence[Word], at: int, low: str) -> Cue | None:
    """Read a word of kinship, and whose relative it says."""
    kin = cues.KIN.get(low, "")
    if not (kin or low in cues.PLURAL_KIN):
        return None
    gap = words[at].gap
    if (gap not in _BESIDE and gap not in _ASIDE) or ("." in gap and low not in _SHORTENED):
        return None
    strong = gap in _BESIDE and "." not in gap
    owner = _owner(words, at - 1)
    return Cue("follows a word of kinship", 0.93, strong=strong, kin=kin, owner=owner, company=gap == ", ")


def _owner(words: Sequence[Word], kin: int) -> str:
    """Tell whose relative is meant by the words before a word of kinship: `IP's`, `the victim's ex`."""
    place = kin - 1
    while place >= 0 and kin - place < 4 and words[place].low in {"s", *cues.EX}:
        place -= 1
    return cues.OWNERS.get(words[place].low, "") if place >= 0 and kin - place > 1 else ""


def _by_part(words: Sequence[Word], at: int, low: str, earlier: str) -> Cue | None:
    """Read a word for the part that somebody plays, or `known as` and its like."""
    gap = words[at].gap
    if gap in _BESIDE and gap != ". ":
        if low == "as" and _is_known_as(words, at):
            return Cue("follows known as", 0.9, strong=True)
        if low in cues.CALLED:
            return Cue("follows called or named", 0.9, strong=True)
        if low in cues.GREETINGS and gap == " " and (words[at - 1].opens or "\n" in words[at - 1].gap):
            return Cue("follows a greeting", 0.9, strong=True)
        if (earlier, low) in cues.KNOWN_AS:
            return Cue("follows goes by or the like", 0.9, strong=True)
        if low in cues.SPEECH and gap == " " and '"' in words[at - 1].gap:
            return Cue("follows a word of speech", 0.9, strong=True)
    elif gap not in _ASIDE and gap != ". ":
        return None
    if low in cues.EPITHETS and gap == " ":
        return Cue("follows an epithet", 0.8, company=True, epithet=True)
    if low in cues.ROLES or (earlier, low) in cues.SPOKEN_TO:
        return Cue("follows a word for a person", 0.9)
    return None


def _is_known_as(words: Sequence[Word], at: int) -> bool:
    """Say whether `known` or its like leads to `as`; what is recorded as an everyday word is an offence."""
    leading = [word.low for word in words[max(0, at - 1 - _KNOWN_REACH) : at - 1] if word.low in cues.KNOWING]
    return bool(leading) and not (leading == ["recorded"] and words[at].plain)


def _by_article(words: Sequence[Word], at: int) -> Cue | None:
    """Read that somebody is called by what follows `the`: a man she called the Badger, known as the Duke."""
    told = words[at - 2] if at > 1 else None
    article = words[at - 1].low == "the" and words[at - 1].gap == " "
    if told is None or not article or not (words[at].capital and words[at].text.istitle()):
        return None
    known = told.low == "as" and any(word.low in cues.KNOWING for word in words[max(0, at - 2 - _KNOWN_REACH) : at - 2])
    called = known or told.low in cues.CALLED
    return Cue("follows called the", 0.8, strong=True) if called else None


def _by_company(words: Sequence[Word], at: int, named: set[int], lexicon: Lexicon) -> Cue | None:
    """Read `and` after another name, or a list of names."""
    gap, before = words[at].gap, words[at - 1]
    if gap in _LISTED:
        return Cue("in a list of names", 0.8, company=True) if before.end in named else None
    if at < 2 or before.low not in cues.AND or gap != " ":
        return None
    other = words[at - 2]
    if other.end in named or (other.capital and lexicon.is_name(other.low)):
        return Cue("joined to another name", 0.85, company=other.end in named)
    return None
