"""A column of what a victim is, such as "Person" or "Organisation", is nobody's name; no such word is kept as one."""

from datetime import date

import pytest

from redaction.lexicon import load
from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Unreadable, reader
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.kind_words import is_kind, is_organisation
from scrutiny_app.domain.kinds_aside import kinds_unread
from scrutiny_app.domain.layouts import OURS
from scrutiny_app.domain.mapping import Mapping, Part, RowMapper, Use, faults_of, suggest, suggest_parties
from scrutiny_app.domain.name_evidence import held_against_names
from scrutiny_app.domain.styles import Style
from tests.unit.domain.looks import look_at, look_at_column

FORCE = "Northmoor Police"
KINDS = ["Person", "Organisation", "Individual", "Company", "Business", "Public", "Nominal", "Legal entity", "n/a"]


def test_the_column_of_names_is_suggested_and_not_the_one_of_what_they_are():
    look = look_at(
        ["Victim 1 Full Name Or Organisation", "Victim 1 Person Or Organisation"],
        ["Brindle Foods Ltd", "Organisation"],
        ["Colin Seer", "Person"],
        ["", ""],
    )
    name, kind = suggest(look, FORCE)
    assert [(use.field, use.part) for use in name.uses] == [("victim_1_name", Part.WHOLE)]
    assert kind.uses == (Use("victim_1_name", Part.KIND),)
    assert "whether the name in another column" in kind.why


@pytest.mark.parametrize(
    "kind", ["Public sector", "Charity", "Local Authority", "Limited company", "Retail/Commercial"]
)
def test_a_sector_is_an_organisations(kind):
    assert is_organisation(kind)
    assert is_kind(kind)
    assert not is_organisation(f"{kind} or Person")


@pytest.mark.parametrize("values", [KINDS, ["P", "O"], ["P/O", "Unknown"], ["ORG", "n/a individual"]])
@pytest.mark.parametrize("heading", ["Victim name", "Victim organisation", "Victim 2 company", "Victim"])
def test_such_a_column_is_no_name_whatever_heads_it(heading, values):
    assert suggest(look_at_column(heading, *values), FORCE)[0].uses == ()


def test_a_column_with_any_name_among_such_words_is_still_one_of_names():
    found = suggest(look_at_column("Victim organisation", "Person", "Brindle Foods Ltd"), FORCE)
    assert [use.field for use in found[0].uses] == ["victim_1_name"]


def test_a_column_that_says_only_that_the_state_is_the_victim_is_still_the_victims():
    assert [use.field for use in suggest(look_at_column("Victim 1 name", "STATE"), FORCE)[0].uses] == ["victim_1_name"]


def test_single_letters_may_be_the_initials_of_forenames():
    look = look_at(["Victim surname", "Victim forename"], ["Seer", "P"], ["Marsh", "O"])
    assert suggest(look, FORCE)[1].uses == (Use("victim_1_name", Part.FORENAMES),)


def test_of_a_sheet_of_people_too():
    headings = ["Case number", "Role", "Organisation"]
    people = (headings, [["NM/1", "Victim", "Organisation"], ["NM/2", "Victim", "Person"]])
    look = look_at(["Case number"], ["NM/1"], ["NM/2"], people=people)
    assert suggest_parties(look)[2].uses == ()


@pytest.mark.parametrize("word", ["Person,", "ORGANISATION,", "Organisation", "n/a individual", "Legal entity,"])
def test_such_a_word_for_a_name_rejects_its_row(word):
    with pytest.raises(Unreadable) as refused:
        reader(COLUMN["victim_1_name"])(word)
    assert refused.value.fault is Fault.KIND_FOR_NAME


def test_a_lone_letter_may_be_an_initial_but_is_such_a_word_in_a_column_of_them():
    assert not is_kind("P")
    assert is_kind("P", letters=True)


@pytest.mark.parametrize("column", ["Victim organisation", "Victim surname"])
def test_it_does_so_from_a_column_of_firms_or_of_surnames(column):
    part = Part.ORGANISATION if "org" in column else Part.SURNAME
    uses = {column.replace(" ", "").lower(): (Use("victim_1_name", part),)}
    cells = RowMapper(Mapping(uses), [column], today=date(2026, 11, 22)).cells(["Person"])
    with pytest.raises(Unreadable) as refused:
        reader(COLUMN["victim_1_name"])(cells["victim_1_name"])
    assert refused.value.fault is Fault.KIND_FOR_NAME


@pytest.mark.parametrize("name", ["Person, Ola", "Firm, Ann", "Brindle Company Ltd,", "Persson,", "Publican,"])
def test_a_name_with_forenames_or_of_other_words_stays(name):
    assert reader(COLUMN["victim_1_name"])(name) == name


def test_a_command_area_is_the_area_before_the_code_of_a_beat():
    look = look_at(["Command Area Name", "Beat Code"], ["Corby Bridge", "C1"], ["Hale Sands", "H3"])
    assert [[use.field for use in one.uses] for one in suggest(look, FORCE)] == [["area"], []]


def test_a_mobile_telephone_number_is_the_contact_of_whoever_it_is_of():
    look = look_at_column("Suspect Mobile Telephone Number", "07700 900100", "07700 900107")
    assert suggest(look, FORCE)[0].uses == (Use("offender_contact"),)


NAMES = ["Corner Pantry", "Ann Marsh", "Joe Bond"]


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("Victim Type", ["Company", "Individual", "Individual"]),
        ("VIC1_TYPE", ["O", "P", "P"]),
        ("Victim Person Or Organisation", ["Person", "Person", "Person"]),
        ("Victim category", ["Business", "Person", ""]),
        ("Victim P/O", ["O", "P", "P"]),
        ("Victim entity type", ["Legal entity", "Natural person", "Person"]),
        ("Math o Ddioddefwr / Victim Type", ["Sefydliad / Organisation", "Unigolyn / Individual", "Person"]),
        ("Victim type", ["Busnes", "Unigolyn", "Aelod o’r cyhoedd"]),
        ("Business victim?", ["Y", "N", "N"]),
        ("Corporate victim", [True, False, False]),
        ("Organisation?", ["Yes", "No", "No"]),
        ("Vic type", ["BUS", "IND", "IND"]),
        ("Victim type", ["2 - Organisation", "1 - Person", "1 - Person"]),
        ("Victim type", ["Organisation - retail", "Person - adult", "Vulnerable person"]),
        ("Victim type", ["Business", "Male", "Female"]),
        ("Victim type", ["State", "Individual", "Individual"]),
    ],
)
def test_what_says_whether_a_victim_is_an_organisation_is_suggested_beside_the_whole_name(heading, kinds):
    look = look_at(["Victim name", heading], *zip(NAMES, kinds, strict=True))
    assert suggest(look, FORCE)[1].uses == (Use("victim_1_name", Part.KIND),)


@pytest.mark.parametrize(
    ("name", "heading", "kinds"),
    [
        ("Victim name", "Type", ["Business", "Person", "Person"]),
        ("Victim name", "Victim type", ["P", "P", "P"]),
        ("Victim name", "Victim age category", ["Adult", "Child", "Adult"]),
        ("Victim 1 name", "Victim 2 type", ["Business", "Person", "Person"]),
        ("Witness name", "Witness type", ["Business", "Person", "Person"]),
        ("Victim surname", "Victim type", ["Business", "Person", "Person"]),
        ("Victim name", "Victim category", ["Adult", "Youth", "Adult"]),
        ("Victim name", "Person or organisation", ["Y", "N", "N"]),
        ("Victim name", "Victim type", ["1", "2", "2"]),
        ("Victim name", "Victim category", ["Y", "N", "N"]),
    ],
)
def test_what_says_it_of_nobody_or_of_another_is_not(name, heading, kinds):
    look = look_at([name, heading], *zip(NAMES, kinds, strict=True))
    assert suggest(look, FORCE)[1].uses == ()


@pytest.mark.parametrize(
    ("kinds", "is_asked"), [(["Org", "Org", "Person"], False), (["Org", "Person", "Person"], True)]
)
def test_how_names_without_a_comma_are_written_is_not_asked_where_all_are_said_to_be_organisations(kinds, is_asked):
    rows = zip(["Corner Pantry", "Quern Outdoor", "Marsh, Ann"], kinds, strict=True)
    look = look_at(["Victim 1 name", "Victim 1 type"], *rows)
    name = held_against_names(suggest(look, FORCE), look.cases, load())[0]
    assert (name.uses[0].style != Style.DAY_FIRST, "without" in name.why or "none" in name.why) == (is_asked, is_asked)


KIND_USES = {
    "victim": (Use("victim_1_name", style=Style.FORENAMES_FIRST),),
    "victimtype": (Use("victim_1_name", Part.KIND),),
}


@pytest.mark.parametrize(
    ("name", "kind", "read"),
    [
        ("Corner Pantry", "Organisation", "Corner Pantry,"),
        ("Corner  Pantry", "o", "Corner Pantry,"),
        ("Corner Pantry", "Sefydliad / Organisation", "Corner Pantry,"),
        ("Corner Pantry", "Busnes/Business", "Corner Pantry,"),
        ("Corner Pantry", "Company / Rhyw gwmni arall", "Corner Pantry,"),
        ("Corner Pantry", "Cwmni", "Corner Pantry,"),
        ("Corner Pantry", "Y", "Corner Pantry,"),
        ("Corner Pantry", True, "Corner Pantry,"),
        ("Corner Pantry", "State", "Corner Pantry,"),
        ("Corner Pantry", "Business victim", "Corner Pantry,"),
        ("Ann Marsh", "N", "Marsh, Ann"),
        ("Ann Marsh", "1", "Marsh, Ann"),
        ("Ann Marsh", "Business owner", "Marsh, Ann"),
        ("Ann Marsh", "Male", "Marsh, Ann"),
        ("Corner Pantry", "Zebra / Organisation", "Pantry, Corner"),
        ("Ann Marsh", "Unigolyn / Individual", "Marsh, Ann"),
        ("Ann Marsh", "Sefydliad / Person", "Marsh, Ann"),
        ("Ann Marsh", "Person", "Marsh, Ann"),
        ("Ann Marsh", "", "Marsh, Ann"),
        ("Ann Marsh", "Person or organisation", "Marsh, Ann"),
        ("Marsh, Ann", "Organisation", "Marsh, Ann"),
        ("BESTMART, Tolling Road", "Organisation", "BESTMART Tolling Road,"),
        ("Organisation", "Organisation", "Organisation"),
        ("Fresh & Fine, Dock Street", "Organisation", "Fresh & Fine Dock Street,"),
        ("Rose & Crown, Mill Lane,", "Organisation", "Rose & Crown Mill Lane,"),
        ("Brindle Foods Ltd", "Person", "Brindle Foods Ltd,"),
        ("", "Organisation", ""),
    ],
)
def test_a_name_is_read_as_an_organisations_where_the_column_beside_it_says_so(name, kind, read):
    mapper = RowMapper(Mapping(KIND_USES), ["Victim", "Victim type"], today=date(2026, 11, 22))
    cells = mapper.cells([name, kind])
    assert cells["victim_1_name"] == read
    assert mapper.columns([[name, kind]])["victim_1_name"][0] == read


@pytest.mark.parametrize(
    ("kinds", "unread"),
    [(["Person", "Zebra / Organisation", "Zorg"], ["Zebra / Organisation", "Zorg"]), (["P", "Sefydliad", "None"], [])],
)
def test_words_of_such_a_column_that_are_not_known_are_said(kinds, unread):
    look = look_at(["Victim", "Victim type"], *zip(NAMES, kinds, strict=True))
    told = list(kinds_unread(Mapping(KIND_USES), look.cases))
    assert [f"“{'”, “'.join(unread)}”. Names beside" in said for said in told] == [True] * bool(unread)


def test_two_such_columns_of_one_victim_are_one_too_many_and_one_is_no_second_name():
    own = {key: use for key, use in OURS.uses.items() if use[:1] != (Use("victim_1_name"),)}
    assert faults_of(Mapping({**own, **KIND_USES})) == []
    assert faults_of(Mapping({**own, **KIND_USES, "victimclass": (Use("victim_1_name", Part.KIND),)})) == [
        "Two columns hold “Victim 1 name: whether an organisation”: choose one of them."
    ]


def test_the_kind_of_another_victim_is_read_as_the_first_ones_is():
    headings = ["Vic1Type", "Vic1SurnameOrg", "Vic1Forenames", "Vic2Type", "Vic2SurnameOrg", "Vic2Forenames"]
    rows = [
        ["Organisation", "Millrace Foods Ltd", "", "", "", ""],
        ["Individual", "Ormerod", "Kathleen", "Individual", "Ormerod", "Philip Guy"],
        ["Individual", "Ibbotson", "Carol Jane", "", "", ""],
        ["Organisation", "Larkfield Primary School", "", "Individual", "Nwosu", "Grace Amaka"],
        ["Individual", "Quayle", "Martin", "", "", ""],
    ]
    first, *_, second, _, _ = suggest(look_at(headings, *rows), FORCE)
    assert first.uses == (Use("victim_1_name", Part.KIND),)
    assert second.uses == (Use("victim_2_name", Part.KIND),)
