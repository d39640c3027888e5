"""What the window shows, as Qt models. QtCore and QtGui only."""
