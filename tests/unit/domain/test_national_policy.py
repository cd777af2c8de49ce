"""The national rules one by one: met, not met, does not apply, and cannot tell, each on a case that shows it."""

from datetime import date
from pathlib import Path

import pytest

from scrutiny_app.domain.cases import CHILD_ONLY, DISPOSALS
from scrutiny_app.domain.checking import Verdict
from tests.unit.domain.policy_pack import CHILD, O22, OLDER, PACK, answer, checked

MET, NOT_MET, UNSURE, NOT_THIS = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL, Verdict.DOES_NOT_APPLY

SIMPLE = {"disposal": "simple_caution", "outcome_code": "3"}
CONDITIONAL = {"disposal": "conditional_caution", "outcome_code": "3", "conditions_due": "2026-07-01"}
YOUTH = CHILD | {"disposal": "youth_caution", "outcome_code": "2"}
YOUTH_CONDITIONAL = CHILD | {"disposal": "youth_conditional_caution", "outcome_code": "2"}
NOBODY = {"offender_born": None}
BEFORE = {"day": date(2023, 5, 1)}
WEAPON = CHILD | {"offence_group": "weapons"}
SCORED = {"gravity_final": 2, "gravity_working": "Two, as nobody was hurt."}
EARLIER = {"previous_outcomes": 2}

TABLE = [
    ("age-of-responsibility", CHILD, MET),
    ("age-of-responsibility", CHILD | {"offender_born": "2017-01-01"}, NOT_MET),
    ("age-of-responsibility", {}, NOT_THIS),
    ("age-of-responsibility", NOBODY, UNSURE),
    ("youth-caution-age", YOUTH, MET),
    ("youth-caution-age", YOUTH | {"offender_born": "1991-02-03"}, NOT_MET),
    ("youth-caution-age", {}, NOT_THIS),
    ("youth-caution-age", YOUTH | {"offender_born": "2009-01-01"}, UNSURE),
    ("youth-caution-age", YOUTH | {"disposal_date": "2028-06-01"}, UNSURE),
    ("youth-caution-age", YOUTH | NOBODY, UNSURE),
    ("adult-disposal-age", SIMPLE, MET),
    ("adult-disposal-age", SIMPLE | CHILD, NOT_MET),
    ("adult-disposal-age", {}, NOT_THIS),
    ("adult-disposal-age", SIMPLE | OLDER, UNSURE),
    ("adult-disposal-age", SIMPLE | CHILD | {"disposal_date": "2029-06-01"}, UNSURE),
    ("adult-disposal-age", SIMPLE | NOBODY, UNSURE),
    ("resolution-acceptance", {"admission": "accepts_responsibility"}, MET),
    ("resolution-acceptance", {"admission": "none"}, NOT_MET),
    ("resolution-acceptance", SIMPLE, NOT_THIS),
    ("resolution-acceptance", {"admission": None}, UNSURE),
    ("resolution-acceptance", {"admission": "partial"}, UNSURE),
    ("adult-caution-admission", SIMPLE, MET),
    ("adult-caution-admission", CONDITIONAL | {"admission": "accepts_responsibility"}, NOT_MET),
    ("adult-caution-admission", {}, NOT_THIS),
    ("adult-caution-admission", SIMPLE | {"admission": "partial"}, UNSURE),
    ("adult-caution-admission", SIMPLE | {"admission": None}, UNSURE),
    ("youth-caution-admission", YOUTH, MET),
    ("youth-caution-admission", YOUTH_CONDITIONAL | {"admission": "none"}, NOT_MET),
    ("youth-caution-admission", SIMPLE, NOT_THIS),
    ("youth-caution-admission", YOUTH | {"admission": "partial"}, UNSURE),
    ("implications-explained", {}, NOT_THIS),
    ("implications-explained", SIMPLE, UNSURE),
    ("resolution-level", {}, MET),
    ("resolution-level", {"class_of_trial": "indictable"}, NOT_MET),
    ("resolution-level", SIMPLE, NOT_THIS),
    ("resolution-level", {"class_of_trial": "either_way"}, UNSURE),
    ("resolution-level", {"class_of_trial": None}, UNSURE),
    ("resolution-inspector", {"class_of_trial": "indictable", "authorising_rank": "inspector"}, MET),
    ("resolution-inspector", {"class_of_trial": "indictable", "authorising_rank": "sergeant"}, NOT_MET),
    ("resolution-inspector", {}, NOT_THIS),
    ("resolution-inspector", {"class_of_trial": "indictable"}, UNSURE),
    ("caution-prosecutor", SIMPLE, NOT_THIS),
    ("caution-prosecutor", SIMPLE | {"class_of_trial": "indictable"}, UNSURE),
    ("caution-prosecutor", SIMPLE | {"class_of_trial": None}, UNSURE),
    ("resolution-intimate-partner", {}, MET),
    ("resolution-intimate-partner", SIMPLE, NOT_THIS),
    ("resolution-intimate-partner", {"domestic_abuse": True}, UNSURE),
    ("resolution-intimate-partner", {"domestic_abuse": None}, UNSURE),
    ("conditional-caution-domestic-abuse", BEFORE | CONDITIONAL, MET),
    ("conditional-caution-domestic-abuse", BEFORE | CONDITIONAL | {"domestic_abuse": True}, NOT_MET),
    ("conditional-caution-domestic-abuse", BEFORE, NOT_THIS),
    ("conditional-caution-domestic-abuse", BEFORE | CONDITIONAL | {"domestic_abuse": None}, UNSURE),
    ("conditional-caution-hate", CONDITIONAL, MET),
    ("conditional-caution-hate", CONDITIONAL | {"hate": True}, NOT_MET),
    ("conditional-caution-hate", {}, NOT_THIS),
    ("conditional-caution-hate", CONDITIONAL | {"hate": None}, UNSURE),
    ("child-knife-referral", WEAPON, MET),
    ("child-knife-referral", CHILD, NOT_THIS),
    ("child-knife-referral", WEAPON | {"yjs_consulted": False}, UNSURE),
    ("child-knife-referral", WEAPON | {"yjs_consulted": None}, UNSURE),
    ("child-knife-before-2026", BEFORE | WEAPON, UNSURE),
    ("child-knife-before-2026", BEFORE | WEAPON | {"disposal": "youth_conditional_caution"}, NOT_THIS),
    ("simple-caution-two-years", SIMPLE, MET),
    ("simple-caution-two-years", CONDITIONAL, NOT_THIS),
    ("simple-caution-two-years", SIMPLE | EARLIER, UNSURE),
    ("simple-caution-two-years", SIMPLE | {"previous_outcomes": None}, UNSURE),
    ("resolution-history-sergeant", EARLIER | {"authorising_rank": "sergeant"}, MET),
    ("resolution-history-sergeant", EARLIER | {"authorising_rank": "constable"}, NOT_MET),
    ("resolution-history-sergeant", {}, NOT_THIS),
    ("resolution-history-sergeant", EARLIER, UNSURE),
    ("child-history-yjs", CHILD | EARLIER, MET),
    ("child-history-yjs", YOUTH | EARLIER | {"yjs_consulted": False}, NOT_MET),
    ("child-history-yjs", CHILD, NOT_THIS),
    ("child-history-yjs", CHILD | EARLIER | {"yjs_consulted": None}, UNSURE),
    ("youth-conditional-caution-yjs", YOUTH_CONDITIONAL, MET),
    ("youth-conditional-caution-yjs", YOUTH_CONDITIONAL | {"yjs_consulted": False}, NOT_MET),
    ("youth-conditional-caution-yjs", YOUTH, NOT_THIS),
    ("youth-conditional-caution-yjs", YOUTH_CONDITIONAL | {"yjs_consulted": None}, UNSURE),
    ("appropriate-adult", CHILD, MET),
    ("appropriate-adult", YOUTH | {"appropriate_adult": False}, NOT_MET),
    ("appropriate-adult", {}, NOT_THIS),
    ("appropriate-adult", CHILD | {"appropriate_adult": None}, UNSURE),
    ("child-gravity-score", CHILD | SCORED, MET),
    ("child-gravity-score", CHILD, NOT_MET),
    ("child-gravity-score", {}, NOT_THIS),
    ("child-gravity-score", NOBODY, UNSURE),
    ("victim-consulted", {}, MET),
    ("victim-consulted", {"victim_consulted": "no"}, NOT_MET),
    ("victim-consulted", {"victim_consulted": "no_victim"}, NOT_THIS),
    ("victim-consulted", {"victim_consulted": None}, UNSURE),
    ("victim-views-recorded", {}, MET),
    ("victim-views-recorded", {"hidden": ["victim_views"]}, MET),
    ("victim-views-recorded", {"victim_views": None}, NOT_MET),
    ("victim-views-recorded", {"victim_consulted": "no"}, NOT_THIS),
    ("victim-views-recorded", {"victim_consulted": None}, UNSURE),
    ("youth-caution-referral", {}, NOT_THIS),
    ("youth-caution-referral", YOUTH, UNSURE),
    ("child-first-outcome-yjs", YOUTH | {"previous_outcomes": 0}, MET),
    ("child-first-outcome-yjs", CHILD | {"previous_outcomes": 0, "yjs_consulted": False}, NOT_MET),
    ("child-first-outcome-yjs", CHILD | {"previous_outcomes": 0, "yjs_consulted": None}, UNSURE),
    ("child-first-outcome-yjs", CHILD | EARLIER, NOT_THIS),
    ("child-gravity-disposal", YOUTH | {"gravity_final": 3}, MET),
    ("child-gravity-disposal", CHILD | {"gravity_final": 4}, NOT_MET),
    ("child-gravity-disposal", CHILD | {"gravity_final": None}, UNSURE),
    ("child-gravity-disposal", {"gravity_final": 4}, NOT_THIS),
    ("resolution-reasons", {}, MET),
    ("resolution-reasons", {"rationale": None}, NOT_MET),
    ("resolution-reasons", SIMPLE, NOT_THIS),
    ("conditional-caution-sergeant", CONDITIONAL | {"authorising_rank": "sergeant"}, MET),
    ("conditional-caution-sergeant", CONDITIONAL | {"authorising_rank": "constable"}, NOT_MET),
    ("conditional-caution-sergeant", {}, NOT_THIS),
    ("conditional-caution-sergeant", CONDITIONAL, UNSURE),
    ("conditions-recorded", CONDITIONAL, MET),
    ("conditions-recorded", CONDITIONAL | {"conditions_due": None}, NOT_MET),
    ("conditions-recorded", {}, NOT_THIS),
    ("conditions-in-time", CONDITIONAL, MET),
    ("conditions-in-time", CONDITIONAL | {"conditions_due": "2027-01-01"}, NOT_MET),
    ("conditions-in-time", CONDITIONAL | {"class_of_trial": "either_way"}, NOT_THIS),
    ("conditions-in-time", CONDITIONAL | {"conditions_due": "2026-10-31"}, UNSURE),
    ("conditions-in-time", CONDITIONAL | {"conditions_due": None}, UNSURE),
    ("outcome-code", {}, MET),
    ("outcome-code", {"outcome_code": "22"}, NOT_MET),
    ("outcome-code", {"disposal": "community_caution"}, NOT_THIS),
    ("outcome-22-activity", {}, NOT_THIS),
    ("outcome-22-activity", O22 | {"conditions_completed": "completed"}, MET),
    ("outcome-22-activity", O22 | {"conditions_completed": "in_progress"}, NOT_MET),
    ("outcome-22-activity", O22 | {"conditions_completed": None}, UNSURE),
]


@pytest.mark.parametrize(("rule", "changes", "verdict"), TABLE)
def test_a_rule_says_what_the_release_bears_out(rule, changes, verdict):
    assert answer(rule, **changes).verdict is verdict


def test_every_rule_is_tried_where_it_applies_where_it_does_not_and_where_it_cannot_tell_or_is_not_met():
    for rule in PACK.rules:
        seen = {verdict for name, _, verdict in TABLE if name == rule.id}
        assert NOT_THIS in seen
        assert (MET in seen) == bool(rule.asks)
        assert seen & {NOT_MET, UNSURE}


@pytest.mark.parametrize("rule", [one for one in PACK.rules if one.until], ids=lambda rule: rule.id)
def test_a_rule_that_has_ended_is_left_out_and_one_that_may_have_cannot_tell(rule):
    after = rule.until.replace(year=rule.until.year + 1)
    assert rule.id not in [one.rule for one in checked(day=after).checks]
    case = {"conditional-caution-domestic-abuse": CONDITIONAL}.get(rule.id, WEAPON)
    told = answer(rule.id, day=rule.until, until=after, **case)
    assert told.verdict is UNSURE
    assert "day of the decision is not recorded" in told.why[0]


def test_every_rule_names_its_source_and_what_to_look_for():
    for rule in PACK.rules:
        assert rule.source.title
        assert rule.if_not or rule.unanswered


def test_the_outcome_code_is_known_for_every_disposal_that_is_in_force():
    rule = next(one for one in PACK.rules if one.id == "outcome-code")
    known = {disposal for disposal, _ in rule.asks[0].by_disposal}
    assert known == {one.code for one in DISPOSALS if one.since}
    assert known >= CHILD_ONLY


def test_the_documentation_lists_every_rule_with_its_days_and_its_source():
    lines = Path("docs/policies.md").read_text("utf-8").splitlines()
    told = {line.split("`")[1]: line for line in lines if line.startswith("| `") and "?" in line}
    assert list(told) == [rule.id for rule in PACK.rules]
    for rule in PACK.rules:
        for words in (rule.question, rule.source.title, *map(str, filter(None, (rule.since, rule.until)))):
            assert words in told[rule.id]
