"""A button whose words go on in a second line where the room ends: nothing is cut off in large text."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from peer_desktop.ui import theme
from peer_desktop.ui.wording import as_button_text

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_FEWEST_LETTERS = 12


class WrappedButton(QPushButton):
    """Shows an icon and literal words, one line if there is room."""

    def __init__(self, sign: QIcon, words: str, parent: QWidget | None = None) -> None:
        super().__init__(sign, as_button_text(words), parent)
        self._words = words
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setText(as_button_text(words))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All words in one line."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._words) + self._beside_words() + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few letters in each line, but no word broken."""
        metrics = self.fontMetrics()
        longest = max(
            metrics.horizontalAdvance(word) for word in [*self._words.split(), "m" * _FEWEST_LETTERS]
        )
        width = min(longest + self._beside_words() + 2, self.sizeHint().width())
        return QSize(width, theme.TARGET)

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        inside = QRect(0, 0, max(1, width - self._beside_words()), 10_000)
        words = self.fontMetrics().boundingRect(inside, _WRAPPED, self._words)
        return max(theme.TARGET, words.height() + 2 * theme.TIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole button is painted
        """Draw the button as the style does, then icon and words."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        side = self.iconSize().width()
        sign = QRect(theme.NEAR, (self.height() - side) // 2, side, side)
        self.icon().paint(painter, sign)
        painter.setPen(option.palette.color(option.palette.ColorRole.ButtonText))
        words = self.rect().adjusted(theme.NEAR + side + theme.NEAR, 0, -theme.NEAR, 0)
        painter.drawText(words, _WRAPPED, self._words)

    def _beside_words(self) -> int:
        return 3 * theme.NEAR + self.iconSize().width()
