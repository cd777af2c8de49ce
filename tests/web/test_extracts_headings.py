"""A lead points at the row of headings where it was found wrong or not at all, and is not asked again next month."""

import html

import pytest

from scrutiny_app.domain.people import Role
from tests.making import KEY
from tests.web import strange_structures as strange
from tests.web.saying import PAGE, form_of
from tests.web.working import work

ROWS_ABOVE = [["Northmoor Police", "Out of court", "Report"], []]
FIRST = ["Case", "Crime", "Suspect", "Date of", "Sex", "Offence", "Date of", "Outcome", "Disposal", "Date of"]
SECOND = ["number", "number", "name", "birth", "", "title", "offence", "code", "type", "outcome"]
STRANGE = ["Zq ref", "Zq other", "Zq who", "Zq dob", "Zq s", "Zq what", "Zq day", "Zq code", "Zq how", "Zq given"]


NEW = '<span class="tile__figure">3</span> <span class="tile__label">new</span>'


def cases(month=3):
    return [
        [
            *(f"OOC/{month}{n}", f"42/{n}{month}/26", f"Marsh, Kim{'abc'[n]}", f"0{n + 1}/02/1990", "M"),
            *("Theft from a shop", f"1{n}/02/2026", "8", "Community Resolution", f"2{n}/0{month}/2026"),
        ]
        for n in range(3)
    ]


def text_of(page):
    return " ".join(html.unescape(page.text).split())


@pytest.fixture
def lead(enter):
    return enter(Role.LEAD)


@pytest.fixture
def point(lead, database):
    """Point at rows, let a worker look, and give the page that says what came of it."""

    def point(*rows):
        answer = lead.post(f"{PAGE}/headings", {"rows": [str(row) for row in rows]})
        work(database, KEY)
        return answer

    return point


def confirm(lead, database):
    """Say what the columns hold, as suggested, and have the file loaded; give its page."""
    lead.post(f"{PAGE}/columns", form_of(lead.get(f"{PAGE}/columns").text))
    words = form_of(lead.get(f"{PAGE}/words").text)
    if words:
        lead.post(f"{PAGE}/words", words)
    lead.post(f"{PAGE}/confirm", {"name": "Ours"})
    work(database, KEY)
    return text_of(lead.get(PAGE))


def test_headings_wrapped_onto_two_rows_are_pointed_at_and_known_next_month(lead, send, database, point):
    send(lead, strange.book({"Report": [*ROWS_ABOVE, FIRST, SECOND, *cases()]}), "report.xlsx")
    page = text_of(lead.get(f"{PAGE}/headings"))
    assert "Row 3: Case | Crime | Suspect" in page
    assert "Row 4: number | number | name" in page
    point(3, 4)
    columns = text_of(lead.get(f"{PAGE}/columns"))
    assert "headings in rows 3 and 4 (" in columns
    assert "“Date of birth”" in columns
    assert NEW in confirm(lead, database)
    more = [["Run by", "Somebody", "Else"], *ROWS_ABOVE]
    send(lead, strange.book({"Report": [*more, FIRST, SECOND, *cases(4)]}), "later.xlsx")
    assert NEW in text_of(lead.get("/force/extracts/2"))


def test_a_file_in_which_no_headings_are_found_asks_where_they_stand(lead, send, database, point):
    send(lead, strange.as_csv([*ROWS_ABOVE, STRANGE, *cases()]), "report.csv")
    page = text_of(lead.get(f"{PAGE}/columns"))
    assert "No row of this file looks like one of headings" in page
    point(3)
    assert "“Zq given”" in text_of(lead.get(f"{PAGE}/columns"))


def test_a_row_of_values_is_no_row_of_headings_and_nothing_is_lost(lead, send, point):
    send(lead, strange.as_csv([FIRST, SECOND, *cases()]), "report.csv")
    before = text_of(lead.get(f"{PAGE}/columns"))
    point(3)
    after = text_of(lead.get(f"{PAGE}/columns"))
    assert "it is one of values" in after
    assert "headings in row 1" in before
    assert "headings in row 1" in after


@pytest.mark.parametrize(("rows", "said"), [((), "Select the row"), ((1, 3), "Select one row, or two"), ((99,), "")])
def test_headings_are_one_row_or_two_together(lead, send, point, rows, said):
    send(lead, strange.as_csv([FIRST, SECOND, *cases()]), "report.csv")
    page = text_of(point(*rows))
    assert said in page
    assert "Where do the headings stand?" in page
