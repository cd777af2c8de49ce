"""The force's side of a journey up to the draw: people, a panel, an extract, a round, its frame and its dice."""

import hashlib
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from click.testing import CliRunner
from flask import Flask

from scrutiny_app.cli import scrutiny
from scrutiny_app.web.current import EXTENSION
from tests.journeys.walking import Page, Person
from tests.journeys.watching import Watch
from tests.web.working import work

FORCE = "Northmoor Police"
ROUND = "Autumn 2025"
SIZE = 4
PANEL = {"name": "Northmoor scrutiny panel", "least_members": "3"}
SAMPLE = Path(__file__).parents[2] / "fixtures"
DICE = {
    "dice": "83920 17465 50218 99031",
    "again": "83920174655021899031",
    "rolled_by": "Imogen Achterberg\nSolomon Whitlow",
    "independent": "y",
}

# Who takes part, besides the administrator: by what they are called here, with name, role, and body on the panel.
CAST = {
    "lead": ("Ottoline Quarrie", "lead", ""),
    "preparer": ("Barnaby Thistlewick", "preparer", ""),
    "registrar": ("Perpetua Longfellow-Nye", "registrar", ""),
    "chair": ("Marigold Featherstonehaugh", "chair", "magistracy"),
    "lay": ("Cosmo Abernethy-Vane", "member", "lay"),
    "cps": ("Leopold Wintringham", "member", "cps"),
    "yjs": ("Araminta Duckworth-Ellis", "member", "yjs"),
    "adviser": ("Thaddeus Plowright", "adviser", "police"),
    "commissioner": ("Euphemia Satterthwaite", "commissioners_officer", "commissioner"),
}
FORCES_OWN = ("administrator", "lead", "preparer", "registrar")
PANELS_OWN = ("chair", "lay", "cps", "yjs", "adviser", "commissioner")
GRADERS = ("chair", "lay", "cps", "yjs")


@dataclass(repr=False)
class Journey:
    """The two portals over one database, who has signed in to them, and what has been learnt on the way."""

    force: Flask
    panel: Flask
    watch: Watch
    address: str
    folder: Path
    people: dict[str, Person] = field(default_factory=dict)
    case_numbers: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)

    def __getitem__(self, who: str) -> Person:
        return self.people[who]

    def all(self, *names: str) -> list[Person]:
        """Give several people."""
        return [self.people[name] for name in names]

    def enter(self, who: str, username: str, password: str) -> Person:
        """Sign somebody in at the portal of their side, and only there."""
        sides = (self.panel, self.force) if who in PANELS_OWN else (self.force, self.panel)
        for app in dict.fromkeys(reversed(sides)):
            person = Person(who, app.test_client(), self.address)
            person.open("/")
            person.send("Sign in", username=username, password=password)
            assert ("What to do next" in person.page.text) == (app is sides[0]), (who, person.page.text)
        self.people[who] = person
        return person


def set_up() -> None:
    """Set an instance up from the command line."""
    answer = CliRunner().invoke(scrutiny, ["init"])
    assert answer.exit_code == 0, answer.output


def found(journey: Journey) -> None:
    """Add the first administrator from the command line, and let them in."""
    asked = ["user", "add", "administrator", "--name", "Clementine Ashworth-Pym", "--role", "administrator"]
    answer = CliRunner().invoke(scrutiny, [*asked, "--force", FORCE])
    journey.enter("administrator", "administrator", answer.output.split("password: ")[1].strip())


def add_person(journey: Journey, who: str, **given: object) -> Person:
    """Have the administrator add somebody, who then signs in with the password that was shown once."""
    administrator = journey["administrator"]
    administrator.open("/")
    administrator.follow("People", "Add a person")
    password = administrator.send("Add", username=who, **given).facts()["Password"]
    assert password not in administrator.follow("People").text
    return journey.enter(who, who, password)


def add_people(journey: Journey) -> None:
    """Have the administrator add everyone; nobody else can, and they can do nothing else."""
    for who, (name, role, body) in CAST.items():
        add_person(journey, who, name=name, role=role, body=body)
    everyone = [person for who, person in journey.people.items() if who != "administrator"]
    journey.watch.denied(*everyone, to="/force/people/new", data={"name": "Eve", "username": "eve", "role": "lead"})
    journey.watch.denied(journey["administrator"], to="/force/panels/new", data=PANEL)
    journey.watch.hidden(journey["administrator"], at="/force/extracts")


def seat_panel(journey: Journey) -> None:
    """Have the lead make a panel and seat its people; nobody of the force can be seated."""
    lead, watch = journey["lead"], journey.watch
    lead.open("/")
    assert "your force has none yet" in lead.follow("Rounds", "Plan a round").text
    lead.follow("Panels", "Make a panel")
    lead.send("Make the panel", **PANEL)
    for who in PANELS_OWN:
        lead.send("Seat the person", person=CAST[who][0])
    assert len(lead.page.table("Who sits on the panel")) == 1 + len(PANELS_OWN)
    people = journey.watch.rows("users")["users"]
    registrar = next(row[0] for row in people if "'registrar'" in row)
    watch.refused(lead, "There is a problem", to=lead.page.path, data={"person": registrar})
    others = journey.all("administrator", "preparer", "registrar", "chair", "commissioner")
    watch.denied(*others, to="/force/panels/new", data=PANEL)
    watch.denied(*others, to=lead.page.path, data={"person": registrar})


def import_extract(journey: Journey, file: str) -> None:
    """Have the lead send the sample: a worker counts every row and lists each bad one; the same file is recognised."""
    lead, watch = journey["lead"], journey.watch
    others = journey.all("administrator", "registrar", "chair", "lay", "commissioner")
    watch.denied(*others, to="/force/extracts/new", data={"file": SAMPLE / file})
    lead.open("/")
    lead.follow("Extracts", "Import an extract")
    watch.refused(lead, "There is a problem", to=lead.page.path, data={"file": Path(__file__)})
    lead.send("Import", file=SAMPLE / file)
    assert "Nothing is loaded yet" in lead.page.text
    work(watch.database, journey.force.extensions[EXTENSION].case_key)
    said = lead.open(lead.page.path).text
    assert "60 rows 54 new 0 corrected 0 unchanged 1 rightly left out 5 rejected" in said
    problems = lead.page.table("What needs mending")[1:]
    assert len({row[0] for row in problems}) == 5
    assert all(column and found and advice for _, column, found, advice in problems)
    with watch.nothing_kept():
        lead.follow("Back to extracts", "Import an extract")
        assert "imported before" in lead.send("Import", file=SAMPLE / file).text


def plan_round(journey: Journey) -> None:
    """Have the lead plan a round, and try to do what comes later."""
    lead, watch = journey["lead"], journey.watch
    lead.open("/")
    lead.follow("Rounds", "Plan a round")
    plan = {
        "title": ROUND,
        "period_from": ["1", "8", "2025"],
        "period_to": ["31", "12", "2025"],
        "size": str(SIZE),
        "floor": "0",
    }
    others = journey.all("preparer", "registrar", "chair", "commissioner")
    watch.denied(*others, to="/force/rounds/new", data=plan)
    watch.refused(lead, "There is a problem", to=lead.page.path, data=plan | {"panel_id": "1", "size": "0"})
    lead.send("Save and see the counts", **plan)
    assert "cases can be drawn" in lead.page.text
    watch.refused(lead, "Freeze the frame first", to="dice", data=DICE)
    watch.refused(lead, "Nothing has been drawn", to="redactions")
    watch.refused(lead, "This round is at", to="open")
    watch.hidden(lead, at="frame.tsv", status=409)


def freeze(journey: Journey) -> Page:
    """Have the lead freeze the frame; its certificate can be read before any dice are rolled."""
    lead, watch = journey["lead"], journey.watch
    watch.denied(*journey.all("preparer", "registrar", "chair"), to=lead.page.path)
    certificate = lead.send("Freeze the frame")
    assert "Certificate of the frame" in certificate.text
    assert watch.events().count("FrameFrozen") == 1
    watch.refused(lead, "already frozen", to="frame")
    watch.refused(lead, "frozen", to="plan", data={"title": "Other", "size": "2"})
    return certificate


def draw(journey: Journey) -> None:
    """Have the lead enter the dice; poor dice, other people's dice and second dice draw nothing."""
    lead, watch = journey["lead"], journey.watch
    lead.follow("Enter the dice")
    watch.denied(*journey.all("preparer", "registrar", "chair", "commissioner"), to=lead.page.path, data=DICE)
    for change in ({"dice": "123", "again": "123"}, {"again": "1" * 20}, {"independent": ""}, {"rolled_by": "One"}):
        given = {name: value for name, value in (DICE | change).items() if value}
        watch.refused(lead, "There is a problem", to=lead.page.path, data=given)
    lead.send("Draw the sample", **DICE)
    assert "Certificate of the draw" in lead.page.text
    other = DICE | {"dice": "1" * 5 + "23456789" * 2, "again": "1" * 5 + "23456789" * 2}
    watch.refused(lead, "already", to="dice", data=other)


def draw_again(journey: Journey, frozen: Page) -> None:
    """Have the registrar draw again with sh, sha256sum and sort from the frame that was hashed before the dice."""
    registrar, watch = journey["registrar"], journey.watch
    registrar.open("/")
    registrar.follow("Rounds", ROUND, "Take the certificate")
    script = next(one.text or "" for one in registrar.page.tree.iter("pre") if one.get("id") == "script")
    frame = registrar.ask("frame.tsv").answer.data
    assert hashlib.sha256(frame).hexdigest() == _digest(frozen, "SHA-256 of the frame file")
    (journey.folder / "frame.tsv").write_bytes(frame)
    command = ["sh", "-c", script.lstrip()]
    told = subprocess.run(command, cwd=journey.folder, capture_output=True, text=True, check=True).stdout
    drawn = [line.split("\t")[1] for line in told.splitlines()]

    registrar.follow("See the picks")
    captions = [caption for caption in _captions(registrar.page) if caption.endswith(": picks")]
    picks = [row for caption in captions for row in registrar.page.table(caption)[1:]]
    assert sorted(drawn) == sorted(row[1] for row in picks)
    assert len(picks) == SIZE
    journey.case_numbers, journey.references = drawn, [row[2] for row in sorted(picks, key=lambda row: row[3])]
    watch.hidden(*journey.all("preparer", "administrator", *PANELS_OWN), at=registrar.page.path)


def _digest(page: Page, label: str) -> str:
    return page.facts()[label].replace(" ", "")


def _captions(page: Page) -> list[str]:
    return ["".join(caption.itertext()) for caption in page.tree.iter("caption")]
