"""What the program withstands; docs/reliability.md lists every case with what happens."""
