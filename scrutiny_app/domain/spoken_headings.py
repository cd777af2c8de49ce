"""Headings as people write them in a log of their own: "What they agreed to do", "Sgt who agreed", "IP happy with CR?".

Each is read only in the shape in which nobody means anything else, and never for sure.
"""

import re
from functools import lru_cache

from scrutiny_app.domain.questioning import words_of

_WHO = r"(?:the )?(?:they|he|she|he she|we|s he|offender|suspect|subject|accused|person|yp|young person|child|client)"
_AGREED = r"(?:(?:has|have|had) )?(?:agreed|agrees|promised|promises|undertaken|undertook)"
_MUST = r"(?:will|must|should|(?:has|have|needs?|is|are|was|were)(?: (?:required|going|asked|expected))?)"
_DO = r"(?:to )?(?:do|complete|carry out)"
_AMENDS = r"(?: (?:to |and )?(?:make amends|put (?:it|this|things) right))?"
_KINDS = r"(?:steps|measures|requirements|undertakings?|reparation|amends|activities|reparative activity)"
_UNDERTAKEN = re.compile(
    rf"(?:what|things?|actions?|tasks?|steps?)(?: that)? {_WHO} "
    rf"(?:{_AGREED} to(?: (?:do|complete))?|{_MUST} {_DO}){_AMENDS}"
    rf"|(?:{_WHO} )?(?:{_AGREED} to do|(?:needs?|is|are|required) to do)"
    rf"|what (?:has|have|did) {_WHO} agreed? to(?: do)?|what (?:must|should|will) {_WHO} do"
    rf"|what (?:do|does|are|is) {_WHO} (?:have|need|required|expected|going) to do"
    rf"|how {_WHO} (?:{_AGREED} to|will) (?:make amends|put (?:it|this|things) right)"
    r"|what (?:has been|have been|was|were|is|are) (?:agreed|undertaken)"
    rf"|what is required of (?:them|{_WHO})|{_KINDS} (?:agreed|given|made|set)|agreed {_KINDS}|undertakings?"
)
_SENIOR = (
    r"(?:(?:acting |det(?:ective)? |duty |t )?"
    r"(?:sgt|sergeant|ps|ds|insp|inspector|di|ci|dci|chief insp(?:ector)?|supt|superintendent|skipper)|supervisor)"
)
_IT = r"(?: (?:it|this|cr|(?:the )?(?:disposal|outcome|resolution|decision|cr)))?"
_APPROVED = (
    r"(?:agreed|approved|authorised|authorized|okayed|ok d|sanctioned|signed (?:it |this )?off|gave (?:the )?authority)"
)
_AUTHORISER = re.compile(
    rf"{_SENIOR} (?:(?:who|that) )?(?:{_APPROVED}|agreeing|approving|authorising|signing off){_IT}"
    rf"|{_APPROVED}{_IT} by (?:a |the )?{_SENIOR}|(?:agreeing|approving) {_SENIOR}"
    rf"|(?:authority|approval|agreement|sign off) (?:from|of|by) {_SENIOR}"
    rf"|{_SENIOR} (?:authority|approval|agreement|sign off)"
)
_VICTIM = (
    r"(?:(?:does|is|was|did) )?(?:the )?(?:victim|victims|vic|ip|aggrieved|complainant|injured party)(?: is| was)?"
)
_DISPOSAL = (
    r"(?:the |this |a |proposed )?"
    r"(?:cr|community resolution|disposal|outcome|resolution|caution|oocd|oocr|ooc|decision|proposal|it|this)"
)
_ASSENT = r"(?:happy|content|ok|okay|satisfied|agree|agrees|agreed|agreeable|on board|in agreement|fine)"
_AGREES = re.compile(
    rf"{_VICTIM} {_ASSENT} (?:with|w|to|for|about) {_DISPOSAL}"
    rf"|{_VICTIM} (?:in favour of|supports?|supportive of|accepts?|accepted|wants?|willing to accept) {_DISPOSAL}"
    rf"|{_VICTIM} (?:on board|in favour|ok|okay)"
)
_DEED = r"(?:do(?: it)?|done|completed?|complied(?: with)?|finish(?:ed)?|met|kept|fulfilled|carried out|achieved)"
_DEADLINE = re.compile(
    r"(?:(?:date|conditions?|conds|tasks?|actions?) )?(?:to be|must be|should be|needs? to be|ha(?:s|ve) to be|to)? ?"
    rf"{_DEED} (?:by|before|no later than|on or before)(?: when| date)?"
    r"|(?:by )?when (?:must|should|does|do|is|are|has|have) (?:it|this|that|they|these) "
    rf"(?:have )?(?:to )?(?:be )?{_DEED}(?: by)?"
    r"|(?:needs? )?(?:doing|completing|finishing|completion) by"
    r"|(?:has|have|got|they have)? ?until|(?:when )?by(?: when)?"
    rf"|(?:last |final )?(?:date|day) (?:to be|to|for) (?:{_DEED}|do|completion|compliance)(?: by)?"
)
_BY_HAND = (  # in lists that one person keeps
    ("Admission", r"(?:(?:did|has|have) )?(?:they |he |she |yp )?own(?:ed|s)? (?:it )?up|full (?:and )?frank"),
    ("Circumstances", r"what (?:went on|happened|took place|was done)"),
    ("Rationale", r"(?:my|our|officer|sgt|ps) (?:thinking|thoughts|reasoning|reasons)|why(?: this| so)?"),
    ("Suspect's account", r"(?:their|his|her|his her|yp|offender|suspect) (?:version|side|story|say|explanation)"),
    ("Conditions", r"(?:the |agreed )?plan|to do list|stipulations?"),
    ("Conditions due", r"(?:plan|conditions?|conds) to (?:be )?(?:finish(?:ed)?|end|complete[d]?)(?: by| on)?"),
    ("Conditions completed", r"(?:plan|conditions?|conds) (?:finished|ended|all done)"),
    ("Area", r"patch(?:es)?"),
    ("Officer in the case", r"referring (?:pc|dc|police officer|police constable)"),
    (
        "Decision date",
        r"(?:(?:date|day) of |date )?(?:the )?(?:joint )?(?:decision )?(?:panel|jdp) (?:held|met|sat|date)(?: on)?",
    ),
    ("Decision date", r"(?:date|day) (?:of )?(?:the )?joint (?:decision )?panel"),
    ("Disposal date", r"(?:was )?(?:given|delivered) on"),
    ("Authorising officer", r"sanctioned by"),
    ("Victim consulted", r"(?:victims?|vic|ip) (?:voice|views?|wishes|opinions?) (?:sought|taken|asked|obtained|got)"),
    ("Hate", r"hate (?:in|to|about) (?:it|this)"),
    ("Appropriate adult", r"(?:aa|appropriate adult) (?:was |is )?with (?:them|him|her|yp|child|young person)"),
    ("Youth justice service consulted", r"(?:yjs|yot|yos) (?:in|part of|had a say in) (?:the )?(?:decision|it|this)"),
)
_IN_HAND = [(name, re.compile(words)) for name, words in _BY_HAND]
_ABOUT_REPORT = frozenset("report reported reporting rptd received informed notified told".split())
_TO_POLICE = frozenset("police force us".split())
_OF_REPORT = frozenset(
    "offence crime incident occurrence matter allegation first initially originally was were the to of by on at in and "
    "when date dates dt time tm datetime day".split()
)
_OF_DAY = frozenset("date dates dt datetime day on when at".split())
_TO_OTHERS = re.compile(r"\breport(?:ed)? (?:to|for)\b|\bnot reported\b")
_OF_ELSE = re.compile(
    r"victim support(?: (?:offered|referral|referred|accepted|declined|informed|service))?"
    r"|.*\b(?:contact|support|emergency|reporting|linked|missing|vulnerable) ?(?:person|adult)\b.*"
    r"|case manager|(?:key|support|social|link) worker"
    r"|.*\bnext\b.*|compliance checked.*|.*\b(?:custody|arresting|charging) (?:sgt|sergeant|officer|insp|inspector)\b.*"
)


def _said(heading: str) -> str:
    return " ".join(re.sub("['’]s$", "", word) for word in words_of(heading))


@lru_cache(maxsize=4096)
def in_schemas_words(heading: str) -> str:
    """Give the schema's words for what somebody wrote as they would say it; nothing where it is not such a heading."""
    said = _said(heading)
    if _UNDERTAKEN.fullmatch(said):
        return "Conditions"
    if _AUTHORISER.fullmatch(said):
        return "Authorising officer"
    if _AGREES.fullmatch(said):
        return "Victim agreed"
    return "Reported date" if _is_day_of_report(said.split()) else ""


def kept_by_hand(heading: str) -> str:
    """Give the schema's words for a heading of a list that one person keeps; nothing where it is no such heading."""
    said = _said(heading)
    return next((name for name, words in _IN_HAND if words.fullmatch(said)), "")


def _is_day_of_report(words: list[str]) -> bool:
    """Say whether a heading is of the day on which the police were told of an offence."""
    told, known = _ABOUT_REPORT.intersection(words), frozenset(words)
    if not told or known.isdisjoint(_OF_DAY) or not known <= _OF_REPORT | _ABOUT_REPORT | _TO_POLICE:
        return False
    is_report = not known.isdisjoint({"report", "reported", "reporting", "rptd"})
    return is_report or ("police" in known and "received" not in told)


def says_nothing_kept(heading: str) -> bool:
    """Say whether a heading is of a report to others than the police, of Victim Support, or of what comes next."""
    said = _said(heading)
    if _OF_ELSE.fullmatch(said):
        return True
    return _TO_OTHERS.search(said) is not None and _TO_POLICE.isdisjoint(said.split())


def is_deadline(heading: str) -> bool:
    """Say whether a heading is of the day by which something is to be done: "To be done by"."""
    return _DEADLINE.fullmatch(_said(heading)) is not None


def ends_in_by(heading: str) -> bool:
    """Say whether a heading says by whom or by when, and so of no day on which anything was done."""
    return words_of(heading)[-1:] == ["by"]
