"""Questions of a form that officers fill in, in the schema's words: "Does the person accept that they did it?".

Of a question over a grid the column's own words count, and what stands in brackets at the end only explains. What is
read so is never sure.
"""

import re
from functools import lru_cache

from scrutiny_app.domain.questioning import words_of

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_OF_GRID = re.compile(r"^.*\?\s*[-–:.]\s+(?=\w)")  # "Who agreed it, and when? - Date agreed"
_PEOPLE = "person|they|he|she|he or she|he she|offender|suspect|subject|accused|young person|child|yp|individual"
_WHO = rf"(?:the )?(?:{_PEOPLE})"
_VICTIM = r"(?:the |any )?(?:victim|victims|ip|injured party|harmed person|person harmed|aggrieved|complainant)"
_IT = r"(?:it|this|that|them|these|the offence|what happened|the (?:tasks?|conditions?|actions?))"
_DISPOSAL = (
    r"(?:(?:a|an|the|this) )?(?:cr|community resolution|resolution|caution|disposal|outcome|oocr|oocd|"
    r"out of court (?:resolution|disposal)|diversion)"
)
_OFFENCE = r"(?:offence|crime|incident)"
_RECORD = r"(?:crime|case|record|investigation|occurrence|report|occurrence record|crime record)"
_BLAME = r"responsibility(?: for .{2,20})?"
_DEED = (  # to accept "it" may be to accept the disposal
    rf"(?:that )?(?:they|he|she) (?:did|have done) (?:it|this)|doing (?:it|this)|{_BLAME}|what (?:they|he|she) did|"
    "the offence"
)
_OF_VIEWS = r"(?: (?:what|how|about|whether|if|yet|(?:for )?(?:their|his|her) (?:views?|wishes|thoughts)).{0,50})?"
_ASKED = (
    ("Case number", rf"(?:{_DISPOSAL} |crs? )?(?:slip|ticket|notice|certificate) (?:number|no|reference|ref)"),
    ("Crime number", r"what (?:is|was) the crime (?:reference|ref|number|no)(?: number)?(?: on .{2,20})?"),
    ("Crime number", r"crime (?:reference|ref|number|no)(?: number)? on (?:the )?(?:system|\w+)"),
    (
        "Offence",
        rf"(?:what|which) {_OFFENCE} (?:is|was|has been) (?:on|it|this|recorded|committed|crimed|alleged).{{0,40}}",
    ),
    (
        "Offence group",
        rf"(?:which|what) (?:kind|type|sort|category|group) of {_OFFENCE}(?: (?:is|was) (?:it|that|this))?",
    ),
    ("Victim 1 name", rf"(?:who (?:is|was|are|were)|name of) {_VICTIM}"),
    (
        "Victim consulted",
        rf"(?:have|has|did|was|were) (?:(?:you|we|anyone|somebody|someone|officers?|the officer) )?"
        rf"(?:asked?|spoken? to|contact(?:ed)?|consult(?:ed)?|talk(?:ed)? to|sp[eo]ak(?:en)? (?:to|with))"
        rf"(?: with)? {_VICTIM}{_OF_VIEWS}",
    ),
    (
        "Victim consulted",
        rf"(?:was|were|has|have) {_VICTIM} (?:been )?(?:asked|spoken to|contacted|consulted){_OF_VIEWS}",
    ),
    (
        "Victim agreed",
        rf"(?:is|was|does|did|are|were) {_VICTIM} "
        r"(?:happy|content|ok|okay|satisfied|agree|agreeable|support|accept|consent)"
        rf"(?: (?:for|that|to|with|about) (?:(?:it|this|{_DISPOSAL})(?: (?:to be|being|is|was) .{{4,40}})?|"
        r"(?:the )?(?:way|matter|case).{0,40}))?",
    ),
    (
        "Admission",
        rf"(?:does|did|do|has|have) {_WHO} (?:fully |now )?(?:accept(?:ed)? (?:{_DEED})|"
        rf"(?:admit(?:ted)?|own(?:ed)?(?: up)?)(?: to)?(?: (?:it|this|{_DEED}))?|take(?:n)? {_BLAME})",
    ),
    (
        "Previous outcomes",
        rf"how many times (?:have|has|had) {_WHO} (?:been|had|received) .{{0,60}}"
        r"\b(?:before|previously|already|in the past)",
    ),
    (
        "Circumstances",
        r"(?:please )?(?:tell (?:us|me)|describe|say|explain|set out) what happened(?: in your own words)?",
    ),
    ("Suspect's account", rf"what did {_WHO} (?:say|tell (?:you|us))(?: (?:about|of|on) {_IT}| happened)?"),
    (
        "Rationale",
        r"(?:tell us )?why "
        r"(?:is|was|did you think|do you think|have you chosen|did you (?:choose|decide on|use|give)) "
        rf"{_DISPOSAL}.{{0,60}}",
    ),
    (
        "Conditions due",
        rf"(?:by )?when (?:must|should|do|does|will|are|is|have|has|need) (?:{_WHO}|{_IT}) (?:have |need |has )?"
        rf"(?:to )?(?:be |have )?(?:do|done|complete|completed|finish|finished)(?: {_IT})?(?: by)?",
    ),
    (
        "Disposal date",
        rf"(?:when|(?:what|on what) (?:date|day)|date|day)(?: on which)? (?:was )?(?:the |this )?{_RECORD} (?:was )?"
        r"(?:closed|finalised|filed)(?: (?:on|in) .{2,20})?",
    ),
    (
        "Case status",
        r"(?:where|what stage|how far) (?:is|has) (?:this|the) (?:form|case|record|referral|crime)"
        r"(?: (?:got|gone))?(?: up)?(?: to| at)?",
    ),
)
_MEANT = [(name, re.compile(words)) for name, words in _ASKED]


@lru_cache(maxsize=4096)
def asked_on_form(heading: str) -> str:
    """Give the schema's words for what a form asks; nothing where it asks for something else."""
    own = _OF_GRID.sub("", heading.strip())
    said = " ".join(words_of(_BRACKETS.sub("", own)))
    told = next((name for name, words in _MEANT if words.fullmatch(said)), "")
    return told or (own if own != heading.strip() else "")
