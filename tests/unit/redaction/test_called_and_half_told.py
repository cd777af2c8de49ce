"""Birthdays, ends of numbers, halves of marks, names in brackets and what somebody is called."""

import pytest


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("His birthday is 3 October so he will be an adult.", ["October"]),
        ("Birthday: 9th May, she says.", ["9th"]),
        ("She turns 18 on 21 June and knows it.", ["June"]),
        ("The interview was on 4 July, her birthday.", ["4 July"]),
        ("The dob on the custody record reads 31/04/28.", ["31/04/28"]),
        ("He was rung from two phones (ending 0147 and 3382).", ["0147", "3382"]),
        ("The mobiles ending 221 and 908 are his.", ["221", "908"]),
        ("It was a red Polo, KX14 or KX19 and then ZRD.", ["KX14", "KX19", "ZRD"]),
        ("It was put on Instagram (wil.qz07) that night.", ["wil", "qz07"]),
        ("K's mum, Mrs Varley, came too.", ["K's"]),
        ("She is saved in the phone as Uncle Zed.", ["Uncle", "Zed"]),
        ("He gets it from a man he calls Frosty.", ["Frosty"]),
        ("He buys from a lad he calls Duracell at the park.", ["Duracell"]),
        ("Tinks, as he calls her, wants to stay.", ["Tinks"]),
        ("She was taken in by Sr Bernadette at the convent.", ["Sr", "Bernadette"]),
    ],
)
def test_what_is_told_by_half_goes(redactor, written, left):
    redacted = redactor.redact(written).text
    assert [part for part in left if part in redacted] == []


@pytest.mark.parametrize(
    "written",
    [
        "The birthday party was loud.",
        "It was posted on Snapchat (see the exhibits).",
        "Form MG11 or MG12 will do, and then CPS decide.",
        "IP and S are neighbours. S says it was an accident. S offers to pay. IP accepts. S's mum agrees.",
        "A man he calls on Fridays told him.",
        "This, as he called it, was a joke.",
    ],
)
def test_what_only_looks_so_stays(redactor, written):
    assert redactor.redact(written).text == written


def test_a_rank_after_a_name_stays_beside_its_number(redactor):
    assert ", PS [" in redactor.redact("Present: C/Insp Moffat, PS 2291 Mirza.").text


def test_the_end_of_a_letter_stays(redactor):
    assert redactor.redact("I am sorry.\n\nYours\nGethin Varley").text.startswith("I am sorry.\n\nYours\n")
