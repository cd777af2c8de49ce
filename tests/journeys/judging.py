"""The panel's side of a journey: private grades, a conflict, the reveal, the findings and their signatures."""

from tests.journeys.preparing import CAST, GRADERS, SIZE, Journey
from tests.journeys.releasing import to_round
from tests.journeys.walking import Data, Person

FULL_GRADE: dict[str, object] = {"version": "1", "grade": "appropriate", "themes": "good_practice"}
FULL_FINDING: dict[str, object] = {"version": "0", "result": "appropriate", "reached": "consensus"}
SECOND = "Going by the rules, more ought to be on record."
CONFLICTED = 1  # the place, from 0, of the case that the member of the CPS recognises

# What the panel finds on each case, in order, with what the form needs besides.
FINDINGS: tuple[Data, ...] = (
    {"result": "appropriate", "themes": "good_practice", "remarks": "A careful decision."},
    {
        "result": "inappropriate",
        "serious": "history",
        "remarks": "Too many before this one.",
        "dissent": "It could do.",
    },
    {"result": "observations", "themes": ["conditions", "victim"]},
    {"result": "not_agreed", "dissent": "The panel was divided on gravity."},
)


def comment(who: str, place: int) -> str:
    """Give the words that one person writes on one case, unlike anybody else's on any."""
    return f"Opinion {GRADERS.index(who)}-{place}: the reasons are thin."


def grade(journey: Journey) -> None:
    """Have everyone grade alone; the chair cannot hurry, nobody else can grade, and nobody sees what others gave."""
    watch, first = journey.watch, _case(journey, 0)
    watch.denied(*journey.all("adviser", "commissioner", "lead", "registrar"), to=first, data=FULL_GRADE)
    watch.hidden(*journey.all("commissioner", "lead", "registrar"), at=first)
    watch.refused(journey["chair"], "Grade this case yourself", to=f"{first}/reveal")
    watch.refused(journey["lay"], "There is a problem", to=first, data=FULL_GRADE | {"grade": "inappropriate"})
    for step in ("checks", "later"):
        watch.refused(journey["lay"], "Grade this case first", to=f"{first}/{step}", data={"sure": "y"})
    step_back(journey)
    for who in GRADERS:
        grade_all(journey, who)
        unseen = [one for one in journey.people if one != who]
        _check_unseen(journey.all(*unseen), comment(who, 0))
        if who == GRADERS[0]:
            watch.refused(journey["chair"], "There is no quorum", to=f"{first}/reveal")
    read_on(journey)


def read_on(journey: Journey) -> None:
    """Have a member read the policy checks on a case and say what they then think, which nobody else is shown yet."""
    member, watch, first = journey["lay"], journey.watch, _case(journey, 0)
    watch.denied(*journey.all("adviser", "commissioner", "lead", "registrar"), to=f"{first}/checks", data={"sure": "y"})
    watch.refused(member, "Read the policy checks on this case first", to=f"{first}/later", data={"sure": "y"})
    member.open(first)
    member.send("Go on to the policy checks")
    page = member.send("read the policy checks")
    assert "National rules, England and Wales" in page.text
    member.send("Keep this second thought", grade="inappropriate", themes=["rationale"], comment=SECOND)
    assert "is kept beside your grade" in member.page.text
    _check_unseen(journey.all(*(one for one in journey.people if one != "lay")), SECOND)


def step_back(journey: Journey) -> None:
    """Have a member step back from a case that they recognise: it is gone at once, from an open page too."""
    member, watch, case = journey["cps"], journey.watch, _case(journey, CONFLICTED)
    member.open("/")
    member.follow("My cases", journey.references[CONFLICTED])
    member.follow("Step back from this case")
    member.send("Step back from this case")
    assert journey.references[CONFLICTED] not in member.page.text
    watch.denied(member, to=case, data=FULL_GRADE)
    watch.hidden(member, at=case)


def grade_all(journey: Journey, who: str) -> None:
    """Have one person grade every case that they have, beginning at home, one after another."""
    person, cases = journey[who], SIZE - (who == "cps")
    person.open("/")
    person.follow("Go on with case 1")
    for place in range(1, cases + 1):
        at = journey.references.index(person.page.path.rpartition("/")[2])
        assert f"case {at + 1} of {SIZE}" in person.page.text
        given = "inappropriate" if place % 2 else "observations"
        person.send("Save and go to the next case", grade=given, themes=["rationale"], comment=comment(who, at))
        assert "is saved" in person.page.text
    assert "nothing left for you to grade" in person.page.text


def reveal(journey: Journey) -> None:
    """Have the chair reveal each case; nobody else can, no finding comes before, and no grade after."""
    chair, watch, first = journey["chair"], journey.watch, _case(journey, 0)
    watch.denied(*journey.all("lay", "adviser", "commissioner", "lead", "registrar"), to=f"{first}/reveal")
    watch.refused(chair, "Reveal this case", to=f"{first}/finding", data=FULL_FINDING)
    watch.refused(chair, "Reveal this case", to=f"{first}/finding/sign", data={"version": "1"})
    to_meeting(chair)
    for place, reference in enumerate(journey.references):
        to_meeting(chair)
        chair.follow(f"Reveal the grades of case {reference}")
        chair.send("Reveal and end grading")
        watch.refused(chair, "revealed already", to=f"{_case(journey, place)}/reveal")
        watch.refused(journey["lay"], "grading on it has ended", to=_case(journey, place), data=FULL_GRADE)
    for who in ("lay", "adviser", "chair"):
        page = journey[who].open(first)
        assert comment("cps", 0) in page.text
        names = [CAST[one][0] for one in GRADERS if one != who]
        assert [name for name in names if journey[who].was_sent(name)] == []
    watch.hidden(journey["cps"], at=_case(journey, CONFLICTED))
    results = to_findings(journey["lead"])
    assert [name for name in (CAST[one][0] for one in GRADERS) if name in results] == []


def agree(journey: Journey) -> None:
    """Have the chair record and sign each finding; no report and no letter comes before its signature."""
    chair, watch = journey["chair"], journey.watch
    others = journey.all("lay", "adviser", "commissioner", "lead", "registrar")
    for place, finding in enumerate(FINDINGS):
        case = _case(journey, place)
        to_meeting(chair)
        chair.follow(f"Record the finding on case {journey.references[place]}")
        watch.denied(*others, to=f"{case}/finding", data=FULL_FINDING)
        watch.refused(chair, "Record the finding before", to=f"{case}/finding/sign", data={"version": "1"})
        chair.send("Save and check before signing", **finding)
        watch.denied(*others, to=f"{case}/finding/sign", data={"version": "1"})
        check_nothing_told(journey)
        watch.refused(chair, "changed after you read it", to=f"{case}/finding/sign", data={"version": "2"})
        chair.send("Sign this finding")
        watch.refused(chair, "signed already", to=f"{case}/finding/sign", data={"version": "1"})
        watch.refused(chair, "has been signed", to=f"{case}/finding", data=FULL_FINDING | {"version": "1"})
    assert "Every case of this round is signed" in chair.page.text


def to_meeting(person: Person) -> None:
    """Go home, and on to the meeting."""
    person.open("/")
    person.follow("Rounds", "The meeting")


def to_findings(person: Person) -> str:
    """Go to what the force may read of a round's results, and give its text."""
    to_round(person, "The chair reveals")
    return person.page.text


def check_nothing_told(journey: Journey) -> None:
    """Assert that while a finding is a draft there is no report, and no letter on it."""
    round_id, finding_id = journey["lead"].page.path.split("/")[3], journey.watch.rows("findings")["findings"][-1][0]
    journey.watch.hidden(*journey.all("lead", "registrar"), at=f"/force/rounds/{round_id}/report", status=409)
    journey.watch.hidden(*journey.all("chair", "commissioner"), at=f"/panel/rounds/{round_id}/report", status=409)
    journey.watch.hidden(journey["lead"], at=f"/force/letters/{finding_id}/officer")


def _case(journey: Journey, place: int) -> str:
    return f"/panel/cases/{journey.references[place]}"


def _check_unseen(people: list[Person], words: str) -> None:
    """Assert that a grade's words were sent to none of these people, from any page that could show them."""
    for person in people:
        pages = ["/"]
        if person.name in GRADERS or person.name == "adviser":
            to_meeting(person)
            pages = ["/panel/cases"]
        elif person.name in ("lead", "registrar"):
            to_findings(person)
        for page in pages:
            person.open(page)
        assert not person.was_sent(words), person.name
