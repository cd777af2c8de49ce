"""Zips of attached files: each file is read or refused by itself, and a hostile zip is refused whole."""

import io
import shutil
import struct
import zipfile
import zlib
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutiny_app.domain.errors import Refused
from scrutiny_app.files import attachments
from scrutiny_app.files.attachments import read_attachments
from scrutiny_app.files.attachments_found import ReadFile, Refusal
from scrutiny_app.files.attachments_kinds import read_file
from tests.attached import (
    WORDS,
    grey_image,
    held,
    mail,
    paragraph,
    pdf,
    said,
    saved,
    scanned,
    stream,
    word,
    word_of,
    workbook,
    zipped,
)


def read(data: bytes, *, skip: int = 0, ocr: bool = False) -> list[ReadFile]:
    with held(data) as file:
        chunks = list(read_attachments(file, len(data), skip=skip, ocr=ocr))
    return [one for chunk in chunks for one in chunk.files]


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read(data)
    return refused.value.message


def member(name: str, data: bytes = b"x", **marks: int) -> bytes:
    info = zipfile.ZipInfo(name)
    for mark, value in marks.items():
        setattr(info, mark, value)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(info, data)
        package.writestr("good.txt", WORDS)
    return made.getvalue()


def test_every_kind_of_file_is_read_in_the_zips_order():
    files = {
        "a.pdf": pdf(said(WORDS)),
        "folder/a.docx": word(WORDS),
        "a.xlsx": saved(workbook((WORDS,))),
        "a.eml": bytes(mail()),
        "a.txt": WORDS,
    }
    found = read(zipped(files))
    assert [one.name for one in found] == list(files)
    assert [one.place for one in found] == [1, 2, 3, 4, 5]
    assert all(WORDS in one.found.text and len(one.sha256) == 64 for one in found)


def test_chunks_already_kept_are_not_read_again(monkeypatch):
    monkeypatch.setattr(attachments, "CHUNK", 2)
    data = zipped({f"{number}.txt": WORDS for number in range(5)})
    with held(data) as file:
        chunks = list(read_attachments(file, len(data), skip=1))
    assert [chunk.number for chunk in chunks] == [1, 2]
    assert [one.place for chunk in chunks for one in chunk.files] == [3, 4, 5]
    assert chunks[-1].share == 1


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_ocr_runs_within_the_childs_limits():
    (found,) = read(zipped({"a.pdf": scanned(WORDS)}), ocr=True)
    assert "sorry" in found.found.text


@pytest.mark.parametrize(
    "data",
    [
        member("../a.txt"),
        member("/etc/a.txt"),
        member("..\\a.txt"),
        member("C:\\a.txt"),
        member("a.txt", external_attr=0o120777 << 16),
        zipped({"a.zip": zipped({"b.txt": "x"}), "good.txt": WORDS}),
        zipped({"a.docx": zipped({"b.txt": "x"}), "good.txt": WORDS}),
        zipped({"a.txt": b"\0" * (30 * 2**20), "good.txt": WORDS}),
        zipped({"a.exe": b"MZ", "good.txt": WORDS}),
    ],
)
def test_a_hostile_file_is_refused_by_itself_and_the_others_go_on(data):
    bad, good = read(data)
    assert bad.refused
    assert bad.found is None
    assert good.found.text == WORDS


def test_two_files_of_one_name_are_both_refused():
    data = zipped({"a.txt": "x", "b.txt": "y"}).replace(b"b.txt", b"A.txt")
    assert all("bear this name" in one.refused for one in read(data))


def test_an_encrypted_file_is_refused_by_itself():
    data = bytearray(zipped({"a.txt": "x", "good.txt": WORDS}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    bad, good = read(bytes(data))
    assert "password" in bad.refused
    assert good.found.text == WORDS


@pytest.mark.parametrize("size", [5, 10_000])
def test_a_file_whose_size_is_a_lie_is_refused_by_itself(size):
    data = bytearray(zipped({"a.txt": "words " * 100, "good.txt": WORDS}))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", size)
    bad, good = read(bytes(data))
    assert "damaged" in bad.refused
    assert good.found.text == WORDS


def test_names_are_made_plain():
    (found,) = read(zipped({"a\r\nSet-Cookie: x\u202etxt.exe/b\x07 .txt": WORDS}))
    assert found.name == "a Set-Cookie: xtxt.exe/b .txt"


def test_what_a_mac_or_windows_adds_is_passed_over():
    found = read(zipped({"__MACOSX/._a.txt": "x", "a/.DS_Store": "x", "a/Thumbs.db": "x", "a/a.txt": WORDS}))
    assert [one.name for one in found] == ["a/a.txt"]


def test_bombs_and_files_that_are_no_zip_are_refused_whole():
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(4):
            package.writestr(f"{number}.txt", b"\0" * (24 * 2**20))
    assert "unpack" in refusal(bomb.getvalue())
    for data in (b"", b"PK\x03\x04", b"words", pdf(said(WORDS)), zipped({})):
        assert refusal(data)


def test_too_many_files_are_refused_whole():
    assert "more than 2,000" in refusal(zipped({f"{number}.txt": "" for number in range(2001)}))


def test_a_directory_that_claims_to_be_huge_is_refused_whole():
    data = bytearray(zipped({"a.txt": "x"}))
    data[-10:-6] = struct.pack("<I", 2**31)
    assert refusal(bytes(data))


def test_a_file_that_exhausts_its_process_is_refused_and_the_others_go_on():
    """A page whose contents draw themselves over and over, XML that unfolds to a great tree, and a wide picture."""
    deep = "<w:p>" * 200_000 + "</w:p>" * 200_000
    many = word_of("<w:p/>" * 2_000_000)
    forms = [
        stream(
            b"/F Do /F Do", f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F {at} 0 R >> >>"
        )
        for at in range(11, 60)
    ]
    forms.append(stream(b"0 0 9 9 re f" * 1000, "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"))
    loops = pdf("/F Do", resources="/XObject << /F 10 0 R >>", extra=tuple(forms))
    files = {"a.docx": word_of(deep), "b.docx": many, "c.pdf": loops, "good.txt": WORDS}
    *bad, good = read(zipped(files, method=zipfile.ZIP_STORED))
    assert [bool(one.refused or one.found.state == "image, not read") for one in bad] == [True] * 3
    assert good.found.text == WORDS


def test_a_picture_that_unfolds_to_far_more_is_no_harm():
    bomb = zlib.compress(b"\0" * (100 * 2**20), 9)
    image = stream(
        bomb,
        "/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /ColorSpace /DeviceGray "
        "/BitsPerComponent 8 /Filter /FlateDecode",
    )
    made = pdf("q 595 0 0 842 0 0 cm /Im1 Do Q", resources="/XObject << /Im1 10 0 R >>", extra=(image,))
    bad, good = read(zipped({"a.pdf": made, "good.txt": WORDS}), ocr=True)
    assert bad.refused or bad.found.state == "image, not read"
    assert good.found.text == WORDS


SEEDS = {
    ".pdf": pdf(said(WORDS), resources="/XObject << /Im1 10 0 R >>", extra=(grey_image(2, 2, b"1234"),)),
    ".docx": word_of(paragraph(WORDS)),
    ".xlsx": saved(workbook((WORDS, 1), (2, 3))),
    ".eml": bytes(mail(html=f"<p>{WORDS}</p>")),
    ".txt": WORDS.encode(),
}
FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def outcome(name: str, data: bytes) -> bool:
    """Say whether reading ends in one of the three ways there are: a text, a mark, a refusal."""
    try:
        found = read_file(name, data, ocr=False)
    except Refusal as refusal:
        return str(refusal).endswith(".")
    return bool(found.text) if found.state == "read" else found.state == "image, not read"


@pytest.mark.parametrize("ending", SEEDS)
@FUZZ
@given(data=st.data())
def test_a_spoilt_file_gives_a_text_or_a_mark_or_a_refusal(ending, data):
    made = bytearray(SEEDS[ending])
    for _ in range(data.draw(st.integers(1, 8))):
        made[data.draw(st.integers(0, len(made) - 1))] = data.draw(st.integers(0, 255))
    assert outcome(f"a{ending}", bytes(made[: data.draw(st.integers(1, len(made)))]))


@pytest.mark.parametrize("ending", [".txt", ".eml"])
@FUZZ
@given(text=st.text(st.characters(codec="utf-8")))
def test_any_text_at_all_gives_a_text_or_a_refusal(ending, text):
    assert outcome(f"a{ending}", (f"Subject: {text}" if ending == ".eml" else text).encode())


@FUZZ
@given(body=st.text('<>/w:ptrdelins "=', max_size=60))
def test_any_markup_at_all_gives_a_text_or_a_refusal(body):
    assert outcome("a.docx", word_of(body))


@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_a_spoilt_zip_is_refused_or_read(data):
    made = bytearray(zipped({"a.txt": WORDS, "b.txt": "more"}))
    for _ in range(3):
        made[data.draw(st.integers(0, len(made) - 1))] = data.draw(st.integers(0, 255))
    found: list[ReadFile] = []
    with suppress(Refused):
        found = read(bytes(made))
    assert all(bool(one.found) != bool(one.refused) for one in found)
