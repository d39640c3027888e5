"""What a Windows package is made of is named by one lock, and every part by its hash."""

import re

import pytest
from windows import inputs, tree

LOCK = """\
# made by uv
one==1.0 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
    # via two
here==2.0 ; sys_platform == 'linux' \\
    --hash=sha256:cc
there==3.0 ; sys_platform == 'win32' \\
    --hash=sha256:dd
young==4.0 ; python_full_version >= '3.12' \\
    --hash=sha256:ee
pip==26.0 \\
    --hash=sha256:ff
"""


def test_conditions_are_judged_for_windows_and_not_for_this_machine() -> None:
    assert inputs.locked_for_windows(LOCK).splitlines() == [
        "one==1.0 --hash=sha256:aa --hash=sha256:bb",
        "there==3.0 --hash=sha256:dd",
    ]


def test_every_line_of_the_real_lock_has_a_hash_and_no_condition() -> None:
    lines = inputs.locked_for_windows(inputs.LOCK.read_text(encoding="utf-8")).splitlines()
    assert any(line.startswith("pyside6-addons==") for line in lines)
    for line in lines:
        assert re.fullmatch(r"[a-z0-9._-]+==\S+( --hash=sha256:[0-9a-f]{64})+", line), line


def test_no_lock_names_where_files_come_from() -> None:
    for lock in (inputs.LOCK, inputs.LOCK.parent.parent / "packaging" / "requirements" / "build.txt"):
        assert "://" not in lock.read_text(encoding="utf-8")


def test_the_python_of_windows_is_of_the_series_that_is_tested() -> None:
    assert inputs.PYTHON_VERSION == "3.11"
    assert "python311.zip" in tree.PATHS


def test_a_wheel_writes_only_where_modules_belong() -> None:
    assert tree.installed_path("click/core.py") == "click/core.py"
    assert tree.installed_path("numpy-2.0.data/purelib/numpy/x.py") == "numpy/x.py"
    assert tree.installed_path("numpy-2.0.data/scripts/f2py") == ""
    for bad in ("../outside.py", "/etc/passwd"):
        with pytest.raises(ValueError, match="a wheel wants to write"):
            tree.installed_path(bad)
