"""What this program copied is taken off the clipboard; what another program copied stays."""

from PySide6.QtGui import QClipboard

from peer_desktop.ui.copied_texts import CopiedTexts


class SystemClipboard:
    """The clipboard of a system, as another program sees it."""

    def __init__(self, text: str, *, ours: bool = False, selected: bool = False) -> None:
        self.held = {QClipboard.Mode.Clipboard: text, QClipboard.Mode.Selection: "selected"}
        self._ours = ours
        self._selected = selected

    def text(self) -> str:
        return self.held[QClipboard.Mode.Clipboard]

    def clear(self, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
        self.held[mode] = ""

    def ownsClipboard(self) -> bool:
        return self._ours

    def ownsSelection(self) -> bool:
        return self._selected


def test_a_text_of_another_program_is_left_alone() -> None:
    clipboard = SystemClipboard("theirs")
    texts = CopiedTexts(clipboard)
    texts.add("ours")
    texts.forget()
    assert clipboard.text() == "theirs"
    assert clipboard.held[QClipboard.Mode.Selection] == "selected"


def test_a_text_copied_by_a_button_goes_where_the_system_cannot_tell_whose_it_is() -> None:
    clipboard = SystemClipboard("1-800-883-6094")
    texts = CopiedTexts(clipboard)
    texts.add("1-800-883-6094")
    texts.forget()
    assert clipboard.text() == ""


def test_a_text_copied_by_hand_goes() -> None:
    clipboard = SystemClipboard("my secret", ours=True)
    CopiedTexts(clipboard).forget()
    assert clipboard.text() == ""


def test_a_text_that_was_only_selected_goes() -> None:
    clipboard = SystemClipboard("theirs", selected=True)
    CopiedTexts(clipboard).forget()
    assert clipboard.text() == "theirs"
    assert clipboard.held[QClipboard.Mode.Selection] == ""


def test_what_was_forgotten_is_no_longer_ours() -> None:
    clipboard = SystemClipboard("1-800-883-6094")
    texts = CopiedTexts(clipboard)
    texts.add("1-800-883-6094")
    texts.forget()
    clipboard.held[QClipboard.Mode.Clipboard] = "1-800-883-6094"
    texts.forget()
    assert clipboard.text() == "1-800-883-6094"
