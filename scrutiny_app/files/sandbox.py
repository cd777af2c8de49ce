"""Running a program of ours on a stranger's file, where the file can exhaust nothing but that program.

The program is a module run by a Python of its own, without our environment: it knows no setting, key or database. It
is given the file as an open descriptor and its orders on standard input, and answers in frames, which can make this
process do nothing. A frame cut short, or an end without the last one, means that a limit killed it.
"""

import fcntl
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from queue import Empty, Queue
from threading import Thread, Timer
from typing import IO

from scrutiny_app.files import frames

AHEAD = 32  # frames; those of many rows are about a megabyte
PIPE = 2**20  # bytes between the two; with the usual sixteenth of that, each waits for the other far more often

# Nothing but how the C library keeps memory: it gives blocks of megabytes back to the system and asks for them anew.
ENVIRONMENT = {"MALLOC_TRIM_THRESHOLD_": str(2**27), "MALLOC_MMAP_THRESHOLD_": str(2**26)}


class Stopped(Exception):
    """The program died, or talked nonsense, before it had finished."""


class Program:
    """A module that runs on an open file; it answers one order after another until it is closed, or dies."""

    def __init__(self, module: str, descriptor: int) -> None:
        pipe = subprocess.PIPE
        self._child = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", "-m", module, str(descriptor)],
            stdin=pipe,
            stdout=pipe,
            stderr=subprocess.DEVNULL,
            env=ENVIRONMENT,
            pass_fds=(descriptor,),
            start_new_session=True,
        )
        with suppress(OSError):  # it is only sooner
            fcntl.fcntl(self._stream(self._child.stdout), fcntl.F_SETPIPE_SZ, PIPE)
            if hasattr(os, "sched_setaffinity"):  # whoever starts it may keep to one core, for others
                os.sched_setaffinity(self._child.pid, range(os.cpu_count() or 1))

    def answers(self, order: bytes, *, seconds: int) -> Generator[bytes, None, None]:
        """Yield the frames of its answer up to the empty one; raise Stopped without it. Left before, it is killed."""
        frame: bytes | None = None
        coming: Queue[bytes | None] = Queue(AHEAD)
        timer = Timer(seconds, self.kill)
        fetching = Thread(target=_fetch, args=(self._stream(self._child.stdout), coming), daemon=True)
        timer.start()
        fetching.start()
        try:
            with suppress(BrokenPipeError):  # if it died, that its answer has no end is noticed below
                frames.send(self._stream(self._child.stdin), order)
            while frame := coming.get():
                yield frame
        finally:
            timer.cancel()
            if frame != b"":
                self.kill()
            _drain(fetching, coming)
        if frame is None:
            raise Stopped

    def kill(self) -> None:
        """End the program and all that it started: they are a session of their own."""
        with suppress(ProcessLookupError):
            os.killpg(self._child.pid, signal.SIGKILL)

    def close(self) -> None:
        """End it, whatever it does."""
        self.kill()
        for stream in (self._child.stdin, self._child.stdout):
            with suppress(BrokenPipeError):
                self._stream(stream).close()
        self._child.wait()

    @staticmethod
    def _stream(stream: IO[bytes] | None) -> IO[bytes]:
        assert stream is not None  # noqa: S101  asked for above
        return stream


def answers(module: str, descriptor: int, order: bytes, *, seconds: int) -> Iterator[bytes]:
    """Run a module on an open file for one order, and yield the frames of its answer; raise Stopped without an end."""
    program = Program(module, descriptor)
    with closing(program):
        yield from program.answers(order, seconds=seconds)


def _fetch(stream: IO[bytes], coming: "Queue[bytes | None]") -> None:
    """Read frames ahead, so that the program need not stand still while one is worked on; None: cut short."""
    try:
        for frame in frames.received(stream):
            coming.put(frame)
        coming.put(b"")
    except frames.Broken:
        coming.put(None)


def _drain(fetching: Thread, coming: "Queue[bytes | None]") -> None:
    """Let the reading of a dead program's frames come to its end."""
    while fetching.is_alive():
        with suppress(Empty):
            coming.get(timeout=0.01)


def limit(*, memory: int, seconds: int, at_last: int | None = None) -> None:
    """Let this process have so many bytes of address space and seconds of processor, and write no file.

    `at_last` is how far the seconds may be raised later.
    """
    for kind, soft, hard in (
        (resource.RLIMIT_AS, memory, memory),
        (resource.RLIMIT_CPU, seconds, at_last or seconds),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        most = resource.getrlimit(kind)[1]
        if most != resource.RLIM_INFINITY:
            soft, hard = min(soft, most), min(hard, most)
        resource.setrlimit(kind, (soft, hard))
