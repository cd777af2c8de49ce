"""One column of several flags sets each that its words name; what nobody knows is asked, and refused until it is."""

import pytest

from scrutiny_app.domain.asking_words import suggest_words
from scrutiny_app.domain.cases import FLAGS
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.looking import ColumnLook, Look, SheetLook
from scrutiny_app.domain.mapping import faults_of
from scrutiny_app.domain.uses import REJECTED, Mapping, Use

MAPPING = Mapping({"flags": (Use("flags"),)}, {"flags": {"alcohol": "", "hater": "hate", "odd": REJECTED}})


def mapped(cell, mapping=MAPPING, headings=("Flags",)):
    row = [cell] if isinstance(cell, str | None) else cell
    mapper = RowMapper(mapping, headings)
    assert mapper.columns([row]) == {name: [value] for name, value in mapper.cells(row).items()} | {
        name: [None] for name in FLAGS if name not in mapper.cells(row)
    }
    return {name: value for name, value in mapper.cells(row).items() if value is not None}


@pytest.mark.parametrize(
    ("cell", "flags"),
    [
        ("DA; Hate; Knife", {"domestic_abuse", "hate", "weapon"}),
        ("da,alcohol", {"domestic_abuse"}),
        ("Hate/R|Weapon", {"hate", "weapon"}),
        ('["DA", "Alcohol"]', {"domestic_abuse"}),
        ("Alcohol", set()),
        (None, set()),
    ],
)
def test_each_word_sets_its_flag(cell, flags):
    told = Mapping(MAPPING.uses, {"flags": MAPPING.words["flags"] | {"r": ""}})
    assert mapped(cell, told) == dict.fromkeys(flags, True)


@pytest.mark.parametrize("cell", ["DA; Purple", "DA; Odd"])
def test_a_word_that_nobody_has_said_leaves_the_cell_to_be_refused(cell):
    assert mapped(cell)["flags"] == cell


def test_a_flags_own_column_stands():
    two = Mapping(MAPPING.uses | {"knife": (Use("weapon"),)})
    assert mapped(["Knife", "No"], two, ("Flags", "Knife")) == {"weapon": "No"}


def test_each_word_is_asked_about_once_with_what_it_may_mean():
    words = (("DA; Hate - Race", 2), ("Hate - Race; Purple; Alcohol", 1))
    column = ColumnLook("Flags", (), 3, words, {})
    (asked,) = suggest_words(Look(SheetLook("S", 1, (column,), 3)), MAPPING)
    assert asked.words == (("Hate - Race", 3, "hate"), ("Purple", 1, None), ("Alcohol", 1, ""))
    assert dict(asked.choices)[""] == "None of these flags"
    assert dict(asked.choices)["child_involved"] == "Child involved, as victim, witness or offender"


def test_two_columns_of_one_flag_set_it_where_either_does():
    both = Mapping({"race": (Use("hate"),), "faith": (Use("hate"),)}, {"hate": {"ticked": "yes"}})
    assert not any("Hate" in fault for fault in faults_of(both))
    mapper = RowMapper(both, ("Race", "Faith"))
    assert [mapper.cells(row)["hate"] for row in (["0", "1"], ["0", "0"], ["Ticked", ""], ["", None])] == [
        True,
        False,
        True,
        None,
    ]
    assert mapper.cells(["0", "perhaps"])["hate"] == "perhaps"
