"""Finds peer support for Veterans and their Families on a computer without internet."""

__version__ = "0.1.0"
