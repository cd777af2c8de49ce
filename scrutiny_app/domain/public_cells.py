"""The counts of public reports by their cells' names, as an attacker would set them side by side.

A cell's name begins with its scope: a round in one state, or several rounds pooled. A round whose finding is superseded
is in another state, and its counts there differ from those before by as many cases as were superseded, at most.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from scrutiny_app.domain.besieging import Name
from scrutiny_app.domain.grading import Severity
from scrutiny_app.domain.national_cells import HEADLINE, THEME
from scrutiny_app.domain.national_return import COUNTED, LEAST_RATED, TOTAL, Known, Return

SERIOUS = Severity.SERIOUS.value
JOIN = "+"


class State(NamedTuple):
    """A round as its findings stood: its id, the trail's length at the last signature, and how many were superseded."""

    round_id: int
    entries: int
    superseded: int

    @property
    def key(self) -> str:
        """Write it as a cell's name does."""
        return f"{self.round_id}@{self.entries}@{self.superseded}"


def state_of(key: str) -> State:
    """Read a round's state from a cell's name."""
    return State(*map(int, key.split("@")))


def scope(states: Iterable[State]) -> str:
    """Name one round, or several pooled."""
    return JOIN.join(sorted(one.key for one in states))


def states_in(names: Iterable[Name]) -> set[State]:
    """Give every round that cells are of, in each of its states."""
    return {state_of(key) for name in {name[0] for name in names} for key in name.split(JOIN)}


def within(place: str, counts: Mapping[Name, Any]) -> dict[Name, Any]:
    """Put a scope before the names of one table's counts."""
    return {(place, *name): count for name, count in counts.items()}


def pooled(rounds: Iterable[Mapping[Name, int]]) -> dict[Name, int]:
    """Add the counts of several rounds."""
    found: dict[Name, int] = {}
    for counts in rounds:
        for name, count in counts.items():
            found[name] = found.get(name, 0) + count
    return found


def printed_whatever(counts: Mapping[Name, int]) -> set[Name]:
    """Name what is always printed of one round: its size and, of ten cases or more, its headline."""
    if counts[*HEADLINE, TOTAL] < LEAST_RATED:
        return {(*HEADLINE, TOTAL)}
    return {(*HEADLINE, code) for code in COUNTED}


def publication_of(content: Mapping[str, Any]) -> dict[Name, int | None]:
    """Give the counts that a report's content prints, None where they are hidden."""
    found: dict[Name, int | None] = {}
    for name, count in _told(content):
        found[name] = count if isinstance(count, int) else None
    return found


def publication_of_return(made: Return) -> dict[Name, int | None]:
    """Give the counts that a public national return prints, None where they are hidden."""
    lines = [(HEADLINE, made.results), *(((one.disposal, one.age_group), one.counts) for one in made.breakdown)]
    told: dict[Name, Known] = {(*place, code): counts.of(code) for place, counts in lines for code in COUNTED}
    for one in made.themes:
        told |= {(THEME, one.theme, TOTAL): one.cases, (THEME, one.theme, SERIOUS): one.serious}
    return {name: count if isinstance(count, int) else None for name, count in told.items()}


def _told(content: Mapping[str, Any]) -> Iterator[tuple[Name, Known]]:
    for part in content["parts"]:
        states = [State(one["round"], one["trail_entries"], one["superseded"]) for one in part["rounds"]]
        for state, one in zip(states, part["rounds"], strict=True):
            yield from (((state.key, *HEADLINE, code), count) for code, count in one["results"].items())
        every = scope(states)
        yield from (((every, *HEADLINE, code), count) for code, count in part["results"].items())
        for line in part["breakdown"]:
            place = (every, line["disposal"], line["age_group"])
            yield from (((*place, code), count) for code, count in line["counts"].items())
        for one in part["themes"]:
            yield (every, THEME, one["theme"], TOTAL), one["cases"]
            yield (every, THEME, one["theme"], SERIOUS), one["serious"]
