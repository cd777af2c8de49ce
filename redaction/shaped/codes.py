"""Codes of things at large: letters and three figures, five figures, and what stands after the word for a thing."""

from redaction.clock import CLOCK
from redaction.shaped import telling
from redaction.shaped.shape import DATE, NO_AMOUNT, cue, shape

# What has a number of its own, beside what other shapes know.
_THINGS = (
    "badge card railcard ambulance appliance plate disc asset lease agreement crew volunteer visit lift boat boats "
    "locker fob trolley tool pass meter "
    "lanyard sticker label envelope tin membership member loyalty works clock staff payroll employee student hire "
    "rental licence license claim policy account acct contract cert certificate permit job order ticket docket invoice "
    "booking warranty engine frame chassis serial tag collar pad bay pitch mooring berth vessel hull sail "
    "transaction application enrolment survey report request enquiry complaint incident log reference"
)
_UNITS = (
    r"(?! ?(?:followers|views|steps|likes|words|miles|km|volts|watts|litres|people|pieces|copies|fans|ml|mg|g|kg|ft"
    r"|cc|kcal|euros?|dollars?|pounds|quid|jobs|homes|seats|cigarettes|tablets|pills|pixels|hits|offences|incidents|crimes"
    r"|cases|cautions|disposals|outcomes|resolutions|victims|offenders|suspects|children|adults|residents|households"
    r"|records|rows|returns|reports|calls|visits|hours|days|were|in all|in total|in (?:19|20)\d\d)\b)"
)
_COUNTED = "".join(
    f"(?<!{what} )"
    for what in ("opulation", "opulation of", "count was", "fine was", "total of", "total was", "average of")
)
# The courts' and the revenue's forms, and what cars and motorcycles are called.
_FORMS = r"(?!FL4\d\d\b|C[1-9]00\b|EX\d{2,3}\b|SA\d{3}\b)(?<![Ff]orm )(?<![Ff]orms )"
_MAKES = "".join(
    rf"(?<!{make} )" for make in "Mercedes Ford Yamaha Honda Kawasaki Suzuki BMW Audi Volvo Lexus Peugeot Kia".split()
)
_DAY = r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])[0-3]\d"  # without lines
# Not the day before a month, nor the initial before a surname.
_MORE = r"(?: (?:(?=[A-Z]{0,3}\d|\d{1,3}[A-Z])[A-Z\d]{2,6}|[A-Z]\b)(?! [A-Z][a-z]|['.][a-z])){0,3}"

WITH_DIGITS = (
    shape(
        "reference",
        "capitals and three figures or more",
        r"(?<![\w/£$€.'\-])" + _FORMS + _MAKES + r"(?!S\d{1,3}[A-Z]?\b|[ABM]\d{1,4}\b|L200\b|SA1\d\d\b|N[1-5]\d\d\b)"
        r"(?!(?:MG|ISO|BS|EN|RTA|PACE|CBR|YZF|GSX|KTM|COVID)-?\d)"
        r"[A-Z]{1,4}-?\d{3,6}[A-Z]?(?![\w/\-]|[.,]\d)",
        r"(?<![\w/£$€.'\-])(?!(?:MG|PS|MP|CO|WD|ICD|DSM|U|S|F|T|Q|V|Y)-?\d)[A-Z]{1,3}-\d{2}[A-Z]?(?![\w/\-]|[.,]\d)",
        r"(?<![\w/£$€.'\-])[A-Z]{1,5}(?:-[A-Z]{1,6}){1,3}-\d{2,6}[A-Z]?(?![\w/\-]|[.,]\d)",
        certainty=0.75,
        cased=True,
        check=telling.is_no_offence_code,
        like="A999 A-999 A-99",
    ),
    shape(
        "number",
        "five figures or more",
        r"(?<![\w/£$€.,:+\-])"
        + _COUNTED
        + rf"(?<!ISO )(?!{_DAY}\b|\d{{3,4}}00\b)\d{{5,6}}"
        + NO_AMOUNT
        + _UNITS
        + r"(?![/:\-*]\d)",
        certainty=0.75,
        like="99999",
    ),
    shape(
        "reference",
        "capitals before five figures or more",
        r"(?<![\w/£$€])[A-Z]{2,5} (?!\d{3,4}00\b)\d{5,7}" + NO_AMOUNT + _UNITS + r"(?![/:\-*]\d| \d)",
        certainty=0.75,
        cased=True,
        check=telling.of_a_thing,
        like="A_99999",
    ),
    shape(
        "card",
        "a card's number with figures put out",
        r"(?<![\w*])(?=[\d *X\-]{0,15}\d)(?=[\d \-]{0,15}[*X]{2})[\d*X]{4}(?:[ \-]?[\d*X]{4}){3}(?![\w*])",
        certainty=0.85,
        needs="** xx",
    ),
    shape(
        "vehicle",
        "a mark spelt out",
        r"(?<!\w)(?=(?:[A-Z\d] ){1,8}\d)(?=(?:[A-Z\d] ){0,8}[A-Z] [A-Z\d] )(?:[A-Z\d] ){4,8}[A-Z\d](?!\w)",
        certainty=0.8,
        cased=True,
        like="A_9 9_A",
        hint=r" [a-z\d] [a-z\d] [a-z\d] ",
        reach=20,
    ),
)
CUES = (
    cue(
        "no nos number numbers",
        "reference",
        "a number told by its word",
        r"(?P<v>0\d{2,3}|\d{4}(?=[.,;)\n]|$| (?:and|&|is|was|for|at)\b))" + NO_AMOUNT,
        between=r"(?:\.|s?,)? (?:is |was )?",
        check=telling.collar,
        certainty=0.75,
        listed=True,
    ),
    cue(
        _THINGS,
        "reference",
        "a thing's number that begins with 0",
        r"(?P<v>0\d{2,4}|(?:(?<=no\. )|(?<= no )|(?<=number )|(?<=numbers ))\d{3,6})" + NO_AMOUNT,
        between=r"(?: (?:card|pass|badge|disc|tag))?(?: no\b\.?| numbers?)?:? (?:is |was |reads? |says? |shows )?",
        certainty=0.75,
    ),
    cue(
        _THINGS,
        "reference",
        "a thing's letters and number",
        r"(?P<v>(?-i:(?:[A-Z] (?=\d{4})|[A-Z]{2,5} (?=[A-Z]{0,3}\d|\d{1,3}[A-Z]))[A-Z\d]{2,8}"
        + _MORE
        + r"))"
        + NO_AMOUNT,
        between=r"(?: (?:card|pass|badge|disc|tag))?(?: no\b\.?| number)?:? (?:is |was |reads? |says? |shows )?",
        check=telling.of_a_thing,
        certainty=0.75,
    ),
    cue(
        _THINGS,
        "reference",
        "a thing's code in parts",
        r"(?P<v>(?-i:(?=[A-Z/\-]{0,12}\d)[A-Z]{1,5}\d{0,2}(?:[/\-][A-Z\d]{1,6}){1,4}|[A-Z]{1,4}\d{1,8}))\b(?![/:.]\d)",
        between=r"(?: (?:card|pass|badge|disc|tag))?(?: no\b\.?| number)?:? (?:is |was |reads? |says? |shows )?",
        check=telling.of_a_thing,
        certainty=0.75,
    ),
    cue(
        "numbered marked stamped stencilled printed engraved",
        "reference",
        "a thing's number told by what is done",
        r"(?P<v>(?-i:[A-Z]{1,3} ?(?:\d{3,8})|[A-Z]{1,4}-\d{2,8}|0\d{2,6}|\d{4,8}))" + NO_AMOUNT,
        between=r":? ['\"]?",
        check=telling.collar,
        certainty=0.75,
    ),
    cue(
        "steward stewards marshal guard conductor doorman bouncer",
        "collar",
        "a number by what somebody is",
        rf"(?P<v>(?!{CLOCK})\d{{3,5}})" + NO_AMOUNT,
        between=r"(?: no\b\.?| number)?[ :(#]{1,2}",
        check=telling.collar,
        certainty=0.75,
    ),
    cue(
        "tasked task control",
        "collar",
        "a number that is spoken to",
        rf"(?P<v>(?!{CLOCK})\d{{4,5}})" + NO_AMOUNT,
        between=r" (?:to )?",
        check=telling.collar,
        certainty=0.75,
    ),
    cue(
        "spoke speaking copied handed oic",
        "collar",
        "a number that is spoken to",
        rf"(?P<v>(?!{CLOCK})\d{{4,5}})(?=[.,;)\n]|$| (?:who|not|and|re)\b)",
        between=r" (?:with|to|over to|is now|now|is) ",
        check=telling.collar,
        certainty=0.75,
    ),
    cue(
        "dob d.o.b dobs",
        "birth",
        "a date of birth some words after its cue",
        rf"(?P<v>{DATE})",
        between=r"(?: [a-z]{1,12}){1,5}:? ",
        check=telling.long_ago,
        certainty=0.85,
    ),
    cue(
        "flat house number no room unit",
        "address",
        "the number of a door beside another",
        r"(?P<v>\d{1,4}[a-z]?)" + NO_AMOUNT,
        between=r"\.? \d{1,4}[a-z]?,? (?:and |but )?(?:not|nor) (?:number |no\.? )?",
        certainty=0.8,
    ),
    cue(
        "signed authorised endorsed countersigned approved",
        "collar",
        "a number by whom something was done",
        rf"(?P<v>(?!{CLOCK})\d{{4,5}})(?=[.;)\n]|,? (?-i:[A-Z])|$)",
        between=r"[: ]{1,2}",
        check=telling.collar,
        certainty=0.8,
    ),
    cue("pin", "reference", "a code", r"(?P<v>\d{4})" + NO_AMOUNT, between=r":? (?:is |was )?", certainty=0.75),
    cue(
        "password passwords passcode pwd",
        "reference",
        "a password",
        r"(?P<v>(?=[a-z]{1,16}\d)[a-z\d]{5,24})\b",
        between=r":? (?:is |was )?['\"]?",
        certainty=0.8,
    ),
    cue(
        "case no nos ref reference court file asb complaint claim",
        "reference",
        "a year and a number",
        r"(?P<v>20[012]\d/\d{3,6})(?![\w/])",
        between=r"(?: (?:no\b|ref|file|number))?\.?:? ",
        certainty=0.8,
    ),
    cue(
        "log incident inc cad",
        "reference",
        "a log with its day",
        r"(?P<v>\d{1,4}:\d{1,4} \d{6})\b",
    ),
)
