"""How long a portal's process takes to its first answer, and how much memory it then holds."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

from scrutiny_app.cli.setting_up import make_instance
from scrutiny_app.settings import read

TIMES = 5


def measure(folder: Path) -> Iterator[str]:
    """Start each portal a few times; give the median time and the resident memory."""
    instance = folder / "starting"
    make_instance(read({"SCRUTINY_INSTANCE": str(instance)}))
    for portal in ("force", "panel"):
        took, held = zip(*(start(instance, portal) for _ in range(TIMES)), strict=True)
        median = sorted(took)[TIMES // 2]
        yield f"start of the {portal} portal: {median:.2f} s to the first answer, {max(held) // 1024} MB resident"


def start(instance: Path, portal: str) -> tuple[float, int]:
    """Start a portal's server, wait for its first answer, and stop it: seconds, and kilobytes held."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    variables = os.environ | {"SCRUTINY_INSTANCE": str(instance), "SCRUTINY_PORTAL": portal, "SCRUTINY_PORT": str(port)}
    began = time.perf_counter()
    command = [sys.executable, "-m", "scrutiny_app.web"]
    with subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL) as process:
        while not answers(port):
            time.sleep(0.01)
        took = time.perf_counter() - began
        held = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process.pid}/status").read_text())
        process.terminate()
    return took, int(held[1]) if held else 0


def answers(port: int) -> bool:
    """Say whether the server answers yet."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        try:
            connection.request("GET", "/sign-in")
            return connection.getresponse().status == 200
        except ConnectionRefusedError:
            return False
