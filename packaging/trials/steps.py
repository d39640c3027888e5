"""Takes the steps of a trial one by one, says what became of each, and counts them."""

import time
import traceback
from collections.abc import Callable


class TrialFailed(Exception):  # noqa: N818 - what a package did, not a bug of the trial
    """The package did not do what it should."""


class Steps:
    """The steps so far. One that fails does not stop the others."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0

    def take(self, name: str, step: Callable[[], object]) -> bool:
        """Take a step, and print a line; whether it went well."""
        started, wrong = time.monotonic(), ""
        try:
            step()
        except TrialFailed as failure:
            wrong = str(failure) or "no more is known"
        except Exception:  # noqa: BLE001 - whatever a step ran into is what it found
            wrong = traceback.format_exc()
        self.passed, self.failed = self.passed + (not wrong), self.failed + bool(wrong)
        print(f"{'FAILED' if wrong else 'ok':<7}{name} ({time.monotonic() - started:.1f} s)", flush=True)
        if wrong:
            print("       " + wrong.strip().replace("\n", "\n       "), flush=True)
        return not wrong

    def leave_out(self, name: str, why: str) -> None:
        """Say that a step is not taken, and why."""
        print(f"{'-':<7}{name}: left out, {why}", flush=True)


def expect(true: object, otherwise: str) -> None:
    """Raise TrialFailed with `otherwise` unless it is so."""
    if not true:
        raise TrialFailed(otherwise)
