"""Finds out whether Linux lets the web engine have its sandbox, and does without it where it is refused.

Chromium ends the whole program when it cannot make its sandbox: on Ubuntu from 23.10 on (unless the .deb's
AppArmor profile is installed), in many containers, and for root. All that the engine shows is our own map,
read from the program's own files, so the window matters more than the sandbox.
"""

import ctypes
import os
from collections.abc import MutableMapping

SWITCH = "QTWEBENGINE_DISABLE_SANDBOX"

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000


def prepare(environment: MutableMapping[str, str]) -> None:
    """Set the web engine's own switch if the sandbox would be refused. Call before any thread is started."""
    if SWITCH not in environment and (os.geteuid() == 0 or not is_allowed()):
        environment[SWITCH] = "1"


def is_allowed() -> bool:
    """Tried in a child process: a user namespace, and in it the rights that Ubuntu takes away."""
    child = os.fork()
    if child == 0:
        try:
            libc = ctypes.CDLL(None, use_errno=True)
            made = libc.unshare(_CLONE_NEWUSER) == 0 and libc.unshare(_CLONE_NEWNET) == 0
            os._exit(0 if made else 1)
        except BaseException:  # noqa: BLE001 - whatever happens, this process must not go on as the program
            os._exit(1)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0
