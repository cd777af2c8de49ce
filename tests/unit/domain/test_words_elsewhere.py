"""Words of other systems: what is read is read as it is meant, and what is not understood is never dropped unseen."""

import pytest

from scrutiny_app.domain.asking_words import suggest_words
from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.flags_together import FlagsTogether, flags_in
from scrutiny_app.domain.footings import Footing
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.styles import Style
from scrutiny_app.domain.uses import Mapping, Use
from scrutiny_app.domain.word_footings import footings
from scrutiny_app.domain.wording import meaning
from tests.unit.domain.looks import look_at_column


def asked(field, *words):
    """Give each word of a column that is put to a person, with what is suggested and on what that rests."""
    look = look_at_column("Column", *words)
    found = suggest_words(look, Mapping({"column": (Use(field),)}))
    return {
        word: (code, footing)
        for one in found
        for (word, _, code), footing in zip(one.words, footings(one), strict=True)
    }


@pytest.mark.parametrize(
    ("cell", "flags"),
    [
        ("DA CSE H", ["DA", "CSE", "H"]),
        ("hate - race > alcohol", ["hate - race", "alcohol"]),
        ("NON DA", ["NON DA"]),
        ("Domestic Abuse", ["Domestic Abuse"]),
        ("HATE CRIME", ["HATE CRIME"]),
    ],
)
def test_codes_of_flags_are_parted_by_spaces_and_words_are_not(cell, flags):
    assert flags_in(cell) == flags


def test_a_code_that_nobody_explained_keeps_the_cell_from_being_read():
    cells = {"flags": "DA ZZ"}
    FlagsTogether({}).set_in(cells)

    assert cells["flags"] == "DA ZZ"


@pytest.mark.parametrize("word", ["Not DA", "No hate element", "Domestic and knife"])
def test_a_flag_that_is_denied_or_is_two_is_asked_about(word):
    assert meaning(COLUMN["flags"], word) is None


@pytest.mark.parametrize(
    ("field", "word", "code"),
    [
        ("sex", "Benyw / Female", "female"),
        ("disposal", "Datrysiad Cymunedol / Community Resolution", "community_resolution"),
        ("victim_consulted", "Naddo / No", "no"),
        ("domestic_abuse", "Ie / Yes", "yes"),
        ("disposal", "Community Resolution / Youth Caution", None),
        ("victim_consulted", "no IP", "no_victim"),
        ("victim_consulted", "There was no victim", "no_victim"),
        ("decision_maker_rank", "Prif Arolygydd", "chief_inspector"),
    ],
)
def test_what_a_word_means(field, word, code):
    assert meaning(COLUMN[field], word) == code


def test_a_sex_that_is_not_recorded_for_a_word_stands_in_the_open():
    assert asked("sex", "F", "Prefer not to say") == {"Prefer not to say": ("", Footing.READ)}


def test_an_x_beside_a_code_for_unknown_is_asked_about():
    assert asked("sex", "M", "F", "X", "U")["X"] == (None, Footing.ASKED)


def test_an_m_beside_a_welsh_d_may_be_a_woman():
    assert asked("sex", "M", "D")["M"] == (None, Footing.ASKED)


def test_names_with_a_comma_and_without_are_read_each_by_its_own_look():
    names = ["MARSH, Ann", "Joe Bond", "VIRK Priya", "Ann KELLY", "Bond, Lee (Spud)", "Niamh Kelly"]
    [one] = suggest(look_at_column("Suspect", *names), "")
    mapper = RowMapper(Mapping({"suspect": one.uses}), ["Suspect"])

    assert one.uses == (Use("offender_name", style=Style.COMMA_OR_FORENAMES),)
    assert not one.sure
    assert [mapper.cells([name])["offender_name"] for name in names] == [
        "MARSH, Ann",
        "Bond, Joe",
        "VIRK, Priya",
        "KELLY, Ann",
        "Bond, Lee (Spud)",
        "Kelly, Niamh",
    ]


@pytest.mark.parametrize(
    "word",
    ["No complainant", "No vic", "n/a - no victim", "No aggrieved", "No IP", "No injured party", "No known victim"],
)
def test_nobody_harmed_is_no_victim_and_never_a_victim_who_was_not_asked(word):
    assert meaning(COLUMN["victim_consulted"], word) == "no_victim"
    assert meaning(COLUMN["victim_agreed"], word) != "no"


@pytest.mark.parametrize("word", ["No contact with victim", "No victim contact", "No", "No reply from IP"])
def test_a_victim_who_was_not_reached_was_not_consulted(word):
    assert meaning(COLUMN["victim_consulted"], word) == "no"


@pytest.mark.parametrize("word", ["Not Finalised", "Not yet finalised", "Not closed", "Unfiled"])
def test_what_is_not_finalised_is_open(word):
    assert meaning(COLUMN["status"], word) == "open"


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Declined by client", "withdrawn"),
        ("Withdrawn by officer", "withdrawn"),
        ("Charged instead", "withdrawn"),
        ("Rescinded 4/11", "withdrawn"),
        ("Awaiting decision", "open"),
        ("Cancelled appointment", None),
        ("Accepted", None),
        ("Awaiting compliance", None),
    ],
)
def test_a_status_that_says_how_a_referral_ended_otherwise_is_read(word, code):
    assert meaning(COLUMN["status"], word) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("not due yet", "in_progress"),
        ("Not yet due", "in_progress"),
        ("still going", "in_progress"),
        ("Under way", "in_progress"),
        ("still attending", "in_progress"),
        ("still in breach", "not_completed"),
        ("due later", "in_progress"),
        ("not paid yet", "in_progress"),
        ("yet to start", "in_progress"),
        ("not done", "not_completed"),
        ("Not completed by due date", "not_completed"),
        ("breached, the second not due", "not_completed"),
        ("overdue, not yet done", "not_completed"),
    ],
)
def test_conditions_that_are_not_due_yet_are_in_progress_and_no_failure(word, code):
    assert meaning(COLUMN["conditions_completed"], word) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        *((word, "completed") for word in ("Complied - letter due in file", "Completed (not yet reviewed)")),
        *((word, "completed") for word in ("Complied, not yet signed off", "Conditions met - not yet verified")),
        *(
            (word, None)
            for word in ("Nothing due in May", "No payment due in June", "Completed 2 of 3, last due in May")
        ),
        *(
            (word, "in_progress")
            for word in ("Due in May", "Due in 2 weeks", "Not yet completed", "Complied but not yet paid")
        ),
        *((word, "not_completed") for word in ("Not complied with", "Breached, course due in May")),
    ],
)
def test_what_is_behind_in_the_file_alone_does_not_keep_conditions_running(word, code):
    assert meaning(COLUMN["conditions_completed"], word) == code


@pytest.mark.parametrize(
    ("word", "code"), [("OUT", "in_progress"), ("Monitoring", "in_progress"), ("FLD", "not_completed")]
)
def test_short_words_for_conditions_that_run_or_failed_have_an_answer_offered(word, code):
    assert meaning(COLUMN["conditions_completed"], word) == code


@pytest.mark.parametrize(
    "word", ["Not applicable", "None", "Not required", "No conditions", "Amherthnasol / Not applicable"]
)
def test_what_says_that_there_were_no_conditions_does_not_say_that_they_were_not_kept(word):
    assert asked("conditions_completed", word, "Done").get(word) == ("", Footing.READ)


@pytest.mark.parametrize(
    ("word", "code"),
    [("None met", "not_completed"), ("Not Applicable - CR only", None), ("Plan running", "in_progress")],
)
def test_conditions_of_which_more_is_said(word, code):
    assert meaning(COLUMN["conditions_completed"], word) == code


@pytest.mark.parametrize("word", ["Takes responsibility", "Took responsibility"])
def test_who_takes_responsibility_accepts_it(word):
    assert asked("admission", word, "Full")[word] == ("accepts_responsibility", Footing.KNOWN)


def test_an_appropriate_adult_is_not_applicable_in_both_languages():
    assert meaning(COLUMN["appropriate_adult"], "Amherthnasol / Not applicable") == "no"


@pytest.mark.parametrize(
    ("word", "code"), [("Y - parent", "yes"), ("Y (social worker)", "yes"), ("N - not needed", "no")]
)
def test_an_answer_with_more_behind_it_is_read_and_shown(word, code):
    assert asked("appropriate_adult", word, "Y", "N")[word] == (code, Footing.READ)


@pytest.mark.parametrize(
    ("field", "word", "code"),
    [
        ("flags", "CHD", "child_involved"),
        ("flags", "WPN", "weapon"),
        ("flags", "HAT", "hate"),
        ("admission", "Owned it", "accepts_responsibility"),
        ("victim_consulted", "NV", "no_victim"),
        ("victim_consulted", "NIV", "no_victim"),
        ("status", "CU", "finalised"),
        ("status", "OP", "open"),
        ("ethnicity", "Not said", "not_stated"),
        ("conditions_completed", "Engaged - all actions done", "completed"),
    ],
)
def test_words_of_trackers_and_crime_systems_are_known(field, word, code):
    assert meaning(COLUMN[field], word) == code
