"""What is no part of a name though it stands beside it: The, the time at which an entry begins, shorthand."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from redaction.clock import CLOCK
from redaction.findings import Finding
from redaction.lexicon import Lexicon
from redaction.named import cues

_PLACES = frozenset({"place", "organisation", "workplace", "school", "venue", "street", "address", "town"})
_NAMES = _PLACES | {"name"}
_SHOPS = frozenset({"organisation", "workplace", "venue"})
_CARS = _SHOPS | {"name"}
_PLAIN = frozenset({"name", "town", "place"})
_PARTS_OF_NAMES = cues.AFTER_NAMES | frozenset("hmp yoi hmyoi hmpyoi st abc".split())
_JUNCTION = "jw"  # at the junction with: STOPPED JW TANNER RD
_THE = re.compile(r"[Tt]he (?=\S)")
_TIME = re.compile(rf"{CLOCK}[ \t]+(?=[^\W\d_])")  # 2314 Cawthorpe, at the beginning of a line
_MINUTES = re.compile(r"[0-5]\d(?::[0-5]\d)?[ \t]+(?=[^\W\d_])")  # 08:34 Cwtch
_AFTER_HOURS = re.compile(r"(?<!\d)[0-2]?\d:\Z")
_SHORT_BEFORE = re.compile(r"([A-Z]{2,4}) (?=[A-Z])")
_SHORT_AFTER = re.compile(r"(?<=\w) ([A-Z]{2,4})\Z")
_SIDE_BEFORE = re.compile(r"[VS] (?=[A-Z][a-z]+ [A-Z])")  # the victim or the suspect, before a whole name
_IS_IN_WELSH = re.compile(r"Mae (?=[A-Z])")  # no forename where the Welsh of what somebody does comes after the name
_DOES_IN_WELSH = re.compile(r"(?: [A-Z][\w'\-]+){0,2}(?:'n |'r | (?:yn|wedi|am|ar|ddim|newydd) )")


_MARK = re.compile(r"(?: |, )(?:[A-Z]{2}\d\d ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3})\b")
_MARK_BEGINS = re.compile(r"(?: |, )[A-Z]{1,2}\d")  # quick to look for in all of a text
_DRIVEN = re.compile(r"\b(?:in|an?|the|drives?|driving|drove|park)(?: [a-z]{3,6})? \Z", re.IGNORECASE)
_OWNED = re.compile(r"\b(?:of|his|her|their|my)(?: [a-z]{3,6})? \Z", re.IGNORECASE)  # as people are too
_COLOUR = re.compile(r"(?:the )?(?:(?:white|black|blue|red|grey|silver|green|old|dark|light) )?", re.IGNORECASE)
_LONGEST_MARK = 10
_LONGEST_LEAD = 16
_DOUBT = 0.3
_LONGEST_LEADING = 3  # letters of what leads up to a name: Mae
_AT_STREET = re.compile(r"(?<=\w) (?:on|at) (?:the )?(?=[^\W\d_]{3})", re.IGNORECASE)


def trim(text: str, findings: Iterable[Finding], lexicon: Lexicon) -> Iterator[Finding]:
    """Give the findings of a folded text, names and places without what is none of them; others as they are."""
    marks = [mark.start() for mark in _MARK_BEGINS.finditer(text)]
    for finding in findings:
        if finding.source == "shaped" or finding.kind not in _NAMES or (finding.kind == "name" and _is_known(finding)):
            yield finding
            continue
        begin, written = finding.start, text[finding.start : finding.end]
        if bisect_right(marks, begin) < bisect_right(marks, finding.end):
            car = _car(text, finding, lexicon) if finding.kind in _CARS and finding.source == "named" else None
            if car:
                yield finding._replace(end=car, certainty=_DOUBT, reason="a make before its own mark")
                continue
        if len(written) > _LONGEST_LEADING and " " not in written and "\t" not in written:
            yield finding  # one word, which is all of it
            continue
        led = _led_to_somebody(text, finding) if finding.kind == "name" else _led(text, begin, written)
        if not led and finding.kind in _PLAIN and not _is_known(finding):
            led = _shorthand(_SHORT_BEFORE.match(written), lexicon)
        start = begin + len(led[0]) if led else begin
        behind = _shorthand(_SHORT_AFTER.search(written), lexicon) if finding.kind == "name" else None
        end = begin + behind.start() if behind and begin + behind.start() > start else finding.end
        changed = start > begin or end < finding.end
        key = finding.key.removeprefix("mae ") if led else finding.key
        whole = finding._replace(start=start, end=end, key=key) if changed else finding
        joint = _AT_STREET.search(text, start, end) if finding.kind in _SHOPS else None
        if joint:
            yield whole._replace(end=joint.start(), key=text[start : joint.start()].lower())
            whole = whole._replace(start=joint.end(), key=text[joint.end() : end].lower())
        yield whole


def _car(text: str, finding: Finding, lexicon: Lexicon) -> int | None:
    """Give where the make of a car ends that stands before its mark, and is nobody: in the white Transit WR09 UFB."""
    mark = _MARK.search(text, finding.start, min(len(text), finding.end + _LONGEST_MARK))
    if mark is None or not finding.start < mark.start() <= finding.end <= mark.end():
        return None
    make = _COLOUR.sub("", text[finding.start : mark.start()], count=1).lower()
    listed, lead = make in lexicon.brands, (text, max(0, finding.start - _LONGEST_LEAD), finding.start)
    driven = _DRIVEN.search(*lead) and (listed or not lexicon.is_name(make))
    owned = _OWNED.search(*lead) and listed and not lexicon.is_name(make)
    return mark.start() if " " not in make and (driven or owned) else None


def _is_known(finding: Finding) -> bool:
    """Say whether a finding is a party's: its initials may look like shorthand."""
    return finding.source == "known"


def _led_to_somebody(text: str, finding: Finding) -> re.Match[str] | None:
    """Read what leads up to a name: V or S, and the Welsh for is: Mae Gwenllian yn cytuno."""
    led = _SIDE_BEFORE.match(text, finding.start)
    if led is None and (welsh := _IS_IN_WELSH.match(text, finding.start)):
        return welsh if _DOES_IN_WELSH.match(text, finding.end) else None
    return led


def _shorthand(found: re.Match[str] | None, lexicon: Lexicon) -> re.Match[str] | None:
    """Keep what is found if it is policy in capitals, and nobody's name: VA Newport, BAFFOUR SNR."""
    low = found[1].lower() if found else ""
    stays = low in lexicon.protected and low not in _PARTS_OF_NAMES and not lexicon.is_name(low)
    return found if stays or low == _JUNCTION else None


def _led(text: str, begin: int, written: str) -> re.Match[str] | None:
    return _THE.match(written) or _entry_time(text, begin, written)


def _entry_time(text: str, begin: int, written: str) -> re.Match[str] | None:
    """Read the time that opens a line, or the minutes that stand after the hour and a colon."""
    if _AFTER_HOURS.search(text, max(0, begin - 4), begin):
        return _MINUTES.match(written)
    return _TIME.match(written) if begin == 0 or text[begin - 1] == "\n" else None
