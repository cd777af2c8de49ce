"""Figures over rounds on their pages and in every file: that all say the same, who reads them, and what is recorded."""

import csv
import io
import re
from datetime import date
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it brings none
import pytest
from sqlalchemy import select

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.domain.scopes import Scope
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import tokens
from tests.web.test_reports import in_document, in_workbook, on_page

SOUND, SEEN, WRONG, SPLIT, BACK = Result
READERS = (Role.MEMBER, Role.CHAIR, Role.ADVISER, Role.COMMISSIONERS_OFFICER)
PAGES = ("", "/annual", "/disparity", "/timeliness", "/tracker", "/registrar")


@pytest.fixture
def people(making) -> dict[Role, Any]:
    """One person of every role."""
    with making() as make:
        return {role: make.user(role, body=Body.LAY) for role in Role}


@pytest.fixture
def rounds(making, people) -> list[Any]:
    """Two random rounds and a targeted one, of one panel."""
    lead = people[Role.LEAD]
    with making() as make:
        panel = make.panel(*(people[role] for role in READERS))
        first = make.signed_round(*[SOUND] * 9, WRONG, SPLIT, BACK, by=lead, panel=panel, cases=40)
        quarter = {"period_from": date(2026, 1, 1), "period_to": date(2026, 3, 31)}
        make.cases(30, disposal_date="2026-02-03")
        second = make.signed_round(*[SEEN] * 8, WRONG, WRONG, by=lead, panel=panel, cases=0, **quarter)
        third = make.signed_round(*[WRONG] * 6, by=lead, panel=panel, cases=12, targeted=True)
        return [first, second, third]


def words_of(pdf: bytes) -> str:
    """Read a PDF's words, every gap one blank."""
    pages = pypdfium2.PdfDocument(pdf)
    return re.sub(r"\s+", " ", " ".join(page.get_textpage().get_text_range() for page in pages))


def in_csv(content: bytes) -> list[list[str]]:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    return rows[: rows.index([])]


def test_page_document_pdf_workbook_csv_and_interface_hold_the_same_totals(sign_in, people, rounds, app, making):
    browser = sign_in(people[Role.LEAD])
    page = on_page(browser.get("/force/figures/annual").text)
    document = in_document(browser.get("/force/figures/annual?form=docx").data)
    workbook = in_workbook(browser.get("/force/figures/annual?form=xlsx").data)
    alone = in_csv(browser.get("/force/figures/annual?form=csv&table=results").data)
    pdf = words_of(browser.get("/force/figures/annual?form=pdf").data)
    counts = [row[:3] for row in page["Results of the year"]]
    assert counts == [["Result", "Cases", "Of"], *[[row[0], row[1], row[2]] for row in alone[1:]]]
    assert counts == [row[:3] for row in document["Results of the year"]]
    assert counts == [[str(cell) for cell in row[:3]] for row in workbook["Results of the year"]]
    assert all(" ".join(row) in pdf for row in page["Results of the year"][1:])
    assert [row[1:] for row in counts[1:5]] == [["9", "20"], ["8", "20"], ["3", "20"], ["17", "20"]]

    by_round = [on_page(browser.get(f"/force/rounds/{one.id}/report").text)["Results"] for one in rounds[:2]]
    added = [sum(int(table[line][1]) for table in by_round) for line in range(1, 7)]
    assert added == [int(row[1]) for row in counts[1:]]
    assert added == totals_by_interface([one.id for one in rounds[:2]], app, making, people[Role.LEAD])


def totals_by_interface(ids: list[int], app: Any, making: Any, lead: Any) -> list[int]:
    """Add the results of some rounds as a program reads them, in the order of a report."""
    with making() as make:
        token = tokens.make_token(make.session, "Workbook", [Scope.FIGURES], 30, by=lead)[1]
    rows = app.test_client().get("/api/v1/results", headers={"Authorization": f"Bearer {token}"}).get_json()["rows"]
    order = list(dict.fromkeys(row["result"] for row in rows))
    return [sum(row["cases"] for row in rows if row["result"] == one and row["round_id"] in ids) for one in order]


def test_a_table_by_itself_says_what_it_shows(sign_in, people, rounds):
    browser = sign_in(people[Role.CHAIR])
    told = browser.get("/panel/figures?form=csv&table=meetings").data.decode("utf-8-sig")
    book = in_workbook(browser.get("/panel/figures?form=xlsx&table=meetings").data)
    assert "What this shows" in told
    assert dict(book["What this shows"])["Rounds"] == "2 random, 1 targeted"


def test_targeted_rounds_are_counted_apart_and_never_pooled(sign_in, people, rounds):
    page = on_page(sign_in(people[Role.LEAD]).get("/force/figures").text)
    assert page["Targeted rounds, counted apart"][1][2:] == ["6", "0", "0", "6"]
    first = [row[0] for row in page["Round by round"][1:3]]
    assert [one.split(",")[0] for one in first] == [rounds[0].title, rounds[1].title]
    assert [row[0] for row in page["Round by round"][1:]] == [*first, "All"]


def test_both_sides_read_the_same_figures(sign_in, people, rounds):
    force, panel = (
        sign_in(people[role]).get(f"/{side}/figures/annual?form=pdf").data
        for role, side in ((Role.LEAD, "force"), (Role.CHAIR, "panel"))
    )
    assert force == panel


def test_figures_are_read_by_those_who_may(sign_in, people, rounds):
    for role, person in people.items():
        browser = sign_in(person)
        force = [browser.get(f"/force/figures{one}").status_code for one in PAGES]
        panel = [browser.get(f"/panel/figures{one}").status_code for one in PAGES[:2]]
        allowed = {Role.LEAD: [*[200] * 5, 404], Role.REGISTRAR: [200] * 6}
        assert force == allowed.get(role, [404] * 6), role
        assert panel == ([200] * 2 if role in READERS else [404] * 2), role


def test_reading_figures_and_downloading_a_table_are_on_the_trail(sign_in, people, rounds, making):
    browser = sign_in(people[Role.REGISTRAR])
    browser.get("/force/figures/disparity")
    browser.get("/force/figures/timeliness?form=csv&table=timeliness")
    with making() as make:
        newest = list(make.session.scalars(select(TrailEntry).order_by(TrailEntry.position.desc()).limit(2)))
    assert [one.event for one in newest] == ["TableDownloaded", "FiguresRead"]


def test_what_nobody_offers_is_not_found(sign_in, people, rounds):
    browser = sign_in(people[Role.LEAD])
    asked = ("form=exe", "form=csv", "form=csv&table=none", "panel=999", "force=Elsewhere")
    assert {browser.get(f"/force/figures?{one}").status_code for one in asked} == {404}


def test_before_any_round_is_signed_the_page_says_what_is_missing(sign_in, people):
    answer = sign_in(people[Role.LEAD]).get("/force/figures")
    assert answer.status_code == 200
    assert "a round in which every case has a signed finding" in answer.text


def test_no_officer_is_named_in_any_figure(sign_in, people, rounds):
    browser = sign_in(people[Role.REGISTRAR])
    shown = " ".join(browser.get(f"/force/figures{one}").text for one in PAGES)
    assert "warrant" not in shown.lower()
    assert "Chair" not in shown
