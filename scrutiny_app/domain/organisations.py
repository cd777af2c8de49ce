"""Knowing an organisation by its name, where a person's should stand: "Boots", "Tesco Express", "Northgate Bus Co".

It is loaded with a comma at its end, as a victim who is no person, in whatever way the column's names are written.
"""

import re
from collections.abc import Sequence

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
    "salons spares superstores takeaways tearoom tearooms international uk cyf cyfyngedig "
    "photography photographers designs decorators decorating carpentry carpenters builders landscaping landscapes "
    "upholstery signage printers printing graphics publishing publishers broadcasting pictures entertainments hire "
    "quarries aggregates sawmills welding fencing paving drainage conservatories tailoring tailors bridal weddings "
    "cycles minibuses minicabs caravans breakers valeting carwash optical osteopathy podiatry chiropractic tattoos "
    "tattoo aesthetics spa lounge nightclub pub bars chippy creperie patisserie bakehouse creamery desserts donuts "
    "sandwiches grillhouse steakhouse diner canteen carvery shawarma spices barbershop launderettes repairs removal "
    "infirmary icb ccg uni madrasa madrassa masjid mandir vihara cathedral priory convent monastery scouts guides "
    "cadets brownies rotary pre-school kindergarten montessori afc rufc pcc cymru ministry embassy consulate "
    "mail rail converters pawnbrokers cycling veterinarians jewels optometrists "
    "conveyancing surveyors architects auctioneers undertakers funerals crematoria allotments stables kennels "
    "cattery livery nurserymen growers vineyards orchards wholefoods grills cookhouse smokehouse alehouse "
    "taproom halal sabha sklep casino bingo snooker bowling karting paintball trampolining".split()
)
# Such words as are surnames too: after one forename nobody knows by them alone that "Mark Church" is a church.
SURNAMES_TOO = frozenset(
    "church bank college crown garage hire homes hotel inn market markets school stores trust union".split()
)
# Such words where they come first, which are no surname and no forename: "Hotel Marine", "Masjid Noor".
_LEADING = frozenset(
    "cafe café caffe caffè hotel club restaurant university museum mosque masjid library pharmacy ristorante trattoria "
    "pizzeria chez raf rnli rspca hmp hmcts bbc itv gig mudiad cylch".split()
)
_WELSH_ALONE = frozenset(
    "cyngor clwb ysgol siop eglwys capel bwrdd fferyllfa prifysgol ymddiriedolaeth neuadd tafarn cymdeithas canolfan "
    "coleg gwesty heddlu meddygfa ysbyty llyfrgell caffi swyddfa cwmni undeb amgueddfa theatr sefydliad gorsaf becws "
    "garej bwyty elusen awdurdod gwasanaeth gwasanaethau pwyllgor marchnad fferm dafarn brifysgol ganolfan gymdeithas "
    "feddygfa lyfrgell orsaf parc plas cartrefi grwp grŵp iechyd merched urdd aelwyd cegin trafnidiaeth cymuned adran "
    "llys carchar gwersyll hosbis hufenfa".split()
)  # where they come first, as they do in Welsh: "Cyngor Tref Bryn"; after "y" some begin with another letter
_ARTICLES = frozenset({"y", "yr"})
_CHAPEL = "capel"  # a surname too
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
_LONGEST_SHORT = 3  # letters: LTD, PLC
_BEFORE = TITLES | RANKS - {"co"}  # a name, and no part of it
# Whoever is told by whose they are is no organisation: "mother of Ann Marsh".
_WHOSE = frozenset(
    "mother father parent parents wife husband partner son daughter child brother sister friend guardian carer "
    "owner manager tenant occupier resident member name names one both all some victim".split()
)
_OF_SOMEBODY = re.compile(r"[^\W\d_]['’]s$", re.IGNORECASE)  # Kettlewell's, St Wilfrid's
_THEIRS = re.compile(r"[^\W\d_]['’]s (?P<what>.+)$", re.IGNORECASE)  # Rosie's Tea Room


def is_body(name: str) -> bool:
    """Say whether a name without a comma is an organisation's: by a word such as Ltd or School, or as a chain."""
    if "," in name:
        return False
    if _OF_SOMEBODY.search(name.rstrip()):
        return name.split(maxsplit=1)[0].strip(".").casefold() not in _BEFORE
    words = [word.strip(".()") for word in _plain(name).split()]
    while len(words) > 1 and words[0] in _BEFORE:
        words = words[1:]
    words[:1] = [word.replace(".", "") for word in words[:1]]  # H.M.P.
    if not words or may_be_surnamed(name.split()):
        return False
    return _is_somebodys(name, words) or _is_said_by_words(words)


def _is_somebodys(name: str, words: Sequence[str]) -> bool:
    """Say whether an organisation is named after whose or of where it is: "Rosie's Tea Room", "Coopers of Ravelby"."""
    if "(" in name:
        return False
    if theirs := _THEIRS.search(name):
        return _WHOSE.isdisjoint(_plain(theirs["what"]).split())
    of_where = "of" in words[1:-1] and words[0] not in _WHOSE
    return of_where and (COMMON.isdisjoint(words) or words[0] in _BODIES)


def _is_said_by_words(words: Sequence[str]) -> bool:
    if words[0] in _CHAINS or (len(words) == 1 and words[0] in _CHAINS_ALONE):
        return True
    if len(words) == 1:
        return False
    if words[words[0] in _ARTICLES] in _WELSH_ALONE and (words[0] != _CHAPEL or words[1] not in COMMON):
        return True
    if words[-1] in _TRADES and (words[-1] in _TRADES_ALONE or not _WITH.isdisjoint(words[1:-1])):
        return words[0] not in COMMON
    leads = words[0] in _BODIES_ALONE or words[0] in _LEADING or words[0] == "the"
    return leads or "by" in words[1:-1] or any(word in _BODIES for word in words[1:])


def may_be_surnamed(words: Sequence[str]) -> bool:
    """Say whether words may be somebody whose surname is such a word too: "Mark Church", "M. Church", "Wiktor BANK"."""
    *before, last = words
    is_cased_apart = last.isupper() and not any(word.isupper() for word in before[:1])
    if before and last.casefold() in COMMON and not last.isupper() and all(map(str.isupper, before)):
        return True  # "HEWSON CHURCH Pat"
    if len(before) == 1 and is_cased_apart and len(last) > _LONGEST_SHORT and before[0].casefold() in COMMON:
        return True  # "Jennifer HARDWARE"
    if not before or last.casefold() not in SURNAMES_TOO:
        return False
    if is_cased_apart:
        return True
    return all(word.strip(".").casefold() in COMMON or len(word.strip(".")) == 1 for word in before)


def _plain(name: str) -> str:
    return name.casefold().replace("’", "'").replace("'r ", " ").replace("'", "")  # Welsh joins "the": "Gwesty'r Bont"
