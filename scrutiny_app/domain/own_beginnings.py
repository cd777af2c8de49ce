"""Short beginnings that only the other columns explain: "v1_sn" beside "v1_fn", "v_cons" beside "v_agr", "cl_sex".

Where one beginning stands before a name, a sex and an ethnicity, and no other column names the offender, they are the
offender's: such things are kept of nobody else. A person is asked about the name.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.likeness import PEOPLE, tokens
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.nearest_phrases import nearest_phrase
from scrutiny_app.domain.reasons import SAYS_NO_MORE, Doubted, perhaps
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.whose import ELSE, else_in

_OFFENDERS = (
    "“{}” begins the name of somebody whose sex, age or ethnicity stands here too, and no other column names the "
    "offender: perhaps it is theirs"
)
_FEWEST = 2
_PARTED = re.compile(r"([A-Za-z]{1,8})(?:['’]s)?(?:[\s_.-]+(?=[A-Za-z])|(?<=[a-z])(?=[A-Z][a-z]))(.+)")
_SURNAME = re.compile(r"(.+?)(?:[\s_.-]*)(?:sn|ln)", re.IGNORECASE)
_NUMBERED = re.compile(r"v[1-3][\s_.-]", re.IGNORECASE)
_OF_VICTIM = re.compile(r"v[1-3]?[\s_.-]", re.IGNORECASE)
_VICTIMS = frozenset({"v", "vi"})
_LETTERS = frozenset("od")  # an offender, a defendant
_OF_VICTIMS = {
    **dict.fromkeys(("con", "cons", "cnslt", "consulted", "consult"), "consulted"),
    **dict.fromkeys(("agr", "agree", "agreed", "agrd", "agrs", "agrees"), "agreed"),
    **dict.fromkeys(("view", "views", "wish", "wishes", "vw", "vws"), "views"),
    **{"inf": "informed", "informed": "informed", "comments": "comments"},
}
_NAMES = {
    **dict.fromkeys(("sn", "ln", "snm", "sname", "surn", "surname", "lname", "lastname", "familyname"), "surname"),
    **dict.fromkeys(("fn", "fnm", "fname", "forename", "forenames", "firstname", "givennames"), "forenames"),
    **{"nm": "name", "name": "name", "fullname": "full name"},
}
_OF_FEW = {  # kept of offenders, and of nobody's officers, parents or witnesses
    **dict.fromkeys(("sex", "sx", "gender", "gend", "gndr"), "sex"),
    **dict.fromkeys(("eth", "sde", "ethnicity", "sdeth", "ethsd"), "ethnicity"),
    **dict.fromkeys(("dob", "born", "birthdate", "dateofbirth"), "date of birth"),
    **dict.fromkeys(("juv", "juvenile", "youth", "yth", "under18", "u18"), "youth"),
    **dict.fromkeys(("ageoff", "ageatoff", "ageatoffence", "ageoffence"), "age at offence"),
    **dict.fromkeys(("agedisp", "ageatdisp", "ageatdisposal"), "age at disposal"),
}
_OF_ANYBODY = {
    **dict.fromkeys(("addr", "address", "add", "homeaddress"), "address"),
    **dict.fromkeys(("pc", "pcode", "postcode"), "postcode"),
    **dict.fromkeys(("tel", "telno", "phone", "mob", "mobile"), "telephone"),
    **{"email": "email", "mail": "email"},
}
_OF_VICTIM_TOO = {
    **_NAMES,
    **_OF_ANYBODY,
    **{end: said for end, said in _OF_FEW.items() if said == "date of birth"},
    **dict.fromkeys(("org", "organisation", "company", "business"), "organisation"),
}
_SAID = {
    **dict.fromkeys(("admitted", "admits", "admission", "admittedoffence"), "admission"),
    **dict.fromkeys(("voice", "account", "version", "explanation"), "account"),
}
_NAMED = frozenset(_NAMES.values())
_OF_SOMEBODY = frozenset({"date of birth", "forenames", "telephone"})  # and of no venue or vehicle
_ENDINGS = _NAMES | _OF_FEW | _OF_ANYBODY | _SAID
NO_OFFENDERS = frozenset(  # somebody else, or something, as called in short
    "vi vic vict victim ip agg aggd aggr comp compl cpt compt complt wit wtn par parent gdn guard guardian inf rp rep "
    "contact con int interp rel oic io off offr ofcr officer sup supv auth dm dec em emp user usr mgr sw other oth "
    "third tp assoc ch chd minor dependant case crime occ rec".split()
)


def with_owners(headings: Sequence[str], columns: Sequence[ColumnLook]) -> list[str]:
    """Give headings with surnames and victims written out, where those that begin alike tell them."""
    folded = set(map(fold, headings))
    told = [
        _surname(heading, folded) if is_without_figures(column) else heading
        for heading, column in zip(headings, columns, strict=True)
    ]
    ends = [end if begins in _VICTIMS else "" for begins, end in map(_parts, told)]
    known: dict[str, str] = {}
    if sum(end in _OF_VICTIMS for end in ends) >= _FEWEST or any(map(_NUMBERED.match, headings)):
        known |= _OF_VICTIMS
    if not _OF_SOMEBODY.isdisjoint(said := {_OF_VICTIM_TOO.get(end, "") for end in ends}) and said & _NAMED:
        known |= _OF_VICTIM_TOO
    return [f"Victim {known[end]}" if end in known else heading for heading, end in zip(told, ends, strict=True)]


def _surname(heading: str, folded: set[str]) -> str:
    """Write "v1_sn" as a surname where "v1_fn" stands there too: alone it may be a serial number."""
    match = _SURNAME.fullmatch(heading)
    return f"{match[1]} surname" if match and f"{fold(match[1])}fn" in folded else heading


def is_without_figures(column: ColumnLook) -> bool:
    """Say whether no sample of a column has a figure, as names have none."""
    return not any(map(str.isdigit, "".join(column.samples)))


def _parts(heading: str) -> tuple[str, str]:
    """Give how a heading begins, and what it says then, in small letters; nothing where it is one word."""
    match = _PARTED.fullmatch(heading.strip())
    return (match[1].casefold(), fold(match[2])) if match else ("", "")


def offenders_own(headings: Sequence[str], columns: Sequence[ColumnLook]) -> Mapping[int, str]:
    """Give, by their places, the headings of the one block that can only be the offender's, written out as such.

    Those that are read by themselves stay as they are.
    """
    if any("offender" in tokens(heading) for heading in headings):
        return {}
    blocks: dict[str, dict[int, str]] = defaultdict(dict)
    for at, (begins, end) in enumerate(map(_parts, headings)):
        is_kept = end in _ENDINGS and (end not in _NAMES or is_without_figures(columns[at]))
        if is_kept and _may_be_offender(begins):
            blocks[begins][at] = _ENDINGS[end]
    found = [block for block in blocks.values() if _is_of_offender(set(block.values()))]
    read = {at for at, heading in enumerate(headings) if nearest_phrase(heading)}
    if len(found) != 1 or any(_names_offender(headings[at]) for at in read - found[0].keys()):
        return {}
    return {at: f"Offender {said}" for at, said in found[0].items() if at not in read}


def _names_offender(heading: str) -> bool:
    near = nearest_phrase(heading)
    return near is not None and near[0].use.field == "offender_name"


def _may_be_offender(begins: str) -> bool:
    return (
        (len(begins) > 1 or begins in _LETTERS)
        and begins not in NO_OFFENDERS | ELSE
        and PEOPLE.isdisjoint(tokens(begins))
    )


def _is_of_offender(said: set[str]) -> bool:
    return not said.isdisjoint(_NAMES.values()) and len(said & set(_OF_FEW.values())) >= _FEWEST


def in_own_block(one: Suggestion, heading: str) -> Suggestion:
    """Doubt that such a block is the offender's where it names somebody; of the rest, say that it is not said whose."""
    if one.fills("offender_name"):
        match = _PARTED.fullmatch(heading.strip())
        return replace(one, reason=perhaps(_OFFENDERS.format(match[1] if match else heading.split()[0])))
    return replace(one, reason=replace(SAYS_NO_MORE, doubts=one.reason.doubts_but(Doubted.WHOSE))) if one.uses else one


def is_of_else(heading: str) -> bool:
    """Say whether a heading is of somebody who is not the offender, such as "v_eth" of the victim."""
    is_said = else_in(heading) or tokens(heading) & PEOPLE - {"offender"}
    return bool(is_said) or _OF_VICTIM.match(heading) is not None
