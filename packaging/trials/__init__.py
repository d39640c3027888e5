"""Tries packages as people will use them."""
