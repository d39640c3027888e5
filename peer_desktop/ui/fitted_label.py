"""A text in one line where there is room for it, and in several where there is not."""

from peer_desktop.ui.plain_text import PlainLabel


class FittedLabel(PlainLabel):
    """A label for a flow: whoever lays it out calls `fit` when the room changes."""

    def fit(self, room: int) -> None:
        """Take no more width than the text needs, and no more than there is, in pixels."""
        around = 2 * (self.margin() + 2)
        lines = self.text().split("\n")
        wanted = max(self.fontMetrics().horizontalAdvance(line) for line in lines) + around
        width = max(1, min(wanted, room))
        self.setMinimumSize(0, 0)  # or the height that it needed in less room would stay
        self.setFixedSize(width, max(1, self.heightForWidth(width)))  # an empty one has a height of -1
