"""A panel's meeting: how it is held, and whether somebody came."""

from enum import StrEnum


class Manner(StrEnum):
    """How a meeting is held: in one room, by video, or in writing over some days."""

    ROOM = "room"
    VIDEO = "video"
    WRITING = "writing"


MANNER_TITLES = {
    Manner.ROOM: "In a room",
    Manner.VIDEO: "By video",
    Manner.WRITING: "In writing, over some days",
}


class Attending(StrEnum):
    """Whether a person came to a meeting; `coming` takes back apologies that were sent for it."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    COMING = "coming"


ATTENDING_TITLES = {
    Attending.PRESENT: "Present",
    Attending.APOLOGIES: "Sent apologies",
    Attending.ABSENT: "Absent",
    Attending.COMING: "Said they would come",
}
