"""What makes a page self-contained and safe: data that no text in it can break, and a strict security policy."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def script_json(data: Any) -> str:
    """Return `data` as JSON that no text in it can turn into markup inside a script element.

    Raises ValueError for a number that JSON has no notation for.
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(_ESCAPES)


def security_policy(style: str, script: str) -> str:
    """Return a content security policy for a meta element: this style, this script, nothing else.

    No network, no frames, no forms, and (trusted types) no place where a string is parsed as markup or code.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(script)}",
            f"style-src {_hash(style)}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
