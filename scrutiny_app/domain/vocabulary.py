"""What the words of other systems mean, looked up by their letters and figures, or by what a longer wording holds."""

import re
from re import Pattern

from scrutiny_app.domain import known_words
from scrutiny_app.domain.known_headings import entries
from scrutiny_app.domain.no_victim import NO_VICTIMS, NOBODY_HARMED
from scrutiny_app.domain.offence_words import PATTERNS as OFFENCES
from scrutiny_app.domain.uses import word_key


def _other_words() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name, _, words in entries(known_words.WORDS):
        field, code = name.split(".")
        found.setdefault(field, {}).update(dict.fromkeys(map(word_key, words), code))
    return found


NOTHING = frozenset(map(word_key, " ".join(known_words.NOTHING.split()).split("; ")))
OTHER_WORDS = _other_words()


def _patterns(*pairs: tuple[str, str]) -> tuple[tuple[Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), code) for pattern, code in pairs)


# "No victim contact" says only that nobody was asked.
_NOBODY_HARMED = (
    r"^(?:(?:n\W?a|n|not (?:applicable|required|needed|asked|consulted)|no|nobody)\b\W+)?(?:(?:as|there (?:is|was)) )*"
    rf"(?:{NO_VICTIMS}|{NOBODY_HARMED}|victimless\b|"
    r"(?:state|crown|police)[- ](?:based|(?:generated )?(?:offence|crime)|(?:is|as) victim)\b)"
    r"(?!.*(?:contact|consult|response|reply|answer|views?|engag|available|support|agree|consent|want|wish|statement|decl|"
    r"refus|object|concern|trac|found))"
)

# Of a caution: whose it is, and whether it has conditions.
_YOUTH = r"\b(?:youth|yth|y(?!/c\b)|yp|juv(?:enile)?|child)\b"
_ADULT = r"(?<!appropriate )(?<!approp )\b(?:adult|adlt)\b"
_CAUTION = r"\b(?:ca?u?t(?:io)?n(?:ed)?|caut?)\b"
_CONDITIONAL = r"(?<!un)(?<!non )(?<!non-)(?<!no )(?<!without )(?<![a-z])cond(?!\w* *(?:dis)?charge)"
HAS_CONDITIONS = re.compile(_CONDITIONAL, re.IGNORECASE)
HAS_NO_CONDITIONS = re.compile(r"\b(?:un|non[ -]?|no |without )cond", re.IGNORECASE)
OF_A_YOUTH = re.compile(_YOUTH, re.IGNORECASE)
OF_AN_ADULT = re.compile(_ADULT, re.IGNORECASE)

# Of conditions: that they were kept, that only the file is behind, and when they are to be.
_KEPT = r"^\W*(?:(?:all|both|the|conditions?|cond\.?|fully|was|were|has|have|been) )*(?:completed?|complied|met)\b"
_NOT_FILED = r"\bnot (?:yet )?(?:been )?(?:review|check|sign|clos|verif|confirm|evidenc|record|updat|fil|archiv)"
_DUE = (
    r"\bdue (?:later|soon|next|in (?:\d|an?\b|the (?:new|next|coming)|one|two|three|four|five|six|next|early|mid|late|"
    r"jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter))"
)

# Of a status: somebody agreed to the disposal, which may or may not have been given since.
APPROVED = (
    r"^(?:(?:form|disposal|outcome) )?(?:approved|authori[sz]ed|signed off)"
    r"(?: by (?:a |the )?(?:supervisor|sergeant|sgt|inspector|insp|ps|line manager|decision[ -]maker))?$"
)

# By what a longer wording holds; the first that fits is meant. "?" is for what may be several.
KEYWORDS: dict[str, tuple[tuple[Pattern[str], str], ...]] = {
    "disposal": _patterns(
        (r"\bsimple\W+(?:or\W+)?cond|\bcond\w*\W+(?:or\W+)?simple", "?"),
        (r"\bdiversionary caution", "diversionary_caution"),
        (r"\bcommunity caution", "community_caution"),
        (r"\bcomm?(?:unity)?\b\.? *res|^\W*(?:8\W+)?cr\b", "community_resolution"),
        (rf"\bycc\b|\by/cc\b|{_YOUTH}.*{_CONDITIONAL}|{_CONDITIONAL}.*{_YOUTH}", "youth_conditional_caution"),
        (rf"{_YOUTH}\W+cc\b|\bccy\b", "youth_conditional_caution"),
        (rf"{_YOUTH}.*{_CAUTION}|{_CAUTION}.*{_YOUTH}|\byc\d?\b", "youth_caution"),
        (r"\bcannabis|\bkhat", "cannabis_warning"),
        (r"\bpenalty notice|\bpnd\b", "penalty_notice"),
        (rf"{_CONDITIONAL}.*(?:{_CAUTION}|{_ADULT})|(?:{_CAUTION}|{_ADULT}).*{_CONDITIONAL}", "conditional_caution"),
        (r"\b(?:outcome|o|oc|o/c) ?22\b|^22\W", "outcome_22"),
        (
            rf"\bsimple cau|{_CAUTION}\W+simple|\bsimple\b.*{_CAUTION}|{_ADULT}.*{_CAUTION}|{_CAUTION}.*{_ADULT}",
            "simple_caution",
        ),
        (r"\bdeferred pros|\bdef\b\.? *pros|\bdps\b", "outcome_22"),
        (r"\bdiver(?:sion|t)|\bdiv\b.*\b(?:ed|int)|\beduc.*\binterv", "outcome_22"),
        (r"\brestorative|\brj\b|\b(?:outcome|type|oc|o/c|o)[ -]?0?8\b|^0?8\b|\bcr\b", "community_resolution"),
    ),
    "offence_group": OFFENCES,
    "victim_consulted": _patterns(
        (_NOBODY_HARMED, "no_victim"),
        (r"^no\b.*\b(?:objections?|concerns)\b|^no[ -]?one\b(?!.*\b(?:asked|contacted|consulted|spoken)\b)", "?"),
        (r"^yes\b(?! ?[/?]| or)", "yes"),
        (r"^no\b(?! ?[/?]| or)", "no"),
    ),
    "victim_agreed": _patterns((_NOBODY_HARMED, "")),
    "admission": _patterns(
        (r"\bpart|^yes\b.*\b(?:some|most|not all)\b", "partial"),
        (r"^yes\b(?! ?[/?]| or)|\bfull", "full"),
        (r"^no\b", "none"),
    ),
    "yes_no": _patterns(
        (r"^(?:yes\b(?! ?[/?]| or)|y ?[-–—:,(])", "yes"), (r"^(?:(?:no|not)\b(?! ?[/?]| or| obj)|n ?[-–—:,(])", "no")
    ),
    "status": _patterns(
        (r"^(?:not|un) ?(?:yet )?(?:closed|finali[sz]ed|filed|completed?|disposed|resulted)\b", "open"),
        (
            r"^(?:awaiting|pending|waiting)\b.*\b(?:decision|auth|approv|panel|interview|disposal|outcome|review|finali|supervis|sign)",
            "open",
        ),
        (
            r"^(?:declined|withdrawn|refused|rejected|rescinded|cancell?ed|void(?:ed)?|charged|summonsed)\b"
            r"(?!.*\b(?:review|appeal|appointment|interview))",
            "withdrawn",
        ),
        (
            r"^(?:closed|finali[sz]ed|filed)\W+(?:\w+ )?(?:declined|withdrawn|refused|rejected|cancell?ed)\b",
            "withdrawn",
        ),
        (
            r"^(?:closed|finali[sz]ed|filed)\W+(?:to |by |at )?"
            r"(?:nfa|no further action|court|charged?|summons\w*|prosecut\w+)\b",
            "?",
        ),
        (r"^(?:closed|finali[sz]ed|filed|completed?|disposed)\b", "finalised"),
        (
            r"^(?:case|crime|disposal|form|journey|occurrence|outcome|record|referral)\W+"
            r"(?:(?:is|was|now)\W+)?(?:closed|finali[sz]ed|filed|completed?|resulted)$",
            "finalised",
        ),
        (APPROVED, "finalised"),
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
        (r"^\W*(?:A\d\W+)?(?:asian|indian|pakistani|bangladeshi)|^A[1-9]\b", "asian"),
        (r"^\W*(?:B\d\W+)?(?:black|african|caribbean)|^B[1-9]\b", "black"),
        (r"^M[1-9]\b", "mixed"),
        (r"^\W*(?:W\d\W+)?(?:white|british|gyps|travell|roma\b)|^W[1-9]\b", "white"),
        (r"^O[1-9]\b|\bother ethnic", "other"),
        (r"^NS\b|^N\d\b", "not_stated"),
    ),
    "role": _patterns(
        (r"\bappropriate adult|\bAA\b", "appropriate_adult"),
        (r"\bparent|\bguardian|\bcarer", "parent"),
        (r"\baggr(?:ieved|d)?\b|\binjured|\bips?\b|\bcomplainant|\bvictim", "victim"),
        (r"\bwitness", "witness"),
        (r"\bsupervis", "supervisor"),
        (r"\bdecision", "decision_maker"),
        (r"\bauthoris", "authoriser"),
        (r"\bofficer in|\bOIC\b|\binvestigat", "officer"),
        (r"\bsuspect|\boffender|\baccused|\bdefendant", "offender"),
    ),
    "flags": _patterns(
        (r"\b(?:da|dv)\b|\bdomestic", "domestic_abuse"),
        (r"\bhate|\bracial|\bhomophob|\btransphob|\bsexual orientation|\breligio", "hate"),
        (r"\bknife|\bweapon|\bblade|\bfirearm", "weapon"),
        (r"\bsexual|\brasso", "sexual"),
        (r"\bchild (?:victim|at risk|present|involved)", "child_involved"),
    ),
    "conditions_completed": _patterns(
        (r"\bpart(?:ly|ial|ially)?\b", "in_progress"),
        (rf"{_KEPT}(?!.*(?:breach|fail|except|\bbut\b)).*{_NOT_FILED}", "completed"),
        (rf"{_KEPT}.*{_DUE}", "?"),  # two of three, or a review
        (
            r"^(?!.*\b(?:breach|fail|overdue|missed|expired|charged|(?:nothing|none|no \w+) due\b))"
            rf".*(?:\bnot (?:yet|due)\b|\bnot (?:\w+ )?yet\b|\byet to\b|{_DUE})",
            "in_progress",
        ),
        (r"\bnot (?:applicable|relevant|required|needed)\b", "?"),
        (r"\bnot\b|\bfail|\bbreach|\bnon|\bdefault|\bbroken? down\b|\bfell (?:through|apart)\b", "not_completed"),
        (
            r"\bprogress|\brunning\b|\bon-?going|\boutstanding|\bpending|\bunder ?way\b|"
            r"\bstill (?:going|on|doing|running|open|active|live|working|attending|paying|to (?:do|complete|finish))\b",
            "in_progress",
        ),
        (r"\bcomplet|\bcompli|\bmet\b", "completed"),
    ),
}

# How an outcome's number is written among other words.
OUTCOMES = (
    re.compile(
        r"\b(?:outcome|out|ho|type|code|oc|o/c|o|t|c)[ -]*(?:type|code|no\.?|number)?[ -]*0*(\d{1,2}A?)\b",
        re.IGNORECASE,
    ),
    re.compile(r"^\W*0*(\d{1,2}A?)\s*[-–—:.,(/]", re.IGNORECASE),
    re.compile(r"[-–—:(]\s*0*(\d{1,2}A?)\W*$", re.IGNORECASE),
    re.compile(r"^\W*0*(\d{1,2}A?)\s+(?=[a-z]{3})", re.IGNORECASE),
)
