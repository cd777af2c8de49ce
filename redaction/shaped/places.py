"""Postcodes, doors and places on the map."""

from redaction.shaped import checks, telling
from redaction.shaped.shape import OF, cue, shape

_INWARD = r"\d[ABD-HJLNP-UW-Z]{2}"
_OUTWARD = r"[A-Z]{1,2}\d[A-Z\d]?"
# Figures such as 1st, 2nd, 5hr and 6ft have an inward code's letters.
_WHOLE = " ".join(
    half + apart + "9aa" for half in ("a9", "a99", "a9a") for apart in ("", "_", "-", "__", "--", "_-", "-_")
)
_NOT_COUNTED = r"(?!\d(?-i:st|nd|rd|th|hr|yr|ft|lb|gb|tb|st)\b)"
_THREE = r"[a-z]{3,20}(?:[./] ?[a-z]{3,20}){2}"
_LIVES = r"(?:postcode|area|district|part|side|end|address|region)"
_SQUARE = r"(?:H[PTUWXYZ]|N[A-DF-HJ-OR-UW-Z]|S[C-EHJKM-PR-Z]|T[AFGLMQRV])"

WITHOUT_DIGITS = (
    shape("location", "a what3words location", rf"///? ?{_THREE}\b", certainty=0.99, needs="//"),
    shape(
        "location",
        "three words joined by dots",
        r"(?<![\w./@\-])[a-z]{4,20}\.[a-z]{4,20}\.[a-z]{4,20}(?![\w./@\-])",
        certainty=0.7,
        cased=True,
        hint=r"\.[a-z]{4,20}\.",
    ),
)
WITH_DIGITS = (
    shape(
        "address",
        "a street of another country",
        r"\b\d{1,4}(?: bis)?,? (?:Rue|Via|Calle|Avenida|Rua|Ulica|Chemin|Impasse|Piazza|Plaza)"
        r" (?:(?:des?|du|la|le|les|del|della|dei|di|da|dos|los|las) ){0,2}[A-Z][\w'\-]{1,24}(?: [A-Z][\w'\-]{1,24})?\b",
        cased=True,
        needs="rue via calle avenida rua ulica chemin impasse piazza plaza",
        hint=r"\d(?: bis)?,? (?:rue|via|calle|avenida|rua|ulica|chemin|impasse|piazza|plaza) ",
        reach=90,
    ),
    shape(
        "address",
        "a caravan's or a berth's number",
        r"\b[Cc](?:aravan|halet) (?:no\.? ?)?\d{1,4}[a-z]?\b(?:,? (?:at )?[A-Z][a-z'\-]{2,24}"
        r"(?: [A-Z][a-z'\-]{2,24}){0,2})?",
        cased=True,
        needs="caravan chalet",
    ),
    shape(
        "address",
        "a neighbour's number",
        r"\b(?:[Nn]eighbours?|[Dd]oor)(?: [A-Z][a-z]{1,24}){0,2} at (?P<v>\d{1,3}[a-z]?)"
        r"(?! ?(?:am|pm|hrs|hours|mins|o'|\d|[:.]\d)|\w)",
        cased=True,
        needs="neighbour door",
    ),
    shape(
        "postcode",
        "a postcode",
        rf"\b{_OUTWARD}[ \-]{{0,2}}{_NOT_COUNTED}{_INWARD}\b",
        certainty=0.97,
        check=checks.postcode,
        like=_WHOLE,
        hint=r"\d[a-z][a-z]",
        reach=16,
    ),
    shape(
        "postcode",
        "the form of a postcode",
        rf"\b{_OUTWARD} {_INWARD}\b",
        rf"\b{_OUTWARD} ?\d[ABD-HJLNP-UW-Z] [ABD-HJLNP-UW-Z]\b",
        rf"\b{_OUTWARD} O[ABD-HJLNP-UW-Z]{{2}}\b",
        r"\b[A-Z]{1,2}\d{1,2} \d[A-Z]{2}\b(?<!AM|PM|KM|MM|CM|MG|KG)",
        certainty=0.7,
        cased=True,
        check=checks.postcode,
        like="A9_9AA A99_9AA A9A_9AA A9_9A_A A99_9A_A A9A_9A_A A99A_A A999A_A A9A9A_A A9_AAA A99_AAA A9A_AAA",
    ),
    shape(
        "postcode",
        "the form of a postcode",
        rf"\b[A-Z]{{1,2}}\d[A-Z\d]? {_INWARD}\b",
        certainty=0.6,
        cased=True,
        check=telling.is_no_ordinal,
        like="A9_9AA A99_9AA A9A_9AA",
    ),
    shape(
        "postcode",
        "the first half of a postcode before a word for a place",
        rf"\b(?P<v>{_OUTWARD})(?= {_LIVES}\b)",
        certainty=0.9,
        cased=True,
        check=checks.outward,
        like="A9_a A99_a A9A_a",
    ),
    shape(
        "postcode",
        "the first half of a postcode after a word for living",
        rf"\b(?i:liv(?:es?|ing)|resid(?:es?|ing|ent|ence)|moved|stay(?:s|ing|ed)?|based|home|address) "
        rf"(?i:address )?(?i:in|at|to|is|near)? ?(?i:the )?(?P<v>{_OUTWARD})(?![\w/]| ?\d)",
        certainty=0.9,
        cased=True,
        check=checks.outward,
        needs="liv resid moved stay based home address",
        like="A9",
    ),
    shape("location", "map coordinates", r"-?\d{1,2}\.\d{4,10}\W{1,3}-?\d{1,3}\.\d{4,10}", like="9.9999"),
    shape(
        "location",
        "map coordinates",
        r"\b\d{1,2}\.\d{2,10} ?°? ?[NS]\b\W{0,3}-?\d{1,3}\.\d{2,10} ?°? ?[EW]\b",
        r"\b\d{1,2} ?[°o] ?\d{1,2} ?['′ ] ?\d{0,2}(?:\.\d{1,4})?['\"″ ]{0,2} ?[NS]\b\W{0,3}"
        r"\d{1,3} ?[°o] ?\d{1,2} ?['′ ] ?\d{0,2}(?:\.\d{1,4})?['\"″ ]{0,2} ?[EW]\b",
        like="9.99 9°9 9_°9 9°_9 9_°_9 9A9 9_A9 9A_9 9_A_9",
    ),
    shape(
        "location",
        "an Ordnance Survey grid reference",
        rf"\b{_SQUARE} ?(?:\d{{3}} ?\d{{3}}|\d{{4}} ?\d{{4}}|\d{{5}} ?\d{{5}})\b",
        certainty=0.9,
        cased=True,
        check=telling.grid,
        like="AA999 AA_999",
    ),
)
CUES = (
    cue(
        "what3words w3w w3words what words three",
        "location",
        "a what3words location",
        r"(?:(?:what)? ?(?:3|three) ?words)?\W{0,4}(?:(?:location|address|loc|ref|is|was|of|as|at|for|the"
        r"|this) ?:? ?){0,3}"
        r"(?P<v>[a-z]{3,20}[.] ?[a-z]{3,20}[.] ?[a-z]{3,20})\b",
        between=r" ?",
        check=telling.three_words,
    ),
    cue(
        "what3words w3w",
        "location",
        "a what3words location",
        r"(?P<v>(?!(?:is|was|of|location|for)\b)[a-z]{3,20} [a-z]{3,20} [a-z]{3,20})\b",
        between=r"\W{1,4}(?:(?:location|address|is|was|of|as) ?:? ?){0,3}",
        certainty=0.9,
    ),
    cue(
        "postcode postcodes",
        "postcode",
        "a postcode after its cue",
        r"(?:area |district )?(?P<v>[A-Z]{1,2}\d{1,2}[A-Z]? ?\d?[A-Z]{0,2})\b",
        check=checks.outward,
    ),
    cue(
        "postcode zip eircode",
        "postcode",
        "a postcode after its cue",
        r"(?P<v>(?=[A-Z]{0,3}-?\d)[A-Z\d]{2,7}(?:[ \-](?=[A-Z\d]{0,3}\d)(?-i:[A-Z\d]{2,4}))?)\b",
        between=r"(?: ?code)?" + OF,
    ),
    cue(
        "post postal",
        "postcode",
        "a postcode after its cue",
        r"(?P<v>(?=[A-Z]{0,3}-?\d)[A-Z\d]{2,7}(?:[ \-](?=[A-Z\d]{0,3}\d)(?-i:[A-Z\d]{2,4}))?)\b",
        between=r"[ \-]?codes?" + OF,
    ),
    cue(
        "ngr grid os gr osgr",
        "location",
        "a grid reference",
        rf"(?P<v>{_SQUARE} ?\d{{2,5}} ?\d{{2,5}})\b",
        between=r"(?: ?(?:grid|map))?(?: ?(?:ref(?:erence)?s?|co-?ordinates?|point|square))?" + OF,
    ),
    cue(
        "grid os",
        "location",
        "a grid reference",
        r"(?P<v>\d{6} ?\d{6}|\d{3} ?\d{3})\b",
        between=r"(?: ?(?:grid|map))? ?(?:ref(?:erence)?s?|co-?ordinates?)" + OF,
    ),
    cue(
        "lat latitude lon long longitude lng coords coordinates",
        "location",
        "map coordinates",
        r"(?P<v>-?\d{1,3}\.\d{1,10}(?:[ ,/]{1,3}(?:(?:lon|lng|long|longitude)\W{0,3})?-?\d{1,3}\.\d{1,10})?)(?![\d.])",
        between=r"(?:/ ?(?:long?|lng|longitude))?" + OF,
    ),
    cue("easting eastings northing northings", "location", "map coordinates", r"(?P<v>\d{5,7})\b"),
    cue("uprn usrn", "location", "a property's number", r"(?P<v>\d{6,12})\b"),
)
