"""Settling which of several columns fills a field that can have one alone: the best has it, and is not sure."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from scrutiny_app.domain.cases import FLAGS, Kind
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.conditions_in_columns import TOGETHER, alike_but_for_number
from scrutiny_app.domain.looking import SheetLook
from scrutiny_app.domain.no_victim import NAMES as VICTIMS
from scrutiny_app.domain.reasons import BEFORE, Ground, left_out, perhaps, taken_by
from scrutiny_app.domain.same_headings import plain_headings
from scrutiny_app.domain.sheet_keys import is_programs_key
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Part, Use, described, joint

_ORGANISATIONS = re.compile(
    r"(?:\b|_|(?<=[a-z\d])(?=[A-Z]))(?:org|organi[sz]ation|company|business|firm)(?:\b|_|[A-Z])", re.IGNORECASE
)
_HARMLESS = frozenset({"area"})  # of which two columns tell the same, more or less widely
_ASIDE = perhaps("it names organisations: they are the name where the person’s columns are blank")
_SEVERAL = perhaps("this heading stands over several columns: see by the samples what each of them holds")
_PLAINLY = left_out("another column says it plainly: not loaded")
_WHOLE = left_out("the whole name is suggested from another column")
_PARTS_OF_PERSON = (Part.SURNAME, Part.FORENAMES)
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_SHOWN = 60  # characters of a heading
_RANK = {Ground.SAME: 4, Ground.BEFORE: 4, Ground.OTHER_WORD: 3, Ground.LIKE: 2, Ground.SAYS_NO_MORE: 1}


def settled(found: Sequence[Suggestion], sheet: SheetLook) -> list[Suggestion]:
    """Let a field that cannot be joined have one column: where several want it, the best has it, and is not sure."""
    plain = plain_headings([column.heading for column in sheet.columns])
    repeated = {key for key, count in Counter(map(fold, plain)).items() if key and count > 1}
    found = _organisations_aside(found)
    wanted: dict[tuple[str, Part], list[int]] = {}
    for at, one in enumerate(found):
        for use in one.uses:
            if _is_single(use):
                wanted.setdefault((use.field, use.part), []).append(at)
    shared = found
    for (name, _), claims in wanted.items():
        if len(claims) > 1 and name in TOGETHER and alike_but_for_number(plain[at] for at in claims):
            _put_together(shared, claims, TOGETHER[name])
            continue
        if len(claims) > 1:
            _share_out(shared, claims, sheet, harmless=name in _HARMLESS)
    _whole_or_parts(shared)
    for at, (one, heading) in enumerate(zip(shared, plain, strict=True)):
        if fold(heading) in repeated and one.reason != BEFORE:
            shared[at] = replace(one, reason=_SEVERAL, sure=False)
    return shared


def _put_together(settled: list[Suggestion], claims: list[int], told: str) -> None:
    """Leave a field to all of several columns, each of one condition; say which of them counts."""
    for at in claims:
        if settled[at].reason != BEFORE:
            settled[at] = replace(settled[at], reason=settled[at].reason.telling(told))


def _is_single(use: Use) -> bool:
    field = described(use.field) or described(use.field, parties=True)
    return use.part is not Part.FORENAMES and use.field not in FLAGS and (field is None or joint(field) is None)


def _share_out(settled: list[Suggestion], claims: list[int], sheet: SheetLook, *, harmless: bool) -> None:
    """Give the field to the best claim, and ask; a plain word for what harms nobody leaves likenesses no question."""
    headings = {fold(settled[at].heading) for at in claims}
    best = max(
        claims,
        key=lambda at: (
            _holds(settled[at], sheet, at),
            _unbracketed(settled[at].heading) not in headings,
            _rank(settled[at]),
            not _says_one_thing(sheet, at),
            not is_programs_key(settled[at].heading),
            -at,
        ),
    )
    others = [_rank(settled[at]) for at in claims if at != best]
    if harmless and settled[best].sure and max(others) < _RANK[Ground.OTHER_WORD]:
        for at in set(claims) - {best}:
            settled[at] = replace(settled[at], uses=(), sure=True, reason=_PLAINLY)
        return
    for at in claims:
        if at == best:
            is_best = harmless or _rank(settled[at]) > max(others)  # by a plainer word than any other
            wanting = _wanting([settled[other].heading[:_SHOWN] for other in claims if other != best])
            reason = settled[at].reason if is_best else settled[at].reason.telling(f"; {wanting}")
            settled[at] = replace(settled[at], sure=False, reason=reason)
        else:
            settled[at] = replace(settled[at], uses=(), sure=False, reason=taken_by(settled[best].heading))


def _wanting(headings: Sequence[str]) -> str:
    """Say which columns want a field too."""
    *before, last = (f"“{heading}”" for heading in headings)
    return f"{', '.join(before)} and {last} want it too" if before else f"{last} wants it too"


def _holds(one: Suggestion, sheet: SheetLook, at: int) -> bool:
    """Say of a claim to the outcome code whether most of the column's words hold figures; of any other claim, yes."""
    words = sheet.columns[at].words
    if not words or not one.fills("outcome_code"):
        return True
    return 2 * sum(any(map(str.isdigit, word)) for word, _ in words) > len(words)


def _unbracketed(heading: str) -> str:
    """Give a heading without the brackets that end it, as the plain one beside it stands; empty where none do."""
    plain = _BRACKETS.sub("", heading)
    return fold(plain) if plain != heading else ""


def _says_one_thing(sheet: SheetLook, at: int) -> bool:
    """Say whether a column says the same in every row, which tells nothing of any of them."""
    words = sheet.columns[at].words
    return sheet.rows > 1 and words is not None and len(words) <= 1


def _rank(one: Suggestion) -> int:
    """Rank a claim by its ground, whatever doubt was added to it, save that its values contradict it."""
    return 0 if one.is_contradicted else _RANK.get(one.reason.ground, 0)


def _whole_or_parts(settled: list[Suggestion]) -> None:
    """Where a name comes whole and in parts, keep the whole."""
    whole = {use.field for one in settled for use in one.uses if use.part is Part.WHOLE}
    for at, one in enumerate(settled):
        if any(use.part in _PARTS_OF_PERSON and use.field in whole and _holds_one_person(use) for use in one.uses):
            settled[at] = replace(one, uses=(), sure=False, reason=_WHOLE)


def _organisations_aside(found: Sequence[Suggestion]) -> list[Suggestion]:
    """Let an organisation's column fill in for a victim whose own name has columns beside it."""
    filled = Counter(name for one in found for name in {use.field for use in one.uses if use.part is not Part.KIND})
    settled = list(found)
    for at, one in enumerate(settled):
        name = one.uses[0].field if len(one.uses) == 1 and one.uses[0].part is Part.WHOLE else ""
        if name in VICTIMS and filled[name] > 1 and one.reason != BEFORE and _ORGANISATIONS.search(one.heading):
            settled[at] = replace(one, uses=(Use(name, Part.ORGANISATION),), sure=False, reason=_ASIDE)
    return settled


def _holds_one_person(use: Use) -> bool:
    field = described(use.field) or described(use.field, parties=True)
    return field is not None and field.kind is Kind.PERSON
