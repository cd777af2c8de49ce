"""Remarks that look as if they named somebody: found before they are kept, so that their writer can think again.

Whoever sits on the panel is refused by name elsewhere. What is found here is only likely to name a person, so it is
pointed out once, and the writer may say that it names nobody.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from scrutiny_app.domain.rounds import REFERENCE_LETTERS

# What of the kinds that redaction knows leads to a person; a town or an organisation may well be spoken of.
KINDS = frozenset(
    "name phone email postcode collar address birth vehicle insurance nhs pnc cro handle card account passport "
    "licence".split()
)
NUMBERS = KINDS | {"reference", "online"}
LEAST_CERTAIN = 0.8
# A case's reference as this product gives it: initials and five signs, of which none is a vowel. So no word of policy
# looks like one: neither out-of-court nor low-level.
_CASE = re.compile(rf"\b[A-Z]{{1,4}}-[0-9{REFERENCE_LETTERS}]{{5}}\b", re.IGNORECASE)
# Counties that forces are called by, and that are names of people too.
FORCES = frozenset({"avon", "cleveland", "cornwall", "devon", "durham", "gwent", "kent", "sussex", "surrey", "norfolk"})


@dataclass(frozen=True)
class Naming:
    """A place in a text, over its own offsets, that looks as if it named somebody."""

    start: int
    end: int


def find_names(texts: Mapping[str, str]) -> dict[str, list[Naming]]:
    """Give for each text, by its key, what looks like a name or a number of somebody's; others are left out."""
    found = {key: list(_names_in(text)) for key, text in texts.items() if text.strip()}
    return {key: names for key, names in found.items() if names}


def find_references(text: str) -> list[Naming]:
    """Give where a text has what looks like the reference of a case."""
    return [Naming(*one.span()) for one in _CASE.finditer(text)]


def find_telling(text: str) -> list[str]:
    """List the words of one text that look like a name, a number or a reference of somebody's or of a case."""
    places = [*_names_in(text, NUMBERS), *find_references(text)]
    return list(dict.fromkeys(text[one.start : one.end] for one in sorted(places, key=lambda one: one.start)))


@cache
def redactor() -> Any:
    """Give the redactor, made once."""
    # Loaded at its first use: the word lists take 80 MB, and most of a panel process's pages never ask.
    return import_module("redaction").Redactor()


def _names_in(text: str, kinds: Collection[str] = KINDS) -> Iterator[Naming]:
    for span in redactor().redact(text).spans:
        if span.kind in kinds and span.certainty >= LEAST_CERTAIN and text[span.start : span.end].lower() not in FORCES:
            yield Naming(span.start, span.end)
