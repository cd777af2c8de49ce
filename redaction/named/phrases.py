"""Phrases of policy and trade that hold a name and name nobody: Clare's Law, Ask for Angela, a Stanley knife."""

import re

from redaction.lexicon import lines

_PHRASES = re.compile(
    r"\b(?:"
    + "|".join(
        re.escape(phrase.strip()).replace("'", "'?")
        for line in lines("phrases")
        for phrase in sorted(line.split(";"), key=len, reverse=True)
        if phrase.strip()
    )
    + r")\b",
    re.IGNORECASE,
)


def policy_phrases(text: str) -> list[tuple[int, int]]:
    """Give where such phrases stand in a folded text."""
    return [found.span() for found in _PHRASES.finditer(text)]
