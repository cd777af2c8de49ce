"""Columns that an online form's tool adds of itself: its numbers, when a form was sent, and who filled it in."""

from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.reasons import BEFORE, left_out, perhaps
from scrutiny_app.domain.suggestions import Suggestion

_SENT = frozenset("completiontime starttime timestamp lastmodifiedtime submissiontime submittedat".split())
_WHO, _MAIL, _NUMBERS = "name", frozenset({"email", "emailaddress", "username"}), frozenset({"id", "responseid"})
_OWN = left_out("the form’s own tool adds it to each answer: leave it out")
_FILLED_IN = perhaps("the form’s tool adds who filled it in: perhaps the officer in the case")


def forms_own(found: Sequence[Suggestion]) -> list[Suggestion]:
    """Leave out what the tool of a form adds, and take whoever filled it in for the officer: other files are as before.

    Its numbers are left out only where another column numbers the cases.
    """
    headings = {fold(one.heading) for one in found}
    if headings.isdisjoint(_SENT) or headings.isdisjoint({_WHO, *_MAIL, *_NUMBERS}):
        return list(found)
    is_numbered = any(one.fills("case_number") and fold(one.heading) not in _NUMBERS for one in found)
    has_officer = any(one.fills("officer_name") for one in found)
    own = _SENT | _MAIL | (_NUMBERS if is_numbered else frozenset())
    told = []
    for one in found:
        key = fold(one.heading)
        if one.reason == BEFORE:
            told.append(one)
        elif key in own:
            told.append(replace(one, uses=(), reason=_OWN, sure=True))
        elif key == _WHO and not has_officer and one.fills_only("offender_name"):
            uses = tuple(replace(use, field="officer_name") for use in one.uses)
            told.append(replace(one, uses=uses, reason=_FILLED_IN, sure=False))
        else:
            told.append(one)
    return told
