"""A word that everybody knows is told, one that says what it means is shown, and a person is asked of all others."""

import re
from pathlib import Path

import pytest

from scrutiny_app import domain
from scrutiny_app.domain.asking_words import suggest_words
from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.footings import Footing, footing_of
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.reasons import (
    LIKE,
    SAYS_NO_MORE,
    TAKEN,
    UNKNOWN,
    Doubt,
    Doubted,
    Ground,
    Reason,
    by_values,
    perhaps,
    unread,
)
from scrutiny_app.domain.styling import FORENAMES_LEAD, style_of
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import REJECTED, Mapping, Part, Use
from scrutiny_app.domain.word_footings import either_code, footings, why_asked
from scrutiny_app.domain.word_questions import WordsToMap
from tests.unit.domain.looks import look_at_column

DOMAIN = Path(domain.__path__[0])


def asked(field, *words, also=""):
    return WordsToMap(field, "Heading", tuple((word, 9 - at, code) for at, (word, code) in enumerate(words)), also=also)


@pytest.mark.parametrize(
    ("field", "word", "code", "expected"),
    [
        ("weapon", "Ticked", "yes", Footing.KNOWN),
        ("sex", "N/K", "", Footing.KNOWN),
        ("disposal", "Cond Caution", "conditional_caution", Footing.KNOWN),
        ("offence_group", "Theft from a shop", "shoplifting", Footing.READ),
        ("disposal", "Charged", REJECTED, Footing.READ),
        ("admission", "1", "full", Footing.READ),
        ("sex", "Femalle", "female", Footing.ASKED),
        ("disposal", "Zonk", None, Footing.ASKED),
        ("role", "Zonk", "third_party", Footing.ASKED),
        ("authorising_rank", "S1", "", Footing.ASKED),
        ("authorising_rank", "Reeve", "", Footing.READ),
        ("weapon", "", None, Footing.ASKED),
    ],
)
def test_a_word_is_told_or_shown_or_asked_by_what_its_meaning_rests_on(field, word, code, expected):
    assert footings(asked(field, (word, code))) == [expected]


def test_a_code_beside_one_that_nobody_knows_is_asked_about():
    assert footings(asked("sex", ("1", "male"), ("2", "female"))) == [Footing.READ, Footing.READ]
    assert footings(asked("sex", ("1", "male"), ("3", None))) == [Footing.ASKED, Footing.ASKED]


def test_a_blank_among_ticks_makes_no_code_of_the_ticks():
    assert footings(asked("weapon", ("", None), ("x", "yes"))) == [Footing.ASKED, Footing.READ]


def test_every_question_says_why_it_is_asked():
    reasons = {
        why_asked(asked("offence_group", ("Theft", None)), ("Theft", 3, None)),
        why_asked(asked("disposal", ("CC", None), also="outcome_code"), ("CC", 3, None)),
        why_asked(asked("sex", ("3", None)), ("3", 1, None)),
        why_asked(asked("previous_outcomes", ("none", None)), ("none", 1, None)),
        why_asked(asked("weapon", ("", None)), ("", 1, None)),
    }
    assert len(reasons) == 5
    assert all(reason.endswith(".") for reason in reasons)


def test_of_a_word_that_nobody_knows_there_is_no_more_to_say():
    assert why_asked(asked("sex", ("Zonk", None)), ("Zonk", 1, None)) == ""


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("Youth Conditional Caution", "outcome 2 or 2A:"),
        ("Adult Conditional Caution", "outcome 3 or 3A:"),
        ("Conditional Caution", "outcome 2 or 3, with the A or without:"),
    ],
)
def test_a_conditional_caution_is_asked_about_by_the_codes_that_may_count_it(word, codes):
    assert codes in why_asked(asked("outcome_code", (word, None)), (word, 3, None))


@pytest.mark.parametrize(
    ("fields", "word", "answers"),
    [
        (("outcome_code",), "YCC", ["2", "2A"]),
        (("outcome_code",), "CC", ["3", "3A"]),
        (
            ("disposal", "outcome_code"),
            "Youth Cond Caution",
            ["youth_conditional_caution|2", "youth_conditional_caution|2A"],
        ),
        (("disposal",), "CC+", []),
    ],
)
def test_the_codes_that_may_count_a_conditional_caution_are_the_answers_offered_first(fields, word, answers):
    mapping = Mapping({"column": tuple(map(Use, fields))})
    found = suggest_words(look_at_column("Column", word, "Zonk"), mapping)
    assert either_code(next(one for one in found if word in [said for said, _, _ in one.words]), word) == answers


@pytest.mark.parametrize(
    ("uses", "reason", "sure", "expected"),
    [
        ((Use("sex"),), LIKE, True, Footing.KNOWN),
        ((Use("sex"),), LIKE, False, Footing.READ),
        ((Use("sex"),), LIKE.telling("; another column wants it too"), False, Footing.ASKED),
        ((Use("sex"),), SAYS_NO_MORE, False, Footing.READ),
        ((Use("offender_name"),), LIKE.but(FORENAMES_LEAD), False, Footing.READ),
        ((Use("outcome_code"),), by_values("its values are codes of outcomes"), False, Footing.READ),
        ((Use("victim_consulted"),), perhaps("its values are yes and no: perhaps whether"), False, Footing.ASKED),
        ((), unread("its values look like dates"), False, Footing.ASIDE),
        ((), unread("its values look like people’s names", text=True), False, Footing.ASKED),
        ((), unread("its values look like long text", text=True), False, Footing.ASKED),
        ((), TAKEN.telling("; its days are never before the disposal date"), False, Footing.ASIDE),
        ((), UNKNOWN, False, Footing.LEFT),
    ],
)
def test_a_column_of_which_anything_is_in_doubt_is_asked_about(uses, reason, sure, expected):
    assert footing_of(Suggestion("Heading", uses, reason, sure)) is expected


@pytest.mark.parametrize("uses", [(), (Use("sex"),)])
@pytest.mark.parametrize("ground", Ground)
@pytest.mark.parametrize("kind", [None, *Doubted])
def test_what_is_asked_of_a_column_does_not_depend_on_how_its_reason_is_worded(ground, kind, uses):
    plain, telling = (
        Suggestion("Heading", uses, Reason(ground, said, (Doubt(said, kind),) if kind else ()))
        for said in ("words", "its values; perhaps, but no field reads like its heading")
    )
    assert footing_of(plain) is footing_of(telling)
    assert plain.is_contradicted is telling.is_contradicted


def test_no_rule_reads_the_words_in_which_a_suggestion_gives_its_reason():
    rules = [path.read_text() for path in DOMAIN.glob("*.py")]
    own = [text for text in rules if "domain.suggestions import" in text]
    assert len(own) > 1
    assert not [text.splitlines()[0] for text in own if re.search(r"\.why\b|str\((?:\w+\.)?reason\)", text)]


def test_a_reason_is_told_with_its_doubts_and_in_short_by_the_last_of_them():
    reason = LIKE.but(FORENAMES_LEAD).but(Doubt("its names are one word each")).telling("; another column wants it too")
    assert str(reason) == (
        "reads like it, but its names have no comma: the forenames seem to come first, "
        "but its names are one word each; another column wants it too"
    )
    assert reason.in_short == "its names are one word each; another column wants it too"
    assert str(unread("its values are no dates")) == "its values are no dates; no field reads like its heading"
    assert SAYS_NO_MORE.in_short == "it does not say whose or which"


@pytest.mark.parametrize(
    ("heading", "field", "words", "expected"),
    [
        ("COND_DUE_DT", "conditions_due", ("02/08/2026", "17/08/2026"), Footing.KNOWN),
        ("COND_DUE_DT", "conditions_due", ("soon", "later"), Footing.READ),
        ("DISPOSAL BY", "disposal_date", ("02/08/2026", "17/08/2026"), Footing.READ),
        ("DATEDECN", "decision_date", ("02-AUG-26", "17-AUG-26"), Footing.READ),
        ("DATEDECN", "decision_date", ("02/08/26", "01/09/26"), Footing.ASKED),
        ("Sexx", "sex", ("M", "F"), Footing.READ),
        ("GNDR", "sex", ("M", "F"), Footing.KNOWN),
        ("Offender Gender Description", "sex", ("Male", "Female"), Footing.KNOWN),
        ("Gender (carer)", "sex", ("Male", "Female"), Footing.READ),
        ("Gender (AA)", "sex", ("Male", "Female"), Footing.READ),
        ("Ethnicity (carer)", "ethnicity", ("White", "Black"), Footing.READ),
        ("Sex zonk", "sex", ("Male", "Female"), Footing.READ),
        ("Ethnicity of next of kin", "ethnicity", ("White", "Black"), Footing.READ),
        ("Co-accused admission", "admission", ("Full", "None"), Footing.READ),
        ("Mother's ethnicity", "ethnicity", ("White", "Black"), Footing.READ),
        ("Was the Victim Consulted About the Disposal?", "victim_consulted", ("Yes", "No"), Footing.KNOWN),
        ("Sexx", "sex", ("M", "Zonk"), Footing.READ),
        ("VIC_VIEW_TXT", "victim_views", ("Wants it dealt with", "Would like an apology"), Footing.KNOWN),
        ("VIC_VIEW_TXT", "victim_views", ("Yes", "No"), Footing.READ),
    ],
)
def test_a_heading_in_short_forms_is_known_where_its_values_bear_it_out(heading, field, words, expected):
    column = look_at_column(heading, *words).cases.columns[0]
    doubt = style_of(FIELD[field], Part.WHOLE, column)[1] if heading == "DATEDECN" else None
    one = Suggestion(heading, (Use(field),), LIKE.but(doubt) if doubt else LIKE)
    assert footing_of(one, column) is expected


def test_a_word_with_its_outcome_code_and_the_disposal_that_it_counts_is_known():
    both = [
        ("08 - Community Resolution", "community_resolution|8"),
        ("3 - Community Resolution", "community_resolution|3"),
    ]
    assert footings(asked("disposal", *both, also="outcome_code")) == [Footing.KNOWN, Footing.READ]


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "Proposed disposal",
            "Recommended Disposal",
            "Disposal considered",
            "Co-accused disposal",
            "Original Disposal",
        ),
        *(
            "Requested outcome",
            "AlternativeDisposal",
            "Victim's preferred resolution",
            "prop_sanction",
            "Initial result given",
        ),
    ],
)
def test_words_of_disposals_under_a_heading_that_may_not_be_of_the_last_one_are_asked_about(heading):
    look = look_at_column(heading, *("Community resolution", "Simple caution") * 5)
    [one] = suggest(look, "")
    assert footing_of(one, look.cases.columns[0]) is Footing.ASKED


@pytest.mark.parametrize("heading", ["Zonk", "Sanction", "Wot woz done"])
def test_words_of_disposals_under_a_heading_that_says_nothing_are_read(heading):
    look = look_at_column(heading, *("Community resolution", "Simple caution") * 5)
    [one] = suggest(look, "")
    assert [use.field for use in one.uses] == ["disposal"]
    assert footing_of(one, look.cases.columns[0]) is Footing.READ
