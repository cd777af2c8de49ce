"""A column of forces is asked about as the force, whatever heads it, where none of them is the reader's own."""

import pytest

from scrutiny_app.domain.bearing_out import NOT_YOURS
from scrutiny_app.domain.matching import suggest
from tests.unit.domain.looks import look_at

OURS, THEIRS = "Northmere Police", "Holmeshire Police"


def suggested(heading, *forces):
    rows = [[f"OOC{at}", force, "Community resolution"] for at, force in enumerate(forces)]
    return suggest(look_at(["Case no", heading, "Disposal"], *rows), OURS)[1]


@pytest.mark.parametrize(
    "heading",
    ["Referring force", "Lead force", "ORIG_FORCE", "Force of origin", "SubmittingForce", "Referred by force"],
)
@pytest.mark.parametrize("force", [THEIRS, "HP"])
def test_a_heading_of_any_force_over_another_force_is_asked_about_as_the_owning_force_is(heading, force):
    one = suggested(heading, *[force] * 6)
    assert one.reason == NOT_YOURS == suggested("Owning Force", *[force] * 6).reason
    assert not one.uses
    assert not one.sure


@pytest.mark.parametrize("force", [THEIRS, "Holmeshire Constabulary", "Heddlu Bryn"])
@pytest.mark.parametrize("heading", ["Source", "From", "Area", "Body"])
def test_values_that_are_all_one_other_force_are_asked_about_whatever_heads_them(heading, force):
    assert suggested(heading, *[force] * 6).reason == NOT_YOURS


def test_ones_own_force_among_others_is_the_force_and_is_looked_over():
    one = suggested("Referring force", OURS, THEIRS, OURS, OURS)
    assert one.fills("force")
    assert not one.sure


def test_where_another_column_says_whose_the_file_is_nothing_is_asked_of_who_referred_it():
    rows = [[f"OOC{at}", OURS, THEIRS] for at in range(6)]
    *_, one = suggest(look_at(["Case no", "Owning Force", "Referring force"], *rows), OURS)
    assert one.reason != NOT_YOURS


@pytest.mark.parametrize(
    ("heading", "value"),
    [("Use of force", "Handcuffs"), ("Task force", "Gold"), ("Force used", "None used"), ("Area", "Eastgate")],
)
def test_other_headings_and_values_are_of_no_force(heading, value):
    assert suggested(heading, *[value] * 6).reason != NOT_YOURS
