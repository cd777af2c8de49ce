"""Firms, pubs and streets told by the words about them: a job with First Wessex, a'i Feibion, The Bell and Book."""

import re
from collections.abc import Iterator, Sequence

from redaction.findings import Finding
from redaction.lexicon import Lexicon
from redaction.named import cues
from redaction.words import Word

_RUN = r"(?P<name>[A-Z][\w'&\-]{1,24}(?: (?:(?:and|&|at) )?[A-Z][\w'&\-]{1,24}){1,3})"
_EMPLOYED = re.compile(
    r"\b(?:[Ww]ork(?:s|ed|ing)?|[Jj]obs?|[Ee]mployed|[Ss]hifts?|[Aa]pprentice(?:ship)?|[Pp]lacement)"
    r" (?:(?:at|for|with|by) (?:the )?|\()" + _RUN
)
_PUB = re.compile(r"(?<![^\n])(?P<name>The [A-Z][a-z]{2,14} (?:and|&) [A-Z][a-z]{2,14})(?=,|\n| at | in |$)")
_NEW = re.compile(r"\b(?:at|on|in|from|to|off|near|along|down) (?P<name>New (?:Street|Road|Lane))\b")
_WELSH_TAILS = frozenset("feibion fab merched ferch gwmni chwmni deulu blant".split())
_TITLED = cues.TITLES | cues.RANKS | cues.ROLES | frozenset(cues.KIN)
_BODIES = frozenset("police council court courts probation services service team unit department force".split())


def find_workplaces(text: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Finding]:
    """Give each workplace and place of a folded text that only the words about it tell."""
    for found in _EMPLOYED.finditer(text):
        if _may_be_a_firm(found["name"], lexicon):
            yield _finding(found.start("name"), found["name"], "workplace")
    for pattern, kind in ((_PUB, "venue"), (_NEW, "street")):
        for found in pattern.finditer(text):
            if not _is_policy(found["name"], lexicon) or pattern is _NEW:
                yield _finding(found.start("name"), found["name"], kind)
    yield from _welsh_tails(words)


def _may_be_a_firm(name: str, lexicon: Lexicon) -> bool:
    """Say whether capitals after a word for work are a firm: neither a person nor a public body."""
    words = [word.removesuffix("'s") for word in name.lower().split() if word not in ("and", "&", "at")]
    if words[0] in _TITLED or words[0] in lexicon.forenames - lexicon.protected or not _BODIES.isdisjoint(words):
        return False
    process = lexicon.protected - lexicon.brands
    return words[-1] not in process and len(words) > 1


def _is_policy(name: str, lexicon: Lexicon) -> bool:
    return all(word in lexicon.protected for word in name.lower().split()[1:] if word not in ("and", "&"))


def _welsh_tails(words: Sequence[Word]) -> Iterator[Finding]:
    """Give the tail of a Welsh firm's name: Dilwyn Preis a'i Fab."""
    for at in range(3, len(words)):
        tail, of, joined = words[at], words[at - 1], words[at - 2]
        if tail.low in _WELSH_TAILS and of.low == "i" and of.gap == "'" and joined.low == "a" and tail.gap == " ":
            yield _finding(joined.start, f"a'i {tail.text}", "workplace")


def _finding(start: int, name: str, kind: str) -> Finding:
    reason = "a workplace or place by the words about it"
    return Finding(start, start + len(name), kind, "named", 0.7, reason, key=name.lower())
