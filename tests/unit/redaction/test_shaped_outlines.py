"""A shape is tried only on texts that look like it, and quicker where all letters are plain: nothing is lost."""

import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redaction.shaped.finding import WITH_DIGITS, every
from redaction.shaped.shape import Shape
from redaction.shaped.strips import Strips

LETTERS = string.printable[:-2] + "£€°•′″"
NAMES = [f"{number} {shape.reason}" for number, shape in enumerate(WITH_DIGITS)]


@pytest.mark.parametrize("shape", WITH_DIGITS, ids=NAMES)
@settings(max_examples=12, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_text_that_matches_looks_like_its_shape_and_matches_quickly_too(shape: Shape, data: st.DataObject):
    text = Strips(data.draw(st.from_regex(shape.pattern, alphabet=LETTERS)))
    places = [found.span() for found in shape.pattern.finditer(text.text)]
    assert places == [found.span() for found in shape.quick.finditer(text.text)]
    assert places == [found.span() for found in every(shape, text.text, text.text.lower(), foreign=True)]
    assert not (places and shape.like) or any(each in text.outlines[shape.outline] for each in shape.like)
