"""What no letter says: that anything was passed on.

What was passed on is known by the words that such things go by, and by the note that went with it. Where the finding
itself uses such a word, its own words may stand once somebody has said that they mean them.
"""

import re
from collections.abc import Iterable, Iterator

ESCALATIONS = (
    "professional standards",
    "anti-corruption",
    "misconduct",
    "safeguarding referral",
    "referred to safeguarding",
    "escalation",
    "escalated",
    "disciplinary investigation",
    "referred to the CPS",
    "passed on to the CPS",
    "IOPC",
)
_WORD = re.compile(r"\w+")
RUN = 5  # so many words in a row of a note are its words and not chance


def escalation_told(text: str, notes: Iterable[str]) -> list[str]:
    """List where a text has words that a thing passed on goes by, or a run of words from its note."""
    plain = f" {_plain(text)} "
    known = [phrase for phrase in ESCALATIONS if f" {_plain(phrase)} " in plain]
    return known + sorted({run for note in notes for run in _runs(note) if f" {run} " in plain})


def _runs(note: str) -> Iterator[str]:
    words = _plain(note).split()
    if len(words) >= 2:
        for start in range(max(1, len(words) - RUN + 1)):
            yield " ".join(words[start : start + RUN])


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
