"""What the layers find in one text, before it has a tag, and how overlapping finds become one."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from redaction.spans import Source
from redaction.words import Word

_WORD = re.compile(r"[^\W_]+")
_BORROWED = 0.3  # what is left of it may still be a surname
_RANK: dict[Source, int] = {"human": 0, "known": 1, "shaped": 2, "named": 3}


class Finding(NamedTuple):
    """One place in a folded text; `key` tells which thing, `parties` whose, `label` what to call it."""

    start: int
    end: int
    kind: str
    source: Source
    certainty: float
    reason: str
    key: str = ""
    parties: tuple[int, ...] = ()
    label: str = ""


def merge(findings: Iterable[Finding]) -> list[Finding]:
    """Join what overlaps into one finding over all of it, sorted, none touching another."""
    merged: list[Finding] = []
    for finding in sorted(findings, key=_in_order):
        if merged and finding.start < merged[-1].end:
            merged[-1] = _joined(merged[-1], finding)
        else:
            merged.append(finding)
    return merged


def without_borrowed_letters(text: str, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Give the findings; a name whose initial ends a number (`QQ 12 34 56 C. Meals`) is a doubt."""
    lent = {each.end - 1: each.end for each in findings if each.kind == "insurance"}
    for finding in findings:
        after = lent.get(finding.start) if finding.kind == "name" and finding.source == "named" else None
        if after is None:
            yield finding
        elif rest := _WORD.search(text, after, finding.end):
            yield finding._replace(start=rest.start(), certainty=_BORROWED)


def starts_within(starts: Iterable[int], merged: Sequence[Finding]) -> set[int]:
    """Give those of some sorted places that lie within sorted findings that are apart."""
    within, at = set(), 0
    for start in starts:
        while at < len(merged) and merged[at].end <= start:
            at += 1
        if at < len(merged) and merged[at].start <= start:
            within.add(start)
    return within


def apart(findings: Sequence[Finding], others: Sequence[Finding]) -> list[Finding]:
    """Keep the findings that overlap none of the others; both are sorted and apart among themselves."""
    kept, at = [], 0
    for finding in findings:
        while at < len(others) and others[at].end <= finding.start:
            at += 1
        if at == len(others) or others[at].start >= finding.end:
            kept.append(finding)
    return kept


def uncovered(words: Sequence[Word], findings: Sequence[Finding], others: Sequence[Finding]) -> Iterator[Finding]:
    """Give the findings that overlap none of the others, and of the rest each word left over; all are sorted."""
    starts, at = [word.start for word in words], 0
    for finding in findings:
        while at < len(others) and others[at].end <= finding.start:
            at += 1
        if at == len(others) or others[at].start >= finding.end:
            yield finding
            continue
        for word in words[bisect_left(starts, finding.start) : bisect_left(starts, finding.end)]:
            yield finding._replace(start=word.start, end=word.end)


def _joined(first: Finding, second: Finding) -> Finding:
    """Keep what the wider one says, unless both say the same kind of thing and the other is surer."""
    winner, loser = first, second
    rivals = (
        second.end > first.end or first.kind == second.kind or (first.start, first.end) == (second.start, second.end)
    )
    # What is known comes before what is shaped and what is named, and then the surer first.
    if rivals and (_RANK[second.source], first.certainty) < (_RANK[first.source], second.certainty):
        winner, loser = second, first
    parties = winner.parties or (loser.parties if winner.kind != "name" else ())
    if winner is first and first.end >= second.end and first.certainty >= second.certainty and parties is first.parties:
        return first
    end, certainty = max(first.end, second.end), max(first.certainty, second.certainty)
    _, _, kind, source, _, reason, key, _, label = winner
    return Finding(first.start, end, kind, source, certainty, reason, key, parties, label)


def _in_order(finding: Finding) -> tuple[int, int, int, float]:
    return finding.start, -finding.end, _RANK[finding.source], -finding.certainty
