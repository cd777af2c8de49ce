"""What keeps rows from loading is told by kind, and what is rightly left out is told apart."""

from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.trial import trial_of

CODES = (Fault.NOT_OUT_OF_COURT, Fault.NOT_FINALISED, Fault.NOT_A_DATE, Fault.MISSING)
PROBLEMS = st.lists(
    st.builds(
        Problem,
        row=st.integers(2, 30),
        column=st.sampled_from(("Disposal date", "Disposal")),
        code=st.sampled_from(CODES),
        found=st.just("text"),
        advice=st.just("Mend it."),
    ),
    max_size=40,
)


def problem(row, column, code):
    return Problem(row, column, code, "text, 3 characters", "Mend it.")


def test_each_kind_is_told_once_with_its_rows():
    found = trial_of(
        10,
        7,
        [
            *(problem(row, "Offence", Fault.MISSING) for row in (4, 6)),
            problem(8, "Outcome code", Fault.NOT_OUT_OF_COURT),
        ],
        is_all=True,
    )

    assert [(one.column, one.rows, one.first_row) for one in found.wrongly] == [("Offence", 2, 4)]
    assert [(one.column, one.rows) for one in found.rightly] == [("Outcome code", 1)]
    assert (found.loaded, found.left_out, found.to_mend) == (7, 1, 2)


def test_what_else_is_wrong_with_a_row_that_is_left_out_is_not_to_be_mended():
    found = trial_of(
        3, 2, [problem(3, "Disposal date", Fault.MISSING), problem(3, "Disposal", Fault.NOT_OUT_OF_COURT)], is_all=True
    )

    assert (found.left_out, found.to_mend, found.wrongly) == (1, 0, ())


@given(problems=PROBLEMS, loaded=st.integers(0, 50))
def test_every_row_loads_or_is_left_out_or_is_to_be_mended(problems, loaded):
    rejected = {one.row for one in problems}
    found = trial_of(loaded + len(rejected), loaded, problems, is_all=True)

    assert found.loaded + found.left_out + found.to_mend == found.rows
    assert sum(one.rows for one in found.rightly) == found.left_out
    assert bool(found.wrongly) == bool(found.to_mend)
