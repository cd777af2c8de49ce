import pytest


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("She was served at the chip shop on Ganthorpe Road by him.", "chip"),
        ("She is a magistrate of the Ganthorpe bench.", "Ganthorpe"),
        ("We drove to the Ganthorpe offices in the van.", "offices"),
        ("He was seen in Bewdale's Body & Paint by his van.", "Bewdale"),
        ("The lift belongs to Ganthorpe Quays Management.", "Ganthorpe"),
    ],
)
def test_what_a_place_tells_of_goes_with_it(redactor, sentence, left):
    assert left not in redactor.redact(sentence).text


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Waited five hours, ticket A0094417 kept.", "A0094417"),
        ("Paid for the pitch, receipt KBC-MK 0713 shown.", "0713"),
        ("Guard on staff AWC 77120 saw it.", "77120"),
        ("He rang 101, log 0261 of 13 January refers.", "13 January"),
        ("Messages on Instagram acct gab.nz_beats seen.", "nz_beats"),
    ],
)
def test_a_code_after_its_cue_goes_whole(redactor, sentence, code):
    assert code not in redactor.redact(sentence).text


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Agreed.\nG.: wants the handle back.\nM.: will see.", "G."),
        ("Kept the notes.\nDictated KP; typed later.", "KP"),
        ("Called the other two, Alfie and Summer-Jo, to the lounge.", "Summer-Jo"),
        ("it was on its way to me nan pat when he kicked it", "pat"),
        ("He came with a girl Saffron to the door.", "Saffron"),
    ],
)
def test_people_told_by_what_stands_beside_them_go(redactor, sentence, name):
    assert name not in redactor.redact(sentence).text


@pytest.mark.parametrize(
    ("sentence", "tagged"),
    [
        ("He ran from Anne Burns's ND38ALU in the road.", "He ran from [Person 1]'s [Vehicle mark 1] in the road."),
        ("Letter to Rhys Doherty, 14 Mill Lane.", "Letter to [Person 1], [Address 1]."),
    ],
)
def test_a_person_before_what_is_theirs_is_a_person(redactor, sentence, tagged):
    assert redactor.redact(sentence).text == tagged


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("10:03 Primark: he is the polite one.", "Primark"),
        ("He threw it over to the allotments again.", "allotments"),
        ("Taken to the control room by two of them.", "room"),
    ],
)
def test_a_word_of_policy_or_trade_where_a_name_would_stand_is_a_doubt(redactor, sentence, word):
    result = redactor.redact(sentence)
    assert result.text == sentence
    assert any(word in sentence[doubt.start : doubt.end] for doubt in result.doubts)


def test_what_a_mask_leaves_of_a_doubt_is_still_doubted(redactor):
    sentence = "he was on the one behind castle park school when she came with two others from there"
    result = redactor.redact(sentence)
    seen = [(span.start, span.end) for span in (*result.spans, *result.doubts)]
    for word in ("castle", "park", "school"):
        at = sentence.index(word)
        assert any(start <= at < end for start, end in seen)
