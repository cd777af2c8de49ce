"""A round's report as a page, a document and a workbook: who reads it, and that all three say the same."""

import io
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from scrutiny_app.domain.agreeing import RESULT_TITLES, Result
from scrutiny_app.domain.grading import ConflictState
from scrutiny_app.domain.people import PANEL_ROLES, Body, Role
from scrutiny_app.models.grades import Conflict
from scrutiny_app.services import trail
from scrutiny_app.services.trail import now

SOUND, SEEN, WRONG, SPLIT, BACK = Result
RESULTS = (*[SOUND] * 6, *[SEEN] * 3, WRONG, SPLIT, BACK)
FORMS = ("report", "report.docx", "report.xlsx")


@pytest.fixture
def people(making) -> dict[Role, Any]:
    """One person of every role; the panel's are seated on the round's panel."""
    with making() as make:
        return {role: make.user(role, body=Body.LAY) for role in Role}


@pytest.fixture
def round_(making, people) -> Any:
    seated = [people[role] for role in (Role.MEMBER, Role.CHAIR, Role.ADVISER, Role.COMMISSIONERS_OFFICER)]
    with making() as make:
        make.cases(12, disposal="conditional_caution")
        return make.signed_round(*RESULTS, by=people[Role.LEAD], panel=make.panel(*seated), cases=40)


class Tables(HTMLParser):
    """Reads a page's tables by their captions, as lists of rows of words."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[list[str]]] = {}
        self.within = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.within = tag if tag in ("caption", "th", "td") else self.within
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        self.within = "" if tag == self.within else self.within

    def handle_data(self, data: str) -> None:
        if self.within == "caption":
            self.rows = self.found[data.strip()] = []
        elif self.within:
            self.rows[-1][-1] += data.strip()


def on_page(text: str) -> dict[str, list[list[str]]]:
    reader = Tables()
    reader.feed(text)
    return reader.found


def in_document(content: bytes) -> dict[str, list[list[str]]]:
    document = Document(io.BytesIO(content))
    named = qn("w:tblCaption")
    return {
        table._tbl.tblPr.find(named).get(qn("w:val")): [[cell.text for cell in row.cells] for row in table.rows]
        for table in document.tables
    }


def in_workbook(content: bytes) -> dict[str, list[list[Any]]]:
    book = load_workbook(io.BytesIO(content))
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}


def written(rows: list[list[Any]]) -> list[list[str]]:
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


def test_page_document_and_workbook_hold_the_same_numbers(sign_in, people, round_):
    lead = sign_in(people[Role.LEAD])
    page, document, workbook = (lead.get(f"/force/rounds/{round_.id}/{form}") for form in FORMS)
    shown, said, kept = on_page(page.text), in_document(document.data), in_workbook(workbook.data)
    assert shown["Cases"] == said["Cases"] == [row[:4] for row in written(kept["Cases"])]
    for title in ("Results by disposal", "Themes", "Eligible and drawn"):
        assert shown[title] == said[title] == written(kept[title]), title
    assert shown["Results"] == said["Results"]
    counts = [[str(cell) for cell in row[:3]] for row in kept["Summary"]]
    assert counts == [row[:3] for row in shown["Results"]]
    assert [row[1] for row in counts[1:]] == ["6", "3", "1", "9", "1", "1"]


def test_the_workbooks_shares_are_the_pages_ranges(sign_in, people, round_):
    lead = sign_in(people[Role.LEAD])
    shown = on_page(lead.get(f"/force/rounds/{round_.id}/report").text)["Results"]
    kept = in_workbook(lead.get(f"/force/rounds/{round_.id}/report.xlsx").data)["Summary"]
    for row, (_, _, _, share, low, high) in zip(shown[1:5], kept[1:5], strict=True):
        assert row[3] == f"{share:.0%} ({low:.0%} to {high:.0%})"


def test_the_sheet_of_the_method_holds_figures_as_numbers(sign_in, people, round_):
    answer = sign_in(people[Role.LEAD]).get(f"/force/rounds/{round_.id}/report.xlsx")
    stated = dict(in_workbook(answer.data)["Method"])
    assert (stated["Eligible (the frame)"], stated["Drawn"], stated["Draws made void"]) == (52, 12, 0)


def test_what_the_panel_said_is_in_every_form_and_not_for_a_reader_with_a_conflict(sign_in, people, making):
    member, lead = people[Role.MEMBER], people[Role.LEAD]
    with making() as make:
        round_ = make.drawn_round(by=lead, panel=make.panel(member), opened_at=now())
        places = make.round_cases(round_)
        for place in places:
            make.release(place)
            said = "Ask the victim first." if place is places[0] else ""
            make.finding(place, SEEN, by=lead, remarks=said, dissent="One of us differed.")
        set_ = {"state": ConflictState.DECLARED, "set_by": member.id, "set_at": now()}
        make.session.add(Conflict(round_case_id=places[0].id, user_id=member.id, **set_))
        reference = places[0].reference

    for side, who, seen in (("force", lead, True), ("panel", member, False)):
        browser = sign_in(who)
        page, document, workbook = (browser.get(f"/{side}/rounds/{round_.id}/{form}") for form in FORMS)
        row = [reference, RESULT_TITLES[SEEN], "Ask the victim first."]
        assert (row in on_page(page.text).get("What the panel said", [])) is seen
        assert (row in in_document(document.data).get("What the panel said", [])) is seen
        remarks = {kept[0]: kept[4] for kept in in_workbook(workbook.data)["Cases"]}
        assert (remarks.get(reference) == "Ask the victim first.") is seen
        assert "differed" not in page.text + str(in_document(document.data)) + str(in_workbook(workbook.data))


def test_both_sides_read_the_same_report(sign_in, people, round_):
    force = sign_in(people[Role.REGISTRAR]).get(f"/force/rounds/{round_.id}/report")
    panel = sign_in(people[Role.CHAIR]).get(f"/panel/rounds/{round_.id}/report")
    assert on_page(force.text) == on_page(panel.text)


def test_a_report_is_read_on_each_side_by_those_who_may(sign_in, people, round_):
    for role, person in people.items():
        browser = sign_in(person)
        force, panel = (
            {browser.get(f"/{side}/rounds/{round_.id}/{form}").status_code for form in FORMS}
            for side in ("force", "panel")
        )
        assert force == {200 if role in (Role.LEAD, Role.REGISTRAR) else 404}, role
        assert panel == {200 if role in PANEL_ROLES else 404}, role


def test_a_report_is_not_there_for_another_force_or_panel(sign_in, making, round_):
    with making() as make:
        stranger, other = make.user(Role.LEAD, force="Southfen Police"), make.user(Role.CHAIR)
    assert sign_in(stranger).get(f"/force/rounds/{round_.id}/report").status_code == 404
    assert sign_in(other).get(f"/panel/rounds/{round_.id}/report").status_code == 404


def test_before_every_finding_is_signed_it_says_what_is_missing(sign_in, making, people):
    with making() as make:
        round_ = make.drawn_round(by=people[Role.LEAD], opened_at=now())
        places = make.round_cases(round_)
        for place in places:
            make.release(place)
    answer = sign_in(people[Role.LEAD]).get(f"/force/rounds/{round_.id}/report.docx")
    assert answer.status_code == 409
    assert "a signed finding for every case" in answer.text
    assert places[0].reference in answer.text


def test_a_download_is_named_after_the_draw_and_is_of_its_own_type(sign_in, people, round_):
    answer = sign_in(people[Role.LEAD]).get(f"/force/rounds/{round_.id}/report.docx")
    assert re.fullmatch(r'attachment; filename="report-[A-Za-z0-9-]+\.docx"', answer.headers["Content-Disposition"])
    assert answer.mimetype == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_two_downloads_are_the_same_bytes(sign_in, people, round_):
    lead = sign_in(people[Role.LEAD])
    for form in FORMS[1:]:
        first, second = (lead.get(f"/force/rounds/{round_.id}/{form}").data for _ in range(2))
        assert first == second


def test_reading_is_on_the_trail_on_both_sides(sign_in, people, round_, database):
    sign_in(people[Role.MEMBER]).get(f"/panel/rounds/{round_.id}/report.xlsx")
    with database.reading() as db:
        newest = trail.newest(db, most=1)[0]
    assert (newest.event, newest.actor) == ("ReportRead", f"user:{people[Role.MEMBER].id}")


@pytest.mark.parametrize("role", [Role.CHAIR, Role.COMMISSIONERS_OFFICER])
def test_the_chair_and_the_commissioners_officer_read_a_rounds_trail_without_who(sign_in, people, round_, role):
    page = sign_in(people[role]).get(f"/panel/rounds/{round_.id}/trail")
    assert "Sample drawn" in page.text
    assert "user:" not in page.text
    assert "user id" not in page.text
    assert people[Role.LEAD].name not in page.text


def test_a_rounds_trail_does_not_exist_for_others(sign_in, people, round_):
    for role in (Role.MEMBER, Role.ADVISER, Role.LEAD, Role.REGISTRAR, Role.OFFICER):
        assert sign_in(people[role]).get(f"/panel/rounds/{round_.id}/trail").status_code == 404, role


def test_a_rounds_trail_does_not_exist_before_every_case_is_revealed(sign_in, making, people):
    with making() as make:
        round_ = make.drawn_round(by=people[Role.LEAD], panel=make.panel(people[Role.CHAIR]))
    assert sign_in(people[Role.CHAIR]).get(f"/panel/rounds/{round_.id}/trail").status_code == 404
