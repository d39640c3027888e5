"""Lets tests import the parts of the build by the names they have among themselves."""

import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent.parent.parent / "packaging"
sys.path[:0] = [str(PACKAGING), str(PACKAGING / "inside")]
