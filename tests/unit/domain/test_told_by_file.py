"""What a file itself says of its codes: on a list of codes, or in the column beside them."""

import pytest

from scrutiny_app.domain.asking_words import suggest_words
from scrutiny_app.domain.code_lists import codes_listed, meanings_of
from scrutiny_app.domain.footings import Footing
from scrutiny_app.domain.looking import Look, SheetLook
from scrutiny_app.domain.uses import Mapping, Use
from scrutiny_app.domain.word_footings import footings
from scrutiny_app.domain.words_beside import words_beside
from tests.unit.domain.looks import look_at

LIST = (
    ["CODE_TYPE", "CODE", "DESCRIPTION"],
    ["ADMISSION_CD", "A", "Full admission"],
    ["ADMISSION_CD", "R", "Accepts responsibility"],
    ["DISP_CD", "QX", "Community resolution"],
    ["DISP_CD", "ZZ", "See the handbook"],
)
METHODS = {"AC": "Adult Caution", "CR": "Community Resolution", "CH": "Charged", "KX": "Kept aside"}


def seen(headings, rows, *, codes=(), count=None):
    look = look_at(headings, *rows)
    of = look.cases
    beside = words_beside(headings, [one.words for one in of.columns], rows, count or of.rows)
    return Look(
        SheetLook(of.name, of.heading_row, of.columns, count or of.rows, of.first, beside=beside), codes=tuple(codes)
    )


def asked(look, **uses):
    mapping = Mapping({heading: tuple(map(Use, fields.split())) for heading, fields in uses.items()})
    return {
        word[0]: (word[2], footing, one.told_of(word[0]))
        for one in suggest_words(look, mapping)
        for word, footing in zip(one.words, footings(one), strict=True)
    }


def test_a_list_of_codes_is_told_by_its_headings_and_names_whose_each_is():
    found = codes_listed("CODES", [["Codes used", None, None], [None], *LIST])

    assert [(one.column, one.code, one.words) for one in found][:2] == [
        ("ADMISSION_CD", "A", "Full admission"),
        ("ADMISSION_CD", "R", "Accepts responsibility"),
    ]
    assert codes_listed("Stats", [["Month", "No of CRs"], ["June", 9]]) == ()


def test_a_code_that_a_list_explains_in_two_ways_is_left_out():
    rows = [["Code", "Meaning"], ["A", "Admits"], ["A", "Absent"], ["D", "Denies"]]

    assert [one.code for one in codes_listed("Key", rows)] == ["D"]


def test_a_list_is_of_the_column_that_it_names_or_of_one_all_of_whose_words_it_has():
    named, nameless = codes_listed("CODES", LIST), codes_listed("Key", [["Code", "Meaning"], ["A", "Yes"], ["D", "No"]])

    assert set(meanings_of("Admission", ["A"], named)) == {"a", "r"}
    assert meanings_of("Category", ["A"], named) == {}
    assert set(meanings_of("Admits?", ["A", "D"], nameless)) == {"a", "d"}
    assert meanings_of("Admits?", ["A", "X"], nameless) == {}


def test_a_code_whose_listed_meaning_is_known_is_suggested_by_it_and_looked_over():
    rows = [["A", "QX"], ["R", "QX"], ["R", "ZZ"]]
    found = asked(
        seen(["ADMISSION_CD", "DISP_CD"], rows, codes=codes_listed("CODES", LIST)),
        admissioncd="admission",
        dispcd="disposal",
    )

    assert found["A"][:2] == ("full", Footing.KNOWN)
    assert found["R"][:2] == ("accepts_responsibility", Footing.KNOWN)
    assert found["QX"][:2] == ("community_resolution", Footing.KNOWN)
    assert found["ZZ"][:2] == (None, Footing.ASKED)
    assert found["ZZ"][2].sentence == "The sheet “CODES” says: See the handbook."


def test_a_word_that_a_list_explains_otherwise_than_it_is_known_is_asked_about():
    listed = codes_listed("CODES", [["Type", "Code", "Description"], ["Disp", "CR", "Charged"]])
    found = asked(seen(["Disp"], [["CR"], ["Caution"]], codes=listed), disp="disposal")

    assert found["CR"][:2] == (None, Footing.ASKED)


def rows_of(*codes):
    return [[code, METHODS[code]] for code in codes]


def test_a_column_that_says_each_code_in_words_suggests_what_the_words_mean():
    rows = rows_of("AC", "AC", "CH", "KX")
    found = asked(seen(["Result Type", "Result Description"], rows), resulttype="disposal")

    assert found["AC"][:2] == ("simple_caution", Footing.KNOWN)
    assert found["CH"][:2] == ("!reject", Footing.READ)
    assert found["KX"][:2] == (None, Footing.ASKED)
    assert found["KX"][2].sentence == "Beside it in “Result Description”: Kept aside, 1 row."


@pytest.mark.parametrize(
    ("headings", "more"),
    [
        (["Result Type", "Result Description"], [["AC", "Charged"]]),
        (["Result Type", "Result Description"], [["AC", ""]]),
        (["Result Type", "Result Description"], [["AK", "Adult Caution"]]),
        (["Result Type", "Area"], []),
    ],
)
def test_nothing_is_told_by_a_column_that_says_two_things_of_a_code_or_one_of_two_or_is_no_description(headings, more):
    found = asked(seen(headings, [*rows_of("AC", "AC", "CH"), *more]), resulttype="disposal")

    assert found["AC"] == (None, Footing.ASKED, None)


def test_a_column_of_another_name_tells_codes_where_so_many_agree_and_nothing_loads_it():
    look = seen(["Result Type", "What was done"], rows_of(*("AC", "CR", "CH") * 3))

    assert asked(look, resulttype="disposal")["AC"][:2] == ("simple_caution", Footing.KNOWN)
    assert asked(look, resulttype="disposal", whatwasdone="status")["AC"][1] is Footing.ASKED


def test_what_was_not_seen_of_every_row_is_offered_first_and_still_asked():
    found = asked(
        seen(["Result Type", "Result Description"], rows_of("AC", "AC", "CH"), count=9_000), resulttype="disposal"
    )

    assert found["AC"][:2] == ("simple_caution", Footing.ASKED)


def test_the_outcome_code_beside_a_word_is_shown_and_suggests_the_disposal_where_it_counts_one():
    rows = [["CRES", "8"], ["CRES", "8"], ["CAUZ", "3"], ["DPX", "8"]]
    found = asked(seen(["Method", "Code"], rows), method="disposal", code="outcome_code")

    assert found["CRES"][:2] == ("community_resolution", Footing.KNOWN)
    assert found["DPX"][:2] == ("community_resolution", Footing.ASKED)
    assert found["CAUZ"][1] is Footing.ASKED
    assert found["CAUZ"][2].sentence == "Beside it in “Code”: 3, 1 row."


def test_what_a_column_says_in_words_is_withdrawn_where_the_outcome_codes_beside_speak_against_it():
    rows = [["AC", "Adult Caution", "8"], ["AC", "Adult Caution", "8"], ["CR", "Community Resolution", "8"]]
    look = seen(["Result Type", "Result Description", "Code"], rows)

    assert asked(look, resulttype="disposal", code="outcome_code")["AC"][:2] == (None, Footing.ASKED)


def test_a_column_that_fills_the_disposal_and_its_code_is_told_for_both_or_asked():
    rows = [["AC", "Adult Caution"], ["ACC", "Adult Conditional Caution"]]
    found = asked(seen(["Result Type", "Result Description"], rows), resulttype="disposal outcome_code")

    assert found["AC"][:2] == ("simple_caution|3", Footing.KNOWN)
    assert found["ACC"][:2] == (None, Footing.ASKED)
    assert "Adult Conditional Caution" in found["ACC"][2].sentence
