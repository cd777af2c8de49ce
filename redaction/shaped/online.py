"""Where people are found on the network and the map."""

from redaction.shaped import checks
from redaction.shaped.shape import shape

_SERVICES = (
    r"insta(?:gram)?|snap(?:chat)?|facebook|fb|tik ?tok|twitter|telegram|discord|whats ?app|messenger|onlyfans|grindr"
    r"|tinder|ig|sc|gamertag|psn|user ?name|handle|profile|screen ?name|account"
)
_LINKING = r"account|handle|user ?name|user|profile|name is|name|is|of|as|called|under|:|-"
_THREE = r"[a-z]{3,20}\.[a-z]{3,20}\.[a-z]{3,20}"

WITHOUT_DIGITS = (
    shape(
        "email", "an e-mail address", r"(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,4}", certainty=0.99
    ),
    shape(
        "email",
        "an e-mail address in words",
        r"(?<![\w.])(?:\w{1,30} dot ){0,2}[\w.\-]{1,40} ?[\[(]? ?\bat\b ?[\])]? ?[\w\-]{2,30} ?[\[(]?"
        r"(?:\bdot\b|\.)[\])]? ?(?:com|co ?(?:\.|dot) ?uk|org|net)\b",
        certainty=0.9,
    ),
    shape("url", "a web address", r"(?:\bhttps?://|\bwww\.)[^\s<>\"]{2,300}", certainty=0.99),
    shape(
        "url",
        "a web address",
        r"(?<![\w@.\-])[a-z\d\-]{2,63}(?:\.[a-z\d\-]{2,30}){0,3}\.(?:com|co\.uk|org|net|uk|io|info)\b"
        r"(?:/[^\s<>\"]{0,300})?",
    ),
    shape("handle", "an online name", r"(?<![\w.@])@ ?[a-z\d_][\w.]{1,30}\b"),
    shape(
        "handle",
        "an online name after its service",
        rf"\b(?:{_SERVICES})\b(?: ?(?:{_LINKING})){{0,3}} ?['\"]?"
        r"(?P<v>(?=[a-z.\-]{0,30}[\d_.][a-z\d_])[a-z\d_][\w.\-]{2,30}\w)",
    ),
    shape("location", "a what3words location", rf"///? ?{_THREE}\b", certainty=0.99),
    shape(
        "location",
        "a what3words location",
        r"\b(?:what ?3 ?words|w3w)\W{0,4}(?:[a-z]{1,10} ){0,3}(?P<v>[a-z]{3,20}[. ][a-z]{3,20}[. ][a-z]{3,20})\b",
    ),
    shape(
        "location",
        "three words joined by dots",
        r"(?<![\w./@\-])[a-z]{4,20}\.[a-z]{4,20}\.[a-z]{4,20}(?![\w./@\-])",
        certainty=0.7,
        cased=True,
    ),
)
WITH_DIGITS = (
    shape("handle", "an online name", r"(?<![\w.@/\-])(?=[a-z\d.]{0,24}_)[a-z][a-z\d_.]{3,30}\d(?!\w)"),
    shape(
        "network",
        "a network address",
        r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]\d)",
        r"(?<![\w:])(?:[\da-f]{0,4}:){2,7}[\da-f]{1,4}(?![\w:])",
        check=checks.network_address,
    ),
    shape("device", "a MAC address", r"(?<![\w:])[\da-f]{2}(?:[:\-][\da-f]{2}){5}(?![\w:])"),
    shape("location", "map coordinates", r"-?\d{1,2}\.\d{4,10}\W{1,3}-?\d{1,3}\.\d{4,10}"),
)
