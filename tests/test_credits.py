"""Everyone whose work is shipped is named, with a licence."""

import re
import tomllib

from peer_desktop import paths
from peer_desktop.credits import read_credits
from peer_desktop.directory.language import Language


def test_every_dependency_is_credited() -> None:
    project = tomllib.loads((paths.program_folder() / "pyproject.toml").read_text(encoding="utf-8"))
    names = {re.split(r"[<>=\[ ;]", wanted)[0].lower() for wanted in project["project"]["dependencies"]}
    credited = " ".join(credit.name for credit in read_credits()).lower()
    missing = {
        name for name in names if name.removesuffix("-addons").removesuffix("-essentials") not in credited
    }
    assert not missing


def test_every_credit_says_in_both_languages_what_it_is_for() -> None:
    for credit in read_credits():
        assert credit.licence
        assert all(credit.use.written_in(language) for language in Language), credit.name


def test_the_licence_of_the_icons_lies_beside_them() -> None:
    assert "ISC License" in (paths.resources_folder() / "icons" / "LICENSE").read_text(encoding="utf-8")
