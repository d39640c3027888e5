"""Licences, bill of materials, sums and signature: what goes with the packages."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import checksums
import components
import folder
import licences
import pytest
import sbom
from components import Component

from peer_desktop import paths
from peer_desktop.bundle.minisign import Signature
from peer_desktop.bundle.secret_key import SecretKey
from peer_desktop.directory import index
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.query import Query

BUILD = folder.Build("1.2.3", "0123456789ab", 1_790_000_000)
QUICK = 1024 * 1024
"""Bytes of memory for a key that only a test uses."""


def _all() -> list[Component]:
    folders = [Path(path) for path in sys.path if path.endswith("site-packages")]
    return [
        *components.python_of_this_machine(),
        *components.python_distributions(folders, ["click", "folium", "PySide6-Essentials", "pip"]),
        *components.parts_of_the_page(),
        *components.data_sources(),
    ]


def test_the_page_holds_the_duties_towards_qt_in_both_languages() -> None:
    page = licences.page(_all(), "program/PySide6/Qt/lib")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in page
    assert "GNU GENERAL PUBLIC LICENSE" in page
    assert "You may replace them with a version that you have changed" in page
    assert "Vous pouvez les remplacer par une version" in page
    assert page.count("program/PySide6/Qt/lib") == 2
    assert "download.qt.io/official_releases/qt/6." in page


def test_the_page_names_every_source_of_the_data_and_every_part_of_the_map() -> None:
    page = licences.page(_all(), "lib")
    for name in ("GeoNames", "Natural Earth", "GSHHG", "Leaflet", "protomaps-leaflet", "Lucide", "folium"):
        assert name in page


def test_the_page_runs_no_script_and_loads_nothing() -> None:
    hostile = Component(
        "<script>alert(1)</script>", "1", "<b>MIT</b>", texts=("</pre><script>alert(2)</script>",)
    )
    page = licences.page([hostile], "lib")
    assert "<script" not in page
    assert "default-src 'none'" in page


def test_qt_has_its_licences_though_its_wheels_bring_none() -> None:
    qt = next(each for each in _all() if each.name.lower().startswith("pyside6"))
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.texts[0]


def test_what_no_package_carries_is_not_named() -> None:
    assert "pip" not in {each.name for each in _all()}


def test_a_distribution_that_is_not_there_stops_the_build() -> None:
    with pytest.raises(SystemExit, match="no-such-thing"):
        list(components.python_distributions([Path("/nowhere")], ["no-such-thing"]))


def test_the_bill_is_cyclonedx_without_addresses_and_always_the_same() -> None:
    bill = sbom.bill(_all(), BUILD, "linux-x86_64")
    said = json.loads(bill)
    assert (said["bomFormat"], said["specVersion"]) == ("CycloneDX", "1.6")
    assert said["metadata"]["component"]["version"] == "1.2.3"
    names = {each["name"] for each in said["components"]}
    assert {"CPython", "SQLite", "OpenSSL", "folium", "Leaflet"} <= names
    references = [each["bom-ref"] for each in said["components"]]
    assert len(references) == len(set(references))
    assert "://" not in bill
    assert bill == sbom.bill(_all(), BUILD, "linux-x86_64")


def test_the_folder_says_which_build_it_is(tmp_path: Path) -> None:
    folder.describe_build(tmp_path, BUILD, "windows-x64")
    said = json.loads((tmp_path / "build.json").read_text(encoding="utf-8"))
    assert said == {"version": "1.2.3", "commit": "0123456789ab", "time": 1790000000, "system": "windows-x64"}
    asked = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); "
        "from importlib.metadata import version; print(version('peer-desktop'))"
    )
    said_by_python = subprocess.run(
        [sys.executable, "-S", "-c", asked], capture_output=True, text=True, check=True
    ).stdout
    assert said_by_python.strip() == "1.2.3"


def test_the_shipped_directory_is_searched_without_making_its_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in (tmp_path / "one", tmp_path / "two"):
        (place / "data").mkdir(parents=True)
        shutil.copy(paths.shipped_directory(), place / "data")
        folder.add_index(place, BUILD)
    one, two = (tmp_path / place / "data" / "directory.index" for place in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
    monkeypatch.setattr(index, "build_index", lambda *_: pytest.fail("the index was made again"))
    directory = Directory.open(one.with_suffix(".sqlite"), today=date(2026, 11, 22))
    assert directory.search(Query(text="grief")).total > 0
    directory.close()


def test_an_index_that_does_not_fit_its_directory_is_not_gone_by(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    shutil.copy(paths.shipped_directory(), tmp_path / "data")
    folder.add_index(tmp_path, BUILD)
    file = tmp_path / "data" / "directory.sqlite"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DELETE FROM synonym")
    directory = Directory.open(file, today=date(2026, 11, 22))
    assert directory.search(Query(text="grief")).total > 0
    directory.close()


def test_sums_are_those_that_sha256sum_makes(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "é").write_bytes(b"1")
    (tmp_path / "a").write_bytes(b"2")
    folder.write_sums(tmp_path)
    said = subprocess.run(["sha256sum", "-c", folder.SUMS], cwd=tmp_path, capture_output=True, check=False)
    assert said.returncode == 0
    assert [line[66:] for line in (tmp_path / folder.SUMS).read_text(encoding="utf-8").splitlines()] == [
        "a",
        "b/é",
    ]


def test_the_readme_speaks_both_languages(tmp_path: Path) -> None:
    folder.write_readme(tmp_path, BUILD, "start me", "in a terminal", windows=True)
    content = (tmp_path / "README.txt").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    assert "9-8-8" in text and "L’ouvrir" in text and "1.2.3 (0123456789ab)" in text and "$" not in text
    assert text.count("\r\n") == text.count("\n")


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(checksums, "RESULTS", tmp_path)
    monkeypatch.setattr(checksums, "SUMS", tmp_path / "SHA256SUMS")
    monkeypatch.setattr(checksums.Build, "of_checkout", staticmethod(lambda: BUILD))
    monkeypatch.delenv(checksums.KEY, raising=False)
    (tmp_path / "peer-desktop-1.2.3-windows-x64.zip").write_bytes(b"package")
    (tmp_path / "peer-desktop_1.2.3_amd64.deb").write_bytes(b"package")
    (tmp_path / "peer-desktop-1.2.2-windows-x64.zip").write_bytes(b"an older one")
    return tmp_path


def test_a_local_build_says_that_it_is_not_signed(results: Path) -> None:
    assert checksums.write() == [results / "SHA256SUMS", results / "UNSIGNED.txt"]
    assert not (results / "SHA256SUMS.minisig").exists()


def test_only_packages_of_this_version_are_vouched_for(results: Path) -> None:
    checksums.write()
    lines = (results / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    names = [line.split("  ")[1] for line in lines]
    assert names == ["peer-desktop-1.2.3-windows-x64.zip", "peer-desktop_1.2.3_amd64.deb"]


def test_a_release_of_a_changed_tree_is_refused_before_it_is_built(
    results: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = folder.Build("1.2.3", "0123456789ab+", 1_790_000_000)
    monkeypatch.setattr(checksums.Build, "of_checkout", staticmethod(lambda: changed))
    checksums.expect_to_sign()  # a local build may hold changes
    monkeypatch.setenv(checksums.KEY, str(results / "release.key"))
    with pytest.raises(SystemExit, match="is not there"):
        checksums.expect_to_sign()
    (results / "release.key").touch()
    with pytest.raises(SystemExit, match="holds changes"):
        checksums.expect_to_sign()


def test_a_release_is_signed_with_the_key_that_is_named(
    results: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = SecretKey.new()
    file = results / "release.key"
    file.write_text(key.encrypted("a test", QUICK), encoding="ascii")
    monkeypatch.setenv(checksums.KEY, str(file))
    monkeypatch.setenv(checksums.PASSPHRASE, "a test")
    (results / "UNSIGNED.txt").touch()
    checksums.write()
    signature = Signature.read((results / "SHA256SUMS.minisig").read_bytes())
    assert signature.proves((results / "SHA256SUMS").read_bytes(), key.public)
    assert signature.trusted_comment == "peer-desktop 1.2.3 0123456789ab"
    assert not (results / "UNSIGNED.txt").exists()


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_no_key_lies_in_the_repository() -> None:
    tracked = subprocess.run(
        ["git", "-C", str(folder.ROOT), "grep", "-lI", "minisign encrypted secret key$"],
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split()
    assert [name for name in tracked if name.endswith(".key")] == []
