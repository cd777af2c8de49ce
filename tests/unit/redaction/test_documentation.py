"""The example in docs/redaction.md does what it says."""

import re
from pathlib import Path
from typing import Any

DOCUMENT = Path(__file__).parents[3] / "docs" / "redaction.md"


def test_the_example_runs_and_gives_what_its_remarks_say():
    [example] = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    told: dict[str, Any] = {}
    exec(example, told)
    results = told["results"]
    assert results["circumstances"].text == "[Victim 1] rang from [Victim 1's phone number]."
    assert results["rationale"].text == "[Victim 1] agrees."
    assert told["redactor"].verify(results["circumstances"].text, parties=[told["party"]]) == []
