"""Numbers of papers, rooms, beasts and boxes after the word that announces them, with their letters."""

from redaction.shaped import telling
from redaction.shaped.shape import MONTH, NO_AMOUNT, OF, cue, shape

# Groups of one number: `KD 55021 3`, but not the day or the time after it.
_MORE = rf"(?: \d{{1,6}}(?![\w/:]|[.,]\d| ?{MONTH}| ?(?:hrs|hours|am|pm)\b)){{0,3}}"
_LETTERED = (
    rf"(?P<v>(?-i:[A-Z]{{1,5}}[ \-]?\d{{3,8}}|[A-Z]{{2}}\d\d(?= \d{{2}})|[A-Z]\d{{1,3}}[A-Z]{{1,2}} ?\d{{4,8}}){_MORE})"
    + NO_AMOUNT
)
_PAPERS = "slip slips receipt voucher docket ticket order invoice label chit token cheque parcel locker cubicle raffle"

WITH_DIGITS = (
    shape("address", "a box at the post office", r"\bP\.?O\.? ?Box (?:no\.? ?)?\d{1,6}\b", needs="box"),
    shape(
        "reference",
        "a form's number with the letters of its pad",
        r"\b(?:INV[ \-]?\d{3,8}|CR[ \-]?0\d{4,6})\b",
        cased=True,
        certainty=0.85,
        like="AA9 AA_9 AA-9",
    ),
)
CUES = (
    cue(
        "no nos number numbers ref reference tracking",
        "reference",
        "letters and a number after `no.`",
        _LETTERED,
        between=r"[.:]{0,2} ?(?:(?:is|was|of) )?['\"(]?",
        check=telling.numbered,
        certainty=0.85,
    ),
    cue(
        _PAPERS,
        "reference",
        "a paper's number",
        r"(?P<v>(?-i:[A-Z]{0,3})\d{2,8})" + rf"(?! ?{MONTH})" + NO_AMOUNT,
        between=r",? (?:nos?\b\.?|number) ?(?:(?:is|was) )?",
        check=telling.collar,
        certainty=0.85,
    ),
    cue(
        _PAPERS,
        "reference",
        "a paper's letters and number",
        r"(?P<v>(?-i:[A-Z]{1,4})[ \-]?\d{3,8})" + NO_AMOUNT,
        between=r":? ",
        check=telling.numbered,
        certainty=0.85,
    ),
    cue(
        "fob fobs locker meter token",
        "reference",
        "a thing's number",
        r"(?P<v>\d{3,8})" + NO_AMOUNT,
        between=r",? (?:no\.? ?|number )?",
        check=telling.collar,
        certainty=0.8,
    ),
    cue(
        "collection pickup entry door gate safe alarm pin",
        "reference",
        "a code",
        r"(?P<v>\d{4,8})(?![\w/])" + NO_AMOUNT,
        between=r"(?: (?:code|pin|number))" + OF,
        check=telling.collar,
        certainty=0.85,
    ),
    cue(
        "taxi hackney phv",
        "reference",
        "a taxi's number",
        r"(?P<v>\d{2,5})" + NO_AMOUNT,
        between=r" (?:plate|badge|licence)(?: no\.?| number)?:? ",
        check=telling.collar,
        certainty=0.85,
    ),
    cue("flight", "number", "a flight's number", r"(?P<v>(?-i:[A-Z]{2,3}) ?\d{2,4})\b(?![:.]\d)", between=r":? "),
    cue(
        "number",
        "reference",
        "a long number after `number` and a comma",
        r"(?P<v>0\d{4,7}|\d{5,10})" + NO_AMOUNT,
        between=r", ?(?:it is |it's )?",
        check=telling.is_not_a_date,
        certainty=0.85,
    ),
    cue(
        "tag tags eartag herd flock",
        "reference",
        "a beast's number",
        r"(?P<v>(?-i:[A-Z]{2}) ?\d{6,12}(?: \d{3,6}){0,2}|\d{6})" + NO_AMOUNT,
        between=r"(?: mark)?" + OF,
    ),
    cue(
        "licence license permit registration certificate carrier pass badge",
        "reference",
        "a paper's number in groups",
        rf"(?P<v>(?-i:[A-Z]{{2,6}}) \d{{2,4}}(?! ?{MONTH}){_MORE})" + NO_AMOUNT,
        check=telling.numbered,
        certainty=0.85,
    ),
    cue(
        "room rooms locker cubicle",
        "address",
        "a room's number",
        r"(?P<v>(?-i:[A-Z]{1,2})[\-.]?\d{1,4}[A-Z]?)\b(?![/:.]\d)",
        between=r"(?: (?:no\.?|number))?:? ",
        certainty=0.8,
    ),
    cue(
        "file files index ref reference folder dossier bundle",
        "reference",
        "a file's mark",
        r"(?P<v>(?-i:(?=[A-Z/]{0,24}\d)[A-Z]{2,6}(?:/[A-Z\d]{1,6}){2,4}))(?![\w/])",
        certainty=0.85,
    ),
)
