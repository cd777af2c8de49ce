"""Numbers that the state, a bank or a telephone company gives a person."""

from redaction.shaped import checks
from redaction.shaped.shape import CODE, DATE, OF, shape

_BIRTH = r"d\.? ?o\.? ?b\.?|date of birth|born|birth ?da(?:y|te)|b\."
_TELEPHONE = r"tel|telephone|phone|mob|mobile|contact|call|ring|text"

WITH_DIGITS = (
    shape("birth", "a date of birth", rf"\b(?:{_BIRTH})\W{{0,4}}(?:is |was |on |the ){{0,2}}(?P<v>{DATE})"),
    shape("birth", "a date of birth", rf"(?P<v>{DATE}) ?\(?(?:dob|date of birth|birth)\b"),
    shape("account", "an IBAN", r"\bGB\d{2} ?[A-Z]{4}(?: ?\d){14}\b"),
    shape(
        "account",
        "a sort code and account number",
        r"(?<![\d\-])\d{2}[- ]\d{2}[- ]\d{2}\W{1,4}(?:(?:a/?c|acc(?:ount)?)\W{0,3}(?:no\W{0,3})?)?\d{8}(?!\d)",
    ),
    shape("account", "a sort code", r"\bsort ?code\W{0,4}(?:is |was )?(?P<v>\d{2}[- ]?\d{2}[- ]?\d{2})(?!\d)"),
    shape("account", "an account number", r"\b(?:a/?c|acc|account)\b" + OF + r"(?P<v>\d[\d ]{6,9}\d)(?!\d)"),
    shape("card", "a card number", r"(?<![\w\-])\d(?:[ \-]?\d){12,18}(?![\w])", certainty=0.99, check=checks.card),
    shape(
        "device",
        "a device number",
        r"(?<!\d)\d{2}[ \-]?\d{6}[ \-]?\d{6}[ \-]?\d{1,3}(?!\d)",
        certainty=0.9,
        check=checks.luhn,
    ),
    shape("device", "a device number", r"\b(?:imei|serial|iccid|imsi|meid|sim)\b" + OF + CODE),
    shape("nhs", "an NHS number", r"(?<![\d+/*])\d{3}[ \-]?\d{3}[ \-]?\d{4}(?![\d/*])", check=checks.nhs),
    shape("nhs", "an NHS number", r"\bnhs\b" + OF + r"(?P<v>\d{3}[ \-]?\d{3}[ \-]?\d{4})(?!\d)"),
    shape(
        "phone",
        "a telephone number",
        r"(?<![\w/*])\(?(?:(?:\+|00) ?44 ?(?:\(0\))?|0)(?:[ ().\-]{0,2}\d){9,10}(?![\d/*])",
        certainty=0.97,
        check=checks.phone,
    ),
    shape(
        "phone",
        "a telephone number",
        r"(?<!\w)\+[1-9](?:[ ().\-]{0,2}\d){7,14}(?!\d)",
        r"(?<![\w/*])44 ?[1-9](?:[ ().\-]?\d){9}(?![\d/*])",
    ),
    shape("phone", "a telephone number", rf"\b(?:{_TELEPHONE})\b" + OF + r"(?P<v>\d[\d \-]{5,13}\d)(?!\d)"),
    shape(
        "postcode",
        "a postcode",
        r"\b[A-Z]{1,2}\d[A-Z\d]? {0,2}\d[ABD-HJLNP-UW-Z]{2}\b",
        certainty=0.97,
        check=checks.postcode,
    ),
    shape(
        "postcode",
        "the form of a postcode",
        r"\b[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}\b",
        certainty=0.7,
        cased=True,
    ),
    shape(
        "insurance",
        "a National Insurance number",
        r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ \-]?\d{2}){3}[ \-]?[A-D]\b",
        certainty=0.97,
        check=checks.insurance,
    ),
    shape(
        "insurance",
        "a National Insurance number",
        r"\b(?:nino|ni|national insurance)\b" + OF + r"(?P<v>[A-Z]{2}(?:[ \-]?\d{2}){3}[ \-]?[A-Z]?)\b",
    ),
    shape("licence", "a driving licence number", r"\b[A-Z9]{5} ?\d{6} ?[A-Z9]{2} ?\d?[A-Z\d]{2,3}\b"),
    shape("passport", "a passport number", r"\bpassport\b" + OF + r"(?P<v>[A-Z\d]{6,9})\b"),
)
