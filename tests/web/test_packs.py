"""Copies of a round's cases on their pages: made, taken, counted back in; grading sheets that come back."""

import io
import re

import pytest
from openpyxl import load_workbook

from scrutiny_app.domain.grading_sheets import ANSWER, COMMENT, FIRST_ROW
from scrutiny_app.domain.people import Role
from scrutiny_app.models.rounds import Round
from scrutiny_app.services.trail import now
from tests.web.panels import events, kept, seat

UNUSED = "AAAA-AAAA"


@pytest.fixture
def sitting(making):
    with making() as make:
        return seat(make)


@pytest.fixture
def pack(sitting) -> str:
    return f"/panel/rounds/{sitting.round_id}/pack"


@pytest.fixture
def member(sitting, sign_in):
    return sign_in(sitting.lay)


@pytest.fixture
def lead(enter):
    return enter(Role.LEAD)


def make_one(browser, page: str, copy_form: str = "pdf", **given) -> str:
    """Make a copy, and give the address of its file."""
    told = browser.post(page, {"copy_form": copy_form, **given}).text
    assert "is made. Get it from the list below." in told
    return re.search(r'href="([^"]*/[2-9A-Z]{4}-[2-9A-Z]{4})"', told)[1]


def filled(sheet: bytes, *answers: tuple[str, str], **cells: str) -> bytes:
    book = load_workbook(io.BytesIO(sheet))
    for number, (answer, comment) in enumerate(answers, FIRST_ROW):
        book.active.cell(number, ANSWER).value, book.active.cell(number, COMMENT).value = answer, comment or None
    for name, value in cells.items():
        book.active[name] = value
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def send(browser, pack: str, sheet: bytes):
    return browser.post(f"{pack}/grades", {"file": (io.BytesIO(sheet), "grades.xlsx")}, page=pack)


@pytest.mark.parametrize(
    ("copy_form", "starts", "media"),
    [("pdf", b"%PDF-1.7", "application/pdf"), ("docx", b"PK", "wordprocessingml"), ("sheet", b"PK", "spreadsheetml")],
)
def test_a_member_makes_their_copy_and_gets_its_file(member, pack, copy_form, starts, media):
    answer = member.get(make_one(member, pack, copy_form))
    assert answer.data.startswith(starts)
    assert media in answer.mimetype
    assert answer.headers["Cache-Control"] == "no-store"
    assert re.fullmatch(
        r'attachment; filename="(cases|grades)-[2-9A-Z-]{9}\.(pdf|docx|xlsx)"', answer.headers["Content-Disposition"]
    )


def test_the_same_copy_is_the_same_bytes(member, pack):
    file = make_one(member, pack)
    assert make_one(member, pack) == file
    assert member.get(file).data == member.get(file).data


def test_the_rounds_page_of_the_panel_leads_to_the_copies(member, sign_in, sitting, pack):
    assert f'href="{pack}"' in member.get("/panel/rounds").text
    officer = sign_in(sitting.officer).get("/panel/rounds").text
    assert f'href="{pack}/copies"' in officer
    assert f'href="{pack}"' not in officer


def test_the_rounds_page_of_the_force_leads_to_the_copies(lead, sitting):
    assert f"/force/rounds/{sitting.round_id}/packs" in lead.get(f"/force/rounds/{sitting.round_id}").text


def test_an_adviser_is_offered_no_grading_sheet(sign_in, sitting, pack):
    page = sign_in(sitting.adviser).get(pack).text
    assert "Word document" in page
    assert "rading sheet" not in page


def test_one_must_choose_a_form(member, pack):
    assert "Choose what you need" in member.post(pack).text
    assert "<title>Error:" in member.post(pack, {"copy_form": "exe"}).text


def test_the_lead_makes_a_copy_for_a_member_takes_and_counts_it(lead, sitting, database):
    page = f"/force/rounds/{sitting.round_id}/packs"
    file = make_one(lead, page, reader=sitting.lay.id)
    assert lead.get(file).data.startswith(b"%PDF")
    listed = lead.get(page).text
    assert "1 copy out, 0 overdue" in listed
    assert f"{sitting.lay.name} (R-{sitting.lay.id:04d})" in listed
    told = lead.post(file, {"fate": "returned"}, page=page).text
    assert "is down as “Counted back in”" in told
    assert "0 copies out, 0 overdue" in told
    assert events(database)[-1] == "CopyCounted"


def test_the_commissioners_officer_does_too(sign_in, sitting, pack):
    officer = sign_in(sitting.officer)
    file = make_one(officer, f"{pack}/copies", reader=sitting.lay.id)
    assert officer.get(file).data.startswith(b"%PDF")
    assert "is down as “Lost”" in officer.post(file, {"fate": "lost"}, page=f"{pack}/copies").text
    assert officer.get(file).status_code == 409


def test_a_copy_is_counted_by_one_of_three_words_alone(lead, sitting):
    page = f"/force/rounds/{sitting.round_id}/packs"
    file = make_one(lead, page, reader=sitting.lay.id)
    assert lead.post(file, {"fate": "eaten"}, page=page).status_code == 409
    assert "1 copy out" in lead.get(page).text


def test_a_reader_who_is_none_is_refused(lead, sitting):
    page = f"/force/rounds/{sitting.round_id}/packs"
    answer = lead.post(page, {"copy_form": "pdf", "reader": sitting.officer.id})
    assert "<title>Error:" in answer.text


def test_another_members_copy_does_not_exist(member, sign_in, sitting, pack):
    file = make_one(member, pack)
    assert sign_in(sitting.cps).get(file).status_code == 404
    assert member.get(f"{pack}/copies/{UNUSED}").status_code == 404


def test_a_declared_conflict_ends_the_copies_at_once(member, sitting, pack):
    file = make_one(member, pack)
    member.post(f"{sitting.case}/conflict")
    assert member.get(file).status_code == 409
    assert "Out of date: call it back" in member.get(pack).text


def test_a_filled_sheet_comes_back_with_the_same_grades(member, sitting, pack, database):
    sheet = member.get(make_one(member, pack, "sheet")).data
    done = send(member, pack, filled(sheet, ("Inappropriate", "Nobody asked the victim."), ("Appropriate", "")))
    assert "Your sheet is in: 2 answers kept, 1 row left empty." in done.text
    page = member.get(sitting.case).text
    assert re.search(r'value="inappropriate"[^>]*checked', page)
    assert "Nobody asked the victim." in page
    assert kept(database)[0] == 2


def test_a_sheet_with_one_fault_keeps_nothing_and_says_every_reason(member, pack, database):
    sheet = member.get(make_one(member, pack, "sheet")).data
    answer = send(member, pack, filled(sheet, ("Appropriate", ""), ("Fine", ""), ("Inappropriate", "")))
    assert answer.status_code == 409
    assert "Nothing of your sheet was kept." in answer.text
    assert "Row 10 has a grade that is not on the list" in answer.text
    assert "Fine" not in answer.text
    assert kept(database)[0] == 0


def test_a_fault_found_while_keeping_undoes_what_was_kept(member, pack, database):
    sheet = member.get(make_one(member, pack, "sheet")).data
    answer = send(member, pack, filled(sheet, ("Appropriate", ""), ("Inappropriate", "")))
    assert "Row 10: You chose “Inappropriate”" in answer.text
    assert kept(database)[0] == 0
    assert "SheetImported" not in events(database)


def test_a_formula_and_a_changed_header_are_told(member, pack):
    sheet = member.get(make_one(member, pack, "sheet")).data
    assert "formula in F9" in send(member, pack, filled(sheet, F9="=1+1")).text
    assert "words over the columns were changed, in F8" in send(member, pack, filled(sheet, F8="Mark")).text


def test_what_is_no_sheet_is_told(member, pack):
    assert "not a grading sheet saved as .xlsx" in send(member, pack, b"PK no sheet").text
    assert "Choose your grading sheet" in member.post(f"{pack}/grades", page=pack).text


def test_another_members_sheet_is_refused(member, sign_in, sitting, pack, database):
    sheet = member.get(make_one(member, pack, "sheet")).data
    answer = send(sign_in(sitting.cps), pack, filled(sheet, ("Appropriate", "")))
    assert "made for another reader" in answer.text
    assert kept(database)[0] == 0


def test_a_closed_round_offers_no_sending_and_takes_none(member, making, sitting, pack):
    sheet = member.get(make_one(member, pack, "sheet")).data
    with making() as make:
        make.session.get_one(Round, sitting.round_id).closed_at = now()
    assert "Send your grading sheet" not in member.get(pack).text
    answer = member.client.post(
        f"{pack}/grades",
        data={"csrf_token": member.token(pack), "file": (io.BytesIO(filled(sheet, ("Appropriate", ""))), "a.xlsx")},
    )
    assert "not open for grading" in answer.text


def test_the_comments_of_a_refused_sheet_are_in_no_log(member, pack, caplog):
    sheet = member.get(make_one(member, pack, "sheet")).data
    send(member, pack, filled(sheet, ("Fine", "XYZZY-PLUGH"), ("Inappropriate", "")))
    assert "XYZZY" not in caplog.text
