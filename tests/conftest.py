"""What all tests share: empty and migrated databases, a browser, and no silent skips."""

pytest_plugins = ["tests.databases", "tests.browsers"]
