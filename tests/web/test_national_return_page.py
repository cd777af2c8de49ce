"""The page on which a round's national return is downloaded."""

import json
import re

import pytest

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.events import ReturnMade
from scrutiny_app.domain.people import Role
from scrutiny_app.services import trail
from tests.json_schema import complaints
from tests.public_people import once_prepared


@pytest.fixture
def round_id(making, people):
    with making() as make:
        panel = make.panel(people["chair"])
        results = (Result.APPROPRIATE,) * 9 + (Result.OBSERVATIONS,) * 3
        return make.signed_round(*results, by=people["lead"], panel=panel, cases=30, title="Spring").id


@pytest.fixture
def people(making):
    with making() as make:
        return {"lead": make.user(), "registrar": make.user(Role.REGISTRAR), "chair": make.user(Role.CHAIR)}


@pytest.mark.parametrize("form", ["restricted", "public"])
def test_either_form_is_downloaded_and_keeps_to_the_schema_that_the_page_links_to(round_id, people, sign_in, form):
    lead, path = sign_in(people["lead"]), f"/force/rounds/{round_id}/national-return"
    assert 'href="/force/national-return.schema.json"' in lead.get(path).text
    answer = lead.post(path, {"form": form, "least": "5"})
    if form == "public":
        assert "The return for anybody is being made." in answer.text
        assert 'http-equiv="refresh"' in answer.text
        assert "Download the return for anybody" in once_prepared(lead, answer).text
        answer = lead.post(path, {"form": form, "least": "5"})
    assert f"national-return-{round_id}-{form}.json" in answer.headers["Content-Disposition"]
    made = json.loads(answer.data)
    assert made["form"] == form
    assert not complaints(made, lead.get("/force/national-return.schema.json").json)


def test_a_round_without_every_finding_is_refused_with_the_reason(making, people, sign_in):
    with making() as make:
        unfinished = make.round(by=people["lead"], panel=make.panel(people["chair"])).id
    page = sign_in(people["lead"]).post(f"/force/rounds/{unfinished}/national-return", {"form": "public", "least": "5"})
    assert page.mimetype == "text/html"
    assert "There is no report yet" in page.text or "Only a panel" in page.text


def test_the_report_leads_to_it(round_id, people, sign_in):
    assert (
        f'/force/rounds/{round_id}/national-return"'
        in sign_in(people["registrar"]).get(f"/force/rounds/{round_id}/report").text
    )


def test_figures_are_read_for_a_year_from_april_to_march(round_id, people, sign_in):
    page = sign_in(people["lead"]).get("/force/figures/annual").text
    year = max(int(one) for one in re.findall(r'value="april-(\d{4})"', page))
    assert f"April {year} to March {year + 1}" in page
    report = sign_in(people["lead"]).get(f"/force/figures/annual?until=april-{year}").text
    assert f"Annual report, 1 Apr {year}" in report


def test_the_panel_side_reads_the_action_tracker(round_id, people, sign_in):
    assert "Action tracker, " in sign_in(people["chair"]).get("/panel/figures/tracker").text


def test_why_no_return_for_anybody_can_be_made_is_said_on_its_page_and_nothing_is_offered(
    making, round_id, people, sign_in
):
    with making() as make:
        trail.record(
            make.session, ReturnMade(round_id, public=True, digest="0" * 64, hidden_below=5), by=people["lead"]
        )
    lead, path = sign_in(people["lead"]), f"/force/rounds/{round_id}/national-return"
    page = once_prepared(lead, lead.post(path, {"form": "public", "least": "5"})).text
    assert "What it showed is not known" in page
    assert "Download the return for anybody" not in page


def test_a_return_that_is_being_made_is_no_public_report_on_its_way(round_id, people, sign_in):
    lead = sign_in(people["lead"])
    lead.post(f"/force/rounds/{round_id}/national-return", {"form": "public", "least": "5"})
    assert "Being prepared" not in lead.get("/force/public-reports").text
    assert lead.get("/force/public-reports/preparing/1").status_code == 404
    asked = {"title": "Spring", "rounds": [str(round_id)], "least": "5"}
    assert "The report is being prepared." in lead.post("/force/public-reports/new", asked).text
