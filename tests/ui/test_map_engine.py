"""Root gets the painted map: Chromium would end the whole program."""

import os

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from peer_desktop.ui import map_engine

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="only Unix has a root user")


def test_root_without_a_switched_off_sandbox_has_no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)
    assert not map_engine.engine_present()


def test_anybody_else_has_the_engine_that_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)
    assert map_engine.engine_present()


def test_nothing_of_a_picture_is_kept_in_the_account_of_the_computer() -> None:
    """A program on a stick leaves no folder of Qt behind. (tests/conftest.py prepares the engine.)"""
    assert QCoreApplication.testAttribute(Qt.ApplicationAttribute.AA_DisableShaderDiskCache)
