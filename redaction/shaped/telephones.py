"""Telephone numbers: British ones however they are spaced, those of other countries, and parts of one after a cue."""

from redaction.shaped import checks, telling
from redaction.shaped.shape import NO_AMOUNT, OF, cue, shape

_WORDS = (
    "tel telephone phone mob mobile cell landline contact call calls called calling ring rang text texts texted "
    "number numbers fax t m h w whatsapp ph home"
)
_APART = r"[ ().\-]{0,3}\n?"
_FOLLOWED = r"(?![\d*]|/(?! ?[0+(]))"

WITH_DIGITS = (
    shape(
        "phone",
        "a telephone number",
        r"(?<![\d*\w])(?<!\d/)(?!(?<=\d-)\d{1,9}\n)"  # no reference's end and the time that begins the next line
        rf"\(?(?:(?:\+|00) ?44 ?(?:\) ?)?(?:\(0\))?|0)(?:{_APART}\d){{9,10}}{_FOLLOWED}",
        certainty=0.97,
        check=checks.phone,
        hint=r"[04](?:[ ().\-]{0,6}\n?\d){9}",
        reach=64,
    ),
    shape(
        "phone",
        "a telephone number",
        r"(?<!\w)(?:\+|00(?=[1-9]\d[ \-]?\d{2}))[1-9](?:[ ().\-]{0,2}\d){7,14}(?!\d)",
        r"(?<![\w/*])44 ?[1-9](?:[ ().\-]?\d){9}(?![\d/*])",
        hint=r"[+04](?:[04]? ?)[1-9][ ().\-]{0,2}\d",
        reach=64,
    ),
    shape(
        "phone",
        "a telephone number",
        rf"(?<=/)0(?:{_APART}\d){{9,10}}{_FOLLOWED}",
        certainty=0.97,
        check=checks.phone,
        needs="/0",
    ),
)
_ENDING = r"\W{0,2}(?:\w{1,12} ){0,3}(?:end(?:s|ing)?|finish(?:es|ing)) ?(?:in|with|is)?:? ?[*xX.…]{0,16} ?"
CUES = (
    cue(_WORDS, "phone", "a telephone number", r"(?P<v>\d[\d \-]{4,13}\d)" + NO_AMOUNT, check=telling.local_phone),
    cue(
        "tel telephone telephones phone phones mob mobile mobiles number numbers no landline device handset handsets",
        "phone",
        "the end of a telephone number",
        r"(?P<v>\d{3,4}(?:(?:, | and | & |/)\d{3,4}){0,3})" + NO_AMOUNT,
        between=_ENDING,
        certainty=0.9,
    ),
    cue(
        "last",
        "number",
        "the last digits of a number",
        r"['\"]?(?P<v>\d{3,4})" + NO_AMOUNT,
        between=r" (?:three|four|few|3|4) (?:(?:digits?|numbers?|nos?)\b)?\W{0,3}(?:(?:of|are|is|were|was|being|it"
        r"|the) ){0,3}",
        certainty=0.9,
    ),
    cue("ext extension extn", "phone", "a telephone's extension", r"(?P<v>\d{2,6})" + NO_AMOUNT, between=OF),
)
