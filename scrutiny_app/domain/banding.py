"""What of a case's record may be released: its facts in bands, its dates in days, and what was never recorded.

Every fact is built up from a field that may be shown; no field is shown because nobody thought of hiding it. Later
facts, such as whether conditions were kept, are withheld: a decision is judged by what was known when it was made.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from scrutiny_app.domain.ages import Births, age_group, ages_on, births
from scrutiny_app.domain.cases import CHILD_ONLY, FIELD, FIELDS, FLAGS, AgeGroup, title_of
from scrutiny_app.domain.redacting import READING
from scrutiny_app.domain.releasing import BlankState, Fact, Item, Moment, ReleasedCase, Text

Record = Mapping[str, Any]  # a dossier: every field of domain.cases by name, None where not recorded

NO_CONDITIONS = frozenset({"simple_caution", "penalty_notice", "cannabis_warning"})
YES, NO = "Yes", "No"
COMPLETED = "Whether conditions were completed"
_BANDS = ((0, 9), (10, 13), (14, 15), (16, 17), (18, 24), (25, 34), (35, 44), (45, 54), (55, 64))
OLDEST = "65 or over"

# Words that stand in a fact whatever the record says: they name nobody, whoever bears one as a surname.
VOCABULARY = frozenset(
    {YES, NO, OLDEST, *(choice.title for field in FIELDS for choice in field.choices)}
    | {f"{low} to {high}" for low, high in _BANDS}
)


def age_band(age: int) -> str:
    """Give the band of an age in whole years; a child's exact age is in no release."""
    for low, high in _BANDS:
        if low <= age <= high:
            return f"{low} to {high}"
    return OLDEST


def released_case(
    record: Record, reference: str, texts: Mapping[str, str | None], hidden: frozenset[str]
) -> ReleasedCase:
    """Build what reviewers may read of a record.

    `texts` are those of domain.redacting.TEXTS as redacted; `hidden` names those of which redaction leaves nothing.
    """
    return ReleasedCase(
        reference=reference,
        disposal=record["disposal"],
        offence_group=record["offence_group"],
        age_group=_group(record),
        facts=tuple(_facts(record, texts, hidden)),
        timeline=tuple(_timeline(record)),
        texts=tuple(_text(name, texts.get(name), name in hidden) for name in READING),
        completeness=tuple(_completeness(record)),
        later_facts=tuple(_later_facts(record)),
    )


def _facts(record: Record, texts: Mapping[str, str | None], hidden: frozenset[str]) -> Iterator[Fact]:
    def word(name: str) -> Fact:
        return _stated(FIELD[name].heading, texts.get(name), hidden=name in hidden)

    yield word("offence_title")
    yield _chosen(record, "offence_group")
    yield _chosen(record, "class_of_trial")
    yield _chosen(record, "disposal")
    if record["disposal"] == "community_resolution":
        yield word("tier")
    yield _stated("Outcome code", record["outcome_code"])
    yield from _offender(record)
    yield _stated("Previous outcomes", record["previous_outcomes"])
    yield word("gravity_matrix")
    yield _stated("Gravity score, initial", record["gravity_initial"])
    yield _stated("Gravity score, final", record["gravity_final"])
    yield from (_stated(FIELD[flag].heading, record[flag]) for flag in FLAGS)
    yield from _victims(record)
    if _has_conditions(record):
        yield _stated("Conditions due", _days(record, "conditions_due"))
    yield _chosen(record, "authorising_rank")
    yield _chosen(record, "decision_maker_rank")
    yield _stated("Decided by someone other than the officer in the case", _other_decided(record))
    yield _kept_back("Area", record["area"])


def _offender(record: Record) -> Iterator[Fact]:
    yield _stated("Age at the offence", _age_band(record))
    yield _kept_back("Sex", record["sex"])
    yield _kept_back("Self-defined ethnicity", record["ethnicity"])
    yield _chosen(record, "admission")
    if _as_child(record):
        yield _stated("Appropriate adult present", record["appropriate_adult"])
        yield _stated("Youth justice service consulted", record["yjs_consulted"])


def _victims(record: Record) -> Iterator[Fact]:
    if record["victim_consulted"] == "no_victim":
        yield Fact("Victims named", title_of("victim_consulted", "no_victim"))
        return
    named = sum(bool(record[f"victim_{number}_name"]) for number in (1, 2, 3))
    yield _stated("Victims named", named or None)
    yield _chosen(record, "victim_consulted")
    yield _stated("Victim agreed", record["victim_agreed"])


def _timeline(record: Record) -> Iterator[Moment]:
    what = {
        "offence_date": "Offence",
        "reported_date": "Reported to the police",
        "decision_date": "Decision made",
        "disposal_date": "Case finalised",
    }
    moments = [Moment(_day(record, name), words) for name, words in what.items() if record[name]]
    yield from sorted(moments, key=lambda moment: moment.day)


def _completeness(record: Record) -> Iterator[Item]:
    """Go through what ought to be on record before a case is closed, for a case of this kind."""
    if record["victim_consulted"] != "no_victim":
        yield _item("Victim's views", record["victim_views"])
        yield _item("Victim's agreement", record["victim_agreed"])
    yield _item("Suspect's account", record["suspect_account"])
    yield _item("Admission", record["admission"])
    yield _item("Checks done, and what they showed", record["checks_done"])
    if _as_child(record):
        yield _item("Youth justice service consulted or not", record["yjs_consulted"])
        yield _item("Appropriate adult present or not", record["appropriate_adult"])
    scored = record["gravity_final"] if record["gravity_final"] is not None else record["gravity_initial"]
    yield _item("Gravity score", scored)
    yield _item("Working of the gravity score", record["gravity_working"])
    yield _item("Reasons for the decision", record["rationale"])
    yield _item("Decision-maker's name", record["decision_maker_name"], BlankState.REDACTED)
    yield _item("Decision-maker's rank", record["decision_maker_rank"])
    if _has_conditions(record):
        yield _item("Conditions", record["conditions"])
        yield _item("Day by which conditions are due", record["conditions_due"])
        yield _item(COMPLETED, record["conditions_completed"], BlankState.WITHHELD)


def _later_facts(record: Record) -> Iterator[Fact]:
    """Give what is on record of what happened after the decision, which a member reads only after grading."""
    if _has_conditions(record) and record["conditions_completed"] is not None:
        yield _chosen(record, "conditions_completed")


def _group(record: Record) -> AgeGroup | None:
    return age_group(date.fromisoformat(record["offence_date"]), _births(record))


def _births(record: Record) -> Births | None:
    names = ("offender_born", "offence_date", "disposal_date")
    return births({**record, **{name: date.fromisoformat(record[name]) for name in names if record[name]}})


def _age_band(record: Record) -> str | None:
    """Give the band of the offender's age at the offence; None where it is not known, or may be one of two."""
    if (born := _births(record)) is None:
        return None
    bands = set(map(age_band, ages_on(date.fromisoformat(record["offence_date"]), born)))
    return bands.pop() if len(bands) == 1 else None


def _as_child(record: Record) -> bool:
    return _group(record) is AgeGroup.CHILD or record["disposal"] in CHILD_ONLY


def _has_conditions(record: Record) -> bool:
    return record["disposal"] not in NO_CONDITIONS or bool(record["conditions"] or record["conditions_due"])


def _other_decided(record: Record) -> bool | None:
    for field in ("number", "name"):
        decided, dealt = record[f"decision_maker_{field}"], record[f"officer_{field}"]
        if decided and dealt:
            return bool(decided.casefold() != dealt.casefold())
    return None


def _day(record: Record, name: str) -> int:
    return (date.fromisoformat(record[name]) - date.fromisoformat(record["offence_date"])).days


def _days(record: Record, name: str) -> str | None:
    return Moment(_day(record, name), "").when if record[name] else None


def _chosen(record: Record, name: str) -> Fact:
    code = record[name]
    return _stated(FIELD[name].heading, None if code is None else title_of(name, code))


def _stated(label: str, value: str | int | bool | None, *, hidden: bool = False) -> Fact:
    if value is None or value == "":
        return Fact(label, "", BlankState.NOT_RECORDED)
    if hidden:
        return Fact(label, "", BlankState.REDACTED)
    if isinstance(value, bool):
        value = YES if value else NO
    return Fact(label, str(value))


def _kept_back(label: str, value: object) -> Fact:
    return Fact(label, "", BlankState.NOT_RECORDED if value is None else BlankState.WITHHELD)


def _text(name: str, text: str | None, hidden: bool) -> Text:
    fact = _stated(FIELD[name].heading, text, hidden=hidden)
    return Text(name, fact.label, fact.value, fact.state)


def _item(label: str, value: object, state: BlankState = BlankState.RECORDED) -> Item:
    return Item(label, BlankState.NOT_RECORDED if value is None or value == "" else state)
