"""A file of a known layout is asked about its new words where they are well known, rather than lose their rows."""

import html
import re

import pytest

from scrutiny_app.domain.people import Role
from tests.extracts import extract, renamed
from tests.making import KEY
from tests.web.saying import form_of, go_on
from tests.web.working import work

LATER = "/force/extracts/2"


def file(*disposals, first=1):
    rows = [{"case_number": f"OOC-{number}", "disposal": word} for number, word in enumerate(disposals, first)]
    return renamed(extract(*rows), offence_title="Offence Description")


def text(page):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page.text)).split())


@pytest.fixture
def lead(enter, send, database):
    """Give a lead who confirmed a layout on a file of one row."""
    lead = enter(Role.LEAD)
    send(lead, file("CR"))
    go_on(lead, "columns")
    lead.post("/force/extracts/1/confirm", {"name": "Ours"})
    work(database, KEY)
    return lead


def test_a_well_known_word_is_asked_about_first_and_alone(lead, send, database):
    page = text(send(lead, file("CR", "Comm Resolution L1", first=2)))
    assert "What the columns of this file hold is known" in page
    assert "1 word under “Disposal”" in page
    words = lead.get(f"{LATER}/words").text
    assert "Comm Resolution L1" not in page
    assert "Comm Resolution L1" in words
    lead.post(f"{LATER}/words", form_of(words))
    lead.post(f"{LATER}/confirm", {"name": "Ours"})
    work(database, KEY)
    assert "There is nothing to mend." in text(lead.get(LATER))
    assert "What the columns of this file hold" not in text(send(lead, file("Comm Resolution L1", first=9)))


@pytest.mark.parametrize("word", ["Zonk", "Charged", "Community resolution"])
def test_a_word_that_nobody_knows_or_that_needs_no_answer_asks_nothing(lead, send, word):
    assert "What the columns of this file hold" not in text(send(lead, file("CR", word, first=2)))
