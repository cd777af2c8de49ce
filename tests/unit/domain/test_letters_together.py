"""Letters of one kind read together lose no word: the common once, and of each what it alone says."""

from scrutiny_app.domain.letters_together import read_together, said_by_all

FIRST = (
    "Dear colleague,\n\nThis is about A.\n\nWhat the panel found\n\nWell done.\n\nWhat to take from it\n\n- Write more."
)
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


def test_what_letters_of_every_kind_say_is_not_said_again_of_one():
    said = said_by_all([FIRST, SECOND])
    assert lines(said) == ["Dear colleague,", "What the panel found", "Well done.", "What to take from it"]
    assert [part is None for part in said] == [False, True, False, False, False, True]
    of_all = [part for part in said if part]
    alone = read_together([FIRST], of_all)
    assert lines(alone.own[0]) == ["This is about A.", "What to take from it", "Write more."]
    assert lines(read_together([FIRST, SECOND], of_all).common) == ["What to take from it"]


def test_one_letter_has_nothing_in_common_with_others():
    assert said_by_all([FIRST]) == ()
