"""Where words tell how many of a panel thought what: counts, splits, most and the rest, or that all were of one mind.

It is looked for by the words that such things go by. A count of anything else, such as two of five conditions, is let
be: a split has a verb or a stop behind it and no thing.
"""

import re

_NUMBER = r"(?:\d{1,2}|no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_AMOUNT = (
    rf"(?:{_NUMBER}|(?:all|everyone|everybody) (?:but|except) {_NUMBER}|each|most|many|some|several|few|a few|both"
)
_AMOUNT += r"|half|all|(?:a|the|an overall) (?:\w+ )?(?:majority|minority)|(?:the )?rest|(?:the )?remainder|not all)"
_MEMBERS = r"(?:members?|panell?ists?|graders?|magistrates?|votes?)(?! of (?:the )?(?:public|staff|team|family|force))"
_THOUGHT = (
    r"(?:thought|felt|graded|found|said|(?:dis)?agreed|judged|considered|wanted|believed|saw|took|voted|dissented|held"
    r"|did|would|were|was|had)\b"
)
_JUDGED = r"(?:thought|felt|graded|judged|considered|believed|(?:dis)?agreed|dissented|voted|preferred|would have)\b"
_GRADE = rf"{_NUMBER} (?:\w+ ){{0,3}}?(?:in)?appropriate\b"
_AFTER = rf"(?=\s*(?:$|[.,;:)!?]|(?:in favour|against|for|on|that|with|but|and|as|about)\b|{_THOUGHT}))"
_BEFORE = r"(?<!page )(?<!pages )(?<!from )(?<!between )(?<!aged )(?<!ages )(?<!section )(?<!paragraph )(?<![-/£.\d])"
_SPREAD = (
    rf"\b{_AMOUNT} (?:of )?(?:the |its |our )?(?:{_NUMBER} )?(?:other )?(?:panel )?{_MEMBERS}\b",
    rf"\b{_AMOUNT} (?:\w+ )?(?:of|on) (?:the |its |our )?(?:whole )?panel\b",
    r"\b(?:nobody|everybody|everyone|anyone|somebody|someone) (?:else )?on the panel\b|\b(?:whole|entire) panel\b",
    rf"\b{_NUMBER} (?:out )?of (?:the |its |our |us )?{_NUMBER}{_AFTER}",
    rf"\b(?:the )?(?:rest|others|majority|minority) (?:of (?:us|them) )?{_THOUGHT}",
    rf"\b(?:all|everyone|everybody) (?:but|except) {_NUMBER}{_AFTER}",
    r"\b(?:by|with) a (?:\w+ )?majority\b|\b(?:majority|minority|split|divided) (?:view|vote|decision|opinion|panel)\b",
    r"\bunanim\w+|\bdissent(?:ed|ing|er|ers)\b|\bvot(?:ed|ing)\b|\bof one mind\b",
    r"\b(?:panel|members|opinions?|views?|we|vote) (?:was|were) (?:\w+ )?(?:split|divided)\b",
    rf"\bsplit,? {_NUMBER}\b",
    r"\b\d{1,3} ?(?:%|per ?cent) of (?:the |its |our )?(?:panel|members|graders|grades|votes)\b|\bcasting vote\b",
    r"\b(?:nobody|no[- ]one|not every(?:one|body)|every(?:one|body)) (?:dis)?agreed\b",
    rf"\b{_GRADE}[^.!?]{{0,20}}?\b{_GRADE}",
    rf"(?<!family )(?<!staff )(?<!team )\b(?:member|panell?ist|grader|representative|chair)"
    rf"(?: of the panel)? {_JUDGED}",
    rf"\bmagistrates? (?:on the panel|{_JUDGED})",
)
_ANYWHERE = re.compile("|".join(_SPREAD), re.IGNORECASE)
_SPLIT = re.compile(
    rf"{_BEFORE}\b{_NUMBER}(?: ?[-\u2010-\u2015:/] ?| to | against | v | versus ){_NUMBER}\b{_AFTER}", re.IGNORECASE
)
_PANEL = re.compile(r"\b(?:panel|members?|votes?|graded|grades?|split|divided|decided|agreed)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def spread_told(text: str) -> list[str]:
    """List where a text tells how many members thought what."""
    plain = " ".join(text.split())
    found = {one[0] for one in _ANYWHERE.finditer(plain)}
    ours = [sentence for sentence in _SENTENCE.split(plain) if _PANEL.search(sentence)]
    return sorted(found | {one[0] for sentence in ours for one in _SPLIT.finditer(sentence)})
