"""Every route, tried as everybody, against docs/access-matrix.csv, which follows the design's table of roles.

Verdicts: `allow`; `deny` (there is no such page, and whoever has not signed in is led to the door); `own` (another
force's, panel's or person's does not exist); `after reveal` (own, and refused before it); `second person` (own, and
refused to whoever would be watching over themselves).
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from scrutiny_app.domain.access import GRANTS
from scrutiny_app.domain.people import PANEL_ROLES, Role
from scrutiny_app.web.access import mark_of
from scrutiny_app.web.program_door import TOKEN
from tests.web.world import ANYONE, PRIVATE, Side, World, world_in

MATRIX = Path(__file__).parents[2] / "docs" / "access-matrix.csv"
VERDICTS = {"allow", "deny", "own", "after reveal", "second person"}
EVERYBODY = (ANYONE, *Role)
# What a refusal may leave on the trail: that it was one, and that the page with its message was read.
REFUSALS = {"AccessRefused", "ReleaseRefused", "RedactionRead"}
# At which stage of a round a page is tried, where that is not "signed"; a blueprint's name stands for its other pages.
STAGES = {
    "approvals": "drawn",
    "approvals.approve": "checked by another",
    "approvals.give_back": "checked by another",
    "changes": "staged",
    "conflicts.agree": "lifting",
    "conflicts.refuse": "lifting",
    "panel_conflicts.agree": "lifting",
    "panel_conflicts.refuse": "lifting",
    "draw_changes": "drawn",
    "draw_files": "drawn",
    "draws": "drawn",
    "draws.dice": "frozen",
    "draws.freeze": "planned",
    "draws.take_all": "frozen",
    "exchanges": "frozen",
    "extracts.cancel": "looked",
    "extracts.rejected": "rejected",
    "mapping": "looked",
    "pointing": "looked",
    "meetings.ask": "open",
    "meetings.reveal": "open",
    "panel_cases.abstain": "open",
    "panel_cases.grade": "open",
    "reading_on": "open",
    "finding_words": "revealed",
    "panel_findings": "revealed",
    "passing_on": "revealed",
    "saying": "revealed",
    "redaction_edits": "drawn",
    "redactions": "drawn",
    "rounds.close_grading": "open",
    "rounds.drop": "planned",
    "withheld.recall": "released",
    "asking": "drawn",
    "panel_cases.report": "open",
    "panel_standing": "open",
    "rounds.edit": "planned",
    "rounds.open_grading": "released",
}
MOVED = {"manner": "room", "place": "Room 5", "day": "2027-03-02", "at": "10:00", "reason": "Larger.", "seen": "0"}
QUORUM = {"members": "4", "magistrates": "1", "outside": "1"}
# What a form holds, so that the deed would be done were it not refused; the others are sent empty.
FORMS: dict[str, dict[str, Any]] = {
    "approvals.approve": {"version": 1},
    "approvals.give_back": {"version": 1, "remarks": "Look again."},
    "case_attachments.summary": {"text": "A receipt."},
    "changes.index": {"decision": "accept"},
    "changes.show": {"refused": "y"},
    "draw_changes.decide": {"decision": "refuse"},
    "draw_changes.grow": {"size": 4},
    "draw_changes.replace": {"ground": "duplicate", "reason": "It is listed twice."},
    "draw_changes.void": {"reason": "A file was missing."},
    "exchanges.abandon": {"asked": "y"},
    "exchanges.begin": {"outside": "Imogen Achterberg\nSolomon Whitlow"},
    "interests.index": {"kind": "area", "value": "Northmoor"},
    "tokens.make": {"name": "A dashboard", "scopes": "rounds", "days": "7"},
    "letters.save": {"text": "Well done.", "stamp": ""},
    "letters.send": {"text": "Well done.", "stamp": ""},
    "letter_ways.end": {"why": "left"},
    "letter_ways.hand_over": {"text": "Well done.", "stamp": "", "as": "docx"},
    "local_themes.add": {"title": "Bail", "under": "history", "from_on": ["1", "1", "2099"]},
    "local_themes.end": {"until_on": ["1", "1", "2099"]},
    "mapping.confirm": {"name": "A layout"},
    "marks.mark": {"mark": "complaint", "reason": "It is live."},
    "my_letters.reply": {"text": "Thank you."},
    "account.email": {"email": "somebody@example.org"},
    "force_meetings.cancel": {"reason": "No room.", "seen": "0"},
    "force_meetings.move": MOVED,
    "meetings_planned.cancel": {"reason": "No room.", "seen": "0"},
    "meetings_planned.move": MOVED,
    "my_panels.quorum": QUORUM,
    "my_panels.set_terms": {"text": "Say nothing at all.", "lasts_days": "30", "seen": "1"},
    "panel_rules.quorum": QUORUM,
    "panel_rules.set_terms": {"text": "Say nothing at all.", "lasts_days": "30", "seen": "1"},
    "panel_terms.show": {"version": "1"},
    "numbers.answer": {"answer": "absent", "reason": ""},
    "numbers.name": {"source": "other", "numbers": "42NM/8/26"},
    "panel_cases.grade": {"version": 1, "grade": "appropriate"},
    "panel_findings.edit": {"version": 1, "result": "appropriate", "reached": "consensus", "remarks": "Well reasoned."},
    "panel_findings.sign": {"version": 1},
    "packs.count": {"fate": "returned"},
    "packs.make": {"copy_form": "pdf"},
    "panel_numbers.index": {"source": "other", "numbers": "42NM/9/26"},
    "panel_packs.count": {"fate": "returned"},
    "panel_packs.make": {"copy_form": "pdf"},
    "panel_packs.make_for": {"copy_form": "pdf"},
    "panels.new": {"name": "A panel more", "least_members": 3},
    "asking.answer": {"when": "had", "text": "She said so."},
    "asking.ask": {"words": "Did she agree?", "due_on": ["1", "1", "2099"]},
    "asking.receive": {"kind": "requested", "when": "had", "text": "She said so."},
    "panel_cases.report": {"texts": "circumstances"},
    "withheld.decide": {"decision": "recorded", "reason": "Nobody read it."},
    "withheld.recall": {"reason": "A street was left in."},
    "redaction_edits.add": {"version": 1, "quoted": "pushed", "text_name": "circumstances", "kind": "name", "tag": ""},
    "redaction_edits.change": {"version": 1, "tag": "", "kind": "name", "reach": "place"},
    "redaction_edits.doubt": {"version": 1, "doubt": 1},
    "redaction_edits.lift": {"version": 1, "reason": "It names nobody."},
    "redaction_edits.merge": {"version": 1, "gone": "[Victim 1]", "kept": "[Suspect]"},
    "redaction_edits.undo": {"version": 1},
    "redactions.check": {"version": 1, "recognisable": "no"},
}


class Row(NamedTuple):
    """One line of the matrix."""

    method: str
    route: str
    role: str
    verdict: str


def read_matrix() -> list[Row]:
    """Read the matrix as the repository holds it."""
    with MATRIX.open(newline="") as file:
        return [Row(**line) for line in csv.DictReader(file)]


def endpoints(app: Flask) -> dict[tuple[str, str], str]:
    """Give the endpoint that answers each method and route."""
    rules = [(method, rule) for rule in app.url_map.iter_rules() for method in rule.methods or ()]
    return {(method, rule.rule): rule.endpoint for method, rule in rules if method not in ("HEAD", "OPTIONS")}


def test_every_route_has_one_row_for_everybody_and_every_row_its_route(app):
    asked = sorted((*of, role) for of in endpoints(app) for role in EVERYBODY)
    assert [row[:3] for row in read_matrix()] == asked


def test_a_verdict_is_one_of_five():
    assert {row.verdict for row in read_matrix()} == VERDICTS


def test_the_marks_on_the_views_and_the_table_of_grants_agree_with_the_matrix(app):
    marks = {of: mark_of(app.view_functions[endpoint]) for of, endpoint in endpoints(app).items()}
    rows = [(row, lets_in(marks[row.method, row.route], row.role, row.route)) for row in read_matrix()]
    assert [row for row, let_in in rows if let_in != (row.verdict != "deny")] == []


def lets_in(mark: Any, role: str, route: str) -> bool:
    """Say whether a view's mark, the grants and the side that a route is on let a role in at all."""
    if mark == TOKEN:
        return False
    if mark == "public" or role == ANYONE:
        return mark == "public"
    if route.startswith("/force/" if role in PANEL_ROLES else "/panel/"):
        return False
    return mark == "signed in" or any(permission in GRANTS[Role(role)] for permission in mark)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Iterator[World]:
    """Both forces and their panels, made once for all roles."""
    with world_in(tmp_path_factory.mktemp("world"), migrated_sqlite) as world:
        yield world


@pytest.mark.parametrize("role", EVERYBODY)
def test_each_row_is_answered_as_it_says(world, role):
    answering = endpoints(world.app)
    nowhere = content(world.send(role, "GET", "/no-such-page"))
    trials = [Trial(world, row, answering[row[:2]], nowhere) for row in read_matrix() if row.role == role]
    assert [fault for trial in trials for fault in trial.faults()] == []


@dataclass
class Trial:
    """One row held against the world; its faults come as sentences. `nowhere` is what the role reads of no page."""

    world: World
    row: Row
    endpoint: str
    nowhere: list[str]

    def faults(self) -> list[str]:
        """Try the row, and put the world back if anything may have been done."""
        found = [f"{' '.join(self.row)}: {fault}" for fault in self._faults()]
        if found or self.row.verdict != "deny":
            self.world.put_back()
        return found

    def _faults(self) -> Iterator[str]:
        if self.row.verdict == "deny":
            yield from self._is_kept_out(self._address())
            return
        if self.row.verdict != "allow":
            for path in self._addresses_of_others():
                yield from self._does_not_exist(path)
        if self.row.verdict == "own" and self.row.method == "GET":
            yield from self._tells(self._send(self._address(stage="open"))[0])
        if self.row.verdict == "after reveal":
            yield from self._is_refused(self._address(stage="open"))
        if self.row.verdict == "second person":
            me = self.world.mine.people[Role(self.row.role)].id
            yield from self._is_refused(self._address(stage="checked by oneself", user_id=me))
        yield from self._is_answered(self._address())

    def _address(self, side: Side | None = None, stage: str = "", **changes: Any) -> str:
        stage = stage or STAGES.get(self.endpoint) or STAGES.get(self.endpoint.split(".")[0], "signed")
        parts = (side or self.world.mine).parts(self.row.role, stage) | changes
        return re.sub(r"<(?:[^<>]+:)?(\w+)>", lambda name: str(parts[name[1]]), self.row.route)

    def _addresses_of_others(self) -> set[str]:
        """Give the address of what the other side has, and of each letter that is another person's."""
        letters = self.world.mine.letters
        kept = {"colleague", *Role} - {self.row.role}
        if (self.row.role, self.row.method) == (Role.SUPERVISOR, "GET"):
            kept.remove(Role.OFFICER)  # whose supervisor reads it too, and cannot answer it
        others = {self._address(letter_id=letters[who]) for who in kept & letters.keys()}
        return (others if "letter_id" in self.row.route else set()) | {self._address(self.world.theirs)}

    def _send(self, path: str) -> tuple[TestResponse, list[str]]:
        """Ask as the role; give the answer, and what of the role's doing came on the trail."""
        newest = self.world.newest()
        answer = self.world.send(self.row.role, self.row.method, path, FORMS.get(self.endpoint))
        return answer, self.world.events(self.row.role, after=newest)

    def _is_kept_out(self, path: str) -> Iterator[str]:
        if mark_of(self.world.app.view_functions[self.endpoint]) == TOKEN:
            answer, _ = self._send(path)
            if answer.status_code != 401:
                yield f"{path} answers {answer.status_code} to somebody without a token"
            return
        if self.row.role != ANYONE:
            yield from self._does_not_exist(path)
            return
        answer, events = self._send(path)
        if answer.status_code != 302 or not answer.location.startswith("/sign-in") or events:
            yield f"{path} answers {answer.status_code} and records {events}, and should lead to the door"

    def _does_not_exist(self, path: str) -> Iterator[str]:
        answer, events = self._send(path)
        if answer.status_code != 404 or content(answer) != self.nowhere:
            yield f"{path} answers {answer.status_code}, and not as if it did not exist"
        if events != ["AccessRefused"]:
            yield f"{path} records {events}, and should record a refusal alone"

    def _is_refused(self, path: str) -> Iterator[str]:
        answer, events = self._send(path)
        if answer.status_code not in (404, 409) and "<title>Error:" not in answer.text:
            yield f"{path} answers {answer.status_code}, and should be refused"
        if set(events) - REFUSALS:
            yield f"{path} was refused and records {events}"
        yield from self._tells(answer)

    def _is_answered(self, path: str) -> Iterator[str]:
        answer, _ = self._send(path)
        if answer.status_code not in ((200, 204, 302) if self.row.method == "GET" else (200, 204, 302, 409)):
            yield f"{path} answers {answer.status_code}"
        if (answer.location or "").startswith("/sign-in") and self.row.route != "/sign-out":
            yield f"{path} leads to the door"
        yield from self._tells(answer)

    def _tells(self, answer: TestResponse) -> Iterator[str]:
        """Find what this role may not read in an answer: the other side's words, and a grade before the reveal."""
        text = answer.data.decode(errors="replace")
        private = [] if self.row.role == Role.MEMBER else [PRIVATE]
        for words in (*private, *self.world.theirs.words):
            if re.search(rf"\b{re.escape(words)}(?!\w)", text):
                yield f"{answer.request.path} tells “{words}”"


def content(answer: TestResponse) -> list[str]:
    """Give a page's title and what it says: its head has a nonce, and its menu shows which address was asked for."""
    return re.findall("<title>.*?</title>|<main.*</main>", answer.text, re.DOTALL)
