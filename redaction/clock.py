"""Times of the clock in four figures, as logs write them, and years, which look like them."""

import re

CLOCK = r"(?:[01]\d|2[0-3])[0-5]\d"
CLOCK_OR_YEAR = re.compile(rf"{CLOCK}|(?:19|20)\d\d")
