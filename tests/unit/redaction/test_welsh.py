"""Welsh of papers in both languages: its sentences and policy stay, and whom they name is masked."""

import pytest

_POLICY = (
    "Mae'r heddlu wedi penderfynu rhoi rhybudd amodol i'r troseddwr. Roedd y dioddefwr yn cytuno. "
    "Adolygodd y panel craffu y penderfyniad ym mis Mawrth, ac nid oedd unrhyw bryderon. "
    "Amodau: llythyr yn ymddiheuro a chwrs ymwybyddiaeth. Datrysiad cymunedol oedd y canlyniad."
)


def test_a_paragraph_of_policy_in_welsh_stays_whole(redactor):
    assert redactor.redact(_POLICY).text == _POLICY


@pytest.mark.parametrize(
    "written",
    [
        "ADOLYGIAD Y SWYDDOG / OFFICER'S REVIEW",
        "Penderfyniad: rhybudd (caution). Canlyniad 8.",
        "Swyddog Craffu / Scrutiny Officer",
        "Diolch am eich llythyr. Cofion cynnes / Kind regards",
        "Trosedd: difrod troseddol. Nid yw'n difrifol iawn.",
    ],
)
def test_headings_and_lines_of_policy_in_welsh_stay_whole(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Mae Gwenllian Prosser yn cytuno â'r rhybudd amodol.", "Mae [Person 1] yn cytuno â'r rhybudd amodol."),
        ("Dywedodd Rhydderch ei fod yn flin.", "Dywedodd [Person 1] ei fod yn flin."),
        ("Rhingyll Tegwen Hopcyn yw'r swyddog.", "Rhingyll [Person 1] yw'r swyddog."),
    ],
)
def test_whom_welsh_names_is_masked(redactor, written, left):
    assert redactor.redact(written).text == left


def test_words_of_policy_in_welsh_need_no_look(redactor):
    assert redactor.redact("Roedd y dioddefwr a'r swyddog yn cytuno â'r rhybudd amodol.").doubts == ()
