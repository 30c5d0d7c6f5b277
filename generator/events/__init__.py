"""Articles with their time expressions in, a Timeline of events out."""

from generator.events.extract import extract_mentions

__all__ = ["extract_mentions"]
