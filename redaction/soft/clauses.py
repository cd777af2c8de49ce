"""Ages that nothing announces but their place in a clause: `he is 35`, `her name, 35,` and `her name (35)`."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.named.windows import hinted, within
from redaction.soft.ages import age_finding, sentence_before
from redaction.soft.figures import WORDS_FROM_TEN, value_of

_NUMBER = re.compile(rf" (?:[1-9]\d|{WORDS_FROM_TEN})")
_REACH = 32
_BARE = re.compile(
    rf"(?:\b(?:is|was|be|were)|(?<=[a-z])'(?:s|m|re)|'ll be|\b(?:im|hes|shes|theyre))(?: now| only| just| "
    rf"currently)? (?P<a>[1-9]\d|{WORDS_FROM_TEN})"
    r"(?=\s{0,2}(?:[.,;:)!?](?!\d)|\n|$|(?:and|but|at the time|when|now|today|next|this|years? of)\b|in (?:jan"
    r"|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))"
)
_PERSON = (
    r"(?:\x00|\b(?:he|she|who|ip|ap|vic|victim|sus|susp|suspect|offender|defendant|witness|complainant|aggrieved|male|"
    r"female|man|woman|boy|girl|child|youth|son|daughter|mother|father|brother|sister|partner|they|i))"
)
_PRONOUN_LAST = re.compile(r"\b(?:he|she|who|i|they) ?$", re.IGNORECASE)
_SOMETHING_OF = re.compile(r"\b(?:for|of|to|from|by|with|against)\b[^,;]{1,40}$", re.IGNORECASE)
_PERSON_LAST = re.compile(rf"{_PERSON} ?$", re.IGNORECASE)
_PERSON_FIRST = re.compile(rf"[^\w\x00]{{0,9}}(?:(?:the|a|this) )?{_PERSON}\b[^\n]{{0,300}} and $", re.IGNORECASE)
_OPENING = 12  # letters in which a sentence's first name begins, a title before it included
_ADULT = 18
_HE_IS = re.compile(
    rf"\b(?:he|she)(?: is|'s| was|s) (?P<a>[1-9]\d|{WORDS_FROM_TEN})\b(?![.:/]\d|%|-| ?(?:min|mile|week|wk|day"
    rf"|hour|hr|month|mth"
    r"|stone|kg|cm|point|per|met|yard|pound|quid|st\b|lb|time|f(?:ee)?t\b|in\b|years? (?:in|into|sober|clean)"
    r"|of\b|out\b))"
)
_AFTER_NAME = re.compile(
    r" ?\((?P<a>[2-9]|[1-9]\d)\)|, (?P<b>[1-9]\d)(?=(?:,|\.|;|\)|$| and)(?!\d)| ?$)|, (?P<c>\d)(?=\))| "
    r"(?P<d>1\d|[2-9]\d)(?= ?[-,;)](?!\d)|\.\s)"
)


def find_bare_ages(text: str, people: Sequence[Finding], *, exact_child_ages: bool) -> Iterator[Finding]:
    """Give each `is 35` that ends a clause, sure where its subject is a person, and each age beside a name."""
    starts, ends = {person.start for person in people}, {person.end for person in people}
    low = text.lower()
    near = list(hinted(low, _NUMBER, _REACH))
    for found in within(_BARE, low, near):
        age = value_of(found["a"])
        if exact_child_ages and age < _ADULT:
            continue
        before = sentence_before(text, found.start())
        opening = found.start() - len(before)
        opens = before.endswith(" and ") and not starts.isdisjoint(range(opening, opening + _OPENING))
        named = not ends.isdisjoint((found.start() - 1, found.start())) or bool(_PERSON_LAST.search(before))
        subject = bool(_PRONOUN_LAST.search(before)) or (named and not _SOMETHING_OF.search(before))
        sure = subject or opens or bool(_PERSON_FIRST.match(before))
        yield age_finding(*found.span("a"), age, sure=sure)
    for found in within(_HE_IS, low, near):
        if not (exact_child_ages and value_of(found["a"]) < _ADULT):
            yield age_finding(*found.span("a"), value_of(found["a"]), sure=True)
    yield from _beside_names(text, people, exact_child_ages=exact_child_ages)


def _beside_names(text: str, people: Sequence[Finding], *, exact_child_ages: bool) -> Iterator[Finding]:
    for person in people:
        found = _AFTER_NAME.match(text, person.end)
        if found:
            start, end = found.span(found.lastgroup or 0)
            age = int(text[start:end])
            if not (exact_child_ages and age < _ADULT):
                yield age_finding(start, end, age, sure=True)
