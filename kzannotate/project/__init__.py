"""Every verb a researcher has, callable without a window."""
