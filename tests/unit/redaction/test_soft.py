"""Ages become bands and dates become days from the offence."""

from datetime import date

import pytest

from redaction import Redactor, Settings

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


def test_a_child_s_exact_age_stays_where_the_setting_says_so():
    redactor = Redactor(settings=Settings(exact_child_ages=True))
    assert redactor.redact("aged 15, with a man aged 41").text == "aged 15, with a man aged [35 to 44]"


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
