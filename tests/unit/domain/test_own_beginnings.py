"""Short beginnings of headings are read by the other columns that begin so, and a person is asked whose they are."""

import pytest

from scrutiny_app.domain.footings import Footing, footing_of
from scrutiny_app.domain.uses import Part
from tests.unit.domain.test_spoken_headings import DAYS, NUMBERS, YES_NO, suggestions

SURNAMES, FORENAMES = ("Marsh", "Bond", "Tate"), ("Ann", "Joe", "Kim")
SEXES, ETHNICITIES = ("F", "M"), ("W1", "A1", "B2")
VIEWS = ("Wants nothing more than a full apology.", "Would like the money to be paid back")
ADDRESSES, PHONES = ("12 High St, Norham", "3 Low Road, Norham"), ("07700 900100", "07700 900101")
VICTIM = {"v1_sn": SURNAMES, "v1_fn": FORENAMES}


def fields(columns):
    found, _ = suggestions(columns)
    return {heading: [(use.field, use.part) for use in one.uses] for heading, one in found.items()}


@pytest.mark.parametrize(
    ("surname", "forenames", "name"),
    [
        ("v1_sn", "v1_fn", "victim_1_name"),
        ("vic2_sn", "vic2_fn", "victim_2_name"),
        ("V1_LN", "V1_FN", "victim_1_name"),
        ("SUS_LN", "SUS_FN", "offender_name"),
        ("oic sn", "oic fn", "officer_name"),
    ],
)
def test_what_stands_beside_forenames_and_differs_in_a_letter_is_the_surname(surname, forenames, name):
    found = fields({surname: SURNAMES, forenames: FORENAMES})
    assert found == {surname: [(name, Part.SURNAME)], forenames: [(name, Part.FORENAMES)]}


def test_sn_alone_or_with_figures_is_no_surname():
    assert fields({"v1_sn": SURNAMES}) == {"v1_sn": []}
    assert fields({"v1_sn": NUMBERS, "v1_fn": FORENAMES})["v1_sn"] == []


@pytest.mark.parametrize(
    ("consulted", "agreed", "views"),
    [
        ("v_cons", "v_agr", "v_view"),
        ("V CONSULTED", "V AGREED", "V VIEWS"),
        ("vCons", "vAgr", "vView"),
        ("v.con", "v.agree", "v.wishes"),
    ],
)
def test_a_v_before_what_only_victims_do_is_the_victim(consulted, agreed, views):
    found = fields({consulted: YES_NO, agreed: YES_NO, views: VIEWS})
    assert [name for uses in found.values() for name, _ in uses] == [
        "victim_consulted",
        "victim_agreed",
        "victim_views",
    ]


def test_a_v_is_the_victim_only_where_more_columns_say_so_and_what_else_it_begins_is_not_the_offenders():
    assert fields({"v_cons": YES_NO, "ver_no": NUMBERS}) == {"v_cons": [], "ver_no": []}
    assert fields({"v_cons": YES_NO, "v_agr": YES_NO, "v_sex": SEXES, "v_eth": ETHNICITIES, "v_no": NUMBERS}) == {
        "v_cons": [("victim_consulted", Part.WHOLE)],
        "v_agr": [("victim_agreed", Part.WHOLE)],
        **{"v_sex": [], "v_eth": [], "v_no": []},
    }


def block(begins):
    ends = {"_sn": SURNAMES, "_fn": FORENAMES, "_age_off": ("17", "33", "40"), "_juv": YES_NO, "_sex": SEXES}
    ends |= {"_eth": ETHNICITIES, "_addr": ADDRESSES, "_tel": PHONES}
    return {f"{begins}{end}": values for end, values in ends.items()}


def test_the_one_block_of_a_name_and_what_is_kept_of_offenders_alone_is_theirs_and_its_name_is_asked_about():
    found, seen = suggestions({**block("cl"), **VICTIM})
    assert [use.field for one in found.values() for use in one.uses][:8] == [
        *("offender_name", "offender_name", "offender_age", "youth", "sex", "ethnicity"),
        *("offender_address", "offender_contact"),
    ]
    footings = [footing_of(one, column) for one, column in zip(found.values(), seen.cases.columns, strict=True)]
    assert footings[:2] == [Footing.ASKED] * 2
    assert set(footings[2:8]) == {Footing.READ}
    assert found["cl_sn"].why.startswith("“cl” begins the name of somebody whose sex, age or ethnicity stands here too")


@pytest.mark.parametrize("begins", ["par", "aa", "inf", "comp", "wit", "ch", "nok"])
def test_a_block_of_somebody_else_is_not_the_offenders(begins):
    names = {name for uses in fields({**block(begins), **VICTIM}).values() for name, _ in uses}
    assert not {name for name in names if name.startswith("offender") or name == "sex"}


def test_no_block_is_the_offenders_where_another_is_like_it_or_another_column_names_the_offender():
    for others in (block("xx"), {"susp_name": ("Marsh, Ann", "Bond, Joe")}, {"Suspect account": VIEWS}):
        assert fields({**block("cl"), **others})["cl_sn"] == []


def test_a_block_whose_names_hold_figures_is_nobodys():
    assert (
        fields({"rj_sn": NUMBERS, "rj_fn": NUMBERS, "rj_dob": DAYS, "rj_sex": SEXES, "rj_juv": YES_NO})["rj_dob"] == []
    )


@pytest.mark.parametrize(
    ("name", "born", "sex"), [("v_name", "v_dob", "o_sex"), ("V_NAME", "V_DOB", "O_SEX"), ("vName", "vDob", "oSex")]
)
def test_one_letter_before_somebodys_name_and_birth_is_the_victim_or_the_offender(name, born, sex):
    people, theirs = ("Marsh, Ann", "Bond, Joe"), [one.replace("v", "o").replace("V", "O") for one in (name, born)]
    found = fields({name: people, born: DAYS, theirs[0]: people, theirs[1]: DAYS, sex: SEXES})
    names = [use for uses in found.values() for use, _ in uses]
    assert names == ["victim_1_name", "victim_1_born", "offender_name", "offender_born", "sex"]


@pytest.mark.parametrize("others", [{"v_addr": ADDRESSES}, {"v_reg": ("AB12 CDE", "XY34 ZZZ")}, {"v_type": SEXES}])
def test_one_letter_before_the_name_of_a_place_or_a_thing_is_nobody(others):
    assert fields({"v_name": ("Norham Park", "The Crown"), **others})["v_name"] == []
