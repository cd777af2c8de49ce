"""Ages in every way in which officers write them, and the numbers beside them that stay."""

import pytest

from redaction import Redactor, Settings


@pytest.mark.parametrize(
    ("sentence", "redacted"),
    [
        ("aged 15yrs", "aged [14 to 17]yrs"),
        ("15 y/o lad", "[14 to 17] y/o lad"),
        ("15YO IC1 male", "[14 to 17]YO IC1 male"),
        ("a 16-year-old girl", "a [14 to 17]-year-old girl"),
        ("a 16 year-old", "a [14 to 17] year-old"),
        ("sixteen-year-old boy", "[14 to 17]-year-old boy"),
        ("aged sixteen", "aged [14 to 17]"),
        ("forty two years old", "[35 to 44] years old"),
        ("forty-two year old man", "[35 to 44] year old man"),
        ("She is twenty-one.", "She is [18 to 24]."),
        ("her 8 month old baby", "her [under 10] old baby"),
        ("8-month-old", "[under 10]-old"),
        ("6 weeks old baby", "[under 10] old baby"),
        ("an 18 month old child", "an [under 10] old child"),
        ("3 wk old son", "[under 10] old son"),
        ("their 11mth old", "their [under 10] old"),
        ("he turned 18 last week", "he turned [18 to 24] last week"),
        ("just turned 40", "just turned [35 to 44]"),
        ("her 40th birthday", "her [35 to 44] birthday"),
        ("sixteenth birthday", "[14 to 17] birthday"),
        ("aged 15 and 17", "aged [14 to 17] and [14 to 17]"),
        ("children aged 3, 5 and 9", "children aged [under 10], [under 10] and [under 10]"),
        ("kids (4, 7 & 12)", "kids ([under 10], [under 10] & [10 to 13])"),
        ("her children are 3 and 5", "her children are [under 10] and [under 10]"),
        ("aged between 14 and 16", "aged between [14 to 17] and [14 to 17]"),
        ("age 34", "age [25 to 34]"),
        ("Age: 34", "Age: [25 to 34]"),
        ("male (34)", "male ([25 to 34])"),
        ("M/34 IC1", "M/[25 to 34] IC1"),
        ("f15 missing", "f[14 to 17] missing"),
        ("34/M", "[25 to 34]/M"),
        ("30-35 years old", "[35 to 44] years old"),
        ("IP 15 yrs attended", "IP [14 to 17] yrs attended"),
        ("82 yr old lady", "[65 or over] yr old lady"),
        ("an 82-yr-old widow", "an [65 or over]-yr-old widow"),
        ("19yoa", "[18 to 24]yoa"),
        ("15 yoa at time", "[14 to 17] yoa at time"),
        ("suspect was 17 at the time of the offence", "suspect was [14 to 17] at the time of the offence"),
        ("he is 17, she is 16", "he is [14 to 17], she is [14 to 17]"),
        ("he'll be 18 in May", "he'll be [18 to 24] in May"),
        ("who is 71 years of age", "who is [65 or over] years of age"),
        ("a nine yr old", "a [under 10] yr old"),
        ("a boy of 12", "a boy of [10 to 13]"),
        ("a man of fifty", "a man of [45 to 54]"),
        ("teenager (14)", "teenager ([14 to 17])"),
        ("Fifteen year old victim", "[14 to 17] year old victim"),
    ],
)
def test_an_age_becomes_its_band_however_it_is_told(redactor, sentence, redacted):
    assert redactor.redact(sentence).text == redacted


@pytest.mark.parametrize(
    "sentence",
    [
        "12 month conditional order and 3 month course",
        "under 18, over 18s, aged under 10",
        "16 weeks, 3 yrs ago, 2 years' imprisonment",
        "for 5 years he has lived there; 10 years of abuse",
        "together 12 years; married 20 yrs",
        "(3) and (4) apply; see (12)",
        "30-35 minutes later; late 40s music; 1980s",
        "2 months old bail; 6 week course; a 3 year restraining order",
        "13 month old case",
        "in 12 month period",
        "18 months ago; 3 years old vehicle",
        "gravity is 3. score is 4. Total is 35.",
        "a fine of 50; in 20 of 30 cases; one of five",
        "1 year prison; a 10 year sentence; 5 year ban",
        "I am over eighteen years of age and under the age of 21.",
        "mitigating: age, 2 previous",
        "the matter is more than ten years old",
    ],
)
def test_lengths_of_time_and_scores_are_no_ages(redactor, sentence):
    assert redactor.redact(sentence).text == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "aged sixteen",
        "a 15-year-old",
        "children aged 3, 5 and 9",
        "her 8 month old baby",
        "She's 17 now.",
        "a boy of 12",
    ],
)
def test_a_child_s_age_stays_where_policy_turns_on_it(sentence):
    assert Redactor(settings=Settings(exact_child_ages=True)).redact(sentence).text == sentence


@pytest.mark.parametrize(
    ("sentence", "redacted"),
    [
        ("Spoke to Gwenda Pugh (34) there.", "Spoke to [Person 1] ([25 to 34]) there."),
        ("Gwenda Pugh, 34, ran.", "[Person 1], [25 to 34], ran."),
        ("Her child (Gwenda Pugh, 3) slept.", "Her child ([Person 1], [under 10]) slept."),
    ],
)
def test_an_age_beside_a_name_becomes_its_band(redactor, sentence, redacted):
    assert redactor.redact(sentence).text == redacted
