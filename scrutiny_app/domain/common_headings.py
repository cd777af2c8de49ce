"""Writing a heading's signs and short forms as the words that they commonly stand for, before it is looked up.

"VIW_V1_SNAME" is the surname of victim 1, "Rep Dt/Tm" the date of the report, "DTO" the date of the offence, and
"VPS/IP wishes" what both its halves mean. What is read so is never sure: a person sees it first.
"""

import re
from functools import lru_cache

from scrutiny_app.domain.asked_on_forms import asked_on_form
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.conditions_in_columns import of_any_condition
from scrutiny_app.domain.headings_in_blocks import in_words_of_blocks, out_of_table
from scrutiny_app.domain.likeness import PEOPLE, tokens
from scrutiny_app.domain.nearest_phrases import nearest_phrase
from scrutiny_app.domain.offence_ends import is_first_day
from scrutiny_app.domain.spoken_headings import in_schemas_words, kept_by_hand
from scrutiny_app.domain.synonyms import PARTY_PHRASES, PHRASES
from scrutiny_app.domain.uses import Part
from scrutiny_app.domain.welsh_headings import in_english, is_welsh
from scrutiny_app.domain.wordy_headings import cut_down

_LIST = re.compile(r"^(?:VIWS?|NOM(?:INAL)?S?|PARTY|PERS?|PER?SON)[\s_.-]*(?=[A-Z]{1,7}[\s_.-]?\d)", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"^(?:(?P<victim>V|VI?C|VICT|VCTM|VICTIM|IP|AGG|AGGD|COMP)|(?P<witness>W|WIT|WITN|WTN|WITNESS)|"
    r"(?P<suspect>S|SU?S|SUSP|SUSPECT|ACC|ACCD|DEF|OFF|OFFDR))[\s_.-]?(?P<number>[1-9])(?=$|[\s_.:-]|(?-i:[A-Z][a-z]))",
    re.IGNORECASE,
)
_DAY_AND_TIME = re.compile(
    r"(?<![A-Za-z])(?:(?:dt|date)s?[\s/_&+-]*(?:and[\s_]+)?(?:tm|time)|d/t|dttm|dtm)(?![a-z])", re.IGNORECASE
)
_LAST_DAY_AND_TIME = re.compile(r"(?<=[a-z])(?:Dt|Date)/?(?:Tm|Time)$")  # RepDtTm
_YES_NO = re.compile(r"(?<=[A-Za-z\d])[\s_-]+\(?Y[/_]?N\)?$|(?<=[a-z])YN$", re.IGNORECASE)
_VIW = re.compile(r"^VIWS?[\s_.-]+(?=cons|inform|agree|view|support)", re.IGNORECASE)  # asked of victims alone
_LETTER_AND_STROKE = re.compile(r"\b[A-Za-z]/|/[A-Za-z]\b")  # Y/N, F/Names: short for one thing, not two
_SECTION_OF_LOG = re.compile(r"^[A-Z]{2,5}\s+[-–:]\s+(?=\S)")  # "OEL - Circumstances"
_COMMONLY = {
    "reply": "Suspect's account",  # to what they were told on arrest
    **dict.fromkeys(("decidedby", "decider", "decidersname", "decidername", "whodecided"), "Decision maker"),
    **dict.fromkeys(("determinedby", "outcomedecidedby", "disposaldecidedby", "decidingsupervisor"), "Decision maker"),
    **dict.fromkeys(("dto", "doo", "dof"), "Offence date"),
    **dict.fromkeys(("dtr", "dor"), "Reported date"),
    **dict.fromkeys(("completeby", "complyby", "tobecompletedby", "tocompleteby", "tobecompliedby"), "Conditions due"),
    **dict.fromkeys(("condby", "condsby", "condsdue", "conddue", "conddt", "dtcond"), "Conditions due"),
    **{
        day: name
        for name, deeds in (
            ("Offence date", "off comm cmtd occ ofn offn"),
            ("Reported date", "rep rpt rptd reptd"),
            ("Decision date", "dec decn decd decsn"),
            ("Disposal date", "disp dispd fin final outc outcm iss issd givn"),
        )
        for deed in deeds.split()
        for day in (f"dt{deed}", f"{deed}dt")
    },
}
_DISPLAY = re.compile(r"[\s_]?Display(?=[\s_]?Name$)|(?<=[A-Za-z])[\s_]display(?=[\s_]name$)")
_OR_FIRM = re.compile(
    r"(?<=name)\s*(?:/|\bor\b)\s*(?:org|organi[sz]ation|company|co|business|firm)(?:[\s_]*name)?$", re.IGNORECASE
)  # which stands there where nobody's name does
_OF_MOMENTS = re.compile(r"^(?:time[\s_]?stamps?|dates|times)[\s_.:]+(?=[a-z]+ed(?:At)?$)", re.IGNORECASE)
_STROKE, _DASH = re.compile(r"\s*[/|]\s*"), re.compile(r"\s+[-–]\s+")
_COMPLETING = re.compile(
    r"(?:officer (?:completing|submitting)(?: (?:the |this )?(?:form|report))?|(?:completing|submitting) officer)"
    r"(?:['’]s)?(?=$|\W+(?:name|collar|pin|force|warrant|fin|staff|shoulder|number|no|id)\b)",
    re.IGNORECASE,
)
_HARMED = re.compile(r"^(?:the )?(?:harmed (?:person|party)|(?:person|party) harmed)(?=$|['’\W_])", re.IGNORECASE)
_PERSON_OR_FIRM = re.compile(
    r"(?:name of )?(?:the )?(?:victim|person harmed|harmed person|harmed party|aggrieved|complainant|ip|injured party)"
    r"(?P<number> ?[1-3])?(?:\s*/\s*|\s+or\s+)(?:the )?(?:org|organi[sz]ation|company|business|firm)(?: name)?",
    re.IGNORECASE,
)
_SHORT_ENDING = re.compile(r"(?<=[A-Z]{2})(?=(?:Nm|No|Dt|Cd)$)")  # OICNm
_FIRST, _TWO = "1", 2


@lru_cache(maxsize=4096)
def in_common_words(heading: str) -> str:
    """Give a heading in words that may be known; as it stands where it is known, or says nothing more."""
    if match := _PERSON_OR_FIRM.fullmatch(heading.strip()):
        return f"Victim{match['number'] or ''} name"
    if _is_known(heading):
        return heading
    if meant := _COMMONLY.get(fold(heading)) or of_any_condition(heading):
        return in_common_words(meant)
    if told := in_schemas_words(heading) or ("" if nearest_phrase(heading) else kept_by_hand(heading)):
        return told
    if _HARMED.match(heading):
        return in_common_words(_HARMED.sub("Victim", heading))
    if _COMPLETING.match(heading):
        return _COMPLETING.sub("Referring officer", heading)
    if is_first_day(heading):
        return "Offence date"
    if (own := asked_on_form(heading) or out_of_table(heading)) != heading:
        return in_common_words(own)
    if told := in_words_of_blocks(heading):
        return told
    plain = _SECTION_OF_LOG.sub(_unless_somebody, _SHORT_ENDING.sub(" ", heading))
    plain = _LAST_DAY_AND_TIME.sub(" date", _DAY_AND_TIME.sub("date", plain))
    plain = _of_welsh(_of_somebody(_VIW.sub("Victim ", plain)))
    plain = _OR_FIRM.sub("", _DISPLAY.sub("", _OF_MOMENTS.sub("", plain)))
    plain = _YES_NO.sub(" (Y/N)", plain)
    return cut_down(_of_halves(plain))


def _unless_somebody(section: re.Match[str]) -> str:
    """Leave out how a section of a log is called, but not whose a column is: "OIC - Given name" is an officer's."""
    return section[0] if tokens(section[0]) & PEOPLE else ""


def _of_welsh(heading: str) -> str:
    """Write a Welsh heading in English, and as the schema says it where the words of blocks tell."""
    english = in_english(heading)
    return (in_words_of_blocks(english) if english != heading else "") or english


def _is_known(heading: str) -> bool:
    return fold(heading) in PHRASES or fold(heading) in PARTY_PHRASES


def _of_somebody(heading: str) -> str:
    """Write out whose a column is that begins with a short form and a number: only one offender has a place."""
    match = _SOMEBODY.match(_LIST.sub("", heading))
    if match is None or (match["suspect"] and match["number"] != _FIRST):
        return heading
    rest = _LIST.sub("", heading)[match.end() :].strip(" _.:-")
    who = f"Victim {match['number']}" if match["victim"] else "Witness" if match["witness"] else "Suspect"
    return heading if rest and _is_name_alone(f"{who} {rest}", rest) else f"{who} {rest}".strip()


def _is_name_alone(words: str, rest: str) -> bool:
    """Say whether a heading is like that of a name only by saying whose it is: "V1_IC" is no name."""
    near = nearest_phrase(words)
    is_name = near is not None and near[0].use.part is Part.WHOLE and near[0].use.field.endswith(("_name", "witnesses"))
    return is_name and re.search(r"na?me?", rest, re.IGNORECASE) is None


def _of_halves(heading: str) -> str:
    """Give one half of a heading with a stroke: where both mean the same, or the other is Welsh that nobody knows.

    So is a heading in two languages read, or one of two words for one thing.
    """
    if _LETTER_AND_STROKE.search(heading):
        return heading
    own = [half.strip() for half in (_STROKE if _STROKE.search(heading) else _DASH).split(heading)]
    halves = list(map(in_english, own))
    if len(halves) != _TWO or not all(halves):
        return heading
    one, other = map(nearest_phrase, halves)
    if one and other:
        return halves[1] if one[0].use == other[0].use else heading
    if one or other:
        known, beside = (halves[0], own[1]) if one else (halves[1], own[0])
        return known if is_welsh(beside) else heading
    return heading
