import io
import zipfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutiny_app.domain.errors import Refused
from tests.unit.files.reading_files import looked
from tests.unit.files.test_reading_types import styled
from tests.unit.files.workbooks import heading_row, packed

ODD = [b"<", b">", b"&", b"]]>", b"\0", b"<row>", b"</row>", b'"', b"\xff", b"<c/>", b""]
GOOD = styled(
    heading_row() + '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>46000</v></c></row>',
    strings="<si><t>one</t></si>",
)
UNPACKED = {name: zipfile.ZipFile(io.BytesIO(GOOD)).read(name) for name in zipfile.ZipFile(io.BytesIO(GOOD)).namelist()}


def read_or_refused(data, name="cases.xlsx"):
    try:
        return isinstance(looked(data, name).cases.rows, int)
    except Refused as refused:
        return bool(refused.message)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400), st.booleans())
def test_random_bytes_are_read_or_refused(data, as_zip):
    assert read_or_refused((b"PK\x03\x04" if as_zip else b"") + data)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255), st.integers(0, 3))
def test_a_workbook_with_some_bytes_changed_is_read_or_refused(at, byte, more):
    assert read_or_refused(GOOD[:at] + bytes([byte]) * more + GOOD[at + 1 :])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(UNPACKED)), st.data())
def test_a_workbook_with_part_of_a_part_changed_is_read_or_refused(part, data):
    content = UNPACKED[part]
    at = data.draw(st.integers(0, len(content)))
    inserted = data.draw(
        st.sampled_from([b"<", b">", b"&", b"]]>", b"\0", b"<row>", b"</row>", b'"', b"\xff", b"<c/>", b""])
    )
    cut = data.draw(st.integers(0, 20))
    assert read_or_refused(packed({**UNPACKED, part: content[:at] + inserted + content[at + cut :]}))
