"""Reading a policy pack: what is no rule is refused with its place and what would do, and never passed over."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from scrutiny_app.domain.checking_fields import DISPOSAL_CODES, KNOWN
from scrutiny_app.domain.checking_rules import Condition, Pack, Rule, Source, SourceRead, Unclear, Weight

T = TypeVar("T", bound=str)

_RULE_KEYS = frozenset(
    "id question weight source applies asks unclear unanswered if_not since until".split()
)  # fmt: skip
_TESTS = frozenset("is is_not at_least at_most recorded by_disposal".split())
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class PackUnreadable(ValueError):
    """A pack with something in it that is no rule; says where, and what would do."""


def from_mapping(kept: Mapping[str, Any], digest: str = "") -> Pack:
    """Read a pack from its file's contents; raise PackUnreadable."""
    _only(kept, {"pack", "rules"}, "the file")
    about = _table(kept.get("pack"), "[pack]")
    _only(about, {"name", "version", "as_of"}, "[pack]")
    rules = kept.get("rules")
    if not isinstance(rules, list) or not rules:
        raise PackUnreadable("The file has no [[rules]]: write at least one.")
    read = tuple(_rule(_table(one, f"rule {place}"), place) for place, one in enumerate(rules, start=1))
    ids = [one.id for one in read]
    if doubled := sorted({one for one in ids if ids.count(one) > 1}):
        raise PackUnreadable(f"Two rules bear the id “{doubled[0]}”: give each its own.")
    name, version = (_text(about.get(key), f"[pack] {key}") for key in ("name", "version"))
    return Pack(name, version, _day(about.get("as_of"), "[pack] as_of"), read, digest)


def _rule(kept: Mapping[str, Any], place: int) -> Rule:
    id_ = _text(kept.get("id"), f"rule {place}, id")
    if not _ID.fullmatch(id_):
        raise PackUnreadable(f"Rule {place}, id: write small letters, digits and hyphens, not “{id_}”.")
    at = f"rule “{id_}”"
    _only(kept, _RULE_KEYS, at)
    question = _text(kept.get("question"), f"{at}, question")
    if not question.endswith("?"):
        raise PackUnreadable(f"{at.capitalize()}, question: end it with a question mark.")
    rule = Rule(
        id=id_,
        question=question,
        weight=_word(Weight, kept.get("weight"), f"{at}, weight"),
        source=_source(_table(kept.get("source"), f"{at}, source"), f"{at}, source"),
        applies=_conditions(kept.get("applies", []), f"{at}, applies"),
        asks=_conditions(kept.get("asks", []), f"{at}, asks"),
        unclear=tuple(_unclear(one, f"{at}, unclear") for one in kept.get("unclear", [])),
        unanswered=str(kept.get("unanswered", "")),
        if_not=str(kept.get("if_not", "")),
        since=_day(kept["since"], f"{at}, since") if "since" in kept else None,
        until=_day(kept["until"], f"{at}, until") if "until" in kept else None,
    )
    _check_whole(rule, at)
    return rule


def _check_whole(rule: Rule, at: str) -> None:
    if bool(rule.asks) == bool(rule.unanswered):
        raise PackUnreadable(f"{at.capitalize()}: write either what it asks, or why no field answers it (unanswered).")
    if rule.asks and not rule.if_not:
        raise PackUnreadable(f"{at.capitalize()}: say what to look for where it is not met (if_not).")
    if rule.since and rule.until and rule.until < rule.since:
        raise PackUnreadable(f"{at.capitalize()}: it ends before it begins.")


def _source(kept: Mapping[str, Any], at: str) -> Source:
    _only(kept, {"title", "read", "address"}, at)
    address = str(kept.get("address", ""))
    if address and not address.startswith("https://"):
        raise PackUnreadable(f"{at.capitalize()}: an address begins with https://.")
    title = _text(kept.get("title"), f"{at}, title")
    return Source(title, _word(SourceRead, kept.get("read"), f"{at}, read"), address)


def _unclear(kept: Any, at: str) -> Unclear:
    table = _table(kept, at)
    _only(table, {"when", "why"}, at)
    when = _conditions(table.get("when"), f"{at}, when")
    if not when:
        raise PackUnreadable(f"{at.capitalize()}, when: write at least one condition.")
    return Unclear(when, _text(table.get("why"), f"{at}, why"))


def _conditions(kept: Any, at: str) -> tuple[Condition, ...]:
    if not isinstance(kept, list):
        raise PackUnreadable(f"{at.capitalize()}: write a list of conditions.")
    return tuple(_condition(_table(one, at), at) for one in kept)


def _condition(kept: Mapping[str, Any], at: str) -> Condition:
    field = _text(kept.get("field"), f"{at}, field")
    if field not in KNOWN:
        raise PackUnreadable(f"{at.capitalize()}: no release has a field “{field}”; there are {', '.join(KNOWN)}.")
    tests = sorted(kept.keys() - {"field"})
    if not tests or not set(tests) <= _TESTS or (len(tests) > 1 and set(tests) != {"at_least", "at_most"}):
        raise PackUnreadable(f"{at.capitalize()}: of “{field}” ask one of {', '.join(sorted(_TESTS))}.")
    known = KNOWN[field]
    if "recorded" in kept:
        return Condition(field, recorded=_typed(kept["recorded"], bool, f"{at}, recorded"))
    if tests[0] in ("at_least", "at_most"):
        if known is not None:
            raise PackUnreadable(f"{at.capitalize()}: “{field}” is no number.")
        bounds = {test: _typed(kept[test], int, f"{at}, {test}") for test in tests}
        return Condition(field, **bounds)
    if "by_disposal" in kept and known != frozenset():
        table = _table(kept["by_disposal"], f"{at}, by_disposal")
        _only(table, DISPOSAL_CODES, f"{at}, by_disposal")
        allowed = ((one, _words(some, known, at) if known else _numbers(some, at)) for one, some in table.items())
        return Condition(field, by_disposal=tuple(allowed))
    if not known:
        raise PackUnreadable(f"{at.capitalize()}: “{field}” holds no words to compare with.")
    words = _words(kept[tests[0]], known, at)
    return Condition(field, is_in=words) if tests[0] == "is" else Condition(field, is_not=words)


def _words(kept: Any, known: frozenset[str], at: str) -> frozenset[str]:
    if not isinstance(kept, list) or not kept or not set(map(str, kept)) <= known:
        raise PackUnreadable(f"{at.capitalize()}: write a list of some of {', '.join(sorted(known))}.")
    return frozenset(kept)


def _numbers(kept: Any, at: str) -> frozenset[int]:
    if not isinstance(kept, list) or not kept or any(type(one) is not int for one in kept):
        raise PackUnreadable(f"{at.capitalize()}: write a list of whole numbers.")
    return frozenset(kept)


def _typed(kept: Any, kind: type, at: str) -> Any:
    if type(kept) is not kind:
        raise PackUnreadable(f"{at.capitalize()}: write {'true or false' if kind is bool else 'a whole number'}.")
    return kept


def _word(kind: type[T], kept: Any, at: str) -> T:
    try:
        return kind(kept)
    except ValueError:
        words = ", ".join(kind)  # type: ignore[arg-type]  # an enumeration of words is a row of them
        raise PackUnreadable(f"{at.capitalize()}: write one of {words}.") from None


def _text(kept: Any, at: str) -> str:
    if not isinstance(kept, str) or not kept.strip():
        raise PackUnreadable(f"{at.capitalize()}: write some words.")
    return kept.strip()


def _day(kept: Any, at: str) -> date:
    if type(kept) is not date:
        raise PackUnreadable(f"{at.capitalize()}: write a day, such as 2026-02-12, without quotation marks.")
    return kept


def _table(kept: Any, at: str) -> Mapping[str, Any]:
    if not isinstance(kept, Mapping):
        raise PackUnreadable(f"{at.capitalize()}: it is missing, or is no table.")
    return kept


def _only(kept: Mapping[str, Any], known: frozenset[str] | set[str], at: str) -> None:
    if unknown := sorted(kept.keys() - known):
        raise PackUnreadable(f"{at.capitalize()}: “{unknown[0]}” is not known; there are {', '.join(sorted(known))}.")
