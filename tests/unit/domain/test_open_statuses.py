"""A status that is read as open is shown, and asked about where its rows have a disposal and its date."""

import pytest

from scrutiny_app.domain.asking_words import suggest_words
from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.footings import Footing
from scrutiny_app.domain.looking import Look, Looker
from scrutiny_app.domain.new_words import new_words
from scrutiny_app.domain.open_statuses import OPEN_SHOWN, WHY_ASKED
from scrutiny_app.domain.uses import Mapping, Use
from scrutiny_app.domain.word_footings import footings, why_asked
from scrutiny_app.domain.wording import meaning

HEADINGS = ("Ref", "Status", "Disposal", "Disposal date")
MAPPING = Mapping(
    {
        "ref": (Use("case_number"),),
        "status": (Use("status"),),
        "disposal": (Use("disposal"),),
        "disposaldate": (Use("disposal_date"),),
    }
)
CLOSED = ["R-1", "Closed", "Community resolution", "03/02/2026"]


def asked(*rows):
    looker = Looker("Cases", 1, HEADINGS)
    for row in (CLOSED, *rows):
        looker.see(row)
    look = Look(looker.look())
    return look, [one for one in suggest_words(look, MAPPING) if one.field == "status"]


def test_a_status_whose_rows_have_a_disposal_and_its_date_is_asked_about():
    look, (status,) = asked(["R-2", "Active", "Community resolution", "04/02/2026"])
    assert status.words == (("Active", 1, None),)
    assert footings(status) == [Footing.ASKED]
    assert why_asked(status, status.words[0]) == WHY_ASKED
    assert new_words(look, MAPPING) == [("Status", "Active")]


@pytest.mark.parametrize("end", [("", ""), ("Community resolution", ""), ("", "04/02/2026")])
def test_an_open_status_without_an_end_is_shown_and_not_asked_about(end):
    ended = ["R-2", "Active", "Community resolution", "04/02/2026"]
    look, (status,) = asked(ended, ["R-3", "Active", *end])
    assert status.words == (("Active", 2, "open"),)
    assert footings(status) == [Footing.KNOWN]
    assert dict(status.choices)["open"] == OPEN_SHOWN
    assert new_words(look, MAPPING) == []


@pytest.mark.parametrize("word", ["Approved", "signed off by supervisor"])
def test_an_approval_says_that_a_case_is_finalised_where_each_of_its_rows_has_its_disposal_and_the_date(word):
    given = ["R-2", word, "Community resolution", "04/02/2026"]

    (status,) = asked(given)[1]
    assert (status.words, footings(status)) == (((word, 1, "finalised"),), [Footing.READ])

    (status,) = asked(given, ["R-3", word, "Community resolution", ""])[1]
    assert (status.words, footings(status)) == (((word, 2, None),), [Footing.ASKED])


def test_a_journey_that_is_complete_is_finalised_and_an_investigation_is_not():
    end = ("Community resolution", "04/02/2026")
    (status,) = asked(["R-2", "Journey complete", *end], ["R-3", "Investigation complete", *end])[1]
    assert set(status.words) == {("Journey complete", 1, "finalised"), ("Investigation complete", 1, None)}


def test_a_finalised_status_is_not_shown():
    assert asked()[1] == []


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("Closed", "finalised"),
        ("Closed - Completed", "finalised"),
        ("Closed - Declined By Child", "withdrawn"),
        ("Closed - offer refused", "withdrawn"),
        ("Closed - NFA", None),
        ("Closed - Court", None),
        ("Finalised: no further action", None),
    ],
)
def test_how_a_case_was_closed_says_more_than_that_it_was(word, means):
    assert meaning(COLUMN["status"], word) == means
