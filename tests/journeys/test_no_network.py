"""The program runs the same with no network interface at all."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

UNSHARE = shutil.which("unshare")


def can_leave_the_network() -> bool:
    if UNSHARE is None:
        return False
    return subprocess.run([UNSHARE, "-rn", "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_leave_the_network(), reason="this computer allows no namespace without a network")
def test_the_self_test_passes_in_a_namespace_without_interfaces(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_DISABLE_SANDBOX": "1"}
    environment.pop("DISPLAY", None)
    done = subprocess.run(
        [UNSHARE, "-rn", sys.executable, "-m", "peer_desktop", "--self-test"],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "failed" not in done.stdout.replace("0 failed", "")
