"""Checks that every file of the package is as it was built: sticks lose bits."""

import hashlib
import os
import sys
from pathlib import Path

LIST = "FILES.sha256"
"""In the package's top folder: a line a file, as `sha256sum` writes it."""

_BLOCK = 1 << 20


def package_folder() -> Path:
    """The top folder of the package; the launcher of Windows names it."""
    named = os.environ.get("PEER_DESKTOP_PACKAGE")
    return Path(named) if named else Path(sys.executable).resolve().parent


def damaged(folder: Path) -> list[str]:
    """What is missing or changed, by its path within the folder. Raises OSError without a list."""
    wrong = []
    for line in (folder / LIST).read_text(encoding="utf-8").splitlines():
        wanted, _, path = line.partition("  ")
        if _sha256(folder / path) != wanted:
            wrong.append(path)
    return wrong


def _sha256(file: Path) -> str:
    digest = hashlib.sha256()
    try:
        with file.open("rb") as content:
            while block := content.read(_BLOCK):
                digest.update(block)
    except OSError:
        return "unreadable"
    return digest.hexdigest()


def main(folder: Path) -> int:
    """Say in both languages what is damaged; 0 when nothing is, 2 when something is, 3 without a list."""
    try:
        wrong = damaged(folder)
    except OSError:
        print(f"{folder / LIST} cannot be read. / {folder / LIST} est illisible.")
        return 3
    for path in wrong:
        print(path)
    if wrong:
        print(
            "The files above are damaged or missing. Copy the package again.\n"
            "Les fichiers ci-dessus sont abîmés ou absents. Copiez le paquet de nouveau."
        )
        return 2
    print("Every file is as it was built. / Chaque fichier est tel qu’il a été produit.")
    return 0
