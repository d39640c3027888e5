"""Says where packages are built: in one cache outside the checkout, and their results in dist/."""

import os
from pathlib import Path

from content import ROOT

CACHE = Path(os.environ.get("PEER_DESKTOP_PACKAGE_CACHE") or Path.home() / ".cache" / "peer-desktop-packages")
DOWNLOADS = CACHE / "downloads"
WORK = CACHE / "work"
ROOTS = CACHE / "roots"
"""Bare systems that packages are tried in."""
RESULTS = ROOT / "dist"
