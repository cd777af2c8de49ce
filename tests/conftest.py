"""What all tests share: databases, a browser, the demonstration, and no silent skips."""

pytest_plugins = ["tests.databases", "tests.browsers", "tests.demonstration"]
