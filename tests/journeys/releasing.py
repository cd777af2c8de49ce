"""From the draw to the panel: each case drafted, checked by one person, approved by another, and the round opened."""

import re
import xml.etree.ElementTree as ET

from tests.journeys.preparing import ROUND, SIZE, Journey
from tests.journeys.walking import Person, words

ORDINARY = re.compile(r"\b[a-z]{6,}\b")
SUSPECT = re.compile(r"\[Suspect(?: or [^]]*)?\]")  # "or" where others bear the same surname


def draft(journey: Journey) -> None:
    """Have the preparer draft all redactions; nobody else but the lead could, and nothing can be opened yet."""
    preparer, lead, watch = journey["preparer"], journey["lead"], journey.watch
    to_round(preparer, "Redact and release each case")
    watch.denied(*journey.all("registrar", "administrator", "chair", "lay"), to=preparer.page.path)
    preparer.send("Draft the redactions")
    assert f"{SIZE} drafts made" in preparer.page.text
    assert f"0 of {SIZE} checked" in preparer.page.text
    watch.refused(lead, "has its draft already", to=preparer.page.path)
    to_round(lead)
    watch.refused(lead, "This round is at", to=f"{lead.page.path}/open")
    watch.hidden(*journey.all("chair", "lay", "adviser"), at=f"/panel/cases/{journey.references[0]}")


def redact(journey: Journey) -> None:
    """Have the preparer add a redaction and lift it again; nobody works on a version that is not the newest."""
    preparer, lead, watch = journey["preparer"], journey["lead"], journey.watch
    preparer.follow("Check the next case")
    case = preparer.page.path
    text, word = _ordinary_word(preparer)
    preparer.send("Redact", quoted=word, text_name=text, kind="other")
    assert "Words redacted" in preparer.page.text
    watch.denied(*journey.all("registrar", "chair", "lay"), to=f"{case}/check", data={"version": "2"})
    watch.refused(lead, "Nobody has said yet", to=f"{case}/approve", data={"version": "2"})
    _lift(preparer, word, "An ordinary word, which tells of nobody.")
    assert "An ordinary word, which tells of nobody." in preparer.page.text
    watch.refused(preparer, "so nothing was changed", to=f"{case}/check", data={"version": "2", "recognisable": "no"})


def let_a_name_slip(journey: Journey) -> None:
    """Have the preparer lift the suspect's name: that version cannot be called ready, until it is redacted again."""
    preparer, watch = journey["preparer"], journey.watch
    name = next(_marked(row) for row in _listed(preparer) if SUSPECT.search(words(row)))
    _lift(preparer, name, "To see whether it can slip through.")
    with watch.nothing_kept():
        assert "There is a problem" in preparer.send("This version is ready", recognisable="no").text
    text = next(text for text, held in _texts(preparer).items() if name in held)
    preparer.send("Redact", quoted=name, text_name=text, kind="name", everywhere="y")


def check(journey: Journey) -> None:
    """Have the preparer finish the check of every case."""
    preparer = journey["preparer"]
    for _ in range(SIZE):
        preparer.send("This version is ready", recognisable="no")
        assert "is ready. A second person can preview" in preparer.page.text
    assert f"{SIZE} of {SIZE} checked" in preparer.page.text


def approve(journey: Journey) -> None:
    """Have the lead approve each case as members will see it; the one who checked it cannot, nor the registrar."""
    preparer, lead, watch = journey["preparer"], journey["lead"], journey.watch
    preparer.follow(journey.references[0], "Preview")
    assert "Someone else must approve it" in preparer.page.text
    newest = {"version": re.findall(r"word for word: version (\d+)", preparer.page.text)[0]}
    approval = preparer.page.path.replace("preview", "approve")
    watch.refused(preparer, "Someone else must approve it", to=approval, data=newest)
    watch.denied(*journey.all("registrar", "administrator", "chair", "lay"), to=approval, data=newest)
    to_round(lead, "Redact and release each case", "Preview the next case")
    for _ in range(SIZE):
        lead.send("Approve and release")
        assert "is released to the panel" in lead.page.text
    assert f"{SIZE} of {SIZE} approved" in lead.page.text
    assert watch.events().count("CaseReleased") == SIZE


def open_grading(journey: Journey) -> None:
    """Have the lead open the round; before that a released case does not exist for the panel."""
    lead, watch = journey["lead"], journey.watch
    watch.hidden(*journey.all("chair", "lay", "adviser"), at=f"/panel/cases/{journey.references[0]}")
    to_round(lead)
    opening = f"{lead.page.path}/open"
    watch.denied(*journey.all("preparer", "registrar", "chair", "commissioner"), to=opening)
    lead.send("Open grading")
    assert "Grading is open" in lead.page.text
    watch.refused(lead, "This round is at", to=opening)


def to_round(person: Person, *further: str) -> None:
    """Go home, and on to the round."""
    person.open("/")
    person.follow("Rounds", ROUND, *further)


def _texts(person: Person) -> dict[str, str]:
    """Give each original on the check page, by the name of its text."""
    originals = [one for one in person.page.tree.iter("pre") if "data-text-name" in one.attrib]
    return {one.get("data-text-name", ""): words(one) for one in originals}


def _ordinary_word(person: Person) -> tuple[str, str]:
    """Find a word that stands once in an original and was left in for members to read, with the text that holds it."""
    shown = " ".join(words(one) for one in person.page.tree.iter("div") if one.get("class") == "words")
    for name, text in _texts(person).items():
        for word in ORDINARY.findall(text):
            if text.count(word) == 1 and word in shown:
                return name, word
    raise AssertionError("the first case has no ordinary word")


def _listed(person: Person) -> list[ET.Element]:
    """Give the rows of the list of redactions, each with a way to lift it, and come back to the check page."""
    check = person.page.path
    person.open(f"{check}/spans")
    rows = [row for row in person.page.tree.iter("tr") if any(map(_lifts, row.iter("a")))]
    person.open(check)
    return rows


def _lifts(link: ET.Element) -> bool:
    return link.get("href", "").endswith("/lift")


def _marked(row: ET.Element) -> str:
    return words(next(row.iter("strong")))


def _lift(person: Person, word: str, reason: str) -> None:
    row = next(row for row in _listed(person) if _marked(row) == word)
    person.open(next(one.get("href", "") for one in row.iter("a") if _lifts(one)))
    person.send("Lift this redaction", reason=reason)
    assert "Redaction lifted" in person.page.text
