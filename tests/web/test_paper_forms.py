"""Every paper over rounds read back from each form it has: the same tables in all, and how its cases were chosen."""

import csv
import io
import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from sqlalchemy import select

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.agreement import MEANINGS
from scrutiny_app.domain.figures_method import CHECKED, CHOSEN, LISTS
from scrutiny_app.domain.grading import Grade, Severity, Theme
from scrutiny_app.domain.learning_points import Policy
from scrutiny_app.domain.meetings import Attending, Manner
from scrutiny_app.domain.people import Role
from scrutiny_app.models.findings import FindingObservation
from scrutiny_app.models.grades import Grade as GradeRow
from scrutiny_app.models.meetings import Attendance, Meeting
from scrutiny_app.models.releases import Release
from scrutiny_app.services import actions, learning_points
from scrutiny_app.services.standing_findings import standing_findings
from scrutiny_app.services.trail import now
from tests.web.test_report_forms import in_pdf
from tests.web.test_reports import in_document, in_workbook, on_page

SOUND, SEEN, WRONG, SPLIT, BACK = Result
PAPERS = ("annual", "registrar", "disparity", "timeliness", "tracker")
STATED = (
    "two members or more graded before discussion",
    "Who was eligible",
    "Cases finalised",
    "Eligible",
    "Left out",
    "Void draws",
    "Replaced",
    "Left empty",
    "Draw certificates",
    "Dice",
    "Digest of the frame (SHA-256)",
    "Head of the trail (SHA-256)",
    "A fair draw from an incomplete list proves nothing",
)
FORMS = ("page", "docx", "pdf", "xlsx")


@pytest.fixture
def round_(making) -> Any:
    with making() as make:
        registrar, lead = make.user(Role.REGISTRAR), make.user(Role.LEAD)
        panel, chair = make.panel(), make.user(Role.CHAIR)
        round_ = make.signed_round(*[SOUND] * 9, WRONG, SPLIT, BACK, by=lead, panel=panel, cases=40)
        make.signed_round(*[WRONG] * 6, by=lead, panel=panel, cases=12, targeted=True)
        given = {"owner_id": lead.id, "due_on": date(2099, 3, 1), "by": chair}
        actions.set_by_panel(make.session, round_, "Check the codes.", **given)
        teach(make, round_, lead)
        meet(make, round_, panel, chair)
        return registrar, round_


def teach(make: Any, round_: Any, lead: Any) -> None:
    """Gather a learning point from a round's one inappropriate finding."""
    finding = max(standing_findings(make.session, [one.id for one in make.round_cases(round_)]).values(), key=_wrong)
    finding.observations = [FindingObservation(theme=Theme.RATIONALE, severity=Severity.SERIOUS, text="")]
    make.session.flush()
    given = {"theme": Theme.RATIONALE, "by": lead}
    words = ("Say why", "Three lines say why this and not another.", Policy("Local policy, part 4"))
    learning_points.write_point(make.session, *words, [finding.id], **given)


def _wrong(finding: Any) -> bool:
    return bool(finding.result == WRONG)


def meet(make: Any, round_: Any, panel: Any, chair: Any) -> None:
    """Hold a meeting to which the chair came and a member did not, and cancel another."""
    absent, at = make.user(Role.MEMBER), now() - timedelta(1)
    planned = {"round_id": round_.id, "planned_by": chair.id, "planned_at": at, "starts_at": at, "place": ""}
    held, off = (Meeting(manner=Manner.ROOM, **planned) for _ in range(2))
    off.cancelled_at = at
    make.session.add_all([held, off])
    make.session.flush()
    for user, state in ((chair, Attending.PRESENT), (absent, Attending.APOLOGIES)):
        word = Attendance(meeting_id=held.id, user_id=user.id, state=state, set_by=chair.id, set_at=at)
        make.session.add(word)


@pytest.fixture
def get(sign_in, round_):
    browser = sign_in(round_[0])

    def answer(what: str, form: str, table: str = "") -> Any:
        asked = f"form={form}" + (f"&table={table}" if table else "")
        found = browser.get(f"/force/figures/{what}?{asked}")
        assert found.status_code == 200
        return found

    return answer


def squeezed(said: str) -> str:
    return re.sub(r"[\s-]", "", said)


def all_words(document: bytes) -> str:
    return " ".join(node.text or "" for node in Document(io.BytesIO(document)).element.iter(qn("w:t")))


def written(rows: list[list[Any]]) -> list[list[str]]:
    """Write cells as text; a workbook does not tell 0.0 from 0, and gives a day as its midnight."""
    rows = [[cell.date() if isinstance(cell, datetime) else cell for cell in row] for row in rows]
    return [["" if cell is None else re.sub(r"^(\d+)\.0$", r"\1", str(cell)) for cell in row] for row in rows]


@pytest.mark.parametrize("what", PAPERS)
def test_page_document_pdf_workbook_and_csv_hold_the_same_numbers(get, what):
    page = get(what, "page").text
    shown = on_page(page)
    assert in_document(get(what, "docx").data) == shown
    pdf = in_pdf(get(what, "pdf").data)
    assert [row for rows in shown.values() for row in rows[1:] if squeezed("".join(row)) not in pdf] == []

    sheets = list(in_workbook(get(what, "xlsx").data).values())[:-1]
    names = list(dict.fromkeys(re.findall(r"[?&;]table=(\w+)", page)))
    assert len(sheets) == len(names) == len(shown)
    for name, sheet, rows in zip(names, sheets, shown.values(), strict=True):
        alone = list(csv.reader(io.StringIO(get(what, "csv", name).data.decode("utf-8-sig"))))
        assert written(alone[: len(sheet)]) == written(sheet), name
        assert alone[len(sheet)] == []
        same_counts(rows, written(sheet))


def same_counts(rows: list[list[str]], sheet: list[list[str]]) -> None:
    """Hold every count on a page against the column of the same name in the workbook."""
    assert len(rows) == len(sheet)
    for place, head in enumerate(rows[0]):
        there = sheet[0].index(head) if head in sheet[0] else None
        for row, kept in zip(rows[1:], sheet[1:], strict=True):
            if there is not None and re.fullmatch(r"[\d,]+", row[place]):
                assert row[place].replace(",", "") == kept[there], head


def test_the_annual_report_tells_of_meetings_actions_learning_and_time(get):
    page = get("annual", "page").text
    shown = on_page(page)
    assert [row[2:] for row in shown["Meetings and who came"][1:]] == [["In a room", "2", "1", "1"]]
    assert "1 meeting was planned and cancelled." in page
    assert shown["What was asked, and what the force did"][1][2:] == ["Check the codes.", "Not answered yet", "Open"]
    assert shown["What is taught"][1][0] == "Say why"
    assert shown["What is taught"][1][4:] == ["1", "1"]
    steps = {row[0]: row[1:4] for row in shown["Timeliness, in days"][1:]}
    assert steps["From disposal to the panel’s finding"] == ["Cases", "18", "18"]
    assert [row[1] for row in shown["Grades behind the findings"][1:]] == ["12", "6"]


@pytest.mark.parametrize("form", FORMS)
def test_what_the_figures_of_agreement_mean_and_the_method_stand_once(making, sign_in, form):
    with making() as make:
        lead, members = make.user(Role.LEAD), [make.user(Role.MEMBER) for _ in range(3)]
        round_ = make.signed_round(*[SOUND] * 10, by=lead, panel=make.panel(*members))
        for place in make.round_cases(round_):
            release = make.session.scalar(select(Release.id).where(Release.round_case_id == place.id))
            given = {"round_case_id": place.id, "release_id": release, "grade": Grade.APPROPRIATE, "comment": ""}
            make.session.add_all(GradeRow(user_id=one.id, given_at=now(), **given) for one in members)
    asked = f"/force/figures/annual?form={form}"
    said = words_in(sign_in(lead).get(asked), form)
    for words in (MEANINGS[1], CHOSEN, LISTS, CHECKED):
        assert said.count(squeezed(words)) == 1, words


def words_in(found: Any, form: str) -> str:
    readers: dict[str, Any] = {"pdf": in_pdf, "docx": all_words, "xlsx": lambda data: str(in_workbook(data))}
    return squeezed(readers[form](found.data) if form in readers else found.text)


def test_the_tracker_tells_what_is_asked_and_names_nobody(get):
    shown = on_page(get("tracker", "page").text)
    assert shown["Actions"][-1] == ["All", "1", "0", "0", "1", "0"]
    owner = "Lead for out-of-court resolutions"
    assert shown["Actions one by one"][1][2:] == ["Action", owner, "1 Mar 2099", "Open"]
    assert shown["What was asked and answered, in order"][1][1:3] == ["Check the codes.", "–"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("what", PAPERS)
def test_each_form_of_each_paper_states_how_its_cases_were_chosen(get, what, form):
    said = words_in(get(what, form), form)
    assert [one for one in STATED if squeezed(one) not in said] == []
