"""Examples of themes: short, in the panel's words, without a reference, and none of a case not for its reader."""

from dataclasses import replace

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.figures_examples import LONGEST, MOST, examples
from scrutiny_app.domain.figures_paper import rounds_paper
from scrutiny_app.domain.grading import THEME_TITLES, Observation, Severity, Theme
from tests.unit.domain.test_figures import held, over
from tests.unit.domain.test_reporting import CR, case

VICTIM = THEME_TITLES[Theme.VICTIM]
MISSED = Observation(Theme.VICTIM, Severity.MINOR)


def seen(remarks: str, *observed: Observation, reference: str = "NP-1"):
    return replace(case(Result.OBSERVATIONS, CR, *observed, reference=reference), remarks=remarks)


def a_round(number: int, *cases, hidden: frozenset[str] = frozenset()):
    one = held(number, len(cases), 0)
    return replace(one, report=replace(one.report, reviewed=cases, hidden=hidden))


def rows(*rounds):
    return examples(over(*rounds)).table.rows


def test_an_example_is_the_observations_words_or_the_remarks_with_the_kind_of_case_and_no_reference():
    own = replace(MISSED, text="Nobody rang her back.")
    found = rows(a_round(1, seen("The file was thin.", own), seen("Nothing shows that he was asked.", MISSED)))
    assert [row[0] for row in found] == [VICTIM, VICTIM]
    assert [row[3] for row in found] == ["Nobody rang her back.", "Nothing shows that he was asked."]
    assert found[0][2] == "Shoplifting: Community resolution"
    assert not any("NP-1" in str(cell) for row in found for cell in row)


def test_the_newest_stand_first_and_a_few_of_a_theme_are_enough():
    found = rows(a_round(1, *(seen(f"Old {n}.", MISSED) for n in range(4))), a_round(2, seen("New.", MISSED)))
    assert len(found) == MOST
    assert found[0][3] == "New."


def test_what_is_said_twice_is_one_example_and_what_is_long_is_cut_after_a_word():
    long = " ".join(["word"] * 100)
    found = rows(a_round(1, seen(long, MISSED), seen(long, MISSED)))
    assert len(found) == 1
    assert len(found[0][3]) <= LONGEST
    assert found[0][3].endswith("word …")


def test_good_practice_has_its_own_and_a_forces_own_theme_is_no_example():
    good = Observation(Theme.GOOD_PRACTICE, Severity.GOOD, "She was rung twice.")
    local = replace(MISSED, text="Victims of knives", local_id=4)
    found = rows(a_round(1, seen("", good), seen("He was never asked.", local), seen("", local)))
    assert [(row[0], row[3]) for row in found] == [
        (VICTIM, "He was never asked."),
        (THEME_TITLES[Theme.GOOD_PRACTICE], "She was rung twice."),
    ]


def test_a_case_that_its_reader_may_not_see_gives_none():
    case_ = seen("He was never asked.", MISSED, reference="NP-9")
    assert rows(a_round(1, case_, hidden=frozenset({"NP-9"}))) == ()


def test_the_figures_over_rounds_hold_them_beside_the_themes():
    names = list(rounds_paper(over(a_round(1, seen("He was never asked.", MISSED)))).tables)
    assert names[names.index("themes") + 1] == "examples"
