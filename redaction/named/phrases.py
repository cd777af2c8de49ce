"""Phrases of policy and trade that hold a name and name nobody: Clare's Law, Ask for Angela, a Stanley knife."""

import re
from collections.abc import Sequence

from redaction.index import Index
from redaction.lexicon import Lexicon, lines
from redaction.named.after_articles import after_articles
from redaction.named.goods import goods
from redaction.named.official import official_names
from redaction.named.spoken import spoken
from redaction.words import Word

_SPELT = re.compile(r"[^\W_]+")
_SECTION = re.compile(r"s{1,2}\d{1,3}[a-z]?$")
# By the first word, then by the second, if any: of few words with which one begins does a second follow that goes on.
_PHRASES: dict[str, dict[str, list[list[str]]]] = {}
for _phrase in (phrase for line in lines("phrases") for phrase in line.split(";") if phrase.strip()):
    _spelt = _SPELT.findall(_phrase)
    _PHRASES.setdefault(_spelt[0], {}).setdefault("".join(_spelt[1:2]), []).append(_spelt)
_MONTHS = frozenset("april may june august".split())
_ALL_MONTHS = _MONTHS | frozenset("january february march july september october november december".split())
_BEGINNINGS = _MONTHS.union(_PHRASES)
_WHEN = frozenset("in since until till during last next early late mid".split())


def policy_phrases(words: Sequence[Word], index: Index, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Give where such phrases stand in a text, by letters."""
    found = [*official_names(words, index, lexicon), *goods(words, index), *after_articles(words, index)]
    found += spoken(words, index, lexicon)
    for at in index.unusual:
        if _SECTION.match(words[at].low) and _is_named(words, at):
            found.append((words[at].start, words[at + 1].end))
    for at in index.of(_BEGINNINGS):
        word = words[at]
        if word.low in _MONTHS and at and _tells_time(words, at):
            found.append((words[at - 1].start, word.end))
        seconds = _PHRASES.get(word.low)
        if seconds is None:
            continue
        if "" in seconds:
            found.append((word.start, word.end))
        for spelt in seconds.get(words[at + 1].low, ()) if at + 1 < len(words) else ():
            last = at + len(spelt) - 1
            if last < len(words) and [each.low for each in words[at : last + 1]] == spelt:
                found.append((word.start, words[last].end))
    return sorted(found)


def _tells_time(words: Sequence[Word], at: int) -> bool:
    """Say whether a month that is a forename too tells when: in April, May, April and August, the May fair."""
    before, after = words[at - 1], words[at + 1] if at + 1 < len(words) else None
    if words[at].gap == " " and before.low in _WHEN:
        return True
    if before.low in _ALL_MONTHS and words[at].gap in (", ", "/", "-"):
        return True
    if before.low == "the" and after is not None and after.gap == " " and after.text.islower():
        return words[at].gap == " "
    joined = before.low in ("and", "or", "to") and at > 1 and words[at - 2].low in _ALL_MONTHS
    return joined and words[at].gap == " "


def _is_named(words: Sequence[Word], at: int) -> bool:
    """Say whether an act's letters come next: s47 OAPA."""
    after = words[at + 1] if at + 1 < len(words) else None
    return after is not None and after.gap == " " and after.upper
