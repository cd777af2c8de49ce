"""What must be read of a file is short: questions stand in the open, what is known is folded, faults come first."""

import html
import io
import re

import pytest
from openpyxl import load_workbook

from scrutiny_app.domain.people import Role
from tests.extracts import extract, renamed
from tests.making import KEY
from tests.web.saying import PAGE, form_of, go_on, input_of, standing
from tests.web.working import work

OTHER = {"case_number": "Case Ref", "area": "Blorp"}
HEADING = "Look these over"


@pytest.fixture
def lead(enter):
    return enter(Role.LEAD)


def in_the_open(page):
    """Leave out what stands in details that are closed, innermost first."""
    closed = re.compile(r"<details class=\"[^\"]*\">(?:(?!<details|</details>).)*</details>", re.DOTALL)
    opened = re.compile(r"<details class=\"[^\"]*\" open>((?:(?!<details|</details>).)*)</details>", re.DOTALL)
    before = ""
    while page != before:
        before, page = page, opened.sub(r"\1", closed.sub("", page))
    return html.unescape(page)


def test_a_column_of_which_nothing_is_known_is_named_and_folded(lead, send):
    send(lead, renamed(extract({"area": "Harbour"}), **OTHER))
    page = in_the_open(lead.get(f"{PAGE}/columns").text)

    assert "No field reads like “Blorp”." in page
    assert "What does “Blorp” hold?" not in page


def test_a_column_that_reads_like_a_field_is_shown_with_it_and_what_stands_there(lead, send):
    send(lead, renamed(extract({"offence_title": "Theft from shop"}), offence_title="Offnce Descripton", area="Blorp"))
    page = in_the_open(lead.get(f"{PAGE}/columns").text)

    assert HEADING in page
    table = re.sub("<[^>]+>", " ", page.partition(HEADING)[2].partition("</table>")[0]).split()
    assert "Offnce Descripton Offence Theft from shop" in " ".join(table)
    assert "What does “Offnce Descripton” hold?" not in page


def test_what_an_answer_has_raised_stands_alone_in_the_open(lead, send):
    send(lead, renamed(extract({}), disposal="Zonk", area="Blorp"))
    page = lead.get(f"{PAGE}/columns").text
    answer = in_the_open(go_on(lead, "columns", **{input_of(page, "Zonk"): ""}).text)

    assert re.findall(r"<select[^>]* name=\"([^\"]+)\"", answer) == ["need_disposal"]


def test_a_column_is_offered_where_it_is_needed_with_what_stands_in_it(lead, send):
    send(lead, renamed(extract({"area": "Harbour"}), disposal="Zonk", area="Blorp"))
    page = lead.get(f"{PAGE}/columns").text

    assert "Blorp (Harbour)" in go_on(lead, "columns", **{input_of(page, "Zonk"): ""}).text


def words_page(lead, send, *rows):
    send(lead, renamed(extract(*rows), **OTHER))
    return go_on(lead, "columns").text


def test_words_that_everybody_knows_are_told_in_one_line_and_taken_with_one_press(lead, send):
    page = words_page(lead, send, {"weapon": "Ticked"}, {"weapon": "Unticked"})
    seen = in_the_open(page.replace('<details class="govuk-details">', '<details class="govuk-details" open>', 1))

    assert "Well known: 2 words" in html.unescape(page)
    assert "<strong>Yes</strong>: “Ticked”" in seen
    assert "What does “Ticked” mean" not in in_the_open(page)
    assert "These are all right" in page
    assert set(form_of(page).values()) == {"code-yes", "code-no"}


def test_words_that_say_what_they_mean_stand_in_the_open_by_their_meaning(lead, send):
    page = in_the_open(words_page(lead, send, {"disposal": "Charged", "outcome_code": "1"}, {"sex": "Zonk"}, {}))

    assert "<strong>Rows left out</strong>: “Charged”" in page
    assert "What does “Zonk” mean under “Sex”?" in page
    assert "What does “Charged” mean" not in page
    assert page.index("Zonk") < page.index("Charged")


def test_a_word_that_is_only_spelt_like_one_of_ours_is_offered_and_not_chosen(lead, send):
    page = words_page(lead, send, {"sex": "Femalle"}, {}, {})

    (name,) = form_of(page)
    assert standing(page, name) == ""
    assert "Spelt like the answer that is offered first." in page
    offered = re.findall(r'<option value="([^"]*)"', page.partition(f'name="{name}"')[2].partition("</select>")[0])
    assert offered[:2] == ["", "code-female"]


def test_the_first_case_is_read_back_in_plain_words_with_what_a_person_had_to_say(lead, send):
    send(lead, renamed(extract({"offender_name": "Harrow, Ann", "disposal": "CR - L1", "area": "Quay"}), area="Blorp"))
    page = lead.get(f"{PAGE}/columns").text
    go_on(lead, "columns", **{input_of(page, "Blorp"): "area"})
    go_on(lead, "words")
    page = in_the_open(lead.get(f"{PAGE}/confirm").text)

    assert "Harrow, Ann; born" in page
    assert "Quay (“Blorp”)" in page
    assert "Community resolution (“CR - L1”); outcome 8;" in page


def loaded(lead, send, database, *rows):
    words_page(lead, send, *rows)
    go_on(lead, "words")
    lead.post(f"{PAGE}/confirm", {"name": "Ours"})
    work(database, KEY)
    return html.unescape(lead.get(PAGE).text)


def test_rows_that_are_rightly_left_out_are_counted_apart_and_are_no_fault(lead, send, database):
    page = loaded(lead, send, database, {}, {"disposal": "Charged"}, {"outcome_code": "20"})

    assert "There is nothing to mend." in page
    assert "Rightly left out: 2 rows" in page
    assert "What needs mending" not in page
    assert "Every row was rejected" not in page


def test_the_workbook_to_mend_has_the_rows_that_need_nothing_last(lead, send, database):
    loaded(lead, send, database, {}, {"disposal": "Charged", "offence_date": "soon"}, {"offence_date": "soon"})

    answer = lead.get(f"{PAGE}/rejected.xlsx")
    told = [row[0].value for row in load_workbook(io.BytesIO(answer.data)).worksheets[0].iter_rows(min_row=2)]

    assert "date" in told[0]
    assert "There is nothing to do" in told[1]
    assert "day/month/year" not in told[1]


def test_a_layouts_name_is_offered_after_the_file(lead, send):
    words_page(lead, send, {})

    assert 'value="' in lead.get(f"{PAGE}/confirm").text.partition('name="name"')[2].partition(">")[0]


@pytest.mark.parametrize("page", ["new", "1/columns", "1/words", "1/confirm", "1/headings", "1/cancel"])
def test_the_pages_of_mapping_have_the_way_back_and_out_and_no_other_places(lead, send, page):
    words_page(lead, send, {"sex": "Zonk"}, {})
    go_on(lead, "words", word_0_0="code-male")
    shown = lead.get(f"/force/extracts/{page}").text

    assert all(kept in shown for kept in ("Skip to main content", "Sign out", "govuk-back-link", "Accessibility"))
    assert "govuk-service-navigation__link" in shown
    assert not re.search("Menu</button>|>\\s*(Rounds|Volumes)\\s*</a>", shown)
    assert re.search(r">\s*Rounds\s*</a>", lead.get("/force/extracts").text)


@pytest.mark.parametrize(
    ("values", "shown"),
    [(("Theft", "Affray"), "Theft | Affray"), (("Act 1968 s.1", "Act 1968 s.9"), "Act 1968 s.1")],
)
def test_one_sample_stands_for_numbers_and_two_for_short_words(lead, send, values, shown):
    send(lead, renamed(extract(*({"offence_title": one} for one in values)), offence_title="Offnce Descripton"))
    table = in_the_open(lead.get(f"{PAGE}/columns").text).partition(HEADING)[2].partition("</table>")[0]

    assert f'data-title="Samples">{shown}</td>' in table


def test_a_reason_that_several_columns_share_stands_once(lead, send):
    ticks = ({"weapon": "Y", "hate": "Y"}, {"weapon": "", "hate": ""}, {"weapon": "", "hate": ""})
    page = in_the_open(words_page(lead, send, *ticks))

    assert page.count("No cell here is known to say no") == 1
