"""A status that is read as open is shown, and asked about where its rows have a disposal and its date."""

import pytest

from scrutiny_app.domain.asking_words import suggest_words
from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.footings import Footing
from scrutiny_app.domain.looking import Look, Looker
from scrutiny_app.domain.new_words import new_words
from scrutiny_app.domain.no_disposal import is_status_of_another_end
from scrutiny_app.domain.open_statuses import OPEN_SHOWN, WHY_ASKED
from scrutiny_app.domain.uses import REJECTED, Mapping, Use
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


_ELSEWHERE = "Charged|To court|Court|NFA|No further action|Summonsed|Charged instead|Prosecuted|Cyhuddwyd"


@pytest.mark.parametrize("word", _ELSEWHERE.split("|"))
def test_a_status_that_says_to_court_or_no_action_leaves_its_rows_out_and_is_not_withdrawn(word):
    _, (status,) = asked(["R-2", word, "", ""])
    assert status.words == ((word, 1, REJECTED),)
    assert footings(status) == [Footing.READ]


@pytest.mark.parametrize("word", ["Withdrawn by officer", "Cancelled", "No crime", "Rescinded 4/11"])
def test_a_status_of_what_was_withdrawn_or_cancelled_is_withdrawn(word):
    assert meaning(COLUMN["status"], word) in ("withdrawn", None)
    assert not is_status_of_another_end(word)


_STILL = (
    "Awaiting court|Pending charge decision|Pre-charge|Closed - NFA|Not charged|Charge review|Active|Officer in charge"
)


@pytest.mark.parametrize("word", _STILL.split("|"))
def test_a_status_that_only_speaks_of_a_charge_ahead_or_is_closed_too_leaves_nothing_out_by_that(word):
    assert not is_status_of_another_end(word)
