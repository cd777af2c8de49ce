"""Train the tagger from annotated text and write the model that is shipped.

    python -m redaction.training DATA [MORE ...] [--before MODEL]

DATA and MORE are folders of `cases_*`, `tab_*`, `btc_*`, `wnut17*` and `wikigold*` files in JSON lines: `text`, and
`spans` with `start`, `end` and `label`; `fixtures/redaction` is one. A MODEL trained before, on texts that need
not be at hand, has its share in the new one. The same data, lists and versions of the libraries give the same model.
NOTICE.md says whose the data is, and why none of it can be read from the model.
"""

import argparse
import hashlib
import json
from pathlib import Path

from redaction import lexicon
from redaction.tagging.model import PATH, load
from redaction.training.training import NoAnnotatedText, train

RECORD = PATH.with_suffix(".json")


def main() -> None:
    """Train, write the model, and record its digest beside it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="+")
    parser.add_argument("--before", type=Path)
    asked = parser.parse_args()
    before = load(asked.before) if asked.before else None
    try:
        packed, facts = train(asked.data, lexicon.load(), before=before)
    except NoAnnotatedText as empty:
        parser.exit(1, f"{empty}\n")
    PATH.write_bytes(packed)
    record = {"sha256": hashlib.sha256(packed).hexdigest(), "bytes": len(packed), **facts}
    RECORD.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(record, indent=2))


if __name__ == "__main__":
    main()
