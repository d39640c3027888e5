"""Packs the folder as a Debian package: menu entry, icon, file type, the libraries it needs."""

import re
import shutil
import subprocess
from pathlib import Path

import icons
from folder import Build, megabytes, set_times_and_modes
from places import WORK
from system_libraries import PACKAGES, RECOMMENDED

_HERE = Path(__file__).resolve().parent
_CONTROL = """\
Package: peer-desktop
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {recommends}
Section: misc
Priority: optional
Description: find peer support for Veterans and their Families, without internet
 Peer Desktop holds a directory of peer support across Canada, a glossary and
 resources, in English and in French, with a map. It works on a computer that
 has no internet, and keeps nothing about the person it is used for.
 .
 Trouve du soutien par les pairs pour les vétérans et leurs familles partout au
 Canada, en français et en anglais, sur un ordinateur sans Internet.
"""
_COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Peer Desktop
Comment: Everything that the package holds, with the text of each licence, is in
 /opt/peer-desktop/licences.html; the bill of materials is sbom.cdx.json beside it.

Files: *
Copyright: the contributors of Peer Desktop
License: MIT

License: MIT
{licence}
"""
MAINTAINER = "Peer Desktop <peer-desktop@localhost>"


def build(package: Path, made: Build, results: Path, *, release: bool) -> Path:
    """The .deb with the folder `package` as /opt/peer-desktop."""
    root = WORK / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(package, root / "opt" / "peer-desktop", symlinks=True)
    _put_in_its_place(root, package)
    _describe(root, made)
    set_times_and_modes(root, made)
    result = results / f"peer-desktop_{made.version}_amd64.deb"
    subprocess.run(
        [
            *("dpkg-deb", "--root-owner-group", *(("-Zxz", "-z9") if release else ("-Zzstd", "-z6"))),
            "--threads-max=2",
            *("--build", str(root), str(result)),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        env=made.environment(),
    )
    shutil.rmtree(root)
    return result


def _put_in_its_place(root: Path, package: Path) -> None:
    """What the desktop looks for under /usr."""
    commands = root / "usr" / "bin"
    commands.mkdir(parents=True)
    for name in ("peer-desktop", "peer-desktop-cli"):
        (commands / name).symlink_to(f"/opt/peer-desktop/{name}")
    for source, folder in (
        (_HERE / "peer-desktop.desktop", "applications"),
        (_HERE / "peer-desktop.xml", "mime/packages"),
        (icons.DRAWING, "icons/hicolor/scalable/apps/peer-desktop.svg"),
    ):
        _copy(source, root / "usr" / "share" / folder)
    for side in icons.PNG_SIZES:
        target = root / "usr" / "share" / "icons" / "hicolor" / f"{side}x{side}" / "apps" / "peer-desktop.png"
        _copy(package / "icons" / f"{side}.png", target)
    shutil.rmtree(root / "opt" / "peer-desktop" / "icons")


def _copy(source: Path, target: Path) -> None:
    """To `target`, or into it if it has no ending."""
    target = target if target.suffix else target / source.name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)


def _describe(root: Path, made: Build) -> None:
    about = root / "usr" / "share" / "doc" / "peer-desktop" / "copyright"
    about.parent.mkdir(parents=True)
    licence = (_HERE.parent.parent / "LICENSE").read_text(encoding="utf-8").strip()
    lines = "\n".join(f" {line}" if line else " ." for line in licence.splitlines())
    about.write_text(_COPYRIGHT.format(licence=lines), encoding="utf-8")
    control = root / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(
        _CONTROL.format(
            version=made.version,
            maintainer=MAINTAINER,
            kilobytes=round(megabytes(root) * 1e3 / 1.024),
            depends=", ".join(PACKAGES),
            recommends=", ".join(RECOMMENDED),
        ),
        encoding="utf-8",
    )
    for name in ("postinst", "postrm"):
        shutil.copy(_HERE / name, control / name)
        (control / name).chmod(0o755)


def older_version(package: Path, result: Path) -> Path:
    """The same package under an older version and with one file more: what a trial upgrades from."""
    root = WORK / "older"
    shutil.rmtree(root, ignore_errors=True)
    subprocess.run(["dpkg-deb", "-R", str(package), str(root)], check=True)
    control = root / "DEBIAN" / "control"
    text = re.sub(r"^Version: .*$", "Version: 0.0.1", control.read_text(encoding="utf-8"), flags=re.MULTILINE)
    control.write_text(text, encoding="utf-8")
    (root / "opt" / "peer-desktop" / "older-file").write_text("older\n", encoding="utf-8")
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Znone", "--build", str(root), str(result)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    shutil.rmtree(root)
    return result
