"""The manual, and the script that makes its reference pages."""
