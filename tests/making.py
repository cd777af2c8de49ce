"""Factories: each makes one honest row, every argument defaulted, so that a test names only what it is about."""

from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.cases import FACETS, FIELDS
from scrutiny_app.domain.checking import Check, Checked, Verdict
from scrutiny_app.domain.checking_rules import Source, SourceRead, Weight
from scrutiny_app.domain.events import FindingSigned
from scrutiny_app.domain.grading import Severity, Theme
from scrutiny_app.domain.people import PANEL_ROLES, Body, CommandLine, Role
from scrutiny_app.domain.releasing import BlankState, Fact, Item, Moment, ReleasedCase, Text
from scrutiny_app.domain.rounds import RoundKind
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case
from scrutiny_app.models.dossiers import Dossier
from scrutiny_app.models.extracts import Extract
from scrutiny_app.models.findings import Finding, FindingObservation, Signature
from scrutiny_app.models.frames import Draw, Frame
from scrutiny_app.models.grades import Reveal
from scrutiny_app.models.panels import Panel, Seat
from scrutiny_app.models.people import User
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import allocating, framing, sampling, signing_in, trail
from scrutiny_app.services.checking import keep_checks
from scrutiny_app.services.dossiers import CaseKey, dossier_place
from scrutiny_app.services.trail import now

FORCE = "Northmoor Police"
PASSWORD = "velvet-otter-canyon-46"
KEY = CaseKey(b"k" * 32)
TESTER = CommandLine("tester")
DICE = "83920 17465 50218 99031"
ROLLERS = ("Imogen Achterberg", "Solomon Whitlow")

Kept = TypeVar("Kept")
_NUMBERS = count(1)  # keeps what must be unique apart, over all of a run's sessions

# The hash of PASSWORD: hashing it anew for every user of every test would take most of the run's time.
_HASHED: dict[str, str] = {}


def record(**changes: Any) -> dict[str, Any]:
    """Give a whole case record with every field of the schema, changed where the test says."""
    plain: dict[str, Any] = dict.fromkeys(f.name for f in FIELDS)
    plain |= {
        "case_number": "NM/1/26",
        "crime_number": "42NM/000001/26",
        "force": FORCE,
        "area": "Harbour",
        "offence_code": "104/25",
        "offence_title": "Common assault",
        "offence_group": "violence_without_injury",
        "class_of_trial": "summary",
        "offence_date": "2026-05-01",
        "reported_date": "2026-05-01",
        "outcome_code": "8",
        "disposal": "community_resolution",
        "decision_date": "2026-05-20",
        "disposal_date": "2026-06-01",
        "offender_name": "Garside, Wendeline",
        "offender_born": "1991-02-03",
        "offender_address": "14 Tanyard Lane, Skelmarsh, NM4 7QX",
        "offender_contact": "07700 900461",
        "sex": "female",
        "ethnicity": "white",
        "victim_1_name": "Okonjo, Tobias",
        "victim_1_born": "1985-11-30",
        "victim_1_address": "3 Kiln Street, Skelmarsh, NM4 2AB",
        "victim_1_contact": "tobias.okonjo@example.org",
        "witnesses": ["Prentis, Maud"],
        "officer_name": "Lathom, Rhys",
        "officer_number": "2201",
        "supervisor_name": "Bhandal, Kiran",
        "supervisor_number": "1107",
        "decision_maker_name": "Bhandal, Kiran",
        "decision_maker_rank": "sergeant",
        "decision_maker_number": "1107",
        "domestic_abuse": False,
        "hate": False,
        "weapon": False,
        "sexual": False,
        "child_involved": False,
        "admission": "full",
        "previous_outcomes": 0,
        "victim_consulted": "yes",
        "victim_agreed": True,
        "circumstances": "Wendeline GARSIDE pushed Tobias Okonjo outside 3 Kiln Street. Maud Prentis saw it.",
        "suspect_account": "Ms Garside said she lost her temper and is sorry.",
        "victim_views": "Mr Okonjo wants an apology and no more.",
        "rationale": "First offence, full admission. Sgt Bhandal 1107 agrees.",
        "conditions": "Write a letter of apology to Tobias within 4 weeks.",
    }
    return plain | changes


def checked(*verdicts: Verdict) -> Checked:
    """Give policy checks with these answers, one rule each."""
    source = Source("The Practice Act 2020, section 1", SourceRead.FULL)
    made = (
        Check(f"rule-{place}", f"Was rule {place} kept?", one, Weight.EVIDENCE, ("Admission: None",), "", source)
        for place, one in enumerate(verdicts or (Verdict.NOT_MET,), start=1)
    )
    return Checked("Rules for practice", "1", "d" * 64, tuple(made))


def released_case(**changes: Any) -> ReleasedCase:
    """Give a released case that names nobody, changed where the test says."""
    plain: dict[str, Any] = {
        "reference": "NP-00000",
        "disposal": "community_resolution",
        "offence_group": "violence_without_injury",
        "age_group": "adult",
        "facts": (
            Fact("Offence", "Common assault"),
            Fact("Disposal", "Community resolution"),
            Fact("Decision-maker", "Sergeant"),
            Fact("Offender", "[Suspect], 30 to 39"),
            Fact("Victim consulted", "", BlankState.NOT_RECORDED),
        ),
        "timeline": (Moment(0, "Offence"), Moment(19, "Decision"), Moment(31, "Disposal")),
        "texts": (
            Text("circumstances", "What happened", "[Suspect] pushed [Victim 1] outside [Street 1]."),
            Text("rationale", "Reasons for the decision", "First offence, full admission. [Officer 1] agrees."),
        ),
        "completeness": (
            Item("Offender's account", BlankState.RECORDED),
            Item("Victim's views", BlankState.NOT_RECORDED),
        ),
    }
    return ReleasedCase(**(plain | changes))


@dataclass
class Make:
    """Factories over one session."""

    session: Session

    def user(self, role: Role = Role.LEAD, *, force: str = FORCE, body: Body = Body.LAY, **changes: Any) -> User:
        """Add a person who can sign in with PASSWORD."""
        number = next(_NUMBERS)
        if PASSWORD not in _HASHED:
            _HASHED[PASSWORD] = signing_in.HASHER.hash(PASSWORD)
        panel = role in PANEL_ROLES
        given: dict[str, Any] = {
            "username": f"{role.value}{number}",
            "name": f"{role.value.title()} {number}",
            "role": role,
            "force": None if panel else force,
            "body": body if panel else None,
            "password_hash": _HASHED[PASSWORD],
            "password_changed_at": now(),
            "created_at": now(),
        }
        return self._keep(User(**(given | changes)))

    def panel(self, *members: User, force: str = FORCE, least: int = 3) -> Panel:
        """Make a panel and seat its people."""
        panel = self._keep(Panel(name=f"Panel {next(_NUMBERS)}", force=force, least_members=least, created_at=now()))
        for member in members:
            self.seat(panel, member)
        return panel

    def seat(self, panel: Panel, member: User) -> Seat:
        """Seat a person on a panel."""
        return self._keep(Seat(panel_id=panel.id, user_id=member.id, since=now()))

    def extract(self, force: str = FORCE) -> Extract:
        """Keep an extract without rows."""
        number = next(_NUMBERS)
        counts = dict.fromkeys(("total", "imported", "updated", "unchanged", "rejected"), 0)
        return self._keep(
            Extract(force=force, name="made.csv", sha256=f"{number:064x}", received_by="x", received_at=now(), **counts)
        )

    def case(self, *, extract: Extract | None = None, **changes: Any) -> Case:
        """Keep a case with its number and sealed dossier; `changes` are fields of the record."""
        number = next(_NUMBERS)
        whole = record(**({"case_number": f"NM/{number}/26"} | changes))
        extract = extract or self.extract(force=whole["force"])
        facets = {name: whole[name] for name in FACETS} | {
            "disposal_date": date.fromisoformat(whole["disposal_date"]),
            "age_group": changes.get("age_group", "adult"),
        }
        case = self._keep(Case(version=1, imported_at=now(), extract_id=extract.id, **facets))
        self._keep(CaseNumber(case_id=case.id, force=case.force, number=whole["case_number"]))
        self._keep(
            Dossier(
                case_id=case.id,
                version=1,
                extract_id=extract.id,
                sealed=KEY.seal(whole, dossier_place(case.id, 1)),
                fingerprint=KEY.fingerprint(whole),
                kept_at=now(),
            )
        )
        return case

    def round(self, *, by: User, panel: Panel | None = None, **changes: Any) -> Round:
        """Plan a panel round over the second quarter of 2026."""
        panel = panel or self.panel()
        given: dict[str, Any] = {
            "kind": RoundKind.PANEL,
            "title": f"Round {self._count_of_rounds() + 1}",
            "force": by.force,
            "panel_id": panel.id,
            "period_from": date(2026, 4, 1),
            "period_to": date(2026, 6, 30),
            "filters": {},
            "size": 6,
            "floor": 2,
            "planned_by": by.id,
            "planned_at": now(),
        }
        return self._keep(Round(**(given | changes)))

    def cases(self, count: int, **changes: Any) -> list[Case]:
        """Keep several cases from one extract, alike but for their numbers."""
        extract = self.extract(force=changes.get("force", FORCE))
        return [self.case(extract=extract, **changes) for _ in range(count)]

    def correct(self, case: Case, **changes: Any) -> Case:
        """Correct a case as a later extract would: its facets change, and its dossier has one more version."""
        case.version += 1
        for name in changes.keys() & set(FACETS):
            given = changes[name]
            setattr(case, name, date.fromisoformat(given) if name == "disposal_date" else given)
        sealed = KEY.seal(record(**changes), dossier_place(case.id, case.version))
        fresh = {"case_id": case.id, "version": case.version, "fingerprint": f"{next(_NUMBERS):064x}"}
        self._keep(Dossier(extract_id=case.extract_id, sealed=sealed, kept_at=now(), **fresh))
        return case

    def frozen_round(self, *, by: User, cases: int = 12, panel: Panel | None = None, **changes: Any) -> Round:
        """Plan a round over new cases and freeze its frame."""
        self.cases(cases)
        round_ = self.round(by=by, panel=panel, **changes)
        framing.freeze(self.session, round_, by=by)
        return round_

    def drawn_round(self, *, by: User, cases: int = 12, panel: Panel | None = None, **changes: Any) -> Round:
        """Plan a round over new cases, freeze its frame and draw its sample with DICE."""
        round_ = self.frozen_round(by=by, cases=cases, panel=panel, **changes)
        sampling.draw_sample(self.session, round_, dice=DICE, rolled_by=ROLLERS, by=by)
        return round_

    def release(
        self, round_case: RoundCase, *, version: int = 1, checks: Checked | None = None, **changes: Any
    ) -> Release:
        """Keep a release of a drawn case by two people of its force; `changes` are fields of ReleasedCase.

        It has policy checks only where they are given, as one from before there were any.
        """
        content = released_case(reference=round_case.reference, **changes)
        checked, approved = self.user(Role.PREPARER), self.user(Role.LEAD)
        release = self._keep(
            Release(
                round_case_id=round_case.id,
                version=version,
                content=content.to_json(),
                digest=content.digest,
                checked_by=checked.id,
                approved_by=approved.id,
                approved_at=now(),
            )
        )
        if checks:
            keep_checks(self.session, release, checks)
        return release

    def open_round(self, *members: User, cases: int = 3, panel: Panel | None = None, **changes: Any) -> Round:
        """Open a panel round of released cases to its members; `changes` are fields of the round."""
        panel = panel or self.panel(*members)
        lead = self.user(Role.LEAD)
        round_ = self.round(by=lead, panel=panel, **({"opened_at": now(), "size": cases} | changes))
        frame = self._keep(
            Frame(
                round_id=round_.id,
                draw_id=f"Northmoor-{next(_NUMBERS)}",
                digest="f" * 64,
                exclusions_digest="e" * 64,
                total=40,
                counts={"community_resolution": 40},
                exclusions={},
                allocation={"community_resolution": cases},
                rules=allocating.rules(round_),
                targeted=False,
                frozen_by=lead.id,
                frozen_at=now(),
            )
        )
        rolled_by = "\n".join(ROLLERS)
        self._keep(Draw(frame_id=frame.id, dice=DICE, rolled_by=rolled_by, drawn_by=lead.id, drawn_at=now()))
        for position in range(1, cases + 1):
            reference = f"NP-{next(_NUMBERS):05d}"
            self.release(self._keep(RoundCase(round_id=round_.id, reference=reference, position=position)))
        return round_

    def drawn(self, *cases: Case, by: User, panel: Panel | None = None, **changes: Any) -> Round:
        """Draw exactly these cases (or one made for it) into a round, row by row, each in its newest version."""
        cases = cases or (self.case(),)
        round_ = self.round(by=by, panel=panel, size=len(cases), **changes)
        of_frame: dict[str, Any] = {name: {} for name in ("counts", "exclusions", "allocation", "rules")}
        of_frame |= {"digest": "f" * 64, "exclusions_digest": "e" * 64, "total": len(cases), "targeted": False}
        frame = Frame(round_id=round_.id, draw_id=f"MADE-{round_.id}", frozen_by=by.id, frozen_at=now(), **of_frame)
        self._keep(frame)
        draw = self._keep(Draw(frame_id=frame.id, dice="1", rolled_by="made", drawn_by=by.id, drawn_at=now()))
        for position, case in enumerate(cases, 1):
            reference = f"MADE-{next(_NUMBERS):06}"
            place = self._keep(RoundCase(round_id=round_.id, reference=reference, position=position))
            of_pick = {"stratum": "made", "position": position, "kind": "pick", "ticket": "0" * 64}
            of_case = {"case_id": case.id, "dossier_version": case.version, "round_case_id": place.id}
            self._keep(Pick(draw_id=draw.id, **of_pick, **of_case))
        return round_

    def finding(
        self,
        round_case: RoundCase,
        result: Result = Result.APPROPRIATE,
        *observations: tuple[Theme, Severity],
        by: User,
        signed: bool = True,
        **changes: Any,
    ) -> Finding:
        """Reveal a case and keep its finding, signed and on the trail unless said; `changes` are columns of Finding."""
        given: dict[str, Any] = {"version": 1, "remarks": "", "dissent": "", "drafted_at": now()}
        self._keep(Reveal(round_case_id=round_case.id, revealed_by=by.id, revealed_at=now()))
        finding = Finding(round_case_id=round_case.id, result=result, drafted_by=by.id, **(given | changes))
        finding.observations = [FindingObservation(theme=t, severity=s, text="") for t, s in observations]
        self._keep(finding)
        if signed:
            finding.signature = Signature(signed_by=by.id, signed_at=now())
            event = FindingSigned(round_case.round_id, round_case.id, finding.id, finding.version)
            trail.record(self.session, event, by=by)
        return finding

    def signed_round(
        self, *results: Result, by: User | None = None, panel: Panel | None = None, cases: int = 12, **changes: Any
    ) -> Round:
        """Draw, release, open and sign a round: one case a result (six appropriate ones unless said), in order."""
        results = results or (Result.APPROPRIATE,) * 6
        given: dict[str, Any] = {"size": len(results), "opened_at": now()}
        round_ = self.drawn_round(by=by or self.user(Role.LEAD), panel=panel, cases=cases, **(given | changes))
        chair = self.user(Role.CHAIR)
        strata = {pick.round_case_id: pick.stratum for pick in self.session.scalars(select(Pick))}
        for place, result in zip(self.round_cases(round_), results, strict=True):
            self.release(place, disposal=strata[place.id])
            self.finding(place, result, by=chair)
        return round_

    def round_cases(self, round_: Round) -> list[RoundCase]:
        """List a round's cases in order."""
        query = select(RoundCase).where(RoundCase.round_id == round_.id).order_by(RoundCase.position)
        return list(self.session.scalars(query))

    def _count_of_rounds(self) -> int:
        """Count them: who plans one types its title, in which a number of five figures may be somebody's."""
        return self.session.scalar(select(func.count(Round.id))) or 0

    def _keep(self, row: Kept) -> Kept:
        self.session.add(row)
        self.session.flush()
        return row
