"""Cells as JSON and MessagePack can have them: sent by the program that reads a file, and sealed to be read back."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from scrutiny_app.domain.cell_words import Broken, Cell

_SINGLE: dict[str, Callable[[Any], Cell]] = {
    "date": date.fromisoformat,
    "at": datetime.fromisoformat,
    "time": time.fromisoformat,
    "lasting": lambda seconds: timedelta(seconds=seconds),
    "broken": Broken,
}


def written(cell: Cell) -> object:
    """Give a cell as JSON and MessagePack can have it."""
    match cell:
        case datetime():
            return {"at": cell.isoformat()}
        case date():
            return {"date": cell.isoformat()}
        case time():
            return {"time": cell.isoformat()}
        case timedelta():
            return {"lasting": cell.total_seconds()}
        case Broken(what):
            return {"broken": what}
    return cell


def unwritten(cell: Any) -> Cell:
    """Give back a cell that was written."""
    if not isinstance(cell, dict):
        return cell  # type: ignore[no-any-return]  # JSON's own types are cells
    ((kind, value),) = cell.items()
    return _SINGLE[kind](value)
