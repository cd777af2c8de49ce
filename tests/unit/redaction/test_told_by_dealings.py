"""Organisations of everyday words told by what is done with them or by their kind, among capitals as well."""

import pytest

SHOUTED = "MALE WAS SEEN ON CAMERA AND MADE OFF ON FOOT BEFORE POLICE ARRIVED. "


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("He drives for Crown Cars, plate not known.", "Crown Cars"),
        ("She bought the ring from Silver Linings and has the receipt.", "Silver Linings"),
        ("Tyres were fitted by Grip Fast, £240 the pair.", "Grip Fast"),
        (SHOUTED + "REPAIR QUOTED AT £95 BY SWIFT LOCKS.", "SWIFT"),
        (SHOUTED + "SUSPECT BARRED FROM FALCONS FOR LIFE.", "FALCONS"),
        (SHOUTED + "REFUSED ENTRY TO REVOLVER AND THREW A PUNCH.", "REVOLVER"),
        (SHOUTED + "SUSPECT IS A LABOURER FOR STONE AND SLATE AND LIVES ON SITE.", "SLATE"),
        ("he is bailiff for whinfell anglers and saw the lamps on the bank about two", "whinfell anglers"),
    ],
)
def test_an_organisation_told_by_what_is_done_with_it_is_masked(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("Marcus has run Rolling Pin bakery since May.", "Rolling Pin"),
        ("It is after school on the Henniker playing field.", "Henniker"),
        ("3. HEALTHY HEARTS charity shop on 10 May, a coat.", "HEALTHY"),
        ("Unit 2 is Loaf & Leaf and was shut.", "Loaf & Leaf"),
        (SHOUTED + "TAKEN TO COLLEGE ROAD CUSTODY, BOOKED IN.", "COLLEGE ROAD"),
        (SHOUTED + "REFERRED TO NEW LEAF WOMEN'S AID AND SEEN.", "LEAF"),
        (SHOUTED + "PASSED TO LONGMOOR NEIGHBOURHOOD TEAM AND FILED.", "LONGMOOR"),
        (SHOUTED + "BASSI NEWS & BOOZE, REAR DOOR FORCED.", "BASSI"),
        ("They will meet at Alnwick PS, 1300.", "Alnwick"),
        ("She was lost to the Kirkmoor under-16s by it.", "Kirkmoor"),
        (SHOUTED + "MALE WAS PUT OUT OF LOUNGE 52 BY STAFF.", "LOUNGE 52"),
    ],
)
def test_a_name_before_its_kind_is_masked(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        SHOUTED + "WINDOW REPAIRED BY LANDLORD, PAID BY CASH. BANNED FROM DRIVING AND BARRED FROM PREMISES.",
        SHOUTED + "ASSAULT IN CHANGING ROOMS. TAKEN TO POLICE STATION. VICTIM WORKS NIGHTS.",
        "Liaison & Diversion assessed him.",
        "He works for Social Services at Crown Court and paid £20 by card.",
        "he works nights and bought it from a mate for £20, then paid the rest in cash",
    ],
)
def test_kinds_and_policy_by_themselves_stay(redactor, written):
    assert redactor.redact(written).text == written


def test_a_sentence_leading_up_to_a_name_stays(redactor):
    assert "SHOP THEFT" in redactor.redact("WANTED, CRIME REPORTED TODAY, SHOP THEFT GUNTHORPE STORES.").text
