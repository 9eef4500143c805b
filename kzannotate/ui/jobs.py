"""Work off the GUI thread: the whole threading interface of the window.

`Jobs.run` runs a callable elsewhere and calls back on the GUI thread, with the result or the
error. A `ThreadPoolExecutor` rather than a QThreadPool: its futures carry errors without a blind
`except`, and what hasn't started can be withdrawn.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kzannotate.model.progress import Monitor

T = TypeVar("T")


class Job(QObject):
    """One piece of work under way. Lives on the GUI thread, as do its signals' receivers."""

    progressed = Signal(int, int, str)
    """Items done, items in all, what is next."""
    ended = Signal()
    """The result or the error was handed over, or dropped."""
    _reported = Signal(int, int, str)
    _returned = Signal()

    def __init__(self, hand_over: Callable[["Job", "Future[Any]"], None]) -> None:
        super().__init__()
        self._call_back = hand_over
        self._stop = Event()
        self._future: Future[Any] | None = None
        self._reported.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._returned.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop after the item in hand; what it returns is still handed over."""
        self._stop.set()

    def start(self, pool: ThreadPoolExecutor, work: Callable[[Monitor], Any]) -> None:
        """Called by `Jobs.run` alone."""
        self._future = pool.submit(work, _JobMonitor(self._reported.emit, self._stop))
        self._future.add_done_callback(lambda _: self._returned.emit())

    @Slot()
    def _hand_over(self) -> None:
        # Without the future no reference cycle is left, which Python might clear on a worker.
        future, self._future = self._future, None
        if future is not None:
            self._call_back(self, future)
        self.ended.emit()


class _JobMonitor(Monitor):
    def __init__(self, report: Callable[[int, int, str], None], stop: Event) -> None:
        self._report = report
        self._stop = stop

    def report(self, done: int, total: int, what: str) -> None:
        self._report(done, total, what)

    def cancelled(self) -> bool:
        return self._stop.is_set()


class Jobs:
    """The window's worker threads. Make it on the GUI thread; `drain` it before closing."""

    def __init__(self, failed: Callable[[Exception], None], threads: int = 4) -> None:
        """`failed` is called with the error of every job that brings no handler of its own."""
        self.tell = failed
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="job")
        self._handlers: dict[Job, tuple[Callable[[Any], None], Callable[[Exception], None]]] = {}

    def run(
        self,
        work: Callable[[Monitor], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Run `work` on another thread, then `done` or `failed` on this one."""
        job = Job(self._hand_over)
        self._handlers[job] = (done, failed or self.tell)
        job.start(self._pool, work)
        return job

    def drain(self) -> None:
        """Cancel everything and wait until no work runs; nobody is called back any more."""
        running = list(self._handlers)
        self._handlers.clear()
        for job in running:
            job.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _hand_over(self, job: Job, future: "Future[Any]") -> None:
        handlers = self._handlers.pop(job, None)
        if handlers is None:  # drained
            return
        done, failed = handlers
        error = future.exception()
        if error is None:
            done(future.result())
        elif isinstance(error, Exception):
            failed(error)


class Latest:
    """Runs the newest wish: one at a time; wishes overtaken before they began are left out."""

    def __init__(self, jobs: Jobs, done: Callable[[Any], None]) -> None:
        self._jobs = jobs
        self._done = done
        self._job: Job | None = None
        self._next: Callable[[Monitor], Any] | None = None

    @property
    def busy(self) -> bool:
        """Whether a wish is running."""
        return self._job is not None

    def ask(self, work: Callable[[Monitor], Any]) -> None:
        """Run `work` soon; what is running now is cancelled and its result dropped."""
        if self._job is None:
            self._job = self._jobs.run(work, self._arrived, self._failed)
        else:
            self._job.cancel()
            self._next = work

    def _arrived(self, result: object) -> None:
        self._job = None
        if not self._go_on():
            self._done(result)

    def _failed(self, error: Exception) -> None:
        self._job = None
        if not self._go_on():
            self._jobs.tell(error)

    def _go_on(self) -> bool:
        work, self._next = self._next, None
        if work is not None:
            self.ask(work)
        return work is not None
