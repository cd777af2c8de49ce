"""What no letter says: that anything was passed on.

What was passed on is known by the words that such things go by, and by the note that went with it. Where the finding
itself uses such a word, its own words may stand once somebody has said that they mean them: in the sentences that were
asked about, as they were then, and nowhere else. So may words that tell of a referral, since the officer may have made
it in the case itself.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

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
_BODY = (
    r"(?:PSD|professional standards|CPS|Crown Prosecution Service|prosecutors?|safeguarding|MASH|ombudsman|IOPC"
    r"|Independent Office for Police Conduct|counter[- ]corruption|social services"
    r"|children[’']?s (?:services|social care))"
)
_PASSED = r"(?:passed|referred|sent|reported|raised|notified|told|asked|handed|flagged|informed)"
_PASSING = re.compile(
    rf"\b{_PASSED}\b[^.!?\n]{{0,40}}?\b{_BODY}\b"
    rf"|\b{_BODY}\b[^.!?\n]{{0,30}}?\b(?:has|have|had|was|were|is|are) (?:\w+ ){{0,2}}{_PASSED}\b"
    r"|\bPSD\b|\bconduct matter\b|\bpassed (?:it|this|the|your)(?: case)? on\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_APART = re.compile(r"(?<=[.!?])\s+|\n+")  # between two sentences
RUN = 5  # so many words in a row of a note are its words and not chance


def escalation_told(text: str, notes: Iterable[str]) -> list[str]:
    """List where a text has words that a thing passed on goes by, or a run of words from its note."""
    plain = f" {_plain(text)} "
    known = [phrase for phrase in ESCALATIONS if f" {_plain(phrase)} " in plain]
    return known + sorted({run for note in notes for run in _runs(note) if f" {run} " in plain})


def passing_hinted(text: str) -> list[str]:
    """List where a text says that something went to somebody whose task it is: of the case then, or of the panel."""
    return sorted({_plain(found[0]) for found in _PASSING.finditer(text)})


def sentences_with(text: str, words: str) -> set[str]:
    """Give the digest of each sentence that has some words; of the whole text where they run over its sentences."""
    sought = f" {_plain(words)} "
    found = [one for one in _APART.split(text) if sought in f" {_plain(one)} "]
    return {sha256(" ".join(one.split()).encode()).hexdigest() for one in found or [text]}


def _runs(note: str) -> Iterator[str]:
    words = _plain(note).split()
    if len(words) >= 2:
        for start in range(max(1, len(words) - RUN + 1)):
            yield " ".join(words[start : start + RUN])


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
