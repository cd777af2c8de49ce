"""Numbers that the state gives a person, and the day on which they were born."""

from redaction.shaped import checks, telling
from redaction.shaped.shape import CODE, DATE, FIGURED_DATE, MONTH, NO_AMOUNT, OF, cue, shape

_OF_BIRTH = r"\W{0,4}(?:(?:is|was|on|the|given|as|of|birth) ){0,3}"
_DAY_AND_MONTH = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? ?(?:of )?{MONTH}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}/\d{{1,2}}(?!/))\b"
)
# `on 12/03/26 a man` is a date after a word.
# Asked once two letters stand before it, which is sooner.
_NO_WORD = (
    r"(?! (?<=(?i:on|in|by|at|re|as|am|pm|an|be|he|is|it|me|my|no|of|or|so|to|up|us|we|if|do|go|pc|ps|dc|ds|di) ))"
)

WITH_DIGITS = (
    shape(
        "birth",
        "a date of birth",
        rf"(?<!\d)(?P<v>{FIGURED_DATE}) ?\(?(?:dob|d\.o\.b|date of birth|birth)\b",
        needs="dob d.o.b birth",
    ),
    shape(
        "birth",
        "a date of birth told from another",
        rf"\bnot the (?P<v>{FIGURED_DATE}) one\b",
        needs=" one",
    ),
    shape(
        "birth",
        "a day that is somebody's birthday",
        rf"(?<!\d)(?P<v>{_DAY_AND_MONTH}),? (?:(?:is|was|being) )?(?:his|her|their|my|whose) birthday\b",
        needs="birthday",
    ),
    shape(
        "nhs", "an NHS number", r"\d(?<![\d+/*]\d)\d\d[ \-]?\d{3}[ \-]?\d{4}(?![\d/*])", check=checks.nhs, like="9" * 10
    ),
    shape(
        "insurance",
        "a National Insurance number",
        rf"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]{_NO_WORD}(?:[ \-/.]?\d{{2}}){{3}}[ \-/.]?[A-D]\b",
        certainty=0.97,
        check=checks.insurance,
        like="AA99 AA_99 AA-99 AA/99 AA.99",
    ),
    shape(
        "insurance",
        "a National Insurance number by its look, its prefix never given out",
        rf"\b[A-Z]{{2}}{_NO_WORD}(?:[ \-]?\d{{2}}){{3}}[ \-]?[A-D]\b",
        certainty=0.96,
        cased=True,
        like="AA99 AA_99 AA-99",
    ),
    shape(
        "licence",
        "a driving licence number",
        r"\b(?=[A-Z9]{5} ?\d{6})[A-Z]{1,5}9{0,4} ?\d{6} ?[A-Z][A-Z9] ?[A-Z\d] ?[A-Z]{2}(?: ?\d{2})?\b",
        check=checks.licence,
        like="A999999A A999999_A A_999999A A_999999_A 9999999A 9999999_A 9_999999A 9_999999_A",
    ),
    shape("reference", "a prisoner's number", r"\bA\d{4}[A-HJ-Z]{2}\b", certainty=0.85, cased=True, like="A9999AA"),
)
CUES = (
    cue(
        "dob d.o.b d.o birth born birthday birthdate b db",
        "birth",
        "a date of birth",
        rf"(?P<v>{DATE})",
        between=r"\.?b?" + _OF_BIRTH,
    ),
    cue(
        "dob d.o.b dobs",
        "birth",
        "a date of birth without lines",
        r"(?P<v>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19\d\d|20[01]\d|\d\d))(?![\w/:]|[.,]\d)",
        between=r"\W{0,3}(?:is |was )?",
    ),
    cue("date", "birth", "a date of birth", rf"(?P<v>{DATE})", between=r" of birth" + _OF_BIRTH),
    cue("age aged", "birth", "a date of birth after an age", rf"(?P<v>{DATE})\)", between=r":? \d{1,2},? \("),
    cue(
        "born dob d.o.b",
        "birth",
        "a date of birth in figures apart",
        r"(?P<v>(?:0?[1-9]|[12]\d|3[01]) (?:0?[1-9]|1[0-2]) (?:19\d\d|20[01]\d|\d\d))(?![\w/:]|[.,]\d)",
        between=r"\W{0,3}(?:is |was |on )?",
    ),
    cue(
        "record records document documents passport visa certificate licence license id papers permit card",
        "birth",
        "a date of birth by a paper",
        rf"(?P<v>{DATE})(?=[.,;)\n]|$)",
        between=r"(?: [A-Z\d/\-]{4,16})? (?:says?|gives?|shows?|reads?|states?):? ",
        check=telling.long_ago,
        certainty=0.85,
    ),
    cue(
        "date",
        "birth",
        "a feast as the day of birth",
        r"(?P<v>(?:christmas|boxing|new year'?s|halloween|valentine'?s|midsummer)(?: eve| day)? (?:19|20)\d\d)\b",
        between=r" of birth" + _OF_BIRTH,
    ),
    cue(
        "birthday bday birthdays",
        "birth",
        "a birthday without its year",
        rf"(?P<v>{_DAY_AND_MONTH})",
        between=r"[:,]?(?: (?:is|was|falls|being|on|the|of|only|just)){0,4} ",
    ),
    cue(
        "turns turned turning",
        "birth",
        "the day on which somebody is so old",
        rf"(?P<v>{_DAY_AND_MONTH})",
        between=r" \d{1,2} on (?:the )?",
        certainty=0.85,
    ),
    cue(
        "dob d.o.b dobs",
        "birth",
        "a date of birth some words after its cue",
        rf"(?P<v>{DATE})",
        between=r"(?: [a-z]{1,12}){1,6} (?:reads?|says?|shows?|states?|is|was|as)(?: as)?:? ['\"]?",
        certainty=0.85,
    ),
    cue("born yob", "birth", "a year of birth", r"(?P<v>(?:19|20)\d{2})\b", between=r"(?: in)?:? "),
    cue("nhs", "nhs", "an NHS number", r"(?P<v>\d{3}[ \-]?\d{3}[ \-]?\d{4})(?!\d)"),
    cue(
        "nino ni nin n.i insurance",
        "insurance",
        "a National Insurance number",
        r"(?P<v>[A-Z]{2}(?:[ \-/.]?\d{2}){3}[ \-/.]?[A-Z]?)\b",
    ),
    cue(
        "licence license dl driver dvla",
        "licence",
        "a driving licence number",
        r"(?P<v>(?=[A-Z]{0,8}\d)[A-Z\d]{8,18})\b",
        between=r"(?: licen[cs]e| driver| driving)?" + OF,
    ),
    cue(
        "passport passports",
        "passport",
        "a passport number",
        r"(?P<v>(?:[A-Z]{1,3} ?)?\d{6,9}(?:[A-Z]{3})?)\b",
        listed=True,
        between=r"(?: card| book)?" + OF,
    ),
    cue("brp visa permit ho", "reference", "an immigration number", r"(?P<v>[A-Z]{0,3}\d{6,9})\b"),
    cue("prison prisoner noms nomis", "reference", "a prisoner's number", CODE + NO_AMOUNT, check=telling.refers),
    cue(
        "hospital mrn patient emis chi pas", "reference", "a hospital's number", CODE + NO_AMOUNT, check=telling.refers
    ),
    cue(
        "hospital patient mrn scheme deposit",
        "reference",
        "letters and a number after a cue",
        r"(?P<v>(?-i:[A-Z]{1,4}) \d{5,10})\b",
        between=r"(?: (?:nos?|number|num|ref|id))?\b\.?:? ",
    ),
    cue(
        "under",
        "reference",
        "letters and a number that protect something",
        r"(?P<v>(?-i:[A-Z]{2,5}) \d{6,10})\b",
        between=r" (?:ref\.? |no\.? |number )?",
    ),
    cue(
        "student pupil ucas upn uln payroll employee clock",
        "reference",
        "a number at school or work",
        r"(?P<v>(?=[A-Z\-]{0,8}\d)[A-Z\d]{1,14}(?:-[A-Z\d]{1,10}){0,3})" + NO_AMOUNT,
        check=telling.refers,
    ),
)
