"""Doors, junctions, houses and paths told by what is beside them, and what only looks like a street."""

import pytest


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("Disorder KNACKER ROW j/w CHAPEL APP at ten.", "KNACKER ROW"),
        ("Disorder KNACKER ROW j/w CHAPEL APP at ten.", "CHAPEL APP"),
        ("The lad off the Avenue has it.", "Avenue"),
        ("This is Wenna across the road at seventeen, come quick.", "seventeen"),
        ("Mrs Zorbik of Cefn-y-Garth saw a lorry.", "-y-"),
        ("I live at Chy an Gwel now.", "Chy an Gwel"),
        ("Upstairs (no 36) they heard it.", "36"),
        ("He knows WENNA ZORBIK no 36, her lad too.", "36"),
        ("Track from the fence via Bridle Path 7, across a field.", "7"),
        ("Seen by Mr Zorbik at 17. He went.", "17"),
        ("NEXT DOOR AT 91, MISS ZORBIK FOUND HER CAR OPEN.", "91"),
        ("Hate marker added. H2H: 52 no reply, 58 Mr and Mrs Zorbik saw nothing.", "52"),
        ("Hate marker added. H2H: 52 no reply, 58 Mr and Mrs Zorbik saw nothing.", "58"),
        ("House to house. 41: Mr Zorbik, yes. 50: empty, agents rung.", "50"),
        ("Sheds broken: 3, 5, 11 Quillet Rise overnight.", "3"),
        ("Lives at Unit 6, Quillet Arcade, Zorbton.", "Unit"),
        ("It is at Zorbik Motors, Unit 6. He went.", "Unit 6"),
        ("Her parents, Quillet House, Inner Zorbing, were told.", "Inner"),
        ("Wenna Zorbik, Rm 2, 140 Quillet Road, cleaner.", "Rm"),
    ],
)
def test_it_is_masked(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "He crossed over the road at eleven.",
        "The course has one paper, unit 3 of it hard.",
        "A path 3 metres wide leads there.",
        "Attended the parade and left at ten.",
        "The junction with the lane is dark.",
        "On 3, 5 and 7 March he was away.",
        "H2H done. 14:30 - no reply at all. 12 March: nothing.",
        "He left work at 17 and came back.",
    ],
)
def test_it_stays(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("From: PCSO Lane, beat team.", "PCSO"),
        ("Parents Dr & Mrs Zorbik came.", "Parents Dr"),
        ("Plants x 118     6 Quillet Fold, cellar", "118"),
        ("Left Quillet Cottage at five.", "Left"),
    ],
)
def test_what_leads_up_to_a_name_is_no_part_of_a_street(redactor, written, kept):
    assert kept in redactor.redact(written).text


def test_a_line_headed_by_a_listed_door_hides_it_and_another_number_stays(redactor):
    told = redactor.redact("Sheds: 3, 5, 11 Quillet Rise.\n5: Mrs Zorbik, a saw\n7: see above").text
    assert "5:" not in told
    assert "7: see above" in told
