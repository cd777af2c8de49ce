"""Before a file is confirmed it is told what would be loaded as names and is none, and what much is in no case."""

import pytest

from scrutiny_app.domain.doubtful_loading import much_unloaded, words_for_names
from scrutiny_app.domain.looking import Look, Looker
from scrutiny_app.domain.uses import Mapping, Part, Use

NAMED = Mapping({"victim": (Use("victim_1_name"),)})
LETTERS = [f"Write to neighbour {n}" for n in range(8)]


def look(**columns):
    """Look at a sheet whose columns are given by their headings."""
    looker = Looker("Cases", 1, list(columns))
    for row in zip(*columns.values(), strict=True):
        looker.see(list(row))
    return Look(looker.look(), None)


def test_a_column_of_names_that_says_only_what_somebody_is_is_told():
    (told,) = words_for_names(
        NAMED, look(Victim=["Adult", "Child", "Adult", "Adult", "Adult", "Adult", "Child", "Adult"])
    )
    assert told.startswith("“Victim” is loaded as Victim 1 name, but says only “Adult” or “Child” in 8 rows.")


@pytest.mark.parametrize(
    "values",
    [
        [f"Ash, Mary {n}" for n in "ABCDEFGH"],
        ["Elm Stores Ltd"] * 8,
        ["Adult", "Child", "Adult", "Child", "", "", "", ""],
        ["N/K"] * 8,
    ],
)
def test_names_are_not_told_nor_are_firms_few_rows_or_nobody(values):
    assert list(words_for_names(NAMED, look(Victim=values))) == []


@pytest.mark.parametrize("use", [Use("officer_name"), Use("victim_1_name", Part.FORENAMES), Use("area")])
def test_few_officers_forenames_and_areas_may_repeat(use):
    assert list(words_for_names(Mapping({"victim": (use,)}), look(Victim=["Adult"] * 8))) == []


def test_names_of_a_sheet_of_people_are_told_too():
    said = Mapping({}, parties={"who": (Use("name"),)})
    seen = look(Ref=list("abcdefgh"))
    people = look(Who=["Person"] * 8).cases
    (told,) = words_for_names(said, Look(seen.cases, people))
    assert "“Who” is loaded as Name" in told


def test_much_that_is_in_no_case_is_told_while_a_field_for_it_is_empty():
    (told,) = much_unloaded(NAMED, look(Victim=LETTERS, Agreed=LETTERS))
    assert told == (
        "Nothing is loaded as Circumstances, Suspect's account, Victim's views or 2 more, and what stands under "
        "“Agreed” is in no case. Go back to the columns if one of them should be loaded."
    )


@pytest.mark.parametrize("values", [["Ashlow Town"] * 8, list("abcdefgh"), [*LETTERS[:2], *[""] * 6], range(8)])
def test_words_that_repeat_codes_and_a_few_rows_are_not_much(values):
    assert list(much_unloaded(NAMED, look(Victim=LETTERS, Agreed=values))) == []


def test_nothing_is_told_where_all_that_is_missed_is_loaded():
    fields = ("circumstances", "suspect_account", "victim_views", "rationale", "conditions")
    said = Mapping({"victim": tuple(map(Use, (*fields, "victim_1_name")))})
    assert list(much_unloaded(said, look(Victim=LETTERS, Agreed=LETTERS))) == []


@pytest.mark.parametrize(
    ("heading", "values"), [("Key worker", [f"Mary {n} Ash" for n in "ABCDEFGH"]), ("Weed on", LETTERS)]
)
def test_names_and_what_is_of_the_record_are_no_text_that_is_missed(heading, values):
    assert list(much_unloaded(NAMED, look(Victim=LETTERS, **{heading: values}))) == []
