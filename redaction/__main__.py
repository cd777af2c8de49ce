"""`python -m redaction`: a case a line of JSON on standard input, its redaction a line on standard output."""

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from redaction.parties import Party
from redaction.redactor import Redactor
from redaction.spans import Result

FIELDS = {"text", "texts", "parties", "references", "offence_date"}


def party_from(given: Mapping[str, Any]) -> Party:
    """Make a party of its JSON object; raises ValueError or TypeError when a field is wrong or unknown."""
    fields = dict(given)
    fields["aliases"] = _strings(fields.get("aliases"))
    fields["identifiers"] = _strings(fields.get("identifiers"))
    fields["born"] = date.fromisoformat(fields["born"]) if fields.get("born") else None
    return Party(**fields)


def _strings(given: object) -> tuple[str, ...]:
    """Take a list of strings; a string by itself would be taken letter by letter, and is refused."""
    if given is None:
        return ()
    if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
        raise TypeError("Give a list of strings.")
    return tuple(given)


def answer(redactor: Redactor, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Redact one case: `text` is answered by its fields, `texts` by theirs under each name."""
    if not isinstance(asked, dict) or not asked.keys() <= FIELDS or ("text" in asked) == ("texts" in asked):
        raise ValueError(
            "Give an object with either text or texts, and optionally parties, references and offence_date."
        )
    parties = [party_from(party) for party in asked.get("parties") or ()]
    references = _strings(asked.get("references"))
    offence_date = date.fromisoformat(asked["offence_date"]) if asked.get("offence_date") else None
    texts = asked["texts"] if "texts" in asked else {"": asked["text"]}
    results = redactor.redact_case(texts, parties=parties, references=references, offence_date=offence_date)
    fields = {name: _fields(result) for name, result in results.items()}
    return {"texts": fields} if "texts" in asked else fields[""]


def _fields(result: Result) -> dict[str, Any]:
    return {
        "text": result.text,
        "spans": [asdict(span) for span in result.spans],
        "doubts": [asdict(doubt) for doubt in result.doubts],
    }


def _line(reply: Mapping[str, Any]) -> bytes:
    """Write a reply as UTF-8, or with escapes where a text holds half a character, which UTF-8 cannot."""
    try:
        return json.dumps(reply, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(reply).encode() + b"\n"


def main() -> int:
    """Answer each line; a line that cannot be read is answered with an error that quotes none of it."""
    redactor = Redactor()
    refused = 0
    for number, line in enumerate(sys.stdin.buffer, 1):
        if line.strip():
            try:
                reply = answer(redactor, json.loads(line))
            except (ValueError, TypeError, AttributeError, LookupError, OverflowError, RecursionError) as problem:
                refused = 1
                reason = f"Line {number} is not a case ({type(problem).__name__}); docs/redaction.md gives the fields."
                reply = {"error": reason}
            sys.stdout.buffer.write(_line(reply))
            sys.stdout.buffer.flush()
    return refused


if __name__ == "__main__":
    sys.exit(main())
