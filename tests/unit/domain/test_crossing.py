"""A crossed stratum's name says all its facets, and nothing else has that name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.crossing import facets_of, name_stratum, strata_with
from scrutiny_app.domain.framing import FrameLine, frame_file, read_frame

awkward = st.text(st.sampled_from("aé/ \\\t\n\u00a0\u0301\u0338\ud8009N"), max_size=6)
values = st.none() | awkward | st.text(max_size=8) | st.sampled_from(["Not recorded", " / ", "/", "\\", ""])
facets = st.lists(values, min_size=1, max_size=4).map(tuple)


def composed(parts):
    return tuple(part if part is None else unicodedata.normalize("NFC", part) for part in parts)


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Community resolution",), "Community resolution"),
        (("Community resolution", "Child"), "Community resolution / Child"),
        (("youth_caution", None, "Yes"), "youth_caution / Not recorded / Yes"),
        ((None, "Not recorded"), r"Not recorded / \78\ot recorded"),
        (("Brighton/Hove", "Adult"), "Brighton//Hove / Adult"),
        (("A / B", "C"), "A // B / C"),
        (("A", "B / C"), "A / B // C"),
        (("A /", "B"), "A // / B"),
        (("A", "/ B"), "A / // B"),
        (("", "A"), r"\\ / A"),
        ((" A\t", "B\nC"), "\\32\\A\\9\\ / B\\10\\C"),
        (("a\\b",), r"a\92\b"),
        (("Cafe\u0301",), "Café"),
    ],
)
def test_a_name_is_the_known_one_and_gives_its_facets_back(parts, name):
    assert name_stratum(parts) == name
    assert facets_of(name) == composed(parts)


@given(facets)
def test_any_facets_come_back_from_their_name(parts):
    assert facets_of(name_stratum(parts)) == composed(parts)


@given(facets, facets)
def test_different_facets_never_share_a_name(one, other):
    assert (name_stratum(one) == name_stratum(other)) == (composed(one) == composed(other))


@given(facets)
def test_a_frame_takes_any_name_as_it_stands(parts):
    name = name_stratum(parts)
    assert unicodedata.is_normalized("NFC", name)
    assert [line.stratum for line in read_frame(frame_file([FrameLine("A1", name)]))] == [name]


def test_a_stratum_of_no_facet_is_an_error():
    with pytest.raises(ValueError, match="at least one"):
        name_stratum([])


@pytest.mark.parametrize(
    "name", ["", "A/B", "A / ", r"\65\ ", r"\x\A", "A\\", r"\99999999\ ", "Cafe\u0301", "A\tB", " A"]
)
def test_what_is_no_stratum_s_name_is_an_error(name):
    with pytest.raises(ValueError, match="not the name of a stratum"):
        facets_of(name)


def test_the_strata_of_a_theme_are_picked_by_a_facet():
    strata = ["CR / Yes", "CR / No", "Yes / No", "YC / Not recorded"]
    assert strata_with(strata, 1, "Yes") == {"CR / Yes"}
    assert strata_with(strata, 1, None) == {"YC / Not recorded"}
