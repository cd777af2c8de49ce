"""Having typst set words or charts, by a process of its own that is bounded in memory and time."""

import json
import subprocess
import sys

_CHILD = "scrutiny_app.files.typst_child"


def typeset(template: str, words: object, *, seconds: int) -> bytes:
    """Give what one of our templates makes of the words, or nothing where it cannot be set in so many seconds."""
    command = [sys.executable, "-I", "-X", "utf8", "-m", _CHILD, template, str(seconds)]
    given = json.dumps(words).encode()
    # On the clock it may wait for its turn; the process itself keeps the stricter limit.
    done = subprocess.run(command, input=given, capture_output=True, env={}, timeout=5 * seconds, check=False)
    return done.stdout if not done.returncode else b""
