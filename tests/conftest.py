"""What all tests share: databases, a browser, the demonstration, and no silent skips."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # no test asserts a time by the clock: the machine may be busy
settings.load_profile("untimed")

pytest_plugins = ["tests.databases", "tests.browsers", "tests.demonstration"]
