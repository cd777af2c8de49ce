import pytest

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.looking import Look
from scrutiny_app.domain.mapping import Mapping, Use, suggest_words
from scrutiny_app.domain.parties import PARTY_COLUMN
from scrutiny_app.domain.wording import meaning
from tests.unit.domain.looks import look_at_column


def words_of(field: str, *values: str):
    look: Look = look_at_column("Kol", *values)
    return suggest_words(look, Mapping({"kol": (Use(field),)}))


@pytest.mark.parametrize(
    ("field", "word", "code"),
    [
        *(("disposal", "CR - L1", "community_resolution"), ("disposal", "Communty Resolution", "community_resolution")),
        *(
            ("disposal", "8 - Community Resolution", "community_resolution"),
            ("disposal", "Youth Cond Caution", "youth_conditional_caution"),
        ),
        *(
            ("disposal", "Outcome 22 - Diversionary", "outcome_22"),
            ("disposal", "TIC", None),
            ("disposal", "Charged", None),
        ),
        *(("outcome_code", "Outcome 8", "8"), ("outcome_code", "8: CR", "8"), ("outcome_code", "Type 3A", "3A")),
        *(("outcome_code", "8 - Community Resolution", "8"), ("outcome_code", "Outcome 8 or 22", None)),
        *(("outcome_code", "OC22", "22"), ("outcome_code", "Outcome 99", None), ("outcome_code", "TIC", None)),
        *(
            ("ethnicity", "White - British", "white"),
            ("ethnicity", "W1 White British", "white"),
            ("ethnicity", "IC1", None),
        ),
        *(("ethnicity", "Gypsy or Irish Traveller", "white"), ("ethnicity", "Arab", "other"), ("ethnicity", "6", None)),
        *(
            ("ethnicity", "White and Black Caribbean", "mixed"),
            ("ethnicity", "Chinese", None),
            ("ethnicity", "Chinese or other", "other"),
            ("ethnicity", "A4 - Chinese", "asian"),
            ("outcome_code", "HO22", "22"),
            ("outcome_code", "HO3", "3"),
            ("outcome_code", "Conditional caution", None),
            ("outcome_code", "Youth conditional caution", None),
            ("outcome_code", "CR - letter of apology", "8"),
            ("outcome_code", "Youth caution", "2"),
            ("hate", "Homophobic", "yes"),
            ("victim_agreed", "not_applicable", ""),
            ("conditions_completed", "PEND", "in_progress"),
            ("admission", "1", "full"),
            ("admission", "0", "none"),
            ("ethnicity", "NS - Not stated", "not_stated"),
        ),
        *(
            ("hate", "T", "yes"),
            ("hate", "Ticked", "yes"),
            ("hate", "Unticked", "no"),
            ("hate", "✓", "yes"),
            ("hate", "Perhaps", None),
        ),
        *(("hate", "Unk", ""), ("sex", "Not known", ""), ("disposal", "N/K", ""), ("sex", "?", "")),
        *(("authorising_rank", "T/Insp", ""), ("decision_maker_rank", "Police Sergeant", "sergeant")),
        *(
            ("offence_group", "Theft from a shop or stall", "shoplifting"),
            ("offence_group", "Common assault", "violence_without_injury"),
        ),
        *(
            ("conditions_completed", "Fully complied", "completed"),
            ("conditions_completed", "Not met", "not_completed"),
            ("conditions_completed", "Partially completed", "in_progress"),
        ),
        *(
            ("victim_agreed", "No objection", "yes"),
            ("victim_agreed", "Does not support", "no"),
            ("victim_agreed", "Refused", None),
            ("victim_consulted", "Declined to engage", "yes"),
            ("victim_consulted", "Yes - by phone", "yes"),
            ("domestic_abuse", "No - checked", "no"),
            ("domestic_abuse", "Yes/No", None),
            ("appropriate_adult", "Mother", "yes"),
            ("admission", "Yes - in part", "partial"),
            ("sex", "Prefer not to say", ""),
        ),
        *(
            ("disposal", "Comm. Resol.", "community_resolution"),
            ("disposal", "CR with conditions", "community_resolution"),
            ("disposal", "Tier 1 CR", "community_resolution"),
            ("disposal", "DPS", "outcome_22"),
            ("disposal", "Cond. Ctn", "conditional_caution"),
            ("disposal", "Caution", None),
            ("outcome_code", "O/C 8", "8"),
            ("outcome_code", "T22", "22"),
            ("ethnicity", "Gypsy / Traveller", "white"),
            ("ethnicity", "IC3", None),
            ("offence_group", "criminalDamageArson", "criminal_damage"),
            ("offence_group", "violenceNoInjury", "violence_without_injury"),
        ),
    ],
)
def test_a_word_is_understood_as_a_person_would_or_not_at_all(field, word, code):
    assert meaning(COLUMN[field], word) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("V1", "victim"),
        ("IP / Aggrieved", "victim"),
        ("Key witness", "witness"),
        ("Mum", "parent"),
        ("Consulted", "third_party"),
    ],
)
def test_what_a_person_is_in_a_case_is_understood(word, code):
    assert meaning(PARTY_COLUMN["role"], word) == code


def test_only_words_that_the_schema_does_not_read_are_asked_for_with_their_counts():
    (asked,) = words_of("disposal", "CR", "Comm Res.", "Caution!", "Caution!", "", "Y/C")

    assert [(word, count) for word, count, _ in asked.words] == [("Caution!", 2)]


def test_spellings_of_one_word_are_asked_for_once():
    (asked,) = words_of("hate", "ticked", "Ticked", "TICKED ")

    assert asked.words == (("TICKED", 3, "yes"),)


def test_the_choices_offered_are_the_fields_own_and_not_recorded():
    (asked,) = words_of("hate", "Ticked")

    assert asked.choices == (("yes", "Yes"), ("no", "No"), ("", "Not recorded"))


def test_outcome_codes_that_count_are_not_asked_for():
    assert words_of("outcome_code", "8", "3a", "08", "22") == []


@pytest.mark.parametrize(
    ("field", "word", "code"),
    [
        *(("offence_group", "VIOL_INJ", "violence_with_injury"), ("offence_group", "PUB_ORD", "public_order")),
        *(
            ("offence_group", "CRIM_DAM", "criminal_damage"),
            ("offence_group", "VIOL_NO_INJ", "violence_without_injury"),
        ),
        *(("disposal", "CR1", "community_resolution"), ("disposal", "COND_CAUT", "conditional_caution")),
        *(("disposal", "SIM_CAUT", "simple_caution"), ("status", "FIN", "finalised"), ("status", "OPN", "open")),
        *(("status", "Confirmed", "finalised"),),
    ],
)
def test_short_codes_of_records_systems_are_understood(field, word, code):
    assert meaning(COLUMN[field], word) == code


@pytest.mark.parametrize("name", ["hate", "victim_consulted"])
def test_a_question_is_named_by_its_heading_in_quotes(name):
    (asked,) = words_of(name, "Perhaps not")

    assert asked.title == f"“{COLUMN[name].heading}”"
