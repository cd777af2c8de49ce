"""Headings that say one thing in any order of a few words: "Owning district of investigation", "IP spoken to (Y/N)?".

Each line of the table needs a word from every group between its strokes; besides those, a heading has only the words
after the plus, and ones that say nothing. A word too many leaves it unread: it may be of somebody or of something else.
"""

from dataclasses import dataclass
from functools import cache

_SAYS_NOTHING = frozenset(
    "the of a an in for is was were are s y n and or on at please if any be been has have had there this that "
    "they their he she his her it do does "
    "detail details info information recorded desc description text full free box tick".split()
)
_NAMES = {
    "@disposal": "disposal disposals outcome outcomes oocd oocds oocr oocrs ooc cr crs resolution resolutions caution "
    "cautions",
    "@conditions": "condition conditions conds requirement requirements task tasks intervention interventions",
}
_TABLE = """
Area = area district division bcu lpa lpu lpt lpp borough neighbourhood + owning investigation investigating
    responsible reporting incident offence crime oic lead allocated dealing geographic policing local home basic
    command unit code cd name case team
Area = force / area / cd code local policing
Area = area policing local neighbourhood safer geographic / hub base sector patch cluster zone station locality + team
    name code cd home
Area = force / district division borough neighbourhood + cd code name
Case number = oocd oocr ooc cr disposal / record file
Case number = @disposal clearup / ref reference no number id urn uid serial key + record unique log form seq
    sequence
Disposal = clearup clearance disposal oocd oocr ooc sanction / type method kind title category + code cd name used given
    final court out
Disposal date = @disposal clearup clearance sanction / date day when + given issued administered delivered completed
    signed applied effective finalised actual out court imposed made concluded on
Decision date = decision decided determined / date day when + made taken disposal outcome oocd oocr on final
Offender vehicle = vehicle vehicles vrm car / vrm vrn reg registration index plate + mark no number suspect used
    involved vehicle
Admission = admission admitted admits admit responsibility guilt plea admitting / admission admitted admits admit
    responsibility guilt plea admitting suspect + level type made accepted accepts acceptance taken offence full partial
    does did nature acknowledged acknowledges
Previous outcomes = previous prior earlier past prev / @disposal + number no count how many total suspect received
    num nos out court given
Checks done = pnc pnd intel intelligence checks check / pnc pnd intel intelligence checks check + background local
    systems system summary research done carried out made completed results result checked reviewed considered niche
    police undertaken conducted findings notes
Checks done = checks check / carried done made completed conducted undertaken + out and
Gravity score, initial = gravity grav matrix / before init initial pre start starting raw base unadjusted opening first
    original + score scr value factor factors
Gravity score, final = gravity grav matrix / after fin final post end adjusted mitigated closing finish revised overall
    last + score scr value factor mitigation mitigating aggravation aggravating factors
Gravity working = gravity grav matrix / reasons reasoning notes explanation comments working workings factors
    considerations considered calculation narrative rationale justification how + score scr calculated adjusted
    aggravating mitigating aggravation mitigation reached used
Gravity working = agg aggravating aggravation / mit mitigating mitigation + factors factor applied considered gravity
    matrix notes reasons features identified taken into account present found
Gravity working = factors / applied considered account + aggravating mitigating gravity matrix taken into score used and
Gravity matrix = gravity grav matrix / version edition year ver vers issue + used npcc acpo guidance document name which
    factor number no
Domestic abuse = domestic da dv dva / abuse violence related relationship incident element domestic da dv dva linked
    involved offence + flag marker indicator ind crime case nature yes no
Hate = hate race racially racial racist religiously religious homophobic transphobic prejudice prejudiced / hate
    aggravated motivated crime incident offence element based + racially religiously or flag marker indicator ind
    hostility factor hate yes no
Weapon = weapon weapons knife knives blade bladed firearm offensive / weapon weapons knife knives blade bladed firearm
    used present carried produced involved involvement seen possessed article + offensive flag marker indicator crime
    element other
Sexual = sexual sex / offence offences element nature motive motivated motivation sexual related + flag marker
    indicator ind crime or yes no
Child involved = child children kids minors / involved present affected witnessed risk seen concern + home house
    household under 18 flag marker indicator vulnerable address
Victim consulted = victim / consulted consultation spoken contacted engaged asked consult sought + to views view wishes
    opinion before about prior with disposal outcome cr resolution re decision did we yes no made police officer
    obtained
Victim agreed = victim / agrees agreed agree agreement consents consent consented happy content accepts agreeable
    favour supportive supports + to with @disposal proposed decision does did yes no ooc method approach
Victim agreed = victim / support supporting / @disposal + decision to with does did
Victim's views = victim / views view wishes wish opinion opinions comments comment said says feelings thoughts
    remarks want wants wanted vps vis words + happen happens about disposal
    outcome impact personal what did does expressed given own statement cr
    resolution summary re regarding stated to
Appropriate adult = aa appropriate / aa adult / present used attended attending there involved + appropriate adult
    interview at
Youth justice service consulted = yjs yot yos youth / consulted spoken contacted informed notified involved liaised
    referred asked engaged consultation + justice offending service team to with views sought yes no
Conditions due = @conditions compliance / due deadline expiry expires expire end ends target + date day completion
    complete completed by last final compliance met when
Conditions due = @conditions / completion compliance completed complete comply done met / by + be must to date
Conditions completed = @conditions / completed complied complete met fulfilled satisfied kept finished done compliance
    adhered + with all fully successfully status yes no suspect outcome result did suspects
Conditions = conditions condition requirements / set imposed agreed list applied attached given issued rehabilitative
    reparative restrictive punitive financial what specified @disposal + terms other or to with court out
Circumstances = facts circumstances synopsis story precis outline summary / facts offence incident crime event events
    happened allegation circumstances + brief short what case alleged outline summary of police officer
Suspect's account = suspect / account version said says explanation reply interview comments mitigation response words
    + what did given own summary interviewed to say put
Rationale = rationale reason reasons reasoning justification why grounds / @disposal decision chosen disposed decided
    authorisation authorising authorised authority approval approving auth + behind
    oic decision maker used notes supporting choosing choice made given selected issued decider why officer final not
    court proportionate suitable appropriate
Rationale = why reason reasons rationale justification grounds / court way + out not dealt with using used disposed we
    did sent going taken decided chosen chose this suitable suitability appropriate justified
Rationale = why / diverted resolved suitable appropriate proportionate + out court not case dealt with @disposal used
    using way chosen this
Rationale = authorising_officer decision_maker authorising approving deciding gatekeeper / rationale reason reasons
    reasoning justification notes note comments comment + s
Conditions completed = @conditions / rag + status
Supervisor's comment = supervisor / comment comments notes note remarks observations endorsement feedback rationale
    reasons narrative + sign off approval review reviewing update entry s
Outcome code = outcome / code cd no number num + home office ho crime final hocr national result type hooc value
Case status = crime investigation occurrence oocd oocr disposal / status state stage position + current present
    latest code cd
Witnesses = witness witnesses / names name + other of all
"""


@dataclass(frozen=True)
class _Saying:
    meant: str
    groups: tuple[frozenset[str], ...]
    every: frozenset[str]


@cache
def _sayings() -> tuple[_Saying, ...]:
    return tuple(map(_saying, _TABLE.replace("\n    ", " ").strip().splitlines()))


def _saying(line: str) -> _Saying:
    meant, said = line.split(" = ")
    needed, _, beside = said.partition(" + ")
    groups = tuple(map(_words, needed.split(" / ")))
    return _Saying(meant, groups, _words(beside).union(_SAYS_NOTHING, *groups))


def _words(said: str) -> frozenset[str]:
    return frozenset(word for name in said.split() for word in _NAMES.get(name, name).split())


def said_in_any_order(words: frozenset[str]) -> str:
    """Give what a heading of those words means, in the schema's words; nothing where two things may be meant."""
    meant = {one.meant for one in _sayings() if words <= one.every and _has_each(words, one.groups)}
    return meant.pop() if len(meant) == 1 else ""


def _has_each(words: frozenset[str], groups: tuple[frozenset[str], ...]) -> bool:
    """Say whether there is a word for every group, and not one word for all of them."""
    found = [words & group for group in groups]
    return all(found) and len(frozenset().union(*found)) >= len(groups)
