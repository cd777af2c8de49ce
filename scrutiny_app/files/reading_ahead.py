"""Making the next pieces of a part while one is being worked on: the two keep two processors busy."""

from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def ahead(items: Generator[T, None, None], most: int = 1) -> Iterator[T]:
    """Yield items, each made by another thread, up to so many before they are wanted."""
    pool = ThreadPoolExecutor(1)
    coming: deque[Future[T | None]] = deque()
    try:
        coming.extend(pool.submit(next, items, None) for _ in range(most))
        while (item := coming.popleft().result()) is not None:
            coming.append(pool.submit(next, items, None))
            yield item
    finally:
        pool.shutdown(cancel_futures=True)  # and wait for what is being made
        items.close()
        coming.clear()  # they hold what was raised, which holds this, and so all that was being worked on
