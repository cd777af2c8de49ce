"""No text takes long, whatever is in it."""

import subprocess
import sys

import pytest

LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (3, 3))
from datetime import date
from redaction import Party, Redactor
unit = sys.argv[1]
text = (unit * (50_000 // len(unit) + 1))[:50_000]
identifiers = ("14 Acacia Avenue, CF5 4QA", "07700 900230")
party = Party("victim", "Margaret Ann", "O'Hughes-Smith", ("Mags",), date(1971, 7, 5), identifiers)
result = Redactor().redact(text, parties=[party], references=["17*302475*25"], offence_date=date(2026, 1, 1))
print(len(result.spans) >= 0)
"""


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "A ",
        "Aa ",
        "1",
        "1-",
        "a.",
        "a@",
        "a_",
        "(",
        "O'",
        "a-\n",
        "a\u200b",
        "The Aa ",
        "Margaret ",
        "5 may ",
        "[Victim ",
    ],
)
def test_fifty_thousand_hostile_characters_finish_in_bounded_processor_time(unit):
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, unit], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "True"), done.stderr[-300:]


def test_five_thousand_references_are_taken(redactor):
    references = [f"{number}*{number}*25" for number in range(10_000, 15_000)]
    assert redactor.redact("See 12345/12345/25 here.", references=references).text == "See [Reference 1] here."
