"""What a database holds, seen from outside, so that an attempt can be shown to have kept nothing."""

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine, MetaData, event, select

from scrutiny_app.database import Database
from tests.journeys.walking import Data, Page, Person

# Rows that any request may touch: the browser's own session, the record of what was looked at and refused, and what a
# member has typed and not submitted, which is kept for them alone and is no deed.
PASSING = frozenset({"web_sessions", "guesses", "trail", "alembic_version", "grade_drafts", "finding_drafts"})
LOOKS = re.compile(r"\w+(Read|Refused|Listed|Verified)")


WRITES = re.compile(r'(?:INSERT INTO|UPDATE|DELETE FROM) "?(\w+)')


@dataclass
class Transactions:
    """Listens to every transaction of an app's: how many changed a row, and which did without an entry on the trail."""

    engine: Engine
    deeds: int = 0
    silent: list[set[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        written: defaultdict[int, set[str]] = defaultdict(set)

        @event.listens_for(self.engine, "after_cursor_execute")
        def executed(connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
            written[id(connection)] |= set(WRITES.findall(statement))

        @event.listens_for(self.engine, "rollback")
        def undone(connection: Connection) -> None:
            written.pop(id(connection), None)

        @event.listens_for(self.engine, "commit")
        def kept(connection: Connection) -> None:
            tables = written.pop(id(connection), set())
            if tables - PASSING:
                self.deeds += 1
                self.silent += [] if "trail" in tables else [tables]


@dataclass
class Watch:
    """Looks at what is kept, and at how many transactions of the two portals kept anything."""

    database: Database
    transactions: tuple[Transactions, ...]

    def __post_init__(self) -> None:
        self.tables = MetaData()
        self.tables.reflect(self.database.engine)
        assert self.tables.tables.keys() >= PASSING

    @property
    def deeds(self) -> int:
        """Count the transactions that changed a row."""
        return sum(one.deeds for one in self.transactions)

    def rows(self, *names: str) -> dict[str, list[tuple[str, ...]]]:
        """Give every row of the tables named."""
        with self.database.reading() as session:
            return {
                name: sorted(tuple(map(repr, row)) for row in session.execute(select(self.tables.tables[name])))
                for name in names
            }

    def events(self) -> list[str]:
        """List the trail's events in order."""
        entries = self.tables.tables["trail"].c
        with self.database.reading() as session:
            return list(session.scalars(select(entries.event).order_by(entries.position)))

    @contextmanager
    def nothing_kept(self) -> Iterator[None]:
        """Assert that what happens meanwhile changes no row, and is on the trail as a look or a refusal at most."""
        before, events = self.deeds, self.events()
        yield
        since = self.events()[len(events) :]
        assert self.deeds == before, since
        assert [one for one in since if not LOOKS.fullmatch(one)] == []

    def denied(self, *people: Person, to: str, data: Data | None = None) -> None:
        """Assert that for these people a deed or a page does not exist, whatever they send to it."""
        for person in people:
            assert self._try(person, to, data or {}).answer.status_code == 404, (person.name, to)

    def hidden(self, *people: Person, at: str, status: int = 404) -> None:
        """Assert that for these people a page does not exist (or, by another status, not yet)."""
        for person in people:
            with self.nothing_kept():
                page = person.ask(at)
            assert page.answer.status_code == status, (person.name, at, page.text)

    def refused(self, person: Person, says: str, *, to: str, data: Data | None = None) -> Page:
        """Assert that a deed is refused in words, and keeps nothing."""
        page = self._try(person, to, data or {})
        assert says in page.text, (person.name, to, page.answer.status_code, page.text)
        return page

    def _try(self, person: Person, to: str, data: Data) -> Page:
        with self.nothing_kept():
            return person.ask(to, {"csrf_token": person.token(), **data})
