"""Making the next piece of a part while the last is being worked on: the two keep two processors busy."""

from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def ahead(items: Generator[T, None, None]) -> Iterator[T]:
    """Yield items, each made by another thread while whoever wants them works on the one before."""
    pool = ThreadPoolExecutor(1)
    try:
        coming = pool.submit(next, items, None)
        while (item := coming.result()) is not None:
            coming = pool.submit(next, items, None)
            yield item
    finally:
        pool.shutdown(cancel_futures=True)  # and wait for what is being made
        items.close()
        del coming  # it holds what was raised, which holds this, and so all that was being worked on
