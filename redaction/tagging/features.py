"""What a word shows in its place, as a column of hashed numbers: its own aspects, its neighbours' and the text's.

A feature is only ever a number between nought and `SLOTS`: the words that made it cannot be read back from it.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from redaction.tagging.aspects import (
    ABOUT,
    CAPITAL,
    INITIAL,
    KIND,
    LISTS,
    LOOK,
    LOUD,
    LOWER,
    QUIET,
    SHOUTED,
    SMALL,
    Aspects,
    Numbers,
)
from redaction.tagging.classes import CLASS, TITLE_CLASSES
from redaction.tagging.templates import REACH, slots
from redaction.words import Word

_GAPS = (" ", "", "'", "-", ".", ". ", ", ", "\n", " (", ") ", "/", ": ", " - ")
_GAP = {gap: number for number, gap in enumerate(_GAPS, start=1)}
_MARKS = "\n@#.\"(':,/&!?-)"
_IS_TITLE = np.isin(np.arange(len(CLASS) + 1), sorted(TITLE_CLASSES))  # by a class's number
_MID_SENTENCE_CAPITAL = 3
_AROUND = 24
_FEW = 0.05
_MOST = 0.7
_BEFORE = 6  # so many words back, and on, what a word is near to is looked for
_AFTER = 4
_LONGEST_INITIALS = 3


def gap_number(gap: str) -> int:
    """Give a class to what stands between two words."""
    known = _GAP.get(gap)
    if known is not None:
        return known
    return next((20 + number for number, mark in enumerate(_MARKS) if mark in gap), 40)


def features(words: Sequence[Word], aspects: Aspects, at_once: int = 1024) -> Iterator[Numbers]:
    """Give a column of slots for each word, a row for each template, so many words at once."""
    shown = _shown(words, aspects)
    for at in range(0, len(words), at_once):
        yield slots(shown[:, at : at + at_once + 2 * REACH])


def _shown(words: Sequence[Word], aspects: Aspects) -> Numbers:
    """Give what each word shows, a row for each kind of sight, with room for neighbours at either end."""
    lows = {word.text: word.low for word in words}
    seats = {text: number for number, text in enumerate(lows, start=1)}
    spelt = {low: number for number, low in enumerate(lows.values(), start=1)}
    gaps = {gap: gap_number(gap) for gap in {word.gap for word in words}}
    seat = _padded([seats[word.text] for word in words]).astype(np.intp)
    same = np.array([0, *(spelt[low] for low in lows.values())])[seat]
    gap = _padded([gaps[word.gap] for word in words])
    state = _padded([1 + word.opens + 2 * word.capital for word in words])
    own = aspects.table(list(lows))[seat].T
    own[LOOK] = _in_its_manner(own[LOOK])
    listed = _mix(own[LISTS], own[LOOK])
    told = _told_elsewhere(own, same, gap, state) + _padded(_are_initials(words)) * np.uint32(1024)
    after = np.roll(gap, -1)
    near, ahead = _near(own[ABOUT], _BEFORE), _near(own[ABOUT][::-1], _AFTER)[::-1]
    return np.stack((*own[:LOWER], listed, told, gap, state, _mix(state, gap), _mix(gap, after), near, ahead))


def _near(about: Numbers, reach: int) -> Numbers:
    """Gather what the words before each word are about."""
    near = np.zeros_like(about)
    for back in range(1, min(reach, len(about) - 1) + 1):
        near[back:] |= about[:-back]
    return near


def _are_initials(words: Sequence[Word]) -> list[bool]:
    """Say of each word whether it is two or three capitals with which words side by side begin elsewhere."""
    short = [word.upper and len(word.text) <= _LONGEST_INITIALS for word in words]
    if not any(short):
        return short
    heads = "".join(
        [word.text[0] if word.gap in (" ", "-") and word.text.istitle() else f".{word.text[0]}" for word in words]
    )
    return [found and word.text in heads for found, word in zip(short, words, strict=True)]


def _in_its_manner(look: Numbers) -> Numbers:
    """Tell small letters among hardly any capitals, and capitals among hardly any small letters, from others.

    The neighbours tell the manner, so that a log in capitals is read as such beside other texts of its case.
    """
    small, shouted = look == SMALL, look == SHOUTED
    raised = shouted | (look == CAPITAL)
    all_small, all_raised, all_shouted = _around(np.stack((small, raised, shouted)))
    letters = np.maximum(all_small + all_raised, 1)
    quiet = small & (all_raised < _FEW * letters)
    loud = shouted & (all_shouted > _MOST * letters)
    return np.where(quiet, np.uint32(QUIET), np.where(loud, np.uint32(LOUD), look)).astype(np.uint32)


def _around(which: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """Count, for each word and in each row, how many of its neighbours are so."""
    padded = np.zeros((len(which), which.shape[1] + 2 * _AROUND + 1), dtype=np.int64)
    padded[:, _AROUND + 1 : -_AROUND] = which
    counts: npt.NDArray[np.int64] = padded.cumsum(axis=1)
    return counts[:, 2 * _AROUND + 1 :] - counts[:, : -2 * _AROUND - 1]


def _padded(values: Sequence[int]) -> Numbers:
    padded = np.zeros(len(values) + 2 * REACH, dtype=np.uint32)
    padded[REACH:-REACH] = values
    return padded


def _mix(one: Numbers, other: Numbers) -> Numbers:
    return (one * np.uint32(0x9E3779B1)) ^ (other * np.uint32(0x85EBCA77) + np.uint32(0x165667B1))


def _told_elsewhere(own: Numbers, same: npt.NDArray[np.intp], gap: Numbers, state: Numbers) -> Numbers:
    """Tell what the whole text shows of each word: in small letters, capital in mid-sentence, titled, possessive.

    What is the `same` but for its capitals has one number.
    """
    look = own[LOOK]
    small = (look == SMALL) | (look == QUIET)
    inner = ((look == CAPITAL) | (look == SHOUTED) | (look == LOUD) | (look == INITIAL)) & (
        state == _MID_SENTENCE_CAPITAL
    )
    titled = np.zeros(len(look), dtype=bool)
    titled[1:] = _IS_TITLE[own[KIND][:-1]] & ~small[1:]
    possessive = np.zeros(len(look), dtype=bool)
    possessive[:-1] = (gap[1:] == _GAP["'"]) & ~small[:-1]
    bits = np.zeros(len(look), dtype=np.uint32)
    for number, fact in enumerate((small, inner, titled, possessive)):
        bits += (np.bincount(same, weights=fact)[same] > 0).astype(np.uint32) << np.uint32(number)
    often = np.minimum(np.bincount(same), 3).astype(np.uint32)[same]
    share = np.count_nonzero(~small) * 16 // len(look)
    manner = 0 if share < 1 else 2 if share > 9 else 1  # nearly no capitals, some, nearly all
    return bits + np.uint32(16) * often + np.uint32(64 * manner)
