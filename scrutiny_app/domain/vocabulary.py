"""The words that other systems write in the schema's columns, and what they mean.

Sources: Home Office crime outcomes, user guide; the 2001 and 2021 census groups behind the 16+1 and 18+1 codes. An
officer's view of someone's appearance (IC1 to IC9) is not self-defined, so it means no group.
"""

import re
from re import Pattern

from scrutiny_app.domain.uses import word_key


def _words(**codes: str) -> dict[str, str]:
    return {word_key(word): code for code, words in codes.items() for word in words.split("|") if word_key(word)}


NOTHING = frozenset(
    map(
        word_key,
        "unk|unknown|not known|n/k|nk|not recorded|not specified|blank|null|none recorded|tbc|to be confirmed|?|not provided|"
        "no data|not available|unspecified|nr|u|not entered|missing|(blank)|#n/a|nil recorded|not completed on record".split(
            "|"
        ),
    )
)

_ETHNICITIES = _words(
    asian="indian|pakistani|bangladeshi|chinese|asian|any other asian background|asian indian|asian pakistani|"
    "asian bangladeshi|asian chinese|a4|asian - indian|asian - any other|asian british|south asian|asian other|"
    "asian or asian british indian|asian or asian british pakistani|asian or asian british bangladeshi|"
    "asian or asian british chinese|asian or asian british any other asian background|any other asian",
    black="african|caribbean|black|black caribbean|black african|any other black background|black british|"
    "black or black british caribbean|black or black british african|black other|any other black|"
    "black or black british any other black background|african caribbean",
    mixed="white and black caribbean|white and black african|white and asian|mixed|any other mixed background|"
    "white & black caribbean|white & black african|white & asian|mixed white and black caribbean|mixed other|"
    "mixed white and black african|mixed white and asian|mixed any other mixed background|any other mixed|"
    "mixed or multiple ethnic groups|dual heritage",
    white="white british|british|irish|white irish|any other white background|white|w3|w4|gypsy|traveller|white other|"
    "gypsy or irish traveller|gypsy irish traveller|roma|english|welsh|scottish|northern irish|white roma|"
    "white english welsh scottish northern irish or british|english welsh scottish northern irish or british|"
    "white any other white background|any other white|white gypsy or irish traveller|white english|white welsh",
    other="other|arab|o2|any other ethnic group|other ethnic group|any other|other arab|chinese or other ethnic group other",
    not_stated="not stated|refused|declined|prefer not to say|declined to say|n1|n9|ns|not stated (refused)|refused to say|"
    "not stated refused|declined to state|n2|n3",
)

OTHER_WORDS: dict[str, dict[str, str]] = {
    "yes_no": _words(
        yes="t|ticked|tick|checked|✓|✔|☑|x|on|flagged|positive|present|yes - confirmed|+|confirmed|applies|da|marked",
        no="f|unticked|not ticked|unchecked|☐|☒|✗|✘|off|not flagged|negative|none|nil|not applicable|no - confirmed|absent",
    ),
    "disposal": _words(
        community_resolution="comm resolution|community res|com res|cr - l1|cr - l2|cr l1|cr l2|cr level 1|cr level 2|"
        "community resolution level 1|community resolution level 2|outcome 8|restorative justice|rj|o8|"
        "local resolution|comres|type 8|conditional community resolution|outcome 8 - community resolution|adult cr|youth cr",
        youth_caution="yth caution|youth cau|youth simple caution|outcome 2 - youth caution|caution - youth|caution youth",
        youth_conditional_caution="yth conditional caution|youth cond caution|youth cc|conditional caution - youth|"
        "conditional caution youth|youth cond. caution|youth conditional",
        simple_caution="caution - adult|caution adult|adult simple caution|adult caution|caution - adult simple|simple",
        conditional_caution="cond caution|acc|adult conditional caution|conditional caution - adult|cond. caution|"
        "conditional caution adult|adult cc|conditional|adult cond caution",
        penalty_notice="penalty notice|pnd - penalty notice|fixed penalty|penalty notice disorder|pnd issued|outcome 6",
        cannabis_warning="khat warning|cannabis/khat warning|cannabis / khat warning|cannabis caution|outcome 7|"
        "street warning cannabis",
        outcome_22="o/c 22|oc22|deferred prosecution|dp|out 22|outcome22|diversion|diversionary|type 22|oc 22|"
        "diversionary educational or intervention|outcome 22 - diversionary activity|deferred prosecution scheme|22",
        diversionary_caution="diversionary caution|dc",
        community_caution="community caution",
    ),
    "outcome_code": _words(
        **{
            "8": "cr|community resolution|comm res",
            "22": "o22|diversionary activity",
            "7": "cannabis warning|khat warning",
        },
        **{
            "6": "pnd|penalty notice for disorder",
            "4": "tic offender died",
            "2A": "",
            "3": "adult caution",
            "2": "youth caution",
        },
    ),
    "ethnicity": _ETHNICITIES,
    "sex": _words(
        female="woman|girl|fem|females|2|w",
        male="man|boy|males|1",
        other="non-binary|non binary|nb|indeterminate|i|intersex",
    ),
    "class_of_trial": _words(
        summary="s|so|sum|summary offence|summ|summary only offence",
        either_way="e|either|triable either way|tew|e/w|either-way",
        indictable="i|io|ind|indictable offence|indict",
    ),
    "admission": _words(
        full="y|yes|fully admitted|admitted|full admissions|admits|made full admission|admitted in full|fully",
        partial="part|partial admissions|partly|part admission|admitted in part|partially admitted|qualified",
        accepts_responsibility="accepted responsibility|ar|acceptance|accepts resp|responsibility accepted",
        none="n|no|no admissions|denies|not admitted|no comment|denial|nil|not admitting|no reply",
    ),
    "rank": _words(
        police_staff="pso|police staff member|civilian|civ|staff investigator|police staff investigator|psi|dip|pip",
        pcso="community support officer|cso|police community support officer",
        constable="pc.|police constable|detective constable|con|tdc|t/dc|special constable|sc|spc|tpc|const|det con|pcon|dc/pc",
        sergeant="a/ps|aps|t/ps|detective sergeant|t/sgt|a/sgt|police sergeant|ads|a/ds|t/ds|custody sergeant|det sgt|acting sergeant",
        inspector="a/insp|t/insp|detective inspector|a/di|t/di|ainsp|pi|det insp|acting inspector|ins|temporary inspector",
        chief_inspector="detective chief inspector|c/insp|chief insp|t/dci|a/dci|t/ci|cinsp",
        superintendent="detective superintendent|d/supt|det supt|chief superintendent|ch supt|c/supt|dsu|t/supt",
    ),
    "victim_consulted": _words(
        yes="t|true|1|consulted|contacted|victim consulted|done|ticked",
        no="f|false|0|not consulted|not contacted|unable to contact|unticked",
        no_victim="no victim|victimless|not applicable|crown|regina|state|victimless crime|society|no id victim|state based",
    ),
    "conditions_completed": _words(
        completed="y|complete|complied|compliant|done|met|1|true|t|successful|fully complied|all met|fulfilled|satisfied|finished",
        not_completed="n|incomplete|breached|breach|failed|non-compliant|not complied|0|false|f|not met|unsuccessful|non compliance",
        in_progress="ongoing|in prog|outstanding|open|awaiting|active|live|current|part complete|due|started|not due|not yet due",
    ),
    "status": _words(
        finalised="final|finalized|close|f|c|disposal given|concluded|detected|result|resulted|completed - filed|no further action required",
        open="o|new|allocated|under review|awaiting|with supervisor|in review|submitted|draft|re-opened",
        withdrawn="cancel|deleted|error|no crime|created in error|cancelled crime",
    ),
    "youth": _words(
        yes="t|ticked|under 18|u18|yth|yp|young person|10-17|10 to 17", no="f|unticked|18+|over 18|adlt|18 and over"
    ),
    "role": _words(
        offender="offender - charged|suspect - linked|sus|def|accused person|suspected|suspected person|offender (disposed)",
        victim="vic|v|agg|aggrieved party|victim - person|victim 1|victim 2|victim 3|v1|v2|v3|injured|victim (ip)|victim - ip",
        witness="w|witness - civilian|witness 1|witness 2|w1|w2|eyewitness|witness - key",
        officer="officer in case|o.i.c.|reporting officer|arresting officer|dealing officer|police officer|oic - investigating",
        supervisor="supervising sergeant|sup|oic supervisor|sergeant",
        decision_maker="decision maker|dm|decider|ero|evidential review officer",
        authoriser="authorising|approver|authorising inspector",
        appropriate_adult="app adult|appr adult|appropriate adult - parent",
        parent="parent or guardian|parent / guardian|p/g|mum|dad|legal guardian|parent/carer|parent guardian|foster carer",
        third_party="other person|3rd party|linked|informant|caller|relative|family member|friend|professional|social worker|"
        "solicitor|interpreter|reporting person|person reporting|other involved|bystander",
    ),
}


def _patterns(*pairs: tuple[str, str]) -> tuple[tuple[Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), code) for pattern, code in pairs)


# By what a longer wording holds; the first that fits is meant.
KEYWORDS: dict[str, tuple[tuple[Pattern[str], str], ...]] = {
    "disposal": _patterns(
        (r"\bdiversionary caution", "diversionary_caution"),
        (r"\bcommunity caution", "community_caution"),
        (r"\byouth\b.*\bcond|\bycc\b|\bcond.*\byouth", "youth_conditional_caution"),
        (r"\byouth\b.*\bcaution|\bcaution\b.*\byouth|\byc\b", "youth_caution"),
        (r"\bcannabis|\bkhat", "cannabis_warning"),
        (r"\bpenalty notice|\bpnd\b", "penalty_notice"),
        (r"\bcond(?:itional)?\b\.? *caution", "conditional_caution"),
        (r"\bcommunity res|\bcomm?\b\.? *res|^\W*(?:8\W+)?cr\b", "community_resolution"),
        (r"\b(?:outcome|o|oc|o/c) ?22\b|^22\W", "outcome_22"),
        (r"\bsimple caution|\badult caution|\bcaution\b.*\badult", "simple_caution"),
    ),
    "offence_group": _patterns(
        (r"\bburgl", "burglary"),
        (r"\brobb", "robbery"),
        (r"\bharass|\bstalk|\bmalicious comm|\bcontrolling|\bcoercive", "harassment"),
        (r"\bsexual|\brape\b|\bindecent|\bvoyeur|\bexposure|\bintimate image", "sexual"),
        (r"\bshop", "shoplifting"),
        (r"\barson|\bcriminal damage|\bgraffiti|\bdamage\b", "criminal_damage"),
        (r"\bvehicle|\btwoc\b|\btaking without|\bmotor\b|\btheft from (?:a )?car", "vehicle"),
        (r"\btheft|\bsteal|\bstolen goods|\bmaking off|\bhandling", "theft"),
        (r"\bblade|\bbladed|\bweapon|\bknife|\bfirearm|\bimitation|\bpointed", "weapons"),
        (r"\bcannabis|\bdrug|\bcocaine|\bclass [abc]\b|\bcontrolled|\bpwits\b|\bkhat", "drugs"),
        (
            r"\bwithout injury|\bcommon assault|\bbattery|\bthreats? to kill|\bassault(?:ing)? (?:on )?(?:a )?(?:constable|emergency)",
            "violence_without_injury",
        ),
        (
            r"\bwith injury|\babh\b|\bgbh\b|\bactual bodily|\bgrievous|\bwounding|\bs\.?47\b|\bs\.?20\b",
            "violence_with_injury",
        ),
        (r"\bpublic order|\baffray|\bdisorder|\bs\.?4a?\b|\bs\.?5\b|\bsection (?:4a?|5)\b|\bdrunk", "public_order"),
    ),
    "rank": _patterns(
        (r"\bsuper?intendent|\bsupt\b", "superintendent"),
        (r"\bchief insp", "chief_inspector"),
        (r"\binsp", "inspector"),
        (r"\bserg|\bsgt\b", "sergeant"),
        (r"\bpcso\b|\bcommunity support", "pcso"),
        (r"\bconst", "constable"),
    ),
    "ethnicity": _patterns(
        (r"\b(?:not stated|refus|declin|prefer not)", "not_stated"),
        (r"\bmixed|\bmultiple|\bwhite (?:and|&)", "mixed"),
        (r"^\W*(?:A\d\W+)?(?:asian|indian|pakistani|bangladeshi|chinese)|^A[1-9]\b", "asian"),
        (r"^\W*(?:B\d\W+)?(?:black|african|caribbean)|^B[1-9]\b", "black"),
        (r"^M[1-9]\b", "mixed"),
        (r"^\W*(?:W\d\W+)?(?:white|british)|^W[1-9]\b", "white"),
        (r"^O[1-9]\b|\bother ethnic", "other"),
        (r"^NS\b|^N\d\b", "not_stated"),
    ),
    "role": _patterns(
        (r"\bwitness", "witness"),
        (r"\bappropriate adult|\bAA\b", "appropriate_adult"),
        (r"\bparent|\bguardian|\bcarer", "parent"),
        (r"\baggrieved|\binjured|\bcomplainant|\bvictim", "victim"),
        (r"\bsupervis", "supervisor"),
        (r"\bdecision", "decision_maker"),
        (r"\bauthoris", "authoriser"),
        (r"\bofficer in|\bOIC\b|\binvestigat", "officer"),
        (r"\bsuspect|\boffender|\baccused|\bdefendant", "offender"),
    ),
    "conditions_completed": _patterns(
        (r"\bnot\b|\bfail|\bbreach|\bnon", "not_completed"),
        (r"\bprogress|\bongoing|\boutstanding|\bpending", "in_progress"),
        (r"\bcomplet|\bcompli|\bmet\b", "completed"),
    ),
}

# How an outcome's number is written among other words.
OUTCOMES = (
    re.compile(r"\b(?:outcome|type|oc|o/c|o)[ -]*(?:type|code|no\.?|number)?[ -]*0*(\d{1,2}A?)\b", re.IGNORECASE),
    re.compile(r"^\W*0*(\d{1,2}A?)\s*[-–—:.,(/]", re.IGNORECASE),
    re.compile(r"[-–—:(]\s*0*(\d{1,2}A?)\W*$", re.IGNORECASE),
)
