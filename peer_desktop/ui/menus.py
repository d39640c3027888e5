"""Lays out the menus: every action of the window in one of them."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenuBar

from peer_desktop.ui.actions import Actions

_MENUS = {
    "file": ("clear", "hide", "", "keep", "shortlist", "handout", "", "update", "history", "keys", "",
             "settings", "", "quit"),
    "go": ("find", "near", "", "back", "forward", "", "next-listing", "previous-listing", "",
           "next-pane", "previous-pane"),
    "view": ("programs", "glossary", "resources", "", "wide-map"),
    "help": ("help", "crisis", "", "about"),
}  # fmt: skip


class Menus:
    """The menus of one window."""

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        self._menus = {name: bar.addMenu("") for name in _MENUS}
        for name, deeds in _MENUS.items():
            for deed in deeds:
                if deed:
                    self._menus[name].addAction(actions[deed])
                else:
                    self._menus[name].addSeparator()

    def say(self) -> None:
        """Speak the language of the window."""
        translate = QCoreApplication.translate
        self._menus["file"].setTitle(translate("Menus", "&File"))
        self._menus["go"].setTitle(translate("Menus", "&Go"))
        self._menus["view"].setTitle(translate("Menus", "&View"))
        self._menus["help"].setTitle(translate("Menus", "&Help"))
