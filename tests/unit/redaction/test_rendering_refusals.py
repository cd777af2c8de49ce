"""Rendering refuses spans from which no text can be made."""

import pytest

from redaction import Span, render


def span(start: int, end: int) -> Span:
    return Span(start, end, "name", "[Person 1]", "human", 1.0, "added by hand")


@pytest.mark.parametrize("spans", [[span(0, 4), span(3, 5)], [span(2, 2)], [span(0, 99)], [span(-1, 2)]])
def test_spans_that_overlap_are_empty_or_leave_the_text_are_refused(spans):
    with pytest.raises(ValueError, match="must not overlap"):
        render("a text", spans)
