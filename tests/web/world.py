"""Two forces, each with its panel and a round at every stage, in which everybody has signed in.

The database is then set aside, and put back whenever a test has changed it: that takes no time, and making it does.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy import event, func, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from werkzeug.test import TestResponse

from scrutiny_app import create_app
from scrutiny_app.database import Database
from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.frame_checking import Source
from scrutiny_app.domain.grading import Grade, Theme
from scrutiny_app.domain.interests import InterestKind
from scrutiny_app.domain.learning import Addressee
from scrutiny_app.domain.lifting import LiftGround
from scrutiny_app.domain.meetings import Manner
from scrutiny_app.domain.packs import Form
from scrutiny_app.domain.people import PANEL_ROLES, Body, Role
from scrutiny_app.domain.planning_meetings import Plan
from scrutiny_app.domain.scopes import Scope
from scrutiny_app.domain.volumes import Year
from scrutiny_app.models.learning import LearningPoint
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import (
    action_texts,
    actions,
    agreeing,
    asking,
    changing_draws,
    conflicts,
    frame_checking,
    framing,
    grading,
    handing_over,
    interests,
    learning,
    lifting,
    local_themes,
    marking,
    my_letters,
    packs,
    planning_meetings,
    public_asking,
    public_reports,
    recalling,
    redacting,
    sampling,
    terms,
    tokens,
    volumes_published,
)
from scrutiny_app.services.conflicts import READERS
from scrutiny_app.services.trail import actor_code, now
from scrutiny_app.settings import Portal, Settings
from scrutiny_app.web import fresh_password
from scrutiny_app.web.current import EXTENSION
from tests.making import DICE, FORCE, KEY, PASSWORD, ROLLERS, Make
from tests.web import files_waiting
from tests.web.conftest import Browser

OTHER_FORCE = "Southmere Constabulary"
ANYONE = "anyone"
PRIVATE = "Only I know that I wrote this."  # a member's comment on a case that has not been revealed
BODIES = {Role.CHAIR: Body.MAGISTRACY, Role.COMMISSIONERS_OFFICER: Body.COMMISSIONER, Role.ADVISER: Body.POLICE}
STAFF_NUMBERS = {Role.OFFICER: "2201", Role.SUPERVISOR: "1107"}
COOKIE = "scrutiny_session"
QUICK_HASH = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(PASSWORD)  # ten people sign in with it
Parts = dict[str, Any]  # of an address: the values of what stands in <brackets>


class Side:
    """One force with its panel: its people, and the parts of the addresses of what it has at each stage."""

    def __init__(self, make: Make, force: str) -> None:
        self.make, self.force, self.titles = make, force, list[str]()
        self.people = {role: self._person(role) for role in Role}
        self.people[Role.OFFICER].supervisor_id = self.people[Role.SUPERVISOR].id
        self.lead, self.preparer = self.people[Role.LEAD], self.people[Role.PREPARER]
        self.colleague = make.user(Role.OFFICER, force=force, staff_number="2202")
        self.third_member = make.user(Role.MEMBER, body=Body.CPS)
        seated = [person for role, person in self.people.items() if role in PANEL_ROLES]
        self.panel = make.panel(*seated, self.third_member, force=force)
        long_ago: Any = {"force": force, "disposal_date": "2025-01-01"}
        case = make.case(extract=make.extract(force), attachments=[files_waiting.IMAGE], **long_ago)
        self.everywhere: Parts = {"case_id": case.id, "extract_id": case.extract_id, "panel_id": self.panel.id}
        self.everywhere |= {"user_id": self.colleague.id, "number": 1, "addressee": "officer", "form": "docx"}
        self.everywhere |= {"filename": "js/app.js", "report_file": "public.css"}
        self.everywhere |= {"layout_id": files_waiting.layout(make, force).id}
        self.stages = {name: self._place(round_) for name, round_ in self._drawn_rounds().items()}
        self.letters = self._letters()
        self.serials = self._copies()
        self.everywhere |= {"reply_id": self._reply()} | self._meeting([*seated, self.third_member])
        self.everywhere |= {
            "mark_id": self._mark(case.id),
            "number_id": self._name(),
            "report_id": self._public_report(),
            "preparation_id": self._preparation(),
            "theme_id": self._teach(),
            "volumes_id": self._volumes(),
        }
        self.everywhere |= {"change_id": self._proposal(), "withholding_id": self._recall()}
        self.interests: dict[str, int] = {role: self._interest(role) for role in READERS}
        self.stages |= {"lifting": self._lift()}
        self.tokens, self.actions = self._tokens(), self._set_actions()
        self.requests = {role: self._request(role) for role in STAFF_NUMBERS}
        self.stages |= {name: {"round_id": round_.id} for name, round_ in self._undrawn_rounds().items()}
        changed = make.case(**long_ago)
        staged = files_waiting.staged(make, changed, area="Elsewhere").id
        self.stages |= {"staged": {"extract_id": staged, "case_id": changed.id}}
        self.stages |= {"looked": {"extract_id": files_waiting.looked(make, force).id}}
        self.stages |= {"rejected": {"extract_id": files_waiting.rejected(make, force).id}}

    @property
    def words(self) -> list[str]:
        """List words that only people of this side may read: its name, its force's people, its rounds and its cases."""
        names = [person.name for role, person in self.people.items() if role not in PANEL_ROLES]
        return [self.force, self.panel.name, *self.titles, *names]

    def parts(self, role: str, stage: str) -> Parts:
        """Give the parts of the addresses of what a role has at a stage; who gets no letters has the officer's."""
        checks = {by != role: parts for by, parts in self.checked.items()}
        stages = self.stages | {"checked by oneself": checks.get(False, {}), "checked by another": checks[True]}
        letter = self.letters.get(role, self.letters[Role.OFFICER])
        asked = self.requests[Role.SUPERVISOR if role == Role.SUPERVISOR else Role.OFFICER]
        declared = self.interests.get(role, self.interests[Role.MEMBER])
        own = {
            "action_id": self.actions.get(role, self.everywhere["action_id"]),
            "interest_id": declared,
            "code": "1-shop-theft",
            "user_id": self.people[Role.OFFICER].id if role in STAFF_NUMBERS else self.everywhere["user_id"],
            "token_id": self.tokens.get(role, self.tokens[Role.LEAD]),
            "serial": self.serials.get((stage, role), self.serials.get((stage, Role.MEMBER))),
        }
        return self.everywhere | {"letter_id": letter, "request_id": asked} | own | stages[stage]

    def _person(self, role: Role) -> User:
        given: dict[str, Any] = {
            "force": self.force,
            "body": BODIES.get(role, Body.LAY),
            "staff_number": STAFF_NUMBERS.get(role),
        }
        return self.make.user(role, password_hash=QUICK_HASH, **given)

    def _drawn_rounds(self) -> dict[str, Round]:
        drawn = self._draw(cases=3)
        self._check(drawn)
        rounds = {"drawn": drawn, "released": self._draw(released=True)}
        for name in ("open", "revealed", "signed"):
            rounds[name] = self._draw(released=True, opened_at=now())
            self._judge(rounds[name], reveal=name != "open", sign=name == "signed")
        rounds["colleague's"] = self._draw(released=True, opened_at=now(), officer_number="2202")
        self._judge(rounds["colleague's"], reveal=True, sign=True)
        return rounds

    def _undrawn_rounds(self) -> dict[str, Round]:
        self.make.cases(12, force=self.force)
        frozen, planned = (self.make.round(by=self.lead, panel=self.panel) for _ in range(2))
        framing.freeze(self.make.session, frozen, by=self.lead)
        return {"frozen": frozen, "planned": planned}

    def _draw(
        self, *, cases: int = 1, released: bool = False, opened_at: Any = None, officer_number: str = "2201"
    ) -> Round:
        """Draw a round of exactly these new cases."""
        self.make.cases(cases, force=self.force, officer_number=officer_number)
        round_ = self.make.round(by=self.lead, panel=self.panel, size=cases, floor=1, opened_at=opened_at)
        framing.freeze(self.make.session, round_, by=self.lead)
        sampling.draw_sample(self.make.session, round_, dice=DICE, rolled_by=ROLLERS, by=self.lead)
        for place in self.make.round_cases(round_):
            self.titles += [round_.title, place.reference]
            if released:
                self.make.release(place)
        return round_

    def _check(self, round_: Round) -> None:
        """Draft three redactions: the lead checks the second case's, the preparer the third's."""
        redacting.draft_redactions(self.make.session, round_, KEY, self.lead)
        _, second, third = self.make.round_cases(round_)
        redacting.finish_check(self.make.session, second, 1, KEY, self.lead)
        redacting.finish_check(self.make.session, third, 1, KEY, self.preparer)
        self.checked = {Role.LEAD: {"round_case_id": second.id}, Role.PREPARER: {"round_case_id": third.id}}

    def _judge(self, round_: Round, *, reveal: bool, sign: bool) -> None:
        session, chair, reference = self.make.session, self.people[Role.CHAIR], self._case(round_).reference
        judged: dict[str, Any] = {"version": 1, "grade": Grade.APPROPRIATE}
        grading.give_grade(session, reference, by=self.people[Role.MEMBER], comment="" if reveal else PRIVATE, **judged)
        for member in (self.third_member, chair):
            grading.give_grade(session, reference, by=member, **judged)
        if reveal:
            agreeing.reveal(session, reference, by=chair)
            agreeing.draft_finding(session, reference, version=0, result=Result.APPROPRIATE, by=chair)
        if sign:
            agreeing.sign_finding(session, reference, version=1, by=chair)
            held: Any = {"manner": Manner.ROOM, "place": "Room 2", "starts_at": now(), "planned_at": now()}
            session.add(Meeting(round_id=round_.id, planned_by=chair.id, **held))

    def _mark(self, case_id: int) -> int:
        return marking.mark_case(self.make.session, case_id, marking.Mark.APPEAL, "Live.", key=KEY, by=self.lead).id

    def _preparation(self) -> int:
        """Have a worker asked to prepare another."""
        session, told = self.make.session, [self.stages["signed"]["round_id"]]
        wanted = {"tables": (), "lines": (), "least": 5, "by": self.lead}
        return public_asking.ask(session, told, f"Another of {self.force}", **wanted).id

    def _public_report(self) -> int:
        """Have a public report prepared on the signed round."""
        session, told = self.make.session, [self.stages["signed"]["round_id"]]
        return public_reports.prepare(session, told, f"Report of {self.force}", by=self.lead).id

    def _volumes(self) -> int:
        """Have tables of volumes made for publication."""
        session, by = self.make.session, self.lead
        reckoned = volumes_published.reckon(session, Year.CALENDAR, by=by)
        return volumes_published.keep(session, reckoned, by=by).id

    def _name(self) -> int:
        """Have the registrar name a number from outside; give its id."""
        session, by = self.make.session, self.people[Role.REGISTRAR]
        round_ = session.get_one(Round, self.stages["signed"]["round_id"])
        frame_checking.name_numbers(session, round_, "42NM/7/26", Source.COURT_LIST, by=by)
        return frame_checking.numbers_of(session, round_, by=by)[0].number.id

    def _letters(self) -> Parts:
        """Send what was found to the officer, to their supervisor and to a colleague; give the letters' ids."""
        sent = {}
        for to, stage, addressee in (
            (Role.OFFICER, "signed", Addressee.OFFICER),
            (Role.SUPERVISOR, "signed", Addressee.DECISION_MAKER),
            ("colleague", "colleague's", Addressee.OFFICER),
        ):
            finding, words = self.stages[stage]["finding_id"], {"text": "Well done.", "stamp": ""}
            due = learning.send_letter(self.make.session, finding, addressee, key=KEY, by=self.lead, **words)
            sent[to] = due.letter.id if due.letter else None
        return sent

    def _reply(self) -> int:
        """Have the officer answer their letter."""
        words, officer = "She was asked twice.", self.people[Role.OFFICER]
        return my_letters.reply(self.make.session, self.letters[Role.OFFICER], words, key=KEY, by=officer).id

    def _copies(self) -> dict[tuple[str, str], str]:
        """Make each reader's copy of each opened round."""
        session, serials = self.make.session, dict[tuple[str, str], str]()
        for stage in ("open", "revealed", "signed"):
            round_ = session.get_one(Round, self.stages[stage]["round_id"])
            for role in READERS:
                reader = self.people[role]
                serials[stage, role] = packs.make_copy(session, round_, Form.PDF, reader_id=reader.id, by=reader).serial
        return serials

    def _proposal(self) -> int:
        """Have another lead propose to void what is drawn, for everybody else to decide."""
        session, lead = self.make.session, self.make.user(Role.LEAD, force=self.force)
        round_ = session.get_one(Round, self.stages["drawn"]["round_id"])
        return changing_draws.propose_void(session, round_, "A file was missing.", key=KEY, by=lead).id

    def _recall(self) -> int:
        """Have a release recalled, on which nothing has been decided."""
        place = self._case(self._draw(released=True))
        return recalling.recall(self.make.session, place, "A street was left in.", key=KEY, by=self.lead).id

    def _interest(self, role: Role) -> int:
        """Have somebody of the panel say that an area is to be kept from them; no case is of it."""
        return interests.declare_interest(
            self.make.session, InterestKind.AREA, "Nowhere at all", by=self.people[role]
        ).id

    def _set_actions(self) -> dict[str, int]:
        """Set each owner an action in the lead's words, and have the lead answer one that the panel set."""
        session, key, soon = self.make.session, KEY, now().date() + timedelta(9)
        round_ = session.get_one(Round, self.stages["signed"]["round_id"])
        given: dict[str, Any] = {"due_on": soon, "key": key, "by": self.lead}
        owned_by = dict[str, int]()
        for role in (Role.REGISTRAR, Role.OFFICER, Role.SUPERVISOR):
            owned = action_texts.set_by_force(
                session, round_, "Brief the team.", owner_id=self.people[role].id, **given
            )
            owned_by[role] = owned.id
        asked: dict[str, Any] = {"owner_id": self.lead.id, "due_on": soon, "by": self.people[Role.CHAIR]}
        said = actions.set_by_panel(session, round_, "Look at the code again.", **asked)
        action_texts.answer(session, said.id, "We did.", key=key, by=self.lead)
        (written,) = action_texts.texts_of(session, said, KEY)
        self.everywhere |= {"text_id": written.row.id, "action_id": said.id}
        draft = action_texts.redraft(session, written.row.id, "We did.", key=key, by=self.preparer)
        colleague = self.make.user(Role.LEAD, force=self.force)
        action_texts.release_words(session, draft.id, key=key, by=colleague)
        return owned_by

    def _teach(self) -> int:
        """Hand the signed findings to everybody who may answer for them, keep a point and a theme; give its id."""
        session, by = self.make.session, self.lead
        round_ = session.get_one(Round, self.stages["signed"]["round_id"])
        for role in (Role.LEAD, Role.REGISTRAR, Role.OFFICER, Role.SUPERVISOR):
            handing_over.name_accountable(session, self.people[role].id, by=by)
            handing_over.hand_over_findings(session, round_, by=by)
        handing_over.name_accountable(session, self.colleague.id, by=by)
        words = {"title": "Ask first", "good": "Ask the victim.", "policy": "", "findings": []}
        kept = {"force": self.force, "number": 1, "version": 1, "written_by": by.id, "written_at": now()}
        session.add(LearningPoint(**words, **kept))
        return local_themes.add_local_theme(session, "Knives", Theme.HISTORY, from_on=now().date(), by=by).id

    def _tokens(self) -> dict[str, int]:
        """Have everybody who may make a token for a program."""
        given: dict[str, Any] = {"name": "A dashboard", "scopes": [Scope.ROUNDS], "days": 30}
        may = [role for role in Role if allows(role, Permission.READ_BY_PROGRAM)]
        return {role: tokens.make_token(self.make.session, by=self.people[role], **given)[0].id for role in may}

    def _lift(self) -> Parts:
        """Have another lead propose that a pinned conflict be lifted."""
        session, lead = self.make.session, self.make.user(Role.LEAD, force=self.force)
        round_ = self._draw(released=True)
        pinned = {"reference": self._case(round_).reference, "user_id": self.third_member.id}
        conflict = conflicts.pin_conflict(session, round_, by=self.lead, **pinned)
        session.flush()
        lift = lifting.propose_lift(session, round_, conflict.id, LiftGround.MISTAKEN, by=lead)
        return {"round_id": round_.id, "lift_id": lift.id}

    def _request(self, role: Role) -> int:
        """Ask somebody of the force about a drawn case."""
        place = self.make.session.get_one(RoundCase, self.stages["drawn"]["round_case_id"])
        asked = {"asked_of": self.people[role].id, "items": ["Admission"], "words": "", "due_on": now().date()}
        return asking.ask(self.make.session, place, key=KEY, by=self.lead, **asked).id

    def _meeting(self, seated: list[User]) -> Parts:
        """Have everybody on the panel accept its terms of reference, and plan a meeting on the open round."""
        terms.set_terms(self.make.session, self.panel, "Say nothing outside.", 365, seen=0, by=self.lead)
        for person in seated:
            terms.accept_terms(self.make.session, self.panel.id, 1, by=person)
        round_ = self.make.session.get_one(Round, self.stages["open"]["round_id"])
        plan = Plan(Manner.ROOM, "Room 4", now() + timedelta(days=7))
        return {"meeting_id": planning_meetings.plan_meeting(self.make.session, round_, plan, by=self.lead).id}

    def _case(self, round_: Round) -> RoundCase:
        return self.make.round_cases(round_)[0]

    def _place(self, round_: Round) -> Parts:
        case = self._case(round_)
        finding = agreeing.newest_findings(self.make.session, [case.id]).get(case.id)
        parts = {"round_id": round_.id, "round_case_id": case.id, "reference": case.reference}
        return parts | {"finding_id": finding.id if finding else None}


class World:
    """The app over both sides, and a browser for each role of the first."""

    def __init__(self, app: Flask, file: Path) -> None:
        self.app, self.file = app, file
        self.database: Database = app.extensions[EXTENSION].database
        event.listen(self.database.engine, "connect", _hasten)
        with self.database.transaction() as session:
            make = Make(session)
            self.mine, self.theirs = Side(make, FORCE), Side(make, OTHER_FORCE)
        self.signed_in = {role: self._enter(role) for role in (ANYONE, *Role)}
        self.database.engine.dispose()
        self.aside = shutil.copyfile(file, file.with_suffix(".aside"))

    def _enter(self, role: str) -> tuple[str, str]:
        """Sign somebody in, and give their cookie and a CSRF token."""
        browser = Browser(self.app.test_client())
        if role != ANYONE:
            browser.post("/sign-in", {"username": self.mine.people[Role(role)].username, "password": PASSWORD})
        token = browser.token("/sign-in")
        cookie = browser.client.get_cookie(COOKIE)
        if cookie is None:
            raise AssertionError(f"{role} has no session")
        return cookie.value, token

    def send(self, role: str, method: str, path: str, data: dict[str, Any] | None = None) -> TestResponse:
        """Ask for a page, or send a form with a valid CSRF token, as somebody; redirects are not followed."""
        cookie, token = self.signed_in[role]
        client = self.app.test_client()
        client.set_cookie(COOKIE, cookie)
        form = {"csrf_token": token} | (data or {}) if method == "POST" else None
        return client.open(path, method=method, data=form, buffered=True)

    def newest(self) -> int:
        """Give the position of the trail's newest entry."""
        with self.database.reading() as session:
            return session.scalar(select(func.max(TrailEntry.position))) or 0

    def events(self, role: str, after: int) -> list[str]:
        """List what came on the trail behind a position; an entry that is not of the role's doing is marked so."""
        doer = "nobody" if role == ANYONE else actor_code(self.mine.people[Role(role)])
        with self.database.reading() as session:
            query = select(TrailEntry).where(TrailEntry.position > after).order_by(TrailEntry.position)
            entries = list(session.scalars(query))
        return [one.event if one.actor == doer else f"{one.event} by {one.actor}" for one in entries]

    def put_back(self) -> None:
        """Undo whatever was done."""
        self.database.engine.dispose()
        shutil.copyfile(self.aside, self.file)


def _hasten(connection: DBAPIConnection, _record: object) -> None:
    """Wait for no disk: what a power cut leaves is tried elsewhere."""
    connection.cursor().execute("PRAGMA synchronous=OFF")


@contextmanager
def world_in(folder: Path, migrated: Path) -> Iterator[World]:
    """Make the world in a folder, from a migrated database without rows."""
    for name, content in (("case.key", KEY.secret), ("secret.key", b"s" * 32)):
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o600)
    file = shutil.copyfile(migrated, folder / "scrutiny.db")
    settings = Settings(
        instance=folder,
        database_url=f"sqlite:///{file}",
        portal=Portal.ALL,
        demo=True,
        case_key_file=folder / "case.key",
        secret_key_file=folder / "secret.key",
    )
    app = create_app(settings)
    with patch.object(fresh_password, "FRESH", timedelta(days=1)):  # a run of all the pages takes longer
        yield World(app, file)
    app.extensions[EXTENSION].database.engine.dispose()
