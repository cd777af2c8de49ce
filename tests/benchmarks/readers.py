"""Members who read their cases at one time, each over one kept connection, in a process beside the server's.

Told the server's process and port, how often each is to open a page, whether of cases to grade or of revealed ones, and
on standard input who they are, it writes in JSON how long each answer took, from asking to its last byte, and how much
of the processor the server needed for all of them.
"""

import json
import os
import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path
from threading import Barrier
from urllib.parse import urlencode

from scrutiny_app.domain.grading import PROGRESS_TITLES, Progress

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
CASE = re.compile(r'href="(/panel/cases/[A-Z]+-\w+)"')
ITEM = "govuk-task-list__item"
REVEALED = PROGRESS_TITLES[Progress.REVEALED]
WARM = 5  # pages that each opens before the clock runs


class Reader:
    """One member at their browser."""

    def __init__(self, port: int, sign_in: dict[str, str], revealed: bool) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self._cookie = ""
        token = TOKEN.search(self.ask("/sign-in"))
        assert token, "no form to sign in by"
        self.ask("/sign-in", urlencode(sign_in | {"csrf_token": token[1]}))
        listed = [one for one in self.ask("/panel/cases").split(ITEM) if (REVEALED in one) == revealed]
        self.cases = list(dict.fromkeys(CASE.findall("".join(listed))))
        assert self.cases, "no case to read"

    def ask(self, path: str, form: str | None = None) -> str:
        """Give a page's text; AssertionError where there is none to read."""
        headers = {"Cookie": self._cookie}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request("GET" if form is None else "POST", path, form, headers)
        answer = self._connection.getresponse()
        text = answer.read().decode()
        self._cookie = (answer.getheader("Set-Cookie") or self._cookie).partition(";")[0]
        assert answer.status in (200, 302), f"{path}: {answer.status}"
        return text

    def read(self, times: int, begin: Barrier, first: int) -> list[float]:
        """Open case after case, each reader beginning at another; give the seconds that each took."""
        cases, took = islice(cycle(self.cases), first, None), []
        for path in islice(cases, WARM):
            self.ask(path)
        begin.wait()
        for path in islice(cases, times):
            began = time.perf_counter()
            self.ask(path)
            took.append(time.perf_counter() - began)
        return took


def main(process: int, port: int, times: int, revealed: bool) -> None:
    """Sign everybody in, then have all read at once."""
    readers = [Reader(port, sign_in, revealed) for sign_in in json.load(sys.stdin)]
    before: list[float] = []
    begin = Barrier(len(readers), lambda: before.append(spent(process)))
    with ThreadPoolExecutor(len(readers)) as at_once:
        each = list(at_once.map(lambda one: one[1].read(times, begin, 3 * one[0]), enumerate(readers)))
    took = [seconds for one in each for seconds in one]
    json.dump({"took": took, "spent": spent(process) - before[0]}, sys.stdout)


def spent(process: int) -> float:
    """Give the processor seconds that a process has taken so far."""
    fields = re.sub(r".*\) ", "", Path(f"/proc/{process}/stat").read_text()).split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4] == "revealed")
