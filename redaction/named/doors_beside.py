"""Doors told by the streets, homes and people that are found in the same text."""

from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index
from redaction.named.doors_in_rows import doors_in_rows
from redaction.named.doors_of_a_kind import doors_of_a_kind
from redaction.named.doors_that_speak import doors_that_speak
from redaction.named.rounds import doors_of_a_round
from redaction.words import Word


def doors_beside(words: Sequence[Word], index: Index, found: Sequence[Finding]) -> Iterator[Finding]:
    """Give them in rows, by kind, as rounds and by who speaks there; `found` are the sure findings of the same text."""
    yield from doors_in_rows(words, index, found)
    yield from doors_of_a_kind(words, index, found)
    yield from doors_of_a_round(words, index, found)
    yield from doors_that_speak(words, index, found)
