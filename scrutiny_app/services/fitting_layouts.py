"""Reading a file by a layout that it fits without drift, so that nobody is asked what its columns hold."""

from sqlalchemy.orm import Session

from scrutiny_app.domain import mapping
from scrutiny_app.domain.authorisers_numbers import authorisers_numbers_told
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import ExtractMapped
from scrutiny_app.domain.extracts import Holds, Stage
from scrutiny_app.domain.looking import Look
from scrutiny_app.domain.mapping import Mapping
from scrutiny_app.domain.new_words import new_words
from scrutiny_app.domain.rank_in_cells import acting_ranks_told
from scrutiny_app.domain.roles_beside import roles_beside
from scrutiny_app.domain.sheets_joined import leaves_sheets_open
from scrutiny_app.domain.unread_ranks import unread_ranks_told
from scrutiny_app.files.reading import Incoming
from scrutiny_app.models.extracts import Extract
from scrutiny_app.models.people import User
from scrutiny_app.services import receiving, trail
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.layouts import Known, fitting
from scrutiny_app.services.looks import Headings, headings_in, keep_look, keep_mapping, open_look
from scrutiny_app.services.staging import keep_problems
from scrutiny_app.services.trail import Actor

_SAY_ONCE = (
    "Or sign in, send it on the page “Import an extract”, and answer there once what is asked of it; after that, "
    "name its layout."
)


def begin(
    session: Session, file: Incoming, seen: Look, *, digest: str, key: CaseKey, by: Actor, layout: Known | None = None
) -> Extract:
    """Enter a file that is read at once, of the layout named or of one that it fits; raise Refused on any other."""
    own = by.force or "" if isinstance(by, User) else ""
    found = headings_in(seen)
    layout = layout or fitting(session, own, found.headings, found.people, loosely=True)
    if layout is None:
        raise Refused(f"{mapping.why_not_ours(found.headings)} {_SAY_ONCE}")
    _refuse_drift(layout, found)
    if seen.conditions and not set(map(fold, seen.conditions.headings)) <= layout.mapping.uses.keys():
        raise Refused(f"Nobody has said what the sheet “{seen.conditions.sheet[:60]}” holds. {_SAY_ONCE}")
    if turned := _turned(layout, seen):
        raise Refused(" ".join(turned))
    if leaves_sheets_open(layout.mapping, seen):
        raise Refused(f"Nobody has said which of the file’s sheets hold its cases. {_SAY_ONCE}")
    if _leaves_lines_open(layout.mapping, seen):
        raise Refused(f"Nobody has said whether several lines of one number are one case. {_SAY_ONCE}")
    force = own or mapping.stated_force(layout.mapping, seen)
    extract = receiving.enter(
        session, file.name, digest, file.size, force=force, by=by, holds=Holds.CASES, stage=Stage.RECEIVED
    )
    extract.by_command = True  # on whoever's behalf: no worker takes it
    keep_look(session, extract, seen, key=key)
    settle(session, extract, layout, key=key, by=by)
    receiving.require_turn(session, extract)
    return extract


def _leaves_blanks(layout: Known, seen: Look) -> list[str]:
    """List the columns of ticks whose blanks a layout does not speak of; in our own a blank means not recorded."""
    return [] if layout.is_ours else mapping.unsaid_blanks(seen, layout.mapping)


def _refuse_drift(layout: Known, found: Headings) -> None:
    if drift := mapping.drift(layout.mapping, found.headings, found.people):
        if layout.is_ours and not mapping.faults_of(layout.mapping, found.headings):
            return
        raise Refused(f"The file is not quite of the layout “{layout.name}”: {drift.in_words()} {_SAY_ONCE}")


def looked(session: Session, extract: Extract, seen: Look, *, key: CaseKey, by: Actor) -> bool:
    """Keep what was seen in a file, and say whether it fits a layout; if not, a person must say what it holds."""
    if extract.stage != Stage.RECEIVED:
        return True
    keep_look(session, extract, seen, key=key)
    found = headings_in(seen)
    is_asked = extract.ask or not seen.has_headings
    layout = None if is_asked else fitting(session, extract.force, found.headings, found.people)
    if layout is None or _leaves_open(layout, seen):
        extract.stage, extract.share = Stage.LOOKED, 1.0
        return False
    if layout.kept and new_words(seen, layout.mapping):
        keep_mapping(session, extract, layout.mapping, key=key)
        extract.stage, extract.share = Stage.LOOKED, 1.0
        return False
    settle(session, extract, layout, key=key, by=by)
    return True


def words_unsaid(session: Session, extract: Extract, said: Mapping | None, *, key: CaseKey) -> list[tuple[str, str]]:
    """List, after their headings, the words for which alone a file of a known layout waits; none of any other file."""
    return new_words(open_look(session, extract, key), said) if said and extract.stage == Stage.LOOKED else []


def _leaves_open(layout: Known, seen: Look) -> bool:
    """Say whether a file leaves more open than words, though it fits a layout."""
    if seen.cases.pointed and not layout.mapping.heading_rows:
        return True  # the layout is still to be told where its headings stand
    if _leaves_lines_open(layout.mapping, seen):
        return True
    return bool(_leaves_blanks(layout, seen) or _turned(layout, seen)) or leaves_sheets_open(layout.mapping, seen)


def _leaves_lines_open(said: Mapping, seen: Look) -> bool:
    """Say whether numbers of a file stand on several lines, and nobody has said whether those are one case."""
    return seen.lines is not None and said.lines is None


def _turned(layout: Known, seen: Look) -> list[str]:
    """Say what of a file a layout that it fits would give to the wrong person or case."""
    return roles_beside(seen, layout.mapping)


def settle(session: Session, extract: Extract, layout: Known, *, key: CaseKey, by: Actor) -> None:
    """Let a file be read by a layout from here on."""
    keep_mapping(session, extract, layout.mapping, key=key)
    seen = open_look(session, extract, key)
    left_out = [mapping.left_out_story(one) for one in mapping.stories_left_out(layout.mapping, seen)]
    keep_problems(
        session,
        extract,
        [
            *left_out,
            *acting_ranks_told(seen.cases, layout.mapping),
            *unread_ranks_told(seen, layout.mapping),
            *authorisers_numbers_told(seen.cases, layout.mapping),
        ],
    )
    extract.layout_id = layout.kept.id if layout.kept else None
    extract.stage = Stage.MAPPED
    extract.share = 0.0
    session.flush()
    trail.record(session, ExtractMapped(extract.id, extract.layout_id or 0), by=by)
