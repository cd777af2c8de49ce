"""What notes of one line tell: doors of a round, a neighbour's door, a card's end, a name online in brackets, wards."""

import pytest

from redaction import Party

ROUND = "h/h enqs. no 61 refused. 63 was deaf. 65 were away. 2 calls to be made back, 3 people seen running."


def test_doors_of_a_round_are_masked_by_no_and_by_who_was_there(redactor):
    text = redactor.redact(ROUND).text
    assert not [door for door in ("61", "63", "65") if door in text]
    assert "2 calls" in text
    assert "3 people" in text


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("House opposite, No. 17, has a camera.", "17"),
        ("The cottage facing, no. 12, belongs to the vicar.", "12"),
        ("His neighbour Tom Rudkin at 5 pushed him off the step.", "5 pushed"),
        ("The bank card of Mrs Edith Rainsford ending 4410 was used.", "4410"),
        ("her late father's Mastercard ending in 0118 was declined", "0118"),
        ("The clip was on her story (tillywxo), then deleted.", "tillywxo"),
        ("School: East Downs Academy (reduced timetable)", "East"),
        ("Royal Lancaster ward 7 confirmed that he was admitted.", "ward 7"),
        ("wife says he is on nights at bakkavor block 6. card left", "6"),
        ("He was moved to Bethesda House annexe in May.", "annexe"),
        ("I am based at Doncaster traincrew depot and drive to Hull.", "traincrew"),
        ("Bus driver. Go South Coast, Poole depot. Says he saw it all.", "Go South"),
        ("We went out about nine with Joel Hunt. The Glue Pot. Joel left.", "Glue"),
        ("says been in the railway w/ his brother for a birthday. walking home this lad pulled up", "railway"),
        ("caution + anger management w/ red rose recovery, no comp as ip declined it", "rose"),
        ("victim awareness w/ bright path mediation, no contact with her at all", "bright"),
    ],
)
def test_what_a_line_tells_of_somebody_is_masked(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "neighbours at odds. no 3 was circled on the form",
        "Item 3, No. 5, Schedule 2 of the form was left blank.",
        "The account of his life ending 2019 was long.",
        "His card was blocked for the week ending 1204.",
        "Their story (handwritten) was read out.",
        "The ward had 6 beds. Block 3 of the form is blank.",
        "he was in the car w/ his dad when it kicked off and nobody had seen the other lad",
        "nfa on the words in street. file closed and nothing else to do",
        "On 4 July 2025 at 2115 the lads left.",
        "Reading police statements took an hour.",
    ],
)
def test_counts_times_and_things_stay(redactor, written):
    assert redactor.redact(written).text == written


def test_a_party_s_town_opens_a_sentence_before_its_police_office(redactor):
    party = Party(role="suspect", forenames="Ann", surname="Crisp", identifiers=("4 Roper Lane, Bath",))
    assert "Bath" not in redactor.redact("She came.\n\nBath police office, Monday, 10am.", parties=[party]).text


def test_a_pet_name_asked_by_itself_is_known_and_the_victim_s_abbreviation_is_not(redactor):
    party = Party(role="victim", forenames="Victoria", surname="Orlebar")
    said = "Q: Tell me about Victoria.\nA: Vic? We was engaged.\nVic update by phone."
    text = redactor.redact(said, parties=[party]).text
    assert "A: [Victim 1]? We" in text
    assert "Vic update" in text


def test_initials_in_small_letters_that_sign_a_line_are_known(redactor):
    party = Party(role="officer", forenames="Ashley", surname="Barron")
    text = redactor.redact("copy to ip via carol as he was out. ab\n\nfile to sgt, all ok", parties=[party]).text
    assert " ab" not in text


def test_small_words_that_end_a_line_sign_nothing(redactor):
    party = Party(role="officer", forenames="Olive", surname="Nash")
    written = "he was seen. on\n\nno more to say of it, all of it is done"
    assert redactor.redact(written, parties=[party]).text == written


@pytest.mark.parametrize(
    "written",
    [
        "MALE STOPPED JW ASHDOWN RD. SEARCHED AND NOTHING FOUND ON HIM.",
        "MALE LEFT THE SHOP AND WALKED TWDS TANNER RD. LOST TO SIGHT.",
    ],
)
def test_shorthand_before_a_street_stays(redactor, written):
    word = "JW" if "JW" in written else "TWDS"
    assert f"{word} [" in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "Offered Macmillan and Kinship helplines.",
        "His arm was treated by St John crew.",
        "£40 to the Ambulance Staff Charity.",
        "UKFPU informed. Scaffolder by trade. OFFICER'S ADDENDUM of 4 May.",
        "keysafe no is told to carers only. do not share it with anybody else",
    ],
)
def test_charities_everywhere_papers_and_trades_stay(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(
    "written",
    [
        "Torrwyd ffenestr y siop. Cedwir y cofnod gan yr heddlu. Galwad wedyn.",
        "Cyfaddefodd y bachgen. Gofynnais iddo pam. Eglurais nad oes achos.",
        "Argymhelliad y panel: rhybudd. Diweddariad: dim byd.",
        'Cefndir: dim. Casgliad: rhybudd. "Mae hi yn iawn," meddai.',
    ],
)
def test_welsh_of_cases_stays(redactor, written):
    assert redactor.redact(written).text == written
