"""The English words that events are told with: tables only."""
