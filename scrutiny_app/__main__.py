"""`python -m scrutiny_app` is the command line."""

from scrutiny_app.cli import main

main()
