"""Builds the packages into dist/: `build.py linux windows sums`; RELEASE=1 packs them hard.

`build.py folder` makes the Linux folder alone and packs nothing.
"""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import checksums
from folder import megabytes


def main(what: list[str]) -> int:
    """Build each of `what`, in its order."""
    release = os.environ.get("RELEASE") == "1"
    checksums.expect_to_sign()
    for one in what or ["linux", "windows", "sums"]:
        started = time.monotonic()
        for result in _build(one, release):
            print(f"{result.name}: {megabytes(result):.1f} MB")
        print(f"{one}: {time.monotonic() - started:.0f} s", flush=True)
    return 0


def _build(one: str, release: bool) -> list[Path]:
    if one == "linux":
        from linux import build as linux

        return linux.build(release)
    if one == "folder":
        from linux import build as linux

        return [linux.build_folder()]
    if one == "windows":
        from windows import build as windows

        return windows.build(release)
    if one == "sums":
        return checksums.write()
    raise SystemExit(f"{one} is not one of: linux, windows, sums, folder")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
