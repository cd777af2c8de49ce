"""Finding schools, workplaces, venues and shops by the words that end or surround their names."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.index import Index, together
from redaction.lexicon import Lexicon, lines, words_of
from redaction.named import cues
from redaction.named.ends_of_places import GOES_ON
from redaction.named.windows import windows, within
from redaction.words import Word

_CAPITALS = r"(?:[A-Z][\w'\-]{1,24} (?:(?:and|&) )?){1,4}"
_VENUE = re.compile(
    r"The (?<=[\w,] The )(?:[A-Z][\w'\-]{1,24}(?: (?:and|&|of|of the|in the|at the) (?=[A-Z])| (?=[A-Z]))?){1,4}"
)
_WHOLE = re.compile(
    r"The (?:(?<=[.!?] The )|(?<=\nThe ))(?:[A-Z][\w'\-]{1,24} ){0,3}[A-Z][\w'\-]{1,24}(?=\.(?: |\n|$))"
)
_BEFORE_STREET = re.compile(r"(?<![\w'&\-])((?:[A-Z][\w'&\-]{0,24}(?: |, )){1,3})(?:(?:in|on|at|of) (?:the )?)?$")
_CAPITAL_RUN = r"(?:the )?(?P<name>[A-Z][\w'\-]{1,24} (?:(?:and|&) )?[A-Z][\w'\-]{1,24}(?: [A-Z][\w'\-]{1,24}){0,2})\b"
_PLACE = re.compile(
    r"\b(?:at|in|into|inside|outside|near|behind|opposite|leaving|left|from|enters|entered|runs|manages|run|manage"
    r"|owns|own|the) " + _CAPITAL_RUN
)
# After these a person may come as well, so that every word must be an everyday one.
_MEANT = re.compile(r"\b(?:for|with|to|via|through|by|past|called|legend|and) " + _CAPITAL_RUN)
_KINDS = "Bar Club Hotel Cafe Caffi Tafarn Hostel Restaurant Lodge Salon Gym Siop Neuadd Capel Clwb Becws".split()
_BEGINS = tuple(f"{kind} " for kind in _KINDS)
_BEGUN = re.compile(
    rf"\b(?:{'|'.join(map(str.strip, _BEGINS))})"
    r"(?P<name> [A-Z][\w'\-]{1,24}(?: [A-Z][\w'\-]{1,24})?)\b"
)
_SEATS = "School|College|Academy|Institute|Guild|House|Bank|Church|Temple"
_TAUGHT_AT = tuple(f"{seat} {of} " for seat in _SEATS.split("|") for of in ("of", "for"))
_TAUGHT = re.compile(
    rf"\b(?P<name>(?:[A-Z][\w'\-]{{1,24}} ){{1,3}})(?:{_SEATS})"
    r" (?:of|for) (?:the )?[A-Z][\w'\-]{2,24}\b"
)
_IN_VENUES = frozenset("the and two three four five six seven eight nine ten black white railway station".split())
_WELSH_SCHOOL = re.compile(r"\bYsgol(?: (?:y|yr|[A-Z][\w'\-]{1,24})){1,4}")
_DEDICATED = re.compile(
    r"\b(?:Our Lady|Holy|Sacred|Blessed|All Saints|Church|Chapel|Friends|Temple|Order)"
    r"(?: [A-Z][\w'\-]{1,24}){0,2}(?: of (?:the )?[A-Z][\w'\-]{1,24}(?: [A-Z][\w'\-]{1,24})?)\b"
    r"|\b(?:Holy (?:Trinity|Cross|Family|Name|Rood|Spirit|Ghost|Innocents|Redeemer)|Sacred Heart"
    r"|All (?:Saints|Souls|Hallows))\b"
    r"|\bSts\.? [A-Z][\w'\-]{1,24} (?:and|&) [A-Z][\w'\-]{1,24}\b"
    r"|\b(?:Our Lady|St\.? [A-Z][\w'\-]{1,24}) (?:and|&) (?:St\.?|All) [A-Z][\w'\-]{1,24}\b"
)
_DEDICATED_TO = "Our Lady,St ,St.,Holy,Sacred,Blessed,All S,All H,Church,Chapel,Friends,Temple,Order,Sts".split(",")
# One capital after `the`, told by what is before and after it.
_ALONE = re.compile(
    r"\b(?:at|in|into|inside|outside|near|behind|opposite|leaving|left|from|round|down|over at|up at|to|across|on) "
    r"(?P<name>the [A-Z][a-z'\-]{3,24})(?P<after> [a-z]+|[^\w]|$)"
)
_WORDS = re.compile(r"[\w'&\-]+")
_MARKED = re.compile(r"\b[A-Z]{1,3}\d")  # a vehicle's make or mark: T5, SN15
_SENTENCE_WORDS = words_of("beside_places", "leading_up")
_SMALL_HEADS = frozenset(
    "school college academy hospital surgery church estate fair library pharmacy nursery pub nightclub".split()
)
_SPELT = re.compile(r"[^\W_]{2,}")
_REACH = 70
_BEGINS_A_SENTENCE = re.compile(r"(?:[.!?;:] |\n)$")
_DOES = frozenset("works worked lives runs attends owns manages visits uses drives".split())
_BEFORE_PEOPLE = cues.TITLES | cues.ROLES | cues.STATIONS | frozenset(cues.KIN)
_BODIES = ("team", "unit", "service", "services")  # of the police and the council as well
_JUNCTION = "jw"  # at the junction with
_NEW = "New "
_SIDE = re.compile(r"\b(?:North|South|East|West|Upper|Lower) \Z")  # part of a school's name: East Downs Academy
_BEGIN_NAMES = frozenset(("the", "ysgol"))
_BEFORE_HEADS = words_of("beside_places", "peoples") | {"station", "railway", "haven"}  # and policy, or have not
_FIRM = "firm"  # heads that are everyday words or policy too


class NamedOrganisations:
    """Finds organisations in one folded text after another."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Make one pattern for each kind from the list of heads."""
        self._lexicon = lexicon
        self._process = lexicon.protected - lexicon.brands
        self._no_venue = self._process - _IN_VENUES
        self._patterns: list[tuple[str, re.Pattern[str]]] = []
        self._heads: dict[str, set[str]] = {}
        self._told_by: dict[str, list[int]] = {}  # the patterns of whose heads a word may be the last
        for line in lines("heads"):
            kind, _, heads = line.partition(":")
            longest_first = sorted((head.strip() for head in heads.split(";")), key=len, reverse=True)
            self._heads.setdefault(kind, set()).update(word for head in longest_first for word in head.split())
            written = "|".join(_cased(head) for head in longest_first)
            for word in {word for head in longest_first for word in _SPELT.findall(head)[-1:]}:
                self._told_by.setdefault(word, []).append(len(self._patterns))
            self._patterns.append((kind, re.compile(rf"\b(?P<name>(?:St\.? )?{_CAPITALS})(?:{written})\b")))
        self._last_words = frozenset(self._told_by)

    def find(self, text: str, words: Sequence[Word], index: Index, streets: Sequence[Finding]) -> Iterator[Finding]:
        """Give each organisation; `streets` are those found in the text, before which a shop may stand."""
        told: dict[int, list[int]] = {}
        for at in index.of(self._last_words):
            for number in self._told_by[words[at].low]:
                told.setdefault(number, []).append(at)
        headed = [
            finding
            for number, (kind, pattern) in enumerate(self._patterns)
            for found in within(pattern, text, windows(words, told.get(number, ()), before=13, after=2))
            for finding in self._headed(found, kind)
        ]
        yield from headed
        for place in (*streets, *headed):
            yield from self._shop(text, place)
        begun = together(index.raised, index.after(_BEGIN_NAMES))
        near = list(windows(words, (at for at in begun if at and _is_capital_beside(words, at)), before=4, after=5))
        yield from self._unexplained(text, near)
        yield from self._begun(text, near)
        articles = [at for at in index.after(_BEGIN_NAMES) if words[at].capital and words[at - 1].low == "the"]
        yield from self._alone(text, list(windows(words, articles, before=3, after=2)))

    def _begun(self, text: str, near: list[tuple[int, int]]) -> Iterator[Finding]:
        """Give what begins as a school's or a venue's name does."""
        for found in within(_WELSH_SCHOOL, text, near if "Ysgol" in text else ()):
            yield _finding(found.start(), found[0], "school", "begins as a Welsh school's name does")
        for pattern in (_VENUE, _WHOLE) if "The " in text else ():
            for found in within(pattern, text, near):
                yield from self._venue(found)
        dedicated = any(word in text for word in _DEDICATED_TO)
        for found in within(_DEDICATED, text, near if dedicated else ()):
            yield _finding(found.start(), found[0], "venue", "named as a church or a school is")
        for found in within(_BEGUN, text, near if any(word in text for word in _BEGINS) else ()):
            if not self._holds_policy(found["name"]):
                yield _finding(found.start(), found[0], "venue", "begins as a venue's name does")
        for found in within(_TAUGHT, text, near if any(word in text for word in _TAUGHT_AT) else ()):
            if not self._holds_policy(found["name"]):
                yield _finding(found.start(), found[0], "venue", "named by what is taught or done there")

    def _unexplained(self, text: str, near: list[tuple[int, int]]) -> Iterator[Finding]:
        """Give capitals side by side that begin no sentence and are no policy."""
        for pattern in (_PLACE, _MEANT):
            for found in within(pattern, text, near):
                name = found["name"]
                if self._is_somebody(name) or self._begins_with_policy(name):
                    continue
                if pattern is _PLACE or self._is_everyday(name):
                    yield _finding(found.start("name"), name, "venue", "capitals that begin no sentence", 0.6)

    def _alone(self, text: str, near: list[tuple[int, int]]) -> Iterator[Finding]:
        """Give one capital after `the` where a place would stand: from the Drovers, at the Poplars."""
        for found in within(_ALONE, text, near):
            word, after = found["name"][4:].lower().removesuffix("'s").rstrip("'"), found["after"].strip()
            heads = after.isalpha() and after not in self._lexicon.protected and after not in GOES_ON
            if not heads and word not in self._lexicon.protected:
                yield _finding(
                    found.start("name") + 4, found["name"][4:], "venue", "a place by the words about it", 0.6
                )

    def _headed(self, found: re.Match[str], kind: str) -> Iterator[Finding]:
        """Keep what stands before the head, without the words of the sentence or of the process that lead up to it."""
        told = [word for word in _WORDS.finditer(found["name"]) if not self._leads_up(word[0].lower())]
        if len(told) > 1 and _BEGINS_A_SENTENCE.search(found.string[max(0, found.start() - 3) : found.start()]):
            told = told[1:] if told[0][0].lower() in _DOES else told
        if len(told) == 1 and found[0][len(found["name"])].islower() and self._is_done_to(told[0][0].lower()):
            return
        heads, surnames = self._heads[kind], self._lexicon.surnames
        if any(word[0].lower() not in heads or word[0].lower() in surnames for word in told):
            if (kind == _FIRM or found[0].lower().endswith(_BODIES)) and all(
                self._lexicon.is_plain(word[0].lower().partition("'")[0]) for word in told
            ):
                return
            start = told[0].start()
            start -= len(_NEW) if found[0][:start].endswith(_NEW) else 0
            leads = _SIDE.search(found[0][:start]) if kind == "school" else None
            start = leads.start() if leads else start
            yield _finding(
                found.start() + start,
                found[0][start:],
                kind.replace(_FIRM, "workplace"),
                "ends as an organisation's name does",
            )

    def _leads_up(self, word: str) -> bool:
        if word in _SENTENCE_WORDS:
            return True
        return word in self._process and word not in self._lexicon.surnames and word not in _BEFORE_HEADS

    def _is_done_to(self, word: str) -> bool:
        """Say whether a word before a head in small letters is a deed: Rang school, Visited college."""
        lexicon = self._lexicon
        return lexicon.is_plain(word) and (word in lexicon.person_verbs or word in lexicon.verbs or word.endswith("ed"))

    def _holds_policy(self, name: str) -> bool:
        words = {word.removesuffix("'s") for word in name.lower().split()}
        return not words.isdisjoint(self._no_venue)

    def _begins_with_policy(self, name: str) -> bool:
        """Say whether capitals are law or process, by the first or by any of two."""
        words = [word.removesuffix("'s") for word in name.lower().split() if word not in ("and", "&")]
        policy = [word in self._no_venue for word in words]
        return policy[0] or all(policy[1:])

    def _is_somebody(self, name: str) -> bool:
        """Say whether capitals are a forename and a name after it, with what is theirs or without."""
        lexicon, words = self._lexicon, name.lower().split()
        words = words[1:] if words[0] in cues.TITLES and len(words) > 2 else words
        if len(words) < 2 or words[0] not in lexicon.forenames:
            return False
        last = words[1].removesuffix("'s")
        named = lexicon.is_name(last) and not (lexicon.is_plain(words[0]) and lexicon.is_plain(last))
        owned = len(words) > 2 and last != words[1] and any(letter.isdigit() for letter in words[2])
        return named and (len(words) == 2 or owned)

    def _is_everyday(self, name: str) -> bool:
        """Say whether every word of some capitals is everyday English and the first no forename."""
        words = [word.removesuffix("'s") for word in name.lower().split()]
        return words[0] not in self._lexicon.forenames and all(map(self._lexicon.is_plain, words))

    def _venue(self, found: re.Match[str]) -> Iterator[Finding]:
        name = found[0].rstrip()
        words = [word for word in name.split()[1:] if word[0].isupper()]
        policy = [word.lower().removesuffix("'s") in self._lexicon.protected for word in words]
        if not all(policy) and (not policy[0] or " and " in name or words[0] in ("Black", "White")):
            yield _finding(found.start(), name, "venue", "a name that begins with The")

    def _leads_to_shop(self, low: str, *, last: bool) -> bool:
        """Say whether a word before a street is process, a title, or a deed before what comes next."""
        deed = low in self._lexicon.person_verbs and low not in self._lexicon.surnames and not last
        return low in self._process or low in _BEFORE_PEOPLE or deed or low == _JUNCTION

    def _shop(self, text: str, street: Finding) -> Iterator[Finding]:
        begin = max(0, street.start - _REACH)
        found = _BEFORE_STREET.search(text[begin : street.start])
        words = list(_WORDS.finditer(found[1])) if found else []
        while words and self._leads_to_shop(words[0][0].lower(), last=len(words) == 1):
            words.pop(0)
        low = words[0][0].lower().partition("'")[0] if len(words) == 1 else ""
        if low and self._lexicon.is_plain(low) and low not in self._lexicon.brands:
            return
        if found and words:
            name = found[1][words[0].start() :].strip(" ,")
            if self._is_somebody(name) or _MARKED.search(name):
                return
            yield _finding(
                begin + found.start(1) + words[0].start(), name, "organisation", "a shop or place at a street"
            )


def _is_capital_beside(words: Sequence[Word], at: int) -> bool:
    """Say whether a word has a capital and the one before it too, leaving out an `and`, or begins a Welsh name."""
    if words[at - 1].low in _BEGIN_NAMES:
        return True
    if not words[at].text[0].isupper():
        return False
    before = words[at - 1] if words[at - 1].low != "and" or at < 2 else words[at - 2]
    return before.text[0].isupper()


def _cased(head: str) -> str:
    """Let a head be written with capitals, in capitals altogether or, where it cannot be a deed, in small letters."""
    forms = [head.title().replace("'S", "'s").replace(" And ", " and "), head.upper(), head.capitalize()]
    if " " in head or head in _SMALL_HEADS:
        forms.append(head)
    return "|".join(map(re.escape, dict.fromkeys(forms)))


def _finding(start: int, name: str, kind: str, reason: str, certainty: float = 0.85) -> Finding:
    return Finding(start, start + len(name), kind, "named", certainty, reason, key=name.lower())
