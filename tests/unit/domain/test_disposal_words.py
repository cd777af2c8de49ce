"""What words for a disposal mean: conditions and a youth are heard, and the codes beside may speak against it."""

import pytest

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.footings import Footing
from scrutiny_app.domain.mapping import Mapping, Use, suggest_words
from scrutiny_app.domain.new_words import new_words
from scrutiny_app.domain.no_disposal import not_given
from scrutiny_app.domain.uses import REJECTED
from scrutiny_app.domain.word_footings import footings, if_given, why_asked
from scrutiny_app.domain.wording import meaning
from tests.unit.domain.looks import look_at, look_at_column

CAUTIONS = {
    "youth_conditional_caution": "Y Cond Caution; YCC; Y/CC; Youth Conditional; Youth cond caution; "
    "Juvenile cond caution; CAUTION - YOUTH CONDITIONAL; 2A : Youth Conditional Caution; Cond. caution (youth); "
    "Yth CC; YTHCC; YCON",
    "conditional_caution": "Adult cond caution; Adult Caution (Conditional); CAUTION - ADULT CONDITIONAL; "
    "Caution (cond); 3A : Adult Conditional Caution; Caut - cond adult; CCaut; Cautioned - conditional; "
    "condit caution; ACON; ADCC",
    "youth_caution": "Y Caution; Yth Caution; CAUTION - YOUTH; 2 : Youth Caution; Juvenile caution; "
    "Y. Caution; YCAU; YTHC",
    "simple_caution": "SCaut; CAUTION - ADULT; Adult simple caution; 3 : Adult Caution; "
    "Simple caution (non-conditional); ACAU; ADSC",
    "community_resolution": "CR with conditions; Youth conditional community resolution; Comm Resolution; YCR; CRES",
    "outcome_22": "DIVERSIONARY/EDUCATIONAL/INTERVENTION; Diversion/educ activity; Outcome 22 - Div/Ed/Int; "
    "22 : Deferred Prosecution / Diversionary; Diversion, educational or intervention activity; DIVS; DIV22",
    "cannabis_warning": "CANW",
}


@pytest.mark.parametrize(
    ("code", "word"), [(code, one) for code, words in CAUTIONS.items() for one in words.split("; ")]
)
def test_conditions_and_a_youth_are_heard_wherever_they_stand(code, word):
    assert meaning(COLUMN["disposal"], word) == code


@pytest.mark.parametrize(
    "word", ["Caution", "Y/C Caution", "OoCR", "Unconditional caution", "Adult conditional discharge"]
)
def test_what_may_be_several_is_suggested_as_none(word):
    assert meaning(COLUMN["disposal"], word) is None


def asked(rows, **constants):
    look = look_at(["Method", "Code"], *rows)
    uses = {"method": (Use("disposal"),), "code": (Use("outcome_code"),)}
    words = {one.field: one for one in suggest_words(look, Mapping(uses, constants=constants))}
    return {word: meant for word, _, meant in words["disposal"].words}


def test_a_suggestion_that_most_codes_beside_it_speak_against_is_withdrawn():
    rows = [["Caution - adult", "02"], ["Caution - adult", "2"], ["Caution - adult", "3"], ["Diversionary", "22"]]

    assert asked(rows) == {"Caution - adult": None, "Diversionary": "outcome_22"}


def test_a_suggestion_stands_where_the_codes_beside_count_it_or_say_nothing():
    rows = [["Caution - adult", "3A"], ["Caution - adult", "3"], ["Yth caution", None], ["Diversionary", "OC22"]]

    assert asked(rows) == {
        "Caution - adult": "simple_caution",
        "Yth caution": "youth_caution",
        "Diversionary": "outcome_22",
    }


def test_a_code_that_counts_several_disposals_is_suggested_as_none_and_the_page_says_why():
    [words] = suggest_words(look_at_column("Result", "2", "3A", "22", "8"), Mapping({"result": (Use("disposal"),)}))

    assert {word: meant for word, _, meant in words.words} == {
        "2": None,
        "3A": None,
        "22": "outcome_22",
        "8": "community_resolution",
    }
    assert "Outcome codes 2 and 2A" in words.notes[0]


@pytest.mark.parametrize(
    "word",
    "2; 2A; 3; 3A; 3a; 03A; 3 (A); Outcome 2; Outcome 3A; OC3A; Type 2; 3 Alt; Outcome 3a Caution alternate offence; "
    "3A: Adult caution - alternate offence".split("; "),
)
def test_an_outcome_code_that_counts_several_disposals_is_none_of_them(word):
    assert meaning(COLUMN["disposal"], word) is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("6", "penalty_notice"),
        ("Outcome 7", "cannabis_warning"),
        ("08", "community_resolution"),
        ("22", "outcome_22"),
        ("2A - Youth conditional caution, alternate offence", "youth_conditional_caution"),
    ],
)
def test_a_code_that_is_used_for_one_disposal_suggests_it(word, code):
    assert meaning(COLUMN["disposal"], word) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        *((word, "3A") for word in ("3 A", "3(A)", "3-a", "OC3A", "3A.")),
        *((word, "2A") for word in ("02 A", "Outcome 2A", "2a Youth conditional caution - alternate offence")),
        ("8 Community Resolution", "8"),
    ],
)
def test_an_outcome_code_is_known_with_its_letter_however_it_is_written(word, code):
    assert meaning(COLUMN["outcome_code"], word) == code


@pytest.mark.parametrize("word", ["3 Alt", "Outcome 2 - alternate offence", "2 / 2A", "3 or 3A"])
def test_a_code_that_may_or_may_not_have_its_letter_is_asked(word):
    assert meaning(COLUMN["outcome_code"], word) is None


def test_an_acting_rank_is_suggested_as_not_recorded_and_the_page_says_why():
    look = look_at_column("Rank", "T/Inspector", "A/PS", "Temp DS", "T/DC", "Insp")
    [words] = suggest_words(look, Mapping({"rank": (Use("decision_maker_rank"),)}))

    assert {word: meant for word, _, meant in words.words} == {
        "T/Inspector": "",
        "A/PS": "",
        "Temp DS": "",
        "T/DC": "constable",
    }
    assert "acting or temporary" in words.notes[0]


def test_a_few_words_among_blanks_lose_few_rows():
    look = look_at(["Seq", "DV Flag"], *([at, "Qq" if at < 3 else None] for at in range(20)))
    [words] = suggest_words(look, Mapping({"dvflag": (Use("domestic_abuse"),)}))

    assert words.words == (("", 17, None), ("Qq", 3, None))
    assert not words.loses_most


def test_a_flag_that_names_itself_says_yes():
    assert meaning(COLUMN["domestic_abuse"], "DV") == "yes"


NOT_GIVEN = (
    "Refused CR - file put in; YC refused; CR declined; PND rejected; CR not accepted; YCC withdrawn; CR rescinded; "
    "Conditional caution cancelled; Youth caution failed; Conditional caution breached and charged; CR considered; "
    "Not suitable for CR; Unsuitable for YCC; CR offered; CR offered but not accepted; Charged instead of CR; "
    "8 - CR declined; YouthCautionRefused; yc_refused"
).split("; ")


@pytest.mark.parametrize("word", NOT_GIVEN)
@pytest.mark.parametrize("field", ["disposal", "outcome_code"])
def test_a_disposal_that_was_not_given_is_read_as_none_and_asked_with_its_rows_left_out_as_the_likely_answer(
    field, word
):
    [words] = suggest_words(look_at_column("Result", word, "CR"), Mapping({"result": (Use(field),)}))
    found = {one[0]: (one[2], footing) for one, footing in zip(words.words, footings(words), strict=True)}

    assert meaning(COLUMN[field], word) is None
    assert found[word] == (REJECTED, Footing.ASKED)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("CR offered and accepted", "community_resolution"),
        ("Conditional caution considered and given", "conditional_caution"),
        ("Conditional caution - breached", "conditional_caution"),
        ("CR accepted", "community_resolution"),
    ],
)
def test_a_disposal_that_was_offered_and_accepted_or_breached_later_was_given(word, code):
    assert meaning(COLUMN["disposal"], word) == code


NOT_UNDONE = (
    ("Community resolution (victim declined RJ)", "community_resolution"),
    ("CR - victim refused to engage", "community_resolution"),
    ("Community resolution issued, victim offered RJ", "community_resolution"),
    ("CR (RJ considered)", "community_resolution"),
    ("Youth caution - appeal rejected", "youth_caution"),
    ("Conditional caution - failed to comply", "conditional_caution"),
    ("Simple caution: interpreter declined", "simple_caution"),
    ("Community Resolution - offender agreed, victim not agreed", "community_resolution"),
    ("CR: parent refused to attend", "community_resolution"),
    ("CR, apology offered", "community_resolution"),
    ("YC given, RJ considered", "youth_caution"),
    ("Conditional caution - failed to attend course", "conditional_caution"),
    ("CR_VictimDeclinedRJ", "community_resolution"),
    ("Community resolution - compensation not agreed", "community_resolution"),
)


@pytest.mark.parametrize(("word", "code"), NOT_UNDONE)
def test_what_a_victim_or_an_adult_refuses_does_not_undo_a_disposal(word, code):
    assert meaning(COLUMN["disposal"], word) == code
    assert not not_given(word)


@pytest.mark.parametrize(
    "word",
    [
        "RJ declined",
        "Victim refused CR",
        "CR refused by victim",
        "CR - offender declined",
        "Caution not issued, RJ offered",
        "CR issued then rescinded",
        "CR - suspect failed to sign",
    ],
)
def test_what_undoes_a_disposal_is_still_told(word):
    assert not_given(word)


def test_an_appropriate_adult_makes_no_caution_an_adults():
    assert meaning(COLUMN["disposal"], "Caution - appropriate adult declined to sign") is None


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("Refused CR - file put in", "community_resolution"),
        ("YC refused", "youth_caution"),
        ("Not suitable for PND", "penalty_notice"),
    ],
)
def test_the_disposal_that_was_perhaps_not_given_is_known_for_an_answer(word, answer):
    [words] = suggest_words(look_at_column("Result", word, "CR"), Mapping({"result": (Use("disposal"),)}))
    assert if_given(words, word) == [answer]


def test_an_outcome_code_of_another_kind_is_told_though_its_title_says_that_a_victim_declined():
    assert meaning(COLUMN["outcome_code"], "Outcome 16: victim declines support") == "16"


def test_why_a_disposal_that_was_not_given_is_asked_about_is_said():
    [words] = suggest_words(look_at_column("Result", "YC refused", "YC"), Mapping({"result": (Use("disposal"),)}))
    [asked_about] = [word for word in words.words if word[0] == "YC refused"]

    assert why_asked(words, asked_about) == "It may say that no disposal was given: if so, leave its rows out."


def test_a_known_layout_asks_of_a_disposal_that_was_not_given():
    look = look_at_column("Result", "YC refused", "Charged", "Community resolution")

    assert new_words(look, Mapping({"result": (Use("disposal"),)})) == [("Result", "YC refused")]
