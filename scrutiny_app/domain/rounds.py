"""The kinds of round, and the stages that each passes through."""

from enum import StrEnum


class RoundKind(StrEnum):
    """Who reviews, and so what is redacted and reported."""

    PANEL = "panel"
    DIP_SAMPLE = "dip_sample"
    AUDIT = "audit"


ROUND_KIND_TITLES = {
    RoundKind.PANEL: "Panel round",
    RoundKind.DIP_SAMPLE: "Lead's dip sample",
    RoundKind.AUDIT: "Registrar's audit",
}


class Stage(StrEnum):
    """How far a round has come; each stage needs the one before."""

    PLANNED = "planned"
    FROZEN = "frozen"
    DRAWN = "drawn"
    RELEASED = "released"
    OPEN = "open"
    CLOSED = "closed"
    SIGNED = "signed"


STAGE_TITLES = {
    Stage.PLANNED: "Planned",
    Stage.FROZEN: "Frame frozen",
    Stage.DRAWN: "Drawn: being redacted",
    Stage.RELEASED: "Released: ready to open",
    Stage.OPEN: "Open for grading",
    Stage.CLOSED: "Closed: before the panel",
    Stage.SIGNED: "Signed",
}
