"""Unpacking the next block of a part while the last is being read: the two keep two processors busy."""

from concurrent.futures import Future, ThreadPoolExecutor
from typing import IO


class ReadAhead:
    """A stream, one block ahead of whoever reads it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._pool = ThreadPoolExecutor(1)
        self._next: Future[bytes] | None = None

    def __enter__(self) -> "ReadAhead":
        return self

    def __exit__(self, *_: object) -> None:
        """Wait for the block that is being unpacked: its stream is closed next."""
        self._pool.shutdown(cancel_futures=True)

    def read(self, size: int, /) -> bytes:
        """Give the next block, and begin to unpack the one after it."""
        block = self._next.result() if self._next else self._stream.read(size)
        self._next = self._pool.submit(self._stream.read, size) if block else None
        return block
