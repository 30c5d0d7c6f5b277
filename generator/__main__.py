"""`python -m generator` does what the command `dateline` does."""

from generator.cli import main

main()
