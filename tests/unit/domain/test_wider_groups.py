"""A group of offences that holds several of ours is asked about, and nothing is put into a person's mouth."""

import pytest

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Unreadable, reader
from scrutiny_app.domain.mapping import Mapping, Use, without_offender
from scrutiny_app.domain.wording import is_wider, meaning

GROUP = COLUMN["offence_group"]
WIDER = ("Theft", "THEFT", "Theft Offences", "THEFT_OFFS", "Violence against the person", "VAP", "Violence", "Assault")


@pytest.mark.parametrize("word", WIDER)
def test_a_wider_group_is_neither_read_nor_suggested(word):
    assert is_wider(GROUP, word)
    assert meaning(GROUP, word) is None
    with pytest.raises(Unreadable):
        reader(GROUP)(word)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Other theft", "other_theft"),
        ("Theft - other", "other_theft"),
        ("Theft of a pedal cycle", "other_theft"),
        ("Theft from shop", "shoplifting"),
        ("Assault occasioning actual bodily harm", "violence_with_injury"),
        ("Violence with injury", "violence_with_injury"),
        ("POSS_WEAPONS", "weapons"),
        ("CRIM_DAM_ARSON", "criminal_damage"),
    ],
)
def test_what_says_which_one_is_meant_is_suggested(word, code):
    assert not is_wider(GROUP, word)
    assert meaning(GROUP, word) == code


def test_a_file_that_names_no_offender_is_said_to():
    bare = Mapping({"ref": (Use("case_number"),)}, {}, {}, {})
    assert len(without_offender(bare)) == 2
    named = Mapping({"name": (Use("offender_name"),), "dob": (Use("offender_born"),)}, {}, {}, {})
    assert without_offender(named) == []
