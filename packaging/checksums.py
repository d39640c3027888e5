"""Writes the sums of all packages, and signs them when the release key is at hand."""

import getpass
import hashlib
import os
import re
import sys
from pathlib import Path

from content import ROOT
from folder import Build
from places import RESULTS

SUMS = RESULTS / "SHA256SUMS"
KEY = "PEER_DESKTOP_RELEASE_KEY"
"""Names the file of the encrypted minisign key. It is never in the repository."""
PASSPHRASE = "PEER_DESKTOP_RELEASE_PASSPHRASE"
"""The key's passphrase; without it, it is asked for."""
_PACKAGES = ("*.tar.xz", "*.deb", "*.zip", "*.exe")
_UNSIGNED = "UNSIGNED: a local build. A release has SHA256SUMS.minisig beside this file.\n"


def expect_to_sign() -> None:
    """Before anything is built: stop if a key is named that cannot be read, or for a tree with changes."""
    key = os.environ.get(KEY)
    if not key:
        return
    if not Path(key).is_file():
        raise SystemExit(f"{KEY}: {key} is not there")
    if Build.of_checkout().commit.endswith("+"):
        raise SystemExit("a release is built from a commit; the work tree holds changes")


def write() -> list[Path]:
    """Write dist/SHA256SUMS of this version, and SHA256SUMS.minisig or a word that there is none."""
    version = Build.of_checkout().version
    found = (file for pattern in _PACKAGES for file in RESULTS.glob(pattern))
    packages = sorted(file for file in found if version in re.split("[-_]", file.name))
    if not packages:
        raise SystemExit(f"dist/ holds no package of version {version}")
    lines = []
    for package in packages:
        with package.open("rb") as content:
            lines.append(f"{hashlib.file_digest(content, 'sha256').hexdigest()}  {package.name}\n")
    SUMS.write_text("".join(lines), encoding="utf-8", newline="\n")
    return [SUMS, _sign(SUMS)]


def _sign(sums: Path) -> Path:
    signature = sums.with_name(f"{sums.name}.minisig")
    unsigned = sums.with_name("UNSIGNED.txt")
    for file in (signature, unsigned):
        file.unlink(missing_ok=True)
    if not os.environ.get(KEY):
        unsigned.write_text(_UNSIGNED, encoding="utf-8")
        return unsigned
    sys.path.insert(0, str(ROOT))
    from peer_desktop.bundle.key_files import read_secret_key

    expect_to_sign()
    made = Build.of_checkout()
    passphrase = os.environ.get(PASSPHRASE) or getpass.getpass("Passphrase of the release key: ")
    key = read_secret_key(Path(os.environ[KEY]), passphrase)
    comment = f"peer-desktop {made.version} {made.commit}"
    signature.write_bytes(key.sign(sums.read_bytes(), comment))
    return signature
