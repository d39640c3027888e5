"""A text in one line where there is room for it, and in several where there is not."""

from PySide6.QtCore import QSize

from peer_desktop.ui.plain_text import LargeLabel


class FittedLabel(LargeLabel):
    """A label for a flow: whoever lays it out calls `fit` when the room changes."""

    _fitted: QSize | None = None

    def fit(self, room: int) -> None:
        """Ask for no more width than the text needs, and no more than there is, in pixels."""
        around = 2 * (self.margin() + 2)
        lines = self.text().split("\n")
        wanted = max(self.fontMetrics().horizontalAdvance(line) for line in lines) + around
        width = max(1, min(wanted, room))
        self._fitted = QSize(width, max(1, self.heightForWidth(width)))  # an empty one has a height of -1
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """What fits."""
        return self._fitted or super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As narrow as one likes: it is broken anew, and never keeps a window from becoming smaller."""
        return QSize(1, self.sizeHint().height())
