"""The window: widgets and the words for people."""
