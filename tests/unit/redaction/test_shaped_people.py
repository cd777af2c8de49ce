"""Numbers that the state, a bank, a network or a map gives people, in the forms in which officers write them."""

import pytest

from tests.unit.redaction.marking import uncovered


@pytest.mark.parametrize(
    "marked",
    [
        "Her number is «07700 900 230» and she will answer.",
        "call her on «077 00 900230» after 6pm",
        "mob «0770-0900-230»",
        "rang from «07700.900.230» twice",
        "tel: «(07700) 900230»",
        "He gave «07700900230» as his mobile.",
        "Contact («+44) 7700 900230»",
        "«+44 (0) 7700 900 230» is the number of the caller",
        "home no «0113 496 0386»",
        "landline «020 7946 0991» and work «0207 946 0123»",
        "landline «01632 960 441», ext «4417»",
        "Tel ending «230» was used to send the messages.",
        "a phone number ending in «0912»",
        "mobile ending «*441»",
        "number withheld but last four digits «8812»",
        "text from «+353 87 123 4567»",
        "«0048 601 234 567» is a Polish number",
        "«+40 721 234 567» rang her",
        "her mother's mobile «07911 12 34 56»",
        "phone «O7700 9OO123» given by her",
        "«oh seven seven double oh nine double oh one two three» is what he read out",
        "zero is wrong, it was «zero seven seven zero zero nine zero zero two three zero»",
        "07 then: «07 700 900 230»",
        "mobile «07700 900230» given",
        "Tel. «01632-960-118»",
        "M: «07700 900118» H: «01632 960119»",
        "«０７７００ ９００２３０» in full width",
        "T:«07700900555»/«01914980555»",
        "rang the landline «960386» locally",
        "she gave her number as «496 0386»",
        "call back on «0800 001 4321»? no, «03069 990 123»",
        "«447700900230» shown on the bill",
        "«07700 9002 30» as written by the officer",
        "«0 7 7 0 0 9 0 0 2 3 0» read out slowly",
    ],
)
def test_a_telephone_number_is_known_however_it_is_spaced(marked):
    assert uncovered(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "lives in «CF5 4QA» area",
        "«cf54qa» on the form",
        "«SW1A1AA» is on the letter",
        "«EC1A 1BB» and «W1A 0AX»",
        "postcode «M1» only known",
        "in the «LS11» area of the city",
        "the «CF10» area",
        "Post code: «B33»",
        "«CF5  4QA» typed with two spaces",
        "«CF5-4QA» with a hyphen",
        "«CF5 4Q A» slipped",
        "«BT9 7FG» in Belfast",
        "address in «L8», not known at this time",
        "resides «NG7» area",
        "French postcode «75011»",
        "zip code «90210»",
        "Eircode «D02 X285»",
        "«CF5 4OA» mistyped",
        "postcode «CF54 QA»",
    ],
)
def test_a_postcode_is_known_whole_or_in_part(marked):
    assert uncovered(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "driving a grey Golf «AB12 CDE»",
        "«AB12CDE» seen leaving",
        "«ab12cde» seen leaving",
        "«AB 12 CDE» on the film",
        "«AB1 2CDE» on the film",
        "«A B 1 2 C D E» on the film",
        "«AB12-CDE» on ANPR",
        "VRM «CK19 XYZ» and index «P123 ABC»",
        "a Transit «P123ABC» parked",
        "old Land Rover «ABC 123D» outside",
        "«KIG 4521» a Northern Irish plate",
        "«IIG 1234» from Fermanagh",
        "an «OUI 9876» registered Audi",
        "«AAZ 1234» registered van",
        "VRM «1234 AB» dateless",
        "registration «AB 1234» dateless",
        "index «RJT 1»",
        "plate «1 ABC»",
        "private plate «B16 BOY»",
        "trade plates «123 AB» displayed",
        "trade plate «01234» in the window",
        "partial index «AB12» only",
        "part VRM «YK65» seen",
        "reg ending «CDE» seen",
        "moped «LX21 FGH» left",
        "«LJ70OVF» and «GN08 WVT» involved",
        "foreign plate «B 123 ABC»",
        "reg plate «WX-72-KLM»",
    ],
)
def test_a_vehicle_s_mark_is_known_of_any_year_and_country(marked):
    assert uncovered(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "NINO «AB 12 34 56 C»",
        "NI number «AB123456C»",
        "NI no «QQ 12 34 56 C» as example",
        "«AB/12/34/56/C»",
        "«JG 10 37 59 A» on payslip",
        "NHS «6260181590»",
        "NHS No «483 016 6134»",
        "NHS number: «486-091-3906»",
        "patient «8960308242» seen in A&E",
        "hospital number «H1234567»",
        "MRN «00912837»",
        "passport «533401372»",
        "British passport no. «GBR 925665416»",
        "Romanian passport «054321987»",
        "Irish passport «PA1234567»",
        "passport number is «123456789GBR»",
        "driving licence «MORGA657054SM9IJ»",
        "licence «PROBE 905238 RA9AB»",
        "DL no «JONES712039D99XY»",
        "driver number «BLENK853126C99AB 42»",
        "provisional licence «OWENS001015E99KL»",
        "biometric residence permit «ZU1234567»",
        "BRP «RF9082213»",
        "Home Office ref «S1234567»",
        "visa number «012345678»",
        "student ID «C1923847»",
        "UCAS «123-456-7890»",
        "payroll «00481234»",
        "prison number «A1234BC»",
        "prisoner no «G4567VX»",
        "CRN «X123456»",
        "probation CRN «D98765A»",
    ],
)
def test_a_number_of_the_state_is_known(marked):
    assert uncovered(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "card «4666176031372159» used",
        "card «4010 9281 5901 3962» used",
        "«4485-2538-8853-9336» used",
        "«3757 063606 07104» amex",
        "card ending «4417»",
        "debit card ending in «2210» used at shop",
        "card no ****«9921» declined",
        "sort code «20-45-77» account «41239876»",
        "«20 45 77 / 41239876»",
        "s/c «204577» a/c «41239876»",
        "acc no: «4123 9876»",
        "«GB82 WEST 1234 5698 7654 32»",
        "IBAN «GB29NWBK60161331926819»",
        "«DE89 3704 0044 0532 0130 00» in Germany",
        "«IE29AIBK93115212345678»",
        "transfer to «RO49 AAAA 1B31 0075 9384 0000»",
        "account ending «776»",
        "PayPal reference «8AB12345CD678901E»",
        "Monzo account «12345678»",
        "crypto wallet «1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa» used",
        "wallet «0x71C7656EC7ab88b098defB751B7401B5f6d8976F»",
    ],
)
def test_a_number_of_a_bank_is_known(marked):
    assert uncovered(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "///«filled.count.soap» ",
        "/// «filled.count.soap»",
        "w3w «filled count soap»",
        "what3words «filled.count.soap»",
        "what three words location «daring.lion.race»",
        "left at «daring.lion.race» in the field",
        "grid ref «ST 18456 76543»",
        "OS grid «SH609543»",
        "«NY 123 456» on the map",
        "NGR «TQ3080»",
        "«51.4816, -3.1791»",
        "«51.4816N 3.1791W»",
        "«51°28'53\"N 3°10'44\"W»",
        "lat «51.48» long «-3.18»",
        "easting «318456» northing «176543»",
        "UPRN «100100023456»",
        "uprn: «10033544614»",
        "found at lat/long «53.80 -1.55»",
    ],
)
def test_a_place_on_the_map_is_known(marked):
    assert uncovered(marked) == []
