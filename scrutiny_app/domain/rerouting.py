"""Rerouting: why a letter ends without its reader, what its supervisor is told, and in what form one is handed over."""

from enum import StrEnum

from scrutiny_app.domain.learning import PARTS_TAKEN, Addressee


class Ended(StrEnum):
    """Why a letter ends without its reader."""

    LEFT = "left"
    ABSENT = "absent"


ENDED_TITLES = {Ended.LEFT: "Left the force", Ended.ABSENT: "Long absent"}


class DocumentForm(StrEnum):
    """In what form a letter is handed to somebody without a sign-in."""

    DOCX = "docx"
    PDF = "pdf"


DOCUMENT_TITLES = {DocumentForm.DOCX: "Word (DOCX)", DocumentForm.PDF: "PDF"}


def with_word(text: str, word: str) -> str:
    """Put a paragraph after a letter's first, which greets its reader."""
    first, _, rest = text.partition("\n\n")
    return "\n\n".join(part for part in (first, word, rest) if part)


def word_to_supervisor(part: Addressee, why: Ended) -> str:
    """Say to a supervisor why somebody of their team gets no letter, and what is asked instead."""
    who = f"{PARTS_TAKEN[part][:1].upper()}{PARTS_TAKEN[part][1:]}"
    if why is Ended.LEFT:
        return f"{who} has left the force and gets no letter. It comes to you for what your team can learn from it."
    return f"{who} is away for long and gets no letter. Please tell them what is in yours when they are back."
