"""A round at each stage: each is taken as far as its stage by the deeds that lead there."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from fixtures.generating import Row
from scrutiny_app.cli.demonstration import gathering
from scrutiny_app.cli.demonstration.clock import earlier
from scrutiny_app.cli.demonstration.following import have_done, pass_on
from scrutiny_app.cli.demonstration.judging import agree, judge
from scrutiny_app.cli.demonstration.letters import send_letters
from scrutiny_app.cli.demonstration.meantime import ask_officers, hand_out_copies, plan_to_meet, withhold_the_last
from scrutiny_app.cli.demonstration.people import Cast
from scrutiny_app.cli.demonstration.wholeness import enter_the_forces_totals, mark_cases, name_numbers_from_outside
from scrutiny_app.domain.agreeing import Reached
from scrutiny_app.domain.grading import Grade, Observation
from scrutiny_app.domain.redacting import HandKind
from scrutiny_app.domain.rounds import RoundPlan, Stage, Theme
from scrutiny_app.services import (
    agreeing,
    framing,
    grading,
    planning,
    reading_on,
    reading_releases,
    redacting,
    releasing,
    rounds,
    sampling,
)
from scrutiny_app.services.adding import Addition
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.redactions import open_newest
from scrutiny_app.services.trail import today_in_london

if TYPE_CHECKING:
    from scrutiny_app.models.rounds import Round, RoundCase
    from scrutiny_app.services.redactions import Opened

SIZES = {Stage.SIGNED: 20, Stage.CLOSED: 8, Stage.OPEN: 12, Stage.RELEASED: 6, Stage.DRAWN: 8, Stage.FROZEN: 6}
SIZES |= {Stage.PLANNED: 24}
FILTERS = {
    Stage.CLOSED: {"flags": ["domestic_abuse"]},
    Stage.RELEASED: {"age_group": ["child"]},
    Stage.FROZEN: {"flags": ["weapon"]},
}
CROSSED = {Stage.SIGNED: ("disposal", "age_group"), Stage.PLANNED: ("disposal", "age_group")}
THEMES = {Stage.PLANNED: Theme("age_group", "child", times=2)}
TARGETED = {Stage.CLOSED}  # its filter was steered to one kind of case
HELD_AGAINST_TOTALS = {Stage.SIGNED, Stage.FROZEN, Stage.PLANNED}
CHECKED_FROM_OUTSIDE = {Stage.SIGNED, Stage.FROZEN}
GRADERS = ("chair", "member", "member_2", "member_3", "chair_2")
READS_ON = "member_3"  # the policy checks on a round's first case
GRADED_SO_FAR = {"chair": 3, "member": 4, "member_2": 9, "member_3": 12, "chair_2": 2}  # of the open round's twelve
ORDER = tuple(Stage)
FROZEN_BEFORE, RELEASED_BEFORE = 30, 14  # days before the panel met
Judgement = tuple[Grade, list[Observation], str]


@dataclass(frozen=True)
class Players:
    """Who acts, with what key, on which invented cases by number."""

    cast: Cast
    key: CaseKey
    rows: dict[str, Row]


class Rounds:
    """Makes rounds of one panel, over the year that ends with `until`."""

    def __init__(self, players: Players, panel_id: int, until: date) -> None:
        self.cast, self.key, self.rows = players.cast, players.key, players.rows
        self.lead, self.preparer = self.cast.users["lead"], self.cast.users["preparer"]
        self.panel_id, self.until = panel_id, until
        self.rng = Random(f"rounds {self.cast.seed}")
        self.cells: dict[int, Row] = {}  # by the drawn case's place in its round

    def plan(self, stage: Stage, title: str) -> RoundPlan:
        """Plan a round that is taken to a stage: on the year's cases, where the panel has met already on the newest."""
        newest = self.until.replace(day=1, month=self.until.month - 2)
        return RoundPlan(
            title=f"{title} {self.until.year}",
            period_from=newest if stage is Stage.SIGNED else self.until - timedelta(days=364),
            period_to=self.until,
            size=SIZES[stage],
            floor=1,
            filters=FILTERS.get(stage, {}),
            strata=CROSSED.get(stage, ("disposal",)),
            theme=THEMES.get(stage),
            targeted=stage in TARGETED,
        )

    def hold(self, session: Session, plan: RoundPlan, met_ago: int) -> "Round":
        """Hold a round whose panel met so many days ago, each step at its time, until every finding is signed."""
        with earlier(met_ago + FROZEN_BEFORE):
            round_ = planning.plan_round(session, plan, self.panel_id, by=self.lead)
            self._freeze(session, round_, checked=False)
            self._draw(session, round_)
        with earlier(met_ago + RELEASED_BEFORE):
            self._release(session, round_)
            self._open(session, round_, whole=True)
        with earlier(met_ago, gathering.since_the_evening()):
            self._meet(session, round_, whole=True)
        return round_

    def make(self, session: Session, stage: Stage, title: str) -> None:
        """Make a round and take it to a stage."""
        round_ = planning.plan_round(session, self.plan(stage, title), self.panel_id, by=self.lead)
        if stage in HELD_AGAINST_TOTALS:
            enter_the_forces_totals(session, round_, self.cast)
        steps: tuple[tuple[Stage, Callable[[], object]], ...] = (
            (Stage.FROZEN, lambda: self._freeze(session, round_, checked=stage in CHECKED_FROM_OUTSIDE)),
            (Stage.DRAWN, lambda: self._draw(session, round_)),
            (Stage.RELEASED, lambda: self._release(session, round_)),
            (Stage.OPEN, lambda: self._open(session, round_, whole=stage is not Stage.OPEN)),
            (Stage.CLOSED, lambda: self._meet(session, round_, whole=stage is Stage.SIGNED)),
            (Stage.SIGNED, lambda: send_letters(session, round_, self.cast, self.key, self.rows_of(session, round_))),
        )
        for reached, step in steps:
            if ORDER.index(reached) <= ORDER.index(stage):
                step()
        if stage is Stage.DRAWN:
            self._check(session, round_, checked=5, approved=3)
            ask_officers(session, round_, self.cast, self.key)
        if stage is Stage.OPEN:
            hand_out_copies(session, round_, self.cast)
            withhold_the_last(session, round_, self.cast)
            plan_to_meet(session, round_, self.cast)
        if stage is Stage.SIGNED:
            mine = {case.id: self.cells[case.id] for case in rounds.cases_of(session, round_)}
            have_done(session, round_, self.cast, self.key, mine)

    def mark(self, session: Session) -> None:
        """Mark cases that no round has drawn, armed ones first: the lists that are frozen later leave them out."""
        drawn = {row.cells["case_number"] for row in self.cells.values()}
        free = [row.cells for row in self.rows.values() if row.cells["case_number"] not in drawn]
        armed_first = sorted(free, key=lambda cells: cells["weapon"] != "Yes")
        mark_cases(session, [str(cells["case_number"]) for cells in armed_first], self.cast, self.key)

    def _freeze(self, session: Session, round_: "Round", *, checked: bool) -> None:
        framing.freeze(session, round_, by=self.lead)
        if checked:
            name_numbers_from_outside(session, round_, self.cast, self.rng)

    def _draw(self, session: Session, round_: "Round") -> None:
        dice = "".join(str(self.rng.randint(1, 6)) for _ in range(25))
        rolled_by = [self.cast.users["chair"].name, self.cast.users["commissioners_officer"].name]
        witnesses = [self.cast.users["member"].name]
        sampling.draw_sample(session, round_, dice=dice, rolled_by=rolled_by, witnessed_by=witnesses, by=self.lead)
        for pick in sampling.read_picks(session, round_, by=self.lead):
            if pick.round_case_id is not None:
                self.cells[pick.round_case_id] = self.rows[pick.case_number]
        redacting.draft_redactions(session, round_, self.key, by=self.lead)

    def _release(self, session: Session, round_: "Round") -> None:
        self._check(session, round_, checked=rounds.count_cases(session, round_), approved=1000)

    def _check(self, session: Session, round_: "Round", *, checked: int, approved: int) -> None:
        for number, case in enumerate(rounds.cases_of(session, round_)[:checked]):
            opened = redacting.read_redaction(session, case, self.key, by=self.preparer)
            opened = self._take_out_what_was_missed(session, case, opened)
            version = opened.row.version
            redacting.finish_check(session, case, version, self.key, by=self.preparer)
            if number < approved:
                releasing.approve(session, round_, case, version, self.key, by=self.lead)

    def _take_out_what_was_missed(self, session: Session, case: "RoundCase", opened: "Opened") -> "Opened":
        """Read as a careful preparer does: they know the case, so nothing planted in it gets past them."""
        row = self.cells[case.id]
        for words in sorted(row.planted | row.hints, key=len, reverse=True):
            named = next((name for name, text in opened.redacted().items() if stands(words, text)), None)
            if named is not None:
                wanted = Addition(named, words, HandKind.NAME, everywhere=True)
                version = opened.row.version
                redacting.add_span(session, case, wanted, version=version, key=self.key, by=self.preparer)
                opened = open_newest(session, case, self.key)
        return opened

    def _open(self, session: Session, round_: "Round", *, whole: bool) -> None:
        close_on = None if whole else today_in_london() + timedelta(days=21)
        rounds.open_grading(session, round_, close_on, by=self.lead)
        cases = rounds.cases_of(session, round_)
        for key in GRADERS:
            for case in cases if whole else cases[: GRADED_SO_FAR[key]]:
                self._grade(session, case, key)
        self._think_again(session, cases[0])

    def _think_again(self, session: Session, case: "RoundCase") -> None:
        """Have a member read the policy checks on a case, and say beside their grade what they then think of it."""
        by = self.cast.users[READS_ON]
        reading_on.read_checks(session, case.reference, by=by)
        grading.give_grade(
            session,
            case.reference,
            version=reading_releases.read_case(session, case.reference, by=by).case.version,
            grade=Grade.OBSERVATIONS,
            comment="Going by the rules, more of this ought to be on the record.",
            by=by,
        )

    def _grade(self, session: Session, case: "RoundCase", key: str) -> None:
        grade, observations, comment = self._judgement(case, key)
        read = reading_releases.read_case(session, case.reference, by=self.cast.users[key])
        grading.give_grade(
            session,
            case.reference,
            version=read.case.version,
            grade=grade,
            observations=observations,
            comment=comment,
            by=self.cast.users[key],
        )

    def _judgement(self, case: "RoundCase", key: str) -> Judgement:
        return judge(self.cells[case.id].cells, Random(f"{key} {case.round_id} {case.position}"))

    def rows_of(self, session: Session, round_: "Round") -> list[Row]:
        """Give the invented cases that a round drew."""
        return [self.cells[case.id] for case in rounds.cases_of(session, round_)]

    def _meet(self, session: Session, round_: "Round", *, whole: bool) -> None:
        rounds.close_grading(session, round_, by=self.lead)
        chair, cases = self.cast.users["chair"], rounds.cases_of(session, round_)
        if whole:
            gathering.begin(session, round_, self.cast)
        for number, case in enumerate(cases if whole else cases[:5]):
            agreeing.reveal(session, case.reference, by=chair)
            if whole and number == 0:
                pass_on(session, case, self.cast)
            if not whole and number >= 4:
                continue
            given = [self._judgement(case, key) for key in GRADERS]
            result, observations, remarks, dissent = agree(given, undecided=not whole and number == 2)
            finding = agreeing.draft_finding(
                session,
                case.reference,
                version=0,
                result=result,
                observations=observations,
                remarks=remarks,
                dissent=dissent,
                reached=Reached.CONSENSUS,
                by=chair,
            )
            if whole or number < 3:
                agreeing.sign_finding(session, case.reference, version=finding.version, by=chair)
        if whole:
            gathering.end(session, round_, self.cast)


def stands(words: str, text: str) -> bool:
    """Say whether words stand in a text, as words and whatever their case."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE) is not None
