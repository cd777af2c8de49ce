"""Numbers of telephones and other devices, and their addresses on the network."""

from redaction.shaped import checks
from redaction.shaped.shape import CODE, NO_AMOUNT, cue, shape

NUMBERS = (
    shape(
        "device",
        "a device number",
        r"(?<!\d)\d{2}[ \-]?\d{6}[ \-]?\d{6}[ \-]?\d{1,3}(?!\d)",
        certainty=0.9,
        check=checks.luhn,
        like="9" * 15,
    ),
)
WITH_DIGITS = (
    shape(
        "network",
        "a network address",
        r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{2,5}|/\d{1,2})?(?!\w|\.\d)",
        check=checks.network_address,
        like="9.9",
    ),
    shape(
        "network",
        "a network address",
        r"(?<![\w:])(?:[\da-f]{0,4}:){2,7}(?:[\da-f]{1,4}(?:\.\d{1,3}){0,3}|:|(?<=::))(?:/\d{1,3})?(?![\w:])",
        check=checks.network_address,
        hint=r":[\da-f]{0,4}:",
    ),
    shape(
        "network",
        "a network address with its dots in brackets",
        r"(?<![\w.])\d{1,3}(?: ?[\[(](?:\.|dot)[\])] ?\d{1,3}){3}(?!\w)",
        needs="[. (. [dot (dot",
    ),
    shape(
        "device",
        "a MAC address",
        r"(?<![\w:.])[\da-f]{2}(?:(?:[:\-][\da-f]{2}){5}|[\da-f]{2}(?:\.[\da-f]{4}){2})(?![\w:])",
        least=14,
        hint=r"[:\-.][\da-f]{2}(?:[\da-f]{2})?[:\-.]",
        reach=32,
    ),
)
CUES = (
    cue("imei imeis iccid imsi meid sim esn udid", "device", "a device number", CODE, listed=True),
    cue("imei imeis", "device", "a device number", r"(?P<v>\d(?:[ \-/.]?\d){13,16})(?!\d)"),
    cue(
        "sim iccid imsi",
        "device",
        "a device number",
        r"(?P<v>\d(?:[ \-]?\d){9,21})(?!\d)",
        between=r"(?: card)?\W{0,3}"
        r"(?:(?:no|number|serial|is|was)\W{0,2}){0,2}",
    ),
    cue(
        "imei",
        "device",
        "the end of a device number",
        r"(?P<v>\d{3,5})" + NO_AMOUNT,
        between=r" (?:number |no )?end(?:s|ing)?(?: in| with)? ?[*xX.]{0,16} ?",
        certainty=0.9,
    ),
    cue("serial s/n", "device", "a device's serial number", CODE, listed=True),
)
