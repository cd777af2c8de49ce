"""Where tests keep their databases: in memory where the machine lends enough of it, since a busy disk is waited for.

What a power cut leaves is never asked of these databases, and each is removed when its test or its run is over.
"""

import shutil
from pathlib import Path

SHARED = Path("/dev/shm")
ENOUGH = 4 * 1024**3


def place() -> Path | None:
    """Return the folder that lies in memory, or None (the system's own choice) where it is missing or small."""
    roomy = SHARED.is_dir() and shutil.disk_usage(SHARED).free >= ENOUGH
    return SHARED if roomy else None
