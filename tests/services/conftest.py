"""What service tests share: one session on each database, and factories over it."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from scrutiny_app.database import Database
from tests.making import Make


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    """A migrated database, empty of rows."""
    database = Database(migrated_url)
    yield database
    database.engine.dispose()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """One writing transaction that lasts as long as the test."""
    with database.transaction() as session:
        yield session


@pytest.fixture
def make(session: Session) -> Make:
    """Factories over the test's session."""
    return Make(session)
