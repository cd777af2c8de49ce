from pathlib import Path

import pytest

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.layouts import LAYOUTS, layout_table
from scrutiny_app.domain.mapping import suggest
from tests.unit.domain.looks import look_at

DOCUMENT = Path(__file__).parents[3] / "docs" / "layouts.md"


@pytest.mark.parametrize("key", ["occurrence", "caseapp"])
def test_the_document_of_the_layouts_shows_what_the_code_does(key):
    assert layout_table(key) in DOCUMENT.read_text("utf-8"), f"put what layout_table({key!r}) gives into {DOCUMENT}"


@pytest.mark.parametrize("key", ["occurrence", "caseapp"])
def test_the_document_names_what_a_layout_cannot_carry(key):
    lacks = "; ".join(COLUMN[name].heading for name in LAYOUTS[key].cannot_carry)

    assert lacks in DOCUMENT.read_text("utf-8")


@pytest.mark.parametrize("key", LAYOUTS)
def test_a_stranger_to_a_layout_would_be_shown_the_right_columns(key):
    columns = dict(LAYOUTS[key].columns)
    found = suggest(look_at(list(columns)), "Northmoor Police")

    assert {one.heading: one.uses for one in found} == columns


@pytest.mark.parametrize("key", ["occurrence", "caseapp"])
def test_an_imitation_is_marked_as_one(key):
    assert LAYOUTS[key].name.endswith("(illustrative)")
