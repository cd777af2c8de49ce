"""What must hold for every case, tried on invented ones."""

import random
import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from redaction import Redactor, Result, render
from redaction.normalising import fold
from tests.unit.redaction.spelling_out import forms, party

TEMPLATES = (
    "{0} was seen at {2} with {1} on file. ",
    "Spoke to {0} re {3}, tel {4}, veh {5}. ",
    "DOB {1}. Lives {2} {3}. I asked {0} to call {4}. ",
    "the male {0} drove {5} from {2}\n{3} and rang {4}; born {1}. ",
    "WITNESS {0} STATES HE MAY HAVE SEEN {5} NEAR {2}. ",
)
REDACTOR = Redactor()
cases = settings(max_examples=250, derandomize=True, deadline=None)


def invented(seed: int) -> tuple[str, list[str], Result, list[object]]:
    """Make a case, redact it and verify the outcome."""
    chance = random.Random(seed)
    person = party(chance)
    written = forms(person, chance)
    text = chance.choice(TEMPLATES).format(*written)
    names = [word for word in re.findall(r"[^\W\d_]+", fold(f"{person.forenames} {person.surname}")) if len(word) > 3]
    result = REDACTOR.redact(text, parties=[person])
    return text, [*written, *names], result, list(REDACTOR.verify(result.text, parties=[person]))


@cases
@given(st.integers(0, 10**9))
def test_no_form_of_a_known_identifier_survives(seed):
    text, forbidden, result, _ = invented(seed)
    rest = re.sub(r"\[[^\]]*\]", " ", result.text)
    used = [form for form in forbidden if form in text or form in fold(text)]
    assert [form for form in used if form in rest or form in fold(rest)] == []


@cases
@given(st.integers(0, 10**9))
def test_verifying_the_outcome_finds_nothing(seed):
    assert invented(seed)[3] == []


@cases
@given(st.text(max_size=300))
def test_spans_are_sorted_apart_within_the_text_and_render_to_the_outcome(text):
    result = REDACTOR.redact(text, offence_date=date(2026, 3, 12))
    ends = [0, *(span.end for span in result.spans)]
    assert all(end <= span.start < span.end <= len(text) for end, span in zip(ends, result.spans, strict=False))
    assert render(text, result.spans) == result.text


@cases
@given(st.integers(0, 10**9))
def test_redacting_twice_changes_nothing_more(seed):
    once = invented(seed)[2].text
    person = party(random.Random(seed))
    assert REDACTOR.redact(once, parties=[person]).text == once


@cases
@given(st.integers(0, 10**9))
def test_the_same_case_gives_the_same_outcome(seed):
    assert invented(seed)[2] == invented(seed)[2]


@cases
@given(st.integers(0, 10**9))
def test_a_doubt_never_touches_a_span(seed):
    result = invented(seed)[2]
    assert not any(
        doubt.start < span.end and span.start < doubt.end for doubt in result.doubts for span in result.spans
    )
