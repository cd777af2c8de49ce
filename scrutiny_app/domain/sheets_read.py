"""What a layout says of sheets with the same headings, such as one a month."""

from enum import StrEnum


class SheetsRead(StrEnum):
    """What was confirmed of sheets with the same headings; nothing, where a file had one such sheet alone."""

    UNSAID = ""
    TOGETHER = "together"
    APART = "apart"
