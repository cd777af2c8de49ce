"""Which group of offences a wording is of, by what it holds: the first that fits is meant, "?" is for several.

An offence is told by its deed, then by its object: an assault on a shop's worker is no shoplifting, and who threatens
with a knife does more than possess it. Source: Home Office offence classes; handling and going equipped are of none of
its larger groups.
"""

import re
from re import Pattern

# The Home Office's main groups that hold several of ours: whoever knows the row alone can tell which is meant.
_WIDER = re.compile(
    r"(?:all )?(?:thefts?(?: and handling)?|violence(?: against (?:the )?person)?|vap|violent|assaults?|acquisitive|"
    r"retail|crimes? against (?:the )?person|(?:mis(?:c(?:ellaneous)?)?|other)(?: crimes?(?: against society)?)?)"
    r"(?: (?:crimes?|offences?|offs?))?"
)
_OF_WIDER = frozenset("violence_with_injury violence_without_injury shoplifting other_theft vehicle".split())
_SEVERAL = re.compile(r"\s*(?:;|\+|&|\s/\s|\band\b)\s*", re.IGNORECASE)

# Sections 4, 4A and 5 are of the Public Order Act, and of others too.
_ANOTHER_ACT = r"(?:\bprotection from|\bpha\b|\bstalk|\bsexual|\bdrugs?\b|\btheft\b|\bmal(?:icious)?\b\.? *comm)"
_ALARM = r"\bharassment,? alarm\b|\balarm,? (?:(?:or|and) )?distress"
_SECTION_5 = r"\bs(?:ec(?:tion)?)?[. ]*5\b"
_SECTION_4 = r"\bs(?:ec(?:tion)?)?[. ]*4a?\b"

_TAKEN = r"\b(?:theft|thft|steal\w*|stole|att(?:empt\w*)?\.? theft)\b"
_ARMED = r"\b(?:knife|knives|blade\w*|weapons?|firearm|gun|point(?:ed)?)\b"
_UNHURT = r"\b(?:no|non|nil|not|without|w/?o|minus)\b.*\binj"

PATTERNS: tuple[tuple[Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), group)
    for pattern, group in (
        (r"\bgoing equip|\bpervert(?:ing)? the course|\bhandling\b|\bstolen goods", "other"),
        (r"\bburg(?:l|\b)", "burglary"),
        (r"\brobb", "robbery"),
        (
            r"^(?!.*\b(?:taken|taking|twoc|theft|interfer\w*)\b).*\b(?:(?:drink|drunk|drug)[ -]*(?:driv|in charge)|"
            r"driv(?:e|es|ing)\b|driver licen|insurance\b|excess alcohol|speeding)",
            "?",
        ),
        (rf"^(?!.*{_ANOTHER_ACT}).*(?:\bpublic order\b|\bpoa\b|{_ALARM})", "public_order"),
        (rf"^(?!.*{_ANOTHER_ACT})(?:.*{_SECTION_5}.*\bharass|.*\bharass.*{_SECTION_5})", "public_order"),
        (rf"^(?!.*{_ANOTHER_ACT})(?:.*{_SECTION_4}.*\bharass|.*\bharass.*{_SECTION_4})", "?"),
        (r"\bharass|\bstalk|\bmal(?:icious)?\b\.? *comm|\bcontrolling|\bcoercive", "harassment"),
        (r"\bindecent (?:photo|image|pseudo)|\boutrag\w* public", "?"),
        (r"\bsexual|\brape\b|\bindecent|\bvoyeur|\bexposure|\bintimate image", "sexual"),
        (r"\bthreat\w*.*\bkill\b", "violence_without_injury"),
        (rf"\b(?:threat\w*|assault\w*)\b.*{_ARMED}|{_ARMED}.*\b(?:threat\w*|assault)|\bthreat\w*.*\bda?mage?", "?"),
        (
            rf"^(?!.*{_UNHURT}).*\bassault\b.*\binj|\b[ao]?o?abh\b|\bgbh\b|\bactual bodily|\bgrievous",
            "violence_with_injury",
        ),
        (r"\bwounding|\bs(?:ec(?:tion)?)?[. ]?(?:47|20|18)\b(?! (?:mda|misuse|theft|firearm))", "violence_with_injury"),
        (
            r"\barson|\bcriminal damage|\bcrim\w*[. ]*d(?:am|mg)|\bgraffiti|\bdamage\b(?!.*\btheft)",
            "criminal_damage",
        ),
        (rf"\bdamage\b.*{_TAKEN}", "?"),
        (
            r"\bcommon assault|\bassault by beat|\bassault.*\b(?:constable|police|pc|emergency|ew|prison officer)\b|"
            r"\bs(?:ec(?:tion)?)?[. ]?39\b|\bcom(?:m(?:on)?)?\.? ass|\bkidnap|\bfalse(?:ly)? imprison|"
            r"\bcruelty to (?:a )?child|\bchild (?:cruelty|neglect)",
            "violence_without_injury",
        ),
        (rf"^(?!.*{_TAKEN}).*\bbattery\b", "violence_without_injury"),
        (rf"{_TAKEN}.*\bby (?:an )?(?:employee|servant|staff)|\bemployee theft", "other_theft"),
        (
            rf"\bshop ?-?lift|{_TAKEN}.*\b(?:shops?|stores?|supermarket|retail\w*|stall)\b|"
            rf"\b(?:shop|store|retail)\b.*{_TAKEN}|^\W*shop\w*\W*$",
            "shoplifting",
        ),
        (r"\be-?(?:scooter|bike)", "?"),
        (r"\b(?:pedal|push)[ -]?(?:cycle|bike)|\bbicycle|(?<!motor )(?<!motor-)\bcycle\b", "other_theft"),
        (
            r"\bvehicle|\bveh\b|\btwo(?:m?o?c|cc)\b|\btaking without|\bmotor\b|\bm/v\b|\bconveyance\b|"
            rf"{_TAKEN}.*\b(?:car|van|motor ?(?:bike|cycle)|moped|mv)\b",
            "vehicle",
        ),
        (rf"{_TAKEN}|\bmak(?:e|ing)[ -]off|\bbilk(?:ing)?\b|\babstract\w* (?:of )?electric", "other_theft"),
        (
            r"\bblade|\bbladed|\bweapon|\bknife|\bfirearm|\bimitation|\bpointed|\bknuckle|\bair ?(?:gun|rifle|pistol)|"
            r"\bbb gun|\boff[a-z]*[ .]?weap",
            "weapons",
        ),
        (
            r"\bcannabis|\bdrug|\bcocaine|\bclass [abc]\b|\bcontrolled|\bpwits\b|\bkhat|\bketamine|\bmdma\b|\becstasy|"
            r"\bheroin|\bamphetamine|\bpsychoactive|\bnitrous",
            "drugs",
        ),
        (r"\bwithout inj|\b(?:no|non|minus|nil)[ -]inj|\bw/?o\b\.? *inj", "violence_without_injury"),
        (r"\bwith inj|\bw[/ ] ?inj|\(inj(?:ury)?\)", "violence_with_injury"),
        (
            r"\bpublic (?:order|fear)|\baffray|\bdisorder|\bs\.?(?:4a?|5)\b(?!\()|\bsection (?:4a?|5)\b(?!\()|"
            r"\bdrunk|\bfear (?:or|of) provocation|\b(?:threatening|abusive)\b.*\b(?:words|behaviour)",
            "public_order",
        ),
        (r"\bfraud|\bfalse rep", "other"),
    )
)


def is_wider_group(wording: str) -> bool:
    """Say whether a wording is a group of offences that holds several of ours."""
    return _WIDER.fullmatch(" ".join(re.findall(r"[a-z]+", wording.casefold()))) is not None


def names_several(wording: str) -> bool:
    """Say whether a wording names offences of several groups: "ABH and criminal damage"."""
    parts = [part for part in _SEVERAL.split(wording) if part]
    groups = {group for part in parts if (group := _group_of(part)) is not None}
    return len(groups) > 1 or (bool(groups - _OF_WIDER) and any(map(is_wider_group, parts)))


def _group_of(wording: str) -> str | None:
    return next((group for pattern, group in PATTERNS if pattern.search(wording)), None)
