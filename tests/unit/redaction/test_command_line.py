"""`python -m redaction` answers as the class does."""

import json
import subprocess
import sys
from dataclasses import asdict
from datetime import date
from typing import Any

from redaction import Party

PARTY = {
    "role": "victim",
    "forenames": "Ceridwen",
    "surname": "Blenkinsop",
    "born": "1990-01-02",
    "identifiers": ["07700 900444"],
}


def answers(*asked: object) -> tuple[int, list[dict[str, Any]]]:
    """Send lines to the command and read its replies."""
    lines = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in asked)
    done = subprocess.run(
        [sys.executable, "-m", "redaction"], input=lines, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_a_text_is_answered_as_the_class_answers(redactor):
    text = "Blenkinsop (born 2/1/90) rang on 14/1/26."
    code, [reply] = answers({"text": text, "parties": [PARTY], "offence_date": "2026-01-12"})
    party = Party("victim", "Ceridwen", "Blenkinsop", born=date(1990, 1, 2), identifiers=("07700 900444",))
    result = redactor.redact(text, parties=[party], offence_date=date(2026, 1, 12))
    assert (code, reply["text"]) == (0, result.text)
    assert [span["start"] for span in reply["spans"]] == [span.start for span in result.spans]


def test_several_texts_are_answered_by_name():
    code, [reply] = answers({"texts": {"a": "Mr Spratt ran.", "b": "Spratt fell."}})
    assert code == 0
    assert {name: text["text"] for name, text in reply["texts"].items()} == {
        "a": "Mr [Person 1] ran.",
        "b": "[Person 1] fell.",
    }


def test_a_bad_line_is_answered_without_quoting_it_and_the_next_is_still_answered():
    code, [bad, wrong, good] = answers(
        "{Blenkinsop", {"text": "x", "parties": [{**PARTY, "role": "Blenkinsop"}]}, {"text": "ok"}
    )
    assert code == 1
    assert "Line 1" in str(bad["error"])
    assert "Line 2" in str(wrong["error"])
    assert "Blenkinsop" not in str((bad, wrong))
    assert good["text"] == "ok"


BAD = (
    b"\xff\xfe Blenkinsop",
    b"[1, 2]",
    b"null",
    b'{"text": 5, "note": "Blenkinsop"}',
    b'{"text": 5}',
    b'{"texts": ["Blenkinsop"]}',
    b'{"texts": {"a": null}}',
    b'{"text": "Blenkinsop", "texts": {}}',
    b'{"text": "x", "references": "Blenkinsop"}',
    b'{"text": "x", "references": ["---"]}',
    b'{"text": "x", "offence_date": "Blenkinsop"}',
    b'{"text": "x", "parties": [{"role": "victim", "aliases": "Blenkinsop"}]}',
    b'{"text": "x", "parties": [{"role": "victim", "identifiers": [5]}]}',
    b'{"text": "x", "parties": [{"forenames": "Blenkinsop"}]}',
    b'{"text": "x", "parties": ["Blenkinsop"]}',
    b'{"text": "x", "parties": [{"role": "victim", "born": "31/02/1990 Blenkinsop"}]}',
    b"[" * 100_000,
)


def test_no_bad_line_is_quoted_or_stops_the_next():
    good = b'\n{"text": "fine"}\n'
    done = subprocess.run(
        [sys.executable, "-m", "redaction"],
        input=b"".join(line + good for line in BAD),
        capture_output=True,
        timeout=60,
        check=False,
    )
    replies = [json.loads(reply) for reply in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (1, b"")
    assert [reply["text"] for reply in replies[1::2]] == ["fine"] * len(BAD)
    assert all(list(reply) == ["error"] and "Blenkinsop" not in reply["error"] for reply in replies[::2])


def test_half_a_character_is_answered():
    code, [reply] = answers('{"text": "a \\ud800 b"}')
    assert (code, reply["text"]) == (0, "a \ud800 b")


def test_every_field_of_every_span_and_doubt_is_as_the_class_gives_it(redactor):
    texts = {"a": "Blenkinsop, 35, of Acacia Road rang 07700 900444.", "b": "Born 2/1/90. Vicar? He is the only vicar."}
    _, [reply] = answers({"texts": texts, "parties": [PARTY], "references": ["17*302475*25"]})
    party = Party("victim", "Ceridwen", "Blenkinsop", born=date(1990, 1, 2), identifiers=("07700 900444",))
    results = redactor.redact_case(texts, parties=[party], references=["17*302475*25"])
    assert reply["texts"] == {name: json.loads(json.dumps(asdict(result))) for name, result in results.items()}
