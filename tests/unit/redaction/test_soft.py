"""Ages become bands and dates become days from the offence."""

from datetime import date

import pytest

from redaction import Party, Redactor, Settings

OFFENCE = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("sentence", "redacted"),
    [
        ("aged 24,", "aged [18 to 24],"),
        ("a 9 year old", "a [under 10] year old"),
        ("her son (13 yrs)", "her son ([10 to 13] yrs)"),
        ("77yo man", "[65 or over]yo man"),
        ("16 weeks, 3 yrs ago", "16 weeks, 3 yrs ago"),
    ],
)
def test_an_age_becomes_its_band(redactor, sentence, redacted):
    assert redactor.redact(sentence).text == redacted


@pytest.mark.parametrize(
    "written", ["aged 35", "age 35", "age: 35", "age - 35", "is 35 yrs", "age is 35", "35 y/o", "age\n35"]
)
def test_an_age_is_read_however_it_is_announced(redactor, written):
    assert redactor.redact(f"male, {written}").text == f"male, {written.replace('35', '[35 to 44]')}"


@pytest.mark.parametrize(
    "scored",
    [
        "mitigation provocation / age. 1.",
        "mitigating: age. 1.",
        "factors: age, remorse. Score 2",
        "mitigating: age, 2 previous",
        "mitigating factors: age 1.",
        "aggravating: none. Mitigating: age; 3",
    ],
)
def test_a_score_after_age_as_a_factor_stays(redactor, scored):
    assert redactor.redact(scored).text == scored


def test_a_number_that_may_be_an_age_after_a_full_stop_is_doubted(redactor):
    result = redactor.redact("Male, age. 35")
    assert (result.text, [doubt.tag for doubt in result.doubts]) == ("Male, age. 35", ["[35 to 44]"])


@pytest.mark.parametrize(
    ("sentence", "redacted"),
    [
        ("He lives alone and is 35.", "He lives alone and is [35 to 44]."),
        ("Probert works nights and is 35.", "[Victim 1] works nights and is [35 to 44]."),
        ("The IP has a job and is 19, and", "The IP has a job and is [18 to 24], and"),
        ("Gwenda Pugh is 42 and ran", "[Person 1] is [35 to 44] and ran"),
        ("She was 15.", "She was [14 to 17]."),
        ("She is 35 minutes late.", "She is 35 minutes late."),
        ("He is 35.5 miles away.", "He is 35.5 miles away."),
    ],
)
def test_is_and_a_number_is_an_age_of_a_person(redactor, sentence, redacted):
    parties = [Party(role="victim", forenames="Ffion", surname="Probert")]
    assert redactor.redact(sentence, parties=parties).text == redacted


@pytest.mark.parametrize("sentence", ["The fine is 35.", "The fine for the suspect is 35."])
def test_is_and_a_number_without_a_person_is_doubted(redactor, sentence):
    result = redactor.redact(sentence)
    assert (result.text, [doubt.tag for doubt in result.doubts]) == (sentence, ["[35 to 44]"])


def test_a_child_s_exact_age_stays_where_the_setting_says_so():
    redactor = Redactor(settings=Settings(exact_child_ages=True))
    written = "aged 15, with a man aged 41. She is 15."
    assert redactor.redact(written).text == "aged 15, with a man aged [35 to 44]. She is 15."


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("12/03/2026", "the day of the offence"),
        ("15/3/26", "3 days after the offence"),
        ("11th March", "1 day before the offence"),
        ("2026-04-12", "31 days after the offence"),
        ("1 January 2020", "about 6 years before the offence"),
        ("20 September 2025", "about 6 months before the offence"),
        ("30th December", "72 days before the offence"),
    ],
)
def test_a_date_becomes_its_distance_from_the_offence(redactor, written, told):
    assert redactor.redact(f"seen {written} again", offence_date=OFFENCE).text == f"seen [{told}] again"


def test_a_date_that_cannot_be_stays(redactor):
    assert redactor.redact("on 31/02/2026 at", offence_date=OFFENCE).text == "on 31/02/2026 at"


def test_without_the_offence_s_date_dates_stay(redactor):
    assert redactor.redact("on 12 March 2026 at").text == "on 12 March 2026 at"
