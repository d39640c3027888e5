"""The tool for translations finds every sentence of the window and says what is not complete."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

PACKAGING = Path(__file__).resolve().parent.parent / "packaging"

WINDOW = """
from PySide6.QtCore import QCoreApplication, QObject

def found(count: int) -> str:
    return QCoreApplication.translate("Wording", "%n found", None, count)

def menus() -> list[str]:
    def short(text: str) -> str:
        return QCoreApplication.translate("Menus", text)

    return [short("&Leave")]

class Pane(QObject):
    def words(self, count: int) -> list[str]:
        return [self.tr("Keep"), self.tr("&Open", "of a file"), self.tr("%n kept", "", n=count),
                self.tr("A sentence {here} "
                        "on two lines"), "plain", "text".translate({})]
"""

FRENCH = {
    "%n found": ["%n trouvée", "%n trouvées"],
    "Keep": "Garder",
    "&Leave": "&Quitter",
    "&Open": "&Ouvrir",
    "%n kept": ["%n gardée", "%n gardées"],
    "A sentence {here} on two lines": "Une phrase {here} sur deux lignes",
}
ENGLISH = {"%n found": ["%n found", "%n found"], "%n kept": ["%n kept", "%n kept"]}


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(PACKAGING))
    import translations

    yield translations
    for name in ("translations", "sentences_in_code"):
        sys.modules.pop(name, None)


@pytest.fixture
def window(tool: ModuleType, tmp_path: Path) -> Any:
    """The translations of a package of one module, with nothing translated."""
    package = tmp_path / "peer_desktop"
    package.mkdir()
    (package / "pane.py").write_text(WINDOW, "utf-8")
    made = tool.Translations(package, tmp_path / "translations")
    made.update()
    return made


def filled(window: Any) -> Any:
    words = {"fr": FRENCH, "en": ENGLISH}
    entries = [{**vars_of(one), "translation": words[one.language][one.source]} for one in window.missing()]
    assert window.fill(entries) == []
    window.compile()
    return window


def vars_of(missing: Any) -> dict[str, object]:
    return {name: getattr(missing, name) for name in ("language", "context", "source", "comment", "plural")}


def test_every_sentence_is_found_with_its_context_and_whether_it_counts(window: Any) -> None:
    found = {(one.language, one.context, one.source, one.comment, one.plural) for one in window.missing()}
    assert found == {
        ("fr", "Wording", "%n found", "", True),
        ("fr", "Pane", "Keep", "", False),
        ("fr", "Menus", "&Leave", "", False),
        ("fr", "Pane", "&Open", "of a file", False),
        ("fr", "Pane", "%n kept", "", True),
        ("fr", "Pane", "A sentence {here} on two lines", "", False),
        ("en", "Wording", "%n found", "", True),
        ("en", "Pane", "%n kept", "", True),
    }


def test_once_filled_and_compiled_nothing_is_missing_and_qt_says_it_in_french(window: Any) -> None:
    from PySide6.QtCore import QTranslator

    filled(window)
    assert window.missing() == [] and window.check() == []
    translator = QTranslator()
    assert translator.load(str(window.qm_file("fr")))
    assert translator.translate("Pane", "&Open", "of a file") == "&Ouvrir"
    assert translator.translate("Wording", "%n found", "", 2) == "%n trouvées"


def test_a_sentence_that_the_code_gained_or_lost_fails_the_check(window: Any, tmp_path: Path) -> None:
    filled(window)
    module = tmp_path / "peer_desktop" / "pane.py"
    module.write_text(WINDOW.replace('"Keep"', '"Keep it"'), "utf-8")
    assert window.check() == ["peer_desktop_fr.ts is not what the code says now: make translations"]
    window.update()
    assert "fr: Pane: “Keep it” is not translated" in window.check()


def test_a_translation_that_lost_a_marker_or_was_not_compiled_fails_the_check(window: Any) -> None:
    filled(window)
    wrong = {"context": "Pane", "source": "A sentence {here} on two lines", "translation": "Une phrase"}
    window.fill([wrong])
    marker, stale = window.check()
    assert "do not hold the same" in marker
    assert stale == "peer_desktop_fr.qm is not compiled from the .ts file: make translations"


def test_a_translation_of_an_unknown_sentence_is_said(window: Any) -> None:
    unknown = window.fill([{"context": "Pane", "source": "Never said", "translation": "Jamais dit"}])
    assert unknown == ["fr: Pane has no sentence “Never said”"]


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("class A:\n  def f(self, x): self.tr(x)", "a.py:2: what is translated must be written out"),
        ('class A:\n  def f(self): self.tr("a") + self.tr("b")', "translated fragments are joined"),
        ('class A:\n  def f(self): self.tr("%n rows")', "%n and a number go together"),
        ('class A:\n  def f(self, n): self.tr("rows", "", n)', "%n and a number go together"),
        ('def f(w): w.tr("a")', "tr() outside a class"),
        ('class A:\n  def f(self, w): w.tr("a")', "tr() of another object"),
    ],
)
def test_what_no_tool_can_collect_is_refused_with_its_line(tool: ModuleType, code: str, fault: str) -> None:
    from sentences_in_code import sentences_in  # type: ignore[import-not-found]

    with pytest.raises(tool.NotReadable, match=r"a\.py:") as refused:
        list(sentences_in(code, "a.py"))
    assert fault in str(refused.value)
