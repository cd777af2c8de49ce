"""Drawing from a frame file, beside merely reading its lines and hashing each case's number."""

import hashlib
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from scrutiny_app.domain.reperforming import draw_list
from tests.benchmarks.trails import best

CASES = (1_000_000, 4_000_000)
STRATA = (b"Community resolution", b"Conditional caution", b"Youth caution", b"Outcome 22")
SIZE, RESERVES = 50, 50


def measure(folder: Path) -> Iterator[str]:
    """Draw from one million and from four, each in a process of its own whose memory can be told."""
    for cases in CASES:
        path = folder / "frame.tsv"
        with path.open("wb") as file:
            file.writelines(b"%08d*26\t%s\n" % (number, STRATA[number * 7 % 11 % 4]) for number in range(cases))
        words = [sys.executable, "-m", "tests.benchmarks.drawing", str(path)]
        child = subprocess.run(words, cwd=Path(__file__).parents[2], env=os.environ, capture_output=True, check=True)
        floor, took, grown = map(float, child.stdout.split())
        yield (
            f"check, count, hash and draw {SIZE} from {cases:,}: {took:.2f} s, {took / floor:.2f} x reading the lines "
            f"and hashing the numbers, {grown:.0f} MB above idle"
        )
        path.unlink()


def draw(path: Path) -> None:
    """Draw as the product does."""
    terms = {"draw_id": "BENCH", "digits": "83920 17465 50218 99031"}
    with path.open("rb") as frame:
        assert len(list(draw_list(frame, **terms, size=SIZE, floor=2, reserves=RESERVES))) == SIZE + 4 * RESERVES


def bare(path: Path) -> None:
    """Read the lines and hash each number, and nothing else."""
    key, sha256 = hashlib.sha256(b"seed").hexdigest().encode(), hashlib.sha256
    with path.open("rb") as frame:
        for line in frame:
            sha256(key + line.partition(b"\t")[0]).digest()


def megabytes() -> float:
    """Give the most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    frame = Path(sys.argv[1])
    idle = megabytes()
    took = best(lambda: draw(frame))
    grown = megabytes() - idle
    print(best(lambda: bare(frame)), took, grown)
