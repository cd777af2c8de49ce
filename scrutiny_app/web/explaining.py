"""Terms and tags explained where they stand: a term at its first use on a page, every tag of a case in one list.

A term is a button with its meaning behind it, shown on hover, on focus and on tap by the style sheet alone.
"""

import re
from functools import cache

from markupsafe import Markup, escape

from scrutiny_app.domain.releasing import ReleasedCase
from scrutiny_app.web.both.glossary import TERMS, Term

TAG = r"\[[^\[\]\n]{1,60}\]"
MEANINGS = {
    "suspect": "the person who was given the disposal, or who was suspected with them",
    "victim": "somebody who was harmed",
    "witness": "somebody who saw or heard it",
    "officer": "somebody who works for the police",
    "professional": "somebody who was there in their work, such as a nurse or a teacher",
    "third party": "somebody else who is spoken of",
    "person": "somebody whose part in the case the text does not tell",
    "street": "a street or a place to live",
    "town": "a town or a part of one",
    "place": "a place",
    "school": "a school",
    "workplace": "a place of work",
    "organisation": "an organisation",
    "reference": "a reference number",
}
# Tags that say by themselves what they stand for.
PLAIN = frozenset(
    {
        "account number",
        "card number",
        "collar number",
        "date of birth",
        "driving licence number",
        "passport number",
        "phone number",
        "postcode",
        "vehicle mark",
        "venue",
        "web address",
        "workplace",
    }
)
OTHER = "something else that would tell who somebody is"


class Explainer:
    """Writes one page's texts with tags set off and each term explained once; lists the tags with their meanings."""

    def __init__(self, case: ReleasedCase) -> None:
        self._case = case
        self._seen: set[str] = set()

    def begin(self) -> None:
        """Begin the page: no term stands on it yet."""
        self._seen.clear()

    def __call__(self, text: str) -> Markup:
        """Write a text with its tags and, where they stand for the first time, its terms."""
        pieces: list[str] = []
        end = 0
        for match in _marked().finditer(text):
            pieces += (escape(text[end : match.start()]), self._shown(match))
            end = match.end()
        if not pieces:
            return escape(text)
        return Markup("".join([*pieces, escape(text[end:])]))  # noqa: S704  # every piece is escaped

    def tags(self) -> list[tuple[str, str]]:
        """List the tags of the case in the order in which they come, each with what it stands for."""
        words = " ".join(value for _heading, value in self._case.words())
        return [(tag, meaning_of(tag)) for tag in dict.fromkeys(re.findall(TAG, words))]

    def _shown(self, match: re.Match[str]) -> str:
        words = match.group()
        if words.startswith("["):
            return f'<span class="redaction">{escape(words)}</span>'
        term = _terms()[words.casefold()]
        if term.word in self._seen:
            return escape(words)
        self._seen.add(term.word)
        name = f"term-{len(self._seen)}"
        return (
            f'<span class="term"><button type="button" class="term__word" aria-describedby="{name}">{escape(words)}'
            f'</button><span class="term__meaning" role="tooltip" id="{name}">{escape(_in_words(term))}</span></span>'
        )


def meaning_of(tag: str) -> str:
    """Say what a tag stands for: "[Victim 1's mother]" is the mother of [Victim 1]."""
    whose, _, what = tag.strip("[]").replace("’", "'").partition("'s ")
    if what:
        return f"the {what} of [{whose}]"
    if " or " in whose:
        return f"one of the two, [{whose.replace(' or ', '] or [')}]: the text does not tell which"
    if whose.endswith("the offence"):
        return "a date, told in days from the offence"
    noun = re.sub(r"[\d\s]+$", "", whose)
    return MEANINGS.get(noun.lower()) or (f"a {noun.lower()}" if noun.lower() in PLAIN else OTHER)


def _in_words(term: Term) -> str:
    return f"{term.stands_for[:1].upper()}{term.stands_for[1:]}. {term.meaning}" if term.stands_for else term.meaning


@cache
def _terms() -> dict[str, Term]:
    return {word.casefold(): term for term in TERMS if term.explained for word in (term.word, *term.also)}


@cache
def _marked() -> re.Pattern[str]:
    short = [word for word in _spelled() if word.upper() == word or any(mark.isupper() for mark in word[1:])]
    long = [word for word in _spelled() if word not in short]
    starts = {word[0] for word in short} | {letter for word in long for letter in (word[0].lower(), word[0].upper())}
    begins = rf"\b(?=[{''.join(sorted(starts))}])"  # few words begin so: the rest are passed over at once
    words = [rf"(?:{'|'.join(map(re.escape, short))})\b", rf"(?i:{'|'.join(map(re.escape, long))})\b"]
    return re.compile(rf"{TAG}|{begins}(?:{'|'.join(words)})")


def _spelled() -> list[str]:
    words = [word for term in TERMS if term.explained for word in (term.word, *term.also)]
    return sorted(words, key=len, reverse=True)
