"""Names told by how a text is set out: SOOT (9), Craven (staff), a log's VOLTAIC:, his 'Gore' HATCHET."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.named.believing import is_a_part
from redaction.words import Word

_SURE = 0.65
_SHORTEST = 3
_AGE = re.compile(r"\d{1,2}")
_SPAN = frozenset("yrs yr years year mths months mth wks weeks yo y m f aged".split())
_PLURALS = cues.PLURAL_KIN
_NOBODY = frozenset(
    "the and or not now then them her his their all both any each one two three four five six seven eight "
    "nine ten year years yrs aged age about abt approx only over under just old outcome page part para "
    "item section grade level class form flat unit room block bed plot store ref ext total count version "
    "week day band tier score stage step point points condition chapter note entry key exhibit photo "
    "photos image clip file tab row line box men women males females boys girls lads kids adults youths "
    "people staff pupils students items bottles cans bags pairs".split()
)
_NONE = cues.PEOPLE | _NOBODY
_STATES = frozenset(
    "home safe well here there present inside outside upstairs downstairs asleep awake away back alone "
    "drunk injured unhurt upset aware unaware unknown nearby elsewhere abroad fine okay dead ill also "
    "still".split()
)
_POSTS = frozenset(
    "manager interpreter solicitor licensee neighbour nbr landlord landlady caretaker imam pastor lead".split()
)
_BEHIND = frozenset("who on in at with and is was has now approx aged also".split())
_TALKERS = 2  # lines that one voice needs, and voices that a talk needs


def told_by_layout(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each name that brackets, quotation marks or the beginning of many lines tell."""
    voices = _voices(words, index)
    for at in index.raised:
        word = words[at]
        set_out = _is_aged(words, at) or _is_a_kins_name(words, at, lexicon) or _is_behind_a_nickname(words, at)
        part = not set_out and is_a_part(word.low, lexicon) and word.low not in lexicon.surnames
        if part or not (set_out or (word.low in voices and _speaks(words, at))):
            continue
        kin = (
            set_out
            and word.low in lexicon.brands
            and word.low in lexicon.forenames
            and _is_a_kins_name(words, at, lexicon)
        )
        if kin or _may_be_somebody(word, lexicon):
            yield _finding(word, "a name by how it is set out" if set_out else "a voice of a talk or a log")


def _may_be_somebody(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a word is no policy, no part that people play, no small word and no deed."""
    if len(word.low) < _SHORTEST or not word.text.isalpha() or word.low in _NONE or word.low in lexicon.protected:
        return False
    if word.low.endswith(("ing", "ed", "ly")) and not lexicon.is_name(word.low):
        return False
    return word.low not in lexicon.verbs and word.low not in lexicon.person_verbs


def _is_aged(words: Sequence[Word], at: int) -> bool:
    """Say whether an age in brackets follows: TORTURE (12), Jamboree (7 mths)."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or after.gap != " (" or not _AGE.fullmatch(after.text):
        return False
    beyond = words[at + 2] if at + 2 < len(words) else None
    closed = beyond is None or beyond.gap.startswith((")", ","))
    return closed or (beyond is not None and beyond.low in _SPAN)


def _is_a_kins_name(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a word follows one of kinship in a line of capitals, as a name does: HER SON MEDIC 5 PRESENT."""
    word, before = words[at], words[at - 1] if at else None
    if before is None or word.gap != " " or not word.upper or not before.upper:
        return False
    if before.low not in cues.KIN and before.low not in _PLURALS and before.low not in _POSTS:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or after.gap[:1] in ".,;:)/&+" or after.gap.startswith((" (", "\n", " &", " +", " /")):
        return word.low not in _STATES
    told = after.low in lexicon.person_verbs or after.low in _BEHIND or _AGE.fullmatch(after.text) is not None
    return told and word.low not in _STATES


def _is_behind_a_nickname(words: Sequence[Word], at: int) -> bool:
    """Say whether a surname in capitals stands after a nickname in quotation marks: Tayshaun 'Gore' HATCHET."""
    word, before = words[at], words[at - 1] if at > 1 else None
    quoted = before is not None and word.gap in ("' ", '" ') and before.gap == " " + word.gap[0]
    return quoted and word.upper and words[at - 2].text.istitle()


def _voices(words: Sequence[Word], index: Index) -> set[str]:
    """Give the words that begin lines before a colon again and again, where several do."""
    said = Counter(words[at].low for at in index.lines if _speaks(words, at))
    again = {low for low, times in said.items() if times >= _TALKERS}
    return again if sum(said[low] for low in again) >= _TALKERS**2 and len(said) >= _TALKERS else set()


def _speaks(words: Sequence[Word], at: int) -> bool:
    """Say whether a word stands alone between a line's beginning and a colon."""
    if at and "\n" not in words[at].gap:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    return after is not None and after.gap in (": ", ":", ': "', ": '") and words[at].text[0].isupper()


def _finding(word: Word, reason: str) -> Finding:
    return Finding(word.start, word.end, "name", "named", _SURE, reason, key=word.low)
