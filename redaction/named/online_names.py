"""Names online that bear no mark of one: small words joined by a dot, capitals inside a word, a name and figures."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index, together
from redaction.lexicon import Lexicon
from redaction.words import Word

_INNER_CAPITAL = re.compile(r"([A-Z][a-z]{2,14}|[a-z]{3,14})([A-Z][a-z]{2,14})(\d{1,6})?")
_WITH_FIGURES = re.compile(r"([a-z]{5,16}|[A-Z][a-z]{4,15})(\d{1,4})")
_FIGURED_INSIDE = re.compile(r"[a-z]{2,12}\d{1,2}[a-z]{1,12}")
_TURNS = re.compile("[a-z][A-Z]")
_SHORTEST = 3
_LONGEST_UNIT = 2  # letters after figures are a unit or a part of the day
_DOUBT = 0.3
_GROUPS = frozenset("group chat page account channel profile server gang crew".split())
_CALLED = frozenset("called named".split())
_POSTS = frozenset("story stories reel reels insta instagram ig snap snapchat sc tiktok fb twitter discord".split())
_SELLERS = frozenset("seller buyer user poster reviewer account username profile member".split())
_FILES = frozenset("jpg jpeg png pdf doc docx xls xlsx csv txt mov avi zip html php exe msg eml".split())


def find_online_names(words: Sequence[Word], index: Index, lexicon: Lexicon, *, quiet: bool) -> Iterator[Finding]:
    """Give each word or pair of words that nobody would write but as a name online."""
    for at in together(index.unusual, index.behind(".", "_")):
        word = words[at]
        if word.gap == "." and at and not quiet and _is_dotted(words[at - 1], word, lexicon):
            yield _finding(words[at - 1], word, 0.85, "small letters joined by a dot")
        elif word.gap == "." and at and _has_figures_inside(words[at - 1], word):
            yield _finding(words[at - 1], word, 0.85, "letters and figures joined by a dot")
        elif word.gap == "_" and at and _is_lined(words, at, lexicon):
            yield _finding(words[at - 1], word, 0.85, "small letters joined by a line")
        elif word.gap == "_" and at and words[at - 1].gap != "_" and _is_chained(words, at, lexicon):
            yield _finding(words[at - 1], words[_end_of_chain(words, at)], 0.8, "words joined by lines")
        elif word.plain:
            continue
        elif not quiet and at and word.gap == " " and words[at - 1].low in _SELLERS and _is_odd(word, lexicon):
            yield _finding(word, word, 0.8, "an unlisted word after who is online")
        elif len(word.text) > _LONGEST_UNIT + _SHORTEST and not (word.text.isalpha() and word.text[1:].islower()):
            certainty = _certainty(word, lexicon)
            if certainty:
                yield _finding(word, word, certainty, "capitals or figures inside a name")
    yield from _groups(words, index)
    yield from _in_brackets(words, index, lexicon)
    yield from _hashed([words[at] for at in index.unusual], lexicon)


def _in_brackets(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each long word that is none and stands alone in brackets after what people post: her story (tillywxo)."""
    for at in index.after(_POSTS):
        word = words[at]
        whole = at + 1 < len(words) and words[at + 1].gap.startswith(")")
        small = word.text.isalnum() and word.text.islower() and len(word.low) > _SHORTEST
        if word.gap == " (" and whole and small and not (word.plain or word.low in lexicon.uncommon):
            yield _finding(word, word, 0.85, "an online name in brackets")


def _hashed(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Finding]:
    """Give each name behind a hash."""
    for word in words:
        if word.gap[-1:] == "#" and _is_tagged(word, lexicon):
            yield _finding(word, word, 0.8, "a name behind a hash")


def _is_tagged(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a forename and a surname are run together behind a hash: #MichaelBrown, #lukebatty."""
    low = word.low
    if not word.text.isalpha() or word.plain or len(low) < 2 * _SHORTEST + 1:
        return False
    cuts = range(_SHORTEST, len(low) - _SHORTEST + 1)
    turned = [at for at in cuts if word.text[at].isupper()]
    if turned:
        return any(low[:at] in lexicon.forenames and lexicon.is_name(low[at:]) for at in turned)
    return any(low[:at] in lexicon.familiar and low[at:] in lexicon.surnames for at in cuts)


def _is_dotted(first: Word, last: Word, lexicon: Lexicon) -> bool:
    """Say whether two small words with a dot between end no sentence: one of them is no word at all."""
    if not (first.text.islower() and last.text.islower() and first.text.isalpha() and last.text.isalpha()):
        return False
    if len(first.low) < _SHORTEST or first.gap.endswith((".", "@", "/", "-")) or last.low in _FILES:
        return False
    if len(last.low) < _SHORTEST:
        return not first.plain
    odd = [word for word in (first, last) if not word.plain and word.low not in lexicon.uncommon]
    return bool(odd)


def _is_lined(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether a line joins small letters that are no words, or who speaks, and no file's name ends there."""
    first, last = words[at - 1], words[at]
    after = words[at + 1] if at + 1 < len(words) else None
    if first.text != first.low or last.text != last.low or len(first.low) < _SHORTEST or not first.text.isalpha():
        return False
    if after is not None and after.gap in (".", "_"):
        return False
    speaks = first.opens and after is not None and after.gap.startswith(":")
    return speaks or not first.plain or not (last.plain or last.low.isdigit())


def _has_figures_inside(first: Word, last: Word) -> bool:
    """Say whether small letters with a figure among them are joined to others by a dot: lanc4ster.banter."""
    small = first.text.islower() and last.text.islower() and last.text.isalpha() and len(last.low) >= _SHORTEST
    return small and _FIGURED_INSIDE.fullmatch(first.text) is not None and last.low not in _FILES


def _end_of_chain(words: Sequence[Word], at: int) -> int:
    while at + 1 < len(words) and words[at + 1].gap == "_":
        at += 1
    return at


def _is_chained(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether lines join words of which one is small and none, and that end in no file's name: FG_riders_tamil."""
    last = _end_of_chain(words, at)
    run, after = words[at - 1 : last + 1], words[last + 1] if last + 1 < len(words) else None
    if after is not None and after.gap == ".":
        return False
    small = [word for word in run if word.text.islower() and len(word.low) >= _SHORTEST]
    odd = [word for word in run if not (word.plain or word.low in lexicon.uncommon or word.text.isdigit())]
    return bool(small and odd) and run[0].text.isalnum() and run[0].gap[-1:] not in ("/", "\\", ".")


def _is_odd(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a long small word is none that anybody knows, and no slip of one."""
    known = word.plain or word.low in lexicon.uncommon or lexicon.is_name(word.low)
    return word.text.islower() and len(word.low) > 2 * _SHORTEST and not known and not lexicon.is_misspelt(word.low)


def _certainty(word: Word, lexicon: Lexicon) -> float:
    """Say how surely a word with capitals or figures inside is a name online; nothing for a make or a word."""
    joined = _INNER_CAPITAL.fullmatch(word.text)
    if joined and word.low.rstrip("0123456789") not in lexicon.protected:
        return 0.8 if joined[3] else 0.0
    odd = word.text[0].islower() or word.text[-1].isdigit()
    if odd and len(_TURNS.findall(word.text)) > 1 and word.low not in lexicon.protected:
        return 0.8  # xXNoonXx, ZorbikTheGreat87
    figured = _WITH_FIGURES.fullmatch(word.text)
    if not figured or lexicon.is_plain(figured[1].lower()):
        return 0.0
    return 0.8 if figured[1].islower() or lexicon.is_name(figured[1].lower()) else _DOUBT


def _groups(words: Sequence[Word], index: Index) -> Iterator[Finding]:
    """Give what a group online is called, where it begins with letters and figures: a group called SX4 Boys."""
    for at in index.raised:
        word = words[at]
        if at < 2 or word.text.isalpha() or word.gap != " ":
            continue
        if words[at - 1].low not in _CALLED or words[at - 2].low not in _GROUPS:
            continue
        last = at
        while last + 1 < len(words) and words[last + 1].gap == " " and words[last + 1].text.istitle():
            last += 1
        yield _finding(word, words[last], 0.8, "what a group is called")


def _finding(first: Word, last: Word, certainty: float, reason: str) -> Finding:
    return Finding(first.start, last.end, "handle", "shaped", certainty, reason, key=f"{first.low}{last.low}")
