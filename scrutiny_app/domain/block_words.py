"""How other systems call whom or what a block of their headings is of, what is kept of it, and our words for both."""

from collections.abc import Mapping

SOMEBODY = {
    "Suspect": (
        "(?:(?:charged|cautioned|arrested|detained|responsible|offending|warned|suspected|accused) )+(?:person|party)|"
        "person responsible|young person|yp|person of interest|poi|person dealt with|"
        "person arrested|person detained|detainee|dp|person cautioned|respondent|person given (?:the )?(?:disposal|"
        "outcome|cr)|person (?:(?:who|that) (?:is |was )?)?(?:getting|gets|got|receiving|received|given|accepting) "
        "(?:the |a |this )?(?:disposal|outcome|cr|resolution|community resolution|caution)|linked suspect|"
        "suspect nominal|"
        "offender nominal|suspect offender|offender suspect|alleged offender|alleged perpetrator|perp|"
        "subject of (?:the )?(?:disposal|outcome)|suspect|offender|accused|subject|defendant|participant|client|"
        "service user|named suspect|named offender|person reported|arrestee|cautioned party|suspected person|recipient"
    ),
    "Victim": (
        "harmed person|harmed party|person harmed|party harmed|victim primary|victim main|affected person|"
        "person affected|person wronged|injured person|victim nominal|linked victim|ip nominal|"
        "primary victim|main victim|victim ip|ip victim|victim complainant|aggrieved person|aggrieved party|"
        "victim party|wronged person|wronged party|victim|ip|hp|aggrieved|complainant|loser|injured party"
    ),
    "Decision maker": (
        "decider|decision taker|(?:disposal|outcome|oocd|oocr|ooc|cautioning|cr|final) decision maker|decision maker|"
        "deciding (?:officer|sergeant|sgt|inspector|insp|supervisor)|decision making (?:officer|sergeant|inspector)|"
        "decision officer|gatekeeper|gatekeeping (?:officer|sergeant|sgt)|evidential review officer|adjudicator|"
        "(?:outcome|disposal|decision)(?: was)? (?:decided|made|taken) by|determining officer"
    ),
    "OIC": (
        "officer in (?:the )?case|officer in charge|investigating officer|investigator|issuing officer|"
        "handling officer|"
        "assigned officer|officer assigned|submitting officer|administering officer|officer dealing(?: with case)?|"
        "owning officer|case owner|cautioning officer|oic|dealing officer|allocated officer|"
        "lead officer|case officer|attending officer|reporting officer|pc|"
        "lead investigator"
    ),
    "Supervisor": (
        "skipper|supervising (?:officer|sergeant|sgt)|reviewing (?:sergeant|sgt|supervisor)|team leader|line manager|"
        "first line supervisor|supervisory (?:officer|sergeant|sgt)|supervisor|sergeant|sgt|shift sergeant|"
        "line supervisor|oic s supervisor|oic supervisor|oic sgt|officer s supervisor|referring sergeant"
    ),
    "Authorising officer": (
        "approver|authoriser|authorised by|approved by|authorising supervisor|approving supervisor|approving sergeant|"
        "authorising sergeant|disposal approver|disposal authoriser|approving officer|authorised officer|"
        "authorising (?:officer|inspector|insp)|(?:officer|inspector|insp) authorising|"
        "sanctioning officer|authorisation officer|signed off by"
    ),
    "Witness": "eye ?witness|witness|witnesses",
}
CONDITIONS = (
    "(?:intervention|action|reparation|diversion) plan|(?:agreed )?(?:terms|interventions?)|undertakings?|"
    "(?:agreed )?programme|cr agreement|resolution agreement|conditions?|requirements?|"
    "(?:actions?|tasks?|activity|activities)(?= (?:complete|completed|cmplt|done)$)"
)
DISPOSAL = (
    "(?:(?:suspect|offender|crime|investigation|final|positive) )?(?:outcome|disposal)|clearance|action taken|"
    "resolution|finalisation|sanction|disposition|oocd|oocr|ooc|cr|caution|out of court (?:disposal|resolution|outcome)"
)
AREAS = (
    "(?:referring|investigating|responsible|reporting|incident|offence|crime|oic|officer|home|owning|local|force area|"
    "originating|command) (?:area|district|division|bcu|lpa|lpu|borough|policing area)(?: (?:code|description|name))?"
)
WHY = (
    "why (?:(?:a |this )?(?:cr|ooc|oocd|oocr|community resolution|caution)(?: and)? )?(?:not|no|rather than|"
    "instead of) (?:a |being )?(?:charged?|court|cps|prosecuted?)"
)


def _each(table: str) -> Mapping[str, str]:
    """Read a table: on each line what is said, with bars between, and what it means."""
    lines = [line.split(" = ") for line in table.strip().splitlines()]
    return {said.strip(): meant for words, meant in lines for said in words.split("|")}


SAME_REST = _each("""
mobile no|mob|landline|phone no|contact no|tel = telephone
addr|resides at|residing at = address
gender identity|sex gender|gender at birth|sex at birth = sex
sde|ethnicity sde|sde code|self classified ethnicity|self id ethnicity = ethnicity
version|voice|says|said|own account|version of events|side|side of it|side of the story = account
forename s|forenames s|given name s = forenames
shoulder no|collar no|epaulette no|pin no|badge no|no|s no = number
grade = rank
name rank|rank and name|name and rank|name no|name and no|name number|name and number|name collar = name
rank and full name|name and collar no|name and collar number|rank number name|rank no name|rank name number = name
badge|shoulder|epaulette|warrant|pay no|pay number|payroll no = collar number
last = surname
first = forename
""")
PARTS = {
    "Suspect": _each("""
sex|gender = Sex
ethnicity = Self-defined ethnicity
account|comments|response = Suspect's account
admits|admission|admitted|plea|admits offence|admit|admitted offence = Admission
vehicle|vrm|car reg = Offender vehicle
voice|what they said|what he said|what she said|what was said = Suspect's account
history count = Previous outcomes
"""),
    "Victim": _each("""
account|views|view|wishes|comments|opinion|feelings|remarks|input|thoughts|wants = Victim's views
what they said|what they want|what they wanted|what was said = Victim's views
vps|personal statement|impact statement = Victim's views
consulted|contacted|spoken to|asked|consultation|engagement = Victim consulted
support for disposal|support for outcome|support for resolution|support for cr = Victim agreed
agrees|agreed|agreement|supports|supportive|in favour = Victim agreed
"""),
}
OF_DISPOSAL = _each("""
date|given date|date given|applied date|effective date = Disposal date
decision date|decided|decided on|decided date|date decided|determined date|determined = Decision date
rationale|decision rationale|decision reasons|decision log|justification = Rationale
remarks|notes|comments|reasons|reasoning|narrative = Rationale
level|tier|tier level|tier description = Tier
id|ref|no|number|reference = Outcome reference
approver rank|approved by rank|authoriser rank|authorised by rank = Authorising rank
approver|approver name|approved by|authoriser|authorised by = Authorising officer
decided by|decider|decider name|decision by = Decision maker
decider rank|decided by rank|decision maker rank = Decision maker rank
ho outcome|ho code|ho outcome code|outcome no|outcome number|outcome = Outcome code
method = Disposal
status = Case status
""")
OF_CONDITIONS = _each("""
|text|details|detail|set|description|agreed|wording = Conditions
end date|end|ends|expiry|expires|completion date due|finish date|finish by = Conditions due
due|due date|deadline|by|target date|must end by = Conditions due
met|complied|complied with|compliance|completed|complete|cmplt|result|outcome = Conditions completed
fulfilled|kept|finished|compliance status|completion status = Conditions completed
""")
FLAGS = _each("""
domestic abuse|domestic violence|domestic|da|dv|dva = Domestic abuse
hate|hate crime|hate incident|hate motivated = Hate
weapon|weapons|knife|knife crime|blade|bladed|bladed article|offensive weapon|knives|weapon used = Weapon
sexual|sexual offence|sexual element|sex offence|sex off|rasso = Sexual
child|children|kids|child involved|children involved|minors = Child involved
""")
SINGLY = _each("""
facts|facts of the case|facts of case|case facts|facts of offence|facts of the offence|offence facts = Circumstances
first committed date|first committed|date first committed = Offence date
offence took place|incident took place|crime took place|offence took place on = Offence date
told us on|told police on|date told us|told us = Reported date
full partial admission|admission full partial = Admission
sgt review by|sgt reviewing|reviewed by sgt = Supervisor
bladed offensive weapon|knife blade|blade weapon|offensive weapon|knives = Weapon
summary for panel|case summary for panel|panel summary = Circumstances
where does the offender live|where does the suspect live = Offender address
where does the victim live = Victim 1 address
kids|any kids|kids involved = Child involved
who said yes|who agreed it|who ok d it|ok d by = Authorising officer
anyone else there|who else was there|who saw it = Witnesses
witnesses seen|witnesses spoken to|witnesses named|witnesses identified = Witnesses
what they said|what he said|what she said|what suspect says = Suspect's account
what victim wants|what the victim wants|what victim said|what ip wants|what does victim want = Victim's views
why cr|why ooc|why oocr|panel rationale|panel reasons|gatekeeper rationale = Rationale
did they do it|did he do it|have they done it|all done|done it = Conditions completed
insp comments|insp notes|insp s notes|sgt notes|sgt s notes = Supervisor's comment
journey status|programme status|form status = Workflow status
offending history count|antecedent count = Previous outcomes
""")
