"""Reading a workbook in a process of its own, so that a hostile file can exhaust nothing but that process.

The child is run by its path with an empty environment: it knows no setting, key or database. It answers in lines of
JSON, which cannot make this process do anything.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from threading import Timer
from typing import Any

from scrutiny_app.domain.cells import ERROR_CELL, FORMULA_CELL, Broken, Cell
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.importing import recognises
from scrutiny_app.files.tables import Row, Table, words

_CHILD = Path(__file__).with_name("reading_before_child.py")
_MOST_SECONDS = 900  # on the clock; the child keeps far stricter limits of its own
_BROKEN = {"error": ERROR_CELL, "formula": FORMULA_CELL}


def read_workbook(data: bytes) -> Table:
    """Read the first visible sheet that has an extract's headings, or else the first that has any rows."""
    messages = _answers(data)
    left_out: list[str] = []
    other: Table | None = None
    starts = False
    for kind, content in messages:
        if kind == "left out":
            left_out.append(content)
        elif kind == "sheet":
            starts = True
        elif starts:
            starts = False
            headings = words(content[0][1])
            if recognises(headings):
                return Table(headings, _rows(content[1:], messages), tuple(left_out))
            other = other or Table(headings, iter(()), tuple(left_out))
    if other is None:
        raise Refused("The workbook has no visible sheet with rows in it. Export it again from the records system.")
    return other


def _rows(first: list[Row], messages: Iterator[tuple[str, Any]]) -> Iterator[Row]:
    yield from first
    for kind, content in messages:
        if kind == "sheet":
            return
        if kind == "rows":
            yield from content


def _answers(data: bytes) -> Iterator[tuple[str, Any]]:
    """Hand the bytes to the child and yield its answers until it says that it has finished."""
    command = [sys.executable, "-I", "-X", "utf8", str(_CHILD)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env={}) as child:
        timer = Timer(_MOST_SECONDS, child.kill)
        timer.start()
        try:
            _send(child, data)
            assert child.stdout is not None  # noqa: S101  asked for above
            for line in child.stdout:
                kind, content = json.loads(line, object_hook=_cell)
                if kind == "refused":
                    raise Refused(content)
                if kind == "end":
                    return
                yield kind, content
        finally:
            timer.cancel()
            child.kill()
    raise Refused(
        "The workbook could not be read: it is damaged, or asks for more memory or time than its size should need. "
        "Copy the rows into a new workbook, with nothing far below or beside them, and import that."
    )


def _send(child: "subprocess.Popen[bytes]", data: bytes) -> None:
    assert child.stdin is not None  # noqa: S101  asked for above
    try:
        child.stdin.write(data)
        child.stdin.close()
    except BrokenPipeError:  # it died of what it read; that it never says "end" is noticed below
        pass


def _cell(typed: dict[str, str]) -> Cell:
    """Give back a cell that JSON has no word for."""
    ((kind, value),) = typed.items()
    match kind:
        case "date":
            return date.fromisoformat(value)
        case "datetime":
            return datetime.fromisoformat(value)
        case "broken":
            return _BROKEN[value]
        case "time":
            return time.min
    return Broken("a value of an unknown kind")
