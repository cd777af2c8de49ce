"""Names that are policy, makes or everyday words, told by who is called so, by what they do, or by an address."""

import pytest

from redaction import Party


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Summer told her mum about it.", "Summer"),
        ("She was pushed by Sky and fell.", "Sky"),
        ("Harley is 18 and has a job.", "Harley"),
        ("It was by a different man, Christian, his nephew, who had the car.", "Christian"),
        ("Wenna Zorbik and Summer split them up.", "Summer"),
        ("A girl called Skittles came. Skittles laughed.", "Skittles"),
        ("WITH WAZZA AND A GIRL CALLED SKITTLES. HE SAID SORRY.", "SKITTLES"),
        ("HE BROUGHT A LABOURER CALLED DUTCH. HE SAID SORRY.", "DUTCH"),
        ("He is known as Skittles to the lads.", "Skittles"),
        ("He came with a girl called skittles and left.", "skittles"),
        ("THE TEAM (BEX TILLING bex.tilling@quexby.example) SAY NO.", "BEX TILLING"),
        ("the trainer is jodie starling jodie@quexby.example and it is paid", "starling"),
        ("Ask Rose Hill (rhill@quexby.example) then.", "Rose Hill"),
        ("He is rehoming it with Farmer Dave, he says.", "Farmer Dave"),
        ("He is staying with Mrs A, he says.", "Mrs A,"),
        ("My neighbour Mama Joy sells cloth.", "Mama"),
        ("Customers like Mrs Zorbik and Old Reg have been in.", "Reg"),
    ],
)
def test_a_name_is_told_whatever_word_it_is(redactor, written, name):
    assert name not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "In April, May and June there were three calls.",
        "Between June and August it lost money. From May to July they rowed.",
        "The Harley hit a wall. A Christian told us so.",
        "Summer came and the storm passed. April saw three reports.",
        "It was paid by June and returned by April.",
        "A NEIGHBOUR CALLED POLICE. A MAN CALLED STATING HE WAS HURT. STAFF CALLED SECURITY.",
        "A female called today and the manager called Control.",
        "A man called again. The scheme is known as Turnaround.",
        "Dear Sirs\nIt is done.",
        "It was recorded on Athena. The Criminal Justice System and the Head of Victim Justice\nDate: none.",
        "No change, minor changes or Major Changes. OoCRs and CSPs reduce reoffending.",
        "COMPENSATION CLAIMED: Y\nIt is done.",
        "The surname is unknown and the nickname NK.",
        "Decision of officer: The matter is closed.",
        "S - arrested. V - not at home. S asked for a solicitor. V called us.",
    ],
)
def test_the_word_stays_elsewhere(redactor, written):
    assert redactor.redact(written).text == written


def test_a_title_before_a_relatives_name_stays(redactor):
    assert redactor.redact("Her dad Pastor Zorbik rang.").text == "Her dad Pastor [Person 1] rang."
    assert redactor.redact("She was with Sister Wenna then.").text == "She was with Sister [Person 1] then."


def test_a_partys_season_of_a_name_is_theirs_before_a_date_of_birth(redactor):
    party = Party(role="suspect", forenames="Zorbik", surname="Winter")
    assert "Winter" not in redactor.redact("Winter, DOB 21/1/99, attended.", parties=[party]).text


def test_the_make_of_a_car_before_its_mark_stays(redactor):
    left = redactor.redact("He was bumped from behind in a Corolla SJ69 GHZ then.").text
    assert left == "He was bumped from behind in a Corolla [Vehicle mark 1] then."
