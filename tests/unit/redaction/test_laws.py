"""What must hold for every case, tried on invented ones and on any text at all."""

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from redaction import Redactor, Result, render
from redaction.named import cues
from tests.unit.redaction.derived.cases import InventedCase, invented_case

REDACTOR = Redactor()
cases = settings(max_examples=150, derandomize=True, deadline=None)
seeds = st.integers(0, 10**9)
TOLD = sorted(cues.TITLES | cues.RANKS | cues.ROLES | cues.STATIONS | cues.GREETINGS | frozenset(cues.KIN))
OTHERS = "s 's A T. at in the of and called no ref DOB HMP worker Naveed Hope Hill Mill Lane School 12 14/2".split()
GAPS = [" ", " ", " ", ", ", "\n", ": ", " (", ") ", ' "', " - ", " & ", "/", "’s ", ". ", ""]
shown = st.sampled_from((str.lower, str.title, str.upper))
words = st.builds(lambda word, show: show(word), st.sampled_from(TOLD + OTHERS * 8), shown)
any_order = st.lists(st.builds(str.__add__, words, st.sampled_from(GAPS)), max_size=40).map("".join)


def redacted(case: InventedCase, text: str | None = None) -> Result:
    """Redact a case's text, or another one with the same parties."""
    return REDACTOR.redact(case.text if text is None else text, parties=case.parties, references=case.references)


@cases
@given(st.text(max_size=300))
def test_spans_are_sorted_apart_within_the_text_and_render_to_the_outcome(text):
    result = REDACTOR.redact(text, offence_date=date(2026, 3, 12))
    ends = [0, *(span.end for span in result.spans)]
    assert all(end <= span.start < span.end <= len(text) for end, span in zip(ends, result.spans, strict=False))
    assert render(text, result.spans) == result.text


@cases
@given(any_order)
def test_no_order_of_the_words_that_rules_look_at_is_an_error(text):
    result = REDACTOR.redact(text)
    assert render(text, result.spans) == result.text


@cases
@given(seeds)
def test_redacting_twice_changes_nothing_more(seed):
    case = invented_case(seed)
    once = redacted(case).text
    assert redacted(case, once).text == once


@cases
@given(seeds)
def test_of_strangers_redacting_twice_brings_nobody_back(seed):
    # Beside a tag the tagger may believe a word that it did not before, so that more may go the second time.
    once = REDACTOR.redact(invented_case(seed).text).text
    assert words_left(REDACTOR.redact(once).text) <= words_left(once)


def words_left(text: str) -> set[str]:
    return set(re.findall(r"\w+", re.sub(r"\[[^\]]*\]", " ", text)))


@cases
@given(seeds)
def test_the_same_case_gives_the_same_outcome(seed):
    case = invented_case(seed)
    assert redacted(case) == redacted(case)


@cases
@given(seeds)
def test_a_doubt_never_touches_a_span(seed):
    result = redacted(invented_case(seed))
    assert not any(
        doubt.start < span.end and span.start < doubt.end for doubt in result.doubts for span in result.spans
    )
