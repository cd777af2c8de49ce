"""Numbers that the police give people, things in evidence and themselves."""

from redaction.clock import CLOCK
from redaction.shaped import checks, telling
from redaction.shaped.shape import CODE, NO_AMOUNT, OF, cue, shape

_COLLAR = r"(?P<v>[A-Z]{0,3}\d{2,7}[A-Z]{0,3})" + NO_AMOUNT
RANKS = "pc dc ps ds di dci pcso tdc wpc sgt insp spc sc cso tpc dpc"
_STROKE = "9/9 9_/9 9/_9 9_/_9"
_EXHIBIT = r"(?P<v>(?-i:[A-Z]{2,4}) ?[/\-]?\d{1,4}(?:/\d{1,3}|[a-z])?)\b(?![/\d])"

_ON_THE_RADIO = (
    r"(?:assigned|attend(?:s|ing|ed)|on scene|at scene|arriv(?:es|ed)|reports?|states?|says?|asks|requests?"
    r"|resum(?:es|ed)|updates?|advis(?:es|ed)|confirms?|clear|en route)\b"
)
# `2214 4417 on scene`: the time at the head of a log's line, and who speaks.
TIME_AND_SPEAKER = rf"(?<![^\n]){CLOCK} (?P<v>(?!{CLOCK})\d{{4}}(?=:? [a-z])|\d{{4}}(?=: (?!\d)| {_ON_THE_RADIO}))"

WITH_DIGITS = (
    shape(
        "collar",
        "a number after the time of a log's line",
        TIME_AND_SPEAKER,
        cased=True,
        certainty=0.85,
        like="9999_9999",
    ),
    shape(
        "collar",
        "initials and a number",
        r"(?<![\w.])(?!(?:[AP]\.M|U\.K|U\.S|E\.U|D\.O|N\.I)\.)(?:[A-Z]\.){2,3} ?(?P<v>\d{3,5})(?![\w/*\-]|[.,:]\d)",
        cased=True,
        check=telling.collar,
        certainty=0.85,
        like="A.A.9 A.A._9",
    ),
    shape(
        "pnc",
        "a PNC number",
        r"(?<![\w/])(?:19|20)?\d{2} ?/ ?\d{1,7}[A-HJ-NP-RT-Z]\b",
        certainty=0.97,
        check=checks.pnc_like,
        like=_STROKE,
        hint="/",
        reach=24,
    ),
    shape(
        "cro",
        "a CRO number",
        r"(?<![\w/])(?:SF ?\d{2} ?/ ?\d{1,6}|\d{3,6} ?/ ?\d{2})[A-Z]\b",
        like=_STROKE,
        hint="/",
        reach=24,
    ),
    shape("reference", "an exhibit's mark", r"(?<![\w/])(?!19|20)\d{4,6}/\d{1,2}\b(?!/)", like="9999/9"),
    shape(
        "reference",
        "an exhibit's mark",
        r"(?<![\w/])(?-i:[A-Z]{2,4})/\d{1,3}\b(?!/)",
        check=telling.exhibit,
        like="AA/9",
    ),
)
CUES = (
    cue(
        RANKS,
        "collar",
        "a number beside a rank",
        r"(?P<v>\d{2,6}[A-Z]{0,2}| \d{2,5}(?!am|pm|hr|st|nd|rd|th)[a-z]{1,2})\b(?![/.:]\d)",
        between="",
    ),
    cue(
        "pcs dcs pss sgts pcsos constables sergeants officers",
        "collar",
        "numbers of several officers",
        r"(?P<v>\d{3,6})" + NO_AMOUNT,
        between=r":? ",
        check=telling.collar,
        listed=True,
    ),
    cue(
        "seen authorised supervised taken reviewed endorsed signed completed closed checked approved witnessed "
        "recorded countersigned issued attended arrested interviewed",
        "collar",
        "a number by whom something was done",
        rf"(?:PC |PS |DC |DS )?(?P<v>(?:(?-i:[A-Z]{{1,3}}) ?)?(?!{CLOCK}(?! (?-i:[A-Z][a-z])))\d{{4,5}})" + NO_AMOUNT,
        between=r" by ",
        check=telling.collar,
        certainty=0.85,
    ),
    cue(
        "rgds regards thanks cheers",
        "collar",
        "a number that ends a letter",
        r"(?P<v>(?:(?-i:[A-Z]{1,3}) ?)?\d{3,5})(?=[ \t]*(?:\n|$))",
        between=r"[,.!]?\s{1,2}",
    ),
    cue(
        "ero gatekeeper supervisor reviewer oic",
        "collar",
        "a number between a part in the case and a name",
        r"(?P<v>\d{3,6})(?= (?-i:[A-Z]))",
        between=r": ?",
    ),
    cue(
        "pnc pncid pncids p.n.c pndid",
        "pnc",
        "a PNC number",
        r"(?P<v>(?:19|20)?\d{2} ?[/\-\\ ]? ?\d{1,7} ?[A-Z]?)\b(?![/:.])",
        between=r"(?: ?ids?)?" + OF,
        check=telling.refers,
        listed=True,
    ),
    cue("pnc pncid", "pnc", "a PNC number", CODE, between=r" ?(?:ids?|no\.?|numbers?|refs?)\b" + OF),
    cue("cro c.r.o", "cro", "a CRO number", CODE, listed=True),
    cue(
        "collar shoulder epaulette epaulettes epaulet warrant badge",
        "collar",
        "a collar or warrant number",
        _COLLAR,
        between=r"(?: card)?" + OF,
        check=telling.collar,
    ),
    cue(
        "staff pay force employee warrant",
        "collar",
        "a collar or warrant number",
        _COLLAR,
        between=r"(?: card)? (?:nos?\b\.?|numbers?|num|id)\W{0,3}(?:is |was )?",
        check=telling.collar,
    ),
    cue(
        "officer officers oic supervisor",
        "collar",
        "an officer's number",
        r"(?P<v>[A-Z]{0,2}\d{3,6}[A-Z]{0,2})" + NO_AMOUNT,
        between=r"(?: in (?:the )?case| in charge)?(?: (?:no|number|is|was))?[ :.(#]{1,3}",
        check=telling.collar,
        certainty=0.85,
    ),
    cue(
        "receipt receipts report reports evidence proof copy copies sent passed forwarded emailed tasked "
        "assigned allocated "
        "transferred referred handed",
        "collar",
        "a number to whom something is sent",
        r"(?P<v>[A-Z]{0,2}\d{3,5})" + NO_AMOUNT,
        between=r" (?:over )?to (?:pc |ps |dc )?",
        certainty=0.85,
    ),
    cue(
        "exhibit exhibits exhibited exh exhs produced seized produces item items mark",
        "reference",
        "an exhibit's mark",
        _EXHIBIT,
        between=r"(?: marks?| bag| ref| no)?\.?:? ?(?:it )?(?:as |is |of )?(?:exhibit )?['\"(]?",
        check=telling.cued_exhibit,
        listed=True,
    ),
    cue(
        "seal seals bag bags tamper seb",
        "reference",
        "an evidence bag's number",
        r"(?P<v>(?:(?-i:[A-Z]{2,4}) "
        r")?(?=[A-Z/*\-]{0,8}\d)[A-Z\d]{1,14}(?:[/*\-][A-Z\d]{1,12}){0,5})" + NO_AMOUNT,
        between=r"(?: bags?| seals?| evident)?" + OF,
        check=telling.refers,
        listed=True,
    ),
    cue(
        "unit units call callsign callsigns crew crews c/s",
        "collar",
        "a call sign",
        r"(?P<v>(?-i:[A-Z]{2}\d{2,3}[A-Z]?"
        r"|[A-Z]\d[A-Z]\d{1,2}))\b",
        between=r"(?: sign)?:? ?",
        listed=True,
        certainty=0.85,
    ),
    cue(
        "badge interp interpreter used cert certificate warrant licence",
        "reference",
        "a number after its cue",
        r"(?P<v>(?-i:[A-Z]{2,3}) \d{3,6})" + NO_AMOUNT,
        check=telling.lettered,
        certainty=0.85,
    ),
    cue(
        "badge plate licence",
        "reference",
        "a taxi driver's number",
        r"(?P<v>(?-i:PHD|PHV|PHC|HCD|HCV|HCC|HC|PH) ?\d{2,6})" + NO_AMOUNT,
        certainty=0.85,
    ),
    cue(
        "badge licence plate permit id register",
        "reference",
        "a number after its cue",
        r"(?P<v>(?-i:[A-Z]{1,4})[ -]?\d{3,6})" + NO_AMOUNT,
        between=r" (?:no\b\.?|nos\b\.?|number)(?: is| was|:)? ",
        certainty=0.85,
    ),
    cue(
        "list register roster scheme watchlist banlist",
        "reference",
        "an entry in a list",
        r"(?P<v>(?-i:[A-Z]{2,4})[-/]?\d{2,6})" + NO_AMOUNT,
        between=r" (?:(?:no|number|entry|ref)\b\.? )?",
        check=telling.listed,
        certainty=0.85,
    ),
    cue(
        "barcode barcodes dna kit swab",
        "reference",
        "a sample's number",
        r"(?P<v>[A-Z]{0,3}\d{2}[ ]?\d{5,9}[A-Z]?)\b",
        between=r"(?: (?:barcode|sample|kit|ref))?" + OF,
    ),
)
