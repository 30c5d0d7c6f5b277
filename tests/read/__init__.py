"""Tests of generator.read."""
