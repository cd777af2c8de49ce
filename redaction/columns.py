"""What stands in one column of a form is cut from what stands in the next: Scarlett PEMBERTON   D.o.b."""

import re
from collections.abc import Iterable, Iterator

from redaction.findings import Finding
from redaction.lexicon import Lexicon

_COLUMNS = re.compile(r"(?<=\S)[ \t]{3,}(?=\S)")
_WORD = re.compile(r"[^\W_]+")


def cut_at_columns(text: str, findings: Iterable[Finding], lexicon: Lexicon) -> Iterator[Finding]:
    """Give the findings of a folded text, those over several columns without the label of the next box."""
    wide = [gap.span() for gap in _COLUMNS.finditer(text)]
    for finding in findings:
        inside = [gap for gap in wide if finding.start < gap[0] and gap[1] < finding.end] if wide else []
        is_a_number = finding.source == "shaped" or (finding.source == "known" and finding.kind != "name")
        if not inside or is_a_number:
            yield finding
            continue
        begin = finding.start
        for end, after in (*inside, (finding.end, finding.end)):
            if begin == finding.start or not _is_a_label(text, begin, end, lexicon):
                yield finding._replace(start=begin, end=end)
            begin = after


def _is_a_label(text: str, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether what stands in a column is what the box is called: policy, one letter, or before a colon."""
    words = [word[0].lower() for word in _WORD.finditer(text, begin, end)]
    return text.startswith(":", end) or all(len(word) == 1 or word in lexicon.protected for word in words)
