"""Words left in that a person should look at: unexplained capitals, names that may be words, stray numbers."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.named.quiet import is_quiet
from redaction.words import Word

_NUMBER = re.compile(r"[A-Za-z]{0,4}\d[A-Za-z\d]{3,}")
_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d(?:h|hrs|hours)?|(?:19|20)\d\d")
_LONGEST_INITIALS = 3
_PLACES = frozenset({"place", "organisation", "workplace", "school", "venue", "street", "town"})
_WHO = cues.TITLES | cues.STATIONS | cues.RANKS | cues.ROLES | frozenset(cues.KIN)


def find_doubts(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Finding]:
    """Give each word that may be a name or a number although nothing says so."""
    quiet = is_quiet(words)
    for at, word in enumerate(words):
        if word.text.isalpha():
            reason = _why_a_name(words, at, lexicon, quiet=quiet)
            if reason:
                yield Finding(word.start, word.end, "name", "named", 0.3, reason, key=word.low)
        elif _NUMBER.fullmatch(word.text) and not _TIME.fullmatch(word.low) and "£" not in word.gap:
            reason = "a number that may be a reference"
            yield Finding(word.start, word.end, "number", "shaped", 0.3, reason, key=word.low)


def _why_a_name(words: Sequence[Word], at: int, lexicon: Lexicon, *, quiet: bool) -> str:
    """Say why a word may be a name; nothing where it is not one."""
    word = words[at]
    plain = lexicon.is_plain(word.low)
    if word.capital:
        if _is_rare_or_alone(word, lexicon, plain=plain):
            return "a capital that may be a name"
        if _may_be_initials(words, at, lexicon):
            return "capitals that may be initials"
        return "a word of process that may be a name" if _is_policy_in_place_of_a_name(words, at, lexicon) else ""
    if word.upper:
        return "a name in a line of capitals" if plain and _is_forename_too(word, lexicon) else ""
    if len(word.low) > 2 and not plain and (word.low in lexicon.forenames or (quiet and len(word.low) > 3)):
        return "a forename in small letters" if word.low in lexicon.forenames else "a rare word in small letters"
    return "a forename in small letters" if quiet and plain and _is_forename_too(word, lexicon) else ""


def _is_rare_or_alone(word: Word, lexicon: Lexicon, *, plain: bool) -> bool:
    """Doubt a capital that is no policy word: a rare word anywhere, an everyday one in mid-sentence."""
    if len(word.low) < 2 or word.low in lexicon.protected:
        return False
    return not plain or not (word.opens or word.upper)


def _may_be_initials(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Doubt two or three capitals that are everyday letters too, such as GS or CM, among small letters."""
    word = words[at]
    after = words[at + 1].gap if at + 1 < len(words) else ""
    if len(word.text) == 1:
        return after[:1] == ":" and word.low not in ("a", "i") and word.gap in (" ", ", ", "\n")
    return word.upper and len(word.low) <= _LONGEST_INITIALS and word.low not in lexicon.protected


def _is_policy_in_place_of_a_name(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Doubt a policy word that is somebody's name too where a person would stand."""
    word = words[at]
    if word.low not in lexicon.protected or not lexicon.is_name(word.low) or not word.text.istitle() or word.opens:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    acts = after is not None and after.gap == " " and after.low in lexicon.person_verbs
    alone = not words[at - 1].capital and not (after is not None and after.capital and after.gap == " ")
    return alone and word.low in lexicon.forenames and (acts or words[at - 1].low in cues.BESIDE_PEOPLE)


def _is_forename_too(word: Word, lexicon: Lexicon) -> bool:
    return word.low in lexicon.names_first or (word.low in lexicon.everyday and word.low in lexicon.forenames)


def doubt_neighbours(words: Sequence[Word], sure: Sequence[Finding]) -> Iterator[Finding]:
    """Give the capitals and figures that stand right beside a masked place: they may be part of its name."""
    places = [finding for finding in sure if finding.source == "named" and finding.kind in _PLACES]
    ends = {place.end for place in places}
    starts = {finding.start for finding in sure if finding.source == "named" and finding.kind in _PLACES | {"name"}}
    tails = {at + 1 for at, word in enumerate(words[:-1]) if word.end in ends}
    heads = {at - 1 for at, word in enumerate(words) if at and word.start in starts}
    for at in sorted(tails | heads):
        word = words[at]
        follows = at in tails and word.gap in (" ", ", ", "-")
        leads = at in heads and not word.opens and words[at + 1].gap in (" ", "-", " & ")
        if (follows or leads) and _may_be_of_a_place(word, figures=follows):
            yield Finding(word.start, word.end, "place", "named", 0.3, "may be part of a place's name", key=word.low)


def _may_be_of_a_place(word: Word, *, figures: bool) -> bool:
    """Say whether a word is a capital that is no title, rank or part, or figures after a place's name."""
    if word.low in _WHO:
        return False
    return (
        (figures and word.text.isdigit()) or (word.capital and word.text.istitle() and len(word.low) > 1) or word.upper
    )
