"""What must stay true of the whole program, whatever is built into it."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "peer_desktop"
MODULES = sorted(PACKAGE.rglob("*.py"))
UI = sorted((PACKAGE / "ui").rglob("*.py"))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def calls_in(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield node


def names_in(path: Path) -> Iterator[tuple[str, int]]:
    """Every name and attribute that a module uses, with its line."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Name):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute):
            yield node.attr, node.lineno
        elif isinstance(node, ast.ImportFrom | ast.Import):
            for one in node.names:
                yield one.name, node.lineno


def modules_loaded_by(code: str) -> set[str]:
    """The modules that are loaded in a fresh Python after this code."""
    script = f"{code}\nimport json, sys\nprint(json.dumps(list(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


# -- which way imports point ---------------------------------------------------------------------------------


def test_imports_point_inward() -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint_imports, "--no-cache"], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_core_and_the_terminal_run_without_qt() -> None:
    loaded = modules_loaded_by(
        "import peer_desktop.directory.directory, peer_desktop.exchange.build, peer_desktop.map_page\n"
        "import peer_desktop.tiles, peer_desktop.regions, peer_desktop.settings, peer_desktop.cli"
    )
    assert not {name for name in loaded if name.startswith(("PySide6", "shiboken6"))}


def test_models_know_no_widgets() -> None:
    allowed = {"PySide6.QtCore", "PySide6.QtGui"}
    for path in sorted((PACKAGE / "models").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
                assert node.module in allowed, f"{name_of(path)}:{node.lineno}"


# -- the binding (docs/adr/0001) -----------------------------------------------------------------------------


def test_no_other_binding_of_qt_is_ever_loaded() -> None:
    loaded = modules_loaded_by(
        "import peer_desktop.app, peer_desktop.cli, peer_desktop.self_test, folium\n"
        "from PySide6 import QtWebEngineCore, QtWebEngineWidgets"
    )
    assert "PySide6.QtWidgets" in loaded
    assert not {name for name in loaded if re.match(r"(PyQt\d|PySide2|PyQtWebEngine|sip)\b", name)}


def test_no_other_binding_of_qt_is_installed_by_the_locks() -> None:
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        assert not re.search(r"^(pyqt|pyside2|qtpy|sip)", lock.read_text("utf-8"), re.M | re.I), lock.name


def test_pyside6_is_the_version_that_was_tried() -> None:
    assert version("PySide6-Essentials") == version("PySide6-Addons") == "6.11.3"


def test_a_method_that_returns_nothing_gives_no_reference_of_none_away(qtbot: object) -> None:
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        label.setText("a")
    assert abs(sys.getrefcount(None) - before) < 1_000


# -- dependencies --------------------------------------------------------------------------------------------


def test_every_locked_dependency_has_hashes_and_no_host_is_named() -> None:
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        text = lock.read_text("utf-8")
        assert "http" not in text and "index-url" not in text and "find-links" not in text, lock.name
        pins = re.findall(r"^[a-z0-9-]+==[^\n]+(?:\n    --hash=[^\n]+)*", text, re.M)
        assert len(pins) > 20
        assert all("--hash=sha256:" in pin for pin in pins), lock.name


def test_the_locks_hold_what_the_project_asks_for_and_agree_with_each_other() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pins = {name: pins_of(name) for name in ("run", "test")}
    assert pins["run"].items() <= pins["test"].items(), "make lock"
    wanted = {"run": project["dependencies"], "test": project["optional-dependencies"]["dev"]}
    for lock, needs in wanted.items():
        for need in needs:
            name = re.split(r"[^A-Za-z0-9-]", need)[0].lower()
            assert name in pins[lock], f"{name} is not in requirements/{lock}.txt: make lock"


def pins_of(lock: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)(?! *; python_full_version >= '3.12)", text, re.M))


# -- record text is never code -------------------------------------------------------------------------------


def test_nothing_in_the_window_reads_text_as_markup() -> None:
    forbidden = {
        "QTextBrowser", "QTextEdit", "QTextDocument", "setHtml", "insertHtml", "appendHtml", "toHtml",
        "RichText", "AutoText", "MarkdownText", "setMarkdown", "mightBeRichText",
    }  # fmt: skip
    found = [
        f"{name_of(path)}:{line}: {name}" for path in UI for name, line in names_in(path) if name in forbidden
    ]
    assert found == []


def test_a_tooltip_or_what_is_this_never_holds_bare_record_text() -> None:
    """Qt takes a tooltip that looks like markup for markup."""
    safe = {"tr", "translate", "as_tooltip", "get", "setToolTip"}
    for path in UI:
        for call in calls_in(path):
            if isinstance(call.func, ast.Attribute) and call.func.attr in {"setToolTip", "setWhatsThis"}:
                (text,) = call.args
                named = isinstance(text, ast.Constant | ast.Subscript | ast.Name)
                made = isinstance(text, ast.Call) and ast.unparse(text.func).rpartition(".")[2] in safe
                assert named or made, f"{name_of(path)}:{call.lineno}: {ast.unparse(text)}"


# -- the house style -----------------------------------------------------------------------------------------


def test_dialogs_are_opened_and_never_executed() -> None:
    for path in UI:
        for call in calls_in(path):
            if isinstance(call.func, ast.Attribute):
                assert call.func.attr not in {"exec", "exec_"}, f"{name_of(path)}:{call.lineno}"


def test_there_is_no_style_sheet_and_no_graphics_effect() -> None:
    forbidden = {"setStyleSheet", "QGraphicsEffect", "QGraphicsOpacityEffect", "setGraphicsEffect"}
    found = [
        f"{name_of(path)}:{line}: {name}" for path in UI for name, line in names_in(path) if name in forbidden
    ]
    assert found == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_its_question_in_its_first_line_and_answers_it_shortly(path: Path) -> None:
    """300 lines is where to look for the noun that wants to come out; 350 is where to have found it."""
    text = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)), "no first line"
    if path.name not in {"pinned_lines.py"}:
        assert len(text.splitlines()) <= 350


def test_no_module_is_named_for_nothing() -> None:
    vague = {"utils", "util", "misc", "helpers", "helper", "common", "manager", "data", "base", "stuff"}
    assert not vague & {path.stem for path in MODULES}


def test_no_class_has_more_methods_than_a_reader_can_hold() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                ours = [one.name for one in node.body if isinstance(one, ast.FunctionDef) and is_ours(one)]
                assert len(ours) <= 18, f"{name_of(path)}: {node.name} has {len(ours)}"


def is_ours(function: ast.FunctionDef) -> bool:
    """Not Qt's own (camelCase), not a property, not a dunder."""
    snake = function.name == function.name.lower()
    return snake and not function.name.startswith("__") and not function.decorator_list


# -- both languages ------------------------------------------------------------------------------------------


def test_both_languages_are_complete() -> None:
    tool = ROOT / "packaging" / "translations.py"
    done = subprocess.run([sys.executable, tool, "check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_no_class_that_others_extend_says_a_plural(monkeypatch: pytest.MonkeyPatch) -> None:
    """PySide6 asks for self.tr() in the class of the object first, and takes "%n" filled in for an answer."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    from sentences_in_code import sentences_in  # type: ignore[import-not-found]

    says_plurals, extended = set(), set()
    for path in MODULES:
        text = path.read_text("utf-8")
        says_plurals |= {one.context for one in sentences_in(text, name_of(path)) if one.plural}
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef):
                extended |= {ast.unparse(base) for base in node.bases}
    assert not says_plurals & extended


def test_every_problem_is_said_in_both_languages() -> None:
    import peer_desktop.cli  # loads every problem of the core and the terminal
    from peer_desktop.directory.language import Language
    from peer_desktop.directory.problems import Problem

    assert peer_desktop.cli
    kinds = list(subclasses(Problem))
    assert len(kinds) > 10
    for kind in kinds:
        english, french = (kind.sentences[language] for language in Language)
        assert english != french or kind.__subclasses__()
        assert fields_of(english) == fields_of(french), kind


def subclasses(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from subclasses(one)


def fields_of(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", sentence))


# -- the repository ------------------------------------------------------------------------------------------


def test_links_between_documents_lead_somewhere() -> None:
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "packaging").glob("*.md")]
    assert documents
    for document in documents:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), f"{name_of(document)}: {target}"


def test_the_architecture_fits_a_reader() -> None:
    assert len((ROOT / "docs" / "ARCHITECTURE.md").read_text("utf-8").splitlines()) < 120
