"""The one exception of execution."""

from __future__ import annotations


class RunError(Exception):
    """A run cannot start or go on; the message is one line for the user."""
