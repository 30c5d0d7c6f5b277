"""Dateline: a folder of news articles in, a timeline with calendar and JSON feeds out."""

__version__ = "0.1.0"
