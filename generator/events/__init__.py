"""Articles with their time expressions in, a Timeline of events out."""

from generator.events.extract import extract_mentions
from generator.events.extract import reads as reads_events
from generator.events.merge import merge_mentions
from generator.events.timeline import build_timeline

__all__ = ["build_timeline", "extract_mentions", "merge_mentions", "reads_events"]
