"""A word that bears a remark, in brackets or after a dash, is read with it, and never by half of what it says."""

import pytest

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.codes_in_doubt import codes_in_doubt
from scrutiny_app.domain.wording import meaning
from tests.unit.domain.looks import look_at_column

READ = {
    (
        "victim_consulted",
        "no_victim",
    ): "Not applicable - no victim|N/A (no victim)|Not required - no identifiable victim|"
    "No - no victim|State is victim|NA - victimless crime|No victim - state offence|Not consulted - no IP",
    ("victim_agreed", ""): "Not applicable - no victim|There was no victim|N/A - victimless",
    ("disposal", "simple_caution"): "Caution (Simple)|caution (simple)|Caution - Simple|CAUTION: SIMPLE|Caution Simple|"
    "Caution (Simple) Adult|Simple police caution",
    ("disposal", "youth_caution"): "Caution (Youth Simple)",
    ("admission", "full"): "FA",
    ("admission", "partial"): "PA",
    ("status", "open"): "Awaiting review|Pending review|Awaiting finalisation",
    ("status", "withdrawn"): "WDN",
}
OTHERWISE = {
    "victim_consulted": "Not applicable - victim declined|Not required - victim refused|No victim objections",
    "disposal": "Caution|Caution (simple or conditional)|Simple/Conditional caution|Simple caution refused",
    "admission": "ND|DA",
    "status": "DEC|Withdrawn after review",
}


@pytest.mark.parametrize(
    ("field", "word", "code"),
    [(field, word, code) for (field, code), words in READ.items() for word in words.split("|")],
)
def test_a_word_is_read_with_its_remark(field, word, code):
    assert meaning(COLUMN[field], word) == code


@pytest.mark.parametrize(
    ("field", "word"), [(field, word) for field, words in OTHERWISE.items() for word in words.split("|")]
)
def test_a_word_of_which_a_person_must_say_what_it_means_is_not_read(field, word):
    assert meaning(COLUMN[field], word) is None


@pytest.mark.parametrize("word", ["No victim contact", "No victim engagement", "No victim statement"])
def test_a_victim_who_was_not_reached_is_no_missing_victim(word):
    assert meaning(COLUMN["victim_consulted"], word) == "no"


@pytest.mark.parametrize(("other", "doubted"), [("FA", {"na": None}), ("Full", {})])
def test_beside_codes_of_admissions_na_may_be_one_of_them(other, doubted):
    column = look_at_column("Admission", other, "NA").cases.columns[0]
    assert codes_in_doubt(COLUMN["admission"], column) == doubted
