"""How much memory and time the program that reads a file may take: little, and more as an honest file grows."""

import resource

MEGABYTE = 2**20
MEMORY = 300 * MEGABYTE
SECONDS = 5
_MOST_MEMORY = 4096 * MEGABYTE
_MOST_SECONDS = 3 * 3600


class Limits:
    """The limits of this process; it can write no file, and leaves none behind when it dies."""

    def __init__(self) -> None:
        self._memory, self._seconds = MEMORY, SECONDS
        _set(resource.RLIMIT_FSIZE, 0, 0)
        _set(resource.RLIMIT_CORE, 0, 0)
        self.allow(0, 0)

    def allow(self, memory: int, seconds: int) -> None:
        """Let it have so many bytes and seconds more."""
        self._memory = min(self._memory + memory, _MOST_MEMORY)
        self._seconds = min(self._seconds + seconds, _MOST_SECONDS)
        _set(resource.RLIMIT_AS, self._memory, _MOST_MEMORY)
        _set(resource.RLIMIT_CPU, self._seconds, _MOST_SECONDS)

    def allow_strings(self, packed: int, unpacked: int) -> None:
        """Let a workbook have memory for its strings: what they take unpacked, if they are not packed too well."""
        self.allow(min(5 * unpacked, 20 * packed), 0)


def _set(kind: int, soft: int, hard: int) -> None:
    most = resource.getrlimit(kind)[1]
    if most != resource.RLIM_INFINITY:
        soft, hard = min(soft, most), min(hard, most)
    resource.setrlimit(kind, (soft, hard))
