"""The shapes, in the order in which they are tried; every repetition is bounded, so that no text takes long."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from redaction.shaped import checks


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of identifier; the group `v`, where there is one, is the part to take out."""

    kind: str
    pattern: re.Pattern[str]
    reason: str
    certainty: float = 0.95
    check: Callable[[str], bool] | None = None


def _shape(
    kind: str,
    pattern: str,
    reason: str,
    certainty: float = 0.95,
    check: Callable[[str], bool] | None = None,
    *,
    cased: bool = False,
) -> Shape:
    return Shape(kind, re.compile(pattern, 0 if cased else re.IGNORECASE), reason, certainty, check)


MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
DATE = (
    rf"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}} ?[-/.] ?\d{{1,2}} ?[-/.] ?(?:\d{{4}}|\d{{2}})"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ -]?(?:of )?{MONTH}\.?,?[ -]?(?:\d{{4}}|\d{{2}})|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})(?!\d)"
)
_OF = r"\.?:? ?(?:nos?\.?|numbers?|num|ref(?:erence)?s?\.?|id|is|was|#)?[.:#]? ?(?:is |was |:)?"
_CODE = r"(?P<v>(?=[A-Z/*\-]{0,8}\d)[A-Z\d]{1,12}(?:[/*\-][A-Z\d]{1,10}){0,4})"

WORDED = (
    _shape("email", r"(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,4}", "an e-mail address", 0.99),
    _shape(
        "email",
        r"(?<![\w.])[\w.\-]{2,40} ?[\[(]? ?\bat\b ?[\])]? ?[\w\-]{2,30} ?[\[(]?(?:\bdot\b|\.)[\])]? ?(?:com|co ?(?:\.|dot) ?uk|org|net)\b",
        "an e-mail address in words",
        0.9,
    ),
    _shape("url", r"(?:\bhttps?://|\bwww\.)[^\s<>\"]{2,300}", "a web address", 0.99),
    _shape("url", r"(?<![\w@.\-])[a-z\d\-]{2,63}(?:\.[a-z\d\-]{2,30}){0,3}\.(?:com|co\.uk|org|net|uk|io|info|me|tv)\b(?:/[^\s<>\"]{0,300})?", "a web address"),
    _shape("handle", r"(?<![\w.@])@ ?[a-z\d_][\w.]{1,30}\b", "an online name"),
    _shape(
        "handle",
        r"\b(?:insta(?:gram)?|snap(?:chat)?|facebook|fb|tik ?tok|twitter|telegram|discord|whats ?app|messenger|onlyfans|grindr|tinder|ig|sc|gamertag|psn"
        r"|user ?name|handle|profile|screen ?name|account)\b(?: ?(?:account|handle|user ?name|user|profile|name|name is|is|of|as|called|under|:|-)){0,3}"
        r" ?['\"]?(?P<v>(?=[a-z.\-]{0,30}[\d_.][a-z\d_])[a-z\d_][\w.\-]{2,30}\w)",
        "an online name after its service",
    ),
    _shape("handle", r"(?<![\w.@/\-])(?=[a-z\d.]{0,24}_)[a-z][a-z\d_.]{3,30}\d(?!\w)", "an online name"),
    _shape("location", r"///? ?[a-z]{3,20}\.[a-z]{3,20}\.[a-z]{3,20}\b", "a what3words location", 0.99),
    _shape("location", r"\b(?:what ?3 ?words|w3w)\W{0,4}(?:[a-z]{1,10} ){0,3}(?P<v>[a-z]{3,20}[. ][a-z]{3,20}[. ][a-z]{3,20})\b", "a what3words location"),
    _shape("location", r"(?<![\w./@\-])[a-z]{4,20}\.[a-z]{4,20}\.[a-z]{4,20}(?![\w./@\-])", "three words joined by dots", 0.7, cased=True),
)  # fmt: skip

NUMBERED = (
    _shape("birth", rf"\b(?:d\.? ?o\.? ?b\.?|date of birth|born|birth ?da(?:y|te)|b\.)\W{{0,4}}(?:is |was |on |the ){{0,2}}(?P<v>{DATE})", "a date of birth"),
    _shape("birth", rf"(?P<v>{DATE}) ?\(?(?:dob|date of birth|birth)\b", "a date of birth"),
    _shape("network", r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]\d)", "an IP address", 0.95, checks.network_address),
    _shape("network", r"(?<![\w:])(?:[\da-f]{0,4}:){2,7}[\da-f]{1,4}(?![\w:])", "an IP address", 0.95, checks.network_address),
    _shape("device", r"(?<![\w:])[\da-f]{2}(?:[:\-][\da-f]{2}){5}(?![\w:])", "a MAC address"),
    _shape("account", r"\bGB\d{2} ?[A-Z]{4}(?: ?\d){14}\b", "an IBAN"),
    _shape("account", r"(?<![\d\-])\d{2}[- ]\d{2}[- ]\d{2}\W{1,4}(?:(?:a/?c|acc(?:ount)?)\W{0,3}(?:no\W{0,3})?)?\d{8}(?!\d)", "a sort code and account number"),
    _shape("account", r"\bsort ?code\W{0,4}(?:is |was )?(?P<v>\d{2}[- ]?\d{2}[- ]?\d{2})(?!\d)", "a sort code"),
    _shape("account", r"\b(?:a/?c|acc|account)\b" + _OF + r"(?P<v>\d[\d ]{6,9}\d)(?!\d)", "an account number"),
    _shape("card", r"(?<![\w\-])\d(?:[ \-]?\d){12,18}(?![\w])", "a card number", 0.99, checks.card),
    _shape("device", r"(?<!\d)\d{2}[ \-]?\d{6}[ \-]?\d{6}[ \-]?\d{1,3}(?!\d)", "a device number", 0.9, checks.luhn),
    _shape("device", r"\b(?:imei|serial|iccid|imsi|meid|sim)\b" + _OF + _CODE, "a device number"),
    _shape("nhs", r"(?<![\d+/*])\d{3}[ \-]?\d{3}[ \-]?\d{4}(?![\d/*])", "an NHS number", 0.95, checks.nhs),
    _shape("nhs", r"\bnhs\b" + _OF + r"(?P<v>\d{3}[ \-]?\d{3}[ \-]?\d{4})(?!\d)", "an NHS number"),
    _shape("phone", r"(?<![\w/*])\(?(?:(?:\+|00) ?44 ?(?:\(0\))?|0)(?:[ ().\-]{0,2}\d){9,10}(?![\d/*])", "a telephone number", 0.97, checks.phone),
    _shape("phone", r"(?<!\w)\+[1-9](?:[ ().\-]{0,2}\d){7,14}(?!\d)", "a telephone number"),
    _shape("phone", r"(?<![\w/*])44 ?[1-9](?:[ ().\-]?\d){9}(?![\d/*])", "a telephone number", 0.9),
    _shape("phone", r"\b(?:tel|telephone|phone|mob|mobile|contact|call|ring|text)\b" + _OF + r"(?P<v>\d[\d \-]{5,13}\d)(?!\d)", "a telephone number"),
    _shape("postcode", r"\b[A-Z]{1,2}\d[A-Z\d]? {0,2}\d[ABD-HJLNP-UW-Z]{2}\b", "a postcode", 0.97, checks.postcode),
    _shape("insurance", r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ \-]?\d{2}){3}[ \-]?[A-D]\b", "a National Insurance number", 0.97, checks.insurance),
    _shape("insurance", r"\b(?:nino|ni|national insurance)\b" + _OF + r"(?P<v>[A-Z]{2}(?:[ \-]?\d{2}){3}[ \-]?[A-Z]?)\b", "a National Insurance number"),
    _shape("licence", r"\b[A-Z9]{5} ?\d{6} ?[A-Z9]{2} ?\d?[A-Z\d]{2,3}\b", "a driving licence number"),
    _shape("passport", r"\bpassport\b" + _OF + r"(?P<v>[A-Z\d]{6,9})\b", "a passport number"),
    _shape("pnc", r"(?<![\w/])(?:19|20)?\d{2} ?/ ?\d{1,7}[A-HJ-NP-RT-Z]\b", "a PNC number", 0.97),
    _shape("pnc", r"\bpnc ?id\b" + _OF + _CODE, "a PNC number"),
    _shape("cro", r"\b(?:SF ?\d{2}|\d{1,6}) ?/ ?(?:\d{1,6}|\d{2})[A-Z]\b", "a CRO number"),
    _shape("cro", r"\bcro\b" + _OF + _CODE, "a CRO number"),
    _shape("vehicle", r"\b[A-Z]{2}\d{2} ?(?-i:[A-Z]{3}|[a-z]{3})\b", "a vehicle mark", 0.95),
    _shape("vehicle", r"\b(?:[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z])\b", "an old vehicle mark", 0.9, cased=True),
    _shape("vehicle", r"\b(?:[a-z]\d{1,3}[a-z]{3}|[a-z]{3} ?\d{1,3}[a-z])\b(?<!\d(?:am|pm|st|nd|rd|th|hr|km|mg|kg|ml))", "an old vehicle mark", 0.7, cased=True),
    _shape(
        "vehicle", r"\b(?:vrm|vrn|reg(?:istration)?|index|plates?|vehicle mark)\b" + _OF + r"(?P<v>(?=[A-Z]{0,3} ?\d)[A-Z\d]{1,4} ?[A-Z\d]{1,4})\b",
        "a vehicle mark after its cue",
    ),
    _shape("reference", r"\b(?:log|cad|incident|storm|ois)\b" + _OF + rf"(?P<v>\d{{1,6}} of {DATE}|\d{{1,6}}/\d{{1,2}}/\d{{1,2}}/\d{{2,4}})", "an incident log"),
    _shape(
        "reference",
        r"\b(?:crime|incident|log|cad|storm|ois|occurrence|occ|urn|ref(?:erence)?|custody|niche|athena|connect|cid|case|op(?:eration)?|exhibit|docket|"
        r"investigation|intel|vist|mg11|claim|policy|order|invoice|crn|application|warrant|permit|badge|tag)\b" + _OF
        + r"(?P<v>(?=[A-Z/*\-]{0,8}\d)(?=(?:[A-Z/*\-]{0,8}\d){3})[A-Z\d]{1,14}(?:[/*\-][A-Z\d]{1,10}){0,4})",
        "a reference after its cue",
    ),
    _shape("reference", r"(?<![\w*])\d{1,4}\*\d{2,8}\*\d{2,4}\b", "a crime number"),
    _shape("reference", r"\b[A-Z]{1,4}/\d{3,8}/\d{2,4}\b", "a crime or custody number"),
    _shape("reference", r"(?<![\w/])\d{2}[A-Z]{1,3}/\d{3,8}/\d{2,4}\b", "a custody number"),
    _shape("reference", r"(?<![\w/])\d{2}/\d{3,8}/\d{2,4}\b", "a crime number"),
    _shape("reference", r"\b\d{2}[A-Z]\d[A-Z]?\d{5,9}\b|\b\d{2}[A-Z]{1,2}\d{6,10}\b", "a unique reference number"),
    _shape("reference", r"(?<![\w/£])\d{4,8}/\d{2,4}\b(?!/)", "a reference"),
    _shape("reference", r"\b(?=[A-Z\-]{0,6}\d)(?=[\d\-]{0,12}[A-Z])[A-Z\d]{2,6}-\d{3,9}(?:-[A-Z\d]{1,6}){0,2}\b", "a reference", 0.85, cased=True),
    _shape("collar", r"\b(?:collar|epaulette|shoulder|warrant|badge|staff number|pay number)\W{0,2}(?:no|num|number|id)?\W{0,3}(?:is )?(?P<v>[A-Z]{0,3}\d{2,7}[A-Z]{0,3})\b", "a collar or warrant number"),
    _shape("location", r"-?\d{1,2}\.\d{4,10}\W{1,3}-?\d{1,3}\.\d{4,10}", "map coordinates"),
    _shape("number", r"(?<![\w£$€.,/*])\d(?:[ \-]?\d){6,24}(?![\w%]|[.,]\d)", "a long number", 0.8, lambda value: not _is_date(value)),
    _shape("reference", r"\b(?=[A-Z]{0,8}\d)(?=\d{0,8}[A-Z])(?=[A-Z]{0,8}(?:\d[A-Z]{0,4}){5})[A-Z\d]{7,24}\b", "a long code", 0.8, cased=True),
)  # fmt: skip


def _is_date(value: str) -> bool:
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4}|\d{1,2} \d{1,2} \d{4}|\d{4}[ -]\d{4}", value) is not None
