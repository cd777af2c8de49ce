"""A place or workplace found anywhere in a case is masked wherever it is called so again."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from redaction.findings import Finding, starts_within
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.named.quiet import tells_nothing
from redaction.named.small_places import HEADS
from redaction.pages import Page
from redaction.words import Word

_KINDS = frozenset({"place", "organisation", "workplace", "school", "venue", "street"})
_REASON = "a place met elsewhere in the case"
_LONGEST = 6
_SHORTEST = 3
_LINKS = frozenset((" ", "-", "'", "&", " & ", ". "))


@dataclass(frozen=True)
class Places:
    """The names of places met, each by its words, and the words that they begin with."""

    names: dict[tuple[str, ...], Finding]
    firsts: frozenset[str]

    def elsewhere(self, words: Sequence[Word], index: Index, found: Sequence[Finding]) -> Iterator[Finding]:
        """Give the mentions outside what is found already."""
        begun = index.of(self.firsts)
        taken = starts_within((words[at].start for at in begun), found) if begun else set()
        for at in begun:
            if words[at].start in taken:
                continue
            lows = tuple(word.low for word in words[at : at + _LONGEST])
            for length in range(len(lows), 0, -1):
                met = self.names.get(lows[:length])
                if met and self._is_called_so(words, at, at + length):
                    start, end = words[at].start, words[at + length - 1].end
                    yield met._replace(start=start, end=end, certainty=0.6, reason=_REASON)
                    break

    def _is_called_so(self, words: Sequence[Word], first: int, after: int) -> bool:
        """Say whether words that are a place's elsewhere are written here as a name is."""
        run = words[first:after]
        if any(word.gap not in _LINKS for word in run[1:]):
            return False
        if not all(word.plain for word in run):
            return True
        if tells_nothing(words, first):
            return len(run) > 1
        return all(word.text[0].isupper() for word in run) and (len(run) > 1 or not run[0].opens)


def places_among(pages: Iterable[tuple[Page, Sequence[Finding]]], lexicon: Lexicon) -> Places:
    """Remember the places among the sure findings of each page of a case."""
    names: dict[tuple[str, ...], Finding] = {}
    for page, found in pages:
        words = page.words
        for finding in found:
            at = page.index.starts.get(finding.start)
            if finding.kind not in _KINDS or finding.source != "named" or at is None:
                continue
            run = []
            while at < len(words) and words[at].end <= finding.end:
                run.append(words[at])
                at += 1
            name = _name(run, lexicon)
            if name:
                names.setdefault(name, finding)
            short = name[:-1] if name and name[-1] in HEADS else ()
            if len(short) > 1 or any(not lexicon.is_plain(low) for low in short):
                names.setdefault(short, finding)
    return Places(names, frozenset(name[0] for name in names))


def _name(run: Sequence[Word], lexicon: Lexicon) -> tuple[str, ...]:
    """Give the words by which a place is called; none where they are policy, or may be anybody's or anything's."""
    lows = [word.low for word in run]
    while lows and lows[0] in ("the", "a", "an"):
        lows.pop(0)
    if len(lows) > 1 and lows[-1] == "s":
        lows.pop()
    told = [low for low in lows if low not in lexicon.protected]
    if not told or len(lows) > _LONGEST or (len(lows) == 1 and len(lows[0]) <= _SHORTEST):
        return ()
    return tuple(lows)
