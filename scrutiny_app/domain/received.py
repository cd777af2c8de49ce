"""What the force says of a drawn case after the draw: each text is redacted, checked and released like the rest."""

import re
from enum import StrEnum
from typing import Any

LONGEST = 20_000  # characters, as many as a narrative may have
LONGEST_REQUEST = 2_000
MOST_OF_A_CASE = 20
NAME = re.compile(r"received_([1-9][0-9]{0,3})")


class Received(StrEnum):
    """What a text that came after the draw is; programs read these words, so they never change."""

    REQUESTED = "requested"
    OFFICER_REPLY = "officer_reply"
    MORE_INFORMATION = "more_information"
    ACTION_RESPONSE = "action_response"


RECEIVED_TITLES = {
    Received.REQUESTED: "from the case, asked for after the draw",
    Received.OFFICER_REPLY: "the officer’s reply",
    Received.MORE_INFORMATION: "the force’s answer to “more information”",
    Received.ACTION_RESPONSE: "the force’s response to an action",
}
# What was on record when the decision was made can only be what was asked for.
MAY_BE_OF_THE_TIME = frozenset({Received.REQUESTED})


def name_of(number: int) -> str:
    """Give the name that a received text bears beside the narratives."""
    return f"received_{number}"


def heading_of(name: str, kind: Received | None = None) -> str:
    """Say what stands under a heading; KeyError for a name that no received text has."""
    found = NAME.fullmatch(name)
    if found is None:
        raise KeyError(name)
    return f"Received later, {found[1]}" + (f": {RECEIVED_TITLES[kind]}" if kind else "")


def received_of(record: Any) -> dict[str, dict[str, Any]]:
    """Give what was received for a record by name, each with kind, at_the_time and text; none where none was."""
    kept: dict[str, dict[str, Any]] = record.get("received") or {}
    return kept
