"""Writes a small JSON file with its own checksum, so that half a file is never taken for a whole one."""

import hashlib
import json

from peer_desktop.bundle.strict_json import Object


class SealError(ValueError):
    """The file is damaged, torn or something else."""


def canonical(value: Object) -> bytes:
    """The same value gives the same bytes."""
    return json.dumps(
        value, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def sealed(body: Object) -> bytes:
    """The file for a value."""
    content = {"sha256": hashlib.sha256(canonical(body)).hexdigest(), "body": body}
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def unsealed(content: bytes) -> Object:
    """The value of a file. Raises SealError."""
    try:
        outer = json.loads(content)
        body = outer["body"]
        right = isinstance(body, dict) and outer["sha256"] == hashlib.sha256(canonical(body)).hexdigest()
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SealError(str(error)) from error
    if not right:
        raise SealError("the checksum does not fit")
    return dict(body)
