"""Welsh words of headings, mutated or not, and the English ones by which they are known here."""

import re

_TABLE = """
reference = cyf cyfeirnod gyfeirnod chyfeirnod rhif
case = achos hachos
crime = trosedd drosedd throsedd
offence = tramgwydd dramgwydd
date = dyddiad ddyddiad
birth = geni
of = y yr o a
name = enw henw
names = enwau
surname = cyfenw gyfenw
forename = blaenenw flaenenw
victim = dioddefwr ddioddefwr dioddefydd
witness = tyst dyst thyst tystion
suspect = drwgdybiedig troseddwr droseddwr
officer = swyddog
supervisor = goruchwyliwr oruchwyliwr
outcome = canlyniad ganlyniad
disposal = gwarediad warediad datrysiad ddatrysiad
decision = penderfyniad benderfyniad
conditions = amodau hamodau
address = cyfeiriad gyfeiriad
sex = rhyw
ethnicity = ethnigrwydd hethnigrwydd
age = oed oedran
force = heddlu
policing = blismona plismona
area = ardal
rationale = rhesymeg rhesymau
summary = crynodeb grynodeb
circumstances = amgylchiadau
views = barn farn
telephone = ffon ffôn
postcode = codpost
status = statws
reported = adroddwyd hadroddwyd
completed = cwblhawyd gwblhawyd
due = erbyn
rank = rheng reng
type = math
code = cod god
decided = penderfynwyd penderfynu benderfynu
recorded = cofnodi chofnodi gofnodi cofnodwyd
years = blynyddoedd
consulted = ymgynghorwyd ymgynghori
with = â ag gyda
admission = cyfaddefiad gyfaddefiad
abuse = camdrin gamdrin
domestic = domestig ddomestig
hate = casineb chasineb gasineb
knife = cyllell gyllell
weapon = arf
authorised = awdurdodwyd hawdurdodwyd
by = gan
account = cyfrif gyfrif
level = lefel
contact = cyswllt gyswllt
cautioned = rhybuddiwyd
victims = dioddefwyr ddioddefwyr
occurrence = digwyddiad ddigwyddiad
gender = rhywedd
first = cyntaf
reported = adrodd hadrodd
final = terfynol derfynol
finalised = terfynwyd cwblhau gwblhau
decision maker = penderfynwr benderfynwr
abuse = trais thrais drais
category = categori gategori
group = grŵp grwp
collar = coler goler
details = manylion fanylion manylyn
officers = swyddogion
youth = ieuenctid
flags = tagiau fflagiau baneri
consultation = ymgynghoriad
suspect = amheus
where = lle
known = hysbys
admission = cyfaddef gyfaddef
charge = cyhuddiad
local = lleol leol
given = rhoi roi
in = yn
for = dros
sergeant = rhingyll ringyll
supervising = goruchwyliol oruchwyliol
authorising = awdurdodi hawdurdodi
inspector = arolygydd
imposed = osodwyd gosodwyd gosod osod
email = ebost
start = dechrau ddechrau
end = diwedd ddiwedd
interview = cyfweliad gyfweliad
fulfilled = bodloni fodloni bodlonwyd fodlonwyd cyflawni gyflawni cyflawnwyd gyflawnwyd
been = wedi
completion = cwblhad gwblhad
supported = cefnogi cefnogaeth gefnogaeth
agreed = cytuno gytuno cytunodd gytunodd cytunwyd gytunwyd
said = dywedodd ddywedodd
previous = blaenorol flaenorol
disposals = gwarediadau warediadau datrysiadau ddatrysiadau
number = nifer
score = sgôr sgor
gravity = difrifoldeb ddifrifoldeb
initial = cychwynnol gychwynnol dechreuol ddechreuol
checks = gwiriadau wiriadau
vehicle = cerbyd gerbyd
registration = cofrestru gofrestru
comments = sylwadau
adult = oedolyn
appropriate = priodol briodol
present = presennol bresennol
child = plentyn blentyn
involved = gysylltiedig cysylltiedig
sexual = rhywiol
element = elfen
incident = digwyddiad
mobile = symudol
home = cartref gartref
number = rhifau
given = rhoddwyd roddwyd
issued = cyhoeddwyd gyhoeddwyd
full = llawn lawn
district = dosbarth ddosbarth rhanbarth ranbarth
"""
_LINES = [line.split(" = ") for line in _TABLE.strip().splitlines()]
WELSH = {word: english for english, words in _LINES for word in words.split()}
_ARTICLE = re.compile(r"['’]r\b", re.IGNORECASE)  # enw'r dioddefwr
_WHOLE = {"cam-drin": "camdrin", "gam-drin": "gamdrin", "cod post": "codpost", "god post": "codpost", "/wyr": ""}
_WHOLE |= {
    f"{sawl} {done}": "drwgdybiedig"
    for sawl in ("sawl", "sawl a", "person")
    for done in ("ddrwgdybir", "a ddrwgdybir", "dan amheuaeth", "a amheuir", "sydd dan amheuaeth")
}
_WHOLE |= {"wedi'u": "wedi", "wedi’u": "wedi", "wedi'i": "wedi", "wedi’i": "wedi", "i'w": "", "enw cyntaf": "blaenenw"}
_WHOLE |= {"cwblhau'r amodau": "cwblhad amodau", "cwblhau’r amodau": "cwblhad amodau"}
_JOINED = re.compile("|".join(sorted(_WHOLE, key=len, reverse=True)), re.IGNORECASE)
_SPELLING = re.compile(r"[ŵŷ]|^(?:dd|ngh|mh|nh)|dd$|iau$|iadau$|wyr$|wyd$|aeth$|ddi|ddy|wydd")
_WORD = re.compile(r"[^\W\d_]+")


def is_welsh(words: str) -> bool:
    """Say whether a text has a word that is known as Welsh, or is spelt as only Welsh words are."""
    found = _WORD.findall(words.casefold())
    return any(word in WELSH or _SPELLING.search(word) for word in found if len(word) > 1)


def in_english(heading: str) -> str:
    """Give a heading with its Welsh words in English; as it stands where any other word is none of Welsh."""
    heading, plain = _ARTICLE.sub(" ", _JOINED.sub(lambda found: _WHOLE[found[0].casefold()], heading)), heading
    words = _WORD.findall(heading.casefold())
    if not words or not all(word in WELSH for word in words) or set(words) <= {"y", "yr", "o", "a"}:
        return plain
    return _WORD.sub(lambda match: WELSH[match[0].casefold()], heading)
