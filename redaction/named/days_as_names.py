"""People named after days, told by a surname after one mention: Tuesday Akande came, and Tuesday cooked."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.words import Word

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_DATED = frozenset(
    "on last next every each since until till by from before after this that one of in late early weekend first second "
    "third fourth previous following".split()
) | frozenset(day + s for day in _DAYS for s in ("", "s"))
_OF_DAYS = frozenset("the morning afternoon evening night lunchtime lunch tea and to st nd rd th".split())


def days_as_names(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each mention of a day that is somebody's name, where one of them bears a surname that is no word."""
    days = [at for at in index.of(_DAYS) if words[at].text.istitle() and not _is_dated(words, at)]
    surnames = {words[at].low: words[at + 1].low for at in days if _has_surname(words, at, lexicon)}
    for at in days if surnames else ():
        after = words[at + 1] if at + 1 < len(words) else None
        if words[at].low not in surnames or (after and (after.low in _OF_DAYS or after.low[0].isdigit())):
            continue
        last = at + 1 if _has_surname(words, at, lexicon) else at
        # Known by the surname, so that the day itself is not looked for elsewhere.
        key = surnames[words[at].low]
        yield Finding(words[at].start, words[last].end, "name", "named", 0.7, "a day that is somebody's name", key=key)


def _is_dated(words: Sequence[Word], at: int) -> bool:
    """Say whether a word before a day makes it one, as in `on Tuesday`."""
    return at > 0 and words[at].gap in (" ", ", ") and words[at - 1].low in _DATED


def _has_surname(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a rare capital that is nobody's forename follows: Tuesday Akande."""
    after = words[at + 1] if at + 1 < len(words) else None
    rare = after is not None and after.gap == " " and after.text.istitle() and not after.plain
    return rare and after is not None and after.low not in lexicon.forenames and after.low not in lexicon.towns
