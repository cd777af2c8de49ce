"""Services told by who works there: Bright Steps (Naveed), New Leaf, worker Oonagh; and prisons by their name."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index, together
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.words import Word

_WORKERS = frozenset(
    "worker caseworker keyworker mentor manager coordinator practitioner counsellor adviser advisor".split()
)
_PRISONS = frozenset("hmp yoi hmyoi hmpyoi".split())
_LINKS = frozenset((" ", "'", " & ", "-"))
_TITLED = cues.TITLES | cues.RANKS | cues.ROLES | cues.STATIONS | frozenset(cues.KIN)
_MOST = 4


def told_by_workers(words: Sequence[Word], index: Index, lexicon: Lexicon) -> Iterator[Finding]:
    """Give each service and each prison."""
    for at in together(index.of(_WORKERS), index.behind(" ("), index.after(_PRISONS)):
        if not at:
            continue
        word = words[at]
        if word.low in _WORKERS or (word.gap == " (" and word.capital):
            first = _first_of_service(words, at, lexicon) if _is_a_worker(words, at, lexicon) else None
            if first is not None:
                yield _finding(words, first, at - 1, "a service by who works there")
        elif words[at - 1].low in _PRISONS and word.gap == " " and word.capital and word.low not in lexicon.protected:
            yield _finding(words, at - 1, at, "a prison")


def _is_a_worker(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Say whether brackets hold a forename, with or without a post, or a comma and a post lead to one."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    closed = after is None or after.gap.startswith(")")
    if word.gap == " (" and closed:
        return _is_a_forename(word, lexicon)
    posted = word.upper and after is not None and after.text.istitle() and not after.plain
    if after is None or after.gap != " " or not (posted or _is_a_forename(after, lexicon)):
        return False
    ends = at + 2 == len(words) or words[at + 2].gap.startswith(")")
    return (word.gap == ", " and word.low in _WORKERS) or (
        word.gap == " (" and ends and (word.upper or word.low in _WORKERS)
    )


def _is_a_forename(word: Word, lexicon: Lexicon) -> bool:
    return word.text.istitle() and word.low in lexicon.forenames and word.low not in lexicon.protected


def _first_of_service(words: Sequence[Word], after: int, lexicon: Lexicon) -> int | None:
    """Give the first of two capitals or more before a worker, that are everyday words and not all policy."""
    first = after - 1
    while first > 0 and words[first].gap in _LINKS and after - first < _MOST and _is_a_part(words[first - 1]):
        first -= 1
    run = [word for word in words[first:after] if word.low != "s"]
    if len(run) < 2 or not all(map(_is_a_part, run)) or any(word.low in _TITLED for word in run):
        return None
    named = run[0].low in lexicon.forenames and not all(word.plain for word in run)
    return None if named or all(word.low in lexicon.protected for word in run) else first


def _is_a_part(word: Word) -> bool:
    return word.text.istitle() or word.text == "s"


def _finding(words: Sequence[Word], first: int, last: int, reason: str) -> Finding:
    key = " ".join(word.low for word in words[first : last + 1])
    return Finding(words[first].start, words[last].end, "organisation", "named", 0.7, reason, key=key)
