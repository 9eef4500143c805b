"""Work off the GUI thread."""

from threading import Event, get_ident

import pytest
from pytestqt.qtbot import QtBot

from kzannotate.model.errors import KzError
from kzannotate.model.progress import Monitor
from kzannotate.ui.jobs import Jobs, Latest

PATIENCE = 30


def test_work_runs_elsewhere_and_its_result_comes_back_here(qtbot: QtBot, jobs: Jobs) -> None:
    got: list[tuple[int, int]] = []
    job = jobs.run(lambda _: get_ident(), lambda worker: got.append((worker, get_ident())))
    with qtbot.waitSignal(job.ended):
        pass
    ((worker, here),) = got
    assert worker != here == get_ident()


def test_an_error_comes_back_as_one(qtbot: QtBot) -> None:
    told: list[Exception] = []
    jobs = Jobs(told.append)

    def work(_monitor: Monitor) -> None:
        raise KzError("no")

    own: list[Exception] = []
    with qtbot.waitSignal(jobs.run(work, lambda _: None).ended):
        pass
    with qtbot.waitSignal(jobs.run(work, lambda _: None, own.append).ended):
        pass
    jobs.drain()
    assert [str(error) for error in told + own] == ["no", "no"]


def test_progress_is_told_and_a_cancel_is_heard(qtbot: QtBot, jobs: Jobs) -> None:
    cancelled = Event()

    def work(monitor: Monitor) -> bool:
        monitor.report(1, 2, "page")
        return cancelled.wait(PATIENCE) and monitor.cancelled()

    got: list[bool] = []
    job = jobs.run(work, got.append)
    with qtbot.waitSignal(job.progressed) as told:
        pass
    job.cancel()
    cancelled.set()
    with qtbot.waitSignal(job.ended):
        pass
    assert told.args == [1, 2, "page"]
    assert got == [True]


def test_after_draining_nobody_is_called(qtbot: QtBot) -> None:
    called: list[object] = []
    jobs = Jobs(called.append, threads=1)
    begun = Event()

    def work(monitor: Monitor) -> None:
        begun.set()
        while not monitor.cancelled():
            pass

    running = jobs.run(work, called.append)
    assert begun.wait(PATIENCE)
    jobs.run(lambda _: None, called.append)
    with qtbot.waitSignal(running.ended):
        jobs.drain()
    assert called == []


def test_only_the_latest_wish_is_answered(qtbot: QtBot, jobs: Jobs) -> None:
    asked: list[int] = []
    answered: list[object] = []
    go = Event()
    latest = Latest(jobs, answered.append)

    def wish(number: int) -> None:
        def work(_monitor: Monitor) -> int:
            asked.append(number)
            assert go.wait(PATIENCE)
            return number

        latest.ask(work)

    for number in range(5):
        wish(number)
    go.set()
    qtbot.waitUntil(lambda: bool(answered))
    assert answered == [4]
    assert asked == [0, 4]
    assert not latest.busy


def test_a_wish_goes_on_after_one_that_failed(qtbot: QtBot) -> None:
    told: list[Exception] = []
    jobs = Jobs(told.append)
    answered: list[int] = []
    latest = Latest(jobs, answered.append)

    def fail(_monitor: Monitor) -> int:
        raise KzError("no")

    latest.ask(fail)
    qtbot.waitUntil(lambda: bool(told))
    latest.ask(lambda _: 1)
    qtbot.waitUntil(lambda: bool(answered))
    jobs.drain()
    with pytest.raises(RuntimeError):
        jobs.run(lambda _: 2, answered.append)
