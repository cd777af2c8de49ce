"""Knowing an organisation by its name, where a person's should stand: "Boots", "Tesco Express", "Northgate Bus Co".

It is loaded with a comma at its end, as a victim who is no person, in whatever way the column's names are written.
"""

import re

from scrutiny_app.domain.common_forenames import COMMON
from scrutiny_app.domain.ranks import RANKS

TITLES = frozenset("mr mrs miss ms mx master dr rev revd sir lady lord prof".split())
_BODIES = frozenset(
    "ltd limited plc llp llc inc council school academy college university stores store supermarket shop police nhs "
    "trust hospital association society church crown regina club hotel bank company services railway transport "
    "buses bus coaches taxis cabs foods group charity foundation centre cafe restaurant takeaway pharmacy chemist "
    "chemists surgery clinic housing homes ambulance library cinema theatre leisure gym salon bakery newsagent "
    "newsagents supermarkets shops express superstore petrol station airport airways trains trams logistics "
    "couriers garage motors construction solicitors insurance associates partnership constabulary prison nursery "
    "primary cic co-op coop trading traders retail retailers wholesale wholesalers enterprises holdings properties "
    "lettings investments solutions systems technologies productions studio studios catering caterers electrical "
    "electricals electronics engineering plumbing heating roofing scaffolding joinery flooring carpets furniture "
    "interiors kitchens bathrooms glazing fabrications manufacturing industries industrial haulage freight removals "
    "storage recycling skips rentals autos autocare tyres exhausts motorcycles vets veterinary dental dentists "
    "opticians physiotherapy hairdressing hairdressers barbers beauty nails tanning fitness sports fc rfc arena "
    "stadium museum gallery hostel inn tavern brewery bistro grill pizzeria pizza kebab kebabs burgers fisheries "
    "tandoori balti noodles sushi deli delicatessen butchers grocers greengrocers fishmongers florist florists "
    "jewellers jewellery stationers booksellers fashions fashion clothing outfitters footwear boutique hardware "
    "ironmongers supplies suppliers merchants supermart minimart mart bazaar convenience off-licence vape vapes "
    "vaping mobiles phones communications telecom telecoms computers software energy electricity utilities finance "
    "financial mortgages accountants accountancy consultants consultancy consulting recruitment agency security "
    "cleaning cleaners laundry launderette travel tours holidays airlines ferries shipping mosque synagogue "
    "gurdwara diocese ministries department authority commission corporation federation union institute playgroup "
    "preschool childcare hospice practice medical healthcare homecare nursing bargains discount discounts bros "
    "co-operative cooperative diy academies amusements arcade bookmakers bookshop brasserie butchery cinemas "
    "crematorium dairies eatery estates gymnasium markets megastore nurseries off-sales outlet parcels rental "
    "salons spares superstores takeaways tearoom tearooms international uk cyf cyfyngedig".split()
)
_WELSH_ALONE = frozenset(
    "cyngor clwb ysgol siop eglwys capel bwrdd fferyllfa prifysgol ymddiriedolaeth neuadd tafarn cymdeithas canolfan "
    "coleg gwesty heddlu meddygfa ysbyty llyfrgell caffi swyddfa cwmni undeb amgueddfa theatr sefydliad gorsaf becws "
    "garej bwyty elusen awdurdod gwasanaeth gwasanaethau pwyllgor marchnad fferm dafarn brifysgol ganolfan gymdeithas "
    "feddygfa lyfrgell orsaf".split()
)  # where they come first, as they do in Welsh: "Cyngor Tref Bryn"; after "y" some begin with another letter
_ARTICLES = frozenset({"y", "yr"})
_SURNAMES_TOO = frozenset({"capel"})
_WITH = frozenset({"&", "and"})
_TRADES = frozenset(
    "sons daughters news booze wine wines beer beers ales spirits liquor tobacco vape cards gifts toys books crafts "
    "pets bikes cycles tools timber tiles paints blinds beds sofas shoes bags meats produce flowers antiques tackle "
    "chips fries pies bakes cakes sweets snacks coffee crisps groceries provisions stationery collectables".split()
)  # after a sign that else stands between people: "Marlow News & Booze"
_TRADES_ALONE = frozenset("news booze wines liquor tobacco groceries stationery snacks provisions collectables".split())
_BODIES_ALONE = frozenset("nhs co-op coop co-operative police council plc ltd".split())  # where they come first
# Chains that are found on most high streets, none of them anybody's forename or, at the head of a name, surname.
_CHAINS = frozenset(
    "tesco tescos aldi lidl asda sainsburys morrisons waitrose ocado poundland poundstretcher superdrug primark argos "
    "wilko halfords homebase screwfix toolstation ikea matalan dunelm tkmaxx mcdonalds greggs nandos starbucks "
    "kfc wetherspoon wetherspoons travelodge b&m b&q h&m m&s whsmith costcutter mccolls onestop budgens debenhams "
    "ladbrokes betfred esso texaco natwest barclays hsbc npower arriva firstbus stagecoach lner tfl".split()
)
_CHAINS_ALONE = frozenset(
    "boots spar iceland currys selfridges specsavers evri hermes dpd co-op coop nisa londis".split()
)
_BEFORE = TITLES | RANKS - {"co"}  # a name, and no part of it
# Whoever is told by whose they are is no organisation: "mother of Ann Marsh".
_WHOSE = frozenset(
    "mother father parent parents wife husband partner son daughter child brother sister friend guardian carer "
    "owner manager tenant occupier resident member name names one both all some victim".split()
)
_OF_SOMEBODY = re.compile(r"[^\W\d_]['’]s$", re.IGNORECASE)  # Kettlewell's, St Wilfrid's


def is_body(name: str) -> bool:
    """Say whether a name without a comma is an organisation's: by a word such as Ltd or School, or as a chain."""
    if "," in name:
        return False
    if _OF_SOMEBODY.search(name.rstrip()):
        return name.split(maxsplit=1)[0].strip(".").casefold() not in _BEFORE
    plain = name.casefold().replace("’", "'").replace("'r ", " ").replace("'", "")  # Welsh joins "the": "Gwesty'r Bont"
    words = [word.strip(".()") for word in plain.split()]
    while len(words) > 1 and words[0] in _BEFORE:
        words = words[1:]
    if not words:
        return False
    if "of" in words[1:-1] and words[0] not in _WHOSE and "(" not in name and COMMON.isdisjoint(words):
        return True
    if words[0] in _CHAINS or (len(words) == 1 and words[0] in _CHAINS_ALONE):
        return True
    if len(words) == 1:
        return False
    if words[words[0] in _ARTICLES] in _WELSH_ALONE and (words[0] not in _SURNAMES_TOO or words[1] not in COMMON):
        return True
    if words[-1] in _TRADES and (words[-1] in _TRADES_ALONE or not _WITH.isdisjoint(words[1:-1])):
        return words[0] not in COMMON
    return words[0] in _BODIES_ALONE or words[0] == "the" or any(word in _BODIES for word in words[1:])
