"""Names what a row of two lines asks its model for beside the name."""

from PySide6.QtCore import Qt

SECOND_LINE = Qt.ItemDataRole.UserRole + 1
"""A calm line under the name; empty where there is none."""
