"""The demonstration's past: while it is filled, the one clock that services read can tell an earlier day.

Nothing else does so. The demonstration's trail is as invented as its cases, and its days follow one another as its
entries do.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, tzinfo

from scrutiny_app.services import trail


@contextmanager
def earlier(days: int, besides: timedelta = timedelta()) -> Iterator[None]:
    """Have everything that is done within be done so many days ago, and somewhat before."""
    clock = vars(trail)
    real: type[datetime] = clock["datetime"]

    class Then(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # a plain datetime is kept
            return real.now(tz) - timedelta(days=days) - besides

    clock["datetime"] = Then
    try:
        yield
    finally:
        clock["datetime"] = real
