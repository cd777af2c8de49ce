"""Where people are found on the network."""

import pytest

from tests.unit.redaction.marking import uncovered


@pytest.mark.parametrize(
    "marked",
    [
        "IMEI «358362361078852»",
        "IMEI «35 443732 332493 5»",
        "IMEI: «35-828126-464460-4»",
        "imei ending «0009»",
        "phone (IMEI «356850273900009»)",
        "«354140780667172» on the box",
        "serial no «C02XK0AHJG5H»",
        "S/N «F2LXK1ABCD12»",
        "SIM «8944 1100 6677 8899 001»",
        "IMSI «234150999999999»",
        "IP address «81.132.45.17»",
        "«2001:0db8:85a3:0000:0000:8a2e:0370:7334»",
        "«fe80::1ff:fe23:4567:890a» seen",
        "IP «2a02:c7f:8e1a:4b00::»",
        "MAC «00:1A:2B:3C:4D:5E»",
        "mac «00-1a-2b-3c-4d-5e»",
        "mac «001A.2B3C.4D5E»",
        "logged from «10.0.0.17:8080»",
        "ip «81[.]132[.]45[.]17»",
    ],
)
def test_a_device_and_its_addresses_are_known(marked):
    assert uncovered(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "«https://www.example.org/p/abc?x=1» posted",
        "posted on «www.localgossip.co.uk»",
        "his site «joesbarbers.co.uk» lists it",
        "see «onlyfans.com/sweetlou»",
        "«instagram.com/big.dave_99» shown",
        "«bit.ly/3xYz12» link",
        "«t.me/plugzz» link",
        "«example.shop» sold it",
        "email «jo.bloggs+x@example.org»",
        "«jo.bloggs at example dot co dot uk» is the mail",
        "«jo dot bloggs [at] example [dot] com»",
        "«jbloggs(at)example.com»",
        "«jo_bloggs AT gmail» ",
        "mail «jo.bloggs @ example.com»",
        "«jo.bloggs@example,com»",
        "«j.bloggs@example.police.uk»",
        "«@big_jo11» sent it",
        "insta «its.jo77» since",
        "Instagram account «lil_menace» posted",
        "on Snapchat as «shaz-x» she",
        "snap: «queenbee.x» ",
        "Snapchat user «mikeyboi07» sent",
        "TikTok «@jadey.babes» posted",
        "Facebook profile '«Dazza Two Times»'",
        "FB name «shazza.lou»",
        "gamertag «xXSniperXx» online",
        "PSN «ElmoFlips» sent",
        "Xbox gamertag «DarkLord 99» sent",
        "Roblox username «bloxykid» added her",
        "Discord «wumpus#1234» shared",
        "discord user «ghostie_01» posted",
        "twitter handle «chelle1987x»",
        "X account «@notyourmum»",
        "Telegram «@plug_lds» sells",
        'WhatsApp group "«Fernbank Massive»"',
        "Vinted seller «lottiesells22»",
        "eBay user «bargain-bin-72»",
        "Grindr «topguy_cf» ",
        "Kik «naughtyboy1»",
        "Steam ID «76561198012345678»",
    ],
)
def test_a_name_or_address_online_is_known(marked):
    assert uncovered(marked) == []
