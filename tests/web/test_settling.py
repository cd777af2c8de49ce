"""What a portal's process is told of the machine's cores."""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from scrutiny_app.files.sandbox import Program
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


@pytest.mark.skipif(len(CORES) < 2, reason="the machine has one core, or does not say which a process may use")
def test_a_program_that_reads_a_file_for_a_portal_leaves_it_its_core(tmp_path):
    def cores_of_program() -> set[int]:
        keep_to_one_core(8000)
        with (
            (tmp_path / "file").open("wb") as file,
            closing(Program("scrutiny_app.files.reading_child", file.fileno())) as program,
        ):
            return os.sched_getaffinity(program._child.pid)

    with ThreadPoolExecutor(1) as portal:
        assert portal.submit(cores_of_program).result() == set(CORES)
