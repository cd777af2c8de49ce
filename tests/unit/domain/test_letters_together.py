"""Letters of one kind read together lose no word: the common once, and of each what it alone says."""

from scrutiny_app.domain.letters_together import read_together

FIRST = "Dear colleague,\n\nThis is about A.\n\nWhat the panel found\n\nWell done.\n\nWhat to take from it\n\n- Write more."
SECOND = "Dear colleague,\n\nThis is about B.\n\nWhat the panel found\n\nWell done.\n\nWhat to take from it\n\n- Ask."


def lines(parts):
    return [line for part in parts if part for line in part.lines]


def test_what_all_say_stands_once_and_what_each_says_beside_its_heading():
    kind = read_together([FIRST, SECOND])
    assert lines(kind.common) == ["Dear colleague,", "What the panel found", "Well done.", "What to take from it"]
    assert [lines(own) for own in kind.own] == [
        ["This is about A.", "What to take from it", "Write more."],
        ["This is about B.", "What to take from it", "Ask."],
    ]


def test_where_a_letter_has_words_of_its_own_room_is_left_once():
    kind = read_together([FIRST, SECOND])
    assert [part is None for part in kind.common] == [False, True, False, False, False, True]


def test_a_letter_on_its_own_is_all_its_own():
    kind = read_together([FIRST])
    assert kind.common == ()
    assert lines(kind.own[0])[0] == "Dear colleague,"
    assert lines(kind.own[0])[-1] == "Write more."
