"""A column of kinds is known by the names beside it, whatever heads it: an organisation where it says so, no other."""

import pytest

from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.kinds_aside import kinds_unread
from scrutiny_app.domain.mapping import faults_of
from scrutiny_app.domain.matching import suggest, suggest_parties
from scrutiny_app.domain.uses import Mapping, Part, Use
from tests.unit.domain.looks import look_at

NAMES = ("Gribbin, Ann", "Bestmart Ltd", "Tandy, Joe", "Oxley, Sam", "Corner Pantry", "REX")
KIND = (Use("victim_1_name", Part.KIND),)


def of_cases(heading, kinds, name="Victim name", names=NAMES):
    rows = [[f"OOC{at}", one, kind] for at, (one, kind) in enumerate(zip(names, kinds, strict=True))]
    return suggest(look_at(["Case no", name, heading], *rows, *rows), "")


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("P/B/S", "P B P P B S"),
        ("Type", "PER ORG PER PER ORG STA"),
        ("P/O", "P O P P O O"),
        ("Person/Business/State", "P B P P B S"),
        ("Who", "IND BUS IND IND BUS SOC"),
        ("Vic type", "P O P P O S"),
    ],
)
def test_kinds_that_agree_with_the_victims_beside_them_are_suggested_and_asked_about(heading, kinds):
    *_, one = of_cases(heading, kinds.split())
    assert one.uses == KIND
    assert not one.sure


def test_words_beside_nobody_or_beside_firms_known_by_their_names_need_no_meaning():
    names = ("Gribbin, Ann", "Bestmart Ltd", "", "Oxley, Sam", "St Oswin's Primary School", "Tarn Foods Ltd")
    *_, one = of_cases("Vic type", "P C N P S C".split(), names=names)
    assert one.uses == KIND
    look = look_at(["Victim name", "Vic type"], *zip(names, "PCNPSC", strict=True))
    said = Mapping({"victimname": (Use("victim_1_name"),), "victype": KIND})
    assert list(kinds_unread(said, look.cases)) == []


def test_so_are_those_of_an_aggrieved_in_short_forms():
    *_, one = of_cases("AGGD_TYP_CD", "P O P P O S".split(), "AGGD_NM")
    assert one.uses == KIND


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("Type", "ORG PER ORG ORG PER STA"),  # the other way round
        ("Type", "P P P P P S"),
        ("Type", "A B A A B S"),
        ("Witness type", "PER ORG PER PER ORG STA"),
        ("Flag", "Y N Y Y N Y"),
    ],
)
def test_kinds_that_contradict_the_names_say_nothing_of_them_or_are_anothers_are_not(heading, kinds):
    *_, one = of_cases(heading, kinds.split())
    assert one.uses != KIND


def test_a_column_headed_like_one_of_kinds_but_for_its_number_is_one_too_though_a_word_of_it_is_not_known():
    kinds = ("Person", "Educational Est", "Person", "Company", "Person", "Person")
    rows = [
        [f"OOC{at}", kind, name, "Company", "Bestmart Ltd"]
        for at, (kind, name) in enumerate(zip(kinds, NAMES, strict=True))
    ]
    found = suggest(look_at(["Case no", "Agg 1 Kind", "Agg 1 Name", "Agg 2 Kind", "Agg 2 Name"], *rows, *rows), "")
    assert found[1].uses == KIND
    assert found[3].uses == (Use("victim_2_name", Part.KIND),)


def test_kinds_far_from_the_victims_are_not():
    rows = [[name, "a", "b", "c", kind] for name, kind in zip(NAMES, "PER ORG PER PER ORG STA".split(), strict=True)]
    *_, one = suggest(look_at(["Victim name", "X1", "X2", "X3", "Type"], *rows), "")
    assert one.uses != KIND


def test_on_a_sheet_of_people_in_parts_too():
    whole = [("Gribbin", "Ann"), ("Bestmart Ltd", ""), ("Tandy", "Joe"), ("Corner Pantry", ""), ("REX", "")]
    kinds = ("PER", "ORG", "PER", "ORG", "STA")
    rows = [[f"OOC{at}", "Victim", kinds[at], *name] for at, name in enumerate(whole)]
    headings = ["Case no", "Role", "Type", "Surname / Org Name", "Forenames"]
    look = look_at(["Case no"], *[[row[0]] for row in rows], people=(headings, rows))
    assert suggest_parties(look)[2].uses == (Use("name", Part.KIND),)


PARTS = Mapping(
    {"surname": (Use("victim_1_name", Part.SURNAME),), "first": (Use("victim_1_name", Part.FORENAMES),), "type": KIND}
)


@pytest.mark.parametrize(
    ("row", "read"),
    [
        (["Corner Pantry", "", "ORG"], "Corner Pantry,"),
        (["Gribbin", "Ann", "ORG"], "Gribbin, Ann"),
        (["Gribbin", "Ann", "PER"], "Gribbin, Ann"),
    ],
)
def test_a_name_in_parts_is_an_organisations_where_it_says_so_and_there_are_no_forenames(row, read):
    assert not any("Victim 1" in fault for fault in faults_of(PARTS))
    assert RowMapper(PARTS, ["Surname", "First", "Type"]).cells(row)["victim_1_name"] == read


@pytest.mark.parametrize(("name", "is_told"), [("REX", False), ("Marsh, Ann", True)])
def test_a_letter_that_is_not_known_is_told_unless_it_stands_beside_the_state_alone(name, is_told):
    said = Mapping({"victim": (Use("victim_1_name"),), "pbs": KIND})
    look = look_at(["Victim", "P/B/S"], ["Gribbin, Ann", "P"], ["Bestmart Ltd", "B"], [name, "S"])
    assert any("“S”" in told for told in kinds_unread(said, look.cases)) == is_told
