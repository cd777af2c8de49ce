"""What a heading means by itself: known word for word, like a known one, or said under a group's heading."""

import re

from scrutiny_app.domain.cases import Kind
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.likeness import PEOPLE, tokens
from scrutiny_app.domain.nearest_phrases import Near, nearest_phrase
from scrutiny_app.domain.reasons import LIKE, OTHER_WORD, SAME, SAYS_NO_MORE, UNKNOWN, Reason
from scrutiny_app.domain.short_forms import is_question, may_answer
from scrutiny_app.domain.synonyms import PARTY_PHRASES, PHRASES
from scrutiny_app.domain.uses import Use, described

_GROUP = re.compile(r": | [-–] ")
_OF_OFFENDERS = frozenset({"admission", "conditions", "conditions_completed", "rationale", "suspect_account"})


def by_heading(heading: str, *, parties: bool) -> tuple[Use | None, Reason, bool]:
    """Give what a heading means, why, and whether no mistake is likely; no use where it means nothing known."""
    phrase = (PARTY_PHRASES if parties else PHRASES).get(fold(heading))
    field = described(phrase.use.field, parties=parties) if phrase else None
    asks = is_question(heading)
    if phrase and field and (may_answer(field) or not asks):
        sure = phrase.sure and not (asks and field.kind is Kind.TEXT)
        return phrase.use, SAME if phrase.ours else OTHER_WORD if sure else SAYS_NO_MORE, sure
    if not parties and _is_role(heading):
        return None, UNKNOWN, False
    near = nearest_phrase(heading, parties=parties) or (None if parties else _under_group(heading))
    return (near[0].use, LIKE, False) if near else (None, UNKNOWN, False)


def _is_role(heading: str) -> bool:
    """Say whether a heading is known to say what somebody is in a case, which no field of the cases holds."""
    phrase = PARTY_PHRASES.get(fold(heading))
    return phrase is not None and phrase.use.field == "role" and phrase.sure


def _under_group(heading: str) -> Near | None:
    """Read "Decision: Offence date" as what it says itself, where what stands over it names nobody else."""
    group, *rest = _GROUP.split(heading, maxsplit=1)
    own = "".join(rest)
    if not own:
        return None
    phrase = PHRASES.get(fold(own))
    near = (phrase, 0.0) if phrase else nearest_phrase(own)
    people = tokens(group) & PEOPLE - {"decision"}
    return near if not people or (near and people == {"offender"} and near[0].use.field in _OF_OFFENDERS) else None
