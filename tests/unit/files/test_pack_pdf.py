"""The pack as a PDF: tagged, marked on every page, the same bytes anywhere, and words that stay words."""

import re

import pypdfium2  # type: ignore[import-untyped]  # it publishes no types
import pytest

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.packs import Marks
from scrutiny_app.files import pack_pdf, typesetting
from scrutiny_app.files.pack_pdf import drawable, write_pdf
from tests.unit.files import packed
from tests.unit.files.packed import HOSTILE, MARKS, decoded, pack, pages, tags


@pytest.fixture(scope="module")
def written() -> bytes:
    return write_pdf(pack(), MARKS, grading=True)


def test_it_says_that_it_is_accessible_and_in_which_language(written):
    whole = decoded(written)
    assert re.search(r"<pdfuaid:part>1</pdfuaid:part>", whole)
    assert re.search(r"/Lang\s?\(en-GB\)", whole)
    assert re.search(r"/MarkInfo\s?<<[^>]*/Marked true", whole)
    assert "/DisplayDocTitle true" in whole


def test_it_has_a_title_and_its_metadata_names_nobody_and_no_moment(written):
    told = pypdfium2.PdfDocument(written).get_metadata_dict(skip_empty=True)
    assert told.pop("Creator").strip() == "Scrutiny"
    assert b"Typst" not in written
    assert re.search(rb"<xmp:CreatorTool>Scrutiny *<", written)
    assert told == {"Title": "Cases for scrutiny: Round of April to June 2026"}


def test_headings_tables_and_their_headers_are_tagged(written):
    found = tags(written)
    assert {"H1", "H2", "P", "Table", "TH", "TD"} <= set(found)
    assert found.count("Table") >= 3 + 2 * 3  # contents and glossary; facts, timeline and record of each case


def test_the_outline_leads_to_every_case(written):
    titles = [item.get_title() for item in pypdfium2.PdfDocument(written).get_toc()]
    assert [title for title in titles if title.startswith("Case ")] == ["Case 1: NP-00001", "Case 2: NP-00002"]


def test_every_page_bears_the_reader_the_serial_the_expiry_and_its_number(written):
    whole = pages(written)
    assert all("Reader R-0042 · copy K7QM-2X9D · return or destroy by 31 December 2026" in page for page in whole)
    assert [f"Page {number} of {len(whole)}" in page for number, page in enumerate(whole, 1)] == [True] * len(whole)


def test_the_first_page_lists_the_cases_and_the_second_explains_tags_and_blanks(written):
    first, second = pages(written)[:2]
    assert "1 NP-00001 Community resolution" in first
    assert all(words in second for words in ("[Victim 1]", "Not recorded", "Redacted", "Withheld"))


def test_the_three_blanks_are_told_apart(written):
    case = pages(written)[2]
    assert all(words in case for words in ("Rank Withheld", "views Not recorded", "Redacted"))
    assert "(received after the sample was drawn)" in case


def test_there_is_room_for_a_grade_for_those_alone_who_grade(written):
    assert "Your grade of case NP-00001" in " ".join(pages(written))
    assert "Your grade" not in " ".join(pages(write_pdf(pack(), MARKS, grading=False)))


def test_words_that_look_like_markup_stay_words():
    shown = " ".join(pages(write_pdf(pack(1, words=HOSTILE), MARKS, grading=True)))
    assert "".join(HOSTILE.split()) in "".join(shown.split())


def test_lines_and_paragraphs_stay_apart():
    shown = pages(write_pdf(pack(1, words="One line.\nTwo.\r\n\r\nA paragraph."), MARKS, grading=False))
    assert "One line. Two. A paragraph." in " ".join(shown)


def test_the_same_cases_and_marks_give_the_same_bytes_in_another_process(written):
    assert packed.in_another_process("scrutiny_app.files.pack_pdf.write_pdf") == written


def test_another_serial_gives_other_bytes(written):
    other = Marks("AAAA-BBBB", MARKS.reader, MARKS.expires_on)
    assert write_pdf(pack(), other, grading=True) != written


def test_all_that_is_taken_for_drawable_can_be_drawn():
    signs = [chr(code) for code in range(0x20, 0x3000) if not pack_pdf._UNDRAWN.match(chr(code))]
    assert len(signs) > 1000
    assert write_pdf(pack(1, words=" ".join(signs)), MARKS, grading=False).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Zoë paid £40 – “thanks”", "Zoë paid £40 – “thanks”"),
        ("a\u0301", "á"),
        ("so \U0001f621!", "so ‹pouting face›!"),
        ("he wrote عربي twice", "he wrote ‹4 letters of another script› twice"),
        ("a\u200bb\u202ec\x00d", "abcd"),
        ("a\tb", "a b"),
    ],
)
def test_what_cannot_be_drawn_is_described(given, shown):
    assert drawable(given) == shown


def test_signs_of_every_kind_are_written_without_a_fault():
    words = "".join(chr(code) for code in (*range(0, 0xD800, 7), *range(0xE000, 0x1FFFF, 91)))
    assert write_pdf(pack(1, words=words), MARKS, grading=True).startswith(b"%PDF")


def test_a_long_paragraph_full_of_tags_is_set():
    words = "[Suspect] and [Victim 1] met in [Street 1]. " * 2000
    assert write_pdf(pack(1, words=words), MARKS, grading=True).startswith(b"%PDF")


def test_what_cannot_be_set_is_refused_in_words(monkeypatch):
    monkeypatch.setattr(typesetting, "_CHILD", "scrutiny_app.files.no_such_child")
    with pytest.raises(Refused, match="Make a Word document instead"):
        write_pdf(pack(), MARKS, grading=True)


def test_twenty_cases_of_many_words_stay_small_enough_to_send():
    words = "[Suspect] pushed [Victim 1] outside [Street 1]. " * 100
    assert len(write_pdf(pack(20, words=words), MARKS, grading=True)) < 2**20
