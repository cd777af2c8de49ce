"""A draw told as a few lines of shell, for somebody who trusts neither us nor our programs."""

import shlex
from collections.abc import Mapping

FRAME_NAME = "frame.tsv"

# Plain POSIX sh, with sha256sum and sort; strata may hold spaces and quotes, so each stands quoted.
_SCRIPT = """\
# 1. The frame is the one whose digest was published before the dice were rolled.
echo '{digest}  {frame}' | sha256sum -c - >&2 || exit 1

# 2. Every case's ticket: the SHA-256 of the key and its number. The key is the SHA-256 of the seed.
seed='{seed}'
key=$(printf %s "$seed" | sha256sum); key=${{key%% *}}
tab=$(printf '\\t')
while IFS="$tab" read -r number stratum; do
  ticket=$(printf %s "$key$number" | sha256sum)
  printf '%s\\t%s\\t%s\\n' "$stratum" "${{ticket%% *}}" "$number"
done < {frame} | LC_ALL=C sort > tickets.tsv

# 3. The lowest tickets of each stratum are drawn.
draw() {{
  left=$2
  while IFS="$tab" read -r stratum ticket number; do
    if [ "$stratum" = "$1" ] && [ "$left" -gt 0 ]; then
      left=$((left - 1)); printf '%s\\t%s\\t%s\\n' "$stratum" "$number" "$ticket"
    fi
  done < tickets.tsv
}}
{draws}
"""


def script(frame_digest: str, seed: str, allocation: Mapping[str, int]) -> str:
    """Write the lines of shell that draw again from `frame.tsv`; they print `stratum, case number, ticket` lines."""
    draws = "\n".join(f"draw {shlex.quote(stratum)} {size}" for stratum, size in sorted(allocation.items()))
    return _SCRIPT.format(digest=frame_digest, frame=FRAME_NAME, seed=seed, draws=draws)
