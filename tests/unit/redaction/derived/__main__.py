"""`python -m tests.unit.redaction.derived 100000 --seed 1`: redact so many cases and tell of every form left."""

import argparse
import sys
import time
from collections import Counter

from redaction import Redactor
from tests.unit.redaction.derived.cases import invented_case
from tests.unit.redaction.derived.oracle import remaining


def main() -> int:
    """Redact the cases, print the forms left by kind, and end with 1 when there is any."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("cases", type=int)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--show", type=int, default=20)
    told = asked.parse_args()
    redactor, leaks, alarms, began = Redactor(), Counter[str](), Counter[str](), time.process_time()
    shown = 0
    for seed in range(told.seed, told.seed + told.cases):
        case = invented_case(seed)
        given = {"parties": case.parties, "references": case.references}
        redacted = redactor.redact(case.text, **given).text
        left = remaining(redacted, case.forbidden)
        found = redactor.verify(redacted, **given)
        for form in case.planted if left else ():
            if remaining(redacted, case.forbidden & {*remaining(form.written, case.forbidden)}):
                leaks[form.label] += 1
        alarms.update(leak.kind for leak in found)
        if (left or found) and shown < told.show:
            shown += 1
            print(seed, left, [redacted[leak.start : leak.end] for leak in found], repr(redacted)[:600])
    print(f"{told.cases} cases from seed {told.seed}, {time.process_time() - began:.0f} processor seconds")
    print(f"forms left {sum(leaks.values())}", *leaks.most_common(60), sep="\n  ")
    print("found by verify", dict(alarms))
    return 1 if leaks or alarms else 0


if __name__ == "__main__":
    sys.exit(main())
