"""Where people are found on the network: addresses, sites and the names they go by."""

from redaction.shaped.shape import cue, shape

_SERVICES = (
    "insta instagram ig snap snapchat sc facebook fb tiktok tok twitter telegram discord whatsapp messenger "
    "onlyfans grindr "
    "tinder bumble hinge badoo psn xbox playstation roblox steam fortnite twitch youtube reddit kik wickr signal skype "
    "vinted ebay depop gumtree etsy linkedin threads vk bereal yubo omegle pinterest tumblr"
)
_NAMING = "gamertag gamertags username usernames handle profile account accounts acct accts user users dm dms"
_LINKING = (
    r"(?:\W{0,3}\b(?:accounts?|accts?|handles?|user ?names?|users?|profiles?|names?|gamer ?tags?|id|tag|page|group"
    r"|chat|seller|buyer"
    r"|contact|is|was|of|as|called|under|named|add|at|by|from|with)\b|:|-){0,4}[ :=\-]{0,3}\(?"
)
# A name that nobody would take for a word: with digits, points or lines in it, or capitals inside.
_ODD = (
    r"(?:(?!\d{1,6}(?:st|nd|rd|th|am|pm|hrs|k|x)?\b)(?=[a-z.\-]{0,30}(?:\d"
    r"|[_.][a-z\d_]|\w{1,30}-[a-z](?!\w)))[a-z\d_][\w.\-]{1,30}[\w\-]|(?-i:[a-z]{1,15}[A-Z]{1,3}[a-z]\w{0,20}"
    r"|[A-Z][a-z]{1,15}[A-Z]\w{1,20})(?: \d{1,4}\b| (?!(?:He|In|On|At|It|We|No|So|My)\b)[A-Z][a-z]\b)?)"
)
_WORD = (
    r"(?!(?:and|that|was|were|which|who|for|from|with|has|had|have|she|his|her|their|not|but|the|this|where"
    r"|when|then|are"
    r"|account|name|unknown|could|would|did|does|known|only|given|used|provided|details|belongs|belonging"
    r"|because|also)\b)"
    r"(?-i:[a-z][a-z\d]{3,24}|[A-Z][\w.\-]{2,24})"
)
_QUOTED = r"['\"](?P<v>[^'\"\n\x00]{2,40})['\"]"
_TOPS = (
    r"(?:com|co\.uk|org\.uk|police\.uk|gov\.uk|ac\.uk|nhs\.uk|sch\.uk|me\.uk|org|net|uk|io|gg|tv|ly|xyz|eu|ie"
    r"|biz|wales|cymru"
    r"|scot|london|fr|pl|ro|ru|ca|au|nl|example|invalid|(?-i:info|shop|online|site|app|store|link|club|dev|chat))"
)
_TOPS_SEEN = (
    "com|co|org|net|uk|io|gg|tv|ly|xyz|eu|ie|biz|wales|cymru|scot|london|fr|pl|ro|ru|ca|au|nl|example|invalid|info"
    "|shop|online|site|app|store|link|club|dev|chat|(?:me|to|be|it|is|us|de|my|ai|live)/"
)
_DOMAIN = rf"[a-z\d\-]{{2,63}}(?:\.[a-z\d\-]{{2,30}}){{0,3}}\.{_TOPS}"

WITHOUT_DIGITS = (
    shape("handle", "a name on Skype", r"(?<!\w)live:\.?[a-z][\w.\-]{3,40}\b", certainty=0.95, needs="live:"),
    shape(
        "email",
        "an e-mail address",
        r"(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,4}",
        certainty=0.99,
        hint="@",
    ),
    shape(
        "email",
        "an e-mail address",
        r"(?<![\w.+\-])[\w.+\-]{1,64} ?@ ?[\w\-]{1,63} ?[.,] ?(?:com|co|org|net|uk|police|gov|ac)\b(?: ?[.,] ?uk\b)?",
        reach=90,
        hint="@",
    ),
    shape(
        "email",
        "an e-mail address in words",
        r"(?<![\w.])(?:\w{1,30} dot ){0,2}[\w.\-]{1,40} ?[\[(]? ?\bat\b ?[\])]? ?[\w\-]{2,30} ?[\[(]?"
        r" ?(?:\bdot\b|\.) ?[\])]? ?(?:com|co ?(?:\.|dot) ?uk|org|net|(?:police|gov|ac) ?(?:\.|dot) ?uk)\b",
        certainty=0.9,
        reach=130,
        hint=r"at ?[\])]? ?[\w\-]{2,30} ?[\[(]? ?(?:dot|\.) ?[\])]? ?(?:com|co|org|net|police|gov|ac)",
    ),
    shape(
        "email",
        "an e-mail address in words",
        r"(?<![\w.])(?=[a-z]{0,20}[\d_.\-])[\w.\-]{3,40} (?:at|AT) (?:gmail|g ?mail|hotmail|outlook|yahoo"
        r"|icloud|live)\b",
        certainty=0.85,
        reach=60,
        hint="at (?:gmail|g mail|hotmail|outlook|yahoo|icloud|live)",
    ),
    shape(
        "url",
        "a web address",
        r"(?:\bhttps?://|\bhxxps?://|\bwww\.)[^\s<>\"]{2,300}",
        certainty=0.99,
        needs="http hxxp www",
    ),
    shape(
        "url",
        "a web address",
        rf"(?<![\w@.\-])(?:{_DOMAIN}\b|[a-z\d\-]{{1,40}}\.(?:me|to|be|it|is|co|us|de|my|ai"
        rf"|live)(?=/\w))(?:/[^\s<>\"]{{0,300}})?",
        hint=rf"\.(?:{_TOPS_SEEN})",
    ),
    shape(
        "handle",
        "an online name",
        r"(?<![\w.@])@(?! (?-i:[A-Z]{2,5})\b) ?[a-z\d_][\w.\-]{1,30}\b",
        reach=40,
        hint="@",
    ),
    shape(
        "handle",
        "an online name before its service",
        r"(?<![\w.@])(?P<v>(?=[a-z]{0,24}[\d_.][a-z\d_.])[a-z\d_][\w.]{3,30}) (?:on|via|over|from) "
        r"(?:insta|snap|tik ?tok|facebook|fb|twitter|discord|telegram|whatsapp|psn|xbox)\w{0,5}\b",
        certainty=0.85,
        hint="(?:on|via|over|from) (?:insta|snap|tik ?tok|facebook|fb|twitter|discord|telegram|whatsapp|psn|xbox)",
        reach=40,
    ),
    shape("handle", "an online name", r"(?<![\w#])[\w.]{2,32}#\d{4}(?!\w)", needs="#"),
    shape("handle", "an online name", r"(?<![\w.@/\-])[a-z]{3,20}_[a-z]{3,20}(?![\w.])", cased=True, needs="_"),
    shape(
        "handle", "an online name", r"(?<![\w.@/\-])[a-z]{4,20}\.(?:x|xo|xx|xox|xoxo|ox)\b", cased=True, needs=".x .o"
    ),
)
WITH_DIGITS = (
    shape(
        "handle",
        "an online name",
        r"(?<![\w.@/\-])(?=[a-z\d.]{0,24}_)(?=[a-z_.]{0,24}\d)[a-z][a-z\d_]{5,30}(?![\w.])",
        needs="_",
    ),
    shape("handle", "an online name", r"(?<![\w.@/\-])(?=[a-z\d.]{0,24}_)[a-z][a-z\d_.]{3,30}\d(?!\w)", needs="_"),
)
CUES = (
    cue(_SERVICES, "handle", "an online name after its service", r"['\"]?(?P<v>" + _ODD + ")", between=_LINKING),
    cue(_NAMING, "handle", "an online name after its cue", r"['\"]?(?P<v>" + _ODD + ")", between=_LINKING),
    cue(_SERVICES, "handle", "an online name in quotation marks", _QUOTED, between=_LINKING),
    cue(
        "group chat groupchat channel",
        "handle",
        "a group's name in quotation marks",
        r'"(?P<v>[^"\n\x00]{2,40})"',
        between=r"(?: (?:chat|called|named))?:? ",
    ),
    cue(
        "gamertag gamertags username usernames screenname",
        "handle",
        "an online name after its cue",
        rf"['\"]?(?P<v>{_WORD})",
        between=r"\W{0,2}(?: ?(?:is|of|called|as|was)\b)?[ :=]{1,3}",
        certainty=0.85,
    ),
    cue(
        _SERVICES,
        "handle",
        "an online name after its service",
        rf"['\"]?(?P<v>{_WORD})",
        between=r" (?:account |profile )?(?:user ?name|user|handle|gamer ?tag|screen ?name|id)s?(?: (?:is|of"
        r"|called|as|was))?[ :=]{1,3}",
        certainty=0.85,
    ),
    cue(
        "gamer screen user",
        "handle",
        "an online name after its cue",
        rf"['\"]?(?P<v>{_WORD})",
        between=r" (?:tag|name)(?: (?:is|of|called|as|was))?[ :=]{1,3}",
        certainty=0.85,
    ),
)
