"""From a text to proposed annotations: pure functions, run on rules that are data."""
