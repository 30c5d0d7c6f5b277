"""Whole small sites as text files, with what must come out of them."""
