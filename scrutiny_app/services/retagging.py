"""Retagging: a person changes whom or what a redaction stands for, or says that two tags are one person's."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy.orm import Session

from redaction import Span
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.redacting import next_tag
from scrutiny_app.domain.retagging import Reach, Retagging, renamed
from scrutiny_app.models.people import User
from scrutiny_app.models.redactions import Redaction
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.services.adding import known_tag
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.parties import tags_of
from scrutiny_app.services.redacting import find_span, keep_edit
from scrutiny_app.services.redactions import Opened, open_newest
from scrutiny_app.services.versions import Marks, Version

Change = Callable[[str, Span], Span]


def change_span(
    session: Session, round_case: RoundCase, wanted: Retagging, *, version: int, key: CaseKey, by: User
) -> Redaction:
    """Let a redaction, or all that bear its tag, stand for somebody or something else, as a new version."""
    opened = open_newest(session, round_case, key, version=version)
    name, span = find_span(opened, wanted.number)
    kind, tag, party = _meaning(opened, wanted)
    words = opened.words(name, span).casefold()

    def change(where: str, other: Span) -> Span:
        is_it = (where, other) == (name, span)
        alike = wanted.reach is Reach.WORDS and opened.words(where, other).casefold() == words
        if not is_it and not (other.tag == span.tag and (alike or wanted.reach is Reach.TAG)):
            return other
        return _by_hand(other, kind, tag, party)

    marks, places = _changed(opened, change)
    if not places:
        raise Refused(f"That redaction stands for {tag} already. Choose whom or what else it stands for.")
    made = Version("changed", kind, places, marks, opened.version.lifts)
    return keep_edit(session, round_case, made, key, by=by)


def merge_people(
    session: Session, round_case: RoundCase, gone: str, kept: str, *, version: int, key: CaseKey, by: User
) -> Redaction:
    """Say that two tags are one person: `kept` stands for both in every text, and for what was the other's."""
    opened = open_newest(session, round_case, key, version=version)
    if gone == kept:
        raise Refused("Choose two tags: these are one already.")
    if gone not in opened.people():
        raise Refused("That tag is not in this version any more. Choose again which two are one person.")
    kind, party = known_tag(opened, kept)
    if kind != "name":
        raise Refused(f"{kept} does not stand for a person. Choose two tags of persons.")

    def change(_: str, other: Span) -> Span:
        tag = renamed(other.tag, gone, kept)
        return other if tag == other.tag else _by_hand(other, other.kind, tag, party)

    marks, places = _changed(opened, change)
    made = Version("merged", kind, places, marks, opened.version.lifts)
    return keep_edit(session, round_case, made, key, by=by)


def people_of(opened: Opened) -> dict[str, str]:
    """Give whom a redaction may stand for by tag: those met in the texts, then whoever else the record names."""
    parties = tags_of(opened.record)
    names = {tag: one.name for tag, one in parties.items()}
    return {tag: names.get(tag, "") for tag in dict.fromkeys((*opened.people(), *parties))}


def _meaning(opened: Opened, wanted: Retagging) -> tuple[str, str, int | None]:
    """Give the kind, the tag and the party that the words are to stand for."""
    if wanted.tag:
        kind, party = known_tag(opened, wanted.tag)
        return kind, wanted.tag, party
    return wanted.kind.value, next_tag(wanted.kind, (span.tag for _, _, span in opened.numbered())), None


def _changed(opened: Opened, change: Change) -> tuple[dict[str, Marks], int]:
    """Change a case's redactions one by one; gives its marks and how many places are no more as they were."""
    marks = {
        name: replace(mark, spans=tuple(change(name, span) for span in mark.spans))
        for name, mark in opened.marks.items()
    }
    pairs = ((old, new) for name in marks for old, new in zip(opened.marks[name].spans, marks[name].spans, strict=True))
    return marks, sum(old.tag != new.tag for old, new in pairs)


def _by_hand(span: Span, kind: str, tag: str, party: int | None) -> Span:
    return replace(
        span, kind=kind, tag=tag, party=party, source="human", certainty=1.0, reason=f"changed by hand, was {span.tag}"
    )
