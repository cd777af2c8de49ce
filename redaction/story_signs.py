"""The phrases of a story that few people share: each sign's first words, what stands before them and what follows."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that begin a telling phrase, what must stand before them, and what must follow."""

    words: frozenset[str]
    reason: str
    before: re.Pattern[str] | None
    after: re.Pattern[str]


def _sign(reason: str, words: str, after: str = r"\b", before: str = "") -> Sign:
    return Sign(frozenset(words.split()), reason, re.compile(f"(?:{before})$") if before else None, re.compile(after))


_PERSON = (
    r"(?:person|man|woman|male|female|boy|girl|child|pupil|student|member|family|couple|resident|tenant"
    r"|employee|officer"
    r"|teacher|doctor|gp|nurse|dentist|vet|vicar|priest|imam|rabbi|butcher|baker|postm\w+|publican|landlord"
    r"|landlady|driver"
    r"|farmer|shopkeeper|chemist|pharmacist|solicitor|midwife|barber|hairdresser|plumber|mechanic|referee|coach)"
)
_SMALL_PLACE = (
    r"(?:village|hamlet|parish|island|estate|close|cul-de-sac|small town|valley|street|school|club|team|office|shift)"
)
_IS_A = r"\b(?:a|an|the|as|is|was|retired|former|ex|local|village|parish|trainee|professional|our|her|his|their)[ -]"
_PEOPLES = (
    "polish romanian lithuanian latvian ukrainian russian bulgarian czech slovak hungarian albanian turkish "
    "kurdish syrian "
    "afghan iraqi iranian somali eritrean sudanese nigerian ghanaian zimbabwean indian pakistani bangladeshi "
    "nepalese chinese "
    "vietnamese thai filipino japanese korean jamaican brazilian portuguese spanish italian greek american australian "
    "muslim christian sikh hindu jewish buddhist traveller gypsy roma romany amish quaker mormon jehovah's "
    "asian african black"
)
_RARE = (
    "vicar priest curate imam rabbi bishop archdeacon monk nun undertaker embalmer mortician lighthouse "
    "coxswain farrier blacksmith "
    "taxidermist beekeeper falconer gamekeeper shepherd saddler thatcher stonemason jockey footballer "
    "rugby-player boxer "
    "ballerina comedian actor actress singer author novelist composer broadcaster youtuber influencer "
    "professor surgeon "
    "anaesthetist coroner barrister ambassador consul astronaut clown puppeteer magician organist bell-ringer "
    "town-crier "
    "postmaster postmistress sub-postmaster sub-postmistress harbourmaster toymaker zookeeper locksmith auctioneer"
)
_HEADS = (
    "headteacher headmaster headmistress principal deputy-head chairman chairwoman chairperson captain "
    "landlady landlord "
    "matron commodore verger churchwarden"
)
SIGNS = (
    _sign(
        "the only one of their kind",
        "only sole lone",
        rf" (?:[a-z]+ ){{0,2}}{_PERSON}\b(?! "
        rf"to\b)",
        r"(?:\b(?:the|her|his|their|our)|'s) ",
    ),
    _sign("a post that one person holds", _HEADS, r" (?:of|at|for) \w"),
    _sign(
        "a post that one person holds",
        "head deputy chair president secretary treasurer manager director owner founder editor",
        r"(?: ?teacher|master|mistress)? (?:of|at) (?:the |a |our |her |his )?(?:local |village |parish |only )?"
        r"(?:primary school|school|primary|academy|college|church|chapel|mosque|temple|club|team|pub|inn|hotel"
        r"|post office|parish|council|choir|museum|theatre|charity|care home|nursery|newspaper)\b",
    ),
    _sign(
        "a post in a small place",
        "village parish island",
        r" (?:vicar|priest|constable|butcher|baker|shop ?keeper|post\w+|publican|doctor|gp|midwife|teacher"
        r"|nurse|councillor"
        r"|clerk|hall (?:caretaker|secretary)|policeman|pub landlord)\b",
    ),
    _sign(
        "a public office",
        "mayor mayoress councillor cllr alderman sheriff mp mep msp peer",
        r"(?: for | of |,? (?:who|and)\b|\b)",
        r"\b(?:a|an|the|as|is|was|our|local|former|deputy|lord|town"
        r"|county|parish) ",
    ),
    _sign("a public office", "lord high lady", r"[ -](?:lieutenant|sheriff|mayor|mayoress)\b"),
    _sign("a rare occupation", _RARE, r"s?\b(?!'| of\b)", _IS_A),
    _sign(
        "a rare occupation",
        "works worked working employed",
        r" (?:as|at|for) (?:a|an|the) (?:zoo|circus|lighthouse|observatory|distillery|cathedral|embassy"
        r"|palace|prison|nuclear"
        r"|power station|lifeboat|airport|abattoir|slaughterhouse|crematorium|mortuary|racecourse|studio)\b",
    ),
    _sign(
        "a lifeboat or mountain rescuer",
        "rnli lifeboat mountain coastguard",
        r" (?:crew|volunteer|helmsman"
        r"|coxswain|rescue|officer)\b",
    ),
    _sign(
        "one of a twin birth",
        "twin twins triplet triplets quadruplets identical",
        r"(?= (?:sister|brother"
        r"|sons?|daughters?|boys"
        r"|girls|babies|twins?"
        r"|and|who|,)|[.,;) "
        r"])(?! (?:tub|bed|room"
        r"|screen|towns?|towers?|track"
        r"|pack|cab))",
        r"\b(?:her|his|their|a|the|of|with|identical|have|has|had|old|month|year|newborn) ",
    ),
    _sign(
        "a large family",
        "mother father mum dad",
        r" of (?:five|six|seven|eight|nine|ten|eleven|twelve"
        r"|[5-9]|1\d)\b",
    ),
    _sign(
        "a disability",
        "wheelchair prosthetic amputee amputated paraplegic quadriplegic tetraplegic "
        "paralysed deafblind blindness dwarfism albinism"
        " achondroplasia cochlear stoma colostomy tracheostomy dialysis haemophilia haemophiliac",
        r"\b(?! (?:access|ramp|space|bay|lift|taxi))",
    ),
    _sign(
        "a disability",
        "blind deaf",
        r"\b(?! (?:drunk|eye|spot|rage|panic|corner|bend|alley|ears?\b|date))",
        r"\b(?:registered|is|was|are|am|profoundly|partially|totally|completely|born|a|the|went|severely|legally) ",
    ),
    _sign("a disability", "guide hearing assistance", r" dog\b"),
    _sign("a disability", "partially learning", r" (?:sighted|disab\w+)\b"),
    _sign(
        "a rare illness",
        "cerebral muscular motor multiple cystic sickle spina terminal terminally down "
        "downs brain kidney liver heart lung",
        r"(?:'?s)? (?:palsy|dystrophy|neuron\w*|sclerosis|fibrosis|cell|syndrome|bifida|tumour|transplant"
        r"|cancer|ill(?:ness)?)\b",
    ),
    _sign(
        "a rare illness",
        "leukaemia leukemia lymphoma lupus narcolepsy narcoleptic huntington huntingtons "
        "parkinson parkinsons tourette "
        "tourettes ehlers-danlos mnd hiv",
        r"(?:'s)?(?: disease| syndrome|-positive| positive)?\b",
        r"\b(?:has|had|having|with|have|from|of|her|his|for|is|was) ",
    ),
    _sign(
        "a people or faith beside a small place",
        _PEOPLES,
        rf" (?:[a-z]+ ){{0,2}}(?:family|couple|man|woman|male|female|boy|girl|lad|shop|restaurant|community"
        rf"|church|person|lady)"
        rf"(?:[^.\n]{{0,40}}\b{_SMALL_PLACE}\b|\b in [a-z]+)",
    ),
    _sign(
        "a people or faith beside a small place",
        "village hamlet island parish",
        rf"[^.\n]{{0,30}}\b(?:{'|'.join(_PEOPLES.split())}) "
        r"(?:family|couple|man|woman|community|lad|girl|boy)\b",
    ),
    _sign(
        "an event that was in the news",
        "viral headlines newspaper newspapers documentary lottery olympic olympics paralympic obe mbe cbe murdered",
        r"\b(?! (?:ticket|stub|scratch|round|deliver|bag|rack|stand))",
        r"\b(?:went|gone|going|made|in|the|a|won|an|her|his|was|of|local|awarded|with) ",
    ),
    _sign(
        "an event that was in the news",
        "news papers telly bbc itv",
        r"\b",
        r"\b(?:on the|in the|the local|local|national|on) ",
    ),
    _sign(
        "a death that others know of",
        "whose",
        r" (?:son|daughter|husband|wife|brother|sister|mother|father"
        r"|partner|child|baby|mum|dad)"
        r" (?:was|had been|got) (?:killed|murdered|stabbed|shot|drowned|run over)\b",
    ),
    _sign(
        "a death that others know of",
        "survivor survived survivors",
        r" (?:of )?(?:the|a) (?:fire|crash"
        r"|bomb\w*|shooting|stabbing|attack"
        r"|disaster|flood)",
    ),
    _sign("a pregnancy", "pregnant miscarriage miscarried stillborn stillbirth ivf surrogate", r"\b"),
    _sign(
        "a pregnancy",
        "expecting gave given",
        r" (?:birth\b|twins\b|a baby\b|her (?:first|second|third) "
        r"(?:child|baby)\b|their (?:first|second) )",
    ),
    _sign(
        "an adoption or a life in care",
        "adopted fostered foster orphan orphaned",
        r"(?: (?:child|son"
        r"|daughter|care|carers?"
        r"|parents?|home|mum"
        r"|mother|as a (?:child|baby|boy|girl)|at birth)\b"
        r"|\b(?=[.,;]))",
    ),
    _sign("a person who came for protection", "refugee asylum", r"(?:s? (?:from|seeker\w*|who|status)\b|\b(?=[.,;]))"),
    _sign(
        "a change of gender",
        "transgender transitioning transitioned transsexual trans",
        r"(?: (?:man|woman"
        r"|male|female"
        r"|girl|boy"
        r"|person)|\b(?=[.,; ]))",
        r"\b(?:is|was|a|as|who|has|openly|identifies as|be|the) ",
    ),
    _sign(
        "service in the forces",
        "served serving veteran",
        r" (?:in|of|with) (?:the )?(?:iraq|afghanistan"
        r"|falklands?|gulf|bosnia|northern ireland|royal"
        r"|army|navy|raf"
        r"|marines|regiment|paras?)\b",
    ),
    _sign(
        "an anniversary",
        "anniversary",
        r"\b",
        r"\b(?:wedding|of|the|first|second|third|\d(?:st|nd|rd|th)"
        r"|their|her|his|year) ",
    ),
    _sign(
        "a mark on the body",
        "tattoo tattoos tattooed scar birthmark",
        r" (?:of|saying|reading|on|across"
        r"|that|with|which|above|below|under)\b",
    ),
    _sign("a mark on the body", "birthmark harelip cleft eyepatch", r"\b"),
)
