"""Which passwords may stand: long rather than odd, and none that is guessed first."""

import re
from collections.abc import Callable, Sequence

from scrutiny_app.domain.errors import Refused

SHORTEST, LONGEST = 12, 128
# What guessers try first, as whole passwords or with digits and marks around them (after NCSC and OWASP advice).
FIRST_GUESSED = frozenset(
    """password passw0rd passwort qwerty qwertyuiop asdfghjkl zxcvbnm letmein welcome iloveyou sunshine princess
    football baseball liverpool arsenal chelsea everton rangers celtic monkey dragon master superman batman starwars
    pokemon trustno access admin administrator login secret changeme default guest test testing computer internet
    michael jessica charlie ashley daniel thomas jordan george harry police constable sergeant inspector magistrate
    scrutiny panel london england scotland wales britain summer winter spring autumn monday friday january december
    correcthorsebatterystaple whatever freedom blink hello hellothere abcdefgh abcdefghijkl qazwsxedc passphrase
    mypassword mypasswordis newpassword yourpassword ilovemyself iloveyousomuch""".split()
)
_LEET = str.maketrans("013457@$!|", "oieasta" + "si" + "l")


class WeakPassword(Refused):
    """A password that would be guessed, or cannot be kept."""


def check_password(password: str, username: str = "") -> None:
    """Raise WeakPassword, saying what to do, where a password is too short, too long, or guessed first."""
    if len(password) < SHORTEST:
        raise WeakPassword(f"Use at least {SHORTEST} characters: three or four unrelated words make a good password.")
    if len(password) > LONGEST:
        raise WeakPassword(f"Use at most {LONGEST} characters.")
    if len(set(password)) < 5 or is_guessed_first(password) or (username and username.lower() in password.lower()):
        raise WeakPassword("That password is guessed too easily: use three or four unrelated words.")


def is_guessed_first(password: str) -> bool:
    """Say whether a password is a common one, bare or with digits, marks and usual swaps of letters."""
    lowered = password.lower()
    bare = re.sub(r"[^a-z]", "", lowered)
    swapped = re.sub(r"[^a-z]", "", lowered.translate(_LEET))
    halves = {word[: len(word) // 2] for word in (bare, swapped) if word and word == word[: len(word) // 2] * 2}
    digits = re.sub(r"[^0-9]", "", password)
    runs = "01234567890123456789" in digits * 2 or digits in "0123456789" * 15 + "9876543210" * 15
    return bool({bare, swapped, *halves} & FIRST_GUESSED) or (not bare and bool(digits) and runs)


_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that is misread for something else


def make_password(choose: Callable[[Sequence[str]], str]) -> str:
    """Make a first password of 20 characters in five groups, by a chooser such as `secrets.choice` (99 bits)."""
    return "-".join("".join(choose(_ALPHABET) for _ in range(4)) for _ in range(5))
