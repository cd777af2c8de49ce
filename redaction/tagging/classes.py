"""Classes of words that tell what their neighbours are: titles, ranks, kin, verbs of speech, ends of streets.

They are kept apart from the rules' own lists, because a model knows its classes
as they were when it was trained.
"""

_CLASSES = (
    "mr mrs ms miss mx dr doctor prof professor sir dame lady lord rev reverend madam mister master monsieur madame "
    "mademoiselle signor signora herr frau don sheikh",
    "pc dc ps ds di dci dsu dcs wpc wdc pcso psi tdc sc sgt sergeant insp inspector supt superintendent constable "
    "detective officer oic dso sio cso cpl corporal lt lieutenant capt captain major colonel col general gen admiral "
    "commander commissioner private",
    "president minister senator governor mayor king queen prince princess duke duchess earl count countess baron "
    "baroness pope bishop saint father brother sister rabbi imam judge justice councillor cllr coach chairman director",
    "witness wit wits victim vic vics v ip ips ap aps informant inft aggrieved complainant comp rp",
    "suspect suspects sus susp susps offender offenders defendant def accused male female subject nominal",
    "driver passenger manager manageress worker solicitor teacher headteacher nurse guard owner tenant occupant "
    "landlord landlady cashier staff supervisor neighbour neighbours carer interpreter assistant pupil student",
    "mother mum mam mom dad father daddy son daughter brother bro sister sis uncle aunt aunty auntie cousin nan nana "
    "gran grandma grandad grandfather grandmother niece nephew stepfather stepmother stepson stepdaughter baby child "
    "nok parent sibling twin",
    "husband wife partner boyfriend girlfriend bf gf fiance fiancee ex friend friends mate mates pal bestie colleague "
    "housemate flatmate missus",
    "called named aka alias nicknamed known name names surname forename nickname nick identified id",
    "said says asked replied answered cried whispered shouted exclaimed muttered added told stated states claims "
    "claimed thought returned continued began laughed sighed murmured repeated observed remarked declared",
    "accepted admitted agreed denied went came took gave left hit punched pushed kicked threw ran saw heard felt "
    "wanted wants likes lives lived works worked attended attends reported refused smiled nodded looked turned stood "
    "sat rose walked had has was is does did got made knew will would could can",
    "and or & with plus",
    "to by from for of about against than",
    "in at near outside inside into behind opposite towards via around",
    "the a an this that his her their our your my its",
    "he she they him them i you we it me us who whom",
    "street road avenue close lane drive crescent gardens grove place terrace court square walk way mews rise parade "
    "rd st ave av ln cres hill park estate heol",
    "school academy college university nursery primary infants juniors high grammar hospital surgery clinic practice "
    "church chapel mosque centre center library museum station club gym hotel inn arms cafe bar restaurant pub shop "
    "stores store farm garage ltd limited plc inc llp council association trust society group company bank fc united "
    "city town rovers",
    "county district village region province river lake mount island bay port north south east west upper lower great "
    "little new old",
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january "
    "february march april june july august september october november december jan feb mar apr jun jul aug sep sept "
    "oct nov dec may",
    "not n t no never also then later only just still again",
    "hi hello dear hey regards cheers thanks sincerely love cc attn fao re rt via",
    "born aged age dob yrs yr yo year old",
    "de da do dos das del della di du la le van von der den ter bin ibn bint al el ul ap ab ferch mac mc o",
    "jr junior snr senior sr ii iii esq",
)

CLASS: dict[str, int] = {}
for _number, _words in enumerate(_CLASSES, start=1):
    for _word in _words.split():
        CLASS.setdefault(_word, _number)

TITLE_CLASSES = frozenset({1, 2, 3})
