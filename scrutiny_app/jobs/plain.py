"""How DBOS writes down what it is given: as JSON, since a pickle in a database is a program for whoever reads it."""

import json
from typing import Any

from dbos import Serializer


class Plain(Serializer):
    """Numbers, words and lists of them; of a fault, its kind alone."""

    def serialize(self, data: Any) -> str:
        """Write data."""
        return json.dumps(data, default=_kind_of)

    def deserialize(self, serialized_data: str) -> Any:
        """Read data; a fault that was written comes back as one."""
        data = json.loads(serialized_data)
        return RuntimeError(data["fault"]) if isinstance(data, dict) and "fault" in data else data

    def name(self) -> str:
        """Name the way of writing."""
        return "scrutiny_json"


def _kind_of(data: object) -> dict[str, str]:
    if isinstance(data, BaseException):
        return {"fault": type(data).__name__}
    raise TypeError(f"only ids and words are handed to the job engine, not {type(data).__name__}")
