"""Births and collar numbers told by the person beside them, and references whose parts lines join."""

import pytest


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("The driver Zorbik (30/08/1991, Quexby) was warned.", "30/08/1991"),
        ("He named Wenna Zorbik (14/7/89 of no fixed abode) then.", "14/7/89"),
        ("Spoke to Wenna Zorbik [12/03/1977] at length.", "12/03/1977"),
        ("Wenna Zorbik (22/06/84; no job) was there.", "22/06/84"),
        ("Children: Wenna 02/06/12, Zorbik 14/09/14 and Morwenna 03/01/19.", "14/09/14"),
        ("Her sons Wenna (02/06/12) and Morwenna 03/01/19.", "03/01/19"),
        ("WENNA ZORBIK, Brazilian/Portuguese, 13 Oct 1996, came.", "1996"),
        ("Wenna Zorbik (F, 34, 12/03/1991) came.", "12/03/1991"),
        ("Wenna Zorbik, male, unemployed, 12/03/91 came.", "12/03/91"),
        ("The boundary is not signed. ZORBIK: 04/07/88, of Quexby.", "04/07/88"),
        ("Have a good one\nWenna Zorbik 1955\n", "1955"),
        ("Have a good one\nWenna Zorbik 471\n", "471"),
        ("PC Zorbik 2566; skipper Wenna Zorbik 471 aware.", "471"),
        ("PC 4471 Zorbik came with 4472 Lane and left.", "4472 Lane"),
        ("I and 6622 Marsh attended.", "6622 Marsh"),
        ("ps bell 220 has looked at it all", "220"),
        ("See prev incs 00412_I_07062023 and others.", "00412_I_07062023"),
        ("Linked to CRI_25_0087 of last year.", "25_0087"),
    ],
)
def test_a_number_is_told_by_who_is_beside_it(redactor, written, number):
    assert number not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "It was paid with 4471 pounds and 2500 people came.",
        "The plan for 2025_26 and of 2025_07_14 is here.",
        "The office moved by 2019 Street plans.",
        "The skipper was told.",
        "CCTV: 04/07/25, of the yard.",
    ],
)
def test_what_only_looks_so_stays(redactor, written):
    assert redactor.redact(written).text == written
