"""What a process is told once the app has started: what memory to leave alone, and how its threads take turns."""

import gc
import sys

FRESH = 10_000  # objects made since the last look; a page with its rows makes some thousands, and drops them all
TURN = 0.0002  # seconds that a thread computes while another waits to; Python's own is 0.005


def take_short_turns() -> None:
    """Let no thread compute for long while another waits, which may be the one that all writers wait for.

    Each statement of a transaction gives up the turn to compute. If its thread waited 5 ms to get it back each time,
    eight people who read at once would wait for the writers' lock, and not for the processor.
    """
    sys.setswitchinterval(TURN)


def settle_memory() -> None:
    """Set apart all that was loaded at the start, and look for waste less often; call it once, before serving."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(FRESH, 20, 20)
