"""One text of a case, made ready to be read by every layer."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from redaction.findings import Finding
from redaction.index import Index
from redaction.lexicon import Lexicon
from redaction.named.branches import BRANCH
from redaction.named.lesser_streets import LED
from redaction.named.phrases import policy_phrases
from redaction.named.quiet import is_quiet
from redaction.named.shouting import lettered
from redaction.named.workplaces import EMPLOYS
from redaction.normalising import Normal, normalise
from redaction.spans import Span
from redaction.tags import TAG
from redaction.words import BLANK, Word, split_words

_MOST_OVER = 8  # phrases that may begin before the end of another
_AT = (" at ", " from ", " via ", " through ", " outside ", "\nAt ")
_DOUBT = 0.3
_BRANCH = "a branch of what is everywhere"
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
    index: Index
    lettered: str
    phrases: list[tuple[int, int]]
    quiet: bool

    def holds_policy(self, finding: Finding) -> bool:
        """Say whether a name found is part of a phrase of policy or trade."""
        if finding.source != "named" or finding.reason in (EMPLOYS, BRANCH, LED):
            return False
        return next(self._around(finding), None) is not None

    def needs_no_look(self, doubt: Finding) -> bool:
        """Say whether a doubt lies in such a phrase, and no place after it tells a branch: Turning Point in Leeds."""
        if doubt.source != "named" or doubt.kind == "detail" or doubt.reason in (_BRANCH, BRANCH):
            return False
        return any(not self.text.startswith(_BRANCHES, end) for end in self._around(doubt))

    def branches(self) -> Iterator[Finding]:
        """Doubt what is everywhere, where its own branch may be meant: payment at Turning Point."""
        for start, end in self.phrases:
            written = self.text[start:end]
            if self.text.endswith(_AT, max(0, start - 9), start) and " " in written and written.istitle():
                yield Finding(start, end, "organisation", "named", _DOUBT, _BRANCH, key=written.lower())

    def _around(self, finding: Finding) -> Iterator[int]:
        """Give the ends of the phrases that hold a finding; those that begin far before it are over."""
        after = bisect_right(self.phrases, (finding.start, len(self.text)))
        return (end for _, end in self.phrases[max(0, after - _MOST_OVER) : after] if finding.end <= end)

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
    index = Index(words)
    quiet = is_quiet(words, index)
    told = lettered(blanked, words, index, lexicon, quiet=quiet)
    return Page(text, normal, blanked, words, index, told, policy_phrases(words, index, lexicon), quiet)
