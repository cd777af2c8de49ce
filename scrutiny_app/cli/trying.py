"""`scrutiny import --dry-run`: what a file would do, and for one of no known layout what its columns seem to hold."""

from collections import Counter
from dataclasses import dataclass

from scrutiny_app.cli.loading import Loading, Tell
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.looking import Look
from scrutiny_app.domain.matching import Suggestion, suggest
from scrutiny_app.domain.uses import described
from scrutiny_app.files.reading import Incoming, Order, look, read_cases
from scrutiny_app.services import fitting_layouts, looks, trying
from scrutiny_app.services.trail import today_in_london


@dataclass(frozen=True)
class Tried:
    """What a file would do: its rows counted, and what is wrong with them."""

    counts: dict[str, int]
    problems: list[Problem]


@dataclass(frozen=True)
class Unknown:
    """A file that would not be loaded, why, and what its columns seem to hold."""

    why: str
    columns: list[Suggestion]


def attempt(loading: Loading, incoming: Incoming, tell: Tell) -> Tried | Unknown:
    """Read a file as if to load it, and keep nothing of it."""
    with loading.deed() as (session, by):
        incoming = looks.with_known(session, incoming, by)
    seen = look(incoming, rows=0)
    try:
        order = _order(loading, incoming, seen)
    except Refused as refusal:
        return Unknown(refusal.message, suggest(seen, ""))
    counts: Counter[str] = Counter(total=0, imported=0, updated=0, unchanged=0, refused=0, rejected=0)
    problems: list[Problem] = []
    for chunk in read_cases(incoming, order):
        with loading.database.reading() as session:
            refusing = loading.wishes.refuse_changes
            counts.update(trying.tally(session, order.force, chunk.cases, key=loading.key, refuse_changes=refusing))
        counts.update(total=chunk.total, rejected=chunk.total - len(chunk.cases))
        problems += [*chunk.notes, *chunk.problems]
        tell(chunk.share)
    return Tried(dict(counts), problems)


def _order(loading: Loading, incoming: Incoming, seen: Look) -> Order:
    """Say how the file would be read; the transaction in which that is found out is taken back."""
    with loading.deed() as (session, by):
        named = loading.layout(session, by)
        extract = fitting_layouts.begin(session, incoming, seen, digest="", key=loading.key, by=by, layout=named)
        order = looks.order(session, extract, key=loading.key, today=today_in_london())
        session.rollback()
        return order


def said_of(column: Suggestion) -> str:
    """Say in a line what a column seems to hold."""
    filled = [(use.field, described(use.field)) for use in column.uses]
    fields = ", ".join(field.heading if field else name for name, field in filled)
    return f"{column.heading or 'a column without a heading'}: {fields or 'not loaded'} ({column.why})"
