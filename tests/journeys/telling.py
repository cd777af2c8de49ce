"""What follows from the findings: letters and answers, the report in each form, and the trail that proves it all."""

import hashlib
import io
import json
import re

import docx
import openpyxl
from click.testing import CliRunner

from fixtures.generating import generate
from scrutiny_app.cli import scrutiny
from scrutiny_app.domain.trail import GENESIS
from tests.journeys.judging import FINDINGS
from tests.journeys.preparing import CAST, GRADERS, PANELS_OWN, SIZE, Journey, add_person
from tests.journeys.releasing import to_round
from tests.journeys.test_leaks import stands, structured, unpacked
from tests.journeys.walking import Page, Person

RESULTS = ("Appropriate", "Appropriate with observations", "Inappropriate", "Not agreed", "More information: return")
ADDED = "Thank you for the care that you took."
ANSWER = "I had not been told of the earlier outcome. I will look for one."
NOBODY = re.compile(r"Nobody with staff number (\w+) can sign in")


def find_addressees(journey: Journey) -> str:
    """Have the administrator let in an officer whom a letter waits for; give the reference of that officer's case."""
    lead = journey["lead"]
    to_round(lead, "Write and send the letters")
    case = who = ""
    for row in lead.page.table("Letters of this round")[1:]:
        if row[2] == "Officer in the case" and (found := NOBODY.search(row[3])):
            case, who = row[0], found[1]
            break
    add_person(journey, "supervisor", name="Wilhelmina Oakeshott", role="supervisor")
    given = {"name": "Percival Drinkwater", "role": "officer", "staff_number": who}
    add_person(journey, "officer", supervisor="Wilhelmina Oakeshott", **given)
    add_person(journey, "colleague", name="Hortensia Blenkinsop", role="officer", staff_number="0000")
    return next(reference for reference in journey.references if case.startswith(reference))


def write_letters(journey: Journey, reference: str) -> None:
    """Have the lead edit a letter and send it, naming no member; nobody else writes, and nobody reads it before."""
    lead, watch = journey["lead"], journey.watch
    to_round(lead, "Write and send the letters", f"Write the officer in the case’s letter on {reference}")
    letter = lead.page.path
    text = next(form.standing()["text"][0] for form in lead.page.forms() if "Save" in form.buttons)
    assert [name for name in (CAST[who][0] for who in PANELS_OWN) if name in text] == []
    others = journey.all("preparer", "registrar", "administrator", "officer", "supervisor", "chair", "lay")
    for deed in (letter, f"{letter}/send"):
        watch.denied(*others, to=deed, data={"text": "Mine.", "stamp": ""})
    watch.hidden(*journey.all("preparer", "officer", "supervisor", "chair", "lay"), at=letter)
    lead.send("Save", text=f"{text}\n\n{ADDED}")
    officer = journey["officer"]
    officer.open("/")
    assert "There is nothing for you to read" in officer.follow("My letters").text
    watch.refused(lead, "Somebody else changed this letter", to=letter, data={"text": "Mine.", "stamp": ""})
    lead.send("Save and send to Percival Drinkwater")
    assert "Sent." in lead.page.text
    watch.refused(lead, "never edited", to=letter, data={"text": "Mine.", "stamp": ""})


def answer(journey: Journey, reference: str) -> None:
    """Have the officer read, acknowledge and answer; the supervisor sees it all and the colleague nothing."""
    officer, supervisor, watch = journey["officer"], journey["supervisor"], journey.watch
    officer.open("/")
    officer.follow("Read and acknowledge a letter", "The scrutiny panel")
    assert ADDED in officer.page.text
    letter = officer.page.path
    shown = officer.received[-1].body.decode()
    assert [name for name in (CAST[who][0] for who in PANELS_OWN) if name in shown] == []
    reply = {"text": "Not mine to answer."}
    watch.hidden(*journey.all("colleague", "lead", "preparer", "chair", "lay"), at=letter)
    for deed, data in ((f"{letter}/reply", reply), (f"{letter}/acknowledge", {})):
        watch.denied(*journey.all("colleague", "supervisor", "lead", "registrar", "chair"), to=deed, data=data)
    officer.send("I have read this letter")
    watch.refused(officer, "You have said already", to=f"{letter}/acknowledge")
    officer.send("Send your reply", text=ANSWER)
    assert ANSWER in officer.page.text
    supervisor.open("/")
    supervisor.follow("My letters", "The scrutiny panel")
    assert ADDED in supervisor.page.text
    assert ANSWER in supervisor.page.text
    assert "Send your reply" not in supervisor.page.text
    to_round(journey["lead"], "Write and send the letters", f"Read the officer in the case’s letter on {reference}")
    assert ANSWER in journey["lead"].page.text


def report(journey: Journey) -> None:
    """Read the report on both sides as a page, a document and a workbook: the counts are those that were signed."""
    expected = {"appropriate": 1, "observations": 1, "inappropriate": 1, "not_agreed": 1, "more_information": 0}
    assert [sum(one["result"] == result for one in FINDINGS) for result in expected] == list(expected.values())
    for who in ("lead", "registrar", "chair", "lay", "commissioner"):
        person = journey[who]
        if who in PANELS_OWN:
            person.open("/")
            person.follow("Rounds", "Report")
        else:
            to_round(person, "Read the report")
        forms = (page_counts(person.page), document_counts(person), workbook_counts(person))
        assert forms == (dict(zip(RESULTS, expected.values(), strict=True)),) * 3, who
        assert "it cannot reopen a case" in person.page.text
        assert f"Of {SIZE} cases reviewed, the panel graded 3" in person.page.text
    hidden_from = journey.all("preparer", "officer", "supervisor", "administrator")
    journey.watch.hidden(*hidden_from, at=journey["lead"].page.path)


def page_counts(page: Page) -> dict[str, int]:
    """Give the counts of the report as a page, by result."""
    return _counted(page.table("Results"))


def document_counts(person: Person) -> dict[str, int]:
    """Give the counts of the report as a document."""
    document = docx.Document(io.BytesIO(_file(person, "document (DOCX)")))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return _counted(next(table for table in tables if table[0][0] == "Result"))


def workbook_counts(person: Person) -> dict[str, int]:
    """Give the counts of the report as a workbook."""
    workbook = openpyxl.load_workbook(io.BytesIO(_file(person, "workbook (XLSX)")))
    rows = [[str(cell) for cell in row] for row in workbook["Summary"].iter_rows(values_only=True)]
    return _counted(rows)


def _file(person: Person, words: str) -> bytes:
    return person.ask(next(href for text, href in person.page.links() if text == words)).answer.data


def _counted(rows: list[list[str]]) -> dict[str, int]:
    return {row[0]: int(row[1]) for row in rows if row[0] in RESULTS}


def verify_trail(journey: Journey) -> None:
    """Have the registrar verify the trail, by the page and by their own reckoning; so does the command line."""
    registrar, watch = journey["registrar"], journey.watch
    registrar.open("/")
    registrar.follow("Trail")
    registrar.send("Verify the whole trail")
    assert "The trail holds" in registrar.page.text
    export = next(href for text, href in registrar.page.links() if "Download every entry" in text)
    entries = [json.loads(line) for line in registrar.ask(export).answer.text.splitlines()]
    previous = GENESIS
    for position, entry in enumerate(entries, 1):
        hashed = "\n".join(str(entry[one]) for one in ("position", "at", "actor", "event", "facts", "previous"))
        assert (entry["position"], entry["previous"]) == (position, previous)
        previous = hashlib.sha256(hashed.encode()).hexdigest()
        assert entry["digest"] == previous
    assert CliRunner().invoke(scrutiny, ["trail", "verify"]).exit_code == 0
    chair = journey["chair"]
    chair.open("/")
    chair.follow("Rounds", "Trail of")
    watch.hidden(*journey.all("administrator", "lead", "preparer", "officer", "lay"), at="/force/trail")
    watch.denied(*journey.all("administrator", "lead", "preparer", "officer", "chair"), to="/force/trail/verify")


def check_trail_is_complete(journey: Journey) -> None:
    """Assert that every deed of the journey is on the trail as often as it was done."""
    events = journey.watch.events()
    done = {
        "ExtractImported": 1, "RoundPlanned": 1, "FrameFrozen": 1, "SampleDrawn": 1, "RedactionsDrafted": 1,
        "RedactionChecked": SIZE, "CaseReleased": SIZE, "RoundOpened": 1, "GradeGiven": SIZE * len(GRADERS),
        "ConflictSet": 1, "CaseRevealed": SIZE, "FindingDrafted": SIZE, "FindingSigned": SIZE, "LetterSent": 1,
        "LetterAcknowledged": 1, "LetterAnswered": 1, "PanelMade": 1, "SeatTaken": len(PANELS_OWN),
        "PersonAdded": 1 + len(CAST) + 3, "ReleaseRefused": 2, "CaseChecked": SIZE, "PolicyChecksAsked": 1,
    }  # fmt: skip
    assert {event: events.count(event) for event in done} == done
    assert [one.silent for one in journey.watch.transactions] == [[], []]  # no row was kept apart from its entry
    assert min(one.deeds for one in journey.watch.transactions) >= SIZE * len(GRADERS)


def check_bytes(journey: Journey) -> None:
    """Assert that no byte sent to the panel's people holds anything that identifies anyone in the extract."""
    known = {written for row in generate(60, seed=1) for written in structured(row)} | set(journey.case_numbers)
    for who in PANELS_OWN:
        text = _everything(journey[who])
        assert len(text) > 50_000
        assert sorted(written for written in known if stands(written, text)) == [], who
    text = _everything(journey["preparer"])  # the scan's own control
    assert [written for written in known if stands(written, text)]


def _everything(person: Person) -> str:
    """Give all that a person was sent as one text: addresses, heads and bodies, documents unpacked."""
    return "\n".join(f"{one.heads}\n{unpacked(one.body).decode('utf-8', 'replace')}" for one in person.received)
