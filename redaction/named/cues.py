"""The words that announce a name."""

TITLES = frozenset(
    "mr mrs ms miss mx dr doctor prof professor sir dame lady lord rev reverend fr father imam rabbi cllr councillor sister judge justice".split()
)
RANKS = frozenset(
    "pc dc ps ds di dci dsu dcs wpc wdc pcso psi tdc adc acc dcc sc ssgt sgt sergeant insp inspector supt superintendent constable cid oic dso sio "
    "detective officer supervisor commander cso".split()
)
ROLES = frozenset(
    "witness wit wits suspect suspects sus susp victim vic v ip ips ap aps op offender defendant def driver passenger complainant comp informant inft aggrieved rp reportee "
    "manager manageress worker solicitor teacher headteacher headmaster headmistress nurse guard owner tenant occupant occupier resident "
    "doorman doorstaff bouncer landlord landlady barman barmaid cashier shopkeeper counsellor mentor coach priest vicar caseworker advocate "
    "student pupil carer male female boy girl man woman youth child baby "
    "spoke interpreter probation keyworker assistant director secretary chair resident housemate flatmate roommate".split()
)
KIN: dict[str, str] = {
    word: noun
    for noun, words in {
        "mother": "mother mum mam mom mummy mother-in-law", "father": "father dad daddy", "parent": "parent guardian", "partner": "partner p/a fella missus",
        "husband": "husband hubby", "wife": "wife", "girlfriend": "girlfriend gf", "boyfriend": "boyfriend bf", "fiancé": "fiance", "fiancée": "fiancee",
        "son": "son", "daughter": "daughter", "child": "child kid", "baby": "baby", "brother": "brother bro", "sister": "sister sis",
        "sibling": "sibling", "uncle": "uncle", "aunt": "aunt aunty auntie", "cousin": "cousin", "grandmother": "grandmother gran nan nana grandma nanna nain mamgu",
        "grandfather": "grandfather grandad granddad grandpa taid tadcu", "grandson": "grandson", "granddaughter": "granddaughter", "niece": "niece",
        "nephew": "nephew", "stepmother": "stepmother stepmum", "stepfather": "stepfather stepdad", "stepson": "stepson",
        "stepdaughter": "stepdaughter", "friend": "friend mate pal bestie", "neighbour": "neighbour neighbor", "colleague": "colleague", "carer": "carer",
        "landlord": "landlord", "tenant": "tenant lodger", "flatmate": "flatmate housemate", "employer": "boss employer",
    }.items()
    for word in words.split()
}  # fmt: skip
PLURAL_KIN = frozenset(word + "s" for word in KIN) | {"children", "kids", "twins", "parents"}
EX = frozenset({"ex", "former", "late", "step", "half"})
CALLED = frozenset("named called aka alias nicknamed nickname christened surname surnamed forename".split())
AND = frozenset({"and", "or", "&", "with", "plus"})
KNOWN_AS = (
    ("known", "as"),
    ("goes", "by"),
    ("name", "of"),
    ("name", "is"),
    ("named", "as"),
    ("to", "as"),
    ("identified", "as"),
    ("called", "by"),
    ("spoken", "to"),
    ("spoke", "to"),
    ("speaking", "to"),
)
OWNERS = {
    "ip": "victim", "ap": "victim", "vic": "victim", "victim": "victim", "v": "victim", "complainant": "victim", "aggrieved": "victim",
    "sus": "suspect", "susp": "suspect", "suspect": "suspect", "offender": "suspect", "defendant": "suspect", "def": "suspect",
    "witness": "witness", "wit": "witness",
}  # fmt: skip
