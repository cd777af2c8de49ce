"""Headings as people write them in a log of their own, and those that look alike and mean something else."""

import pytest

from scrutiny_app.domain.footings import Footing, footing_of
from scrutiny_app.domain.looking import Look, Looker
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.spoken_headings import is_deadline
from scrutiny_app.domain.uses import Use

DAYS = ("25/03/2026", "14/04/2026", "02/05/2026")
MOMENTS = ("25/03/2026 10:00:00", "14/04/2026 11:12:00")
SERGEANTS = ("PS Mistry 655", "PS Khan 1210", "Sgt Lowe 77")
TASKS = ("Sorry letter to manager", "Pay £150 to bus company", "Stay away from the shop")
YES_NO = ("yes", "no")
NUMBERS = ("611", "4410", "1212")


def suggestions(columns):
    looker = Looker("Cases", 1, list(columns))
    for row in range(12):
        looker.see([values[row % len(values)] for values in columns.values()])
    seen = Look(looker.look())
    return dict(zip(columns, suggest(seen, ""), strict=True)), seen


def field(heading, values, **beside):
    found, _ = suggestions({heading: values, **beside})
    return [use.field for use in found[heading].uses]


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "What they agreed to do",
            "Agreed to do",
            "What offender agreed to do",
            "What has the offender agreed to do?",
        ),
        *("What they must do", "What the suspect will do to make amends", "What YP agreed to do", "Undertakings"),
        *("What he/she has to do", "How they will put it right", "Reparation agreed", "What is required of them"),
    ],
)
def test_what_somebody_undertook_is_the_conditions(heading):
    assert field(heading, TASKS) == ["conditions"]


@pytest.mark.parametrize(
    "heading",
    [
        *("What victim agreed to", "What was offered", "What victim wants them to do", "What officer will do"),
        *(
            "What they did",
            "What they admitted to",
            "Next steps agreed",
            "Resolution agreed",
            "What police agreed to do",
        ),
    ],
)
def test_what_others_undertook_or_somebody_did_is_no_condition(heading):
    assert not field(heading, TASKS)


@pytest.mark.parametrize(
    "heading",
    [
        *("To be done by", "To finish by", "Finish by", "Must be done by", "Needs doing by", "Until", "By", "When by"),
        *("Date to be completed", "Complete before", "To be finished by", "Completion by"),
    ],
)
def test_a_day_by_which_something_is_to_be_done_is_the_conditions_where_it_stands_beside_them(heading):
    assert field(heading, DAYS, Conditions=TASKS) == ["conditions_due"]
    assert not field(heading, DAYS)


@pytest.mark.parametrize(
    "heading", ["To be reviewed by", "File due by", "Bail until", "To be interviewed by", "Entered by", "Reviewed by"]
)
def test_a_day_by_which_something_else_is_to_be_done_is_not_theirs(heading):
    assert not field(heading, DAYS, Conditions=TASKS)


@pytest.mark.parametrize(
    "heading",
    [
        *("Sgt who agreed", "Sergeant who approved it", "Insp who authorised", "Agreed by Sgt", "Signed off by Sgt"),
        *("Skipper who signed off", "Inspector agreeing", "Sgt's agreement", "Supervisor who agreed", "Sgt sign-off"),
    ],
)
def test_a_senior_officer_who_agreed_authorised_it(heading):
    assert field(heading, SERGEANTS) == ["authorising_name"]


@pytest.mark.parametrize(
    "heading",
    [
        *("Sgt who attended", "Sgt who refused", "Sgt informed", "Custody Sgt"),
        *("Parent who agreed", "Sgt who checked conditions", "Officer who agreed"),
    ],
)
def test_who_else_agreed_or_what_else_a_sergeant_did_is_not_suggested(heading):
    assert not field(heading, SERGEANTS)


@pytest.mark.parametrize("heading", ["Who agreed", "Agreed by", "Agreed with", "OK'd by", "Authority from", "Agreed"])
def test_who_agreed_is_perhaps_who_authorised_it_where_ranks_stand_below_and_nobody_else_does(heading):
    found, seen = suggestions({heading: SERGEANTS})
    assert [use.field for use in found[heading].uses] == ["authorising_name"]
    assert footing_of(found[heading], seen.cases.columns[0]) is Footing.ASKED
    assert not field(heading, ("Ann Marsh", "Joe Bond"))
    assert not field(heading, SERGEANTS, **{"Authorised by": SERGEANTS})


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "Victim happy with CR?",
            "Vic ok with it",
            "Victim content with CR",
            "IP happy with outcome?",
            "Victim on board",
        ),
        *("Victim satisfied with CR", "Victim accepts CR", "Does the victim agree with the CR?", "Victim in favour"),
        *(
            "Victim agreeable to CR",
            "Vic agrees to CR?",
            "Victim wants CR",
            "Victim happy with this?",
            "Victim on board",
        ),
    ],
)
def test_a_victim_who_is_happy_with_the_disposal_agreed(heading):
    assert field(heading, YES_NO) == ["victim_agreed"]


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "Victim happy with service",
            "Victim happy to be contacted",
            "Victim satisfied with police",
            "Victim willing",
        ),
        *(
            "Victim willing to meet offender",
            "Offender happy with CR?",
            "Victim unhappy with CR",
            "Victim agrees to RJ",
        ),
        *("Supervisor happy with CR", "Victim happy to attend court", "Victim support offered", "Victim agrees to RJ"),
    ],
)
def test_a_victim_who_is_happy_with_something_else_is_not_taken_to_agree(heading):
    assert not field(heading, YES_NO)


@pytest.mark.parametrize(
    "heading",
    [
        *("Offence Reported To Police Date And Time", "Date Offence Reported To Police", "Incident Reported Date Time"),
        *("Occurrence Reported Date/Time", "Crime Report Date", "Date First Reported", "Police Informed Date"),
        *("Report Received Date", "Date Police Notified", "Offence Reported To Police On"),
    ],
)
def test_the_day_on_which_the_police_were_told_is_the_reported_date(heading):
    assert field(heading, MOMENTS) == ["reported_date"]


@pytest.mark.parametrize(
    "heading",
    [
        *("Date Reported To YOT", "Reported To CPS Date", "Date reported for summons", "Report to court date"),
        *("Date Not Reported", "Reported Missing Date", "Date victim informed", "Report printed date"),
    ],
)
def test_the_day_of_another_report_is_not_suggested(heading):
    assert not field(heading, DAYS)


@pytest.mark.parametrize(
    "heading",
    [
        *("Outcome Authorising Officer Collar Number", "Authorising Officer ID", "auth_no", "Authorised By Collar No"),
        *("Authoriser Pin", "Authorising Sgt Number", "Auth Coll No"),
    ],
)
def test_the_number_of_whoever_authorised_it_is_left_out_and_told(heading):
    found, seen = suggestions({heading: NUMBERS, "Authorising Officer Name": ("Marsh, Ann", "Bond, Joe")})
    assert not found[heading].uses
    assert "no field, and is not the decision-maker’s" in found[heading].why
    assert footing_of(found[heading], seen.cases.columns[0]) is Footing.ASIDE


def test_a_number_of_the_authority_itself_is_not_taken_for_that_of_an_officer():
    found, _ = suggestions({"Authorisation Number": NUMBERS, "Authorised By": SERGEANTS})
    assert found["Authorisation Number"].why == "no field reads like it"
    assert found["Authorised By"].uses[0] == Use("authorising_name", style=found["Authorised By"].uses[0].style)


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        *(("Victim support", YES_NO), ("Victim Support referral", YES_NO), ("What to do next", TASKS)),
        *(("Next review date", DAYS), ("Compliance checked on", DAYS), ("Panel decision", TASKS)),
        *(("Action by", ("Marsh, Ann", "Bond, Joe")), ("Checked by", ("Marsh, Ann", "Bond, Joe"))),
        *(("Investigation plan", ("Take a statement from the shop", "View the film of the door")),),
    ],
)
def test_what_only_looks_like_a_field_is_not_suggested(heading, values):
    assert not field(heading, values)


def test_what_a_panel_decided_does_not_say_that_it_was_asked():
    given = ("Community Resolution", "Youth Caution", "Youth Conditional Caution", "No Further Action")
    assert "yjs_consulted" not in field("Panel decision", given)


def test_a_joint_panel_that_was_asked_is_still_read():
    assert field("Joint decision panel held", YES_NO) == ["yjs_consulted"]


@pytest.mark.parametrize(
    "heading",
    [
        "When must it be done by?",
        "By when must it be completed?",
        "When does this have to be done by",
        "When should they be met",
    ],
)
def test_a_question_by_when_something_must_be_done_is_a_deadline(heading):
    assert is_deadline(heading)


@pytest.mark.parametrize("heading", ["When was it done?", "When was it done by?", "When did the offence happen?"])
def test_a_question_when_something_was_done_is_no_deadline(heading):
    assert not is_deadline(heading)


@pytest.mark.parametrize(
    ("heading", "values", "name"),
    [
        ("Owned up", ("Fully", "In part", "Fully"), "admission"),
        ("Full & frank", ("Yes full", "part"), "admission"),
        (
            "What went on",
            ("Took crisps and drinks from a shop", "Slapped a friend at the bus station"),
            "circumstances",
        ),
        ("My thinking", ("Low harm, first time in trouble", "Will pay and landlord is content"), "rationale"),
        ("Their version", ("Said he was angry that day", "Says that it was a dare"), "suspect_account"),
        ("Plan", TASKS, "conditions"),
        ("To do list", TASKS, "conditions"),
        ("Plan to finish", DAYS, "conditions_due"),
        ("Plan finished", ("Finished", "Still going", "Broke down"), "conditions_completed"),
        ("Patch", ("North", "Harbour"), "area"),
        ("Referring PC", ("Broomfield, Katie", "Prior, Neil"), "officer_name"),
        ("Decision panel held", DAYS, "decision_date"),
        ("AA with them", ("Y", "N"), "appropriate_adult"),
        ("YJS in decision", ("Y", "N"), "yjs_consulted"),
        ("Victim voice sought", ("Y", "N", "No victim"), "victim_consulted"),
        ("Hate in it", ("N", "N", "Y"), "hate"),
    ],
)
def test_what_a_list_kept_by_hand_is_headed_is_read(heading, values, name):
    assert field(heading, values) == [name]
