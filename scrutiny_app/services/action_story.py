"""All that was asked, answered and proved of an action, in the order in which it was said, as the force reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from scrutiny_app.domain.following import ActionStep, Words
from scrutiny_app.services.action_texts import Written
from scrutiny_app.services.followed import Followed
from scrutiny_app.services.turns import step_before


@dataclass(frozen=True)
class Said:
    """Some words of an action: what they are, since when, and the force's newest draft of them, where they are its own.

    `again` is the step that they give the reason for, where it was asked before.
    """

    kind: Words
    text: str
    at: datetime
    again: ActionStep | None
    draft: Written | None


def told_in_order(action: Followed, written: Sequence[Written]) -> list[Said]:
    """Give the panel's own words and the force's as it wrote them, each once, the first said first."""
    own = [one for one in action.words if one.text_id is None]
    said: list[tuple[Words, str, datetime, Written | None]] = []
    said += [(Words(one.kind), one.text, one.given_at, None) for one in own]
    said += [(Words(one.row.kind), one.words, _begun(one, written), one) for one in newest_of(written)]
    told = [Said(kind, text, at, _again(action, kind, at), draft) for kind, text, at, draft in said]
    return sorted(told, key=lambda one: one.at)


def newest_of(written: Sequence[Written]) -> list[Written]:
    """Give the newest draft of each text."""
    return list({one.row.sealed: one for one in written}.values())


def _begun(one: Written, written: Sequence[Written]) -> datetime:
    return min(other.row.written_at for other in written if other.row.sealed == one.row.sealed)


def _again(action: Followed, kind: Words, at: datetime) -> ActionStep | None:
    return step_before(action, at) if kind is Words.TASK else None
