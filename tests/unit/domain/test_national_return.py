"""The national return: its two forms, what must be true of it, and that its schema says the same as its reader."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.besieging import Range
from scrutiny_app.domain.grading import FAULTS, Grade
from scrutiny_app.domain.national_cells import HEADLINE, always_printed, cells, certified, relations
from scrutiny_app.domain.national_forms import agreement_of, public
from scrutiny_app.domain.national_return import (
    COUNTED,
    Estimate,
    Line,
    Return,
    Stratum,
    Timing,
    counted_title,
    high,
    line_title,
    low,
    schema,
    to_bytes,
)
from scrutiny_app.domain.national_rules import faults_of
from scrutiny_app.domain.public_cells import within
from scrutiny_app.domain.public_hiding import fullest
from scrutiny_app.domain.public_knowledge import facts
from scrutiny_app.domain.public_report import TABLES
from scrutiny_app.domain.suppressing import Publication, attack, wanted_range
from scrutiny_app.domain.told_rounds import ToldRound
from tests.besieged import always_of
from tests.json_schema import complaints
from tests.returns import BACK, SEEN, SOUND, SPLIT, WRONG, case, make_return, make_told, round_of, rounds

DOCS = Path(__file__).parents[3] / "docs"


def printed(made: Return) -> dict[tuple[str, ...], int | None]:
    """Give all that a public return prints of its counts, None where hidden."""
    lines = [(HEADLINE, made.results), *(((one.disposal, one.age_group), one.counts) for one in made.breakdown)]
    counts: dict[tuple[str, ...], Any] = {(*place, code): line.of(code) for place, line in lines for code in COUNTED}
    for one in made.themes:
        counts["theme", one.theme, "total"], counts["theme", one.theme, "serious"] = one.cases, one.serious
    return {name: count if isinstance(count, int) else None for name, count in counts.items()}


def test_a_restricted_return_is_exact_and_sound():
    made = make_return()
    assert (made.form, made.hidden_below, made.sample, made.frame) == ("restricted", None, 20, 400)
    assert (made.results.appropriate, made.results.graded, made.results.total) == (13, 19, 20)
    assert faults_of(made) == []


def test_the_lines_of_a_return_are_disposals_and_age_groups_with_their_totals():
    made = make_return([case(SOUND), case(WRONG), case(SEEN, "youth_caution", "child"), case(BACK, "outcome_22", None)])
    lines = {(one.disposal, one.age_group): one.counts.total for one in made.breakdown}
    assert lines == {
        ("community_resolution", "adult"): 2,
        ("community_resolution", "all"): 2,
        ("youth_caution", "child"): 1,
        ("youth_caution", "all"): 1,
        ("outcome_22", "not_recorded"): 1,
        ("outcome_22", "all"): 1,
        ("all", "child"): 1,
        ("all", "adult"): 2,
        ("all", "not_recorded"): 1,
    }


def test_the_public_form_prints_the_headline_of_ten_cases_however_small_it_is():
    made = public(make_return(round_of(*[SOUND] * 8, SEEN, WRONG)))
    assert [made.results.of(code) for code in COUNTED] == [8, 1, 1, 0, 0, 10, 10]


def test_the_public_form_of_fewer_than_ten_prints_their_number_alone():
    made = public(make_return(round_of(*[SOUND] * 7, SEEN, WRONG)))
    assert made.results.total == 9
    assert isinstance(made.results.inappropriate, tuple)
    fewest, most = made.results.inappropriate
    assert fewest <= 1
    assert most >= 4
    assert made.estimates == []
    assert (made.agreement.observed, made.agreement.ac1, made.agreement.cases) == (None, None, 9)
    assert {one.median_days for one in made.timeliness} == {None}


def test_the_public_form_leaves_out_what_hidden_counts_could_be_reckoned_back_from():
    exact = make_return()
    weighted = replace(exact, estimates=[replace(one, weighted=True) for one in exact.estimates])
    assert exact.method.strata
    assert public(exact).method.strata == []
    assert len(public(exact).estimates) == 4
    assert public(weighted).estimates == []


LIGHT = ("youth_conditional_caution", "simple_caution", "conditional_caution", "penalty_notice", "cannabis_warning")
TEN = [case(SOUND, "community_resolution", "child")] * 2 + [case(SOUND)]
TEN += [case(SOUND, "youth_caution", "child"), case(WRONG, "outcome_22", "adult")]
TEN += [case(SOUND if place else WRONG, kind, "adult") for place, kind in enumerate(LIGHT)]


def test_lines_that_are_listed_do_not_narrow_what_is_hidden():
    made = public(make_return(TEN))
    assert made.results.total == 10
    assert [line for line in made.breakdown if isinstance(line.counts.total, tuple) and line.counts.total[1] < 4] == []
    assert faults_of(made) == []
    assert complaints(json.loads(to_bytes(made)), schema()) == []


def report_of_twenty() -> ToldRound:
    """Tell a round of twelve community resolutions, three of outcome 22 and five others."""
    cases = [case(SOUND, "community_resolution", "adult")] * 8 + [case(SOUND, "community_resolution", "child")] * 4
    cases += [case(SOUND, "outcome_22", "child"), *[case(SOUND, "outcome_22", "adult")] * 2]
    return make_told(1, [*cases, *(case(SOUND, kind, "adult") for kind in LIGHT)])


def assert_whole(publications: list[Publication], always: Publication) -> None:
    """Each hidden count keeps 1 to 4 of all publications together, or what is always printed leaves of that."""
    cells_ = {name for one in publications for name, count in one.items() if count is None}
    hidden = [name for name in cells_ if all(one.get(name) is None for one in publications)]
    found = attack(publications, facts(publications), hidden)
    alone = attack([always], facts(publications, []), hidden)
    weak = [name for name in hidden if found[name].low < 5 and not found[name].covers(wanted_range(alone[name]))]
    assert {name: found[name] for name in weak} == {}


@pytest.mark.parametrize("returned_first", [False, True])
def test_a_return_and_a_report_of_one_round_together_narrow_nothing_that_either_hides(returned_first):
    told = report_of_twenty()

    def report(before: list[Publication]) -> Publication:
        shown = fullest([told], tuple(TABLES), before, 5)
        return {name: count if isinstance(count, int) else None for name, count in shown.items()}

    def returned(before: list[Publication]) -> Publication:
        return within(told.state.key, printed(public(told.exact, 5, before, told.state)))

    published: list[Publication] = []
    for make in (returned, report) if returned_first else (report, returned):
        published.append(make(published))
    assert_whole(published, always_of([told]))


def test_shares_of_the_public_form_have_two_decimals():
    made = public(make_return())
    assert all(round(figure, 2) == figure for one in made.estimates for figure in (one.share, one.low, one.high))


@settings(max_examples=6, deadline=None)
@given(rounds(), st.sampled_from([5, 10]))
def test_the_public_form_is_never_narrower_than_the_rule(cases, least):
    exact = make_return(cases)
    made = public(exact, least)
    truth, shown = cells(exact), printed(made)
    known = always_printed(truth)
    bare = {name: count if name in known else None for name, count in truth.items()}
    hidden = [name for name, count in shown.items() if count is None]
    found = attack([shown], relations(shown), hidden)
    # No line is known to have a case but by this return, which lists it.
    alone = attack([bare], relations(truth, sure=()), hidden)
    assert all(count in (None, truth[name]) for name, count in shown.items())
    assert not [name for name in shown if 0 < truth[name] < least and name not in hidden and name not in known]
    assert [
        name for name in hidden if found[name].low < least and not found[name].covers(wanted_range(alone[name], least))
    ] == []
    assert all(one.low <= truth[name] <= one.high for name, one in found.items())
    assert made.hidden_below == least
    assert faults_of(made) == []


def test_whoever_holds_the_certificate_learns_no_more_than_it_tells():
    cases = round_of(*[SOUND] * 22, *[SEEN] * 7, *[WRONG] * 6)
    exact = make_return(cases)
    lines = {(one.disposal, one.age_group): one.counts.total for one in exact.breakdown}
    strata = [
        Stratum(name=f"{d} / {'Not recorded' if a == 'not_recorded' else a}", frame=40, looked_at=n, standing=n)
        for (d, a), n in lines.items()
        if "all" not in (d, a)
    ]
    exact = replace(exact, method=replace(exact.method, strata=strata, stratified_by=["disposal", "age_group"]))
    truth, shown = cells(exact), printed(public(exact))
    told = certified(exact, truth)
    assert len(told) == len(strata) == 5
    bare = {name: count if name in always_printed(truth) else None for name, count in truth.items()}
    hidden = [name for name, count in shown.items() if count is None and name not in told]
    found, alone = (attack([one, told], relations(truth), hidden) for one in (shown, bare))
    assert hidden
    assert [name for name in hidden if not found[name].covers(wanted_range(alone[name]))] == []


@settings(max_examples=4, deadline=None)
@given(rounds())
def test_a_range_that_is_printed_is_what_the_attack_gives_and_no_more(cases):
    made = public(make_return(cases))
    found = attack([printed(made)], relations(printed(made)))
    for line in made.breakdown:
        for code in COUNTED:
            if isinstance(count := line.counts.of(code), tuple):
                assert Range(*count) == found[line.disposal, line.age_group, code]


@given(rounds())
def test_the_sums_of_a_restricted_return_are_those_of_its_cases(cases):
    made = make_return(cases)
    assert faults_of(made) == []
    inner = [one.counts for one in made.breakdown if "all" not in (one.disposal, one.age_group)]
    for code in COUNTED:
        assert sum(low(one.of(code)) for one in inner) == made.results.of(code)
    assert [made.results.of(result) for result in Result] == [
        sum(one.result is result for one in cases) for result in Result
    ]


def test_agreement_does_not_ask_who_gave_which_grade():
    spread = [{Grade.APPROPRIATE: 2, Grade.OBSERVATIONS: 1, Grade.INAPPROPRIATE: 0}] * 3
    alone = {Grade.APPROPRIATE: 1, Grade.OBSERVATIONS: 0, Grade.INAPPROPRIATE: 0}
    made = agreement_of([*spread, alone])
    assert (made.cases, made.grades, made.observed) == (3, 9, 0.3333)


def test_members_who_graded_nothing_together_have_no_agreement():
    made = agreement_of([])
    assert (made.cases, made.observed, made.ac1, made.alpha) == (0, None, None, None)


def test_equal_returns_give_equal_bytes_that_are_read_back_as_they_were():
    made = public(make_return())
    assert to_bytes(made) == to_bytes(public(make_return()))
    assert msgspec.json.decode(to_bytes(made), type=Return) == made


def test_every_code_of_a_return_has_its_words():
    assert line_title("all", "disposal") == "All"
    assert (line_title("child", "age_group"), line_title("not_recorded", "age_group")) == ("Child", "Not recorded")
    assert (counted_title("graded"), counted_title("inappropriate")) == ("Graded", "Inappropriate")


EXACT = make_return()
PUBLIC = public(make_return(round_of(*[SOUND] * 22, *[SEEN] * 7, *[WRONG] * 6)))


OUTSIDE = Estimate(result="sound", share=0.9, low=0.1, high=0.2, weighted=False)
STRAY = Stratum(name="x", frame=3, looked_at=2, standing=2)


def with_results(made: Return, **counts: Any) -> Return:
    return replace(made, results=replace(made.results, **counts))


def with_line(made: Return, **counts: Any) -> Return:
    first, *rest = made.breakdown
    return replace(made, breakdown=[replace(first, counts=replace(first.counts, **counts)), *rest])


@pytest.mark.parametrize(
    ("made", "fault"),
    [
        (
            replace(EXACT, period=replace(EXACT.period, to=EXACT.period.from_.replace(year=2025))),
            "ends before it begins",
        ),
        (replace(EXACT, signed_on=EXACT.signed_on.replace(year=2020)), "before its period"),
        (replace(EXACT, frame=19), "larger than its frame"),
        (replace(EXACT, sample=0), "no case"),
        (replace(EXACT, sample=21), "not of as many cases"),
        (replace(EXACT, method=replace(EXACT.method, strata=[STRAY])), "strata do not add up"),
        (replace(EXACT, hidden_below=5), "calls itself restricted"),
        (with_results(EXACT, appropriate=(0, 4)), "calls itself restricted"),
        (with_results(EXACT, appropriate=12), "do not add up"),
        (replace(EXACT, form="public"), "does not say what it hides"),
        (replace(EXACT, form="public", hidden_below=5, method=PUBLIC.method), "prints a count below 5"),
        (with_results(PUBLIC, inappropriate=(0, 4)), "hides a headline count"),
        (with_line(PUBLIC, total=(4, 2)), "a range ends before it begins"),
        (with_line(PUBLIC, total=(30, 40)), "do not add up"),
        (with_line(PUBLIC, total=(1, 99)), "reaches beyond the cases of its sample"),
        (replace(EXACT, force="North\u200bmoor Police"), "that nobody can see"),
        (replace(EXACT, method=replace(EXACT.method, draw_id="R1\u202e")), "that nobody can see"),
        (replace(EXACT, timeliness=[Timing(step="disposal_to_finding", n=21, median_days=3.0)]), "over more cases"),
        (with_line(EXACT, appropriate=90, graded=90, total=90), "add up to the total"),
        (replace(EXACT, breakdown=EXACT.breakdown * 2), "names a line twice"),
        (replace(EXACT, breakdown=[Line(disposal="all", age_group="all", counts=EXACT.results)]), "names a line twice"),
        (replace(EXACT, breakdown=EXACT.breakdown[:1]), "lacks a total"),
        (replace(EXACT, themes=EXACT.themes * 2), "a theme is counted twice"),
        (replace(EXACT, themes=[replace(EXACT.themes[0], cases=3, serious=4)]), "more cases than it could"),
        (replace(EXACT, selection="targeted"), "not left to chance"),
        (
            replace(EXACT, estimates=[Estimate(result="sound", share=0.9, low=0.1, high=0.2, weighted=False)]),
            "outside its",
        ),
        (replace(EXACT, estimates=EXACT.estimates * 2), "estimated twice"),
        (replace(EXACT, timeliness=EXACT.timeliness * 2), "timed twice"),
        (replace(EXACT, timeliness=[Timing(step="finding_to_letter", n=0, median_days=3.0)]), "median of nothing"),
        (replace(EXACT, agreement=replace(EXACT.agreement, cases=21)), "agreement is of more cases"),
    ],
)
def test_a_return_that_contradicts_itself_is_told_why(made, fault):
    assert any(fault in said for said in faults_of(made)), faults_of(made)


def test_the_published_schema_is_the_one_that_files_are_read_by():
    assert json.loads((DOCS / "national-return.schema.json").read_text()) == schema()


def test_every_field_of_the_schema_says_what_it_is():
    silent = [
        f"{name}.{field}"
        for name, part in schema()["$defs"].items()
        for field, about in part["properties"].items()
        if "description" not in about and "$ref" not in about
    ]
    assert silent == []
    assert all(part["additionalProperties"] is False for part in schema()["$defs"].values())


@pytest.mark.parametrize("made", [EXACT, PUBLIC, public(make_return(round_of(SOUND, SPLIT, WRONG)))])
def test_what_we_write_follows_the_schema(made):
    assert complaints(json.loads(to_bytes(made)), schema()) == []


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 10**8),
    st.floats(-2, 2, allow_nan=False).filter(lambda one: not one.is_integer()),
    st.sampled_from(
        [
            "",
            "all",
            "random",
            "public",
            "2026-02-30",
            "2026-04-01",
            "a" * 64,
            "é\n",
            "sound",
            " x",
            "x\n",
            "all\n",
            "a" * 64 + "\n",
        ]
    ),
    st.lists(st.integers(-1, 5), max_size=3),
    st.just({}),
)


def spots(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Give the path of every value in a document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(spot for key, one in inner for spot in spots(one, (*path, key)))]


def changed(document: Any, path: tuple[Any, ...], deed: str, junk: Any) -> Any:
    """Put something in a place of a document, take the place out, or add one beside it."""
    document = json.loads(json.dumps(document))
    at = document
    for key in path[:-1]:
        at = at[key]
    if deed == "put":
        at[path[-1]] = junk
    elif deed == "drop":
        del at[path[-1]]
    elif isinstance(at, dict):
        at["another"] = junk
    return document


@settings(max_examples=200)
@given(st.sampled_from([EXACT, PUBLIC]), st.data())
def test_the_reader_refuses_exactly_what_the_schema_refuses(made, data):
    document = json.loads(to_bytes(made))
    path = data.draw(st.sampled_from(spots(document)[1:]))
    broken = changed(document, path, data.draw(st.sampled_from(["put", "put", "drop", "add"])), data.draw(JUNK))
    try:
        msgspec.json.decode(json.dumps(broken).encode(), type=Return)
        refused = ""
    except msgspec.ValidationError as fault:
        refused = str(fault)
    assert bool(complaints(broken, schema())) == bool(refused), (path, refused)


def test_a_whole_number_with_a_decimal_point_is_refused_although_the_schema_lets_it_be():
    document = json.loads(to_bytes(EXACT)) | {"frame": 400.0}
    assert complaints(document, schema()) == []
    with pytest.raises(msgspec.ValidationError, match=r"\$\.frame"):
        msgspec.json.decode(json.dumps(document).encode(), type=Return)
    assert "without a decimal point" in (DOCS / "national-return.md").read_text()


def test_a_range_says_its_ends_and_a_count_is_both():
    assert (low((2, 5)), high((2, 5)), low(3), high(3)) == (2, 5, 3, 3)


def test_themes_are_counted_once_a_case():
    made = make_return([case(SEEN, "community_resolution", "adult", *FAULTS[:2]), case(SOUND)])
    assert [(one.theme, one.cases, one.serious) for one in made.themes if one.cases] == [
        (FAULTS[0].value, 1, 1),
        (FAULTS[1].value, 1, 0),
    ]
