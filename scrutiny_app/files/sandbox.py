"""Running a program of ours on a stranger's file, where the file can exhaust nothing but that program.

The program is a module run by a Python of its own with an empty environment: it knows no setting, key or database. It
is given the file as an open descriptor and its order on standard input, and answers in frames, which can make this
process do nothing. A frame cut short, or an end without the last one, means that a limit killed it.
"""

import fcntl
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from queue import Empty, Queue
from threading import Thread, Timer
from typing import IO

from scrutiny_app.files import frames

MOST_FRAME = 16 * 2**20
AHEAD = 32  # frames; those of many rows are about a megabyte
PIPE = (
    2**20
)  # bytes that wait between the two: with the usual sixteenth of that each waits for the other far more often


class Stopped(Exception):
    """The program died, or talked nonsense, before it had finished."""


def answers(module: str, descriptor: int, order: bytes, *, seconds: int) -> Iterator[bytes]:
    """Run a module on an open file and yield its frames up to the empty one; raise Stopped without it."""
    command = [sys.executable, "-I", "-X", "utf8", "-m", module, str(descriptor)]
    pipe = subprocess.PIPE
    child = subprocess.Popen(
        command,
        stdin=pipe,
        stdout=pipe,
        stderr=subprocess.DEVNULL,
        env={},
        pass_fds=(descriptor,),
        start_new_session=True,
    )
    assert child.stdin is not None  # noqa: S101  asked for above
    assert child.stdout is not None  # noqa: S101  asked for above
    with suppress(OSError):  # it is only sooner
        fcntl.fcntl(child.stdout, fcntl.F_SETPIPE_SZ, PIPE)
    coming: Queue[bytes | None] = Queue(AHEAD)
    timer, fetching = Timer(seconds, _kill, [child]), Thread(target=_fetch, args=(child.stdout, coming), daemon=True)
    timer.start()
    fetching.start()
    try:
        with suppress(BrokenPipeError):  # if it died, that it never says "end" is noticed below
            child.stdin.write(order)
            child.stdin.close()
        while frame := coming.get():
            yield frame
    finally:
        timer.cancel()
        _kill(child)
        _drain(fetching, coming)
        _close(child)
    if frame is None:
        raise Stopped


def _fetch(stream: IO[bytes], coming: "Queue[bytes | None]") -> None:
    """Read frames ahead, so that the program need not stand still while one is worked on; None: cut short."""
    try:
        for frame in frames.received(stream, most=MOST_FRAME):
            coming.put(frame)
        coming.put(b"")
    except frames.Broken:
        coming.put(None)


def _drain(fetching: Thread, coming: "Queue[bytes | None]") -> None:
    """Let the reading of a dead program's frames come to its end."""
    while fetching.is_alive():
        with suppress(Empty):
            coming.get(timeout=0.01)


def _kill(child: "subprocess.Popen[bytes]") -> None:
    """End the program and all that it started: they are a session of their own."""
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)


def _close(child: "subprocess.Popen[bytes]") -> None:
    for stream in (child.stdin, child.stdout):
        if stream is not None:
            with suppress(BrokenPipeError):
                stream.close()
    child.wait()


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
