"""How a program of ours that reads a file is asked and answers: in frames, each its length and then its bytes.

An empty one says that all is said. Nothing is looked through for the end of a frame, however much stands in it.
"""

from collections.abc import Iterator
from typing import IO

MOST = 16 * 2**20  # bytes
_HEAD = 4  # bytes of a length


class Broken(Exception):
    """What comes is no frame, or ends before the last one."""


def send(out: IO[bytes], frame: bytes) -> None:
    """Write a frame, at once."""
    out.write(len(frame).to_bytes(_HEAD))
    out.write(frame)
    out.flush()


def received(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the frames up to the empty one; raise Broken where there is none, or one is longer than it may be."""
    while len(head := stream.read(_HEAD)) == _HEAD:
        length = int.from_bytes(head)
        if not length:
            return
        if length > MOST or len(frame := stream.read(length)) != length:
            break
        yield frame
    raise Broken
