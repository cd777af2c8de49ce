"""Saying what a file's columns hold, by a person who is shown samples, where it fits no layout without drift.

What is not mapped is not loaded.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from scrutiny_app.domain import mapping
from scrutiny_app.domain.authorisers_numbers import two_made_of_one
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.clear_names import names_in_words
from scrutiny_app.domain.conditions_beside import conditions_suggested
from scrutiny_app.domain.counted_dates import held_against_dates
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import SamplesRead
from scrutiny_app.domain.halved_names import with_forenames
from scrutiny_app.domain.looking import Look
from scrutiny_app.domain.mapping import Drift, Mapping, Suggestion, WordsToMap
from scrutiny_app.domain.name_evidence import held_against_names, perhaps_organisations, read_as_people
from scrutiny_app.domain.offenders_named import told_as_used
from scrutiny_app.domain.pairs_suggested import pairs_suggested
from scrutiny_app.domain.reading_back import FirstCase, first_cases
from scrutiny_app.domain.roles_beside import roles_beside
from scrutiny_app.domain.rounded_references import held_against_rounding
from scrutiny_app.domain.sheets_joined import sheets_read
from scrutiny_app.domain.uses import word_key
from scrutiny_app.models.extracts import Extract
from scrutiny_app.models.people import User
from scrutiny_app.services import looks, trail
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.fitting_layouts import settle
from scrutiny_app.services.layouts import Known, layouts_of, plain_name, save_layout
from scrutiny_app.services.looks import Headings, headings_in, keep_confirmed, keep_mapping, open_look, open_mapping
from scrutiny_app.services.name_lists import known_names
from scrutiny_app.services.trail import today_in_london


@dataclass(frozen=True)
class Question:
    """What a person is asked of a file: what its columns hold, as suggested, and as said so far.

    `nearest` is the layout that the file comes closest to, and `drift` how it differs from it.
    """

    extract: Extract
    look: Look
    suggestions: list[Suggestion]
    parties: list[Suggestion]
    said: Mapping | None
    words: list[WordsToMap]
    nearest: Known | None
    drift: Drift | None


def _blanks_in_words(headings: list[str]) -> str:
    listed = ", ".join(f"“{heading[:60]}”" for heading in headings)
    return f"Nobody has said whether a blank under {listed} means no, or that it was not recorded."


def ask(session: Session, extract_id: int, *, key: CaseKey, by: User) -> Question:
    """Show a file's headings and samples, with what they seem to hold, on the record."""
    record_asked(session, extract_id, by=by)
    return work_out(session, extract_id, key=key, by=by)


def record_asked(session: Session, extract_id: int, *, by: User) -> None:
    """Record that somebody reads a file's samples."""
    trail.record(session, SamplesRead(looks.waiting_for_person(session, extract_id, by).id), by=by)


def work_out(session: Session, extract_id: int, *, key: CaseKey, by: User) -> Question:
    """Work out what a file's columns seem to hold, which takes a while; that its samples are read is recorded first."""
    extract = looks.waiting_for_person(session, extract_id, by)
    seen, said = open_look(session, extract, key), open_mapping(session, extract, key)
    found = headings_in(seen)
    nearest = mapping.nearest([(one, one.mapping) for one in layouts_of(session, extract.force)], found.headings)
    known = nearest.mapping if nearest else None
    suggestions, parties = told_as_used(
        _of_cases(mapping.suggest(seen, extract.force, known), seen),
        _of_people(mapping.suggest_parties(seen, known), seen),
        seen,
    )
    return Question(
        extract=extract,
        look=seen,
        suggestions=suggestions,
        parties=parties,
        said=said,
        words=mapping.suggest_words(seen, said) if said else [],
        nearest=nearest,
        drift=mapping.drift(nearest.mapping, found.headings, found.people) if nearest else None,
    )


def _of_cases(found: list[Suggestion], seen: Look) -> list[Suggestion]:
    """Hold what the columns of the cases may be against their values, and against those beside them."""
    found = held_against_names(pairs_suggested(conditions_suggested(found, seen), seen), seen.cases, known_names())
    found = with_forenames(found)
    return held_against_rounding(held_against_dates(found, seen.cases, today_in_london()), seen.cases)


def _of_people(found: list[Suggestion], seen: Look) -> list[Suggestion]:
    if seen.parties is None:
        return []
    return with_forenames(held_against_names(found, seen.parties, known_names(), parties=True), parties=True)


def say(
    session: Session, extract_id: int, said: Mapping, *, key: CaseKey, by: User, asked: Question | None = None
) -> Question:
    """Keep what a person says of a file's columns, in answer to what was `asked`, and give what must still be said."""
    extract = looks.waiting_for_person(session, extract_id, by)
    seen = open_look(session, extract, key)
    if faults := _faults(said, seen):
        raise Refused(" ".join(faults))
    keep_mapping(session, extract, said, key=key)
    if asked is None:
        return ask(session, extract_id, key=key, by=by)
    return replace(asked, said=said, words=mapping.suggest_words(seen, said))


def keep_unfinished(session: Session, extract_id: int, said: Mapping, *, key: CaseKey, by: User) -> None:
    """Keep what has been said so far of a file's columns, of which something must still be said."""
    keep_mapping(session, looks.waiting_for_person(session, extract_id, by), said, key=key)


def is_finished(question: Question) -> bool:
    """Say whether all has been said of a file's columns, so that its words can be asked."""
    return question.said is not None and not _faults(question.said, question.look)


def _faults(said: Mapping, seen: Look) -> list[str]:
    faults = [*mapping.faults_of(said, headings_in(seen).headings), *names_in_words(seen, said)]
    faults += two_made_of_one(seen.cases, said)
    return [*faults, *roles_beside(seen, said)]


def confirm(
    session: Session,
    extract_id: int,
    name: str,
    said: Mapping,
    *,
    key: CaseKey,
    by: User,
    organisations: Sequence[str] = (),
) -> Extract:
    """Keep a confirmed mapping as a named layout and let the file be read by it, its victims in `organisations` so."""
    extract = looks.waiting_for_person(session, extract_id, by)
    seen = open_look(session, extract, key)
    found = headings_in(seen)
    if faults := _faults(said, seen):
        raise Refused(" ".join(faults))
    if blanks := mapping.unsaid_blanks(seen, said):
        raise Refused(f"{_blanks_in_words(blanks)} Go back to the words and say which.")
    _refuse_other_headings(session, extract.force, name, found)
    spelt = {fold(heading): " ".join(heading.split()) for heading in found.headings + found.people}
    said = replace(said, spelt=spelt, sheets=sheets_read(seen), heading_rows=seen.cases.pointed)
    said = replace(said, spelt_words=_as_written(said, seen))
    kept = save_layout(session, extract.force, name, said, by=by)
    keep_confirmed(session, extract, organisations, key=key)
    settle(session, extract, Known(kept.name, said, kept), key=key, by=by)
    return extract


def _as_written(said: Mapping, seen: Look) -> dict[str, str]:
    """Give the words whose meaning is kept as this file or an earlier one has them: for people to read."""
    written = {word_key(word): word for one in mapping.suggest_words(seen, said) for word, _, _ in one.words}
    kept = {word for known in said.words.values() for word in known}
    return {key: word for key, word in (said.spelt_words | written).items() if key in kept}


def organisations_perhaps(question: Question) -> list[str]:
    """List the victims of a file who would be read as people, and may be organisations."""
    return perhaps_organisations(question.look, question.said, known_names()) if question.said else []


def victims_as_people(question: Question) -> list[str]:
    """List the victims of a file who would be read as people by their names alone."""
    return read_as_people(question.look, question.said) if question.said else []


def read_back(question: Question) -> list[FirstCase]:
    """Read the first cases of a file as they would be loaded by what has been said; to be shown, and kept nowhere."""
    if question.said is None:
        return []
    return first_cases(question.look, question.said, question.extract.force, today_in_london())


def _refuse_other_headings(session: Session, force: str, name: str, found: Headings) -> None:
    """Refuse the name of a layout whose headings are others: it would no longer fit the files that it was made for."""
    same = [
        one for one in layouts_of(session, force) if one.kept and one.name.casefold() == plain_name(name).casefold()
    ]
    if same and mapping.nearest([(one, one.mapping) for one in same], found.headings) is None:
        raise Refused(
            f"There is a layout “{same[0].name}” already, for files with other headings. Give this one another name."
        )
