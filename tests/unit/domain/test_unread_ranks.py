"""A rank that nobody can read loses no case: it is left blank, and the report says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.cells import FORMULA_CELL
from scrutiny_app.domain.importing import CheckedCase, check_row
from scrutiny_app.domain.joining import RowMapper
from scrutiny_app.domain.mapping import Mapping, PartiesMapper, Use, suggest_words
from scrutiny_app.domain.unread_ranks import unread_ranks_told
from scrutiny_app.domain.uses import REJECTED
from tests.unit.domain.extract_rows import TODAY, cells
from tests.unit.domain.looks import look_at, look_at_column

RANKS = ["decision_maker_rank", "authorising_rank"]


def checked(name, written, **words):
    """Check a good row whose rank is written so, as a mapping reads it."""
    row = cells(**{name: written})
    mapping = Mapping({key.replace("_", ""): (Use(key),) for key in row}, {name: words} if words else {})
    mapper = RowMapper(mapping, list(row))
    return check_row(2, mapper.cells(list(row.values())), TODAY)


@given(written=st.text(alphabet="abcINS /.()2-", max_size=12))
@pytest.mark.parametrize("name", RANKS)
def test_no_word_for_a_rank_loses_a_case(name, written):
    assert isinstance(checked(name, written), CheckedCase)


@pytest.mark.parametrize("name", RANKS)
def test_a_rank_that_is_not_known_is_left_blank_and_one_that_is_stays(name):
    unknown, known = checked(name, "Gold commander"), checked(name, "Insp")

    assert (unknown.record.get(name), known.record.get(name)) == (None, "inspector")


def test_a_word_that_is_to_reject_its_rows_does():
    problems = checked("decision_maker_rank", "Gold", gold=REJECTED)

    assert [problem.column for problem in problems] == ["Decision-maker rank"]


def test_a_word_that_somebody_gave_a_meaning_keeps_it():
    assert checked("decision_maker_rank", "Gold", gold="inspector").record["decision_maker_rank"] == "inspector"


def test_a_broken_cell_of_a_rank_is_still_a_problem():
    assert [problem.code for problem in checked("authorising_rank", FORMULA_CELL)] == ["broken_cell"]


def test_ranks_that_are_left_blank_are_told_in_the_report_with_their_rows():
    look = look_at(["ERO rank", "Auth rank"], ["Gold", "Insp"], ["Gold", ""], ["PS", "Silver"])
    uses = {"erorank": (Use("decision_maker_rank"),), "authrank": (Use("authorising_rank"),)}

    ero, auth = unread_ranks_told(look, Mapping(uses))

    assert (ero.column, ero.found) == ("ERO rank", "ranks that are not known, left blank in 2 rows")
    assert (auth.column, auth.found) == ("Auth rank", "a rank that is not known, left blank in 1 row")
    assert "Gold" not in f"{ero.found}{ero.advice}"
    said = Mapping(uses, {"decision_maker_rank": {"gold": ""}, "authorising_rank": {"silver": REJECTED}})
    assert unread_ranks_told(look, said) == []


def test_an_unknown_rank_is_asked_about_and_suggested_as_not_recorded():
    [words] = suggest_words(look_at_column("Rank", "Gold", "Insp"), Mapping({"rank": (Use("authorising_rank"),)}))

    assert words.words == (("Gold", 1, ""),)


@pytest.mark.parametrize("role", ["Witness", "Victim", "Decision-maker"])
def test_a_rank_on_the_sheet_of_people_loses_nobody(role):
    headings = ["Case", "Role", "Name", "Rank"]
    mapping = Mapping({}, parties=dict(zip("case role name rank".split(), map(_use, _FIELDS), strict=True)))

    person = PartiesMapper(mapping, headings).person(2, ["OOCR-26-00417", role, "Marsh, Ann", "Gold"])

    assert person is not None
    assert person.problems == ()


_FIELDS = ("case_number", "role", "name", "rank")


def _use(name):
    return (Use(name),)
