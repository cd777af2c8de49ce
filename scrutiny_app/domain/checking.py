"""Policy checks: dated rules held against what a release says of a case, so that a member may weigh them after grading.

A check informs and never grades. It answers *met* or *not met* only where every field that its rule needs can be read;
where one is blank it says *cannot tell*, and which field that is. Nothing is guessed.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any

from scrutiny_app.domain.checking_fields import Reading, label_of, words_for
from scrutiny_app.domain.checking_rules import Condition, Pack, Rule, Source, SourceRead, Unclear, Weight


class Verdict(StrEnum):
    """What a check may answer, in the order in which it is read."""

    NOT_MET = "not_met"
    CANNOT_TELL = "cannot_tell"
    MET = "met"
    DOES_NOT_APPLY = "does_not_apply"


VERDICT_TITLES = {
    Verdict.NOT_MET: "Not met",
    Verdict.CANNOT_TELL: "Cannot tell",
    Verdict.MET: "Met",
    Verdict.DOES_NOT_APPLY: "Does not apply",
}


_COUNTED = (Verdict.NOT_MET, Verdict.CANNOT_TELL, Verdict.MET)


@dataclass(frozen=True)
class Check:
    """What one rule says of one case, in words that stand alone; `why` is what was read, or what could not be."""

    rule: str
    question: str
    verdict: Verdict
    weight: Weight
    why: tuple[str, ...]
    if_not: str
    source: Source


@dataclass(frozen=True)
class Checked:
    """All that a pack says of one release; `later` is what it answers otherwise once what came later is read."""

    pack: str
    version: str
    pack_digest: str
    checks: tuple[Check, ...]
    later: tuple[Check, ...] = ()

    def as_decided(self) -> "Checked":
        """Give the checks without what rests on anything that came after the decision."""
        return replace(self, later=())

    def of(self, verdict: Verdict) -> tuple[Check, ...]:
        """List the checks with one answer, in the pack's order."""
        return tuple(one for one in self.checks if one.verdict == verdict)

    @property
    def parts(self) -> list[tuple[Verdict, str, tuple[Check, ...]]]:
        """List the answers that were given, each with its words and its checks, in the order in which they are read."""
        return [(verdict, VERDICT_TITLES[verdict], some) for verdict in Verdict if (some := self.of(verdict))]

    @property
    def answered_later(self) -> list[tuple[str, Check]]:
        """List the checks that what came later answers, each behind its answer in words."""
        return [(VERDICT_TITLES[one.verdict], one) for one in self.later]

    @property
    def not_met(self) -> tuple[Check, ...]:
        """List the checks that are not met."""
        return self.of(Verdict.NOT_MET)

    @property
    def in_words(self) -> str:
        """Count the checks that bear on the case by answer, in words; that none is not met is said too."""
        return ", ".join(f"{len(self.of(one))} {VERDICT_TITLES[one].lower()}" for one in _COUNTED)

    def to_json(self) -> str:
        """Write the checks as they are kept: equal ones give equal text."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @property
    def digest(self) -> str:
        """Give the SHA-256 of the checks as they are kept."""
        return sha256(self.to_json().encode()).hexdigest()


def check(pack: Pack, readings: Mapping[str, Reading], decided: tuple[date, date]) -> Checked:
    """Hold a pack's rules against what a release says; `decided` are the first and last day it may have been decided.

    A rule that was not in force then is left out.
    """
    checks = tuple(_check(rule, readings, now) for rule in pack.rules if (now := rule.in_force(*decided)) is not False)
    return Checked(pack.name, pack.version, pack.digest, checks)


def with_later(before: Checked, after: Checked) -> Checked:
    """Put beside the checks of a case as it was decided those that answer otherwise once what came later is read."""
    changed = (new for old, new in zip(before.checks, after.checks, strict=True) if new != old)
    return replace(before, later=tuple(changed))


def _check(rule: Rule, readings: Mapping[str, Reading], in_force: bool | None) -> Check:
    verdict, why = _judge(rule, readings, in_force)
    return Check(rule.id, rule.question, verdict, rule.weight, tuple(dict.fromkeys(why)), rule.if_not, rule.source)


def _judge(rule: Rule, readings: Mapping[str, Reading], in_force: bool | None) -> tuple[Verdict, Iterable[str]]:
    held = [one.holds(readings) for one in rule.applies]
    if False in held:
        return Verdict.DOES_NOT_APPLY, [_said(one, readings) for one in rule.applies if one.holds(readings) is False]
    if None in held:
        return Verdict.CANNOT_TELL, _blanks(rule.applies, readings)
    if in_force is None:
        return Verdict.CANNOT_TELL, ["The day of the decision is not recorded, and this rule began or ended about then"]
    if rule.unanswered:
        return Verdict.CANNOT_TELL, [rule.unanswered]
    if doubts := [why for one in rule.unclear for why in _doubt(one, readings)]:
        return Verdict.CANNOT_TELL, doubts
    held = [one.holds(readings) for one in rule.asks]
    if None in held:
        return Verdict.CANNOT_TELL, _blanks(rule.asks, readings)
    return (Verdict.MET if all(held) else Verdict.NOT_MET), [_said(one, readings) for one in rule.asks]


def _doubt(unclear: Unclear, readings: Mapping[str, Reading]) -> list[str]:
    held = [one.holds(readings) for one in unclear.when]
    if False in held:
        return []
    return _blanks(unclear.when, readings) if None in held else [unclear.why]


def _blanks(conditions: Iterable[Condition], readings: Mapping[str, Reading]) -> list[str]:
    return [_said(one, readings) for one in conditions if one.holds(readings) is None]


def _said(condition: Condition, readings: Mapping[str, Reading]) -> str:
    """Say what the release has in a condition's field, in the words that stand there."""
    reading = readings[condition.field]
    words = reading.state_in_words if condition.recorded is not None else words_for(condition.field, reading)
    return f"{label_of(condition.field)}: {words}"


def from_json(text: str) -> Checked:
    """Read checks as they were kept; raise KeyError, TypeError or ValueError for anything else."""
    kept = json.loads(text)
    checks = {name: tuple(map(_kept, kept.get(name, ()))) for name in ("checks", "later")}
    return Checked(**kept | checks)


def _kept(one: dict[str, Any]) -> Check:
    read = {
        "verdict": Verdict(one["verdict"]),
        "weight": Weight(one["weight"]),
        "why": tuple(one["why"]),
        "source": Source(**one["source"] | {"read": SourceRead(one["source"]["read"])}),
    }
    return Check(**one | read)
