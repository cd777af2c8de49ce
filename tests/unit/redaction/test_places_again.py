"""A place found by what is told of it once is masked where it is called so again."""


def test_a_service_told_once_is_masked_where_nothing_tells_it(redactor):
    texts = {"one": "He was referred to Harbour Bright Mediation.", "two": "So Harbour Bright Mediation wrote to him."}
    results = redactor.redact_case(texts, parties=[], references=())
    assert "Harbour" not in results["one"].text
    assert "Harbour" not in results["two"].text


def test_a_place_is_masked_without_the_word_that_says_what_it_is(redactor):
    text = redactor.redact("They met at Golden Lotus chippy on Dale Road. Golden Lotus shut at ten.").text
    assert "Golden" not in text


def test_everyday_words_that_a_place_is_called_by_stay_in_small_letters(redactor):
    written = "He drinks at The Happy Anchor, and was seen there. It was a happy anchor that he drew."
    assert redactor.redact(written).text.endswith("It was a happy anchor that he drew.")
