"""The marks that vehicles bear: current, older, Northern Irish, dateless, trade and foreign ones."""

from redaction.shaped import telling
from redaction.shaped.shape import cue, shape

_TIMES_AND_SIZES = r"(?<! \d0s)(?<!\d(?:am|pm|st|nd|rd|th|hr|km|mg|kg|ml|mm|cm|gb|mb|tb|cc))"
_CURRENT = r"[A-Z]{2}\d{2}"
_HALF = r"[A-Z]{2}(?:0[2-9]|[12]\d|5[1-9]|6\d|7[0-6])"
_WORDS = (
    "vrm vrms vrn vrns reg regs registration registered registrations index indices plate plates plated mark "
    "bearing vehicle "
    "veh vehs"
)
_WHICH = r"(?:\W{0,2}(?:mark|plates?|number|no|part|partial|reading|is|was|of|bearing|displaying|vrm|reg|index))?"
_AFTER = (
    _WHICH
    + r"\.?:?\W{0,2}(?:(?:number|no\.?|is|was|of|as)\b:? ?){0,2}(?:(?:van|car|bike|lorry|taxi|truck)\b:? )?['\"(]?"
)

WITH_DIGITS = (
    shape(
        "vehicle",
        "a vehicle mark",
        rf"\b{_CURRENT} ?(?-i:[A-Z]{{3}}|[a-z]{{3}})\b",
        check=telling.mark,
        like="AA99AAA AA99_AAA",
    ),
    shape(
        "vehicle",
        "a vehicle mark spaced oddly",
        rf"\b{_CURRENT}-[A-Z]{{3}}\b",
        r"\b[A-Z]{2}\d \d ?[A-Z]{3}\b",
        r"\b[A-Z]{2}[ \-]\d{2}[ \-]?[A-Z]{3}\b",
        r"\b[A-Z]{2}\d{2} [A-Z] ?[A-Z] ?[A-Z]\b",
        r"\b[A-HJ-NP-TV-Y] \d{2,3} [A-Z]{3}\b",
        r"\b[A-Z] [A-Z] \d \d [A-Z] [A-Z] [A-Z]\b",
        certainty=0.9,
        cased=True,
        check=telling.mark,
        like="AA99-AAA AA9_9 AA_99_AAA AA_99AAA AA_99-AAA AA-99_AAA AA-99AAA AA-99-AAA AA99_A A_99_AAA A_999_AAA "
        "A_A_9_9",
    ),
    shape(
        "vehicle",
        "an old vehicle mark",
        r"\b(?:[A-HJ-NP-TV-Y]\d{1,3}[ \-]?[A-Z]{3}|[A-Z]{3}[ \-]?\d{1,3}[A-HJ-NP-TV-Y])\b",
        certainty=0.9,
        cased=True,
        check=telling.mark,
        like="9AAA 9_AAA 9-AAA A9A A99A A999A A_9A A_99A A_999A A-9A A-99A A-999A",
    ),
    shape(
        "vehicle",
        "an old vehicle mark",
        r"\b(?:[a-z]\d{1,3}[a-z]{3}|[a-z]{3} ?\d{1,3}[a-z])\b" + _TIMES_AND_SIZES,
        certainty=0.7,
        cased=True,
        check=telling.mark,
        like="a9aaa a99aaa a999aaa aaa9a aaa99a aaa999a aaa_9a aaa_99a aaa_999a",
    ),
    shape(
        "vehicle",
        "a mark before its vehicle in brackets",
        r"\b[A-HJ-NP-TV-Y]\d{1,3} ?[A-Z]{3}(?= \((?:[a-z]{3,10} )?(?:coach|minibus|bus|van|car|lorry|truck|taxi"
        r"|trailer|tractor|estate|hatchback|saloon|pickup|motorbike|moped)\b)",
        certainty=0.9,
        cased=True,
        needs="(",
        like="A9_AAA A99_AAA A999_AAA A9AAA A99AAA A999AAA",
    ),
    shape(
        "vehicle",
        "what somebody half remembers of a mark",
        rf"\b(?:{_HALF} or (?:maybe |perhaps |possibly )?{_HALF}(?:,? (?:and )?then [A-Z]{{3}})?)\b",
        rf"\b(?:{_HALF},? (?:and )?then [A-Z]{{3}})\b",
        certainty=0.9,
        cased=True,
        check=telling.half_remembered,
        like="AA99",
    ),
    shape(
        "vehicle",
        "a Northern Irish vehicle mark",
        r"\b[A-Z]?(?:I[ABGJLW]|[JOUX]I|[A-HJ-PR-Y]Z)[ \-]?\d{3,4}(?![\d/:.*])\b",
        certainty=0.85,
        cased=True,
        check=telling.northern_mark,
        like="AA999 AA_999 AA-999",
    ),
)
_WHOLE = (
    r"(?P<v>(?-i:[A-Z]{1,3}[ \-]\d{1,4}[ \-][A-Z]{2,3}|[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} "
    r"?\d{1,4} ?[A-Z]?"
    r"|\d{1,4} ?[A-Z]{1,3}|[A-Z]{1,3} ?\d{1,4}"
    r"|[A-Z]{1,3}[ \-]\d{1,4}[ \-][A-Z]{2,3}|[A-Z]{1,3}[ \-][A-Z]{1,2} ?\d{1,4}|[A-Z]{2} ?\d{3,5} ?[A-Z]{1,2})"
    r"|[a-z]{2}\d{2} ?[a-z]{3}|(?=[a-z]{0,4}\d)(?=[a-z\d]{0,5}[a-z])[a-z\d]{4,8})(?![\w/])"
)
CUES = (
    cue(
        _WORDS, "vehicle", "a vehicle mark after its cue", _WHOLE, between=_AFTER, check=telling.cued_mark, listed=True
    ),
    cue(
        "reg registration vrm vrn index plate",
        "vehicle",
        "a vehicle mark some words after its cue",
        r"(?P<v>(?-i:[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z]|[A-Z]{2}\d\d ?[A-Z]{3}"
        r"|\d{1,4} [A-Z]{1,3}|[A-Z]{1,3} \d{1,4}))(?![\w/])",
        between=r"(?: [\w'&]{1,16}){1,8}?,? (?:as|was|is|being|reading|showing):? ['\"]?",
        check=telling.far_mark,
        certainty=0.85,
    ),
    cue(
        "idx ind reg regs index vrm vrn plate plates part partial",
        "vehicle",
        "half of a vehicle mark",
        r"(?P<v>(?-i:[A-Z]{2})\d{2}|\d{2} ?(?-i:[A-Z]{3}))(?![\w/:.]\w|\w)",
        between=r"(?: (?:part|partial|idx|index|reg|vrm|plate|mark|only|of))?:? ",
        check=telling.half_a_mark,
        certainty=0.85,
    ),
    cue(
        "trade",
        "vehicle",
        "trade plates",
        r"(?P<v>\d{3} ?[A-Z]{2}|\d{5})\b",
        between=r" plates?\b(?:\W{0,2}(?:no|number|reading|of|is|was|displaying)\b){0,2}\.?:? ?",
    ),
    cue(
        "reg registration vrm vrn index plate plates",
        "vehicle",
        "a part of a vehicle mark",
        r"['\"]?(?P<v>(?-i:[A-Z]{2,3}|(?=[A-Z]{0,3}\d)[A-Z\d]{2,7})|[a-z]{1,3}\d{1,3}|\d{2}[a-z]{1,3}"
        r"|\d{2,4})(?![\w/])",
        between=r"\W{0,2}(?:mark |number |plate )?(?:end(?:s|ing)?|start(?:s|ing)?|beginning|begins|containing|part)"
        r"(?: (?:in|with|of))?:? ?",
        certainty=0.9,
    ),
)
