"""Nothing of a text leaves the package but its answer: no log, output, file or connection, no error that quotes it."""

import json
import logging
import subprocess
import sys

import pytest

from redaction import Party

SECRET = "Blenkinsop"
WATCHED = """
import json, sys
from redaction import Party, Redactor

party = Party("victim", "Ceridwen", "Blenkinsop", identifiers=("14 Acacia Avenue", "07700 900230"))
redactor = Redactor()
redactor.redact("Warm up.", parties=[party])
seen = []
sys.addaudithook(lambda event, told: seen.append(event))
text = "Blenkinsop rang Gareth Pugh of 14 Acacia Avenue on 07700 900230 from the Red Lion, age 14. " * 20
redactor.verify(redactor.redact_case({"a": text, "b": text}, parties=[party], references=["12/345678/26"])["a"].text)
print(json.dumps(sorted(set(seen))))
"""
ELSEWHERE = (
    "open",
    "socket",
    "os.",
    "subprocess",
    "tempfile",
    "shutil",
    "urllib",
    "sqlite3",
    "import",
    "exec",
    "compile",
)


def test_redacting_opens_no_file_and_no_connection_and_loads_no_code():
    done = subprocess.run([sys.executable, "-c", WATCHED], capture_output=True, text=True, timeout=60, check=True)
    assert [event for event in json.loads(done.stdout) if event.startswith(ELSEWHERE)] == []
    assert done.stderr == ""


def test_redacting_logs_and_prints_nothing(redactor, caplog, capfd):
    caplog.set_level(logging.NOTSET)
    text = f"{SECRET} rang \ud800 from \x00 07700 900230. " * 3
    redactor.verify(redactor.redact(text, parties=[Party("victim", "Ceridwen", SECRET)]).text)
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "wrong",
    [
        {"references": ["--"]},
        {"references": [None]},
        {"parties": [Party("victim", SECRET, identifiers=("",))]},
        {"parties": [Party("victim", SECRET, identifiers=(4,))]},
        {"parties": [SECRET]},
        {"offence_date": SECRET},
    ],
)
def test_no_error_quotes_a_text_or_a_term(redactor, wrong):
    with pytest.raises((ValueError, TypeError, AttributeError)) as told:
        redactor.redact(f"On 12 March {SECRET} came.", **wrong)
    error: BaseException | None = told.value
    while error:
        assert SECRET not in str(error)
        error = error.__cause__ or error.__context__


def test_signs_that_mean_something_in_a_pattern_are_taken_as_they_are(redactor):
    references = [
        f"{sign}{number}" for sign in (".*", "(a+)+", "[^a]", "\\d", "a|b", "{2}", "$^") for number in (71, 72)
    ]
    result = redactor.redact("Nothing here is like any of them, zz9.", references=references)
    assert [span for span in result.spans if span.source == "known"] == []
    assert redactor.redact("As (a+)+71 says.", references=references).text == "As ([Reference 1] says."
