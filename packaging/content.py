"""Says what goes into a package: the one list that the Linux and the Windows build both follow.

tests/packaging/test_content.py holds it against the program: an import, a file or a licence that is not
listed here fails there, before anybody builds a package.
"""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent

QT_MODULES = (
    "QtCore", "QtGui", "QtWidgets", "QtSvg", "QtWebChannel", "QtWebEngineCore", "QtWebEngineWidgets",
    # Loaded by the ones above.
    "QtNetwork", "QtPrintSupport",
)  # fmt: skip
"""Modules of PySide6 that the program imports, and those that these import."""

QT_PLUGINS: dict[str, frozenset[str]] = {
    "platforms": frozenset({"qxcb", "qwayland", "qoffscreen", "qminimal", "qwindows", "qcocoa"}),
    "xcbglintegrations": frozenset({"qxcb-egl-integration", "qxcb-glx-integration"}),
    "wayland-shell-integration": frozenset({"xdg-shell"}),
    "wayland-decoration-client": frozenset({"bradient", "adwaita"}),
    "wayland-graphics-integration-client": frozenset({"qt-plugin-wayland-egl"}),
    "platforminputcontexts": frozenset(
        {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"}
    ),
    "platformthemes": frozenset({"qxdgdesktopportal"}),
    "styles": frozenset({"qmodernwindowsstyle", "qmacstyle"}),
    "iconengines": frozenset({"qsvgicon"}),
    "imageformats": frozenset({"qsvg", "qico", "qjpeg"}),
    "printsupport": frozenset({"cupsprintersupport"}),
}  # fmt: skip
"""Folder of Qt's plugins → the plugins of it that are taken, without `lib` and ending. Others stay out."""

QT_TRANSLATIONS = re.compile(r"qtbase_(en|fr)\.qm")
"""Qt's own words: the buttons of its dialogs."""

WEB_LOCALES = frozenset({"en-US", "en-GB", "fr"})
"""The web engine's; en-US is what it falls back to and must stay."""

WORD_LISTS = frozenset({"en.json.gz", "fr.json.gz"})
"""pyspellchecker carries more languages than the program speaks."""

LEFT_OUT: dict[str, str] = {
    "pip": "sqlite-utils needs it only for its own `install` command",
    "setuptools": "only make puts the checkout into its environment with it",
}
"""Distribution of requirements/run.txt that no package carries → why the program never misses it."""

EXCLUDED_MODULES = (
    # Under the GPL alone, and of use only to somebody who types Python.
    "readline", "rlcompleter",
    "tkinter", "_tkinter", "turtle", "idlelib", "test", "lib2to3", "pydoc_data", "ensurepip", "venv",
    "pip", "setuptools", "pkg_resources", "_distutils_hack", "distutils", "wheel",
    "numpy.f2py", "numpy.testing", "numpy.distutils", "numpy.random",
    "IPython", "matplotlib", "pandas", "geopandas", "PIL", "selenium", "pytest",
)  # fmt: skip
"""Python modules that some library would use if it were there."""

_UNUSED_MODULES = re.compile(
    r"phonenumbers/(geodata|carrierdata|tzdata)/"  # where a number is from, whose it is, its time of day
    r"|pygments/(lexers|styles|formatters)/(?!__init__|_mapping|default|terminal)"  # colours program texts
)


def is_wanted_module(name: str) -> bool:
    """Whether a Python module goes into a package, by its dotted name."""
    path = name.replace(".", "/")
    return not _UNUSED_MODULES.search(f"{path}.py") and not _UNUSED_MODULES.search(f"{path}/x.py")


LOADED_BY_NAME = ("libpython3", "libsoftokn3", "libfreebl", "libnssckbi")
"""Libraries that are opened by name: Python by the program's own start, NSS by the web engine."""

MACOS_INFO = {
    "CFBundleDisplayName": "Peer Desktop",
    "CFBundleDevelopmentRegion": "en",
    "CFBundleLocalizations": ["en", "fr"],
    "LSMinimumSystemVersion": "13.0",
    "NSHighResolutionCapable": True,
    "NSHumanReadableCopyright": "MIT. See licences.html in the package.",
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "Peer Desktop bundle",
            "CFBundleTypeExtensions": ["peerbundle"],
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "Owner",
        }
    ],
}
"""Info.plist of the application on macOS."""

_NEVER = re.compile(
    r"""
      \.(pyi|pdb|lib|a|h|hpp|c|cpp|pyx|pxd|o|qmltypes|exp)$   # for compilers and editors
    | (^|/)(py\.typed|RECORD|INSTALLER|REQUESTED|direct_url\.json|top_level\.txt|entry_points\.txt|WHEEL)$
    | (^|/)(tests?|_pyinstaller|__pyinstaller|__pycache__)/
    | ^numpy/(f2py|distutils|testing|random|_core/(include|lib))/
    | ^PySide6/(qml|examples|typesystems|include|glue|doc|scripts|metatypes|modules|support|QtAsyncio|lib)/
    | ^PySide6/(Qt/)?(qml|metatypes|sbom)/
    | ^shiboken6/(lib|include|typesystems|glue)/
    | ^(bin|Scripts|share|docs?)/
    | ^peer_desktop\.egg-info/            # folder.describe_build writes what is needed of it
    """,
    re.VERBOSE,
)
_DEVELOPERS_OF_PAGES = re.compile(r"qtwebengine_devtools_resources|\.debug\.(pak|bin)$")


def is_wanted(path: str) -> bool:
    """Whether a file of a distribution goes into a package; `path` is as in its wheel, with `/`."""
    name = PurePosixPath(path)
    if path.startswith("spellchecker/resources/"):
        return name.name in WORD_LISTS
    if path.startswith("PySide6/"):
        return _is_wanted_of_qt(path, name)
    return not _NEVER.search(path) and not _UNUSED_MODULES.search(path)


def _is_wanted_of_qt(path: str, name: PurePosixPath) -> bool:
    if _NEVER.search(path) or _DEVELOPERS_OF_PAGES.search(name.name):
        return False
    if "/plugins/" in path:
        return is_wanted_plugin(path)
    if name.suffix == ".qm":
        return bool(QT_TRANSLATIONS.fullmatch(name.name))
    if name.suffix == ".pak" and "locales" in name.parent.name:
        return name.stem in WEB_LOCALES
    if name.suffix == ".exe":
        return name.stem == "QtWebEngineProcess"
    if name.suffix == ".pyd" or name.name.endswith(".abi3.so"):
        return name.name.split(".")[0] in QT_MODULES
    return True


def is_wanted_plugin(path: str) -> bool:
    """Whether a plugin of Qt is taken; `path` ends in plugins/FOLDER/FILE."""
    name = PurePosixPath(path)
    stem = name.name.removeprefix("lib").split(".")[0]
    return stem in QT_PLUGINS.get(name.parent.name, frozenset())


def program_files(root: Path = ROOT) -> Iterator[tuple[Path, PurePosixPath]]:
    """Every file of our own that is not code: where it is, and its path within the program's folder."""
    for folder in ("resources", "data"):
        for file in sorted((root / folder).rglob("*")):
            path = PurePosixPath(file.relative_to(root).as_posix())
            if file.is_file() and not _stays_home(path):
                yield file, path


def _stays_home(path: PurePosixPath) -> bool:
    """Sources of translations, and what an editor or SQLite left lying about."""
    leftover = path.name.startswith(".") or path.name.endswith(("-wal", "-shm", ".part"))
    return leftover or path.suffix == ".ts"


def code_files(root: Path = ROOT) -> Iterator[tuple[Path, PurePosixPath]]:
    """The program's modules, and the one that starts it in a package."""
    for file in sorted((root / "peer_desktop").rglob("*.py")):
        yield file, PurePosixPath(file.relative_to(root).as_posix())
    for file in sorted((root / "packaging" / "inside").glob("*.py")):
        yield file, PurePosixPath(file.name)
