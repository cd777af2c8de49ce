"""One text of a case, made ready to be read by every layer."""

from dataclasses import dataclass

from redaction.findings import Finding
from redaction.lexicon import Lexicon
from redaction.named.phrases import policy_phrases
from redaction.named.quiet import is_quiet
from redaction.named.shouting import lettered
from redaction.normalising import Normal, normalise
from redaction.spans import Span
from redaction.tags import TAG
from redaction.words import BLANK, Word, split_words

_BRANCHES = (" in ", " at ", "'s ")


@dataclass(frozen=True)
class Page:
    """A text, folded, its tags blanked, and split; `lettered` has its lines in capitals put in small letters.

    A `quiet` one has hardly any capitals.
    """

    original: str
    normal: Normal
    text: str
    words: list[Word]
    lettered: str
    phrases: list[tuple[int, int]]
    quiet: bool

    def holds_policy(self, finding: Finding) -> bool:
        """Say whether a name found is part of a phrase of policy or trade."""
        if finding.source != "named":
            return False
        return any(begin <= finding.start and finding.end <= end for begin, end in self.phrases)

    def needs_no_look(self, doubt: Finding) -> bool:
        """Say whether a doubt lies in such a phrase, and no place after it tells a branch: Turning Point in Leeds."""
        if doubt.source != "named" or doubt.kind == "detail":
            return False
        held = (end for begin, end in self.phrases if begin <= doubt.start and doubt.end <= end)
        return any(not self.text.startswith(_BRANCHES, end) for end in held)

    def span(self, finding: Finding, tag: str) -> Span:
        """Give a finding over the original's offsets."""
        start, end = self.normal.original(finding.start, finding.end)
        relative = finding.kind == "name" and bool(finding.label)
        party = finding.parties[0] if len(finding.parties) == 1 and not relative else None
        return Span(start, end, finding.kind, tag, finding.source, finding.certainty, finding.reason, party)


def open_page(text: str, lexicon: Lexicon) -> Page:
    """Fold a text, blank any tags that already stand in it, and split it."""
    normal = normalise(text)
    blanked = TAG.sub(lambda tag: BLANK * len(tag[0]), normal.text)
    words = split_words(blanked, lexicon)
    quiet = is_quiet(words)
    told = lettered(blanked, words, lexicon, quiet=quiet)
    return Page(text, normal, blanked, words, told, policy_phrases(words), quiet)
