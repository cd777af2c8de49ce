"""An authorising officer's rank and number stand in the cell of the name: the name alone is kept."""

import pytest

from scrutiny_app.domain.mapping import Mapping, RowMapper, Use
from scrutiny_app.domain.parting_cells import PARTED


@pytest.mark.parametrize(
    ("cell", "name"),
    [("PS 2063 AHMED, Piotr", "AHMED, Piotr"), ("Ahmed, Piotr", "Ahmed, Piotr"), (None, None), ("2063", "2063")],
)
def test_the_name_alone_is_kept(cell, name):
    mapper = RowMapper(Mapping({"approvedby": (Use("authorising_name"),)}), ["Approved by"])
    assert "authorising_name" in PARTED
    assert mapper.cells([cell])["authorising_name"] == name
    assert list(mapper.columns([[cell], ["Seer, Ann"]])["authorising_name"]) == [name, "Seer, Ann"]
