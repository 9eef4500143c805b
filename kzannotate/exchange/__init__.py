"""Rows to files: CSV."""
