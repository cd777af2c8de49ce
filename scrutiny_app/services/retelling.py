"""Retelling: a text that joins a drafted case is redacted by the machine, in the tags that the case has already.

The machine reads all the case's texts anew, for a name met in one is masked in all. Where it finds again what stands
redacted, it learns what the case calls that; whoever is new gets the next free number. Nothing else is changed.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from redaction import Span
from scrutiny_app.services.versions import Marks

_NUMBERED = re.compile(r"\[(.+) ([0-9]+)\]")


def joined_marks(name: str, standing: Mapping[str, Marks], machine: Mapping[str, Marks]) -> dict[str, Marks]:
    """Give a case's marks with those of one more text, as the machine found them, called by the case's own tags."""
    called = _called(standing, machine)
    taken = {span.tag for marks in standing.values() for span in marks.spans}
    spans = tuple(_renamed(span, called, taken) for span in machine[name].spans)
    return {**standing, name: Marks(spans, machine[name].doubts)}


def _called(standing: Mapping[str, Marks], machine: Mapping[str, Marks]) -> dict[str, str]:
    """Say what the case calls each tag of the machine's, wherever both stand at one place."""
    places = {(name, span.start, span.end): span.tag for name, marks in standing.items() for span in marks.spans}
    found: dict[str, str] = {}
    for name, marks in machine.items():
        for span in marks.spans:
            if tag := places.get((name, span.start, span.end)):
                found.setdefault(span.tag, tag)
    return found


def _renamed(span: Span, called: dict[str, str], taken: set[str]) -> Span:
    """Call a span as the case does, or by the next free number; `called` and `taken` learn of it."""
    if span.tag not in called:
        called[span.tag] = span.tag if span.party is not None or span.tag not in taken else _next(span.tag, taken)
        taken.add(called[span.tag])
    return replace(span, tag=called[span.tag])


def _next(tag: str, taken: Iterable[str]) -> str:
    found = _NUMBERED.fullmatch(tag)
    noun = found[1] if found else tag.strip("[]")
    numbers = (_NUMBERED.fullmatch(other) for other in taken)
    return f"[{noun} {max((int(other[2]) for other in numbers if other and other[1] == noun), default=1) + 1}]"
