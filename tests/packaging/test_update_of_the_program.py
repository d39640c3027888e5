"""An older program beside what a newer one left: it says so, goes on, and harms nothing."""

import hashlib
import json
import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from peer_desktop import paths
from peer_desktop.bundle.manifest import Publisher
from peer_desktop.bundle.plain_values import to_plain
from peer_desktop.bundle.sealed_json import sealed
from peer_desktop.bundle.store import Activation, Receipt, Store, sha256_of
from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.schema import SCHEMA_VERSION
from peer_desktop.models.opened import open_current
from peer_desktop.settings import Settings, read

TODAY = date(2026, 11, 21)
AT = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
RECEIPT = Receipt(
    "newer", "peer", 9, "00" * 32, AT, TODAY, date(2027, 11, 21), Bilingual("Newer", "Plus récent"),
    Publisher("Trial", None, None), "fingerprint", "", 0, 1, (),
)  # fmt: skip
ACTIVATION = Activation(1, "install", AT, "somebody", "newer", "peer", 9, "00" * 32, "Trial", 1, 1, 0, 0)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store that a newer program made current a directory in, of a schema this one does not know."""
    store = Store(tmp_path / "directories")
    generation = store.generations / "newer"
    generation.mkdir(parents=True)
    store.activations.mkdir()
    file = generation / "directory.sqlite"
    file.write_bytes(paths.shipped_directory().read_bytes())
    with sqlite3.connect(file) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    receipt = replace(RECEIPT, directory_sha256=sha256_of(file), directory_size=file.stat().st_size)
    known_later = {"a member of later": "value"}
    (generation / "receipt.json").write_bytes(sealed(to_plain(receipt) | known_later))
    store.activation_file(1).write_bytes(sealed(to_plain(ACTIVATION) | known_later))
    return store


def _everything(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_it_says_that_the_installed_directory_is_for_a_newer_program(store: Store) -> None:
    opened = open_current(store, paths.shipped_directory(), TODAY, None)
    assert opened.problem is not None
    assert opened.problem.code == "E-DIRECTORY-NEWER"
    assert "newer" in opened.problem.said_in(Language.ENGLISH)
    assert "plus récente" in opened.problem.said_in(Language.FRENCH)


def test_it_goes_on_with_the_directory_that_came_with_it(store: Store) -> None:
    opened = open_current(store, paths.shipped_directory(), TODAY, None)
    assert opened.directory is not None
    assert opened.directory.size > 0
    opened.directory.close()


def test_it_changes_nothing_of_what_the_newer_program_left(store: Store) -> None:
    before = _everything(store.folder)
    opened = open_current(store, paths.shipped_directory(), TODAY, None)
    assert opened.directory is not None
    opened.directory.close()
    assert _everything(store.folder) == before


def test_members_that_only_a_newer_program_knows_do_not_hide_what_is_installed(store: Store) -> None:
    assert store.current(paths.shipped_directory()).path == store.generations / "newer" / "directory.sqlite"


def test_settings_of_a_newer_program_are_read_as_far_as_they_are_known(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(
        json.dumps({"language": "fr", "text_percent": 150, "colours": "sepia", "later": [1]}),
        encoding="utf-8",
    )
    kept = read(file, Settings())
    assert (kept.language, kept.text_percent, kept.colours) == (Language.FRENCH, 150, "system")


def test_what_a_person_keeps_lies_outside_the_program() -> None:
    assert paths.program_folder() not in paths.home_folder().parents
