"""How long work speaks to whoever started it."""


class Monitor:
    """Told how far long work is, asked whether to stop. This one ignores and never stops.

    A window or a terminal subclasses it. Called on the worker's thread.
    """

    def report(self, done: int, total: int, what: str) -> None:
        """Take notice that `done` of `total` items are finished and `what` is next."""

    def cancelled(self) -> bool:
        """Whether the work should stop after the item in hand."""
        return False
