"""Reading a policy pack: what is no rule is refused, and the refusal says where it stands and what would do."""

import copy
import tomllib
from datetime import date

import pytest

from scrutiny_app.domain.checking_packs import PackUnreadable, from_mapping

WHOLE = tomllib.loads("""
[pack]
name = "Rules for practice"
version = "1"
as_of = 2026-01-01

[[rules]]
id = "first"
question = "Was it kept?"
weight = "bar"
applies = [{ field = "disposal", is = ["simple_caution"] }]
asks = [{ field = "previous_outcomes", at_least = 1, at_most = 3 }]
unclear = [{ when = [{ field = "hate", is = ["yes"] }], why = "It is doubtful" }]
if_not = "Look for why."
since = 2026-01-01
until = 2026-12-31
source = { title = "An Act", read = "full", address = "https://www.legislation.gov.uk/" }

[[rules]]
id = "second"
question = "Was it explained?"
weight = "advisory"
unanswered = "No field holds it"
source = { title = "A guide", read = "named" }
""")


def changed(rule=0, **changes):
    """Give the pack with a rule changed; what is set to None is taken out."""
    made = copy.deepcopy(WHOLE)
    kept = made["rules"][rule] | changes
    made["rules"][rule] = {key: value for key, value in kept.items() if value is not None}
    return made


def test_a_whole_pack_is_read():
    pack = from_mapping(WHOLE, "digest")
    assert (pack.name, pack.version, pack.as_of, pack.digest) == ("Rules for practice", "1", date(2026, 1, 1), "digest")
    first, second = pack.rules
    assert (first.asks[0].at_least, first.asks[0].at_most, first.until) == (1, 3, date(2026, 12, 31))
    assert second.unanswered == "No field holds it"


BROKEN = [
    ({}, r"\[pack\]: it is missing"),
    (WHOLE | {"rules": []}, "write at least one"),
    (WHOLE | {"extra": 1}, "“extra” is not known"),
    (WHOLE | {"pack": WHOLE["pack"] | {"as_of": "today"}}, "write a day"),
    (WHOLE | {"pack": WHOLE["pack"] | {"name": " "}}, r"\[pack\] name: write some words"),
    (changed(1, id="first"), "Two rules bear the id “first”"),
    (changed(id="First one"), "Rule 1, id: write small letters"),
    (changed(question="It was kept."), "end it with a question mark"),
    (changed(weight="heavy"), "write one of bar, authority, evidence, advisory"),
    (changed(colour="red"), "“colour” is not known"),
    (changed(asks=None), "either what it asks"),
    (changed(unanswered="Nobody knows"), "either what it asks"),
    (changed(if_not=None), "what to look for"),
    (changed(until=date(2025, 1, 1)), "ends before it begins"),
    (changed(since="2026"), "write a day"),
    (changed(source=None), "source: it is missing"),
    (changed(source={"title": "An Act", "read": "never"}), "write one of full, part, named"),
    (changed(source={"title": "An Act", "read": "full", "address": "http://x"}), "begins with https"),
    (changed(asks="all"), "write a list of conditions"),
    (changed(asks=[{"field": "surname", "is": ["x"]}]), "no release has a field “surname”"),
    (changed(asks=[{"field": "hate"}]), "of “hate” ask one of"),
    (changed(asks=[{"field": "hate", "is": ["yes"], "recorded": True}]), "of “hate” ask one of"),
    (changed(asks=[{"field": "hate", "contains": "x"}]), "of “hate” ask one of"),
    (changed(asks=[{"field": "hate", "is": ["perhaps"]}]), "some of no, yes"),
    (changed(asks=[{"field": "hate", "is": "yes"}]), "some of no, yes"),
    (changed(asks=[{"field": "hate", "at_most": 1}]), "“hate” is no number"),
    (changed(asks=[{"field": "previous_outcomes", "at_most": "1"}]), "write a whole number"),
    (changed(asks=[{"field": "previous_outcomes", "at_most": True}]), "write a whole number"),
    (changed(asks=[{"field": "previous_outcomes", "is": ["1"]}]), "holds no words"),
    (changed(asks=[{"field": "rationale", "recorded": "yes"}]), "write true or false"),
    (changed(asks=[{"field": "outcome_code", "by_disposal": {"fine": ["8"]}}]), "“fine” is not known"),
    (changed(asks=[{"field": "gravity_final", "by_disposal": {"youth_caution": ["3"]}}]), "a list of whole numbers"),
    (changed(unclear=[{"when": [], "why": "?"}]), "at least one condition"),
    (changed(unclear=[{"when": [{"field": "hate", "is": ["yes"]}]}]), "why: write some words"),
]


@pytest.mark.parametrize(("kept", "words"), BROKEN)
def test_what_is_no_rule_is_refused_with_what_would_do(kept, words):
    with pytest.raises(PackUnreadable, match=words):
        from_mapping(kept)
