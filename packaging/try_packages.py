"""Tries the packages in dist/ as people will use them: `try_packages.py linux windows`.

`try_packages.py folder` tries the Linux folder that was built last, on this very machine.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from trials import folder, linux, windows
from trials.steps import Steps
from trials.systems import PICTURES

_TRIALS = {"linux": linux.run, "windows": windows.run, "folder": folder.run}


def main(what: list[str]) -> int:
    """Try each of `what`; 0 when nothing failed."""
    steps = Steps()
    for one in what or ["linux", "windows"]:
        print(one, flush=True)
        _TRIALS[one](steps)
    print(f"pictures to look at: {PICTURES}")
    print(f"{steps.passed} passed, {steps.failed} failed")
    return 1 if steps.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
