"""What every event is: a class whose fields are the facts that the trail keeps."""

from dataclasses import asdict, dataclass, fields

Fact = str | int | bool | None


@dataclass(frozen=True)
class Event:
    """A fact worth keeping; `round_id`, where an event has one, says whose trail it is part of."""

    def facts(self) -> dict[str, Fact]:
        """Give the event's fields as stored."""
        return asdict(self)


def fields_of(event: type[Event]) -> tuple[str, ...]:
    """Name the facts that an event keeps."""
    return tuple(field.name for field in fields(event))
