"""The words that announce a name."""

from redaction.lexicon import lines

TITLES = frozenset(
    (
        "mr mrs ms miss mx dr doctor prof professor sir dame lady lord rev reverend fr father imam rabbi cllr "
        "councillor sister judge justice "
    ).split()
)
RANKS = frozenset(
    (
        "pc dc ps ds di dci dsu dcs wpc wdc pcso psi tdc adc acc dcc sc ssgt sgt sergeant insp inspector supt "
        "superintendent constable cid oic dso sio detective officer supervisor commander cso "
    ).split()
)
ROLES = frozenset(
    (
        "witness wit wits suspect suspects sus susp victim vic v ip ips ap aps op offender defendant def driver "
        "passenger complainant comp informant inft aggrieved rp reportee manager manageress worker solicitor "
        "teacher headteacher headmaster headmistress nurse guard owner tenant occupant occupier resident doorman "
        "doorstaff bouncer landlord landlady barman barmaid cashier shopkeeper counsellor mentor coach priest vicar "
        "caseworker advocate student pupil carer male female boy girl man woman youth child baby spoke interpreter "
        "probation keyworker assistant director secretary chair housemate flatmate roommate "
    ).split()
)
KIN: dict[str, str] = {
    word: noun.strip() for noun, _, words in (line.partition(":") for line in lines("kin")) for word in words.split()
}
PLURAL_KIN = frozenset(word + "s" for word in KIN) | {"children", "kids", "twins", "parents"}
EX = frozenset({"ex", "former", "late", "step", "half"})
CALLED = frozenset("named called aka alias nicknamed nickname christened surname surnamed forename".split())
AND = frozenset({"and", "or", "&", "with", "plus"})
KNOWN_AS = frozenset(
    {
        ("goes", "by"),
        ("name", "of"),
        ("name", "is"),
        ("named", "as"),
        ("identified", "as"),
        ("name", "as"),
        ("tag", "as"),
        ("nickname", "of"),
    }
)
SPOKEN_TO = frozenset({("called", "by"), ("spoken", "to"), ("spoke", "to"), ("speaking", "to")})
OWNERS: dict[str, str] = {
    **dict.fromkeys(("ip", "ap", "vic", "victim", "v", "complainant", "aggrieved"), "victim"),
    **dict.fromkeys(("sus", "susp", "suspect", "offender", "defendant", "def"), "suspect"),
    **dict.fromkeys(("witness", "wit"), "witness"),
}
