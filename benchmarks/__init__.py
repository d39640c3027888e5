"""Measures the program: how fast it answers, and how well."""
