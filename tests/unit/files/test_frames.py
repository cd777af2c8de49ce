import io

import pytest

from scrutiny_app.domain.errors import Refused
from scrutiny_app.files import frames
from scrutiny_app.files.reading import held_incoming, look
from tests.unit.files.reading_files import chunks
from tests.unit.files.workbooks import cell, workbook

FRAMES = [b"a", b"\n\0\n", b"x" * 100_000]
ROW = f'<row r="2">{cell("A2", "x")}</row>'


def written(*some):
    out = io.BytesIO()
    for frame in some:
        frames.send(out, frame)
    return out.getvalue()


def test_frames_come_as_they_were_sent_up_to_the_empty_one():
    stream = io.BytesIO(written(*FRAMES, b"", b"later"))
    assert list(frames.received(stream)) == FRAMES
    assert next(frames.received(stream)) == b"later"


@pytest.mark.parametrize("cut", [1, 4, 5, 9, -1])
def test_what_is_cut_short_is_no_answer(cut):
    whole = written(*FRAMES, b"")
    with pytest.raises(frames.Broken):
        list(frames.received(io.BytesIO(whole[:cut])))


def test_a_frame_longer_than_any_may_be_is_not_waited_for():
    with pytest.raises(frames.Broken):
        list(frames.received(io.BytesIO((frames.MOST + 1).to_bytes(4) + b"x" * 100)))


def test_one_program_looks_at_the_first_rows_and_reads_the_file():
    data = workbook(ROW)
    with held_incoming("cases.xlsx", [data], len(data)) as file:
        look(file, rows=0)
        (program,) = file.open_in
        again = look(file, rows=0)
        assert file.open_in == [program]
        assert again.cases.rows == 1
    assert file.open_in == []


def test_a_look_at_all_of_a_file_leaves_no_program_behind():
    data = workbook(ROW)
    with held_incoming("cases.xlsx", [data], len(data)) as file:
        look(file)
        assert file.open_in == []


def test_a_program_that_has_died_in_between_is_told_as_one_that_stopped():
    data = workbook(ROW)
    assert len(chunks(data)) == 1
    with held_incoming("cases.xlsx", [data], len(data)) as file:
        look(file, rows=0)
        file.open_in[0].kill()
        with pytest.raises(Refused, match="could not be read"):
            look(file, rows=0)
