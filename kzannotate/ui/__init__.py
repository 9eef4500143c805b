"""The window: the only room with Qt; holds no truth of its own."""
