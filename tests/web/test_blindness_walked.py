"""Whatever another member does before a reveal, no byte of any page that a reader can come to is another.

All pages are walked, by their links and by the table of routes, from one state of the database, without and with the
deed; the clock stands still. With the bytes go the status, the headers, and how often the database was asked.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from html import unescape
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from scrutiny_app.domain.checking import Verdict
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.grading import Theme, observe
from scrutiny_app.domain.interests import InterestKind
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.questions import Answer, Answered, Question
from scrutiny_app.domain.releasing import Fact
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.people import User
from scrutiny_app.services import conflicts, drafts, grading, interests, reading_on, reading_releases, trail
from tests.making import Make, checked
from tests.web.test_case_page_cost import statements
from tests.web.world import World, world_in

TOKEN = re.compile(rb'name="csrf_token" value="[^"]+"')
LINK = re.compile(r'\b(?:href|data-standing)="(/[^"#]*)')
READERS = (Role.MEMBER, Role.ADVISER, Role.CHAIR, Role.COMMISSIONERS_OFFICER)
TOLD_OF_CONFLICTS = (Role.CHAIR, Role.COMMISSIONERS_OFFICER)
Deed = Callable[[Session, User, str], object]


@dataclass(frozen=True)
class Scene:
    """The world, and the cases of an open round that one member has not begun, has graded, and has read on in."""

    world: World
    start: datetime
    round_id: int
    references: list[str]


@contextmanager
def _at(moment: datetime) -> Iterator[None]:
    """Have the one clock that services read stand still."""

    class Still(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # a plain datetime is kept
            return moment.astimezone(tz)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trail, "datetime", Still)
        yield


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Iterator[Scene]:
    """One world for all walks, with a round more before its panel."""
    start = datetime.now(UTC)
    with _at(start), world_in(tmp_path_factory.mktemp("walked"), migrated_sqlite) as world:
        with world.database.transaction() as session:
            make, reader = Make(session), session.get_one(User, world.mine.people[Role.MEMBER].id)
            round_ = make.open_round(panel=session.get_one(Panel, world.mine.panel.id), cases=3)
            places = make.round_cases(round_)
            told: dict[str, Any] = {"checks": checked(Verdict.MET), "later_facts": (Fact("Completed", "Yes"),)}
            for place in places:
                make.release(place, version=2, **told)
            round_id, references = round_.id, [place.reference for place in places]
            for reference in references[1:]:
                _grade(session, reader, reference)
            reading_on.read_checks(session, references[2], by=reader)
        world.database.engine.dispose()
        shutil.copyfile(world.file, world.aside)
        yield Scene(world, start, round_id, references)


def _grade(
    session: Session, by: User, reference: str, word: GradeWord | None = GradeWord.APPROPRIATE, **more: Any
) -> None:
    grading.give_grade(session, reference, version=2, grade=word, by=by, **more)


def _in_full(session: Session, by: User, reference: str) -> None:
    seen = observe([Theme.AUTHORITY], [Theme.AUTHORITY])
    answers = [Answered(next(iter(Question)), next(iter(Answer)), "Asked twice.")]
    _grade(session, by, reference, GradeWord.INAPPROPRIATE, observations=seen, comment="Quixotic.", answers=answers)


def _read_on(session: Session, by: User, reference: str) -> None:
    _grade(session, by, reference)
    reading_on.read_checks(session, reference, by=by)
    _grade(session, by, reference, GradeWord.INAPPROPRIATE, comment="By the rules.")
    reading_on.read_later(session, reference, by=by)
    _grade(
        session, by, reference, GradeWord.OBSERVATIONS, comment="As it went.", observations=observe([Theme.HISTORY], [])
    )


def _lacks(session: Session, by: User, reference: str) -> None:
    _grade(session, by, reference, None, missing="Her account.")


def _step_back(session: Session, by: User, reference: str) -> None:
    _grade(session, by, reference)
    conflicts.declare_conflict(session, reference, by=by)


def _begin(session: Session, by: User, reference: str) -> None:
    reading_releases.read_case(session, reference, by=by)
    drafts.keep_draft(session, reference, {"comment": ["Half."]}, filled_from=None, by=by)
    interests.declare_interest(session, InterestKind.AREA, "Northmoor", by=by)


def _judge(session: Session, by: User, reference: str) -> None:
    for judge in (_lacks, _grade, _in_full, _read_on):
        judge(session, by, reference)


DEEDS: dict[str, Deed] = {
    "what is read, drafted and declared": _begin,
    "what is judged, at every stage": _judge,
    "that no grade is given": lambda session, by, reference: grading.abstain(session, reference, by=by),
    "that they step back": _step_back,
}


def _routes(scene: Scene, role: Role) -> list[str]:
    """Give the addresses of all pages that are no force's, of every round that the reader may have to do with."""
    addresses, found = scene.world.app.url_map.bind("localhost"), []
    side = scene.world.mine
    stages: list[dict[str, Any]] = [side.parts(role, stage) for stage in ("open", "revealed", "signed")]
    own = [stages[0] | {"round_id": scene.round_id, "reference": one} for one in scene.references]
    for rule in scene.world.app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and not rule.rule.startswith("/force"):
            for parts in (*own, *stages):
                if rule.arguments <= parts.keys():
                    given = {name: parts[name] for name in rule.arguments}
                    found.append(addresses.build(rule.endpoint, given))
    return list(dict.fromkeys(path for path in found if wanted(path)))


def wanted(path: str) -> bool:
    """Say whether an address is a page of the panel's side or of both, and no part of one that is walked in whole."""
    return path.startswith("/") and not path.startswith(("/force", "/static", "//")) and "table=" not in path


def _walk(scene: Scene, role: Role) -> dict[str, Any]:
    """Load all that a reader can come to; give of each its status, headers, bytes, and how often it asked."""
    waiting, seen = ["/", *_routes(scene, role)], dict[str, Any]()
    with _at(scene.start + timedelta(minutes=10)):
        while waiting:
            path = waiting.pop(0)
            if path in seen:
                continue
            with statements(scene.world.database) as sent:
                answer = scene.world.send(role, "GET", path)
            body = TOKEN.sub(b"", answer.data)
            headers = [pair for pair in answer.headers if pair[0] not in ("Date", "Set-Cookie")]
            seen[path] = answer.status_code, headers, body, len(sent)
            links = [unescape(link) for link in LINK.findall(answer.text)] if answer.mimetype == "text/html" else []
            waiting += filter(wanted, [*links, *filter(None, [answer.headers.get("Location")])])
    return seen


def _walk_after(scene: Scene, role: Role, deed: Deed | None, doers: list[User]) -> dict[str, Any]:
    """Put the world back, have the deed done a little later than that, and walk."""
    scene.world.put_back()
    if deed:
        with _at(scene.start + timedelta(minutes=7)), scene.world.database.transaction() as session:
            for by, reference in product(doers, scene.references):
                deed(session, session.get_one(User, by.id), reference)
    return _walk(scene, role)


@pytest.mark.parametrize("role", READERS)
def test_no_byte_of_any_page_changes_with_what_another_member_does(scene, role):
    """Nor for the chair, before there is a quorum; to some it is told who has stepped back."""
    others = [scene.world.mine.third_member, scene.world.mine.people[Role.CHAIR]]
    doers = others[:1] if role == Role.CHAIR else others
    before = _walk_after(scene, role, None, doers)
    assert sum(status == 200 for status, *_ in before.values()) > 100
    for what, deed in DEEDS.items():
        after = _walk_after(scene, role, deed, doers)
        changed = [path for path in before.keys() | after.keys() if before.get(path) != after.get(path)]
        assert sorted(path for path in changed if role not in TOLD_OF_CONFLICTS or "/conflicts" not in path) == [], what
