"""The reader: one document, as text or as printed pages, with its annotations."""
