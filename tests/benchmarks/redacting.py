"""Redacting invented cases, and the annotated texts of fixtures/redaction or of the folder REDACTION_TEXTS names.

Of an invented case the redactor is told the suspect, the victim and the officers; it must find everybody else by
itself. fixtures/README.md says how annotated texts are written down. Those there are known to the rules and the tagger.
"""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from fixtures.generating import Row, generate
from redaction import Party, Redactor, Result
from scrutiny_app.domain.statistics import wilson
from tests.benchmarks.peers import Peer, peers

CASES, SEED = 300, 20_261
NARRATIVES = ("circumstances", "suspect_account", "victim_views", "checks_done", "rationale", "conditions")
PEOPLE = (("suspect", "offender"), ("victim", "victim_1"), ("officer", "officer"), ("officer", "supervisor"))
_WORD = re.compile(r"[^\W_]+")
_TITLE = re.compile(r"(?:PC|DC|PS|DS|Sgt|Insp|Inspector|DI|PCSO|Staff|Mr|Mrs|Ms|Miss|Dr) ")
_START = (
    "import time; began = time.process_time(); from redaction import Redactor; Redactor().redact('Warm up.'); "
    "import resource; print(time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
)


@dataclass
class Tally:
    """What was found of what should be, over some texts."""

    found: list[bool] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    letters: int = 0
    words: int = 0
    doubts: int = 0
    seconds: float = 0.0

    def add(self, text: str, result: Result, due: Iterable[tuple[int, int]]) -> None:
        """Count one text as this package redacts it."""
        self.doubts += len(result.doubts)
        self.count(text, [(span.start, span.end) for span in result.spans], due)

    def count(self, text: str, masked: Iterable[tuple[int, int]], due: Iterable[tuple[int, int]]) -> None:
        """Count one text; a place counts as found when every word of it is hidden."""
        hidden = bytearray(len(text))
        for start, end in masked:
            hidden[start:end] = b"\1" * (end - start)
        found = [
            all(all(hidden[start + word.start() : start + word.end()]) for word in _WORD.finditer(text[start:end]))
            for start, end in due
        ]
        self.found += found
        self.whole.append(all(found))
        self.letters += len(text)
        self.words += len(_WORD.findall(text))

    def told(self, what: str) -> str:
        """Say it in a line."""
        low, high = wilson(sum(self.found), len(self.found))
        return (
            f"{what}: {_share(self.found)} of {len(self.found):,} identifiers found (95 % sure: {100 * low:.2f} to "
            f"{100 * high:.2f} %), {_share(self.whole)} of {len(self.whole):,} texts whole, "
            f"{1000 * self.doubts / max(self.words, 1):.1f} doubts a 1,000 words, "
            f"{self.letters / self.seconds:,.0f} characters a second of processor time"
        )


def measure(folder: Path) -> Iterator[str]:
    """Start once in a process of its own, then redact."""
    root = Path(__file__).parents[2]
    child = subprocess.run([sys.executable, "-c", _START], cwd=root, capture_output=True, check=True)
    seconds, megabytes = map(float, child.stdout.split())
    yield f"start of the redactor: {seconds:.2f} s of processor time, {megabytes:.0f} MB"
    redactor = Redactor()
    yield _invented(redactor).told(f"{CASES} invented cases")
    others = [_by_peer(peer).told(f"the same by {name}") for name, peer in peers()]
    yield from others or ["neither Presidio nor scrubadub is installed, so none is measured beside"]
    for path in sorted(Path(os.environ.get("REDACTION_TEXTS", root / "fixtures" / "redaction")).glob("*.jsonl")):
        yield _annotated(redactor, path).told(path.stem)


def _invented(redactor: Redactor) -> Tally:
    tally = Tally()
    for row in generate(CASES, SEED):
        texts = {name: str(row.cells[name]) for name in NARRATIVES if row.cells.get(name)}
        parties = [party for role, name in PEOPLE if (party := _party(role, name, row))]
        began = time.process_time()
        results = redactor.redact_case(texts, parties=parties, references=[str(row.cells["crime_number"])])
        tally.seconds += time.process_time() - began
        for name, text in texts.items():
            tally.add(text, results[name], _places(text, row.planted))
    return tally


def _by_peer(peer: Peer) -> Tally:
    tally = Tally()
    for row in generate(CASES, SEED):
        for text in (str(row.cells[name]) for name in NARRATIVES if row.cells.get(name)):
            began = time.process_time()
            masked = peer(text)
            tally.seconds += time.process_time() - began
            tally.count(text, masked, _places(text, row.planted))
    return tally


def _party(role: Any, name: str, row: Row) -> Party | None:
    written = row.cells.get(f"{name}_name")
    if not written:
        return None
    surname, _, forenames = str(written).partition(", ")
    others = (row.cells.get(f"{name}_{what}") for what in ("address", "contact", "number"))
    born = row.cells.get(f"{name}_born")
    identifiers = tuple(str(other) for other in others if other)
    return Party(role, forenames, surname, born=born if isinstance(born, date) else None, identifiers=identifiers)


def _places(text: str, planted: Iterable[str]) -> list[tuple[int, int]]:
    """Give where what was planted stands as words of its own."""
    longest = sorted({_TITLE.sub("", each) for each in planted}, key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<![^\W_]){re.escape(each)}(?![^\W_])" for each in longest))
    return [found.span() for found in pattern.finditer(text)]


def _annotated(redactor: Redactor, path: Path) -> Tally:
    tally = Tally()
    for line in path.open(encoding="utf-8"):
        row: Mapping[str, Any] = json.loads(line)
        parties = [_written(party) for party in row.get("parties", ())]
        began = time.process_time()
        result = redactor.redact(row["text"], parties=parties, references=row.get("references", ()))
        tally.seconds += time.process_time() - began
        tally.add(row["text"], result, ((span["start"], span["end"]) for span in row["spans"]))
    return tally


def _written(party: Mapping[str, Any]) -> Party:
    born = party.get("born")
    told = {name: tuple(value) if isinstance(value, list) else value for name, value in party.items()}
    return Party(**told | {"born": born and date.fromisoformat(born)})


def _share(told: list[bool]) -> str:
    return f"{100 * sum(told) / max(len(told), 1):.2f} %"
