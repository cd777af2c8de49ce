"""People and places that no field gives are found by the words around them, and policy stays."""

import pytest

from redaction import Party

PARTIES = [
    Party(role="victim", forenames="Ffion", surname="Probert"),
    Party(role="suspect", forenames="Dean", surname="Catchpole"),
]


@pytest.mark.parametrize(
    ("sentence", "redacted"),
    [
        ("Mr Sharp saw it.", "Mr [Person 1] saw it."),
        ("seized by PC 4312 Marsh today", "seized by PC [Collar number 1] [Officer 1] today"),
        ("T/Sgt PARK 771 agreed", "T/Sgt [Officer 1] [Collar number 1] agreed"),
        ("IP's mum Blodwen came", "IP's mum [Victim 1's mother] came"),
        ("his mate Spud told him", "his mate [Person 1] told him"),
        ("known to YOT as Dodger.", "known to YOT as [Person 1]."),
        ("a lad called Jaxon ran", "a lad called [Person 1] ran"),
        ("with Idris and Blodwen there", "with [Person 1] and [Person 2] there"),
        ("saw Xhevdet Brzezicki run", "saw [Person 1] run"),
        ("lives at 12 Chapel Row, Oswestry", "lives at [Address 1], [Town 1]"),
        ("seen on Station Road again", "seen on [Street 1] again"),
        ("seen on Heol y Graig again", "seen on [Street 1] again"),
        ("a pupil at St Cuthbert's Primary School now", "a pupil at [School 1] now"),
        ("works for Pickles & Sons Ltd as a driver", "works for [Workplace 1] as a driver"),
        ("drinking in The Crown and Anchor when", "drinking in The [Venue 1] when"),
        ("enters Boots in Tanyard Lane and", "enters [Organisation 1] in [Street 1] and"),
    ],
)
def test_a_third_party_or_place_is_masked(redactor, sentence, redacted):
    assert redactor.redact(sentence, parties=PARTIES).text == redacted


@pytest.mark.parametrize(
    "sentence",
    [
        "Community Resolution considered under the Code for Crown Prosecutors; Conditional Caution declined.",
        "The Inspector authorised it. Victim Personal Statement taken. DASH completed, MARAC not required.",
        "Attend a Victim Awareness Course and write a letter of apology. Restorative Justice declined.",
        "Suspect drove a Ford Focus on Monday 3rd and will attend in May. She may plead. Bail refused.",
        "Offences Against the Person Act 1861; Misuse of Drugs Act 1971; Youth Justice Service consulted.",
        "Mark on the wall. Rose at nine. Hate crime: no. Evidential test met. Outcome 22 (deferred prosecution).",
    ],
)
def test_law_rank_and_process_stay(redactor, sentence):
    assert redactor.redact(sentence, parties=PARTIES).text == sentence


def test_somebody_found_in_one_text_is_masked_in_all_under_one_tag(redactor):
    texts = {"circumstances": "Neighbour Mr Spratt complained.", "rationale": "I gave spratt advice. Spratt agreed."}
    results = redactor.redact_case(texts, parties=PARTIES)
    assert results["circumstances"].text == "Neighbour Mr [Person 1] complained."
    assert results["rationale"].text == "I gave [Person 1] advice. [Person 1] agreed."


def test_a_full_name_and_its_parts_share_a_tag(redactor):
    result = redactor.redact("Gwenda Pugh ran. Ms PUGH fell. Gwenda cried. Olwen Pritchard helped.", parties=PARTIES)
    assert result.text == "[Person 1] ran. Ms [Person 1] fell. [Person 1] cried. [Person 2] helped."


def test_an_officer_met_is_numbered_after_those_given(redactor):
    parties = [Party(role="officer", forenames="Ann", surname="Dace")]
    assert (
        redactor.redact("PC Dace and PC Ruffe came.", parties=parties).text == "PC [Officer 1] and PC [Officer 2] came."
    )


def test_an_everyday_word_with_a_capital_that_nothing_explains_is_doubted(redactor):
    sentence = "She has a Walnut table."
    result = redactor.redact(sentence, parties=PARTIES)
    assert any(doubt.start <= sentence.index("Walnut") < doubt.end for doubt in result.doubts)


def test_capitals_tell_nothing_in_a_text_of_capitals(redactor):
    result = redactor.redact("SUSPECT STATED THAT HE WAS SORRY AND WOULD PAY. CATCHPOLE LEFT.", parties=PARTIES)
    assert result.text == "SUSPECT STATED THAT HE WAS SORRY AND WOULD PAY. [Suspect] LEFT."


@pytest.mark.parametrize(
    ("sentence", "redacted"),
    [
        ("saw GP Dr Probert today", "saw GP Dr [Victim 1] today"),
        ("her GP Dr. Constantinescu", "her GP Dr. [Person 1]"),
        ("Consultant Dr Patel said", "Consultant Dr [Person 1] said"),
        ("on 12 June Dr Patel said", "on 12 June Dr [Person 1] said"),
        ("Mrs Lane came", "Mrs [Person 1] came"),
        ("GP Dr Lane came", "GP Dr [Person 1] came"),
        ("seen on Acacia Dr today", "seen on [Street 1] today"),
        ("seen on Acacia Dr Probert ran", "seen on [Street 1] [Victim 1] ran"),
        ("lives at ACACIA DR now", "lives at [Street 1] now"),
        ("lives at 12 Acacia Dr", "lives at [Address 1]"),
    ],
)
def test_a_title_before_a_surname_is_no_street(redactor, sentence, redacted):
    assert redactor.redact(sentence, parties=PARTIES).text == redacted


def test_the_abbreviations_of_policing_bodies_stay_and_raise_no_doubt(redactor):
    bodies = (
        "Scored by NPCC Child Gravity Matrix 2023 after ACPO, CPS, YJS, YOT, MASH, PNC, PND, NFA, BWV, IMU, OPCC, "
        "PFCC, HMICFRS."
    )
    result = redactor.redact(bodies)
    assert (result.text, result.doubts) == (bodies, ())


@pytest.mark.parametrize(
    ("sentence", "redacted"),
    [
        ("represented by C. Lenz, a lawyer", "represented by [Person 1], a lawyer"),
        ("his son, J.P., was there", "his son, [Person 1]., was there"),
        ("HCP Siwan H. dressed it", "HCP [Person 1]. dressed it"),
        ("seen with Big Rich there", "seen with [Person 1] there"),
        ('a lad they call "Tug" ran', 'a lad they call "[Person 1]" ran'),
        ("Bunny = Kelsey Booth, bar staff", "[Person 1] = [Person 2], bar staff"),
        ('William "Buckshot" Gruffydd left', "[Person 1] left"),
        ("I met Louis van Gaal and Ali bin Yusuf", "I met [Person 1] and [Person 2]"),
        ("told Sir Peverell Tibbs KC so", "told Sir [Person 1] so"),
        ("in R v Tibbs it was held", "in [Person 1] v [Person 2] it was held"),
        ("lives at number 19, she said", "lives at [Address 1], she said"),
        ("at the Willow Project today", "at the [Workplace 1] today"),
    ],
)
def test_names_by_initials_nicknames_and_what_stands_beside_them_are_masked(redactor, sentence, redacted):
    assert redactor.redact(sentence, parties=PARTIES).text == redacted


def test_names_in_a_log_of_capitals_are_masked_and_the_rest_stays(redactor):
    text = "CALLER STATES MALE IS RUHUL CHOWDHURY FROM HOB LANE. RUHUL LEFT ON FOOT. NO WEAPONS SEEN."
    redacted = "CALLER STATES MALE IS [Person 1] FROM [Street 1]. [Person 1] LEFT ON FOOT. NO WEAPONS SEEN."
    assert redactor.redact(text, parties=PARTIES).text == redacted


def test_names_in_a_text_without_capitals_are_masked(redactor):
    text = "ellie rang her mate bethany not us. bethany says gosia kowalczyk was there and went home by bus after"
    redacted = (
        "[Person 1] rang her mate [Person 2] not us. [Person 2] says [Person 3] was there and went home by bus after"
    )
    assert redactor.redact(text, parties=PARTIES).text == redacted


@pytest.mark.parametrize(
    "sentence",
    [
        "Disclosure under Clare's Law was considered; Ask for Angela posters were up.",
        "He had a Stanley knife and a bottle of Jack Daniel's from Tesco.",
        "Class B. Art 8. Schedule A and Block C.",
        "He shouted \"Sorry\" and left. The sign read 'Private'.",
    ],
)
def test_phrases_of_policy_and_trade_that_hold_a_name_stay(redactor, sentence):
    assert redactor.redact(sentence, parties=PARTIES).text == sentence


def test_an_everyday_surname_met_in_full_is_masked_at_the_head_of_a_sentence_and_the_word_stays(redactor):
    text = "Owain Player rang. Player said he was sorry. The player of the match was elsewhere."
    redacted = "[Person 1] rang. [Person 1] said he was sorry. The player of the match was elsewhere."
    assert redactor.redact(text, parties=PARTIES).text == redacted
