"""Words for what ended a case otherwise than out of court, such as a charge, and for a disposal that was not given.

Such a row is rightly left out, and is told apart from one whose word nobody recognised.
"""

import re

from scrutiny_app.domain.cases import OTHER_OUTCOMES
from scrutiny_app.domain.cells import is_marked
from scrutiny_app.domain.contradictions import outcome_code
from scrutiny_app.domain.vocabulary import KEYWORDS, OUTCOMES

_ENDED_OTHERWISE = re.compile(
    r"\bn\.?/?f\.?/?a\b|\bno (?:further|formal) action\b|\bcharged?\b|\bchge?d?\b|\bsummons(?:ed)?\b|"
    r"\brequisition(?:ed)?\b|\bpcr\b|\bprosecut(?:ed|ion)\b|\bt\.?i\.?c\b|\btaken into consideration\b|\bundetected\b|"
    r"\bno (?:named |id )?suspect\b|\bsuspect (?:not identified|died|too ill)\b|\bevidential difficult|"
    r"\binsufficient evidence\b|\bnot in (?:the )?public interest\b|\bnppi\b|"
    r"\bprosecution (?:prevented|time limit)|\btime (?:expired|limit)|"
    r"\bno crime\b|\bcancelled\b|\bcourt\b(?! resol)|\bconvicted\b|\bacquitted\b|\brefused charge\b|\btransferred\b|"
    r"\bother agency\b|\binvestigation complete\b|\bcyhuddwyd\b|\bdim gweithredu pellach\b",
    re.IGNORECASE,
)
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")  # ChargedOrSummonsed
_OF_ANOTHER_END = re.compile(
    r"\bn\.?/?f\.?/?a\b|\bno (?:further|formal) action\b|\bcharged?\b|\bchgd\b|\bsummons(?:ed)?\b|"
    r"\brequisition(?:ed)?\b|\bpcr\b|\bprosecut(?:ed|ion)\b|\bt\.?i\.?c\b|\bcourt\b(?! resol)|\bconvicted\b|"
    r"\bcyhuddwyd\b|\bdim gweithredu pellach\b",
    re.IGNORECASE,
)  # as a status has it; what was cancelled was withdrawn
_STILL_OPEN = re.compile(
    r"\b(?:await|pend|wait|consider|review|appeal|bail|decision|advice|pre|not|never|in charge|"
    r"(?:closed|finali[sz]ed|filed|completed?|disposed|open|live))",
    re.IGNORECASE,
)
_YET = re.compile(
    r"\bdeferred\b|\bdef\b|\bdiver|\binstead of\b|\bin lieu\b|\bpre[ -]?charge\b|\bout[ -]of[ -]court\b|\bwith\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:refus(?:ed|es|al)|declin(?:ed|es)|reject(?:ed|s)|withdr(?:awn|ew)|rescinded|cancell?ed|revoked|failed|"
    r"gwrthod(?:wyd|odd)?|unsuitable|inappropriate|ineligible|considered|offered|"
    r"(?:not|never) (?:yet )?(?:been )?(?:accepted|agreed|suitable|appropriate|eligible|given|issued|administered|"
    r"signed|offered|considered)|"
    r"(?:did not|didn.?t|would not|wouldn.?t|will not|won.?t) (?:accept|agree|sign))\b",
    re.IGNORECASE,
)
_CHARGED_INSTEAD = re.compile(
    r"\b(?:breach(?:ed)?\b.*\b(?:charged?|summons(?:ed)?|prosecuted|court)|charged instead)\b", re.IGNORECASE
)
_GIVEN = re.compile(
    r"\b(?:offered|considered)\b(?!.*\b(?:not|never|but)\b).*\b(?:accepted|agreed|signed|given|issued|administered|"
    r"imposed|completed?)\b|\brefused charge\b|"
    r"^(?!.*\b(?:not|never)\b).*\b(?:issued|given|administered|imposed)\b.*\b(?:offered|considered)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"\s+[-–—]+\s*|[,;:.()/]|\s(?:and|but|though|although|while)\s", re.IGNORECASE)
_RESTORATIVE = r"rj|restorative(?: justice)?(?: (?:conference|meeting))?"
_OTHERS = (  # who refuses something beside a disposal, or what is refused beside it
    r"victims?|ips?|injured part(?:y|ies)|aggrieved|complainants?|aa|appropriate adult|adult|interpreter|parents?|"
    r"mother|father|mum|dad|guardian|carer|solicitors?|witness(?:es)?|compensation|costs|apology|appeals?|support|"
    r"interview|legal advice|course|statement|bail"
)
_OF_OTHERS = re.compile(rf"\b(?:{_OTHERS})\b", re.IGNORECASE)
_OF_RJ = re.compile(rf"\b(?:{_RESTORATIVE})\b", re.IGNORECASE)
_OF_OTHERS_OR_RJ = re.compile(rf"\b(?:{_OTHERS}|{_RESTORATIVE})\b", re.IGNORECASE)
_AFTERWARDS = re.compile(r"\s*(?:to )?(?:comply|engage|attend|complete|pay|keep)\b", re.IGNORECASE)
_DISPOSALS = tuple(pattern for pattern, _ in KEYWORDS["disposal"])


def not_given(word: str) -> bool:
    """Say whether a word says of a disposal that it was refused, withdrawn or only offered: it was not given.

    What a victim or a parent refuses, or is refused beside a disposal, does not undo it: "CR (victim declined RJ)".
    """
    word = _HUMPS.sub(" ", word).replace("_", " ")
    if _GIVEN.search(word):
        return False
    return bool(_CHARGED_INSTEAD.search(word)) or any(_is_of_disposal(clause, word) for clause in _CLAUSES.split(word))


def without_refusal(word: str) -> str:
    """Give a word for a disposal without what says that it was not given."""
    return _REFUSED.sub("", _CHARGED_INSTEAD.sub("", _HUMPS.sub(" ", word).replace("_", " "))).strip(" -–—:,;/")


def _is_of_disposal(clause: str, word: str) -> bool:
    """Say whether it is a disposal that a clause says to be refused, and nothing beside it."""
    refused = _REFUSED.search(clause)
    if refused is None:
        return False
    before, after = clause[: refused.start()], clause[refused.end() :]
    elsewhere = word.replace(clause, before, 1)
    others = _OF_OTHERS_OR_RJ if _names_disposal(_OF_RJ.sub("", elsewhere)) else _OF_OTHERS
    if _AFTERWARDS.match(after) or others.match(after.strip()):
        return False
    return not others.search(before) or _names_disposal(others.sub("", after))


def _names_disposal(text: str) -> bool:
    return any(pattern.search(text) for pattern in _DISPOSALS)


def ended_otherwise(word: str) -> bool:
    """Say whether a word for a disposal or an outcome code says that the case did not end out of court."""
    if is_marked(word):
        return False
    if _holds_other_code(word):
        return True
    word = _HUMPS.sub(" ", word)
    return _ENDED_OTHERWISE.search(word) is not None and _YET.search(word) is None


def is_status_of_another_end(word: str) -> bool:
    """Say whether a status says that a case went to court or ended without action, and neither withdrawn nor closed."""
    plain = _HUMPS.sub(" ", word).replace("_", " ")
    goes_on = _STILL_OPEN.search(plain) or _YET.search(plain)
    return not is_marked(word) and not goes_on and _OF_ANOTHER_END.search(plain) is not None


def _holds_other_code(word: str) -> bool:
    codes = {outcome_code(match[1]) for pattern in OUTCOMES for match in pattern.finditer(word.strip())}
    codes |= {outcome_code(word.strip())} & set(OTHER_OUTCOMES)
    return bool(codes) and codes <= set(OTHER_OUTCOMES)
