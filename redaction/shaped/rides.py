"""Numbers of buses that people ride, and those by which gangs and army units go."""

from redaction.shaped.shape import cue, shape

_ROUTE = r"(?P<v>[A-Z]{0,2}\d{1,3}[A-Z]?)"
_LONG_ROUTE = r"(?P<v>(?!999|101|111|112|105|119)(?!MG\d)(?:[A-Z]{1,2}\d{1,3}|\d{3})[A-Z]?)"
_RIDES = (
    r"(?:(?:gets?|got|getting|hops?|hopped|jump(?:s|ed)?|steps?|stepped) (?:on|off)"
    r"|get|take|takes|took|catch(?:es)?|caught|drives?|missed)"
)
_ENDS = r"(?=[,;](?!\d)|\.(?:\s|$)|\n|$)"
_ARMY = (
    "Para|PARA|Rifles|RIFLES|Scots|SCOTS|Yorks|YORKS|Mercian|MERCIAN|Lancs|LANCS|Anglian|ANGLIAN|RTR|REME|RLC|RHA|Cdo"
    "|Commando|Regt|Regiment|Bn|Battalion|Sqn|Squadron|Coy"
)
WITH_DIGITS = (
    shape(
        "number",
        "a bus's number",
        rf"(?<=\bthe )(?:number |no\.? ?)?{_ROUTE} (?:night |school )?(?:bus|tram|stop|driver)\b",
        certainty=0.8,
        hint=r"the (?:number |no\.? ?)?[a-z]{0,2}\d",
        reach=40,
    ),
    shape(
        "number",
        "a bus's number after its cue",
        rf"(?:\bthe number |\bbus(?: fare)?,? )(?:number |no\.? ?)?{_ROUTE}"
        r"(?=[.,;](?!\d)| (?:to|from|home|going|into|towards|is|was|stops|stopped)\b)(?! to \d)",
        certainty=0.7,
        hint="the number |bus[ ,]",
        reach=40,
    ),
    shape(
        "number",
        "a bus's number after a ride",
        rf"\b{_RIDES} the {_ROUTE}(?=[,.;](?!\d)| home\b| to (?:town|work|school|(?-i:[A-Z]))| from (?!\d)"
        r"| into\b| and\b| again\b| for (?-i:[A-Z]))",
        certainty=0.7,
        hint=r"the [a-z]{0,2}\d",
        reach=40,
    ),
    shape(
        "number",
        "a number that is said to be a bus's",
        rf"\b{_ROUTE}(?: above| below| here)? (?:is|was) (?:a|the|my|our|his|her) (?:\w{{3,8}} )?(?:bus|tram)\b",
        certainty=0.8,
        needs="bus tram",
        hint=r" (?:is|was) (?:a|the|my|our|his|her) (?:\w{3,8} )?(?:bus|tram)",
        reach=20,
    ),
    shape(
        "number",
        "a number after a name in quotation marks",
        r"(?<=\" \()(?:sail )?(?:no\.?|number) (?P<v>\d{2,6})(?=\))",
        certainty=0.8,
        needs="(no (number (sail",
        like="9",
    ),
    shape(
        "number",
        "an army unit",
        rf"(?<![\w/.,\-])\d{{1,2}} (?:{_ARMY})\b",
        certainty=0.8,
        cased=True,
        needs=_ARMY.lower().replace("|", " "),
    ),
)
CUES = (
    cue(
        "wait waits waiting waited",
        "number",
        "a bus waited for",
        _ROUTE + r"(?=[,;.](?!\d)|\n|$)",
        between=r" (?:for|on) the ",
    ),
    cue("on onto", "number", "a bus's number", _LONG_ROUTE + _ENDS, between=r" the ", certainty=0.7),
    cue(
        "stop stops shelter",
        "number",
        "a bus's number after its stop",
        _ROUTE + r"\b(?![:.]\d)",
        between=r" (?:of|for) the ",
    ),
    cue("number", "number", "a bus's number", _ROUTE + r"(?= (?:going|coming|heading)\b)", between=r" ", certainty=0.7),
    cue(
        "the",
        "number",
        "a bus's number",
        r"(?P<v>[A-Z]?\d{2,3}[A-Z]?)(?= (?:is|was) (?:late|delayed|cancelled|packed|rammed)\b)",
        between=r" ",
        certainty=0.7,
    ),
    cue("the", "number", "a group's number", r"(?P<v>\d{3} (?:crew|gang|mandem|boys))\b", between=r" ", certainty=0.7),
)
