"""Reading the annotated corpora, each with its own names for persons, places and organisations."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from redaction.training.documents import Document, Mention

CORPORA = ("cases", "tab", "btc", "wnut17", "wikigold")
_KINDS = {
    "PERSON": "PERSON",
    "NAME": "PERSON",
    "OFFICER": "PERSON",
    "HANDLE": "PERSON",
    "LOC": "PLACE",
    "TOWN": "PLACE",
    "ADDRESS": "PLACE",
    "ORG": "ORG",
    "ORGPLACE": "ORG",
}


def read_corpora(folder: Path) -> Iterator[Document]:
    """Read every annotated file that a folder holds."""
    for path in sorted(folder.glob("*.jsonl")):
        source = path.name.split("_")[0].removesuffix(".jsonl")
        if source in CORPORA:
            yield from read_file(path, source)


def read_file(path: Path, source: str) -> Iterator[Document]:
    """Read one file of annotated text, a document a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row: dict[str, Any] = json.loads(line)
            mentions = (_mention(span) for span in row["spans"])
            yield Document(source, row["text"], tuple(mention for mention in mentions if mention))


def _mention(span: dict[str, Any]) -> Mention | None:
    kind = _KINDS.get(span["label"])
    return Mention(span["start"], span["end"], kind) if kind else None
