"""The list of what goes into a package is complete, and holds nothing that the program does not need."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import components
import content
import pytest
from content import ROOT, code_files, is_wanted, is_wanted_module, program_files

from peer_desktop.bundle.carried_tables import RETIRED
from peer_desktop.bundle.program import retired_lines


def _imports() -> set[str]:
    """Every module of others that the program imports anywhere, also inside a function."""
    found = set()
    for file, _ in code_files():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {name.name for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return {name for name in found if name.split(".")[0] not in sys.stdlib_module_names}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


IMPORTS = _imports()


def test_every_module_of_qt_that_is_imported_is_taken() -> None:
    imported = {name.split(".")[1] for name in IMPORTS if re.match(r"PySide6\.Qt", name)}
    assert imported <= set(content.QT_MODULES)


def test_every_library_that_is_imported_is_locked() -> None:
    owners = packages_distributions()
    locked = {_plain(name) for name in components.locked_names()}
    of_the_package = {file.stem for file, path in code_files() if len(path.parts) == 1}
    for name in sorted(IMPORTS):
        top = name.split(".")[0]
        if top == "peer_desktop" or top in of_the_package:
            continue
        owned_by = {_plain(owner) for owner in owners.get(top, [top])}
        assert owned_by & locked, f"{top} is imported and in no package: make lock"


def test_every_dependency_of_the_project_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {_plain(re.split(r"[<>=\[ ;]", line)[0]) for line in project["dependencies"]}
    assert wanted <= {_plain(name) for name in components.locked_names()}


def test_nothing_that_is_imported_is_thrown_out() -> None:
    for name in IMPORTS:
        assert is_wanted_module(name), name
        assert name.split(".")[0] not in content.EXCLUDED_MODULES
        assert is_wanted(f"{name.replace('.', '/')}.py"), name


def test_every_file_of_the_program_that_is_no_code_is_taken() -> None:
    taken = {str(path) for _, path in program_files()}
    assert "data/directory.sqlite" in taken
    assert "data/source/listings.csv" in taken
    assert "resources/map/canada.pmtiles" in taken
    on_disk = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / "resources").rglob("*")
        if file.is_file() and file.suffix != ".ts" and not file.name.startswith(".")
    }
    assert on_disk <= taken


def test_an_import_finds_the_numbers_that_must_never_be_shown() -> None:
    """Without them a bundle is refused: nobody could say that it shows none of them."""
    taken = {str(path): file for file, path in program_files()}
    file = taken[f"data/source/{RETIRED}"]
    assert len(retired_lines(file.parent).rows) > 0


def test_french_is_taken_with_the_window() -> None:
    assert "resources/translations/peer_desktop_fr.qm" in {str(path) for _, path in program_files()}


def test_the_parts_of_the_map_page_are_taken() -> None:
    from peer_desktop.map_page import BASE_MAP, PARTS

    taken = {str(path) for _, path in program_files()}
    assert {f"resources/map/{part}" for part in (*PARTS.values(), BASE_MAP)} <= taken


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/QtCore.pyd",
        "PySide6/QtWebEngineCore.abi3.so",
        "PySide6/QtWebEngineProcess.exe",
        "PySide6/Qt6Core.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/translations/qtbase_fr.qm",
        "PySide6/Qt/translations/qtwebengine_locales/fr.pak",
        "PySide6/resources/icudtl.dat",
        "PySide6/resources/qtwebengine_resources.pak",
        "PySide6/resources/v8_context_snapshot.bin",
        "spellchecker/resources/fr.json.gz",
        "numpy/linalg/_umath_linalg.cp311-win_amd64.pyd",
        "numpy/ma/core.py",
        "jinja2/tests.py",
        "phonenumbers/data/region_CA.py",
        "pygments/lexers/__init__.py",
    ],
)
def test_what_the_program_needs_is_taken(path: str) -> None:
    assert is_wanted(path)


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/QtQml.pyd",
        "PySide6/Qt3DCore.abi3.so",
        "PySide6/qml/QtQuick/plugin.dll",
        "PySide6/designer.exe",
        "PySide6/plugins/qmltooling/qmldbg_tcp.dll",
        "PySide6/plugins/imageformats/qtiff.dll",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/networkinformation/libqglib.so",
        "PySide6/translations/qtbase_de.qm",
        "PySide6/translations/designer_fr.qm",
        "PySide6/Qt/translations/qtwebengine_locales/de.pak",
        "PySide6/resources/qtwebengine_devtools_resources.pak",
        "PySide6/resources/qtwebengine_resources.debug.pak",
        "spellchecker/resources/de.json.gz",
        "numpy/_core/tests/test_umath.py",
        "numpy/f2py/crackfortran.py",
        "numpy/random/mtrand.cpython-311-x86_64-linux-gnu.so",
        "phonenumbers/geodata/data0.py",
        "pygments/lexers/python.py",
        "PySide6/QtCore.pyi",
        "bin/f2py",
    ],
)
def test_what_nobody_needs_stays_out(path: str) -> None:
    assert not is_wanted(path)


def test_no_plugin_opens_the_network() -> None:
    assert not content.QT_PLUGINS.keys() & {"tls", "networkinformation", "qmltooling", "position", "generic"}


def test_what_is_left_out_is_locked_and_never_imported() -> None:
    locked = {_plain(name) for name in components.locked_names()}
    for name, reason in content.LEFT_OUT.items():
        assert _plain(name) in locked, f"{name} is no longer there to be left out"
        assert reason
        assert name not in {imported.split(".")[0] for imported in IMPORTS}


def test_every_code_file_is_taken_once() -> None:
    paths = [path for _, path in code_files()]
    assert len(paths) == len(set(paths))
    on_disk = {Path(file).relative_to(ROOT).as_posix() for file in (ROOT / "peer_desktop").rglob("*.py")}
    assert on_disk <= {str(path) for path in paths}
