"""What a portal's process is told of the machine's cores."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from scrutiny_app.web.settling import keep_to_one_core

CORES = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []


@pytest.mark.skipif(len(CORES) < 2, reason="the machine has one core, or does not say which a process may use")
def test_portals_of_neighbouring_ports_compute_on_cores_of_their_own():
    def kept(port: int) -> set[int]:
        keep_to_one_core(port)
        return os.sched_getaffinity(0)

    with ThreadPoolExecutor(1) as force, ThreadPoolExecutor(1) as panel:  # it tells the thread that calls it alone
        cores = force.submit(kept, 8000).result(), panel.submit(kept, 8001).result()

    assert [len(one) for one in cores] == [1, 1]
    assert cores[0] != cores[1]
    assert sorted(os.sched_getaffinity(0)) == CORES
