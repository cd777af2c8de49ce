"""What a process is told once the app has started: what memory to leave alone, and how its threads take turns."""

import gc
import os
import sys

FRESH = 10_000  # objects made since the last look; a page with its rows makes some thousands, and drops them all
TURN = 0.0002  # seconds that a thread computes while another waits to; Python's own is 0.005


def take_short_turns() -> None:
    """Let no thread compute for long while another waits, which may be the one that all writers wait for.

    Each statement of a transaction gives up the turn to compute. If its thread waited 5 ms to get it back each time,
    eight people who read at once would wait for the writers' lock, and not for the processor.
    """
    sys.setswitchinterval(TURN)


def keep_to_one_core(place: int) -> None:
    """Have the threads that begin from now on compute on one core, by a place among those that the process may use.

    They compute one at a time anyway. Where each turn may begin on another core, which has nothing of the process in
    its cache, eight people who read at once cost up to a third more.
    """
    if hasattr(os, "sched_setaffinity"):  # Linux alone has it
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[place % len(cores)]})


def settle_memory() -> None:
    """Set apart all that was loaded at the start, and look for waste less often; call it once, before serving."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(FRESH, 20, 20)
