"""A reply of a public report belongs to the request that it answers: in its data, on its page and in its approval."""

import pytest

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.public_lines import LineKind, answered, check_lines, line_of, written
from scrutiny_app.domain.public_paper import replies

CODES, DATES = (line_of(LineKind.SAID, text) for text in ("Check the codes.", "Check the dates."))
REPLY = line_of(LineKind.DID, "They were  checked.", "Check the dates.")


def test_a_reply_stands_under_its_own_request_whatever_the_order():
    content = {"lines": written([REPLY, DATES, CODES])}
    assert content["lines"][0] == {"kind": "did", "text": "They were checked.", "answers": "Check the dates."}
    assert list(replies(content)) == [("Check the dates.", ["They were checked."]), ("Check the codes.", [])]


def test_a_reply_is_not_printed_without_its_request():
    with pytest.raises(Refused, match="choose the request too"):
        check_lines([CODES, REPLY])
    assert answered([CODES, REPLY]) == [CODES]
    assert list(replies({"lines": [{"kind": "did", "text": "They were checked."}]})) == []
    assert check_lines([CODES, REPLY, DATES]) == (CODES, REPLY, DATES)


def test_a_reply_is_approved_as_the_reply_to_its_request():
    other = line_of(LineKind.DID, "They were checked.", "Check the codes.")
    assert other.digest != REPLY.digest
    assert line_of(LineKind.SAID, "They were checked.").digest != other.digest
