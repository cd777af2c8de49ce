"""Cards, bank accounts and purses of coins on the network."""

from redaction.shaped import checks
from redaction.shaped.shape import NO_AMOUNT, OF, cue, shape

NUMBERS = (
    shape(
        "card",
        "a card number",
        r"(?<![\w\-])\d(?:[ \-]?\d){12,18}(?![\w])",
        certainty=0.99,
        check=checks.card,
        like="9" * 13,
    ),
    shape(
        "card", "a card number", r"(?<![\w\-])3[47]\d{2}[ \-]?\d{6}[ \-]?\d{5}(?!\w)", check=checks.luhn, like="9" * 15
    ),
    shape(
        "account",
        "a sort code and account number",
        r"(?:\bs/c ?)?(?<![\d\-])\d{2}[- ]\d{2}[- ]\d{2}\W{1,4}"
        r"(?:(?:a/?c|acc(?:ount)?)\W{0,3}(?:no\W{0,3})?)?\d{8}(?!\d)",
        like="99-99-99 99_99_99 99_99-99 99-99_99",
    ),
    shape(
        "account",
        "an account number and its sort code",
        r"(?<![\d\-])\d{8}\W{1,4}(?:sort[ -]?code|s/?c)\W{1,3}\d{2}[- ]?\d{2}[- ]?\d{2}(?!\d)",
        needs="sort s/c sc",
        like="99999999",
    ),
)
WITH_DIGITS = (
    shape("account", "an IBAN", r"\bGB\d{2} ?[A-Z]{4}(?: ?\d){14}\b", like="AA99AAAA AA99_AAAA"),
    shape(
        "account",
        "an IBAN",
        r"\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?\b",
        cased=True,
        check=checks.iban,
        like="AA99A AA999 AA99_A AA99_9",
    ),
    shape(
        "account",
        "a purse on a chain of blocks",
        r"\b0x[\da-f]{40}\b",
        r"\b(?:bc1[a-z\d]{20,60}|[13](?=[a-z]{0,20}\d)[1-9a-z]{25,34})\b",
        certainty=0.97,
        least=23,
    ),
    shape(
        "card",
        "the end of a card number",
        r"(?<!\w)(?:[*x•#.]{3,4}[ \-]?){1,4}(?P<v>\d{3,4})\b",
        certainty=0.85,
        hint=r"[*x•#.][*x•#.]{2}",
        reach=32,
    ),
)
CUES = (
    cue("sort", "account", "a sort code", r"(?P<v>\d{2}[- .]?\d{2}[- .]?\d{2})(?!\d)", between=r"[ \-]?codes?" + OF),
    cue("s/c sortcode sc", "account", "a sort code", r"(?P<v>\d{2}[- .]?\d{2}[- .]?\d{2})(?!\d)"),
    cue("a/c acc account acct", "account", "an account number", r"(?P<v>\d[\d ]{4,9}\d)" + NO_AMOUNT),
    cue(
        "card account acc a/c acct visa mastercard amex debit number phone mobile mob text texts",
        "account",
        "the end of an account or card number",
        r"(?P<v>\d{3,4})" + NO_AMOUNT,
        between=r"\W{0,2}(?:\w{1,12} ){0,2}(?:end(?:s|ed|ing)?|finish(?:es|ing)) ?(?:in|with|is)?:? ?[*xX.]{0,16} ?",
        certainty=0.9,
    ),
    cue(
        "card account visa mastercard amex debit",
        "account",
        "the end of somebody's account or card number",
        r"(?P<v>(?!20[012]\d)\d{4})" + NO_AMOUNT,
        between=r",? (?:[\w'.,\-]{1,16} ){2,8}(?<!week )(?<!month )(?<!year )end(?:s|ed|ing) (?:in |with )?",
        certainty=0.9,
    ),
    cue("iban", "account", "an IBAN", r"(?P<v>[A-Z]{2}\d{2}(?: ?[A-Z\d]){10,32})\b"),
    cue("wallet", "account", "a purse on a chain of blocks", r"(?P<v>(?=[a-z]{0,20}\d)[a-z\d]{16,90})\b"),
)
