"""What `scrutiny import` answers: counts and problems, for a person or for a program."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from scrutiny_app.cli.trying import Tried, Unknown, said_of
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.joined_rows import row_in_words

if TYPE_CHECKING:
    from scrutiny_app.models.extracts import Extract

COUNTS = ("total", "imported", "updated", "unchanged", "refused", "rejected")
NOT_KEPT = "Nothing was kept: this was a dry run."


def counts_of(extract: "Extract", again: bool) -> dict[str, int]:
    """Count what was done with a file's rows: of one loaded before, every good row is unchanged."""
    counts = {name: int(getattr(extract, name)) for name in COUNTS}
    if again:
        good = counts["total"] - counts["rejected"] - counts["refused"]
        counts |= {"imported": 0, "updated": 0, "unchanged": good}
    return counts


def as_data(counts: dict[str, int], problems: list[Problem], *, again: bool = False) -> str:
    """Write what a program may read."""
    answer = {**counts, "already_imported": again, "problems": [asdict(problem) for problem in problems]}
    return json.dumps(answer, ensure_ascii=False, indent=2)


def as_text(counts: dict[str, int], problems: list[Problem], *more: str, of: str = "rows") -> str:
    """Write what a person may read."""
    lines = [f"row {row_in_words(one.row)}, {one.column}: {one.found}. {one.advice}" for one in problems]
    done = ", ".join(f"{counts[name]} {name}" for name in COUNTS[1:] if name != "refused" or counts[name])
    return "\n".join([*lines, *more, f"{counts['total']} {of}: {done}"])


def tried(result: Tried | Unknown, *, as_json: bool) -> str:
    """Write what a dry run found."""
    if isinstance(result, Unknown):
        columns = [{"heading": one.heading, "seems": said_of(one), "sure": one.sure} for one in result.columns]
        if as_json:
            return json.dumps({"columns": columns}, ensure_ascii=False, indent=2)
        return "\n".join(["What its columns seem to hold:", *(f"  {one['seems']}" for one in columns)])
    if as_json:
        return as_data(result.counts, result.problems)
    return as_text(result.counts, result.problems, NOT_KEPT)
