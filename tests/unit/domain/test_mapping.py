import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.cases import COLUMNS, FIELDS
from scrutiny_app.domain.cells import FORMULA_CELL, fold
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.faults import MENDING_HEADING
from scrutiny_app.domain.layouts import LAYOUTS, OURS
from scrutiny_app.domain.mapping import (
    Drift,
    Mapping,
    Part,
    RowMapper,
    Use,
    drift,
    faults_of,
    from_json,
    nearest,
    stated_force,
    suggest,
    to_json,
    why_not_ours,
)
from tests.unit.domain.looks import look_at

HEADINGS = [field.heading for field in COLUMNS]
USES = st.builds(Use, st.sampled_from([field.name for field in COLUMNS]), st.sampled_from(Part), st.text())
MAPPINGS = st.builds(
    Mapping,
    st.dictionaries(st.text(), st.lists(USES, max_size=2).map(tuple)),
    st.dictionaries(st.text(), st.dictionaries(st.text(), st.text())),
    st.dictionaries(st.text(), st.text()),
    st.dictionaries(st.text(), st.lists(USES, max_size=2).map(tuple)),
)


def mapped(headings, row, **mapping):
    uses = {fold(heading): (use,) for heading, use in zip(headings, mapping.pop("uses"), strict=True)}
    return RowMapper(Mapping(uses, **mapping), headings, today=date(2026, 7, 1)).cells(row)


@given(MAPPINGS)
def test_a_mapping_written_down_and_read_again_is_the_same(mapping):
    assert from_json(to_json(mapping)) == mapping


@given(st.randoms(use_true_random=False))
def test_the_order_of_columns_never_matters(rng: random.Random):
    order = list(range(len(HEADINGS)))
    rng.shuffle(order)
    shuffled = [HEADINGS[at] for at in order]

    assert not drift(OURS, shuffled)
    assert RowMapper(OURS, shuffled).cells(order) == RowMapper(OURS, HEADINGS).cells(range(len(HEADINGS)))
    assert {one.heading: one for one in suggest(look_at(shuffled), "")} == {
        one.heading: one for one in suggest(look_at(HEADINGS), "")
    }


def test_what_is_not_mapped_is_not_loaded_and_is_listed():
    mapper = RowMapper(Mapping({"a": (Use("area"),), "b": ()}), ["A", "B", "C", ""])

    assert mapper.cells(["Harbour", 1, 2, 3]) == {"area": "Harbour"}
    assert mapper.not_loaded == ("B", "C", "column 4, which has no heading")


def test_a_short_row_is_blank_at_its_end():
    assert mapped(["A", "B"], ["x"], uses=[Use("area"), Use("tier")]) == {"area": "x", "tier": None}


def test_address_lines_join_in_the_files_order_without_blanks():
    uses = [Use("offender_address")] * 4

    assert mapped("ABCD", [12.0, " High Street ", "-", "NM1 2AB"], uses=uses) == {
        "offender_address": "12 High Street, NM1 2AB"
    }


@pytest.mark.parametrize(
    ("parts", "address"),
    [
        (("9", "Station Approach"), "9 Station Approach"),
        (("12a", "Mill Lane"), "12a Mill Lane"),
        (("Flat 2", "14-16", "Mill Lane"), "Flat 2, 14-16 Mill Lane"),
        (("Mill Lane", "9"), "Mill Lane, 9"),
        (("NM1", "Northmoor"), "NM1, Northmoor"),
    ],
)
def test_a_house_number_belongs_to_the_street_after_it(parts, address):
    uses = [Use("offender_address")] * len(parts)

    assert mapped("ABC"[: len(parts)], parts, uses=uses) == {"offender_address": address}


def test_the_column_that_tells_what_to_mend_is_never_listed_as_not_loaded():
    assert RowMapper(Mapping({"a": (Use("area"),)}), ["A", MENDING_HEADING, "B"]).not_loaded == ("B",)


def test_narratives_join_with_a_blank_line_and_people_and_contacts_with_semicolons():
    uses = [Use(name) for name in ("circumstances", "circumstances", "offender_contact", "offender_contact")]
    found = mapped("ABCD", ["One.", "Two.", "07700 900123", "a@example.org"], uses=uses)

    assert found == {"circumstances": "One.\n\nTwo.", "offender_contact": "07700 900123; a@example.org"}


def test_witnesses_in_parts_are_paired_by_their_order():
    uses = [Use("witnesses", part) for part in (Part.SURNAME, Part.FORENAMES) * 2]

    assert mapped("ABCD", ["Marsh", "Ann", "Okafor", None], uses=uses) == {"witnesses": "Marsh, Ann; Okafor,"}


@pytest.mark.parametrize("part", [0, 1])
def test_one_unreadable_part_spoils_what_it_is_part_of(part):
    row: list = ["x", "x"]
    row[part] = FORMULA_CELL

    assert mapped("AB", row, uses=[Use("offender_address")] * 2) == {"offender_address": FORMULA_CELL}
    names = [Use("offender_name", Part.SURNAME), Use("offender_name", Part.FORENAMES)]
    assert mapped("AB", row, uses=names) == {"offender_name": FORMULA_CELL}


def test_forenames_without_a_surname_are_left_for_the_check_to_refuse():
    names = [Use("offender_name", Part.SURNAME), Use("offender_name", Part.FORENAMES)]

    assert mapped("AB", [None, "Jane"], uses=names) == {"offender_name": ", Jane"}


def test_words_become_codes_or_nothing_and_others_stay_to_be_refused():
    words = {"disposal": {"commres": "community_resolution", "unk": ""}}
    found = [
        mapped("A", [cell], uses=[Use("disposal")], words=words)["disposal"] for cell in ("Comm. Res", "Unk", "Fine")
    ]

    assert found == ["community_resolution", None, "Fine"]


def test_one_column_may_fill_two_fields():
    mapping = Mapping({"a": (Use("disposal"), Use("outcome_code"))}, {"outcome_code": {"cr": "8"}})

    assert RowMapper(mapping, ["A"]).cells(["CR"]) == {"disposal": "CR", "outcome_code": "8"}


def test_a_constant_stands_in_every_row():
    assert mapped("A", ["x"], uses=[Use("area")], constants={"force": "Northmoor Police"}) == {
        "area": "x",
        "force": "Northmoor Police",
    }


def test_columns_of_one_heading_are_mapped_each_for_itself_by_which_stands_first():
    mapping = Mapping({"date": (Use("offence_date"),), "date2nd": (Use("disposal_date"),), "date3rd": ()})
    mapper = RowMapper(mapping, ["Date", "Area", "DATE", "date"])

    assert mapper.cells(["1/1/2026", "", "2/1/2026", "3/1/2026"]) == {
        "offence_date": "1/1/2026",
        "disposal_date": "2/1/2026",
    }
    assert mapper.not_loaded == ("Area", "date (3rd)")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"uses": {}},
            "Say which column holds “Case number”, or add one to the file: a case cannot be loaded without it.",
        ),
        ({"uses": OURS.uses | {"x": (Use("area"),)}}, "Two columns hold “Area”: choose one of them."),
        ({"uses": OURS.uses | {"x": (Use("nonsense"),)}}, "There is no field “nonsense”. Choose one of the list."),
        (
            {"uses": OURS.uses | {"area": (Use("area", style="month first"),)}},
            "“Area” cannot be written in that way. Choose one of the list.",
        ),
        (
            {"uses": OURS.uses | {"area": (Use("area", Part.SURNAME),)}},
            "“Area” is not a name: it cannot come in parts.",
        ),
        (
            {"uses": OURS.uses | {"x": (Use("offender_name", Part.SURNAME),)}},
            "Two columns hold “Offender name”: choose the whole name, or its surname and forenames.",
        ),
        ({"constants": {"force": "X"}}, "“Force” has a column and one value for all rows: choose one of the two."),
        ({"constants": {"area": "X"}}, "“area” cannot be the same in every row: choose a column for it."),
        ({"parties": {"a": (Use("name"),)}}, "Say which column of the sheet of people holds “Role”."),
    ],
)
def test_what_keeps_a_mapping_from_being_used_is_said_in_a_sentence(changes, sentence):
    mapping = Mapping(**{"uses": OURS.uses} | changes)

    assert sentence in faults_of(mapping)


def test_constants_fill_what_no_column_holds():
    uses = {key: its for key, its in OURS.uses.items() if key not in {"force", "disposal", "outcomecode"}}
    good = {"force": "Northmoor Police", "disposal": "community_resolution", "outcome_code": "8"}

    assert faults_of(Mapping(uses, constants=good)) == []
    assert "“Disposal” cannot be that. Choose one of the list." in faults_of(
        Mapping(uses, constants=good | {"disposal": "telling_off"})
    )


def test_a_file_that_lacks_a_mapped_column_is_faulted_by_its_headings():
    assert faults_of(OURS, [heading for heading in HEADINGS if heading != "Disposal date"]) == [
        "Say which column holds “Disposal date”, or add one to the file: a case cannot be loaded without it."
    ]


def test_new_missing_and_renamed_columns_are_drift_and_those_not_to_be_loaded_are_none():
    mapping = Mapping(OURS.uses | {"notes": (), "spare": ()})
    headings = [*HEADINGS[:-4], "Notes", "Shoe size", "Supervisor comments"]
    found = drift(mapping, headings)

    assert found.new == ("Shoe size",)
    assert found.missing == ("casestatus", "youth", "flags")
    assert found.renamed == (("supervisorscomment", "Supervisor comments"),)


def test_the_column_that_tells_what_to_mend_is_no_drift():
    assert drift(OURS, [*HEADINGS, MENDING_HEADING]) == Drift()


def test_the_nearest_layout_shares_most_headings():
    known = [(key, layout.mapping) for key, layout in LAYOUTS.items()]
    headings = [heading for heading, _ in LAYOUTS["caseapp"].columns]

    assert nearest(known, [*headings[3:], "Shoe size"]) == "caseapp"
    assert nearest(known, ["Shoe size"]) is None


def test_the_force_of_a_file_is_said_of_every_row_or_named_by_the_first_that_names_one():
    look = look_at(["Force"], [None], ["Northmoor  Police"], ["Eastmoor Police"])

    assert stated_force(OURS, look) == "Northmoor Police"
    assert stated_force(Mapping({}, constants={"force": "Eastmoor Police"}), look) == "Eastmoor Police"
    assert stated_force(Mapping({}), look) == ""


def test_what_keeps_a_file_from_being_ours_is_named():
    headings = [field.heading for field in FIELDS if field.name not in {"disposal", "force"}]

    assert why_not_ours(headings) == "The file has no column headed “Force” or “Disposal”."


def test_a_heading_over_more_columns_than_are_known_is_refused_where_it_is_loaded():
    mapping = Mapping({**OURS.uses, "date": (Use("disposal_date"),), "disposaldate": ()})
    headings = [*(field.heading for field in FIELDS), "Date", "DATE"]

    (said,) = faults_of(mapping, headings)

    assert said.startswith("The heading “DATE” stands over several columns, and only the first of them is known.")
    assert faults_of(Mapping({**mapping.uses, "date2nd": ()}), headings) == []


def test_a_file_with_more_columns_of_a_loaded_heading_than_are_known_is_not_read():
    with pytest.raises(Refused, match="stands over several columns"):
        RowMapper(Mapping({"a": (Use("area"),)}), ["A", "a "])


def test_a_column_of_a_repeated_heading_that_is_new_or_missing_is_a_drift():
    mapping = Mapping(
        {"date": (Use("offence_date"),), "date2nd": (Use("disposal_date"),)}, spelt={"date2nd": "Date (2nd)"}
    )

    assert not drift(mapping, ["Date", "date"])
    assert drift(mapping, ["Date"]).in_words() == "Missing: “Date (2nd)”."
    assert drift(mapping, ["Date", "Date", "Date"]).in_words() == "New: “Date (3rd)”."


@pytest.mark.parametrize("written", [str.upper, str.lower, str.title, lambda heading: heading.replace(" ", "_")])
def test_capitals_and_signs_of_headings_are_no_drift(written):
    for layout in LAYOUTS.values():
        headings = [written(heading) for heading, _ in layout.columns]
        assert not drift(layout.mapping, headings, [written(heading) for heading, _ in layout.people])


def test_two_columns_of_the_sheet_of_people_are_told_as_such():
    parties = OURS.parties | {"x": (Use("case_number"),), "y": (Use("case_number"),)}
    assert faults_of(replace(OURS, parties=parties)) == [
        "Two columns of the sheet of people hold “Case number”: choose one of them."
    ]
