"""An organisation among the victims is loaded as one, in whatever way their names are written."""

from datetime import date

import pytest

from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.cells import Unreadable, reader
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.people_rows import PartiesMapper
from scrutiny_app.domain.styles import Style
from scrutiny_app.domain.uses import Mapping, Part, Use

STYLES = ["", Style.FORENAMES_FIRST, Style.SURNAME_FIRST]
ORGANISATIONS = [
    "Boots",
    "BOOTS",
    "Tesco",
    "Tesco Express",
    "TESCO EXPRESS",
    "Co-op Food",
    "Co-op",
    "Sainsbury's",
    "B&M",
    "Homestead DIY",
    "Greenbasket Co-operative",
    "Bayside Amusements",
    "Siop y Bont Cyf",
    "Brynmor Cyfyngedig",
    "Cyngor Tref Brynmor",
    "Clwb Rygbi Brynmor",
    "Ysgol Bro Brynmor",
    "Fferyllfa’r Stryd Fawr",
    "Y Dafarn Newydd",
    "Capel Seion",
    "Coopers of Ravelby",
    "St Wilfrid's",
    "Kettlewell’s",
    "Rosalind's Tea Room",
    "St Wilfrid's R.C.",
    "Hair by Lorraine",
    "Café Rosa",
    "Masjid Al-Noor",
    "Church of St Peter",
    "Ravelby Infirmary",
    "Emma Dale Photography",
    "Northgate Chippy",
    "Dŵr Cymru",
    "Parc Glynllifon",
    "Iechyd Cyhoeddus",
    "H.M.P. Bixton",
]


def victim(cell, style):
    mapper = RowMapper(Mapping({"ip": (Use("victim_1_name", style=style),)}), ["IP"], today=date(2026, 7, 1))
    return reader(FIELD["victim_1_name"])(mapper.cells([cell])["victim_1_name"])


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ORGANISATIONS)
def test_an_organisation_in_a_column_of_names_is_one(name, style):
    assert victim(name, style) == f"{name},"


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_it_is_the_same_where_the_name_comes_in_parts_or_stands_on_the_sheet_of_people(name):
    parts = {"last": (Use("victim_1_name", Part.SURNAME),), "first": (Use("victim_1_name", Part.FORENAMES),)}
    people = {"id": (Use("case_number"),), "role": (Use("role"),), "name": (Use("name", style=Style.FORENAMES_FIRST),)}
    row = ["C1", "Victim", name]

    assert RowMapper(Mapping(parts), ["Last", "First"]).cells([name, None])["victim_1_name"] == f"{name},"
    assert (
        PartiesMapper(Mapping({}, parties=people), ["ID", "Role", "Name"]).person(2, row).values["name"] == f"{name},"
    )


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["Marsh", "Costa", "Next"])
def test_one_word_that_may_be_anybodys_is_refused_in_every_style(name, style):
    with pytest.raises(Unreadable) as refused:
        victim(name, style)

    assert "End an organisation" in refused.value.advice


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Nisa Khan", "Khan, Nisa"),
        ("Adam Boots", "Boots, Adam"),
        ("Ann Hire", "Hire, Ann"),
        ("Ann Capel", "Capel, Ann"),
        ("Jane D'Souza", "D'Souza, Jane"),
        ("Capel Ann", "Ann, Capel"),
        ("Catrin Ysgol", "Ysgol, Catrin"),
        ("Mark Church", "Church, Mark"),
        ("Mary Ann Bank", "Bank, Mary Ann"),
        ("J. Inn", "Inn, J."),
        ("Wiktor BANK", "BANK, Wiktor"),
        ("Jennifer HARDWARE", "HARDWARE, Jennifer"),
    ],
)
def test_a_persons_name_that_has_such_a_word_in_it_is_a_persons(name, read):
    assert victim(name, Style.FORENAMES_FIRST) == read
