"""What a blank among ticks means is said by a person before anything is loaded, and remembered with the layout."""

import html

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Role
from scrutiny_app.models.cases import Case
from tests.extracts import extract, renamed
from tests.making import KEY
from tests.web.saying import PAGE, form_of, go_on
from tests.web.working import work

TICKS = ({"case_number": "OOC-1", "domestic_abuse": "Y"}, {"case_number": "OOC-2", "domestic_abuse": ""})


@pytest.fixture
def lead(enter):
    return enter(Role.LEAD)


@pytest.fixture
def flags(database):
    def read():
        with database.reading() as session:
            return list(session.scalars(select(Case.domestic_abuse).order_by(Case.id)))

    return read


@pytest.fixture
def records(database):
    def read():
        with database.reading() as session:
            return [
                (case.domestic_abuse, case.hate, case.weapon)
                for case in session.scalars(select(Case).order_by(Case.id))
            ]

    return read


def ticked(*rows):
    return renamed(extract(*(rows or TICKS)), area="Blorp")


def test_a_blank_among_ticks_is_asked_about_and_nothing_is_chosen_beforehand(lead, send, flags):
    send(lead, ticked())

    page = go_on(lead, "columns").text

    assert "Does a blank under “Domestic abuse” mean no, or that it was not recorded?" in page
    assert ">1 row<" in page
    assert form_of(page) == {"word_0_0": ""}
    assert "Say what a blank under “Domestic abuse” means" in go_on(lead, "words").text
    assert lead.get(f"{PAGE}/confirm").request.path.endswith("/words")
    assert "Does a blank under" in lead.post(f"{PAGE}/confirm", {"name": "Ours"}, page=f"{PAGE}/words").text
    assert flags() == []


SEVERAL = (
    {"case_number": "OOC-1", "domestic_abuse": "Y", "hate": "Y", "weapon": "Y"},
    {"case_number": "OOC-2", "domestic_abuse": "", "hate": "", "weapon": ""},
)


def test_of_several_columns_of_ticks_one_answer_does_and_one_may_be_answered_apart(lead, send, database, records):
    send(lead, ticked(*SEVERAL))
    page = go_on(lead, "columns").text

    assert "Does a blank under “Domestic abuse”, “Hate” and “Weapon” mean no, or that it was not recorded?" in page
    assert page.count("Say what a blank under") == 0
    said = html.unescape(go_on(lead, "words").text)
    assert "Say what a blank under “Domestic abuse”, “Hate” and “Weapon” means" in said
    apart = next(name for name in form_of(page) if f'for="{name}">Does a blank under “Hate” mean' in page)
    go_on(lead, "words", blanks="code-no", **{apart: "code-"})
    lead.post(f"{PAGE}/confirm", {"name": "Ours"})
    work(database, KEY)

    assert records() == [(True, True, True), (False, None, False)]


def test_blanks_of_one_column_alone_are_asked_by_themselves(lead, send):
    send(lead, ticked())
    page = go_on(lead, "columns").text

    assert "Blank cells among ticks" not in page
    assert "As in the others" not in page


@pytest.mark.parametrize(("said", "shown", "kept"), [("code-no", "No", False), ("code-", "Not recorded", None)])
def test_a_blank_is_loaded_as_was_said_and_so_is_that_of_the_next_file(lead, send, database, flags, said, shown, kept):
    send(lead, ticked())
    go_on(lead, "columns")
    page = go_on(lead, "words", word_0_0=said).text
    assert "a blank cell" in page
    assert shown in page
    lead.post(f"{PAGE}/confirm", {"name": "Ours"})
    work(database, KEY)
    assert flags() == [True, kept]

    send(lead, ticked({"case_number": "OOC-3", "domestic_abuse": "Y"}, {"case_number": "OOC-4", "domestic_abuse": ""}))

    assert flags() == [True, kept, True, kept]


def test_a_layout_that_says_nothing_of_blanks_is_asked_again_when_a_file_holds_ticks_alone(lead, send, database, flags):
    send(lead, ticked({"case_number": "OOC-1", "domestic_abuse": "Y"}))
    go_on(lead, "columns")
    lead.post(f"{PAGE}/confirm", {"name": "Ours"})
    work(database, KEY)

    page = send(
        lead, ticked({"case_number": "OOC-3", "domestic_abuse": "Y"}, {"case_number": "OOC-4", "domestic_abuse": ""})
    )

    assert "Say what its columns hold" in page.text
    assert flags() == [True]


def test_a_word_whose_rows_are_to_be_rejected_is_remembered_with_the_layout(lead, send, database):
    send(lead, ticked({"case_number": "OOC-1", "sex": "Zonk"}, {"case_number": "OOC-2"}))
    go_on(lead, "columns")
    assert "Sex: “Zonk”, in 1 row" in go_on(lead, "words", word_0_0="reject").text
    lead.post(f"{PAGE}/confirm", {"name": "Ours"})
    work(database, KEY)
    send(lead, renamed(ticked({"case_number": "OOC-3", "sex": "Zonk"}), tier="Wubble"))
    page = lead.get("/force/extracts/2/columns").text

    answer = lead.post("/force/extracts/2/columns", form_of(page))

    assert answer.request.path.endswith("/confirm")
    assert "Sex: “Zonk”, in 1 row" in answer.text
    page = lead.get("/force/extracts/2/words").text
    assert "Every word of this file has been confirmed before" in page
    assert form_of(page) == {"word_0_0": "reject"}
