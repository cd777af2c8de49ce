"""References of cases, crimes, incidents and custody records, in the styles of many forces, and of everybody else."""

from redaction.clock import CLOCK
from redaction.shaped import telling
from redaction.shaped.police import TIME_AND_SPEAKER
from redaction.shaped.shape import CODE, DATE, FIGURED_DATE, MONTH, NO_AMOUNT, OF, cue, shape

_LOGS = (
    "rtc rtcs log logs cad cads storm ois fwin inc incident incidents chs icad echo ecc imark vision smart command "
    "control oasis"
)
_POLICE = (
    "crime crimes crn crs cris occurrence occurrences occ occs urn urns ptiurn niche athena connect nspis "
    "custody cid merlin ppn "
    "vist mash marac intel investigation investigations inv docket refs ref reference references mg11 cr ir "
    "dash misper pnd fpn "
    "pcn hort nip ctr crimint unifi genie guardian csr vpa vpd pvp gen18 gen26 mps gmp wyp tvp"
)
_OTHERS = (
    "case cases op operation claim claims policy order orders invoice application warrant permit badge tag "
    "ticket tickets "
    "tenancy id parcel tracking receipt certificate cert consignment booking membership member card "
    "policyholder complaint "
    "file job task ro sia interp interpreter lcs liquidlogic mosaic yot yoi referral property prop lab "
    "forensic fsl fsp fss store account "
    "licence docket network quote council taxi phv hackney plate asb candidate cand download downloads dpsi uci upn uan"
)
_DAY = rf"\d{{1,2}}(?:st|nd|rd|th)?[ -]?(?:of )?{MONTH}\b|\d{{1,2}}[-/.]\d{{1,2}}\b"  # with no year
_LONG = r"(?P<v>(?=[A-Z/*\-]{0,8}\d)[A-Z\d]{1,14}(?:[/*\-][A-Z\d]{1,12}){0,5})"
_SPOKEN = TIME_AND_SPEAKER.replace("?P<v>", "?:")
_PARTED = r"(?P<v>[A-Z]{0,3}\d[A-Z\d]{0,8}(?: (?=[A-Z\d]{0,2}\d)[A-Z\d]{2,10}){1,3})(?![\w/]|[.,]\d)"  # 42 E1 50620 24

WITH_DIGITS = (
    shape(
        "reference",
        "a crime, custody or case number",
        r"\b\d{2}(?:[A-Z]\d[A-Z]?\d{5,9}|[A-Z]{1,3}\d{6,10}| ?\([A-Z]{1,3}\) ?\d{5,9})\b",
        like="99A 99(A 99_(A",
    ),
    shape(
        "reference",
        "a reference in parts",
        r"(?<![\w/*£$€.\-])(?<!\bSI )[A-Z\d]{1,10}(?:[/*\-][A-Z\d]{1,14}){1,5}(?![\w/*\-]|[.,]\d)",
        certainty=0.85,
        check=telling.parted,
        hint=r"[/*\-]",
    ),
    shape(
        "reference",
        "a reference in parts joined by lines",
        r"(?<![\w/])(?!(?:IMG|VID|WIN|DSC|DSCN|MVI|PXL|WA|SCREENSHOT)_)[A-Z\d]{1,14}(?:_[A-Z\d]{1,14}){1,4}(?![\w\-]|\.\w)",
        certainty=0.85,
        check=telling.parted_by_lines,
        hint="_",
    ),
    shape(
        "reference",
        "letters, a number and its year",
        r"(?<![\w/])[A-Z]{2,3} (?!(?:19|20)\d\d/\d{3})\d{3,6}/\d{2,4}(?![\w/*\-]|[.,]\d)",
        certainty=0.85,
        cased=True,
        check=telling.lettered_parts,
        like="AA_999/99 AA_9999/99 AA_99999/99 AA_999999/99",
    ),
    shape(
        "reference",
        "an intelligence report",
        r"\b5x5x5\W{1,3}(?=[A-Z/\-]{0,12}\d)[A-Z\d][A-Z\d/\-]{2,20}\b",
        needs="5x5x5",
    ),
    shape(
        "reference",
        "an incident log",
        rf"(?<!no )(?<!no\. )\b\d{{1,6}} (?:of|dated) {FIGURED_DATE}",
        like="9_aa_9 9_aaaaa_9",
        check=telling.log_of_day,
    ),
    shape(
        "reference",
        "a court's number",
        r"(?<![^\n])\[(?:19|20)\d\d\] [A-Z]{2,6}(?: \(?[A-Z][a-z]{2,6}\)?)? \d{1,5}\b",
        r"(?<![\w.])(?:\d{1,3}\.){0,2}[A-Z][a-z]{0,3}\.(?:\d{1,3}\.){0,3}\d{1,6}/(?:19|20)\d\d\b",
        cased=True,
        needs="/19 /20 [19 [20",
    ),
    shape(
        "reference",
        "a mark of letters, a number and a year",
        r"(?<![\w/])[A-Z]{2,4}/\d{1,3}/(?:20)?\d\d(?![\w/])",
        cased=True,
        like="AA/9",
    ),
)


LAST = (
    shape(
        "number",
        "a long number",
        rf"(?<![\w£$€.,/*])(?!{CLOCK} (?:0\d{{3}}|999\b))(?!{_SPOKEN})\d(?:[ \-]?\d){{6,24}}(?![\w%]|[.,]\d)",
        r"(?<=/)\d{8,14}(?![\w%*]|[.,]\d)",
        certainty=0.8,
        check=telling.is_not_a_date,
        like="9" * 7,
    ),
    shape(
        "reference",
        "a long code",
        r"\b(?=[A-Z]{0,8}\d)(?=\d{0,12}[A-Z])(?=[A-Z]{0,8}(?:\d[A-Z]{0,4}){5})[A-Z\d]{7,24}\b",
        certainty=0.8,
        cased=True,
        check=telling.is_no_offence_code,
    ),
    shape(
        "reference",
        "a long code",
        r"\b(?=(?:[a-z]{0,12}\d){3})(?=\d{0,12}[a-z])[a-z\d]{17,64}\b",
        certainty=0.8,
        least=17,
    ),
)
CUES = (
    cue(
        "claim claims serial policy reg tracker asset chip microchip",
        "reference",
        "letters and a number after a cue",
        r"(?P<v>(?-i:[A-Z]{2,4}) \d{5,10})" + NO_AMOUNT,
        check=telling.lettered,
    ),
    cue(
        "dx",
        "reference",
        "a box of the document exchange",
        r"(?P<v>\d{4,6})" + NO_AMOUNT,
        between=r":? ?(?:no\.? )?",
        check=telling.collar,
    ),
    cue(
        "fleet",
        "number",
        "a bus's or lorry's number in its fleet",
        r"(?P<v>[A-Z]{0,2}\d{3,5})" + NO_AMOUNT,
        check=telling.collar,
        certainty=0.85,
    ),
    cue("wallet btc bitcoin", "account", "a purse on a chain of blocks", r"(?P<v>(?=[a-z]{0,8}\d)[a-z\d]{8,64})\b"),
    cue(
        "badge",
        "reference",
        "a parking badge",
        r"(?P<v>(?-i:[A-Z\d]{5,6} ?\d ?\d{4}[A-Z]\d{4}))\b",
    ),
    cue(
        "no nos number ticket",
        "reference",
        "a long number after `no.`",
        r"(?P<v>\d{5,10})(?![\w%]|[.,/:]\d)",
        between=r"\.? ?(?:is |was |of )?",
        check=telling.is_not_a_date,
    ),
    cue(
        "book card document certificate pass passport licence permit cert ticket",
        "reference",
        "a paper's number",
        rf"(?P<v>(?:(?-i:[A-Z]{{1,3}}) ?)?\d{{2,4}}(?: \d{{2,4}}(?! ?{MONTH})){{1,3}}|(?-i:[A-Z]{{1,3}}) ?\d{{4,9}})"
        r"(?![\w/]|[.,]\d)",
        between=r" (?:no\b\.?|nos\b\.?|number)(?: is| was|:)? ?",
        certainty=0.85,
    ),
    cue(
        "badge pass permit certificate cert licence ceo",
        "reference",
        "letters and a number after a paper's name",
        r"(?P<v>(?-i:[A-Z]{2,4}) ?\d{3,7}(?: \d{4}){0,3})(?![\w/]|[.,]\d)",
        between=r"(?: (?:no\b\.?|number))?:? \(?(?:no\b\.? )?",
        certainty=0.85,
    ),
    cue(
        "interp interpreter id dpsi nrpsi ciol gmc nmc gdc rcvs hcpc gphc member membership candidate",
        "reference",
        "letters and a number after a cue",
        r"(?P<v>(?-i:[A-Z]{2,5}) \d{4,8}|\d{4,8})\b",
    ),
    cue(
        "ticket tickets receipt receipts unit voucher permit booking invoice order quote docket policy "
        "membership staff index consignment locker berth pitch passcode certificate",
        "reference",
        "a code in parts after its cue",
        r"(?P<v>(?-i:(?=[A-Z\d \-]{0,12}\d)(?:[A-Z]{2,5}[ -]?\d{4,8}|[A-Z\d]{2,8}-[A-Z\d]{2,8}(?: \d{2,6})?"
        r"|\d{3} \d{3}|\d{5,9})(?:/[A-Z][a-z]{2} \d{1,2})?))(?![\w/]|[.,]\d)",
        between=r"(?: (?:no\.?|number|ref))?\.?:? ",
        check=telling.ticketed,
        certainty=0.85,
    ),
    cue(
        "share access entry door",
        "reference",
        "a code",
        r"(?P<v>(?-i:(?:[A-Z\d]{3,4}[ -]){1,3}[A-Z\d]{3,4}))\b",
        between=r" code" + OF,
    ),
    cue(
        _LOGS,
        "reference",
        "an incident log",
        rf"(?P<v>\d{{1,3}}:\d{{1,2}}:\d{{1,6}}\b|\d{{1,6}}[ /\-]?(?:(?:of|on|dated) |, ?)?"
        rf"(?:{DATE}|(?:[0-3]\d){{2}}\d{{2}}\b|(?:today"
        rf"|yesterday|that day|date)\b|{_DAY})|\d{{1,6}}/\d{{1,2}}/\d{{1,2}}/\d{{2,4}})",
        listed=True,
    ),
    cue(_LOGS, "reference", "an incident log", _LONG + NO_AMOUNT, check=telling.log, listed=True),
    cue(_POLICE, "reference", "a reference after its cue", _LONG + NO_AMOUNT, check=telling.refers, listed=True),
    cue(
        "urn urns ref reference storm case lcs id ucas mpan",
        "reference",
        "a reference in parts after its cue",
        _PARTED,
        check=telling.parted_words,
    ),
    cue(
        _OTHERS,
        "reference",
        "a reference after its cue",
        _LONG + NO_AMOUNT,
        check=telling.refers,
        listed=True,
        between=r"(?: ref\b)?" + OF,
    ),
    cue(
        "booking pnr confirmation voucher",
        "reference",
        "a booking",
        r"(?P<v>(?-i:(?=[A-Z\d]{0,7}\d)(?=[A-Z\d]{0,7}[A-Z])[A-Z\d]{5,8}))\b",
    ),
    cue(
        "court exhibit prosecution cps hearing store incident crime custody detention record officer taxi council bus",
        "reference",
        "a reference after its cue",
        CODE + NO_AMOUNT,
        between=r" (?:ref(?:erence)?s?|rec(?:ord)?s?|case|log|id|badge|ticket|plate|reports?)\b" + OF,
        check=telling.refers,
    ),
)
