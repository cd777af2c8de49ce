"""Learning points: something worth teaching that findings of several rounds bear out, and where policy says so.

A policy is kept as its words, with the link on a line of its own below them. A link is followed by whoever reads the
point, so it must be https and name a host; nothing fetches it.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from scrutiny_app.domain.errors import Refused

LONGEST_TITLE, LONGEST_GOOD, LONGEST_POLICY, LONGEST_LINK = 120, 4000, 1000, 500  # characters


@dataclass(frozen=True)
class Policy:
    """What policy says, in words, and where to read it; the link may be empty."""

    words: str
    link: str = ""

    @property
    def kept(self) -> str:
        """Give it as it is kept."""
        return f"{self.words}\n{self.link}" if self.link else self.words


def read_policy(kept: str) -> Policy:
    """Read a policy as it is kept."""
    words, _, last = kept.rpartition("\n")
    return Policy(words, last) if last.startswith("https://") else Policy(kept)


def check_point(title: str, good: str, policy: Policy, findings: int) -> None:
    """Raise Refused unless a learning point has a title, what good looks like, findings, and a link that can be one."""
    if not title or len(title) > LONGEST_TITLE:
        raise Refused(f"Give the learning point a title of at most {LONGEST_TITLE} characters.")
    if not good:
        raise Refused("Say what good looks like: a point that only finds fault teaches nothing.")
    if len(good) > LONGEST_GOOD or len(policy.words) > LONGEST_POLICY or len(policy.link) > LONGEST_LINK:
        raise Refused("That is longer than a learning point may be: shorten it.")
    if not findings:
        raise Refused("Choose at least one finding that bears it out.")
    if policy.link and not _is_link(policy.link):
        raise Refused("Give the link as a whole https address, such as https://www.example.police.uk/policy.")
    if policy.link and not policy.words:
        raise Refused("Say in words what policy the link leads to.")


def _is_link(link: str) -> bool:
    if any(sign.isspace() or not sign.isprintable() or sign in "<>\"'`\\" for sign in link):
        return False
    try:
        parts = urlsplit(link)
        host, port = parts.hostname or "", parts.port  # reading a port that is none raises
        return parts.scheme == "https" and "." in host and parts.username is None and port != 0
    except ValueError:
        return False
