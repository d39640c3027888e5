"""Makes the whole window speak one of the two languages, at once."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from peer_desktop.directory.language import Language


class Translator:
    """Puts the words of a language into the program. Every widget is told by a LanguageChange event."""

    def __init__(self, app: QCoreApplication, folder: Path) -> None:
        self._app = app
        self._folder = folder
        self._worn: list[QTranslator] = []

    def speak(self, language: Language) -> None:
        """Change to this language; dates and numbers follow."""
        QLocale.setDefault(QLocale(f"{language.value}_CA"))
        for old in self._worn:
            self._app.removeTranslator(old)
        self._worn = []
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for folder, name in ((qt_folder, "qtbase"), (self._folder, "peer_desktop")):
            translator = QTranslator(self._app)
            if translator.load(f"{name}_{language.value}", str(folder)):
                self._app.installTranslator(translator)
                self._worn.append(translator)
