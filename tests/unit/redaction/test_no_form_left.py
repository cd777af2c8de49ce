"""No form that can be derived from what is known is left in a redacted text, whatever its spelling.

The forms, their disguises and the check are written apart from the package, in `derived`; by hand,
`python -m tests.unit.redaction.derived 100000` tries ten times as many cases as these tests do.
"""

import random

import pytest

from redaction import render
from tests.unit.redaction.derived.cases import InventedCase, invented_case
from tests.unit.redaction.derived.oracle import must_not_appear, remaining

CASES, PARTS = 10_000, 20
SEED = 20_260_312


@pytest.mark.parametrize("part", range(PARTS))
def test_no_derivable_form_is_left_in_ten_thousand_cases(redactor, part):
    each = CASES // PARTS
    first = SEED + part * each
    left = {seed: found for seed in range(first, first + each) if (found := leaks_of(redactor, invented_case(seed)))}
    assert left == {}


def leaks_of(redactor, case: InventedCase) -> list[str]:
    """Give what is left of a case's forms by the check written apart and, every second time, by the package's."""
    known = {"parties": case.parties, "references": case.references}
    redacted = redactor.redact(case.text, **known).text
    found = redactor.verify(redacted, **known) if len(case.text) % 2 else []
    return [*remaining(redacted, case.forbidden), *(leak.kind for leak in found)]


def test_the_check_finds_every_form_in_an_unredacted_text():
    cases = [invented_case(seed) for seed in range(300)]
    unseen = [
        form.label
        for case in cases
        for form in case.planted
        if not remaining(case.text, must_not_appear([form.written], [])) and must_not_appear([form.written], [])
    ]
    assert unseen == []


def test_the_check_finds_forms_of_a_party_whom_the_redactor_was_not_told_of(redactor):
    cases = [invented_case(seed) for seed in range(300)]
    left = [bool(remaining(redactor.redact(case.text).text, case.forbidden)) for case in cases]
    assert sum(left) > len(cases) / 2


def test_what_somebody_brings_back_is_found_by_verifying(redactor):
    missed = []
    for seed in range(300):
        case, chance = invented_case(seed), random.Random(seed)
        known = {"parties": case.parties, "references": case.references}
        spans = [span for span in redactor.redact(case.text, **known).spans if span.source == "known"]
        lifted = chance.choice(spans)
        back = render(case.text, [span for span in spans if span != lifted])
        if not redactor.verify(back, **known):
            missed.append((seed, case.text[lifted.start : lifted.end]))
    assert missed == []
