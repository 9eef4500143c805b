"""Words and queries: the only room that knows Whoosh."""
