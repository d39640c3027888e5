"""Names every work of others in a package: its version, its licence and the licence's own words."""

import json
import re
import sqlite3
import ssl
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

from content import LEFT_OUT, ROOT

_TEXTS = ROOT / "packaging" / "licences"
_LICENCE_NAME = re.compile(r"(?i)^(.*[-_.])?(licen[cs]e|copying|notice|authors)([-_.].*)?$")
_TOO_LONG = 200
"""Some distributions put the whole licence where its name belongs."""


@dataclass(frozen=True, slots=True)
class Component:
    """One work of others."""

    name: str
    version: str
    licence: str
    """An SPDX expression where the work gives one."""
    kind: str = "library"
    """As CycloneDX says it: library, framework, data."""
    purl: str = ""
    texts: tuple[str, ...] = ()
    """The licence in its own words, and notices."""
    note: str = ""


def python_distributions(folders: Sequence[Path], wanted: Iterable[str]) -> Iterator[Component]:
    """The Python packages of these site-packages that are shipped; `wanted` holds their names."""
    names = {_plain(name) for name in wanted} - {_plain(name) for name in LEFT_OUT}
    found = {_plain(each.name): each for each in distributions(path=[str(folder) for folder in folders])}
    if missing := names - found.keys():
        raise SystemExit(f"not installed, so not described: {', '.join(sorted(missing))}")
    for name in sorted(names):
        each = found[name]
        yield Component(
            each.name,
            each.version,
            _licence_of(each),
            purl=f"pkg:pypi/{name}@{each.version}",
            texts=tuple(_texts_of(each)),
        )


def locked_names(lock: Path = ROOT / "requirements" / "run.txt") -> tuple[str, ...]:
    """Every distribution that a lock file names."""
    return tuple(re.findall(r"^([A-Za-z0-9._-]+)==", lock.read_text(encoding="utf-8"), re.MULTILINE))


def web_engine() -> Component:
    """Chromium, inside Qt WebEngine. Qt's wheels bring no notices of it, so Debian's collection stands in."""
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "from PySide6.QtWebEngineCore import qWebEngineChromiumVersion as version,"
            "qWebEngineChromiumSecurityPatchVersion as patched; print(version(), patched())",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    return Component(
        "Chromium (in Qt WebEngine)",
        said[0],
        "BSD-3-Clause",
        purl=f"pkg:generic/chromium@{said[0]}",
        texts=((_TEXTS / "chromium-notices.txt").read_text(encoding="utf-8"),),
        note=f"With the security corrections of Chromium {said[1]}, as Qt took them over. The notices are "
        "the collection that Debian keeps of Qt WebEngine 6.8; Qt lists those of each version under "
        "doc.qt.io/qt-6/qtwebengine-licensing.html.",
    )


def qt_texts() -> tuple[str, ...]:
    """The two licences that Qt and PySide6 are under; their wheels carry neither."""
    return tuple(
        (ROOT / "resources" / "map" / "licences" / f"{name}.txt").read_text(encoding="utf-8")
        for name in ("LGPL-3.0", "GPL-3.0")
    )


def texts_referred_to() -> Iterator[tuple[str, str]]:
    """Licences that notices of others refer to by name only: name and text."""
    for file in sorted(_TEXTS.glob("*.txt")):
        if file.stem != "chromium-notices":
            yield file.stem, file.read_text(encoding="utf-8")


def parts_of_the_page() -> Iterator[Component]:
    """What lies in resources/ with a licence beside it: icons, Leaflet and what draws the tiles."""
    for file in sorted((ROOT / "resources").rglob("LICENSE*")):
        if file.suffix != ".md":
            name = {"icons": "Lucide icons", "leaflet": "Leaflet"}.get(file.parent.name, file.parent.name)
            name += file.stem.removeprefix("LICENSE").replace("-", " ")
            version = _version_in(file.parent)
            yield Component(name, version, "see the text", texts=(file.read_text(encoding="utf-8"),))


def data_sources() -> Iterator[Component]:
    """Whose data is shipped, from the credits that the window shows."""
    for row in json.loads((ROOT / "resources" / "credits.json").read_text(encoding="utf-8")):
        yield Component(row["name"], "", row["licence"], kind="data", note=f"{row['en']} / {row['fr']}")


def python_of_this_machine() -> Iterator[Component]:
    """CPython, SQLite and OpenSSL as a build on this machine takes them along."""
    yield _cpython(".".join(map(str, sys.version_info[:3])))
    yield Component(
        "SQLite", sqlite3.sqlite_version, "blessing", purl=_generic("sqlite", sqlite3.sqlite_version)
    )
    version = ssl.OPENSSL_VERSION.split()[1]
    yield Component("OpenSSL", version, "Apache-2.0", purl=_generic("openssl", version))


def python_of_windows(folder: Path) -> Iterator[Component]:
    """The same three, read out of the embeddable CPython in `folder`."""
    for name, pattern, component, licence in (
        ("python3??.dll", rb"\b(3\.1[1-9]\.\d+)\b", "CPython", "PSF-2.0"),
        ("sqlite3.dll", rb"\b(3\.4\d\.\d+)\b", "SQLite", "blessing"),
        ("libcrypto-3.dll", rb"OpenSSL (3\.\d+\.\d+)", "OpenSSL", "Apache-2.0"),
    ):
        content = next(folder.glob(name)).read_bytes()
        match = re.search(pattern, content)
        if not match:
            raise SystemExit(f"{name} does not say its version")
        version = match[1].decode()
        text = ((folder / "LICENSE.txt").read_text(encoding="utf-8"),) if component == "CPython" else ()
        yield Component(component, version, licence, purl=_generic(component.lower(), version), texts=text)


def libraries_of_debian(files: Iterable[str]) -> Iterator[Component]:
    """The Debian packages that system libraries were taken from, with Debian's copyright files."""
    owners = {owner for file in files if (owner := _owner(file))}
    for owner in sorted(owners):
        shown = _run("dpkg-query", "-W", "-f", "${Package} ${Version}", owner).split()
        text = Path("/usr/share/doc") / owner.partition(":")[0] / "copyright"
        yield Component(
            owner.partition(":")[0],
            shown[1],
            "see the text",
            purl=f"pkg:deb/debian/{shown[0]}@{shown[1]}",
            texts=(text.read_text(encoding="utf-8", errors="replace"),) if text.exists() else (),
        )


def _owner(file: str) -> str:
    """The package of a file. Debian moved /lib into /usr/lib: a file may be known under either."""
    real = str(Path(file).resolve())
    for name in (real, real.removeprefix("/usr"), file):
        if found := _run("dpkg-query", "-S", name):
            return found.split(": ")[0].split(",")[0]
    return ""


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def _cpython(version: str) -> Component:
    texts = [*Path("/usr/share/doc").glob("libpython3.11-minimal/copyright")]
    beside = (
        Path(sys.base_prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "LICENSE.txt"
    )
    text = next((file.read_text(encoding="utf-8") for file in (*texts, beside) if file.exists()), "")
    return Component(
        "CPython", version, "PSF-2.0", purl=_generic("cpython", version), texts=(text,) if text else ()
    )


def _generic(name: str, version: str) -> str:
    return f"pkg:generic/{name}@{version}"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _licence_of(each: Distribution) -> str:
    said = each.metadata.get("License-Expression") or each.metadata.get("License") or ""
    if said and len(said) < _TOO_LONG and "\n" not in said:
        return said
    kinds = [
        line.rpartition(":: ")[2] for line in each.metadata.get_all("Classifier", []) if "License ::" in line
    ]
    return ", ".join(kinds) or "see the text"


def _texts_of(each: Distribution) -> Iterator[str]:
    if each.name.lower().startswith(("pyside6", "shiboken6")):
        yield from qt_texts()
        return
    for file in sorted(each.files or (), key=str):
        if ".dist-info/" in str(file) and _LICENCE_NAME.match(file.name):
            yield Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")


def _version_in(folder: Path) -> str:
    for file in sorted(folder.glob("*.js")):
        found = re.search(
            r"(?:@version|Leaflet|v)\s*(\d+\.\d+\.\d+)", file.read_text(encoding="utf-8")[:2000]
        )
        if found:
            return found[1]
    return ""
