"""Police ranks as they stand before a name or a number: "A/Insp 1783 NOWAK", "Temp DS Marsh", "PS6525 KELLY".

A rank that is held for a while (acting, temporary) may or may not count as that rank, so it is told apart from it.
"""

import re

RANKS = frozenset(
    "pc ps dc ds di dci dcs pcso spc wpc wps tpc tps tdc tds tdi apc aps ads adi ci cinsp sgt insp supt ch det "
    "aci tci adci tdci asgt tsgt ainsp tinsp asupt tsupt "
    "dinsp dsgt dsupt dsu chinsp chsupt csupt acc dcc cdr".split()
)
RANKS_IN_WORDS = frozenset("constable sergeant inspector superintendent chief detective acting temporary".split())
NEVER_NAMES = RANKS_IN_WORDS - {"constable", "sergeant", "chief"}  # those three are surnames too
_SHORT = {
    "constable": "PC",
    "sergeant": "Sgt",
    "inspector": "Insp",
    "superintendent": "Supt",
    "detective": "Det",
    "chief": "Ch",
}
_LONGEST_FIRST = sorted({*RANKS, *_SHORT}, key=len, reverse=True)
_ANY = "|".join(_LONGEST_FIRST)
_HELD = r"(?:act|actg|acting|temp|tempy|temporary)"
_INITIAL_BEFORE = "insp|cinsp|supt|sgt|pc|ps|dc|ds|dci"  # "A Insp"; but "A Di Marco" and "A Constable" have a forename
_ACTING = re.compile(
    rf"(?<![^\W_])(?:(?:(?:[at]|{_HELD})\s*[/\\-]\s*)+(?:({_ANY})(?![^\W\d_]))"
    rf"|(?:{_HELD}(?:\.\s*|\s+))+({_ANY})(?![^\W\d_])|[at]\s+({_INITIAL_BEFORE})(?![^\W_]))",
    re.IGNORECASE,
)
_BRANCH = re.compile(
    r"(?<![^\W_])(?:det/(?=[a-z]{2,4}\b)|[dpsw]/(?=(?:insp|sgt|supt|ci)(?![^\W\d_])))", re.IGNORECASE
)  # D/Sgt
_CHIEF = re.compile(r"(?<![^\W_])ch?/(?=insp|supt|superint)", re.IGNORECASE)
_STROKE = re.compile(r"(?<![^\W_])([dp])/([cis])(?![^\W\d_])", re.IGNORECASE)  # D/I
_POINT = re.compile(r"(?<![^\W_])(det|ch|chief)\.(?=[a-z])", re.IGNORECASE)  # Det.Insp
_WELSH = re.compile(
    r"\b(?:(d)itectif\s+)?(?:(p)rif\s+)?(?:[cg](w)nstabl|rh?(i)ngyll|(a)rolygydd|(u)warolygydd)\b|\b(s)cch\b",
    re.IGNORECASE,
)
_SORT = re.compile(r"(?<![^\W_])(?:police|special)\s+(?=(?:constable|sergeant|inspector)(?![^\W_]))", re.IGNORECASE)
_INITIALS = re.compile(r"(?<![^\W_])(?:d\. ?(?:c\. ?)?i|[dp]\. ?s|[dp]\. ?c)\.(?=[\s\d/])", re.IGNORECASE)  # D.C.I.
_NO_PREFIX = frozenset({"ch", "det"})  # letters that a number may begin with
_BEFORE_NUMBERS = "|".join(rank for rank in _LONGEST_FIRST if rank in RANKS - _NO_PREFIX)
_GLUED = re.compile(
    rf"(?<![^\W_])((?:(?:ch|chief|det|detective)[ ./]+)*(?:{_BEFORE_NUMBERS}))"
    r"(?:[ .:#/-]*(?=\d{2,8}[a-z]{0,2}\b)|[ .:#/-]+(?=\d(?![^\s,;)])))",
    re.IGNORECASE,
)
_HELD_SHORT = re.compile(r"(?:[at](?:ps|ds|di|ci|dci|sgt|insp|supt))", re.IGNORECASE)  # TPS; a TDC is a trainee


def without_acting(text: str) -> str:
    """Give a text without what says that a rank is held for a while: "A/Insp Marsh" names one person."""
    return _ACTING.sub(_plainly, spelt_out(text))


def spelt_out(text: str) -> str:
    """Write a rank with signs in it as words: "D/I", "Det.Insp" and "C/Insp"; a police constable is a constable."""
    if "/" in text:
        text = _STROKE.sub(r"\1\2", _BRANCH.sub("", _CHIEF.sub("Ch ", text)))
    if _WELSH.search(text):
        text = _WELSH.sub(_in_english, text)
    if "." in text:
        text = _POINT.sub(r"\1 ", text)
    return _SORT.sub("", text)


def _in_english(found: re.Match[str]) -> str:
    """Give a Welsh rank in short: a Ditectif Ringyll is a DS."""
    detective, chief, constable, sergeant, inspector, _, support = found.groups()
    if support:
        return "PCSO"
    if constable or sergeant:
        return ("D" if detective else "P") + ("C" if constable else "S")
    if inspector:
        return f"D{'C' if chief else ''}I" if detective else "CI" if chief else "Insp"
    return "Supt"


def without_points(text: str) -> str:
    """Write an officer's rank in initials as one word: of anybody else "P.C. Marsh" has two forenames."""
    return _INITIALS.sub(lambda found: re.sub(r"[. ]", "", found[0]), text) if "." in text else text


def _plainly(found: re.Match[str]) -> str:
    rank = found[1] or found[2] or found[3]
    return _SHORT.get(rank.casefold(), rank)


def says_acting(text: str) -> bool:
    """Say whether a text holds a rank that somebody holds for a while."""
    return _ACTING.search(text) is not None or any(map(_HELD_SHORT.fullmatch, re.findall(r"[^\W\d_]+", text)))


def without_rank_at_number(text: str) -> str:
    """Leave out the rank that stands directly before a number: "PS6525 KELLY" is number 6525, as "PS 6525 KELLY" is."""
    return _GLUED.sub("", text)


def rank_at_number(text: str) -> str:
    """Give the rank that stands directly before a number, whole; empty where there is none."""
    found = _GLUED.search(text)
    return found[1] if found else ""


def without_rank(number: str) -> str:
    """Give an officer's number without the rank before it."""
    found = _GLUED.match(number)
    return number[found.end() :] if found and found.end() < len(number) else number
