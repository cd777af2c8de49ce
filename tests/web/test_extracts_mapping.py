"""Saying what a file's columns and words hold: asked once, kept by a name, and nothing loaded that was not said."""

import html
import re
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain.people import Role
from scrutiny_app.models.cases import Case
from scrutiny_app.models.people import User
from scrutiny_app.services import looks
from scrutiny_app.services.cases import read_original
from tests.extracts import extract, renamed
from tests.making import KEY
from tests.web import files_waiting
from tests.web.saying import PAGE, form_of, go_on, input_of, options_of, standing
from tests.web.working import work

OTHER = {"case_number": "Case Ref", "offence_title": "Offence Description", "area": "Blorp"}


@pytest.fixture
def lead(enter):
    return enter(Role.LEAD)


@pytest.fixture
def count_cases(database):
    def count():
        with database.reading() as session:
            return session.scalar(select(func.count()).select_from(Case))

    return count


def other(*rows, **headings):
    """Give an extract in another system's words."""
    return renamed(extract(*(rows or ({},))), **(OTHER | headings))


def test_other_headings_are_asked_about_before_anything_is_loaded(lead, send, count_cases):
    assert "Say what its columns hold" in send(lead, other()).text
    page = lead.get(f"{PAGE}/columns").text
    assert "What does “Blorp” hold?" in page
    assert "No field reads like “Blorp”." in page
    assert count_cases() == 0


def test_samples_stand_beside_each_heading(lead, send):
    send(lead, other({"area": "Harbour"}, {"area": "Moorside"}))
    page = lead.get(f"{PAGE}/columns").text
    assert "<li>Harbour</li><li>Moorside</li>" in page


def test_a_suggestion_stands_in_the_form_and_what_is_not_known_is_not_loaded(lead, send):
    send(lead, other())
    page = lead.get(f"{PAGE}/columns").text
    assert standing(page, input_of(page, "Offence Description")) == "offence_title"
    assert standing(page, input_of(page, "Blorp")) == ""


def test_a_column_that_is_known_offers_what_it_fills_and_another_field_lists_them_all(lead, send):
    send(lead, other())
    page = lead.get(f"{PAGE}/columns").text
    name = input_of(page, "Disposal")
    assert options_of(page, name) == ["", "disposal", "more"]

    answer = go_on(lead, "columns", **{name: "more"}).text

    assert "<title>Error:" not in answer
    assert "Select what “Disposal” holds: every field is listed" in answer
    assert {"victim_3_name:surname", "circumstances", "disposal"} <= set(options_of(answer, name))
    assert "more" not in options_of(answer, name)


def test_a_column_that_is_asked_about_offers_every_field_at_once_those_its_values_look_like_first(lead, send):
    send(lead, other({"offence_date": "12/03/2026"}, {"offence_date": "13/03/2026"}, offence_date="Kol 7"))
    page = lead.get(f"{PAGE}/columns").text

    offered = options_of(page, input_of(page, "Kol 7"))

    assert offered.index("victim_1_born") < offered.index("victim_1_name")
    assert {"offence_date", "victim_1_name:surname", "circumstances"} <= set(offered)
    assert len(offered) == len(set(offered))
    assert "more" not in offered


def test_a_column_of_which_nothing_is_known_lists_every_field_at_once(lead, send):
    send(lead, other())
    page = lead.get(f"{PAGE}/columns").text
    offered = options_of(page, input_of(page, "Blorp"))
    assert {"", "area", "circumstances", "victim_1_name:surname"} <= set(offered)
    assert "more" not in offered


def test_the_page_of_columns_is_a_fraction_of_a_list_of_all_fields_for_each(lead, send):
    send(lead, other())
    page = lead.get(f"{PAGE}/columns").text

    assert page.count("<option") < 10 * page.count("<select")


def test_from_when_numbers_count_is_asked_once_for_all_the_columns_of_a_file(lead, send):
    send(lead, of_numbers(offence_date=43900, decision_date=43910, offender_born=33000))
    page = lead.get(f"{PAGE}/columns").text

    assert page.count("by Excel’s numbers, and") == 1
    assert "43900 is 10/03/2020 by Excel’s numbers, and 11/03/2024 by those of an old Mac." in page
    answer = go_on(lead, "columns", **{written(page, "43900"): "Excel numbers from 1904"}).text
    assert "Decision date (Excel’s numbers on an old Mac (counted from 1904), as in 44925)" in answer
    assert "Offender date of birth (Excel’s numbers on an old Mac" in answer


def test_from_when_numbers_count_is_not_asked_where_an_old_mac_would_put_a_day_after_today(lead, send):
    send(lead, of_numbers(offence_date=46093, decision_date=46100, offender_born=33000))
    page = lead.get(f"{PAGE}/columns").text

    assert "old Mac." not in page
    answer = go_on(lead, "columns").text
    assert "Decision date (Excel’s numbers, as in 46387)" in answer
    assert "Offender date of birth (Excel’s numbers, as in 46387)" in answer


def of_numbers(**days):
    return renamed(
        other(days), offence_date="Date committed", decision_date="Authorised on", offender_born="Offender DOB"
    )


def written(page, sample):
    """Name the select that says how the column of a sample is written."""
    return re.search(r'name="(c\d+_dates)"', page[page.index(f"<li>{sample}</li>") :])[1]


def test_a_mapped_file_is_loaded_as_said_and_no_more(lead, send, database, count_cases):
    send(lead, other())
    go_on(lead, "columns")
    page = lead.post(f"{PAGE}/confirm", {"name": "Occurrences"})
    assert "The rows are being checked" in page.text
    work(database, KEY)
    assert count_cases() == 1
    with database.transaction() as session:
        by = session.scalars(select(User)).one()
        record = read_original(session, 1, key=KEY, by=by).record
    assert record["offence_title"] == "Common assault"
    assert record["area"] is None


def test_all_that_was_said_stands_on_one_page_before_it_is_confirmed(lead, send):
    send(lead, other())
    page = go_on(lead, "columns").text
    assert "Check what you said" in page
    assert "<li>Blorp</li>" in page
    assert "Offence date (Day first, as in 31/12/2026)" in page


def test_a_layout_needs_a_name(lead, send):
    send(lead, other())
    go_on(lead, "columns")
    assert "<title>Error:" in lead.post(f"{PAGE}/confirm", {"name": " "}).text


def test_the_next_file_of_a_layout_is_read_without_asking(lead, send, database, count_cases):
    send(lead, other())
    go_on(lead, "columns")
    lead.post(f"{PAGE}/confirm", {"name": "Occurrences"})
    work(database, KEY)
    assert "Extract: loaded" in send(lead, other({"case_number": "NM/2/26"})).text
    assert count_cases() == 2


def test_a_layout_that_has_drifted_says_how_before_anything_is_loaded(lead, send, database):
    send(lead, other())
    go_on(lead, "columns")
    lead.post(f"{PAGE}/confirm", {"name": "Occurrences"})
    work(database, KEY)
    send(lead, other({"case_number": "NM/2/26"}, tier="Wibble"))
    page = lead.get("/force/extracts/2/columns").text
    assert "This file is like your layout “Occurrences”, but not the same." in page
    assert "“Wibble”" in page


def test_what_is_needed_and_has_no_column_is_asked_for_and_may_be_the_same_in_every_row(lead, send):
    send(lead, other(disposal="Zonk"))
    page = lead.get(f"{PAGE}/columns").text
    name = input_of(page, "Zonk")
    answer = go_on(lead, "columns", **{name: ""}).text
    assert "<title>Error:" not in answer
    assert "Say where to find “Disposal”" in answer
    assert 'href="#need_disposal"' in answer
    assert "<title>Error:" in lead.post(f"{PAGE}/columns", form_of(answer)).text
    assert (
        "Check what you said"
        in go_on(lead, "columns", **{name: "", "need_disposal": "value-community_resolution"}).text
    )


def test_a_disposal_that_the_file_names_says_its_outcome_code_too(lead, send):
    send(lead, renamed(extract({"area": "Quay"}), disposal="", outcome_code=""), "Community resolutions.csv")
    page = lead.get(f"{PAGE}/columns").text
    assert 'name="need_disposal"' in page
    assert 'name="need_outcome_code"' not in page
    go_on(lead, "columns", need_disposal="value-community_resolution")
    assert "Community resolution; outcome 8" in html.unescape(lead.get(f"{PAGE}/confirm").text)


def test_a_disposal_of_several_outcome_codes_is_asked_for_its_own(lead, send):
    send(lead, renamed(extract({}), disposal="", outcome_code=""), "Community resolutions.csv")
    answer = go_on(lead, "columns", need_disposal="value-conditional_caution").text
    assert "Say where to find “Outcome code”" in answer
    assert 'name="need_outcome_code"' in answer


def test_one_column_may_fill_two_needed_fields(lead, send):
    send(lead, other(crime_number=""))
    page = lead.get(f"{PAGE}/columns").text
    number = input_of(page, "Case Ref").removesuffix("_fills0")
    page = go_on(lead, "columns", need_crime_number=f"column-{number}").text
    assert "Case number and Crime number" in page


def test_a_date_that_nobody_said_how_to_read_is_asked_about(lead, send):
    send(lead, other({"area": "03/04/2026"}, conditions_due="Frump"))
    page = lead.get(f"{PAGE}/columns").text
    name = input_of(page, "Blorp")
    style = name.removesuffix("_fills0") + "_dates"
    answer = go_on(lead, "columns", **{name: "conditions_due"}).text
    assert "How are the dates in “Blorp” written? Select it, and go on" in answer
    assert standing(answer, style) == "select"
    assert "Check what you said" in go_on(lead, "columns", **{name: "conditions_due", style: "month first"}).text
    assert "Conditions due (Month first" in lead.get(f"{PAGE}/confirm").text


def test_a_date_whose_values_say_how_it_is_written_is_not_asked_about(lead, send):
    send(lead, other({"area": "30/04/26"}, conditions_due="Frump"))
    page = lead.get(f"{PAGE}/columns").text
    assert "Check what you said" in go_on(lead, "columns", **{input_of(page, "Blorp"): "conditions_due"}).text
    assert "Conditions due (Day first with a short year" in lead.get(f"{PAGE}/confirm").text


def test_what_is_left_out_as_the_file_is_read_is_said_before_it_is_confirmed(enter, making):
    browser = enter(Role.LEAD)
    with making() as make:
        kept = files_waiting.looked(make, "Northmoor Police")
        seen = looks.open_look(make.session, kept, KEY)
        looks.keep_look(make.session, kept, replace(seen, left_out=("Hidden rows: 2.",)), key=KEY)
    for stage in ("columns", "confirm"):
        assert ">Hidden rows: 2.<" in browser.get(f"{PAGE}/{stage}").text


@pytest.mark.parametrize("given", [{"c0_fills0": "no such field"}, {"c0_fills0": "disposal:surname"}])
def test_what_no_list_offers_is_refused_and_not_a_fault(lead, send, given):
    send(lead, other())
    answer = go_on(lead, "columns", **given)
    assert answer.status_code == 200
    assert "<title>Error:" in answer.text


def test_two_columns_of_one_field_are_explained(lead, send):
    send(lead, other())
    page = lead.get(f"{PAGE}/columns").text
    answer = go_on(lead, "columns", **{input_of(page, "Blorp"): "case_number"}).text
    assert "Two columns hold “Case number”" in answer


def test_words_that_are_not_known_are_asked_about_and_rejected_unless_said(lead, send, database, count_cases):
    send(lead, other({"sex": "Zonk"}, {"sex": "Zonk"}, {"sex": "Frump"}, {}, {}, {}))
    page = go_on(lead, "columns").text
    assert "What does “Zonk” mean under “Sex”?" in page
    assert re.search(r"<h3[^>]*>Zonk <span[^>]*>2 rows</span></h3>", page)
    assert set(form_of(page).values()) == {""}
    page = go_on(lead, "words", word_0_0="code-female", word_0_1="reject").text
    assert "Sex: “Frump”, in 1 row" in page
    lead.post(f"{PAGE}/confirm", {"name": "Occurrences"})
    work(database, KEY)
    assert count_cases() == 5


def test_a_disposal_that_was_refused_is_asked_about_and_it_and_to_leave_its_rows_out_come_first(lead, send):
    rows = ({"disposal": "Refused CR - file put in", "outcome_code": ""}, *[{"disposal": "CR"}] * 3)
    send(lead, other(*rows))
    page = go_on(lead, "columns").text
    asked = re.search(r'for="([^"]+)">\s*What does “Refused CR - file put in” mean', page)
    assert asked, page
    assert "It may say that no disposal was given" in page
    assert options_of(page, asked[1])[1:3] == ["code-community_resolution", "aside"]
    assert standing(page, asked[1]) == ""


def test_a_word_may_mean_that_nothing_was_recorded(lead, send, database, count_cases):
    send(lead, other({"sex": "Zonk"}))
    go_on(lead, "columns")
    assert "Not recorded" in go_on(lead, "words", word_0_0="code-").text
    lead.post(f"{PAGE}/confirm", {"name": "Occurrences"})
    work(database, KEY)
    assert count_cases() == 1


def test_words_are_not_asked_about_before_the_columns(lead, send):
    send(lead, other())
    assert "What do the file’s columns hold?" in lead.get(f"{PAGE}/words").text
    assert "What do the file’s columns hold?" in lead.get(f"{PAGE}/confirm").text


@pytest.mark.parametrize("stage", ["columns", "words", "confirm"])
def test_a_file_that_has_moved_on_leads_to_its_page(lead, send, stage):
    send(lead, extract({}))
    for answer in (lead.get(f"{PAGE}/{stage}"), lead.post(f"{PAGE}/{stage}", {"name": "X"}, page="/account")):
        assert answer.request.path == PAGE
        assert "What this file’s columns hold has been said already" in html.unescape(answer.text).replace("'", "’")


def test_what_waits_for_the_lead_stands_at_home(lead, send):
    send(lead, other(), name="june.csv")
    assert "Say what a file’s columns hold" in lead.get("/force/").text


def test_the_first_cases_are_read_back_before_anything_is_loaded(lead, send, count_cases):
    send(lead, other({"offender_name": "Harrow, Ann", "offence_date": "12/03/2026"}, {"case_number": "OOC-2"}))
    go_on(lead, "columns")

    page = lead.get(f"{PAGE}/confirm").text

    assert "The first 2 cases" in page
    assert "Harrow, Ann" in page
    assert "12 March 2026" in page
    assert count_cases() == 0


def test_a_row_that_would_be_rejected_is_seen_before_anything_is_loaded(lead, send):
    send(lead, other({"offence_date": "12/03/2036"}))
    go_on(lead, "columns")

    assert "This row would be rejected" in lead.get(f"{PAGE}/confirm").text


def test_what_is_read_back_is_kept_and_logged_nowhere_in_clear(lead, send, database, caplog):
    send(lead, other({"offender_name": "Zimmerwald, Ottoline"}))
    go_on(lead, "columns")
    assert "Zimmerwald" in lead.get(f"{PAGE}/confirm").text

    with database.reading() as session:
        tables = [str(session.execute(table.select()).all()) for table in Case.metadata.sorted_tables]
    assert not [text for text in tables if "Zimmerwald" in text]
    assert "Zimmerwald" not in caplog.text


def test_only_the_words_that_are_new_are_asked_of_the_next_file(lead, send, database):
    words = [{"case_number": "OOC-1", "disposal": "Blip"}, {"case_number": "OOC-2", "disposal": "Community resolution"}]
    send(lead, other(*words))
    go_on(lead, "columns")
    go_on(lead, "words", word_0_0="code-community_resolution")
    lead.post(f"{PAGE}/confirm", {"name": "Ours"})
    work(database, KEY)
    more = [{"case_number": "OOC-3", "disposal": "Blip"}, {"case_number": "OOC-4", "disposal": "Blop"}]
    send(lead, renamed(other(*more), tier="Wubble"))
    page = lead.get("/force/extracts/2/columns").text
    lead.post("/force/extracts/2/columns", form_of(page))

    page = lead.get("/force/extracts/2/words").text

    assert "Rows that you reject here are listed for you to mend." in page
    assert "See and change the 1 word confirmed before" in page
    assert standing(page, "word_0_0") == "code-community_resolution"


def test_the_state_as_a_victim_loads_its_case_without_a_name(lead, send, count_cases, database):
    send(lead, other({"victim_1_name": "STATE", "victim_consulted": ""}))
    go_on(lead, "columns")
    page = lead.get(f"{PAGE}/confirm").text
    assert "No identifiable victim" in page
    lead.post(f"{PAGE}/confirm", {"name": "Ours"})
    work(database, KEY)
    assert count_cases() == 1


def test_a_reload_after_another_field_was_asked_for_keeps_what_was_chosen(lead, send):
    send(lead, other())
    page = lead.get(f"{PAGE}/columns").text
    go_on(lead, "columns", **{input_of(page, "Disposal"): "more", input_of(page, "Blorp"): "tier"})

    again = lead.get(f"{PAGE}/columns").text

    assert standing(again, input_of(again, "Blorp")) == "tier"
    assert standing(again, input_of(again, "Disposal")) == "disposal"


def test_what_is_only_half_said_is_neither_asked_on_nor_confirmed(lead, send):
    send(lead, other())
    page = lead.get(f"{PAGE}/columns").text
    go_on(lead, "columns", **{input_of(page, "Disposal"): "more", input_of(page, "Offence Description"): ""})

    for further in ("words", "confirm"):
        assert "What do the file’s columns hold?" in lead.get(f"{PAGE}/{further}").text


def test_a_short_list_says_at_once_what_it_lacks_and_what_may_be_done(lead, send):
    send(lead, b"Crime ref,Name,DOB,Offence,Date given,Outcome\r\n42/1/26,Ann Marsh,1/2/1990,Theft,3/4/2026,CR\r\n")

    page = " ".join(html.unescape(lead.get(f"{PAGE}/columns").text).split())

    assert re.findall('name="need_([a-z_]+)"', page.partition("Still needed")[2])[:3] == [
        "case_number",
        "offence_group",
        "offence_date",
    ]
    assert "If no column holds “Case number” and “Offence date”, this file cannot be loaded as it stands" in page
    assert "choose a value for every row" in page
