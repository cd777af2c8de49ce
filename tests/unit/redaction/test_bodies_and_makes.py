"""National bodies, charities, makes, sayings and drugs that bear a name stay; people and places called alike do not."""

import pytest


@pytest.mark.parametrize(
    "written",
    [
        "Paid by the National Farmers' Union. Referred to the Care Quality Commission.",
        "Written to the Local Government and Social Care Ombudsman and the Civil Aviation Authority.",
        "The course is run by the National Residential Landlords Association.",
        "The British Horse Society and the Independent Monitoring Board have been told.",
        "This need not go to the Procurator Fiscal; an officer of the Health and Safety Executive agreed.",
        "It was bought at Marks and Spencer; the Sue Ryder bag and the Poppy Appeal tin were left.",
        "He had a wrap of Charlie and a bag of Mary Jane.",
        "He was off like Usain Bolt. I am not Mother Teresa. The Harley Davidson was kept.",
        "She wore Daisy Duke shorts. Emma Bridgewater mugs were taken.",
        "I was being a wally and he a proper charlie, and she is a nosy parker.",
        "They shared a line of charlie. A jerry can, the toby jug and two packs of jaffa cakes were left.",
        "He wore a Leeds shirt; the Swansea fans had a Liverpool scarf.",
        "Stolen: Lee jeans, Levi's jeans and Air Jordans.",
        "It was recorded as Distraction Burglary and then as Theft by Employee. She spoke of the Hoax Calls.",
        "He gave in the Fit Note and the Contact Log at the Compliance Check.",
        "They had Yorkshire puddings and a Cumberland sausage on the Chesterfield sofa.",
        "Told by his Dadi Jaan. It was the eve of St Michael.",
    ],
)
def test_what_only_bears_a_name_stays(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(
    ("written", "gone"),
    [
        ("He owes the Brackenholme Association money.", "Brackenholme"),
        ("He is the clerk of Ambledale Drainage Authority.", "Ambledale"),
        ("She works at Marks and Spencer on Tanyard Lane.", "Spencer"),
        ("He has a wrap of Charlie's.", "Charlie"),
        ("Ch Insp Basra was told by Emma Bridger.", "Basra"),
        ("It was recorded as Zorbik Hennity by staff.", "Zorbik"),
        ("She gave the Brackenholme Statement to Kelvin Quill.", "Quill"),
        ("He lives in Leeds and has a shirt of his own.", "Leeds"),
        ("I was with Wally and charlie dobbs.", "Wally"),
        ("Met outside the Robin Hood, Botany Bay Lane.", "Robin Hood"),
    ],
)
def test_people_and_places_called_alike_are_masked(redactor, written, gone):
    assert gone not in redactor.redact(written).text
