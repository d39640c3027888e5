"""Names everything a person can do from a menu or a key, once: menus, shortcuts and the help read it here."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from peer_desktop.ui.help_dialog import Shortcut
from peer_desktop.ui.line_keys import LineKeys


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done: how the menu words it, how the help explains it, and its keys."""

    id: str
    menu: str
    help: str
    keys: tuple[str, ...]


def deeds() -> tuple[Deed, ...]:
    """All of them, in the language of now."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("Actions", text)

    return (
        Deed("find", tr("&Find"), tr("Go to the search box"), ("Ctrl+F", "/")),
        Deed("near", tr("&Near…"), tr("Say where help is wanted"), ("Ctrl+L",)),
        Deed("back", tr("&Back"), tr("Go back to the search before"), ("Alt+Left",)),
        Deed("forward", tr("F&orward"), tr("Go forward again"), ("Alt+Right",)),
        Deed("next-listing", tr("Ne&xt listing"), tr("Read the next listing"), ("Ctrl+Down",)),
        Deed("previous-listing", tr("&Previous listing"), tr("Read the listing before"), ("Ctrl+Up",)),
        Deed("clear", tr("&Clear the desk"), tr("Forget this person: search, ticks, steps back, "
                                                "shortlist and what was copied"), ("Ctrl+Shift+N",)),
        Deed("hide", tr("H&ide"), tr("Show a neutral screen at once"), ()),
        Deed("keep", tr("&Keep"), tr("Keep the listing you read on the shortlist, or let go of it"),
             ("Ctrl+D",)),
        Deed("shortlist", tr("S&hortlist…"), tr("Show the listings kept for this person"), ("Ctrl+4",)),
        Deed("handout", tr("Han&dout…"), tr("Print or save a sheet of the listings kept"), ("Ctrl+P",)),
        Deed("next-pane", tr("Next p&ane"), tr("Go to the next pane"), ("F6",)),
        Deed("previous-pane", tr("Previous pan&e"), tr("Go to the pane before"), ("Shift+F6",)),
        Deed("programs", tr("&Programs"), tr("Show the programs"), ("Ctrl+1",)),
        Deed("glossary", tr("&Glossary"), tr("Show the glossary"), ("Ctrl+2",)),
        Deed("resources", tr("&Resources"), tr("Show the resources"), ("Ctrl+3",)),
        Deed("wide-map", tr("&Large map"), tr("Show the map large in the middle, or small again"), ("F8",)),
        Deed("crisis", tr("&Crisis lines"), tr("Show all crisis lines"), ("F2",)),
        Deed("update", tr("&Update directory…"), tr("Bring in a newer directory from a stick or a file"),
             ("Ctrl+U",)),
        Deed("history", tr("Data h&istory…"), tr("Show the directories installed, and put one back"), ()),
        Deed("keys", tr("Trusted ke&ys…"), tr("Show whose bundles this computer accepts"), ()),
        Deed("settings", tr("&Settings…"), tr("Change language, text size and colours"), ("Ctrl+,",)),
        Deed("help", tr("&Help"), tr("Show this help"), ("F1",)),
        Deed("about", tr("&About Peer Desktop"), tr("Show version, sources and licences"), ()),
        Deed("quit", tr("&Quit"), tr("Close the program"), ("Ctrl+Q",)),
    )  # fmt: skip


def shortcuts() -> tuple[Shortcut, ...]:
    """Every key for the help: those of the menus and those of the panes."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("Actions", text)

    own = [Shortcut(_readable(deed.keys), deed.help) for deed in deeds() if deed.keys]
    panes = (
        (("Shift",), tr("Three times by itself: show a neutral screen at once")),
        (("Down",), tr("In the search box: go down into the results")),
        (("Alt+Up", "Alt+Down"), tr("In the search box: read the listing before or after")),
        (("Esc",), tr("In the search box: clear the words, then the conditions")),
        (("Space",), tr("On a value in the list on the left: tick it")),
        (("X",), tr("On a value in the list on the left: leave its listings out")),
        (("Return",), tr("On a result: read it")),
        (("Left", "Right", "Up", "Down", "+", "-"), tr("On the map: move and change the size")),
    )
    return (*own, *(Shortcut(_readable(keys), sentence) for keys, sentence in panes))


def _readable(keys: tuple[str, ...]) -> str:
    """Keys as the system writes them, for instance Strg+F or ⌘F."""
    return ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


class Actions:
    """The actions of one window. Their words change with the language; what they do does not.

    A deed that nobody said how to do cannot be done now, and is shown so.
    """

    def __init__(self, window: QWidget) -> None:
        self._by_id: dict[str, QAction] = {}
        self._doing: dict[str, Callable[[], object]] = {}
        for deed in deeds():
            action = QAction(window)
            action.setObjectName(deed.id)
            action.setShortcuts([QKeySequence(key) for key in deed.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.triggered.connect(self._deed_of(deed.id))
            action.setEnabled(False)
            self._by_id[deed.id] = action
            window.addAction(action)
        self._line_keys = LineKeys(window, [key for deed in deeds() for key in deed.keys])
        self.say()

    def __getitem__(self, deed: str) -> QAction:
        return self._by_id[deed]

    def can(self, doing: dict[str, Callable[[], object]]) -> None:
        """Say how each of these is done from now on."""
        self._doing |= doing
        for deed in doing:
            self._by_id[deed].setEnabled(True)

    def pause(self, paused: bool) -> None:
        """While everything is hidden no key leads anywhere, but for clearing and quitting."""
        for deed, action in self._by_id.items():
            action.setEnabled(deed in self._doing and (not paused or deed in ("clear", "quit")))

    def say(self) -> None:
        """Word the menus in the language of now."""
        for deed in deeds():
            action = self._by_id[deed.id]
            action.setText(deed.menu)
            action.setStatusTip(deed.help)

    def _deed_of(self, deed: str) -> Callable[[], None]:
        """Qt gives `triggered` a truth value that nobody here wants."""

        def act() -> None:
            self._doing[deed]()

        return act
