"""Watching over processes that were started: the portals stop together, and a worker that dies is started anew."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from types import FrameType

LONGEST_WAIT = 30.0  # seconds before a worker that keeps dying is started anew
WELL = 60.0  # seconds after which a worker that dies has not been dying all along
AT_MOST = 25.0  # seconds for a process to stop

Process = subprocess.Popen[bytes]


class Kept:
    """A process that is started anew when it dies, each time after twice as long."""

    def __init__(self, start: Callable[[], Process]) -> None:
        self._start = start
        self._wait, self._due = 1.0, 0.0
        self._began = time.monotonic()
        self.process = start()

    def look_after(self) -> None:
        """Start the process anew where it has died and its time has come."""
        if self.process.poll() is None:
            return
        moment = time.monotonic()
        if not self._due:
            self._wait = 1.0 if moment - self._began > WELL else self._wait
            self._due = moment + self._wait
            self._wait = min(2 * self._wait, LONGEST_WAIT)
        elif moment >= self._due:
            self._due, self._began = 0.0, moment
            self.process = self._start()


def watch(portals: list[Process], worker: Kept | None) -> int:
    """Wait until a portal ends or we are told to stop, stop all, and give the exit code."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    try:
        while all(process.poll() is None for process in portals):
            if worker:
                worker.look_after()
            time.sleep(0.2)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        end([*portals, *([worker.process] if worker else [])])


def end(processes: list[Process]) -> None:
    """Stop processes, and kill what does not stop."""
    for process in processes:
        process.terminate()
    until = time.monotonic() + AT_MOST
    for process in processes:
        try:
            process.wait(timeout=max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
