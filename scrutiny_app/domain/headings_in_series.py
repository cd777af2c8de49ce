"""Known headings that a few words make in every combination: whose rank, when conditions fall due, their result."""

from collections.abc import Iterator

Said = tuple[str, str, bool]  # the words, the field they name, whether they can mean nothing else

_RANKED = {
    "decision_maker_rank": ("decision maker", "deciding officer", "decision making officer", "ero", "dm"),
    "authorising_rank": ("authorising officer", "authoriser", "approving officer", "approver"),
}
_CONDITIONS = ("condition", "conditions")
_LIKE_CONDITIONS = (
    "intervention",
    "interventions",
    "action",
    "actions",
    "task",
    "tasks",
    "requirement",
    "requirements",
)
_MANY_THINGS = ("action", "actions")  # an "action outcome" is perhaps the outcome itself
_DUE = (
    "due|due by|due on|due date|due day|deadline|date due|target date|by when|expire|expire on|met by|"
    "to be met by|to be met by date|complete by|completed by|to complete by|to be completed by|"
    "to be complied with by|completion deadline|completion due date"
)
_CAME_OF_IT = (
    "result|results|outcome|status|state|progress|met|complied|complied with|compliance|compliance status|"
    "compliance result|compliance outcome|compliance state|fulfilled|complete|completion status|completed y n"
)
_NUMBERS = range(1, 7)
_RECORDS = (
    "community resolution",
    "out of court disposal",
    "out of court resolution",
    "disposal",
    "resolution",
    "oocd",
    "oocr",
    "ooc",
)
_NUMBERED = "number|reference|id|record number|record reference|record id|unique reference|case number|case reference"
_STATISTICS = ("stats", "statistics", "statistical")
_SINGLY = {
    "offence_title": "crime title|principal crime|principal crime title|main crime|main crime type|crime name",
    "circumstances": "summary of what happened|account of offence|account of incident|what was done",
    "suspect_account": "suspect said|what suspect said|what offender said|suspect explanation given",
    "rationale": "officer rationale|decision making rationale|disposal decision rationale",
    "victim_views": "victim opinion|opinion of victim",
    "weapon": "weapon present|bladed weapon",
    "youth": "adult juvenile|juvenile adult|adult or juvenile",
    "admission": "level of admission|admission level",
}
_POLICE = ("police", "police crime", "police force", "constabulary")  # as others than the police call their number
_THEIR_NUMBER = "reference|ref|reference number|ref no|number|no|id|urn|record number"
_ENDED = ("crime", "case", "investigation", "occurrence", "outcome", "crime outcome", "disposal", "record", "oocd")
_TELLING = "brief|short|outline|full"
_TOLD = "facts|details|circumstances|account of incident|description of incident|details of incident|details of offence"
_ANSWERED = "reply to caution|reply when cautioned|reply to allegation|reply in interview"
_OFFENDERS = ("offender", "suspect", "subject", "accused", "client", "nominal", "person", "young person")
_ASKED = "asked|consulted|contacted|spoken to"
_ABOUT = "disposal|outcome|resolution|decision"


def in_series() -> Iterator[Said]:
    """Yield every heading of the series, and what it means."""
    yield from _ranks()
    yield from _of_conditions()
    yield from _of_records()
    yield from ((words, "officer_name", False) for words in ("referred by", "referrer"))
    for name, all_of_it in _SINGLY.items():
        yield from ((words, name, False) for words in all_of_it.split("|"))
    for what in _STATISTICS:
        for code in ("code", "class", "classification"):
            yield from ((f"{of} {what} {code}".strip(), "offence_code", False) for of in ("", "crime", "offence"))
    for whose in _POLICE:
        yield from ((f"{whose} {number}", "crime_number", False) for number in _THEIR_NUMBER.split("|"))
    yield from ((f"referral {state}", "status", False) for state in ("outcome", "decision", "state", "stage"))
    yield from ((words, "suspect_account", False) for words in _ANSWERED.split("|"))
    for who in _OFFENDERS:
        yield from ((f"{who} {said}", "suspect_account", False) for said in ("explanation", "reply", "own words"))
    for what in _TELLING.split("|"):
        yield from ((f"{what} {told}", "circumstances", False) for told in _TOLD.split("|"))
    for about in _ABOUT.split("|"):
        yield from ((f"victim {asked} re {about}", "victim_consulted", False) for asked in _ASKED.split("|"))


def _ranks() -> Iterator[Said]:
    for name, whose in _RANKED.items():
        for who in whose:
            yield from ((words, name, True) for words in (f"{who} rank", f"rank of {who}"))
            yield from ((words, name, False) for words in (f"{who} grade", f"grade of {who}"))


def _of_conditions() -> Iterator[Said]:
    for what in (*_CONDITIONS, *_LIKE_CONDITIONS):
        sure = what in _CONDITIONS
        yield from ((f"{what} {due}", "conditions_due", sure) for due in _DUE.split("|"))
        if what not in _MANY_THINGS:
            yield from ((f"{what} {came}", "conditions_completed", sure) for came in _CAME_OF_IT.split("|"))
        for number in _NUMBERS:
            yield f"{what} {number}", "conditions", sure
            yield from ((f"{what} {number} {due}", "conditions_due", sure) for due in _DUE.split("|"))


def _of_records() -> Iterator[Said]:
    for what in _RECORDS:
        yield from ((f"{what} {number}", "case_number", True) for number in _NUMBERED.split("|"))
    yield from ((f"{what} status", "status", True) for what in _ENDED)
