"""Brings a newer directory in one signed file, installed all or nothing, and puts the old one back. No Qt."""
