"""One module a command: `configure` adds its arguments, `run` does it and returns the exit status."""

from __future__ import annotations

import sys

DONE, DONE_WITH_QUARANTINE, FAILED = 0, 1, 2
"""Exit statuses: all done; done but some sources quarantined; wrong use or nothing readable."""


def fail(message: str) -> int:
    """Print why a command failed and return the status that says so."""
    print(f"error: {message}", file=sys.stderr)
    return FAILED
