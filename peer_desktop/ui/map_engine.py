"""Prepares the web engine before it exists; loading it is left until the window is on screen."""

import importlib.util
import os

from PySide6.QtCore import QCoreApplication, Qt

CHROMIUM_FLAGS = (
    # WebRTC is the one way out that passes both the page's policy and the request interceptor.
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-gpu-shader-disk-cache",
    "--no-pings",
)


def prepare_engine() -> None:
    """Call before QApplication is made: flags and the attribute that a later load of the engine needs."""
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "").split()
    flags += [flag for flag in CHROMIUM_FLAGS if flag not in flags]
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(flags)
    # The debugging port would listen to the network.
    os.environ.pop("QTWEBENGINE_REMOTE_DEBUGGING", None)
    if QCoreApplication.instance() is None:
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
        # Its folder would lie in the account of whoever opens the program from a stick.
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DisableShaderDiskCache)


def engine_present() -> bool:
    """Whether the web engine is installed and may run; finds out without loading it.

    Chromium ends the whole process of root unless its sandbox is off, which only tests do.
    """
    if hasattr(os, "geteuid") and os.geteuid() == 0 and not os.environ.get("QTWEBENGINE_DISABLE_SANDBOX"):
        return False
    try:
        return importlib.util.find_spec("PySide6.QtWebEngineWidgets") is not None
    except ModuleNotFoundError:
        return False
