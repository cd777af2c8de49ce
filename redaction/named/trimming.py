"""What is no part of a place's name though it stands before it: The, and the time at which an entry begins."""

import re
from collections.abc import Iterable, Iterator

from redaction.findings import Finding

_PLACES = frozenset({"place", "organisation", "workplace", "school", "venue", "street", "address"})
_THE = re.compile(r"[Tt]he (?=\S)")
_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d[ \t]+(?=[^\W\d_])")  # 2314 Cawthorpe, at the beginning of a line
_MINUTES = re.compile(r"[0-5]\d(?::[0-5]\d)?[ \t]+(?=[^\W\d_])")  # 08:34 Cwtch
_AFTER_HOURS = re.compile(r"(?<!\d)[0-2]?\d:\Z")


def trim(text: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give the findings of a folded text, places without what leads up to them; other findings as they are."""
    for finding in findings:
        if finding.kind not in _PLACES or finding.source == "shaped":
            yield finding
            continue
        begin, written = finding.start, text[finding.start : finding.end]
        led = _THE.match(written) or _entry_time(text, begin, written)
        yield finding._replace(start=begin + led.end()) if led else finding


def _entry_time(text: str, begin: int, written: str) -> re.Match[str] | None:
    """Read the time that opens a line, or the minutes that stand after the hour and a colon."""
    if _AFTER_HOURS.search(text, max(0, begin - 4), begin):
        return _MINUTES.match(written)
    return _TIME.match(written) if begin == 0 or text[begin - 1] == "\n" else None
